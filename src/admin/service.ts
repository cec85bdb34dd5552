import { cycleOpened } from '../checklist/notices.ts'
import { notifyEach } from '../delivery/service.ts'
import { createCycle, lockCycle, openDossiers, ownersOf, setSwitchedOn } from '../dossier/cycle-store.ts'
import { catalogueOf, newestCatalogueVersion } from '../dossier/store.ts'
import { type Actor, may } from '../people/rules.ts'
import { audit } from '../people/store.ts'
import { violates } from '../platform/db.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import { atWib } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import { type CyclePlan, type CycleRefusal, cycleName, whyNotOpenCycle } from './rules.ts'

/**
 * Opens a cycle and, in it, a dossier for every business that told all that is needed; their owners are told. Deadlines
 * end with their day, WIB. Returns the cycle's name.
 */
export async function openCycle(rt: Runtime, actor: Actor, plan: CyclePlan): Promise<Result<string, CycleRefusal>> {
  if (!may(actor, 'open-cycle')) return refuse('not-yours')
  const now = rt.clock.now()
  const name = cycleName(plan.ownerDeadline)
  const ownerDeadline = atWib(plan.ownerDeadline, '23:59')
  const portalDeadline = atWib(plan.portalDeadline, '23:59')
  const refusal = whyNotOpenCycle(
    { ownerDeadline, portalDeadline, fieldVisitUntil: atWib(plan.fieldVisitUntil, '23:59') },
    now,
  )
  if (refusal) return refuse(refusal)
  try {
    return await rt.db.transaction(async (tx) => {
      const catalogueVersion = await newestCatalogueVersion(tx)
      const cycle = await createCycle(tx, {
        name,
        catalogueVersion,
        ownerDeadline,
        portalDeadline,
        fieldVisitUntil: plan.fieldVisitUntil,
        openedAt: now,
      })
      await openDossiers(tx, cycle, await catalogueOf(tx, catalogueVersion), now)
      await audit(tx, { actor, deed: 'cycle-opened', subject: 'cycle', subjectId: cycle.id, now })
      await notifyEach(rt, tx, cycleOpened, await ownersOf(tx, cycle.id), ({ dossierId }) => ({
        purpose: `cycle-opened:${dossierId}`,
        data: { dossierId },
      }))
      return ok(name)
    })
  } catch (error) {
    if (violates(error, 'cycle_open_key')) return refuse('open-already')
    throw error
  }
}

/** Asks a requirement of every dossier of the open cycle, or of none, where its condition leaves that to the dinas. */
export function switchRequirement(
  rt: Runtime,
  actor: Actor,
  requirementId: string,
  isOn: boolean,
): Promise<Result<undefined, 'not-yours'>> {
  return rt.db.transaction(async (tx) => {
    const cycle = may(actor, 'open-cycle') ? await lockCycle(tx) : undefined
    if (!cycle) return refuse('not-yours')
    const { requirements } = await catalogueOf(tx, cycle.catalogueVersion)
    if (!requirements.some(({ id, condition }) => id === requirementId && condition === 'dinas'))
      return refuse('not-yours')
    if (cycle.switchedOn.includes(requirementId) === isOn) return ok()
    const others = cycle.switchedOn.filter((id) => id !== requirementId)
    await setSwitchedOn(tx, cycle.id, isOn ? [...others, requirementId] : others)
    const deed = isOn ? 'requirement-on' : 'requirement-off'
    await audit(tx, { actor, deed, subject: 'cycle', subjectId: cycle.id, now: rt.clock.now() })
    return ok()
  })
}
