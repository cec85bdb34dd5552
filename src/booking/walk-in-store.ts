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
  owner: string | undefined
}

const MOST = 6

/** Dossiers of the open cycle in these regions (or all) whose business or owner is called so. */
export async function dossiersNamed(
  tx: Tx,
  typed: string,
  regions: readonly RegionCode[] | undefined,
): Promise<NamedDossier[]> {
  const part = `%${typed.replace(/[\\%_]/g, '\\$&')}%`
  const rows = await tx.$queryRawUnsafe<{ dossierId: DossierId; business: string; owner: string | null }[]>(
    `SELECT e.id AS "dossierId", b.name AS business, o.name AS owner
     FROM dossier e JOIN cycle y ON y.id = e.cycle_id AND y.closed_at IS NULL JOIN business b ON b.id = e.business_id
     JOIN person o ON o.id = b.owner_id JOIN subject u ON u."businessId" = b.id
     WHERE NOT u.frozen AND b.merged_into_id IS NULL AND (b.name ILIKE $1 OR o.name ILIKE $1)
       AND ($2::text[] IS NULL OR b.region_code = ANY ($2::text[]))
     ORDER BY b.name, e.id LIMIT ${MOST}`,
    part,
    regions ?? null,
  )
  return rows.map(({ owner, ...row }) => ({ ...row, owner: owner ?? undefined }))
}

/** Whose dossier it is. */
export async function subjectOf(tx: Tx, dossierId: DossierId): Promise<Visitor['subject'] | undefined> {
  const [row] = await tx.$queryRaw<{ subject: SubjectRow }[]>`
    SELECT row_to_json(u) AS subject FROM dossier e JOIN subject u ON u."businessId" = e.business_id WHERE e.id = ${dossierId}`
  return row && subjectIn(row.subject)
}
