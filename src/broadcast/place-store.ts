import type { Database } from '../platform/db.ts'
import type { LocalDate } from '../platform/time.ts'

/** The zones and regions there are. */
export async function placesOf(
  db: Database,
): Promise<{ zones: { id: string; name: string }[]; regions: { code: string; shortName: string }[] }> {
  return {
    zones: await db.sql('SELECT id, name FROM zone ORDER BY name'),
    regions: await db.sql('SELECT code, short_name AS "shortName" FROM region ORDER BY code'),
  }
}

export interface ScheduledDesk {
  id: number
  title: string
  zoneId: string
  venue: string | null
  days: { day: LocalDate; opens: string; closes: string }[]
}

/** A desk with the days that are still to come; undefined when there are none. */
export async function scheduledDesk(db: Database, id: number, today: LocalDate): Promise<ScheduledDesk | undefined> {
  const [row] = await db.sql<ScheduledDesk>(
    `SELECT k.id, k.title, k.zone_id AS "zoneId", k.venue,
       json_agg(json_build_object('day', d.day, 'opens', d.opens, 'closes', d.closes) ORDER BY d.day) AS days
     FROM desk k JOIN desk_day d ON d.desk_id = k.id AND d.closed_at IS NULL AND d.day >= $2
     WHERE k.id = $1 AND k.closed_at IS NULL GROUP BY k.id`,
    [id, today],
  )
  return row
}
