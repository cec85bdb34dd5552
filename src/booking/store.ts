import type { Facts, Item } from '../dossier/requirements.ts'
import type { DossierId } from '../dossier/rules.ts'
import type { PersonId, Subject } from '../people/rules.ts'
import { type SubjectRow, subjectIn } from '../people/subject.ts'
import type { Database, Tx } from '../platform/db.ts'
import type { LocalDate } from '../platform/time.ts'
import type { Booking, BookingId, DayId, DeskDay, DeskId, OfferId, Place, Slot, SlotId, Visitor } from './rules.ts'

// Seats as they are taken and given back. A seat is a row: taking one is changing it, so it is never taken twice.

interface PlaceRow {
  title: string
  venue: string | null
  latitude: number | null
  longitude: number | null
}

const placeIn = ({ title, venue, latitude, longitude }: PlaceRow) => ({
  title,
  venue: venue ?? undefined,
  point: latitude === null || longitude === null ? undefined : { latitude, longitude },
})

interface DayRow extends PlaceRow {
  id: DayId
  deskId: DeskId
  zone: string
  day: LocalDate
  free: number
}

const FREE = `s.booking_id IS NULL AND s.offer_id IS NULL AND NOT s.walk_in`

const DAYS = `
  SELECT d.id, d.day, k.id AS "deskId", k.zone_id AS zone, k.title, k.venue, k.latitude, k.longitude,
    (SELECT count(*) FROM slot t JOIN seat s ON s.slot_id = t.id
      WHERE t.day_id = d.id AND t.closed_at IS NULL AND t.starts_at > $1 AND ${FREE}) AS free
  FROM desk_day d JOIN desk k ON k.id = d.desk_id
  WHERE d.closed_at IS NULL AND k.closed_at IS NULL
    AND EXISTS (SELECT 1 FROM slot t WHERE t.day_id = d.id AND t.closed_at IS NULL AND t.starts_at > $1)
  ORDER BY d.day, k.id LIMIT 60`

/** The days of all desks that still have slots ahead, with their free seats. */
export async function daysAhead(db: Database, now: Date): Promise<DeskDay[]> {
  const rows = await db.sql<DayRow>(DAYS, [now])
  return rows.map(dayIn)
}

const dayIn = ({ id, deskId, zone, day, free, ...place }: DayRow): DeskDay => ({
  id,
  deskId,
  zone,
  day,
  free,
  ...placeIn(place),
})

const SLOTS = `
  SELECT t.id, t.starts_at AS "startsAt", (SELECT count(*) FROM seat s WHERE s.slot_id = t.id AND ${FREE}) AS free
  FROM slot t WHERE t.day_id = $1 AND t.closed_at IS NULL AND t.starts_at > $2 ORDER BY t.starts_at`

/** The slots of a day that are still ahead, full ones too. */
export const slotsAhead = (db: Database, day: DayId, now: Date): Promise<Slot[]> => db.sql<Slot>(SLOTS, [day, now])

const ONE_DAY = DAYS.replace('ORDER BY', 'AND d.id = (SELECT day_id FROM slot WHERE id = $2) ORDER BY')

/** The day of a slot, as `daysAhead` has it. */
export async function dayOfSlot(db: Database, slot: SlotId, now: Date): Promise<DeskDay | undefined> {
  const [row] = await db.sql<DayRow>(ONE_DAY, [now, slot])
  return row && dayIn(row)
}

/** Where and when a slot is. */
export async function slotPlace(db: Database, slot: SlotId): Promise<(Place & { startsAt: Date }) | undefined> {
  const [row] = await db.sql<PlaceRow & { startsAt: Date }>(
    `SELECT t.starts_at AS "startsAt", k.title, k.venue, k.latitude, k.longitude
     FROM slot t JOIN desk_day d ON d.id = t.day_id JOIN desk k ON k.id = d.desk_id
     WHERE t.id = $1 AND t.closed_at IS NULL AND d.closed_at IS NULL AND k.closed_at IS NULL`,
    [slot],
  )
  return row && { ...placeIn(row), startsAt: row.startsAt }
}

/** Whether a dossier may book, and the zone of its region. */
export async function bookerOf(
  db: Database,
  dossier: DossierId,
): Promise<{ standing: Visitor['standing']; zone: string } | undefined> {
  const [row] = await db.sql<{ standing: Visitor['standing']; zone: string }>(
    `SELECT d.standing, r.zone_id AS zone FROM dossier d JOIN business b ON b.id = d.business_id
     JOIN region r ON r.code = b.region_code WHERE d.id = $1`,
    [dossier],
  )
  return row
}

