import type { DossierId } from '../dossier/rules.ts'
import { type Actor, may } from '../people/rules.ts'
import type { Tx } from '../platform/db.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import { newCode } from '../platform/token.ts'
import type { Runtime } from '../runtime.ts'
import {
  type BookingId,
  type BookRefusal,
  type ChangeRefusal,
  readTopic,
  type SlotId,
  type Visitor,
  whyNotBook,
  whyNotChange,
} from './rules.ts'
import * as store from './store.ts'
import { begin, inOwnTurn, log, passOn, remindEach } from './turn-service.ts'
import * as turn from './turn-store.ts'

// A seat at a desk: taken, moved, given back, waited for. Each is one transaction, and whoever is next hears of it there.

/** Books a seat in a slot for a dossier. The slot that is booked already is the same booking. */
export async function bookSeat(
  rt: Runtime,
  actor: Actor,
  dossierId: DossierId,
  slotId: SlotId,
): Promise<Result<BookingId, BookRefusal | 'not-yours'>> {
  // When the last seats go, most who press come too late: they are told so without a transaction.
  const look = await store.lookAt(rt.db, dossierId, slotId)
  if (
    look?.isFull &&
    may(actor, 'fill', look.visitor.subject) &&
    !whyNotBook(look.visitor, look.slot, rt.clock.now())
  ) {
    return refuse('slot-full')
  }
  return inOwnTurn<BookingId, BookRefusal>(rt, actor, { dossierId, slotId }, async (tx, visitor) => {
    const now = rt.clock.now()
    const made = await store.bookingBy(tx, actor.cause)
    if (made !== undefined) return ok(made)
    const live = await store.liveBookingIn(tx, dossierId)
    if (live) return live.slotId === slotId ? ok(live.id) : refuse('booked-already')
    const slot = await turn.slotOf(tx, slotId)
    const refusal = whyNotBook(visitor, slot, now)
    if (refusal || !slot) return refuse(refusal ?? 'slot-gone')
    const { personId, cause } = actor
    const id = await store.claimSeat(tx, { code: newCode(), dossierId, slotId, personId, cause, now })
    if (id === undefined) return refuse('slot-full')
    await begin(rt, tx, actor, visitor, id, slot.startsAt)
    return ok(id)
  })
}

/** A booking that is held, with whose it is. */
interface Held {
  tx: Tx
  booking: turn.HeldBooking
  visitor: Visitor
}

/** An act of whoever may fill the dossier in on its booking; `slotId` is the other slot it is about. */
async function onBooking<Value, Reason extends string>(
  rt: Runtime,
  actor: Actor,
  { id, slotId }: { id: BookingId; slotId?: SlotId },
  work: (held: Held) => Promise<Result<Value, Reason>>,
): Promise<Result<Value, Reason | 'not-yours'>> {
  const dossierId = await turn.dossierOfBooking(rt.db.reader, id)
  if (dossierId === undefined) return refuse('not-yours')
  const about = slotId === undefined ? { dossierId } : { dossierId, slotId }
  return inOwnTurn<Value, Reason | 'not-yours'>(rt, actor, about, async (tx, visitor) => {
    const booking = await turn.lockBooking(tx, id)
    return booking ? work({ tx, booking, visitor }) : refuse('not-yours')
  })
}

/** Moves a booking to another slot, of any desk. Its code stays. */
export function moveBooking(
  rt: Runtime,
  actor: Actor,
  id: BookingId,
  slotId: SlotId,
): Promise<Result<BookingId, BookRefusal | ChangeRefusal>> {
  return onBooking<BookingId, BookRefusal | ChangeRefusal>(
    rt,
    actor,
    { id, slotId },
    async ({ tx, booking, visitor }) => {
      const now = rt.clock.now()
      if (booking.state === 'booked' && booking.slotId === slotId) return ok(id)
      const slot = await turn.slotOf(tx, slotId)
      const refusal = whyNotChange(booking, now) ?? whyNotBook(visitor, slot, now)
      if (refusal || !slot) return refuse(refusal ?? 'slot-gone')
      if (!(await store.moveSeat(tx, id, slotId, now))) return refuse('slot-full')
      const { ownerId } = visitor.subject
      const { startsAt } = slot
      await remindEach(rt, tx, [{ to: ownerId, bookingId: id, sequence: booking.sequence + 1, startsAt }])
      await log(rt, tx, actor, 'booking-moved', id, visitor)
      await passOn(rt, tx, booking.slotId)
      return ok(id)
    },
  )
}

/** Gives a seat back; the next in line is offered it. */
export function cancelBooking(rt: Runtime, actor: Actor, id: BookingId): Promise<Result<undefined, ChangeRefusal>> {
  return onBooking<undefined, ChangeRefusal>(rt, actor, { id }, async ({ tx, booking, visitor }) => {
    const now = rt.clock.now()
    if (booking.state === 'cancelled') return ok()
    const refusal = whyNotChange(booking, now)
    if (refusal) return refuse(refusal)
    await store.endBooking(tx, id, 'cancelled', now)
    await log(rt, tx, actor, 'booking-cancelled', id, visitor)
    await passOn(rt, tx, booking.slotId)
    return ok()
  })
}

/** Keeps that the owner is coming; a yes to the visit before it was moved is none to the one it is now. */
export function sayComing(
  rt: Runtime,
  actor: Actor,
  id: BookingId,
  sequence: number,
): Promise<Result<undefined, ChangeRefusal | 'moved'>> {
  return onBooking<undefined, ChangeRefusal | 'moved'>(rt, actor, { id }, async ({ tx, booking }) => {
    const now = rt.clock.now()
    const refusal = whyNotChange(booking, now)
    if (refusal) return refuse(refusal)
    if (booking.sequence !== sequence) return refuse('moved')
    await store.setComing(tx, id, now)
    return ok()
  })
}

/** Keeps what the owner would like to talk about at the desk. */
export function setTopic(
  rt: Runtime,
  actor: Actor,
  id: BookingId,
  typed: string,
): Promise<Result<undefined, ChangeRefusal | 'no-topic'>> {
  return onBooking<undefined, ChangeRefusal | 'no-topic'>(rt, actor, { id }, async ({ tx, booking }) => {
    const refusal = whyNotChange(booking, rt.clock.now())
    if (refusal) return refuse(refusal)
    const topic = readTopic(typed)
    if (topic === undefined) return refuse('no-topic')
    await store.setTopic(tx, id, topic)
    return ok()
  })
}
