import type { DecisionId, DossierId, ItemId, ItemState, ReturnReason, SubmissionId } from '../dossier/rules.ts'
import type { PersonId, RegionCode } from '../people/rules.ts'
import type { Database, Tx } from '../platform/db.ts'
import {
  type Decision,
  QUEUE_PAGE,
  type Queue,
  type QueuedDossier,
  type RegionFilter,
  type ReviewedPaper,
  type Verdict,
} from './rules.ts'

// Dossiers of people who withdrew their consent wait unseen.
const QUEUE = `
  SELECT d.id AS "dossierId", b.name AS business, count(*) AS waiting, count(*) OVER () AS total
  FROM item i JOIN dossier d ON d.id = i.dossier_id JOIN business b ON b.id = d.business_id
  WHERE i.state = 'submitted' AND ($1::text[] IS NULL OR b.region_code = ANY ($1))
    AND EXISTS (SELECT 1 FROM consent c WHERE c.person_id = b.owner_id AND c.withdrawn_at IS NULL)
  GROUP BY d.id, b.name ORDER BY min(i.since), d.id LIMIT ${QUEUE_PAGE} OFFSET $2`

/** Dossiers of these regions with papers waiting, those that wait longest first. */
export async function queueOf(db: Database, regions: RegionFilter, page: number): Promise<Queue> {
  const rows = await db.sql<QueuedDossier & { total: number }>(QUEUE, [regions ?? null, page * QUEUE_PAGE])
  return {
    page,
    total: rows[0]?.total ?? 0,
    dossiers: rows.map(({ dossierId, business, waiting }) => ({ dossierId, business, waiting })),
  }
}

/** The paper of a dossier that waits longest, if one still waits. */
export async function firstWaiting(tx: Tx, dossierId: DossierId): Promise<SubmissionId | undefined> {
  const row = await tx.submission.findFirst({
    where: { replacedAt: null, item: { dossierId, state: 'submitted' } },
    orderBy: { submittedAt: 'asc' },
    select: { id: true },
  })
  return row?.id as SubmissionId | undefined
}

interface PaperRow {
  submission_id: SubmissionId
  submitted_at: Date
  replaced: boolean
  dossier_id: DossierId
  item_id: ItemId
  requirement_id: string
  state: ItemState
  catalogue_version: number
  business: string
  owner_id: PersonId
  owner: string | null
  region_code: RegionCode | null
  region_name: string | null
  frozen: boolean
  file_id: number
  telegram_file_id: string
  telegram_kind: 'photo' | 'document'
  decision: {
    id: DecisionId
    officerId: PersonId
    verdict: Decision['verdict']
    reason: ReturnReason | null
    words: string | null
  } | null
}

/** A paper and all around it, locked by its item for a decision. */
export async function lockPaper(tx: Tx, submissionId: SubmissionId): Promise<ReviewedPaper | undefined> {
  const item = await tx.submission.findUnique({ where: { id: submissionId }, select: { itemId: true } })
  if (!item) return undefined
  await tx.$queryRaw`SELECT id FROM item WHERE id = ${item.itemId} FOR UPDATE`
  return readPaper(tx, submissionId)
}

export async function readPaper(tx: Tx, submissionId: SubmissionId): Promise<ReviewedPaper | undefined> {
  const [row] = await tx.$queryRaw<PaperRow[]>`
    SELECT s.id AS submission_id, s.submitted_at, s.replaced_at IS NOT NULL AS replaced, d.id AS dossier_id,
      i.id AS item_id, i.requirement_id, i.state, d.catalogue_version, b.name AS business, b.owner_id, p.name AS owner, b.region_code,
      r.name AS region_name, f.id AS file_id, f.telegram_file_id, f.telegram_kind,
      NOT EXISTS (SELECT 1 FROM consent c WHERE c.person_id = b.owner_id AND c.withdrawn_at IS NULL) AS frozen,
      (SELECT json_build_object('id', v.id, 'officerId', v.officer_id, 'verdict', v.verdict, 'reason', v.reason, 'words', v.words)
         FROM decision v WHERE v.submission_id = s.id AND v.undone_at IS NULL) AS decision
    FROM submission s JOIN file f ON f.id = s.file_id JOIN item i ON i.id = s.item_id JOIN dossier d ON d.id = i.dossier_id
    JOIN business b ON b.id = d.business_id JOIN person p ON p.id = b.owner_id LEFT JOIN region r ON r.code = b.region_code
    WHERE s.id = ${submissionId}`
  return row && paperOf(row)
}

const paperOf = (row: PaperRow): ReviewedPaper => ({
  submissionId: row.submission_id,
  dossierId: row.dossier_id,
  itemId: row.item_id,
  requirementId: row.requirement_id,
  catalogueVersion: row.catalogue_version,
  business: row.business,
  owner: row.owner ?? '',
  regionName: row.region_name ?? '',
  submittedAt: row.submitted_at,
  replaced: row.replaced,
  state: row.state,
  subject: { ownerId: row.owner_id, region: row.region_code ?? undefined, frozen: row.frozen },
  file: { id: row.file_id, telegramFileId: row.telegram_file_id, telegramKind: row.telegram_kind },
  decision: row.decision
    ? { ...row.decision, reason: row.decision.reason ?? undefined, words: row.decision.words ?? undefined }
    : undefined,
})

export async function submissionOf(
  tx: Tx,
  decisionId: DecisionId,
): Promise<{ submissionId: SubmissionId; undone: boolean } | undefined> {
  const row = await tx.decision.findUnique({
    where: { id: decisionId },
    select: { submissionId: true, undoneAt: true },
  })
  return row ? { submissionId: row.submissionId as SubmissionId, undone: row.undoneAt !== null } : undefined
}

export async function saveDecision(
  tx: Tx,
  submissionId: SubmissionId,
  officerId: PersonId,
  verdict: Verdict,
  now: Date,
): Promise<DecisionId> {
  const { id } = await tx.decision.create({
    data: { submissionId, officerId, ...verdict, decidedAt: now },
    select: { id: true },
  })
  return id as DecisionId
}

export async function markUndone(tx: Tx, decisionId: DecisionId, now: Date): Promise<void> {
  await tx.decision.update({ where: { id: decisionId }, data: { undoneAt: now } })
}

/** Writes down that somebody looked at a file. */
export async function logAccess(tx: Tx, fileId: number, personId: PersonId, now: Date): Promise<void> {
  await tx.fileAccess.create({ data: { fileId, personId, seenAt: now } })
}