/** A dossier of an open cycle as a visitor, held against a second booking at the same moment. */
export async function lockVisitor(tx: Tx, dossierId: DossierId): Promise<Visitor | undefined> {
  const [row] = await tx.$queryRaw<{ standing: Visitor['standing']; subject: SubjectRow }[]>`
    SELECT d.standing, row_to_json(u) AS subject FROM dossier d
    JOIN cycle y ON y.id = d.cycle_id AND y.closed_at IS NULL JOIN subject u ON u."businessId" = d.business_id
    WHERE d.id = ${dossierId} FOR UPDATE OF d`
  return row && { dossierId, standing: row.standing, subject: subjectIn(row.subject) }
}

export interface HeldSlot {
  deskId: DeskId
  startsAt: Date
  closed: boolean
}

/** A slot, held against being closed or moved while a seat of it is taken. */
export async function slotOf(tx: Tx, id: SlotId): Promise<HeldSlot | undefined> {
  const [row] = await tx.$queryRaw<HeldSlot[]>`
    SELECT k.id AS "deskId", t.starts_at AS "startsAt",
      (t.closed_at IS NOT NULL OR d.closed_at IS NOT NULL OR k.closed_at IS NOT NULL) AS closed
    FROM slot t JOIN desk_day d ON d.id = t.day_id JOIN desk k ON k.id = d.desk_id WHERE t.id = ${id}
    FOR SHARE OF t, d, k`
  return row
}

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

/**
 * Takes a free seat for a dossier, in one statement. Undefined when none is left; a second live booking of the dossier is
 * refused by `booking_live_key`.
 */
