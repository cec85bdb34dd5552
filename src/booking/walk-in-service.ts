import type { DossierId } from '../dossier/rules.ts'
import { type Actor, may, type NameRefusal, readBusinessName, regionsOf } from '../people/rules.ts'
import { audit } from '../people/store.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import { localDate } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import type { DayId } from './rules.ts'
import type { VisitId } from './visit-rules.ts'
import { type ListRefusal, type OpenVisit, onDay, onVisit } from './visit-service.ts'
import { visitsOf, visitWith } from './visit-store.ts'
import * as store from './walk-in-store.ts'

/** A walk-in on the list, and the dossiers that may be theirs. */
export interface WalkIn extends OpenVisit {
  known: store.NamedDossier[]
}

/** Lets somebody in who has no booking: they have a number at once, and whose dossier it is may be said afterwards. */
export function letIn(
  rt: Runtime,
  actor: Actor,
  id: DayId,
  typed: string,
): Promise<Result<WalkIn, ListRefusal | 'too-early' | NameRefusal>> {
  return onDay(rt, actor, id, async (tx, day) => {
    const now = rt.clock.now()
    if (day.day > localDate(now)) return refuse('too-early')
    const read = readBusinessName(typed)
    if ('refusal' in read) return refuse(read.refusal)
    const visitId = await store.addWalkIn(tx, id, read.name, actor.cause, now)
    const visit = await visitWith(tx, visitId)
    if (!visit) return refuse('gone')
    await audit(tx, { actor, deed: 'walk-in', subject: 'visit', subjectId: visitId, now })
    const here = new Set((await visitsOf(tx, id)).map(({ dossierId }) => dossierId))
    const known = await store.dossiersNamed(tx, read.name, regionsOf(actor, 'officer'))
    return ok({ day, visit, known: known.filter(({ dossierId }) => !here.has(dossierId)) })
  })
}

/** Says whose dossier a walk-in has come with. */
export function saveDossier(
  rt: Runtime,
  actor: Actor,
  id: VisitId,
  dossierId: DossierId,
): Promise<Result<OpenVisit, ListRefusal | 'on-list'>> {
  return onVisit(rt, actor, id, async (tx, day, visit) => {
    if (visit.dossierId === dossierId) return ok({ day, visit })
    const subject = await store.subjectOf(tx, dossierId)
    if (!subject || !may(actor, 'review', subject) || visit.booking) return refuse('not-yours')
    if ((await visitsOf(tx, day.id)).some((other) => other.dossierId === dossierId)) return refuse('on-list')
    await store.setDossier(tx, id, dossierId)
    const now = rt.clock.now()
    await audit(tx, { actor, deed: 'walk-in-known', subject: 'visit', subjectId: id, ownerId: subject.ownerId, now })
    return ok({ day, visit: (await visitWith(tx, id)) ?? visit })
  })
}
