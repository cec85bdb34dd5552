import type { Database, Tx } from '../platform/db.ts'
import { days, type LocalDate, later, localDate } from '../platform/time.ts'
import {
  type DayHours,
  type DayRange,
  type FreeDay,
  type OfficeId,
  PROVINCE,
  type Season,
  type Weekday,
  type WeekHours,
  type WorkCalendar,
} from './rules.ts'
import { type WorkingTime, workingTime } from './working-time.ts'

interface CalendarRow {
  hours: HoursRow[] | null
  ramadan: DayRange[] | null
  free: FreeDay[] | null
}

interface HoursRow extends DayHours {
  season: Season
  weekday: Weekday
  break_from: string | null
  break_until: string | null
}

// An office without hours of its own keeps those of the province.
const CALENDAR = `
  WITH kept AS (SELECT coalesce((SELECT office_id FROM office_hours WHERE office_id = $1 LIMIT 1), '${PROVINCE}') AS office)
  SELECT
    (SELECT json_agg(h) FROM office_hours h WHERE h.office_id = kept.office) AS hours,
    (SELECT json_agg(json_build_object('from', first_day, 'until', last_day)) FROM ramadan) AS ramadan,
    (SELECT json_agg(json_build_object('day', day, 'kind', kind, 'name', name) ORDER BY day) FROM free_day
      WHERE removed_at IS NULL AND (office_id IS NULL OR office_id = $1)) AS free
  FROM kept`

/** The calendar of a region's dinas, or of the province: one statement. */
export async function calendarOf(tx: Tx, office: OfficeId): Promise<WorkCalendar> {
  const [row] = await tx.$queryRawUnsafe<CalendarRow[]>(CALENDAR, office)
  return { hours: hoursIn(row?.hours ?? []), ramadan: row?.ramadan ?? [], free: row?.free ?? [] }
}

function hoursIn(rows: readonly HoursRow[]): WorkCalendar['hours'] {
  const hours: Record<Season, WeekHours> = { usual: {}, ramadan: {} }
  for (const { season, weekday, opens, closes, break_from: from, break_until: until } of rows) {
    hours[season][weekday] = { opens, closes, ...(from === null || until === null ? {} : { break: { from, until } }) }
  }
  return hours
}

/** How far back and ahead the working time of an office is laid out. */
export const REACH = days(400)

/** The working time of a dinas around the present moment. */
export async function workingTimeOf(tx: Tx, office: OfficeId, now: Date): Promise<WorkingTime> {
  const calendar = await calendarOf(tx, office)
  return workingTime(calendar, localDate(later(now, -REACH)), localDate(later(now, REACH)))
}

/** Which of these days are free, for the country, the province or one of these offices. */
export const freeAmong = (
  db: Database,
  among: readonly LocalDate[],
  offices: readonly OfficeId[],
): Promise<FreeDay[]> =>
  db.sql(
    `SELECT DISTINCT ON (day, name) day, kind, name FROM free_day WHERE removed_at IS NULL AND day = ANY($1::text[])
       AND (office_id IS NULL OR office_id = ANY($2::text[])) ORDER BY day, name, id`,
    [among, [PROVINCE, ...offices]],
  )
