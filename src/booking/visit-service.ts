import { notify } from '../delivery/service.ts'
import { type Actor, may } from '../people/rules.ts'
import { audit } from '../people/store.ts'
import type { Tx } from '../platform/db.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import { atWib, daysAfter, localDate } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import { type DayList, type ListRefusal, listOf, type OpenVisit, onDay, onVisit } from './duty-service.ts'
import type { DayId } from './rules.ts'
import { rebookAsked, visitFeedback } from './visit-notices.ts'
import {
  type Act,
  type ActRefusal,
  type DutyDay,
  isDone,
  nextOf,
  readCode,
  readNotes,
  stageOf,
  timeOf,
  type Visit,
  type VisitId,
  type VisitOutcome,
  whyNotAct,
  whyNotUndo,
} from './visit-rules.ts'
import * as store from './visit-store.ts'
import { leaveLines } from './waitlist-store.ts'

// What officers do on the day of a desk: who is there, who is next, what became of them.

/** The days an officer may work at: today's, else the next ones, and those that still lack results. */
export async function openDays(rt: Runtime, actor: Actor): Promise<DutyDay[]> {
  const today = localDate(rt.clock.now())
  const theirs = (await store.openDays(rt.db.reader, today)).filter(({ regions }) => may(actor, 'run-desk', regions))
  const next = theirs.find(({ day }) => day >= today)?.day
  return theirs.filter(({ day }) => day < today || day === next)
}

/** The list of a day. Every booking has its number from here on. */
export function openList(rt: Runtime, actor: Actor, id: DayId): Promise<Result<DayList, ListRefusal>> {
  return onDay(rt, actor, id, async (tx, day) => ok(await listOf(tx, actor, day)))
}

export type VisitRefusal = ActRefusal | ListRefusal | 'booked-again' | 'moved-on' | 'slot-closed'

export function openVisit(rt: Runtime, actor: Actor, id: VisitId): Promise<Result<OpenVisit, ListRefusal>> {
  return onVisit(rt, actor, id, async (_tx, day, visit) => ok({ day, visit }))
}

/** Notes that somebody is there. */
export const checkIn = (rt: Runtime, actor: Actor, id: VisitId) => doAct(rt, actor, id, 'arrive')
/** Calls somebody who waits. */
export const call = (rt: Runtime, actor: Actor, id: VisitId) => doAct(rt, actor, id, 'call')
/** Notes that somebody did not come: an officer says so, never the clock. */
export const markAbsent = (rt: Runtime, actor: Actor, id: VisitId) => doAct(rt, actor, id, 'absent')
/** Notes what came of a visit. */
export const finish = (rt: Runtime, actor: Actor, id: VisitId, outcome: VisitOutcome) =>
  doAct(rt, actor, id, 'finish', outcome)

function doAct(
  rt: Runtime,
  actor: Actor,
  id: VisitId,
  act: Act,
  outcome?: VisitOutcome,
): Promise<Result<OpenVisit, VisitRefusal>> {
  return onVisit(rt, actor, id, async (tx, day, visit) => {
    const refusal = await actIn(rt, tx, actor, { day, visit }, act, { outcome })
    return refusal ? refuse(refusal) : ok({ day, visit: await reread(tx, visit) })
  })
}

/** Does an act within a transaction that holds the day. What is done already is left as it is. */
export async function actIn(
  rt: Runtime,
  tx: Tx,
  actor: Actor,
  { day, visit }: OpenVisit,
  act: Act,
  said: { outcome?: VisitOutcome | undefined; notes?: string | undefined } = {},
): Promise<ActRefusal | undefined> {
  if (isDone(act, visit, said.outcome)) return undefined
  const now = rt.clock.now()
  const refusal = whyNotAct(act, visit, day.day, now)
  if (refusal) return refusal
  await store.saveAct(tx, visit, act, { by: actor.personId, now, ...said })
  await log(rt, tx, actor, `visit-${act}`, visit)
  if (act === 'finish') await askHowItWas(rt, tx, visit)
  return undefined
}

/** The owner is asked how it was at eight in the morning after the visit. */
async function askHowItWas(rt: Runtime, tx: Tx, { id, subject }: Visit): Promise<void> {
  if (!subject) return
  const morning = atWib(daysAfter(localDate(rt.clock.now()), 1), '08:00')
  const message = { to: subject.ownerId, purpose: `feedback:${id}`, data: { visitId: id }, notBefore: morning }
  await notify(rt, tx, visitFeedback, message)
}

export type CodeRefusal = VisitRefusal | 'unknown-code'

