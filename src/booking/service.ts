import { PROVINCE } from '../calendar/rules.ts'
import { workingTimeOf } from '../calendar/store.ts'

import { notify, notifyEach } from '../delivery/service.ts'

import type { DossierId } from '../dossier/rules.ts'
import { type Actor, may, type PersonId } from '../people/rules.ts'
import { audit } from '../people/store.ts'
import type { Tx } from '../platform/db.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import { inDaytime } from '../platform/time.ts'
import { newCode } from '../platform/token.ts'
import type { Runtime } from '../runtime.ts'
import { seatOffered, visitReminder } from './notices.ts'
import {
  type BookingId,
  type BookRefusal,
  type ChangeRefusal,
  type DeskId,
  OFFER_HOLDS,
  type OfferId,
  offerExpires,
  readTopic,
  remindersOf,
  type SlotId,
  type Visitor,
  whyNotBook,
  whyNotChange,
} from './rules.ts'
import * as store from './store.ts'
import * as waitlist from './waitlist-store.ts'

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
  return rt.db.transaction(async (tx) => {
    const now = rt.clock.now()
    const made = await store.bookingBy(tx, actor.cause)
    if (made !== undefined) return ok(made)
    const visitor = await ownVisitor(tx, actor, dossierId)
    if (!visitor) return refuse('not-yours')
    const live = await store.liveBookingIn(tx, dossierId)
    if (live) return live.slotId === slotId ? ok(live.id) : refuse('booked-already')
    const slot = await store.slotOf(tx, slotId)
    const refusal = whyNotBook(visitor, slot, now)
    if (refusal || !slot) return refuse(refusal ?? 'slot-gone')
    const { personId, cause } = actor
    const id = await store.claimSeat(tx, { code: newCode(), dossierId, slotId, personId, cause, now })
    if (id === undefined) return refuse('slot-full')
    await begin(rt, tx, actor, visitor, id, slot.startsAt)
    return ok(id)
  })
}

/** Moves a booking to another slot, of any desk. Its code stays. */
export function moveBooking(
  rt: Runtime,
  actor: Actor,
  id: BookingId,
  slotId: SlotId,
): Promise<Result<BookingId, BookRefusal | ChangeRefusal>> {
  return rt.db.transaction(async (tx) => {
    const now = rt.clock.now()
    const held = await store.lockBooking(tx, id)
    if (!held || !may(actor, 'fill', held.visitor.subject)) return refuse('not-yours')
    if (held.state === 'booked' && held.slotId === slotId) return ok(id)
    const slot = await store.slotOf(tx, slotId)
    const refusal = whyNotChange(held, now) ?? whyNotBook(held.visitor, slot, now)
    if (refusal || !slot) return refuse(refusal ?? 'slot-gone')
    if (!(await store.moveSeat(tx, id, slotId, now))) return refuse('slot-full')
    const { ownerId } = held.visitor.subject
    await remindEach(rt, tx, [{ to: ownerId, bookingId: id, sequence: held.sequence + 1, startsAt: slot.startsAt }])
    await log(rt, tx, actor, 'booking-moved', id, held.visitor)
    await passOn(rt, tx, held.slotId)
    return ok(id)
  })
}

/** Gives a seat back; the next in line is offered it. */
export function cancelBooking(rt: Runtime, actor: Actor, id: BookingId): Promise<Result<undefined, ChangeRefusal>> {
  return rt.db.transaction(async (tx) => {
    const now = rt.clock.now()
    const held = await store.lockBooking(tx, id)
    if (!held || !may(actor, 'fill', held.visitor.subject)) return refuse('not-yours')
    if (held.state === 'cancelled') return ok()
    const refusal = whyNotChange(held, now)
    if (refusal) return refuse(refusal)
    await store.endBooking(tx, id, 'cancelled', now)
    await log(rt, tx, actor, 'booking-cancelled', id, held.visitor)
    await passOn(rt, tx, held.slotId)
    return ok()
  })
}

