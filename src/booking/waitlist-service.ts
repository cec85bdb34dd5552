import type { DossierId } from '../dossier/rules.ts'
import type { Actor } from '../people/rules.ts'
import type { Tx } from '../platform/db.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import { newCode } from '../platform/token.ts'
import type { Runtime } from '../runtime.ts'
import type { BookingId, BookRefusal, DeskId, OfferId, SlotId } from './rules.ts'
import * as store from './store.ts'
import { begin, inOwnTurn, inTurn, passAllOn, passOn } from './turn-service.ts'
import * as turn from './turn-store.ts'
import * as waitlist from './waitlist-store.ts'

// The line of a desk that is full, and the seats that are offered to whoever stands in it.

export type JoinRefusal = 'not-yours' | 'not-nominated' | 'booked-already' | 'seats-left' | 'slot-gone'

/** Joins the line of a desk that is full. */
export function joinWaitlist(
  rt: Runtime,
  actor: Actor,
  dossierId: DossierId,
  deskId: DeskId,
): Promise<Result<undefined, JoinRefusal>> {
  return inOwnTurn<undefined, JoinRefusal>(rt, actor, { dossierId, deskId }, async (tx, visitor) => {
    const now = rt.clock.now()
    if (visitor.standing !== 'nominated') return refuse('not-nominated')
    if (await store.liveBookingIn(tx, dossierId)) return refuse('booked-already')
    if (!(await waitlist.hasAhead(tx, deskId, now))) return refuse('slot-gone')
    if (await waitlist.hasFree(tx, deskId, now)) return refuse('seats-left')
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
  return inOwnTurn(rt, actor, { dossierId }, async (tx) => {
    for (const slot of await waitlist.leaveLine(tx, dossierId, rt.clock.now(), deskId)) await passOn(rt, tx, slot)
    return ok()
  })
}

export type OfferRefusal = BookRefusal | 'not-yours' | 'offer-over'

/** Takes the seat that was offered, or lets it go to the next. */
export async function answerOffer(
  rt: Runtime,
  actor: Actor,
  id: OfferId,
  answer: 'take' | 'decline',
): Promise<Result<BookingId | undefined, OfferRefusal>> {
  const dossierId = await turn.dossierOfOffer(rt.db.reader, id)
  if (dossierId === undefined) return refuse('not-yours')
  return inOwnTurn<BookingId | undefined, OfferRefusal>(rt, actor, { dossierId }, async (tx, visitor) => {
    const now = rt.clock.now()
    const made = await store.bookingBy(tx, actor.cause)
    if (made !== undefined) return ok(made)
    const offer = await waitlist.lockOffer(tx, id)
    if (!offer) return refuse('not-yours')
    const live = await store.liveBookingIn(tx, dossierId)
    if (live && offer.outcome === 'taken') return ok(live.id)
    if (offer.outcome !== null || offer.expiresAt <= now) return refuse('offer-over')
    if (answer === 'decline') {
      await letGo(rt, tx, offer, 'declined')
      return ok(undefined)
    }
    if (live) return refuse('booked-already')
    const { slotId } = offer
    const { personId, cause } = actor
    const booking = await store.claimOffered(tx, id, { code: newCode(), dossierId, slotId, personId, cause, now })
    if (booking === undefined) return refuse('slot-full')
    await waitlist.markTaken(tx, id, now)
    await begin(rt, tx, actor, visitor, booking, offer.startsAt)
    return ok(booking)
  })
}

async function letGo(
  rt: Runtime,
  tx: Tx,
  { id, slotId }: Pick<waitlist.HeldOffer, 'id' | 'slotId'>,
  outcome: 'declined' | 'expired',
): Promise<void> {
  await waitlist.releaseOffer(tx, id, outcome, rt.clock.now())
  await passOn(rt, tx, slotId)
}

/**
 * Lets offers that nobody answered in time go to the next in line, and offers free seats that were overlooked while others
 * were at them. Returns how many.
 */
export async function sweepOffers(rt: Runtime): Promise<number> {
  const due = await waitlist.expiredOffers(rt.db, rt.clock.now())
  for (const { id, dossierId, slotId } of due) {
    await inTurn(rt, { dossierId, slotId }, async (tx) => {
      const offer = await waitlist.lockOffer(tx, id)
      if (offer?.outcome === null) await letGo(rt, tx, offer, 'expired')
    })
  }
  let count = due.length
  for (const slotId of await waitlist.unofferedSlots(rt.db, rt.clock.now())) count += await offerSeats(rt, slotId)
  return count
}

const offerSeats = (rt: Runtime, slotId: SlotId): Promise<number> =>
  rt.db.transaction(async (tx) => {
    await turn.holdSlot(tx, slotId)
    return passAllOn(rt, tx, slotId)
  })