/** Notes that whoever shows a ticket is there. No visit is answered when the ticket is for another day, which is. */
export async function checkInByCode(
  rt: Runtime,
  actor: Actor,
  typed: string,
): Promise<Result<{ day: DutyDay; visit: Visit | undefined }, CodeRefusal>> {
  const code = readCode(typed)
  const ticket = code === undefined ? undefined : await store.ticketWith(rt.db.reader, code)
  if (!ticket) return refuse('unknown-code')
  return onDay<{ day: DutyDay; visit: Visit | undefined }, CodeRefusal>(rt, actor, ticket.dayId, async (tx, day) => {
    if (day.day !== localDate(rt.clock.now())) return ok({ day, visit: undefined })
    const visit = (await store.visitsOf(tx, day.id)).find(({ booking }) => booking?.id === ticket.id)
    if (!visit) return refuse('gone')
    const refusal = await actIn(rt, tx, actor, { day, visit }, 'arrive')
    return refusal ? refuse(refusal) : ok({ day, visit: await reread(tx, visit) })
  })
}

/** Whether a ticket is that of a dossier the actor fills in. */
export async function isOwnTicket(rt: Runtime, actor: Actor, code: string): Promise<boolean> {
  const subject = await store.ticketSubject(rt.db.reader, code)
  return subject !== undefined && may(actor, 'fill', subject)
}

/**
 * Calls whoever is next. `called` is how many the officer had called when the button was shown: when it is more by now, the
 * press is an old one, and is answered with whom they called last.
 */
export function callNext(
  rt: Runtime,
  actor: Actor,
  id: DayId,
  called: number,
): Promise<Result<OpenVisit, ListRefusal | ActRefusal | 'nobody-waits'>> {
  return onDay(rt, actor, id, async (tx, day) => {
    const before = await store.calledBy(tx, id, actor.personId)
    const known =
      before.count > called && before.last !== undefined ? await store.visitWith(tx, before.last) : undefined
    if (known) return ok({ day, visit: known })
    const visit = nextOf(await store.visitsOf(tx, id), rt.clock.now())
    if (!visit) return refuse('nobody-waits')
    const refusal = await actIn(rt, tx, actor, { day, visit }, 'call')
    return refusal ? refuse(refusal) : ok({ day, visit: await reread(tx, visit) })
  })
}

/** Takes back the last thing that was said of a visit, if it is that act. */
export function undo(
  rt: Runtime,
  actor: Actor,
  id: VisitId,
  act: Act,
): Promise<Result<{ day: DutyDay; visit: Visit | undefined }, VisitRefusal>> {
  return onVisit(rt, actor, id, async (tx, day, visit) => {
    if (!visit[timeOf[act]]) return ok({ day, visit })
    const now = rt.clock.now()
    const refusal = whyNotUndo(act, visit, now)
    if (refusal === 'moved-on') return refuse(refusal)
    const { booking, dossierId } = visit
    const revives = (act === 'finish' || act === 'absent') && booking && dossierId !== undefined
    if (revives && (await store.hasOtherBooking(tx, dossierId, booking.id))) return refuse('booked-again')
    if (refusal) return refuse(refusal)
    await store.dropAct(tx, visit, act, now)
    if (revives) await leaveLines(tx, dossierId, now)
    await log(rt, tx, actor, `visit-${act}-undone`, visit)
    // A walk-in who never came is not on the list any more.
    return ok({ day, visit: await store.visitWith(tx, id) })
  })
}

/** Keeps notes on a visit. */
export function note(
  rt: Runtime,
  actor: Actor,
  id: VisitId,
  typed: string,
): Promise<Result<OpenVisit, ListRefusal | 'no-notes'>> {
  return onVisit(rt, actor, id, async (tx, day, visit) => {
    const notes = readNotes(typed)
    if (notes === undefined) return refuse('no-notes')
    await store.setNotes(tx, id, notes)
    await log(rt, tx, actor, 'visit-noted', visit)
    return ok({ day, visit: { ...visit, notes } })
  })
}

/** Asks the owner of a visit that did not take place to book another, once. */
export function askToRebook(rt: Runtime, actor: Actor, id: VisitId): Promise<Result<OpenVisit, VisitRefusal>> {
  return onVisit(rt, actor, id, async (tx, day, visit) => {
    const { subject, booking, dossierId } = visit
    if (stageOf(visit) !== 'absent' || !subject || !booking) return refuse('moved-on')
    if (visit.rebookAskedAt) return ok({ day, visit })
    if (dossierId !== undefined && (await store.hasOtherBooking(tx, dossierId, booking.id)))
      return refuse('booked-again')
    await store.setRebookAsked(tx, id, rt.clock.now())
    await notify(rt, tx, rebookAsked, {
      to: subject.ownerId,
      purpose: `rebook:${id}:${actor.cause}`,
      data: { visitId: id },
    })
    await log(rt, tx, actor, 'rebook-asked', visit)
    return ok({ day, visit: await reread(tx, visit) })
  })
}

// ── What they share ──

async function reread(tx: Tx, visit: Visit): Promise<Visit> {
  return (await store.visitWith(tx, visit.id)) ?? visit
}

function log(rt: Runtime, tx: Tx, actor: Actor, deed: string, { id, subject }: Visit): Promise<void> {
  const line = { actor, deed, subject: 'visit', subjectId: id, now: rt.clock.now() }
  return audit(tx, subject ? { ...line, ownerId: subject.ownerId } : line)
}