/** Keeps that the owner is coming. */
export function sayComing(rt: Runtime, actor: Actor, id: BookingId): Promise<Result<undefined, ChangeRefusal>> {
  return rt.db.transaction(async (tx) => {
    const now = rt.clock.now()
    const held = await store.lockBooking(tx, id)
    if (!held || !may(actor, 'fill', held.visitor.subject)) return refuse('not-yours')
    const refusal = whyNotChange(held, now)
    if (refusal) return refuse(refusal)
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
  return rt.db.transaction(async (tx) => {
    const held = await store.lockBooking(tx, id)
    if (!held || !may(actor, 'fill', held.visitor.subject)) return refuse('not-yours')
    const refusal = whyNotChange(held, rt.clock.now())
    if (refusal) return refuse(refusal)
    const topic = readTopic(typed)
    if (topic === undefined) return refuse('no-topic')
    await store.setTopic(tx, id, topic)
    return ok()
  })
}

/** Joins the line of a desk that is full. */
export function joinWaitlist(
  rt: Runtime,
  actor: Actor,
  dossierId: DossierId,
  deskId: DeskId,
): Promise<Result<undefined, 'not-yours' | 'not-nominated' | 'booked-already' | 'seats-left' | 'slot-gone'>> {
  return rt.db.transaction(async (tx) => {
    const now = rt.clock.now()
    const visitor = await ownVisitor(tx, actor, dossierId)
    if (!visitor) return refuse('not-yours')
    if (visitor.standing !== 'nominated') return refuse('not-nominated')
    if (await store.liveBookingIn(tx, dossierId)) return refuse('booked-already')
    if (!(await waitlist.isOpen(tx, deskId))) return refuse('slot-gone')
    if ((await waitlist.countFree(tx, deskId, now)) > 0) return refuse('seats-left')
    await waitlist.joinLine(tx, dossierId, deskId, now)
    return ok()
  })
}

/** Leaves the line of a desk; a seat that was held goes to the next. */
export function leaveWaitlist(
  rt: Runtime,
  actor: Actor,
  dossierId: DossierId,
  deskId: DeskId,
): Promise<Result<undefined, 'not-yours'>> {
  return rt.db.transaction(async (tx) => {
    if (!(await ownVisitor(tx, actor, dossierId))) return refuse('not-yours')
    for (const slot of await waitlist.leaveLine(tx, dossierId, rt.clock.now(), deskId)) await passOn(rt, tx, slot)
    return ok()
  })
}

export type OfferRefusal = BookRefusal | 'not-yours' | 'offer-over'

/** Takes the seat that was offered, or lets it go to the next. */
export function answerOffer(
  rt: Runtime,
  actor: Actor,
  id: OfferId,
  answer: 'take' | 'decline',
): Promise<Result<BookingId | undefined, OfferRefusal>> {
  return rt.db.transaction(async (tx) => {
    const now = rt.clock.now()
    const made = await store.bookingBy(tx, actor.cause)
    if (made !== undefined) return ok(made)
    const offer = await waitlist.lockOffer(tx, id)
    const visitor = offer && (await ownVisitor(tx, actor, offer.dossierId))
    if (!offer || !visitor) return refuse('not-yours')
    const live = await store.liveBookingIn(tx, offer.dossierId)
    if (live && offer.outcome === 'taken') return ok(live.id)
    if (offer.outcome !== null || offer.expiresAt <= now) return refuse('offer-over')
    if (answer === 'decline') {
      await waitlist.releaseOffer(tx, id, 'declined', now)
      await passOn(rt, tx, offer.slotId)
      return ok(undefined)
    }
    if (live) return refuse('booked-already')
    const { dossierId, slotId } = offer
    const { personId, cause } = actor
    const booking = await store.claimOffered(tx, id, { code: newCode(), dossierId, slotId, personId, cause, now })
    if (booking === undefined) return refuse('slot-full')
    await waitlist.markTaken(tx, id, now)
    await begin(rt, tx, actor, visitor, booking, offer.startsAt)
    return ok(booking)
  })
}

/** Lets offers that nobody answered in time go to the next in line. Returns how many. */
export async function moveOffersOn(rt: Runtime): Promise<number> {
  const due = await waitlist.expiredOffers(rt.db, rt.clock.now())
  for (const id of due) {
    await rt.db.transaction(async (tx) => {
      const offer = await waitlist.lockOffer(tx, id)
      if (!offer || offer.outcome !== null) return
      await waitlist.releaseOffer(tx, id, 'expired', rt.clock.now())
      await passOn(rt, tx, offer.slotId)
    })
  }
  return due.length
}

async function ownVisitor(tx: Tx, actor: Actor, dossierId: DossierId): Promise<Visitor | undefined> {
  const visitor = await store.lockVisitor(tx, dossierId)
  return visitor && may(actor, 'fill', visitor.subject) ? visitor : undefined
}

/** What every new booking brings along: it waits nowhere any more, is reminded of, and is written down. */
async function begin(
  rt: Runtime,
  tx: Tx,
  actor: Actor,
  visitor: Visitor,
  id: BookingId,
  startsAt: Date,
): Promise<void> {
  const freed = await waitlist.leaveLine(tx, visitor.dossierId, rt.clock.now())
  await remindEach(rt, tx, [{ to: visitor.subject.ownerId, bookingId: id, sequence: 0, startsAt }])
  await log(rt, tx, actor, 'seat-booked', id, visitor)
  for (const slot of freed) await passOn(rt, tx, slot)
}

/** A visit whose owner is reminded of it. */
interface Reminded {
  to: PersonId
  bookingId: BookingId
  sequence: number
  startsAt: Date
}

/** Lays up the reminders of visits, as they are now; those of how they were before fall away by themselves. */
export async function remindEach(rt: Runtime, tx: Tx, visits: readonly Reminded[]): Promise<void> {
  const now = rt.clock.now()
  const reminders = visits.flatMap((visit) =>
    remindersOf(visit.startsAt, now).map((reminder) => ({ ...visit, ...reminder })),
  )
  await notifyEach(rt, tx, visitReminder, reminders, ({ bookingId, sequence, which, at, startsAt }) => ({
    purpose: `visit:${bookingId}:${sequence}:${which}`,
    data: { bookingId, sequence, which, startsAt: startsAt.toISOString() },
    notBefore: at,
  }))
}

const log = (rt: Runtime, tx: Tx, actor: Actor, deed: string, id: BookingId, { subject }: Visitor): Promise<void> =>
  audit(tx, { actor, deed, subject: 'booking', subjectId: id, ownerId: subject.ownerId, now: rt.clock.now() })

/** Offers a freed seat to the next in line, as long as there is time to answer. */
export async function passOn(rt: Runtime, tx: Tx, slotId: SlotId): Promise<void> {
  const now = rt.clock.now()
  const slot = await store.slotOf(tx, slotId)
  if (!slot || slot.closed || !(await waitlist.isAwaited(tx, slot.deskId))) return
  const time = await workingTimeOf(tx, PROVINCE, now)
  // It can only be answered once it may be sent.
  const expiresAt = offerExpires(slot.startsAt, time.after(inDaytime(now), OFFER_HOLDS))
  if (!expiresAt) return
  const offer = await waitlist.offerSeat(tx, slotId, now, expiresAt)
  if (offer) {
    const { offerId, ownerId } = offer
    await notify(rt, tx, seatOffered, { to: ownerId, purpose: `offer:${offerId}`, data: { offerId } })
  }
}
