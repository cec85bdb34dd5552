import { PROVINCE } from '../calendar/rules.ts'
import { workingTimeOf } from '../calendar/store.ts'
import { notifyEach } from '../delivery/service.ts'
import { type Actor, holds, may, type RegionCode, regionsOf } from '../people/rules.ts'
import { audit } from '../people/store.ts'
import type { Tx } from '../platform/db.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import { atWib, days, type LocalDate, later, localDate } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import { type Call, isSoon, isTimeToCall, type MoveRefusal, type Target, whyNotMove } from './moving.ts'
import { dayMoved, dayMovedSoon, lineClosed, seatClosed, seatClosedSoon } from './moving-notices.ts'
import * as store from './moving-store.ts'
import type { BookingId, DayId, SlotId } from './rules.ts'
import { passAllOn, passOn, remindEach } from './turn-service.ts'
import { hasAhead } from './waitlist-store.ts'

// What an admin does to a day or a desk that people have booked.

/**
 * Moves a day of a desk to another date. Everybody keeps their time and table, is asked once whether they can come, and is
 * reminded of the new date. Moving it where it already is changes nothing.
 */
export async function moveDay(
  rt: Runtime,
  actor: Actor,
  id: DayId,
  from: LocalDate,
  to: LocalDate,
): Promise<Result<undefined, MoveRefusal | 'not-yours'>> {
  if (!may(actor, 'plan-desks')) return refuse('not-yours')
  const now = rt.clock.now()
  return rt.db.transaction(async (tx) => {
    const held = await store.lockDay(tx, id)
    if (!held) return refuse('day-gone')
    if (held.day === to) return ok()
    const { byDays, newStart } = shifted(held, to)
    const refusal = whyNotMove(held, newStart, await store.hasDayOn(tx, held.deskId, to), now)
    if (refusal ?? held.day !== from) return refuse(refusal ?? 'moved-meanwhile')
    const slots = await store.lockSlots(tx, { what: 'day', id })
    const freed = await store.withdrawOffers(
      tx,
      slots.map((slot) => slot.id),
      now,
    )
    await store.moveSlots(tx, id, to, byDays)
    const hit = await store.moveBookings(tx, id, now)
    await tellMoved(rt, tx, hit, { from, isUrgent: [held.startsAt, newStart].some((at) => at && isSoon(at, now)) })
    await remindEach(rt, tx, hit)
    await audit(tx, { actor, deed: 'day-moved', subject: 'desk-day', subjectId: id, now })
    for (const slot of freed) await passOn(rt, tx, slot)
    return ok()
  })
}

/** How far a day moves, and when it begins then. */
function shifted({ day, startsAt }: store.HeldDay, to: LocalDate): { byDays: number; newStart: Date } {
  const byDays = Math.round((atWib(to, '12:00').getTime() - atWib(day, '12:00').getTime()) / days(1))
  return { byDays, newStart: later(startsAt ?? atWib(day, '12:00'), days(byDays)) }
}

const tellMoved = (
  rt: Runtime,
  tx: Tx,
  hit: readonly store.Hit[],
  { from, isUrgent }: { from: LocalDate; isUrgent: boolean },
): Promise<void> =>
  notifyEach(rt, tx, isUrgent ? dayMovedSoon : dayMoved, hit, ({ bookingId, sequence }) => ({
    purpose: `day-moved:${bookingId}:${sequence}`,
    data: { bookingId, sequence, from },
  }))

/** What an admin sees before a day is moved. */
export interface MovePreview {
  from: LocalDate
  booked: number
  refusal: MoveRefusal | undefined
}

export async function previewMove(
  rt: Runtime,
  actor: Actor,
  id: DayId,
  to: LocalDate,
): Promise<Result<MovePreview, 'not-yours' | 'day-gone'>> {
  if (!may(actor, 'plan-desks')) return refuse('not-yours')
  const now = rt.clock.now()
  const day = await store.dayToMove(rt.db, id)
  const hit = await store.countHit(rt.db, { what: 'day', id }, now)
  if (!day) return refuse('day-gone')
  const isTaken = await store.hasDayOn(rt.db.reader, day.deskId, to)
  const refusal = whyNotMove(day, shifted(day, to).newStart, isTaken, now)
  return ok({ from: day.day, booked: hit?.booked ?? 0, refusal })
}

/**
 * Closes a slot, a day or a desk: nobody books there any more, whoever has a seat ahead loses it and is offered the other
 * desks. Visits that have begun stay. Answers how many bookings it ended.
 */
