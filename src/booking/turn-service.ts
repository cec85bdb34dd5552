import { PROVINCE } from '../calendar/rules.ts'
import { workingTimeOf } from '../calendar/store.ts'
import { notify, notifyEach } from '../delivery/service.ts'
import { type Actor, may, type PersonId } from '../people/rules.ts'
import { audit } from '../people/store.ts'
import type { Tx } from '../platform/db.ts'
import { type Result, refuse } from '../platform/result.ts'
import { inDaytime } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import { seatOffered, visitReminder } from './notices.ts'
import { type BookingId, OFFER_HOLDS, offerExpires, remindersOf, type SlotId, type Visitor } from './rules.ts'
import * as turn from './turn-store.ts'
import * as waitlist from './waitlist-store.ts'

// What all acts on seats share: their turn, what a new booking brings along, and who is next when a seat is free.

/**
 * One transaction that holds everything a dossier's act is about, in the one order. When somebody gave it another seat or
 * offer before all was held, it begins anew.
 */
export async function inTurn<Value>(
  rt: Runtime,
  about: turn.About,
  work: (tx: Tx, visitor: Visitor | undefined) => Promise<Value>,
): Promise<Value> {
  for (let turns = 1; turns <= MOST_TURNS; turns++) {
    const done = await rt.db.transaction(async (tx) => {
      const held = await turn.holdPlaces(tx, about)
      const visitor = await turn.lockVisitor(tx, about.dossierId)
      return (await turn.isAllHeld(tx, about, held)) ? { value: await work(tx, visitor) } : undefined
    })
    if (done) return done.value
  }
  throw new Error('the places of a dossier were never all held')
}

/** More than anybody's places change while one act waits for them; beyond it the act fails, and the update comes again. */
const MOST_TURNS = 20

/** The same for whoever may fill the dossier in. */
export const inOwnTurn = <Value, Reason extends string>(
  rt: Runtime,
  actor: Actor,
  about: turn.About,
  work: (tx: Tx, visitor: Visitor) => Promise<Result<Value, Reason>>,
): Promise<Result<Value, Reason | 'not-yours'>> =>
  inTurn<Result<Value, Reason | 'not-yours'>>(rt, about, async (tx, visitor) =>
    visitor && may(actor, 'fill', visitor.subject) ? work(tx, visitor) : refuse('not-yours'),
  )

/** What every new booking brings along: it waits nowhere any more, is reminded of, and is written down. */
export async function begin(
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

export const log = (
  rt: Runtime,
  tx: Tx,
  actor: Actor,
  deed: string,
  id: BookingId,
  { subject }: Visitor,
): Promise<void> =>
  audit(tx, { actor, deed, subject: 'booking', subjectId: id, ownerId: subject.ownerId, now: rt.clock.now() })

/** Offers a freed seat to the next in line, as long as there is time to answer. Whether it was; its day is held. */
export async function passOn(rt: Runtime, tx: Tx, slotId: SlotId): Promise<boolean> {
  const now = rt.clock.now()
  const slot = await turn.slotOf(tx, slotId)
  if (!slot || slot.closed || !(await waitlist.isAwaited(tx, slot.deskId))) return false
  const time = await workingTimeOf(tx, PROVINCE, now)
  // It can only be answered once it may be sent.
  const expiresAt = offerExpires(slot.startsAt, time.after(inDaytime(now), OFFER_HOLDS))
  const offer = expiresAt && (await waitlist.offerSeat(tx, slotId, now, expiresAt))
  if (!offer) return false
  const { offerId, ownerId } = offer
  const data = { offerId, expiresAt: expiresAt.toISOString() }
  await notify(rt, tx, seatOffered, { to: ownerId, purpose: `offer:${offerId}`, data })
  return true
}

/** Offers every free seat of a slot, one after the other, as long as somebody waits. Answers how many. */
export async function passAllOn(rt: Runtime, tx: Tx, slotId: SlotId): Promise<number> {
  let offered = 0
  while (await passOn(rt, tx, slotId)) offered += 1
  return offered
}
