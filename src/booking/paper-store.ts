import type { PersonId } from '../people/rules.ts'
import type { Tx } from '../platform/db.ts'
import type { LocalDate } from '../platform/time.ts'
import type { DayId } from './rules.ts'

/** What makes the list of a day, as it is sent to somebody, the only one. A day that is moved is sent again. */
export const paperPurpose = (day: DayId, date: LocalDate, to: PersonId): string => `day-paper:${day}:${date}:${to}`

/**
 * Those who run the desk of a day and were not sent its list: the officers of its zone, or those of the whole province
 * where the zone has none.
 */
export async function officersWithout(tx: Tx, day: DayId, date: LocalDate): Promise<PersonId[]> {
  const rows = await tx.$queryRaw<{ personId: PersonId; isNear: boolean; isSent: boolean }[]>`
    SELECT g.person_id AS "personId", bool_or(cardinality(g.regions) > 0) AS "isNear",
      EXISTS (SELECT 1 FROM delivery WHERE purpose = 'day-paper:' || ${day}::int || ':' || ${date} || ':' || g.person_id) AS "isSent"
    FROM role_grant g WHERE g.role = 'officer' AND g.revoked_at IS NULL AND (cardinality(g.regions) = 0 OR g.regions && ARRAY(
      SELECT r.code FROM desk_day d JOIN desk k ON k.id = d.desk_id JOIN region r ON r.zone_id = k.zone_id WHERE d.id = ${day}))
    GROUP BY g.person_id ORDER BY g.person_id`
  const near = rows.filter(({ isNear }) => isNear)
  return (near.length > 0 ? near : rows).filter(({ isSent }) => !isSent).map(({ personId }) => personId)
}
