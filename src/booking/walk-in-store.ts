import type { DossierId } from '../dossier/rules.ts'
import type { RegionCode } from '../people/rules.ts'
import { type SubjectRow, subjectIn } from '../people/subject.ts'
import type { Tx } from '../platform/db.ts'
import type { DayId, Visitor } from './rules.ts'
import type { VisitId } from './visit-rules.ts'

// Whoever comes to a desk without a booking.

/** Puts a walk-in at the end of the list. The same update puts nobody there twice. */
export async function addWalkIn(tx: Tx, day: DayId, name: string, cause: number, now: Date): Promise<VisitId> {
  const known = await tx.visit.findUnique({ where: { cause }, select: { id: true } })
  if (known) return known.id as VisitId
  const last = await tx.visit.aggregate({ where: { dayId: day, bookingId: null }, _max: { number: true } })
  const number = (last._max.number ?? 0) + 1
  const row = await tx.visit.create({ data: { dayId: day, number, name, arrivedAt: now, cause }, select: { id: true } })
  return row.id as VisitId
}

/** The walk-in turned out to be somebody with a dossier. */
export async function setDossier(tx: Tx, id: VisitId, dossierId: DossierId): Promise<void> {
  await tx.visit.update({ where: { id }, data: { dossierId, name: null } })
}

export interface NamedDossier {
  dossierId: DossierId
  business: string
  /** Undefined when it is of a region that is not the officer's: until they say that it is theirs, no name is shown. */
  owner: string | undefined
  /** Where it is from, when that is another region. */
  region: string | undefined
}

const MOST = 6

const NAMED = `
  SELECT e.id AS "dossierId", b.name AS business, near.is AS "isNear", o.name AS owner, r.name AS region
  FROM dossier e JOIN cycle y ON y.id = e.cycle_id AND y.closed_at IS NULL JOIN business b ON b.id = e.business_id
  JOIN person o ON o.id = b.owner_id JOIN subject u ON u."businessId" = b.id LEFT JOIN region r ON r.code = b.region_code
  CROSS JOIN LATERAL (SELECT $3::text[] IS NULL OR COALESCE(b.region_code = ANY ($3::text[]), false) AS is) near
  WHERE NOT u.frozen AND b.merged_into_id IS NULL
    AND CASE WHEN near.is THEN b.name ILIKE $1 OR o.name ILIKE $1 ELSE lower(b.name) = lower($2) END
  ORDER BY near.is DESC, b.name, e.id LIMIT ${MOST}`

/**
 * Dossiers of the open cycle that are called so: in these regions (or all) by a part of the name of the business or its
 * owner, elsewhere by the whole name of the business.
 */
export async function dossiersNamed(
  tx: Tx,
  typed: string,
  regions: readonly RegionCode[] | undefined,
): Promise<NamedDossier[]> {
  const part = `%${typed.replace(/[\\%_]/g, '\\$&')}%`
  const rows = await tx.$queryRawUnsafe<NamedRow[]>(NAMED, part, typed, regions ?? null)
  return rows.map(({ isNear, owner, region, ...row }) => ({
    ...row,
    owner: isNear ? (owner ?? undefined) : undefined,
    region: isNear ? undefined : (region ?? undefined),
  }))
}

interface NamedRow {
  dossierId: DossierId
  business: string
  isNear: boolean
  owner: string | null
  region: string | null
}

/** Whose dossier it is, and of which business. */
export async function subjectOf(
  tx: Tx,
  dossierId: DossierId,
): Promise<{ subject: Visitor['subject']; business: string } | undefined> {
  const [row] = await tx.$queryRaw<{ subject: SubjectRow; business: string }[]>`
    SELECT row_to_json(u) AS subject, b.name AS business FROM dossier e JOIN business b ON b.id = e.business_id
    JOIN subject u ON u."businessId" = b.id WHERE e.id = ${dossierId}`
  return row && { subject: subjectIn(row.subject), business: row.business }
}
