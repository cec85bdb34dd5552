import type { PersonId, RegionCode, Subject } from '../people/rules.ts'
import { type SubjectRow, subjectIn } from '../people/subject.ts'
import type { Database, Tx } from '../platform/db.ts'
import type { LocalDate } from '../platform/time.ts'
import type { Call, CallReason, MovableDay, Target } from './moving.ts'
import type { BookingId, DayId, DeskId, SlotId } from './rules.ts'

// Days as they are moved and closed. Whoever books holds the day and its desk until they are through, so what is held here
// has no booking that nobody sees. The order of holding is in turn-store.ts.

export interface HeldDay extends MovableDay {
  id: DayId
  deskId: DeskId
}

const DAY = `
  SELECT d.id, d.desk_id AS "deskId", d.day, d.closed_at IS NOT NULL OR k.closed_at IS NOT NULL AS closed,
    (SELECT min(t.starts_at) FROM slot t WHERE t.day_id = d.id AND (t.closed_at IS NULL
      OR EXISTS (SELECT 1 FROM booking b WHERE b.slot_id = t.id AND b.state <> 'cancelled'))) AS "startsAt",
    EXISTS (SELECT 1 FROM visit v LEFT JOIN booking b ON b.id = v.booking_id LEFT JOIN slot t ON t.id = b.slot_id
      WHERE v.day_id = d.id AND (v.arrived_at IS NOT NULL OR v.absent_at IS NOT NULL)
        AND (b.id IS NULL OR (b.state <> 'cancelled' AND t.day_id = d.id))) AS "hasVisits"
  FROM desk_day d JOIN desk k ON k.id = d.desk_id WHERE d.id = $1`

type DayRow = Omit<HeldDay, 'startsAt'> & { startsAt: Date | null }
const dayIn = (row: DayRow | undefined): HeldDay | undefined => row && { ...row, startsAt: row.startsAt ?? undefined }

/** Holds a day with its slots for a change. */
export async function lockDay(tx: Tx, id: DayId): Promise<HeldDay | undefined> {
  await holdAlone(tx, { what: 'day', id })
  const [row] = await tx.$queryRawUnsafe<DayRow[]>(DAY, id)
  return dayIn(row)
}

export async function dayToMove(db: Database, id: DayId): Promise<HeldDay | undefined> {
  const [row] = await db.sql<DayRow>(DAY, [id])
  return dayIn(row)
}

/** Whether a desk has a day on that date, open or closed. */
export async function hasDayOn(tx: Tx, deskId: DeskId, day: LocalDate): Promise<boolean> {
  return (await tx.deskDay.count({ where: { deskId, day } })) > 0
}

/** A visit that was moved or ended, with whom it is told to. */
export interface Hit {
  to: PersonId
  bookingId: BookingId
  sequence: number
  startsAt: Date
}

/** Moves a day with its slots by so many days. Seats and bookings stay with their slots. */
export async function moveSlots(tx: Tx, id: DayId, day: LocalDate, byDays: number): Promise<void> {
  await tx.$executeRaw`UPDATE desk_day SET day = ${day} WHERE id = ${id}`
  await tx.$executeRaw`
    UPDATE slot SET starts_at = starts_at + make_interval(days => ${byDays}::int), ends_at = ends_at + make_interval(days => ${byDays}::int)
    WHERE day_id = ${id}`
}

/** Makes the bookings of a moved day ask anew who is coming. Answers with them, as they are now. */
export const moveBookings = (tx: Tx, id: DayId, now: Date): Promise<Hit[]> => tx.$queryRaw<Hit[]>`
  UPDATE booking b SET sequence = b.sequence + 1, coming_at = NULL, changed_at = ${now}
  FROM slot t, dossier e, business c
  WHERE t.day_id = ${id} AND b.slot_id = t.id AND b.state = 'booked' AND e.id = b.dossier_id AND c.id = e.business_id
  RETURNING c.owner_id AS "to", b.id AS "bookingId", b.sequence, t.starts_at AS "startsAt"`

/** Takes back what was offered of these slots and not answered: who had it stays in line. Answers with the slots. */
export async function withdrawOffers(tx: Tx, slots: readonly SlotId[], now: Date): Promise<SlotId[]> {
  const freed = await tx.$queryRaw<{ slotId: SlotId }[]>`
    WITH settled AS (
      UPDATE seat_offer SET settled_at = ${now}, outcome = 'withdrawn'
      WHERE slot_id = ANY(${slots}::int[]) AND settled_at IS NULL RETURNING id)
    UPDATE seat SET offer_id = NULL FROM settled WHERE seat.offer_id = settled.id RETURNING seat.slot_id AS "slotId"`
  return freed.map(({ slotId }) => slotId).toSorted((a, b) => a - b)
}

export interface HeldSlot {
  id: SlotId
  dayId: DayId
  deskId: DeskId
  startsAt: Date
  /** Whether the target itself is closed already. */
  closed: boolean
}

