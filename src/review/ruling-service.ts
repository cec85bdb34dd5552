import { notify } from '../delivery/service.ts'
import { type BusinessForm, requirementOf } from '../dossier/catalogue.ts'
import { type ItemState, mayMove } from '../dossier/item-states.ts'
import { lockItem, setItemState } from '../dossier/paper-store.ts'
import type { DossierId, ItemId, Settled } from '../dossier/rules.ts'
import { catalogueOf } from '../dossier/store.ts'
import { type Actor, may } from '../people/rules.ts'
import { audit } from '../people/store.ts'
import type { Tx } from '../platform/db.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import type { Runtime } from '../runtime.ts'
import { formDecided, groupDecided, itemRuled, nominated } from './notices.ts'
import { type DossierTasks, settledBy } from './rules.ts'
import { lastToRule, settleForm, settleGroup } from './ruling-store.ts'
import { nominate, tasksOf } from './store.ts'

// What an officer rules on without a paper: samples, what does not apply, and what the owner did not know.

export type RuleRefusal = 'not-yours' | Settled

/** Confirms that the sample was handed over. */
export const receiveSample = (rt: Runtime, actor: Actor, itemId: ItemId): Promise<Result<DossierId, RuleRefusal>> =>
  rule(rt, actor, itemId, 'received')

/** Rules on a request that a requirement does not apply: it does not, or it is asked for all the same. */
export const ruleNotApplicable = (
  rt: Runtime,
  actor: Actor,
  itemId: ItemId,
  applies: boolean,
): Promise<Result<DossierId, RuleRefusal>> => rule(rt, actor, itemId, applies ? 'open' : 'not-applicable')

/** Moves an item as the table of moves allows an officer, and tells the owner. Moved there already, nothing changes. */
function rule(rt: Runtime, actor: Actor, itemId: ItemId, to: ItemState): Promise<Result<DossierId, RuleRefusal>> {
  const now = rt.clock.now()
  return rt.db.transaction(async (tx) => {
    const item = await lockItem(tx, itemId)
    if (!item || !may(actor, 'review', item.subject)) return refuse('not-yours')
    if (item.state === to) return ok(item.dossierId)
    const requirement = requirementOf(await catalogueOf(tx, item.catalogueVersion), item.requirementId)
    if (!mayMove(item.state, to, 'officer', requirement)) {
      return settled(tx, actor, { deed: `item-${item.state}`, subject: 'item', subjectId: itemId })
    }
    await setItemState(tx, itemId, to, now)
    await audit(tx, { actor, deed: `item-${to}`, subject: 'item', subjectId: itemId, now })
    const purpose = `ruled:${itemId}:${actor.cause}`
    await notify(rt, tx, itemRuled, { to: item.subject.ownerId, purpose, data: { itemId, state: to } })
    return ok(item.dossierId)
  })
}

/** Why it is too late for a ruling: who did such a deed last. */
async function settled(
  tx: Tx,
  { personId }: Actor,
  ruling: Parameters<typeof lastToRule>[1],
): Promise<{ ok: false; reason: Settled }> {
  return refuse(settledBy(await lastToRule(tx, ruling), personId))
}

/** Admits a candidate as a participant: it counts, and may book seats at the desks. Admitted already, nothing changes. */
export function admit(rt: Runtime, actor: Actor, dossierId: DossierId): Promise<Result<DossierId, 'not-yours'>> {
  const now = rt.clock.now()
  return rt.db.transaction(async (tx) => {
    const tasks = await tasksOf(tx, dossierId)
    if (!tasks || !may(actor, 'review', tasks.subject)) return refuse('not-yours')
    if (!(await nominate(tx, dossierId))) return ok(dossierId)
    const { ownerId } = tasks.subject
    await audit(tx, { actor, deed: 'nominated', subject: 'dossier', subjectId: dossierId, ownerId, now })
    await notify(rt, tx, nominated, { to: ownerId, purpose: `nominated:${dossierId}`, data: { dossierId } })
    return ok(dossierId)
  })
}

/** Says which form a business has, where its owner did not know. Said already, nothing changes. */
export function decideForm(
  rt: Runtime,
  actor: Actor,
  dossierId: DossierId,
  form: BusinessForm,
): Promise<Result<DossierTasks, RuleRefusal>> {
  const now = rt.clock.now()
  return rt.db.transaction(async (tx) => {
    const tasks = await tasksOf(tx, dossierId)
    if (!tasks || !may(actor, 'review', tasks.subject)) return refuse('not-yours')
    if (tasks.form === form) return ok(tasks)
    const { businessId: subjectId, subject: owned } = tasks
    const ruling = { deed: 'form-decided', subject: 'business', subjectId }
    if (!(await settleForm(tx, subjectId, form))) return settled(tx, actor, ruling)
    await audit(tx, { actor, ...ruling, ownerId: owned.ownerId, now })
    const purpose = `form-decided:${subjectId}:${actor.cause}`
    await notify(rt, tx, formDecided, { to: owned.ownerId, purpose, data: { dossierId, form } })
    return ok(tasks)
  })
}

/** Answers the question of a group of requirements, where the owner did not know. Answered already, nothing changes. */
export function decideGroup(
  rt: Runtime,
  actor: Actor,
  dossierId: DossierId,
  group: string,
  answer: 'yes' | 'no',
): Promise<Result<DossierTasks, RuleRefusal>> {
  const now = rt.clock.now()
  return rt.db.transaction(async (tx) => {
    const tasks = await tasksOf(tx, dossierId)
    if (!tasks || !may(actor, 'review', tasks.subject)) return refuse('not-yours')
    const { groups } = await catalogueOf(tx, tasks.catalogueVersion)
    if (!groups.some(({ id, question }) => id === group && question)) return refuse('not-yours')
    if (tasks.answers[group] === answer) return ok(tasks)
    const ruling = { deed: `decided-${group}`, subject: 'dossier', subjectId: dossierId }
    if (!(await settleGroup(tx, { dossierId, question: group, answer, now }))) return settled(tx, actor, ruling)
    const { ownerId } = tasks.subject
    await audit(tx, { actor, ...ruling, ownerId, now })
    const purpose = `group-decided:${dossierId}:${group}:${actor.cause}`
    await notify(rt, tx, groupDecided, { to: ownerId, purpose, data: { dossierId, group, answer } })
    return ok(tasks)
  })
}