export async function claimSeat(tx: Tx, claim: NewBooking): Promise<BookingId | undefined> {
  const { code, dossierId, slotId, personId, cause, now } = claim
  const [row] = await tx.$queryRaw<{ id: BookingId }[]>`
    WITH free AS (
      SELECT id, table_no FROM seat WHERE slot_id = ${slotId} AND booking_id IS NULL AND offer_id IS NULL AND NOT walk_in
      ORDER BY table_no LIMIT 1 FOR UPDATE SKIP LOCKED),
    made AS (
      INSERT INTO booking (code, dossier_id, slot_id, table_no, booked_by_id, booked_at, changed_at, cause)
      SELECT ${code}, ${dossierId}, ${slotId}, table_no, ${personId}, ${now}, ${now}, ${cause} FROM free RETURNING id)
    UPDATE seat SET booking_id = made.id FROM made, free WHERE seat.id = free.id RETURNING made.id`
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
  const [free] = await tx.$queryRaw<{ id: number; tableNo: number }[]>`
    SELECT id, table_no AS "tableNo" FROM seat
    WHERE slot_id = ${slot} AND booking_id IS NULL AND offer_id IS NULL AND NOT walk_in
    ORDER BY table_no LIMIT 1 FOR UPDATE SKIP LOCKED`
  if (!free) return false
  await tx.$executeRaw`UPDATE seat SET booking_id = NULL WHERE booking_id = ${id}`
  await tx.$executeRaw`UPDATE seat SET booking_id = ${id} WHERE id = ${free.id}`
  await tx.$executeRaw`
    UPDATE booking SET slot_id = ${slot}, table_no = ${free.tableNo}, coming_at = NULL, sequence = sequence + 1, changed_at = ${now}
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

interface BookingRow extends PlaceRow {
  id: BookingId
  code: string
  dossierId: DossierId
  deskId: DeskId
  slotId: SlotId
  tableNo: number
  startsAt: string
  endsAt: string
  topic: string | null
  sequence: number
  state: Booking['state']
}

const BOOKING = `
  SELECT b.id, b.code, b.dossier_id AS "dossierId", k.id AS "deskId", b.slot_id AS "slotId", b.table_no AS "tableNo",
    to_json(t.starts_at) #>> '{}' AS "startsAt", to_json(t.ends_at) #>> '{}' AS "endsAt", b.topic, b.sequence, b.state,
    k.title, k.venue, k.latitude, k.longitude
  FROM booking b JOIN slot t ON t.id = b.slot_id JOIN desk_day d ON d.id = t.day_id JOIN desk k ON k.id = d.desk_id`

const bookingIn = ({ title, venue, latitude, longitude, topic, startsAt, endsAt, ...row }: BookingRow): Booking => ({
  ...row,
  ...placeIn({ title, venue, latitude, longitude }),
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
  topic: topic ?? undefined,
})

async function bookingOf(db: Database, id: BookingId): Promise<Booking | undefined> {
  const [row] = await db.sql<BookingRow>(`${BOOKING} WHERE b.id = $1`, [id])
  return row && bookingIn(row)
}

/** The booking that a dossier has at present. */
export async function liveBookingOf(db: Database, dossier: DossierId): Promise<Booking | undefined> {
  const [row] = await db.sql<BookingRow>(`${BOOKING} WHERE b.dossier_id = $1 AND b.state = 'booked'`, [dossier])
  return row && bookingIn(row)
}

/** The live booking of a dossier that is held. */
export async function liveBookingIn(
  tx: Tx,
  dossierId: DossierId,
): Promise<{ id: BookingId; slotId: SlotId } | undefined> {
  const row = await tx.booking.findFirst({ where: { dossierId, state: 'booked' }, select: { id: true, slotId: true } })
  return row ? { id: row.id as BookingId, slotId: row.slotId as SlotId } : undefined
}

/** The booking whose ticket has that code. */
export async function bookingByCode(db: Database, code: string): Promise<BookingId | undefined> {
  const [row] = await db.sql<{ id: BookingId }>('SELECT id FROM booking WHERE code = $1', [code])
  return row?.id
}

export async function setComing(tx: Tx, id: BookingId, now: Date): Promise<void> {
  await tx.booking.update({ where: { id }, data: { comingAt: now } })
}

/** A booking with its dossier, held for a change. */
export interface HeldBooking {
  slotId: SlotId
  startsAt: Date
  sequence: number
  state: Booking['state']
  /** Whoever has it sits at the table. */
  isCalled: boolean
  visitor: Visitor
}

export async function lockBooking(tx: Tx, id: BookingId): Promise<HeldBooking | undefined> {
  const [held] = await tx.$queryRaw<{ dossierId: DossierId }[]>`
    SELECT dossier_id AS "dossierId" FROM booking WHERE id = ${id} FOR UPDATE`
  const visitor = held && (await lockVisitor(tx, held.dossierId))
  if (!visitor) return undefined
  const [row] = await tx.$queryRaw<Omit<HeldBooking, 'visitor'>[]>`
    SELECT b.slot_id AS "slotId", t.starts_at AS "startsAt", b.sequence, b.state,
      EXISTS (SELECT 1 FROM visit v WHERE v.booking_id = b.id AND v.called_at IS NOT NULL) AS "isCalled"
    FROM booking b JOIN slot t ON t.id = b.slot_id WHERE b.id = ${id}`
  return row && { ...row, visitor }
}

/** The booking that an update made, when the same update is handled again. */
export async function bookingBy(tx: Tx, cause: number): Promise<BookingId | undefined> {
  const row = await tx.booking.findUnique({ where: { cause }, select: { id: true } })
  return row ? (row.id as BookingId) : undefined
}

/** A booking with what its ticket says of the dossier. */
export interface VisitFacts extends Booking, Facts {
  business: string
  subject: Subject
  catalogueVersion: number
  items: Item[]
}

interface VisitRow {
  business: string
  subject: SubjectRow
  catalogueVersion: number
  commodity: Facts['commodity']
  form: Facts['form'] | null
  switchedOn: string[]
  answers: Facts['answers'] | null
  items: Item[] | null
}

const VISIT = `
  SELECT row_to_json(u) AS subject, c.name AS business, c.commodity, c.form, e.catalogue_version AS "catalogueVersion",
    y.switched_on AS "switchedOn",
    (SELECT json_object_agg(question, answer) FROM dossier_answer WHERE dossier_id = e.id) AS answers,
    (SELECT json_agg(json_build_object('id', i.id, 'requirementId', i.requirement_id, 'state', i.state) ORDER BY i.id)
       FROM item i WHERE i.dossier_id = e.id) AS items
  FROM booking b JOIN dossier e ON e.id = b.dossier_id JOIN cycle y ON y.id = e.cycle_id
  JOIN business c ON c.id = e.business_id JOIN subject u ON u."businessId" = c.id WHERE b.id = $1`

export async function visitOf(db: Database, id: BookingId): Promise<VisitFacts | undefined> {
  const booking = await bookingOf(db, id)
  const [row] = await db.sql<VisitRow>(VISIT, [id])
  if (!booking || !row) return undefined
  const { subject, form, answers, items, ...facts } = row
  return {
    ...booking,
    ...facts,
    subject: subjectIn(subject),
    form: form ?? undefined,
    answers: answers ?? {},
    items: items ?? [],
  }
}
