import type { DossierId } from '../dossier/rules.ts'
import type { PersonId } from '../people/rules.ts'
import { type SubjectRow, subjectIn } from '../people/subject.ts'
import type { Database, Tx } from '../platform/db.ts'
import type { BookingId, OfferId, SlotId, Visitor } from './rules.ts'
import type { HeldSlot } from './turn-store.ts'

// Seats as they are taken and given back. A seat is a row: taking one is changing it, so it is never taken twice.

/** A seat (`s`) that anybody may have. */
export const FREE = 's.booking_id IS NULL AND s.offer_id IS NULL AND NOT s.walk_in'

/** The first free seat of the slot `$1`; those that somebody else is taking at this moment are passed over. */
export const FREE_SEAT = `
  SELECT s.id, s.table_no FROM seat s WHERE s.slot_id = $1 AND ${FREE} ORDER BY s.table_no LIMIT 1 FOR UPDATE SKIP LOCKED`

const LOOK = `
  SELECT d.standing, row_to_json(u) AS subject, k.id AS "deskId", t.starts_at AS "startsAt",
    (t.closed_at IS NOT NULL OR y.closed_at IS NOT NULL OR k.closed_at IS NOT NULL) AS closed,
    NOT EXISTS (SELECT 1 FROM seat s WHERE s.slot_id = t.id AND ${FREE})
      AND NOT EXISTS (SELECT 1 FROM booking b WHERE b.dossier_id = d.id AND b.state = 'booked') AS "isFull"
  FROM dossier d JOIN subject u ON u."businessId" = d.business_id, slot t JOIN desk_day y ON y.id = t.day_id
  JOIN desk k ON k.id = y.desk_id WHERE d.id = $1 AND t.id = $2`

/** A dossier before a slot, as it looks without holding anything: `isFull` when it has no seat there, nor could have one. */
export async function lookAt(
  db: Database,
  dossierId: DossierId,
  slotId: SlotId,
): Promise<{ visitor: Visitor; slot: HeldSlot; isFull: boolean } | undefined> {
  const [row] = await db.sql<HeldSlot & { standing: Visitor['standing']; subject: SubjectRow; isFull: boolean }>(LOOK, [
    dossierId,
    slotId,
  ])
  if (!row) return undefined
  const { standing, subject, isFull, ...slot } = row
  return { visitor: { dossierId, standing, subject: subjectIn(subject) }, slot, isFull }
}

export interface NewBooking {
  code: string
  dossierId: DossierId
  slotId: SlotId
  personId: PersonId
  cause: number
  now: Date
}

const CLAIM = `
  WITH free AS MATERIALIZED (${FREE_SEAT}),
  made AS (
    INSERT INTO booking (code, dossier_id, slot_id, table_no, booked_by_id, booked_at, changed_at, cause)
    SELECT $2, $3, $1, table_no, $4, $5, $5, $6 FROM free RETURNING id)
  UPDATE seat SET booking_id = made.id FROM made, free WHERE seat.id = free.id RETURNING made.id`

/**
 * Takes a free seat for a dossier, in one statement. Undefined when none is left; a second live booking of the dossier is
 * refused by `booking_live_key`.
 */
export async function claimSeat(tx: Tx, claim: NewBooking): Promise<BookingId | undefined> {
  const { code, dossierId, slotId, personId, cause, now } = claim
  const [row] = await tx.$queryRawUnsafe<{ id: BookingId }[]>(CLAIM, ...[slotId, code, dossierId, personId, now, cause])
  return row?.id
}

/** Books the seat that an offer holds. */
export async function claimOffered(tx: Tx, offer: OfferId, claim: NewBooking): Promise<BookingId | undefined> {
  const { code, dossierId, slotId, personId, cause, now } = claim
  const [row] = await tx.$queryRaw<{ id: BookingId }[]>`
    WITH made AS (
      INSERT INTO booking (code, dossier_id, slot_id, table_no, booked_by_id, booked_at, changed_at, cause)
      SELECT ${code}, ${dossierId}, ${slotId}, table_no, ${personId}, ${now}, ${now}, ${cause}
      FROM seat WHERE offer_id = ${offer} RETURNING id)
    UPDATE seat SET booking_id = made.id, offer_id = NULL FROM made WHERE seat.offer_id = ${offer} RETURNING made.id`
  return row?.id
}

/** Moves a booking to a free seat of another slot, or another table of its own. False when none is left: nothing changed. */
export async function moveSeat(tx: Tx, id: BookingId, slot: SlotId, now: Date): Promise<boolean> {
  const [free] = await tx.$queryRawUnsafe<{ id: number; table_no: number }[]>(FREE_SEAT, slot)
  if (!free) return false
  await tx.$executeRaw`UPDATE seat SET booking_id = NULL WHERE booking_id = ${id}`
  await tx.$executeRaw`UPDATE seat SET booking_id = ${id} WHERE id = ${free.id}`
  await tx.$executeRaw`
    UPDATE booking SET slot_id = ${slot}, table_no = ${free.table_no}, coming_at = NULL, sequence = sequence + 1, changed_at = ${now}
    WHERE id = ${id}`
  // Whoever is there for one day is not there for another.
  await tx.$executeRaw`
    UPDATE visit v SET arrived_at = NULL FROM slot t
    WHERE v.booking_id = ${id} AND t.id = ${slot} AND v.day_id <> t.day_id AND v.arrived_at IS NOT NULL AND v.called_at IS NULL`
  return true
}

/** Ends a booking and frees its seat. */
export async function endBooking(tx: Tx, id: BookingId, state: 'cancelled', now: Date): Promise<void> {
  await tx.$executeRaw`UPDATE seat SET booking_id = NULL WHERE booking_id = ${id}`
  await tx.$executeRaw`
    UPDATE booking SET state = ${state}, sequence = sequence + 1, changed_at = ${now} WHERE id = ${id}`
}

export async function setTopic(tx: Tx, id: BookingId, topic: string): Promise<void> {
  await tx.booking.update({ where: { id }, data: { topic } })
}

/** The live booking of a dossier that is held. */
export async function liveBookingIn(
  tx: Tx,
  dossierId: DossierId,
): Promise<{ id: BookingId; slotId: SlotId } | undefined> {
  const row = await tx.booking.findFirst({ where: { dossierId, state: 'booked' }, select: { id: true, slotId: true } })
  return row ? { id: row.id as BookingId, slotId: row.slotId as SlotId } : undefined
}

export async function setComing(tx: Tx, id: BookingId, now: Date): Promise<void> {
  await tx.booking.update({ where: { id }, data: { comingAt: now } })
}

/** The booking that an update made, when the same update is handled again. */
export async function bookingBy(tx: Tx, cause: number): Promise<BookingId | undefined> {
  const row = await tx.booking.findUnique({ where: { cause }, select: { id: true } })
  return row ? (row.id as BookingId) : undefined
}
