import type { DossierId } from '../dossier/rules.ts'
import { type SubjectRow, subjectIn } from '../people/subject.ts'
import type { Tx } from '../platform/db.ts'
import type { Booking, BookingId, DayId, DeskId, OfferId, SlotId, Visitor } from './rules.ts'

// What is held while seats change hands, and in which order. Everybody holds in this one, so nobody waits for somebody who
// waits for them:
//
//   desks, by id → days, by id → the dossier → its booking, its place in line, its offer → seats
//
// Owners share desks and days (FOR SHARE): any number of them book side by side, and whatever the office changes there
// waits until they are through. The office has them alone (FOR NO KEY UPDATE): whoever closes, moves or lays out a day has
// its desk and the day, whoever closes a desk has the desk and its days, and whoever runs a day has the day. So slots need
// not be held: nobody changes one without its day. An owner's act may free seats of other days than the one it names, so
// all of them are held before its dossier is, and looked up again after. Seats and places in line that somebody else has
// under their hands are passed over (SKIP LOCKED), and the minute's look for free seats comes back to them.

/** Desks and days that an act is about. */
export interface Places {
  desks: DeskId[]
  days: DayId[]
}

/** Somebody's dossier, with the slot or the desk that they named. */
export interface About {
  dossierId: DossierId
  slotId?: SlotId
  deskId?: DeskId
}

/** The slot that was named, and those in which the dossier has a seat, or is offered one; and where it waits. */
const PLACE = `
  SELECT d.desk_id, d.id AS day_id FROM slot t JOIN desk_day d ON d.id = t.day_id WHERE t.id IN (
    SELECT $2::int UNION ALL SELECT slot_id FROM booking WHERE dossier_id = $1 AND state = 'booked'
    UNION ALL SELECT o.slot_id FROM seat_offer o JOIN waiting w ON w.id = o.waiting_id
      WHERE w.dossier_id = $1 AND w.ended_at IS NULL AND o.settled_at IS NULL)
  UNION SELECT desk_id, NULL FROM waiting WHERE dossier_id = $1 AND ended_at IS NULL
  UNION SELECT id, NULL FROM desk WHERE id = $3`

const HOLD = `
  WITH place AS MATERIALIZED (${PLACE}),
  held_desk AS MATERIALIZED (SELECT id FROM desk WHERE id IN (SELECT desk_id FROM place) ORDER BY id FOR SHARE),
  held_day AS MATERIALIZED (
    SELECT id FROM desk_day WHERE id IN (SELECT day_id FROM place) AND (SELECT count(*) FROM held_desk) > 0
    ORDER BY id FOR SHARE)
  SELECT ARRAY(SELECT id FROM held_desk) AS desks, ARRAY(SELECT id FROM held_day) AS days`

const LOOK = `
  WITH place AS (${PLACE})
  SELECT ARRAY(SELECT desk_id FROM place WHERE desk_id IS NOT NULL) AS desks,
    ARRAY(SELECT day_id FROM place WHERE day_id IS NOT NULL) AS days`

async function placesBy(tx: Tx, sql: string, { dossierId, slotId, deskId }: About): Promise<Places> {
  const [row] = await tx.$queryRawUnsafe<Places[]>(sql, dossierId, slotId ?? null, deskId ?? null)
  return row ?? { desks: [], days: [] }
}

/** Holds the desks and days of an act against being closed, moved or laid out anew. */
export const holdPlaces = (tx: Tx, about: About): Promise<Places> => placesBy(tx, HOLD, about)

/** Holds the desk and the day of a slot, for an act that is about no dossier. */
export async function holdSlot(tx: Tx, id: SlotId): Promise<void> {
  const day = 'SELECT day_id FROM slot WHERE id = $1'
  await tx.$queryRawUnsafe(
    `SELECT 1 FROM desk WHERE id = (SELECT desk_id FROM desk_day WHERE id = (${day})) FOR SHARE`,
    id,
  )
  await tx.$queryRawUnsafe(`SELECT 1 FROM desk_day WHERE id = (${day}) FOR SHARE`, id)
}

/** Whether what is held is still all that the act is about; asked once the dossier is held too. */
export async function isAllHeld(tx: Tx, about: About, held: Places): Promise<boolean> {
  const { desks, days } = await placesBy(tx, LOOK, about)
  return desks.every((id) => held.desks.includes(id)) && days.every((id) => held.days.includes(id))
}

/** A dossier of an open cycle as a visitor, held against a second booking at the same moment. */
export async function lockVisitor(tx: Tx, dossierId: DossierId): Promise<Visitor | undefined> {
  const [row] = await tx.$queryRaw<{ standing: Visitor['standing']; subject: SubjectRow }[]>`
    SELECT d.standing, row_to_json(u) AS subject FROM dossier d
    JOIN cycle y ON y.id = d.cycle_id AND y.closed_at IS NULL JOIN subject u ON u."businessId" = d.business_id
    WHERE d.id = ${dossierId} FOR UPDATE OF d`
  return row && { dossierId, standing: row.standing, subject: subjectIn(row.subject) }
}

/** The dossier that a booking belongs to, which never changes. */
export async function dossierOfBooking(tx: Tx, id: BookingId): Promise<DossierId | undefined> {
  const row = await tx.booking.findUnique({ where: { id }, select: { dossierId: true } })
  return row ? (row.dossierId as DossierId) : undefined
}

/** The dossier that an offer was made to. */
export async function dossierOfOffer(tx: Tx, id: OfferId): Promise<DossierId | undefined> {
  const row = await tx.seatOffer.findUnique({ where: { id }, select: { waiting: { select: { dossierId: true } } } })
  return row ? (row.waiting.dossierId as DossierId) : undefined
}

export interface HeldSlot {
  deskId: DeskId
  startsAt: Date
  closed: boolean
}

/** A slot, as it stays while its day is held. */
export async function slotOf(tx: Tx, id: SlotId): Promise<HeldSlot | undefined> {
  const [row] = await tx.$queryRaw<HeldSlot[]>`
    SELECT k.id AS "deskId", t.starts_at AS "startsAt",
      (t.closed_at IS NOT NULL OR d.closed_at IS NOT NULL OR k.closed_at IS NOT NULL) AS closed
    FROM slot t JOIN desk_day d ON d.id = t.day_id JOIN desk k ON k.id = d.desk_id WHERE t.id = ${id}`
  return row
}

/** A booking, held for a change; its dossier is held already. */
export interface HeldBooking {
  slotId: SlotId
  startsAt: Date
  sequence: number
  state: Booking['state']
  /** Whoever has it sits at the table. */
  isCalled: boolean
}

export async function lockBooking(tx: Tx, id: BookingId): Promise<HeldBooking | undefined> {
  await tx.$queryRaw`SELECT 1 FROM booking WHERE id = ${id} FOR UPDATE`
  const [row] = await tx.$queryRaw<HeldBooking[]>`
    SELECT b.slot_id AS "slotId", t.starts_at AS "startsAt", b.sequence, b.state,
      EXISTS (SELECT 1 FROM visit v WHERE v.booking_id = b.id AND v.called_at IS NOT NULL) AS "isCalled"
    FROM booking b JOIN slot t ON t.id = b.slot_id WHERE b.id = ${id}`
  return row
}
