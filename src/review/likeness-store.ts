import type { Sign } from '../dossier/likeness.ts'
import type { BusinessId, DossierId } from '../dossier/rules.ts'
import type { PersonId } from '../people/rules.ts'
import { type SubjectRow, subjectIn } from '../people/subject.ts'
import type { Database, Tx } from '../platform/db.ts'
import type { Likeness, LikenessId, LikenessVerdict, Registered } from './likeness.ts'
import type { RegionFilter } from './rules.ts'

interface SideRow {
  businessId: BusinessId
  dossierId: DossierId
  ownerId: PersonId
  business: string
  owner: string | null
  regionName: string | null
  registeredAt: string
  papers: number
  subject: SubjectRow
  isUnclaimed: boolean
}

interface LikenessRow {
  id: LikenessId
  sign: Sign
  older: SideRow
  newer: SideRow
}

/** Of an owner whom the dinas nominated, and who has never come. */
const unclaimed = (s: string) => `NOT EXISTS (SELECT 1 FROM consent WHERE person_id = ${s}."ownerId")
  AND EXISTS (SELECT 1 FROM nomination WHERE business_id = ${s}."businessId")`
const isListed = (s: string) => `(NOT ${s}.frozen OR ${unclaimed(s)})`

const SIDE = `
  SELECT json_build_object('businessId', b.id, 'dossierId', d.id,
      'ownerId', b.owner_id, 'business', b.name, 'owner', p.name, 'regionName', r.name, 'registeredAt', b.created_at,
      'papers', (SELECT count(*) FROM item i JOIN submission t ON t.item_id = i.id AND t.sent_at IS NOT NULL AND t.replaced_at IS NULL
                 WHERE i.dossier_id = d.id),
      'subject', row_to_json(s), 'isUnclaimed', ${unclaimed('s')}) AS facts
  FROM business b JOIN subject s ON s."businessId" = b.id JOIN person p ON p.id = b.owner_id
  JOIN dossier d ON d.business_id = b.id JOIN cycle y ON y.id = d.cycle_id AND y.closed_at IS NULL
  LEFT JOIN region r ON r.code = b.region_code`
// Whoever withdrew their consent, and what was joined already, is in no list. The pairs are looked for first, and only then
// are both sides read: otherwise every business of the province would be.
const openWhere = (wanted: string, most = '') => `
  SELECT l.id, l.sign, a.facts AS older, b.facts AS newer
  FROM (SELECT l.id, l.sign, l.older_id, l.newer_id FROM likeness l
        JOIN subject o ON o."businessId" = l.older_id JOIN subject n ON n."businessId" = l.newer_id
        WHERE l.verdict IS NULL AND o."ownerId" <> n."ownerId" AND ${isListed('o')} AND ${isListed('n')} AND ${wanted}
          AND (SELECT count(*) FROM dossier d JOIN cycle y ON y.id = d.cycle_id AND y.closed_at IS NULL
               WHERE d.business_id IN (l.older_id, l.newer_id)) = 2
        ORDER BY l.id ${most}) l
  CROSS JOIN LATERAL (${SIDE} WHERE b.id = l.older_id) a
  CROSS JOIN LATERAL (${SIDE} WHERE b.id = l.newer_id) b
  ORDER BY l.id`

const MOST = 20

/** What is to be decided in these regions, oldest first: pairs of which both are there. */
export async function openLikenesses(db: Database, regions: RegionFilter): Promise<Likeness[]> {
  const inRegions = '($1::text[] IS NULL OR o.region = ANY ($1) AND n.region = ANY ($1))'
  const rows = await db.sql<LikenessRow>(openWhere(inRegions, `LIMIT ${MOST}`), [regions ?? null])
  return rows.map(likenessOf)
}

/** What is to be decided about one dossier. */
export async function likenessesOf(db: Database, dossierId: DossierId): Promise<Likeness[]> {
  const itsBusiness = '(SELECT business_id FROM dossier WHERE id = $1)'
  const rows = await db.sql<LikenessRow>(openWhere(`(l.older_id = ${itsBusiness} OR l.newer_id = ${itsBusiness})`), [
    dossierId,
  ])
  return rows.map(likenessOf)
}

export async function openLikeness(db: Database, id: LikenessId): Promise<Likeness | undefined> {
  const [row] = await db.sql<LikenessRow>(openWhere('l.id = $1'), [id])
  return row && likenessOf(row)
}

const likenessOf = ({ id, sign, older, newer }: LikenessRow): Likeness => ({
  id,
  sign,
  older: sideOf(older),
  newer: sideOf(newer),
})

const sideOf = ({ owner, regionName, registeredAt, subject, ...side }: SideRow): Registered => ({
  ...side,
  owner: owner ?? '',
  regionName: regionName ?? '',
  registeredAt: new Date(registeredAt),
  subject: subjectIn(subject),
})

/** Locks a likeness, so that two officers decide one after the other, and says what was decided. */
export async function lockLikeness(
  tx: Tx,
  id: LikenessId,
): Promise<{ verdict: LikenessVerdict | null; decidedById: PersonId | null } | undefined> {
  const [row] = await tx.$queryRaw<{ verdict: LikenessVerdict | null; decidedById: PersonId | null }[]>`
    SELECT verdict, decided_by_id AS "decidedById" FROM likeness WHERE id = ${id} FOR UPDATE`
  return row
}

/** The regions and owners of both as they are now, within the transaction that decides. */
export async function sidesOf(tx: Tx, id: LikenessId): Promise<{ older: Side; newer: Side } | undefined> {
  const [row] = await tx.$queryRawUnsafe<{ older: Side; newer: Side }[]>(
    `WITH side AS NOT MATERIALIZED (SELECT s.*, ${unclaimed('s')} AS "isUnclaimed" FROM subject s)
     SELECT row_to_json(a) AS older, row_to_json(b) AS newer FROM likeness l
     JOIN side a ON a."businessId" = l.older_id JOIN side b ON b."businessId" = l.newer_id WHERE l.id = $1`,
    id,
  )
  return row
}

export type Side = SubjectRow & { businessId: BusinessId; isUnclaimed: boolean }

export async function saveLikenessVerdict(
  tx: Tx,
  id: LikenessId,
  decided: { verdict: LikenessVerdict; decidedById: PersonId; decidedAt: Date },
): Promise<void> {
  await tx.likeness.update({ where: { id }, data: decided })
}
