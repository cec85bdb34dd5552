import type { DayHours } from '../calendar/rules.ts'
import type { PersonId } from '../people/rules.ts'
import type { Tx } from '../platform/db.ts'
import type { DayPlan, PlannedSlot } from './layout.ts'
import type { BookingId, DayId, DeskId } from './rules.ts'

// Desks and their days, and the slots laid out from them.

export interface NewDesk {
  zone: string
  title: string
  venue: string | undefined
  point: { latitude: number; longitude: number } | undefined
  cause: number
  now: Date
}

/** Makes a desk. The same update makes none twice: it answers with the one it made. */
export async function createDesk(tx: Tx, { zone, title, venue, point, cause, now }: NewDesk): Promise<DeskId> {
  const row = await tx.desk.upsert({
    where: { cause },
    create: {
      zoneId: zone,
      title,
      venue: venue ?? null,
      latitude: point?.latitude ?? null,
      longitude: point?.longitude ?? null,
      cause,
      createdAt: now,
    },
    update: {},
    select: { id: true },
  })
  return row.id as DeskId
}

/** Keeps what a day is laid out from; a day that is there already is changed. */
export async function saveDay(tx: Tx, deskId: DeskId, plan: DayPlan): Promise<DayId> {
  const { day, slotMinutes, tables, walkInShare } = plan
  const data = { ...hoursOf(plan), slotMinutes, tables, walkInShare }
  const row = await tx.deskDay.upsert({
    where: { deskId_day: { deskId, day } },
    create: { deskId, day, ...data },
    update: data,
    select: { id: true },
  })
  return row.id as DayId
}

const hoursOf = ({ opens, closes, break: pause }: DayHours) => ({
  opens,
  closes,
  breakFrom: pause?.from ?? null,
  breakUntil: pause?.until ?? null,
})

/**
 * Makes the slots and seats of a day what was laid out. Whatever is booked or offered stays as it is: a slot that is no
 * part of the day any more takes no further bookings, and goes when nobody ever had it.
 */
export async function laySlots(
  tx: Tx,
  day: DayId,
  slots: readonly PlannedSlot[],
  tables: number,
  now: Date,
): Promise<void> {
  const laid = JSON.stringify(slots)
  await tx.$executeRaw`
    UPDATE slot SET closed_at = ${now} WHERE day_id = ${day} AND closed_at IS NULL
      AND starts_at NOT IN (SELECT "startsAt" FROM jsonb_to_recordset(${laid}::jsonb) AS t ("startsAt" timestamptz))`
  await tx.$executeRaw`
    INSERT INTO slot (day_id, starts_at, ends_at)
    SELECT ${day}, "startsAt", "endsAt" FROM jsonb_to_recordset(${laid}::jsonb) AS t ("startsAt" timestamptz, "endsAt" timestamptz)
    ON CONFLICT (day_id, starts_at) DO UPDATE
      SET ends_at = excluded.ends_at, closed_at = CASE WHEN slot.shut THEN slot.closed_at END`
  await tx.$executeRaw`
    DELETE FROM seat USING slot WHERE slot.id = seat.slot_id AND slot.day_id = ${day} AND seat.booking_id IS NULL
      AND seat.offer_id IS NULL AND (seat.table_no > ${tables} OR slot.closed_at IS NOT NULL)`
  await tx.$executeRaw`
    INSERT INTO seat (slot_id, table_no, walk_in)
    SELECT slot.id, n, n > ${tables} - t."walkIns"
    FROM jsonb_to_recordset(${laid}::jsonb) AS t ("startsAt" timestamptz, "walkIns" int)
    JOIN slot ON slot.day_id = ${day} AND slot.starts_at = t."startsAt"
    CROSS JOIN generate_series(1, ${tables}::int) AS n
    ON CONFLICT (slot_id, table_no) DO UPDATE SET walk_in = excluded.walk_in AND seat.booking_id IS NULL AND seat.offer_id IS NULL`
  await tx.$executeRaw`
    DELETE FROM slot WHERE day_id = ${day} AND closed_at IS NOT NULL AND NOT shut
      AND NOT EXISTS (SELECT 1 FROM seat s WHERE s.slot_id = slot.id)
      AND NOT EXISTS (SELECT 1 FROM booking b WHERE b.slot_id = slot.id)
      AND NOT EXISTS (SELECT 1 FROM seat_offer o WHERE o.slot_id = slot.id)`
}

/** Whether a zone exists. */
export async function hasZone(tx: Tx, zone: string): Promise<boolean> {
  return (await tx.zone.count({ where: { id: zone } })) > 0
}

/** The desk that an update made, when the same update is handled again. */
export async function deskBy(tx: Tx, cause: number): Promise<DeskId | undefined> {
  const row = await tx.desk.findUnique({ where: { cause }, select: { id: true } })
  return row ? (row.id as DeskId) : undefined
}

/** Names the place of a desk, or puts it on the map. False when it was there already, undefined when there is no desk. */
export async function changePlace(
  tx: Tx,
  id: DeskId,
  { venue, point }: { venue?: string; point?: { latitude: number; longitude: number } },
): Promise<boolean | undefined> {
  const [desk] = await tx.$queryRaw<{ venue: string | null; latitude: number | null; longitude: number | null }[]>`
    SELECT venue, latitude, longitude FROM desk WHERE id = ${id} AND closed_at IS NULL FOR UPDATE`
  if (!desk) return undefined
  const data = { ...(venue === undefined ? {} : { venue }), ...point }
  if (Object.entries(data).every(([name, value]) => desk[name as keyof typeof desk] === value)) return false
  await tx.desk.update({ where: { id }, data })
  return true
}

/** Who has a seat ahead at a desk. */
export const bookedAt = (tx: Tx, id: DeskId, now: Date): Promise<{ to: PersonId; bookingId: BookingId }[]> =>
  tx.$queryRaw`
    SELECT c.owner_id AS "to", b.id AS "bookingId" FROM booking b JOIN slot t ON t.id = b.slot_id
    JOIN desk_day d ON d.id = t.day_id JOIN dossier e ON e.id = b.dossier_id JOIN business c ON c.id = e.business_id
    WHERE d.desk_id = ${id} AND b.state = 'booked' AND t.starts_at > ${now}`

/** What a day is laid out from. */
export async function planOf(tx: Tx, id: DayId): Promise<DayPlan | undefined> {
  const row = await tx.deskDay.findUnique({ where: { id } })
  if (!row) return undefined
  const { day, opens, closes, breakFrom, breakUntil, slotMinutes, tables, walkInShare } = row
  const pause = breakFrom === null || breakUntil === null ? {} : { break: { from: breakFrom, until: breakUntil } }
  return { day: day as DayPlan['day'], opens, closes, ...pause, slotMinutes, tables, walkInShare }
}