/** Holds the desk of what is to be closed or moved, then its day, or all days of the desk. */
async function holdAlone(tx: Tx, { what, id }: Target): Promise<void> {
  const day = { slot: '(SELECT day_id FROM slot WHERE id = $1)', day: '$1', desk: 'd.id' }[what]
  const desk = what === 'desk' ? '$1' : `(SELECT desk_id FROM desk_day WHERE id = ${day})`
  await tx.$queryRawUnsafe(`SELECT 1 FROM desk WHERE id = ${desk} FOR NO KEY UPDATE`, id)
  await tx.$queryRawUnsafe(
    `SELECT 1 FROM desk_day d WHERE d.desk_id = ${desk} AND d.id = ${day} ORDER BY d.id FOR NO KEY UPDATE`,
    id,
  )
}

/** Holds what is to be closed or moved, and answers with its slots. */
export async function lockSlots(tx: Tx, target: Target): Promise<HeldSlot[]> {
  await holdAlone(tx, target)
  const { what, id } = target
  return tx.$queryRaw<HeldSlot[]>`
    SELECT t.id, d.id AS "dayId", k.id AS "deskId", t.starts_at AS "startsAt",
      CASE ${what}::text WHEN 'slot' THEN t.closed_at WHEN 'day' THEN d.closed_at ELSE k.closed_at END IS NOT NULL AS closed
    FROM slot t JOIN desk_day d ON d.id = t.day_id JOIN desk k ON k.id = d.desk_id
    WHERE CASE ${what}::text WHEN 'slot' THEN t.id WHEN 'day' THEN d.id ELSE k.id END = ${id}::int ORDER BY d.id, t.id`
}

export async function shut(tx: Tx, { what, id }: Target, now: Date): Promise<void> {
  if (what === 'slot') await tx.slot.update({ where: { id }, data: { closedAt: now, shut: true } })
  if (what === 'day') await tx.deskDay.update({ where: { id }, data: { closedAt: now } })
  if (what === 'desk') await tx.desk.update({ where: { id }, data: { closedAt: now } })
}

/** Opens a slot again that was closed. False when its day takes no place, or has no seats for it any more. */
export async function reopenSlot(tx: Tx, id: SlotId): Promise<boolean> {
  const opened = await tx.$executeRaw`
    UPDATE slot t SET closed_at = NULL, shut = false FROM desk_day d, desk k
    WHERE t.id = ${id} AND t.shut AND d.id = t.day_id AND d.closed_at IS NULL AND k.id = d.desk_id AND k.closed_at IS NULL
      AND EXISTS (SELECT 1 FROM seat s WHERE s.slot_id = t.id)`
  return opened > 0
}

/** Ends the bookings of closed slots and frees their seats. Whoever sits at a table already stays. */
export async function endShut(tx: Tx, slots: readonly SlotId[], now: Date): Promise<Hit[]> {
  const hit = await tx.$queryRaw<Hit[]>`
    UPDATE booking b SET state = 'cancelled', was_shut = true, sequence = b.sequence + 1, changed_at = ${now}
    FROM slot t, dossier e, business c
    WHERE t.id = ANY(${slots}::int[]) AND b.slot_id = t.id AND b.state = 'booked' AND e.id = b.dossier_id
      AND c.id = e.business_id
      AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.booking_id = b.id AND v.called_at IS NOT NULL)
    RETURNING c.owner_id AS "to", b.id AS "bookingId", b.sequence, t.starts_at AS "startsAt"`
  const ids = hit.map(({ bookingId }) => bookingId)
  await tx.$executeRaw`UPDATE seat SET booking_id = NULL WHERE booking_id = ANY(${ids}::int[])`
  return hit
}

/** Ends the line of a desk at which nothing is to come. */
export const endLine = (tx: Tx, deskId: DeskId, now: Date): Promise<{ to: PersonId; waitingId: number }[]> =>
  tx.$queryRaw`
    UPDATE waiting w SET ended_at = ${now} FROM dossier e, business c
    WHERE w.desk_id = ${deskId} AND w.ended_at IS NULL AND e.id = w.dossier_id AND c.id = e.business_id
    RETURNING c.owner_id AS "to", w.id AS "waitingId"`

/** Whom closing hits, or hit: live bookings ahead, or those it ended; and who waits, when nothing else is to come there. */
export interface HitCount {
  booked: number
  ended: number
  waiting: number
  startsAt: Date | undefined
}

export async function countHit(db: Database, { what, id }: Target, now: Date): Promise<HitCount | undefined> {
  const key = { slot: 't.id', day: 'd.id', desk: 'k.id' }[what]
  const other = { slot: 'x.id <> $1', day: 'y.id <> $1', desk: 'false' }[what]
  const [row] = await db.sql<Omit<HitCount, 'startsAt'> & { startsAt: Date | null }>(
    `SELECT count(b.id) FILTER (WHERE b.state = 'booked' AND t.starts_at > $2) AS booked,
       count(b.id) FILTER (WHERE b.was_shut) AS ended,
       (SELECT count(*) FROM waiting w WHERE w.desk_id = min(k.id) AND w.ended_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM slot x JOIN desk_day y ON y.id = x.day_id WHERE y.desk_id = w.desk_id AND ${other}
           AND x.closed_at IS NULL AND y.closed_at IS NULL AND x.starts_at > $2)) AS waiting,
       min(t.starts_at) AS "startsAt"
     FROM slot t JOIN desk_day d ON d.id = t.day_id JOIN desk k ON k.id = d.desk_id
     LEFT JOIN booking b ON b.slot_id = t.id WHERE ${key} = $1 HAVING count(t.id) > 0`,
    [id, now],
  )
  return row && { ...row, startsAt: row.startsAt ?? undefined }
}