export function close(rt: Runtime, actor: Actor, target: Target): Promise<Result<number, 'not-yours' | 'day-gone'>> {
  return rt.db.transaction(async (tx) => {
    if (!may(actor, 'plan-desks')) return refuse('not-yours')
    const now = rt.clock.now()
    const held = await store.lockSlots(tx, target)
    const [first] = held
    if (!first) return refuse('day-gone')
    if (first.closed) return ok(0)
    const ahead = held.filter(({ startsAt }) => startsAt > now).map(({ id }) => id)
    await store.shut(tx, target, now)
    await store.withdrawOffers(tx, ahead, now)
    const hit = await store.endShut(tx, ahead, now)
    for (const isUrgent of [true, false]) {
      const told = hit.filter(({ startsAt }) => isSoon(startsAt, now) === isUrgent)
      await notifyEach(rt, tx, isUrgent ? seatClosedSoon : seatClosed, told, ({ bookingId }) => ({
        purpose: `seat-closed:${bookingId}`,
        data: { bookingId },
      }))
    }
    if (!(await hasAhead(tx, first.deskId, now))) {
      await notifyEach(rt, tx, lineClosed, await store.endLine(tx, first.deskId, now), ({ waitingId }) => ({
        purpose: `line-closed:${waitingId}`,
        data: { waitingId },
      }))
    }
    await audit(tx, { actor, deed: `${target.what}-closed`, subject: target.what, subjectId: target.id, now })
    return ok(hit.length)
  })
}

/** Whom closing would hit. */
export async function previewClosing(
  rt: Runtime,
  actor: Actor,
  target: Target,
): Promise<Result<store.HitCount, 'not-yours' | 'day-gone'>> {
  if (!may(actor, 'plan-desks')) return refuse('not-yours')
  const hit = await store.countHit(rt.db, target, rt.clock.now())
  return hit ? ok(hit) : refuse('day-gone')
}

/**
 * Opens a slot again that was closed, and offers its seats to whoever waits. Whose seat it was keeps what they have by now.
 * Answers its day.
 */
export function reopen(rt: Runtime, actor: Actor, id: SlotId): Promise<Result<DayId, 'not-yours' | 'day-gone'>> {
  return rt.db.transaction(async (tx) => {
    if (!may(actor, 'plan-desks')) return refuse('not-yours')
    const now = rt.clock.now()
    const [slot] = await store.lockSlots(tx, { what: 'slot', id })
    if (!slot || slot.startsAt <= now) return refuse('day-gone')
    if (!slot.closed) return ok(slot.dayId)
    if (!(await store.reopenSlot(tx, id))) return refuse('day-gone')
    await audit(tx, { actor, deed: 'slot-reopened', subject: 'slot', subjectId: id, now })
    await passAllOn(rt, tx, id)
    return ok(slot.dayId)
  })
}

/** Who may see whom to call: an admin everybody, an officer those of their regions. */
function callRegions(actor: Actor): Result<readonly RegionCode[] | undefined, 'not-yours'> {
  if (holds(actor, 'admin')) return ok(undefined)
  return holds(actor, 'officer') ? ok(regionsOf(actor, 'officer')) : refuse('not-yours')
}

/** Whom to call about a day: who has not said that they come, those first whom the bot cannot reach. */
export async function callsOfDay(rt: Runtime, actor: Actor, id: DayId): Promise<Result<Call[], 'not-yours'>> {
  const regions = callRegions(actor)
  if (!regions.ok) return regions
  // Whoever runs the desk calls everybody who is to come.
  const mayCallAll = may(actor, 'run-desk', await store.regionsOfDay(rt.db, id))
  return ok(await store.callsOfDay(rt.db, id, mayCallAll ? undefined : regions.value))
}

/** Whom to call because their seat was closed, in the regions of whoever asks; everywhere for an admin. */
export async function callsOfClosing(rt: Runtime, actor: Actor): Promise<Result<Call[], 'not-yours'>> {
  const regions = callRegions(actor)
  if (!regions.ok) return regions
  const calls = await store.callsOfClosing(rt.db, regions.value)
  if (calls.length === 0) return ok([])
  const now = rt.clock.now()
  const time = await workingTimeOf(rt.db.reader, PROVINCE, now)
  return ok(calls.filter(({ startsAt }) => isTimeToCall(localDate(startsAt), time, now)))
}

/** Notes that whoever lost a seat needs no other one: they said so themselves, or to an officer. */
export function settleClosed(rt: Runtime, actor: Actor, id: BookingId): Promise<Result<undefined, 'not-yours'>> {
  return rt.db.transaction(async (tx) => {
    const held = await store.lockShut(tx, id)
    const mayDo =
      held && (may(actor, 'fill', held.subject) || may(actor, 'review', held.subject) || holds(actor, 'admin'))
    if (!held?.wasShut || !mayDo) return refuse('not-yours')
    const now = rt.clock.now()
    await store.settleShut(tx, id, now)
    const { ownerId } = held.subject
    await audit(tx, { actor, deed: 'closed-visit-settled', subject: 'booking', subjectId: id, ownerId, now })
    return ok()
  })
}
