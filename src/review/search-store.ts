import type { DossierId } from '../dossier/rules.ts'
import type { Database } from '../platform/db.ts'
import type { RegionFilter } from './rules.ts'

/** A dossier that was found. */
export interface Found {
  dossierId: DossierId
  business: string
  region: string
}

const MOST = 10

const FIND = `
  SELECT d.id AS "dossierId", b.name AS business, coalesce(r.short_name, '–') AS region
  FROM dossier d JOIN cycle y ON y.id = d.cycle_id AND y.closed_at IS NULL JOIN business b ON b.id = d.business_id
  JOIN subject s ON s."businessId" = b.id AND NOT s.frozen JOIN person p ON p.id = b.owner_id
  LEFT JOIN region r ON r.code = b.region_code
  WHERE ($1::text[] IS NULL OR b.region_code = ANY ($1))
    AND (b.name ILIKE $2 OR p.name ILIKE $2 OR r.name ILIKE $2
      OR EXISTS (SELECT 1 FROM booking k WHERE k.dossier_id = d.id AND k.code = upper($3)))
  ORDER BY (b.name ILIKE $4 OR p.name ILIKE $4) DESC, b.name, d.id LIMIT ${MOST}`

const literally = (words: string): string => words.replace(/[\\%_]/g, '\\$&')

/** The dossiers of these regions that fit, those whose name begins so first. */
export const findDossiers = (db: Database, regions: RegionFilter, words: string): Promise<Found[]> =>
  db.sql(FIND, [regions ?? null, `%${literally(words)}%`, words.replace(/\s/g, ''), `${literally(words)}%`])
