import type { PersonId, RegionCode } from '../people/rules.ts'
import type { Tx } from '../platform/db.ts'
import type { LocalDate } from '../platform/time.ts'
import type { Officer } from './escalation.ts'

// Who there is to be told, and where.

/** Everybody who works as a penyuluh, and whether they are away on that day. */
export async function officersOn(tx: Tx, day: LocalDate): Promise<(Officer & { name: string })[]> {
  const found = await tx.$queryRaw<
    { id: PersonId; name: string; regions: RegionCode[]; whole: boolean; away: boolean; standInId: PersonId | null }[]
  >`
    SELECT p.id, coalesce(p.name, '–') AS name, bool_or(cardinality(g.regions) = 0) AS whole,
      array_remove(array_agg(DISTINCT code), NULL) AS regions,
      EXISTS (SELECT 1 FROM absence a WHERE a.person_id = p.id AND a.removed_at IS NULL
        AND ${day} BETWEEN a.first_day AND a.last_day) AS away,
      (SELECT a.stand_in_id FROM absence a WHERE a.person_id = p.id AND a.removed_at IS NULL AND a.stand_in_id IS NOT NULL
        AND ${day} BETWEEN a.first_day AND a.last_day ORDER BY a.id LIMIT 1) AS "standInId"
    FROM person p JOIN role_grant g ON g.person_id = p.id AND g.role = 'officer' AND g.revoked_at IS NULL
    LEFT JOIN LATERAL unnest(g.regions) AS code ON true
    GROUP BY p.id ORDER BY p.id`
  return found.map(({ id, name, regions, whole, away, standInId }) => ({
    id,
    name,
    regions: whole ? [] : regions,
    isAway: away,
    standInId: standInId ?? undefined,
  }))
}

/** The days on which officers are not at their offices. */
export const absencesOf = (
  tx: Tx,
): Promise<{ personId: PersonId; firstDay: LocalDate; lastDay: LocalDate }[]> => tx.$queryRaw`
  SELECT person_id AS "personId", first_day AS "firstDay", last_day AS "lastDay" FROM absence
  WHERE removed_at IS NULL AND stand_in_id IS NULL`

/** The regions of each zone, by one of them. */
export async function zonesByRegion(tx: Tx): Promise<Map<RegionCode, RegionCode[]>> {
  const found = await tx.$queryRaw<{ codes: RegionCode[] }[]>`
    SELECT array_agg(code ORDER BY code) AS codes FROM region GROUP BY zone_id`
  return new Map(found.flatMap(({ codes }) => codes.map((code) => [code, codes])))
}
