import type { DossierId } from '../dossier/rules.ts'
import { type Actor, may, type NameRefusal, readBusinessName, regionsOf, type Subject } from '../people/rules.ts'
import { audit } from '../people/store.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import { localDate } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import { type ListRefusal, type OpenVisit, onDay, onVisit } from './duty-service.ts'
import type { DayId } from './rules.ts'
import type { DutyDay, Visit, VisitId } from './visit-rules.ts'
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

/** Whoever runs a desk may check in on its day who comes from another region, and said the whole name of the business. */
const isAtDesk = (
  { day }: DutyDay,
  visit: Visit,
  { subject, business }: { subject: Subject; business: string },
  now: Date,
): boolean =>
  !subject.frozen &&
  day === localDate(now) &&
  visit.dossierId === undefined &&
  visit.business.toLowerCase() === business.toLowerCase()

/** Says whose dossier a walk-in has come with. */
export function saveDossier(
  rt: Runtime,
  actor: Actor,
  id: VisitId,
  dossierId: DossierId,
): Promise<Result<OpenVisit, ListRefusal | 'on-list'>> {
  return onVisit(rt, actor, id, async (tx, day, visit) => {
    if (visit.dossierId === dossierId) return ok({ day, visit })
    const now = rt.clock.now()
    const named = await store.subjectOf(tx, dossierId)
    if (!named || visit.booking) return refuse('not-yours')
    const { subject } = named
    if (!may(actor, 'review', subject) && !isAtDesk(day, visit, named, now)) return refuse('not-yours')
    if ((await visitsOf(tx, day.id)).some((other) => other.dossierId === dossierId)) return refuse('on-list')
    await store.setDossier(tx, id, dossierId)
    await audit(tx, { actor, deed: 'walk-in-known', subject: 'visit', subjectId: id, ownerId: subject.ownerId, now })
    return ok({ day, visit: (await visitWith(tx, id)) ?? visit })
  })
}
