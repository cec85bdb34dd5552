import type { RegionCode } from '../people/rules.ts'
import type { Database } from '../platform/db.ts'
import type { LocalDate } from '../platform/time.ts'
import type { DayPlan } from './layout.ts'
import type { DayId, DeskId, Place, SlotId } from './rules.ts'

// Desks as whoever plans them looks at them.

export interface DeskInList {
  id: DeskId
  title: string
  firstDay: LocalDate
  days: number
}

/** The desks that take place and are not over, the next first. */
export const desksFrom = (db: Database, today: LocalDate): Promise<DeskInList[]> =>
  db.sql(
    `SELECT k.id, k.title, min(d.day) AS "firstDay", count(*) AS days FROM desk k JOIN desk_day d ON d.desk_id = k.id
     WHERE k.closed_at IS NULL AND d.closed_at IS NULL AND d.day >= $1 GROUP BY k.id ORDER BY min(d.day), k.id LIMIT 40`,
    [today],
  )

export interface DayInList {
  id: DayId
  day: LocalDate
  closed: boolean
  seats: number
  booked: number
}

export interface PlannedDesk extends Place {
  id: DeskId
  zone: string
  closed: boolean
  days: DayInList[]
}

interface DeskRow {
  title: string
  venue: string | null
  latitude: number | null
  longitude: number | null
  zone: string
  closed: boolean
}

const SEATS = `
  SELECT t.day_id, count(*) AS seats, count(s.booking_id) AS booked FROM slot t JOIN seat s ON s.slot_id = t.id
  WHERE t.closed_at IS NULL OR s.booking_id IS NOT NULL GROUP BY t.day_id`

export async function plannedDesk(db: Database, id: DeskId): Promise<PlannedDesk | undefined> {
  const [row] = await db.sql<DeskRow>(
    `SELECT k.title, k.venue, k.latitude, k.longitude, z.name AS zone, k.closed_at IS NOT NULL AS closed
     FROM desk k JOIN zone z ON z.id = k.zone_id WHERE k.id = $1`,
    [id],
  )
  if (!row) return undefined
  const days = await db.sql<DayInList>(
    `SELECT d.id, d.day, d.closed_at IS NOT NULL AS closed, coalesce(n.seats, 0) AS seats, coalesce(n.booked, 0) AS booked
     FROM desk_day d LEFT JOIN (${SEATS}) n ON n.day_id = d.id WHERE d.desk_id = $1 ORDER BY d.day`,
    [id],
  )
  const { latitude, longitude, venue, ...desk } = row
  const point = latitude === null || longitude === null ? undefined : { latitude, longitude }
  return { id, ...desk, venue: venue ?? undefined, point, days }
}

export interface PlannedSlot {
  id: SlotId
  startsAt: Date
  closed: boolean
  /** Closed by an admin, and has its seats still: it can be opened again. */
  shut: boolean
  booked: number
}

export interface PlannedDay extends DayPlan {
  id: DayId
  deskId: DeskId
  title: string
  /** It, or its desk. */
  closed: boolean
  slots: PlannedSlot[]
  seats: number
  booked: number
  coming: number
}

type PlannedDayRow = Omit<PlannedDay, 'slots' | 'break'> & { breakFrom: string | null; breakUntil: string | null }

export async function plannedDay(db: Database, id: DayId): Promise<PlannedDay | undefined> {
  const [row] = await db.sql<PlannedDayRow>(
    `SELECT d.id, d.desk_id AS "deskId", k.title, d.day, d.opens, d.closes, d.break_from AS "breakFrom",
       d.break_until AS "breakUntil", d.slot_minutes AS "slotMinutes", d.tables, d.walk_in_share AS "walkInShare",
       d.closed_at IS NOT NULL OR k.closed_at IS NOT NULL AS closed,
       coalesce(n.seats, 0) AS seats, coalesce(n.booked, 0) AS booked,
       (SELECT count(*) FROM booking b JOIN slot t ON t.id = b.slot_id
          WHERE t.day_id = d.id AND b.state = 'booked' AND b.coming_at IS NOT NULL) AS coming
     FROM desk_day d JOIN desk k ON k.id = d.desk_id LEFT JOIN (${SEATS}) n ON n.day_id = d.id WHERE d.id = $1`,
    [id],
  )
  if (!row) return undefined
  const slots = await db.sql<PlannedSlot>(
    `SELECT t.id, t.starts_at AS "startsAt", t.closed_at IS NOT NULL AS closed,
       t.shut AND EXISTS (SELECT 1 FROM seat s WHERE s.slot_id = t.id) AS shut,
       (SELECT count(*) FROM booking b WHERE b.slot_id = t.id AND b.state = 'booked') AS booked
     FROM slot t WHERE t.day_id = $1 ORDER BY t.starts_at`,
    [id],
  )
  const { breakFrom, breakUntil, ...day } = row
  const pause = breakFrom === null || breakUntil === null ? {} : { break: { from: breakFrom, until: breakUntil } }
  return { ...day, ...pause, slots }
}

/** The day of a slot. */
export async function dayIdOf(db: Database, slot: number): Promise<DayId | undefined> {
  const [row] = await db.sql<{ id: DayId }>('SELECT day_id AS id FROM slot WHERE id = $1', [slot])
  return row?.id
}

/** The regions whose people are expected at a desk: those of its zone. */
export async function regionsOfDesk(db: Database, id: DeskId): Promise<RegionCode[]> {
  const rows = await db.sql<{ code: RegionCode }>(
    'SELECT r.code FROM region r JOIN desk k ON k.zone_id = r.zone_id WHERE k.id = $1',
    [id],
  )
  return rows.map(({ code }) => code)
}

export const allZones = (db: Database): Promise<{ id: string; name: string }[]> =>
  db.sql('SELECT id, name FROM zone ORDER BY name')

/** The regions of a zone. */
export async function regionsOfZone(db: Database, zone: string): Promise<RegionCode[]> {
  const rows = await db.sql<{ code: RegionCode }>('SELECT code FROM region WHERE zone_id = $1', [zone])
  return rows.map(({ code }) => code)
}