interface CallRow {
  bookingId: BookingId
  business: string
  owner: string | null
  region: RegionCode | null
  startsAt: Date
  reason: CallReason
}

// An owner is called when the bot cannot reach them, or they have not answered.
const CALL = `
  SELECT b.id AS "bookingId", c.name AS business, o.name AS owner, c.region_code AS region, t.starts_at AS "startsAt",
    CASE WHEN NOT EXISTS (SELECT 1 FROM account a WHERE a.person_id = c.owner_id) THEN 'offline'
      WHEN NOT EXISTS (SELECT 1 FROM account a WHERE a.person_id = c.owner_id AND a.blocked_at IS NULL) THEN 'blocked'
      ELSE 'silent' END AS reason
  FROM booking b JOIN slot t ON t.id = b.slot_id JOIN dossier e ON e.id = b.dossier_id
  JOIN cycle y ON y.id = e.cycle_id AND y.closed_at IS NULL
  JOIN business c ON c.id = e.business_id JOIN person o ON o.id = c.owner_id`

const callIn = ({ owner, region, ...row }: CallRow): Call => ({
  ...row,
  owner: owner ?? '–',
  region: region ?? undefined,
})

/** The regions a day of a desk is for. */
export async function regionsOfDay(db: Database, id: DayId): Promise<RegionCode[]> {
  const rows = await db.sql<{ code: RegionCode }>(
    `SELECT r.code FROM desk_day d JOIN desk k ON k.id = d.desk_id JOIN region r ON r.zone_id = k.zone_id WHERE d.id = $1`,
    [id],
  )
  return rows.map(({ code }) => code)
}

/** Whom to call about a day that was moved: everybody who did not say that they come. */
export async function callsOfDay(
  db: Database,
  day: DayId,
  regions: readonly RegionCode[] | undefined,
): Promise<Call[]> {
  const rows = await db.sql<CallRow>(
    `SELECT * FROM (${CALL} WHERE t.day_id = $1 AND b.state = 'booked' AND b.coming_at IS NULL) c
     WHERE $2::text[] IS NULL OR region = ANY($2::text[]) ORDER BY reason = 'silent', "startsAt", "bookingId"`,
    [day, regions ?? null],
  )
  return rows.map(callIn)
}

/** Whom closing took the seat from, and who neither booked again nor said that they want no other. */
export async function callsOfClosing(db: Database, regions: readonly RegionCode[] | undefined): Promise<Call[]> {
  const rows = await db.sql<CallRow>(
    `${CALL} WHERE b.was_shut AND b.settled_at IS NULL AND ($1::text[] IS NULL OR c.region_code = ANY($1::text[]))
       AND NOT EXISTS (SELECT 1 FROM booking n WHERE n.dossier_id = b.dossier_id AND n.id > b.id)
     ORDER BY t.starts_at, b.id`,
    [regions ?? null],
  )
  return rows.map(callIn)
}

/** A booking that closing ended, held for its answer. */
export async function lockShut(tx: Tx, id: BookingId): Promise<{ subject: Subject; wasShut: boolean } | undefined> {
  const [row] = await tx.$queryRaw<{ wasShut: boolean; subject: SubjectRow }[]>`
    SELECT b.was_shut AS "wasShut", row_to_json(u) AS subject FROM booking b JOIN dossier e ON e.id = b.dossier_id
    JOIN subject u ON u."businessId" = e.business_id WHERE b.id = ${id} FOR UPDATE OF b`
  return row && { wasShut: row.wasShut, subject: subjectIn(row.subject) }
}

export async function settleShut(tx: Tx, id: BookingId, now: Date): Promise<void> {
  await tx.booking.updateMany({ where: { id, settledAt: null }, data: { settledAt: now } })
}

/** A desk whose line ended, as its message needs it. */
export async function endedLine(
  tx: Tx,
  waitingId: number,
): Promise<{ title: string; business: string; frozen: boolean } | undefined> {
  const [row] = await tx.$queryRaw<{ title: string; business: string; frozen: boolean }[]>`
    SELECT k.title, u_b.name AS business, u.frozen FROM waiting w JOIN desk k ON k.id = w.desk_id
    JOIN dossier e ON e.id = w.dossier_id JOIN business u_b ON u_b.id = e.business_id
    JOIN subject u ON u."businessId" = u_b.id WHERE w.id = ${waitingId}`
  return row
}
