import type { Values } from '../dossier/fields.ts'
import type { ItemState } from '../dossier/item-states.ts'
import type { DecisionId, DossierId, ItemId, ReturnReason, SubmissionId } from '../dossier/rules.ts'
import type { PersonId } from '../people/rules.ts'
import { type SubjectRow, subjectIn } from '../people/subject.ts'
import type { Database, Tx } from '../platform/db.ts'
import {
  type Decision,
  type DossierTasks,
  QUEUE_PAGE,
  type Queue,
  type QueuedDossier,
  type RegionFilter,
  type ReviewedPage,
  type ReviewedPaper,
  type Verdict,
} from './rules.ts'

// Dossiers of people who withdrew their consent wait unseen.
const QUEUE = `
  SELECT d.id AS "dossierId", b.name AS business, count(*) AS waiting, count(*) OVER () AS total
  FROM (
    SELECT dossier_id, since FROM item WHERE state IN ('submitted', 'not-applicable-asked')
    UNION ALL
    SELECT a.dossier_id, a.saved_at FROM dossier_answer a JOIN dossier e ON e.id = a.dossier_id
      JOIN cycle y ON y.id = e.cycle_id AND y.closed_at IS NULL WHERE a.answer = 'unsure'
    UNION ALL
    SELECT e.id, e.created_at FROM business c JOIN dossier e ON e.business_id = c.id
      JOIN cycle y ON y.id = e.cycle_id AND y.closed_at IS NULL WHERE c.form = 'unsure') w
  JOIN dossier d ON d.id = w.dossier_id JOIN business b ON b.id = d.business_id
  JOIN subject s ON s."businessId" = b.id
  WHERE ($1::text[] IS NULL OR b.region_code = ANY ($1)) AND NOT s.frozen
  GROUP BY d.id, b.name ORDER BY min(w.since), d.id LIMIT ${QUEUE_PAGE} OFFSET $2`

/** Dossiers of these regions with something waiting, those that wait longest first. */
export const queueOf = (db: Database, regions: RegionFilter, page: number): Promise<Queue> =>
  pageOf(db, QUEUE, regions, page)

const ALL = `
  SELECT d.id AS "dossierId", b.name AS business, count(*) OVER () AS total,
    (SELECT count(*) FROM item i WHERE i.dossier_id = d.id AND i.state IN ('submitted', 'not-applicable-asked')) AS waiting
  FROM dossier d JOIN business b ON b.id = d.business_id JOIN cycle y ON y.id = d.cycle_id AND y.closed_at IS NULL
  JOIN subject s ON s."businessId" = b.id
  WHERE ($1::text[] IS NULL OR b.region_code = ANY ($1))
    AND NOT s.frozen
  ORDER BY b.name, d.id LIMIT ${QUEUE_PAGE} OFFSET $2`

/** Every dossier of these regions in the open cycle, by name. */
export const dossiersOf = (db: Database, regions: RegionFilter, page: number): Promise<Queue> =>
  pageOf(db, ALL, regions, page)

async function pageOf(db: Database, query: string, regions: RegionFilter, page: number): Promise<Queue> {
  const rows = await db.sql<QueuedDossier & { total: number }>(query, [regions ?? null, page * QUEUE_PAGE])
  const dossiers = rows.map(({ dossierId, business, waiting }) => ({ dossierId, business, waiting }))
  return { page, total: rows[0]?.total ?? 0, dossiers }
}

interface TasksRow extends Omit<DossierTasks, 'subject' | 'form' | 'answers'> {
  subject: SubjectRow
  form: NonNullable<DossierTasks['form']> | null
  answers: DossierTasks['answers'] | null
}

/** What waits for an officer in a dossier besides papers. */
export async function tasksOf(tx: Tx, dossierId: DossierId): Promise<DossierTasks | undefined> {
  const [row] = await tx.$queryRaw<TasksRow[]>`
    SELECT d.id AS "dossierId", b.id AS "businessId", b.name AS business, coalesce(p.name, '') AS owner, row_to_json(u) AS subject,
      d.catalogue_version AS "catalogueVersion", d.standing, b.form,
      (SELECT json_object_agg(question, answer) FROM dossier_answer WHERE dossier_id = d.id) AS answers,
      (SELECT count(*)::int FROM item i WHERE i.dossier_id = d.id AND i.state = 'submitted') AS "papersWaiting",
      (SELECT json_agg(json_build_object('id', i.id, 'requirementId', i.requirement_id, 'state', i.state,
          'alone', coalesce(v.alone, false)) ORDER BY i.id)
         FROM item i
         LEFT JOIN submission s ON s.item_id = i.id AND s.sent_at IS NOT NULL AND s.replaced_at IS NULL
         LEFT JOIN decision v ON v.submission_id = s.id AND v.undone_at IS NULL
         WHERE i.dossier_id = d.id) AS items
    FROM dossier d JOIN business b ON b.id = d.business_id JOIN person p ON p.id = b.owner_id
    JOIN subject u ON u."businessId" = b.id WHERE d.id = ${dossierId}`
  if (!row) return undefined
  const { form, answers, items, subject } = row
  return { ...row, form: form ?? undefined, answers: answers ?? {}, items: items ?? [], subject: subjectIn(subject) }
}

/** Admits a candidate; false when it was admitted already. */
export async function nominate(tx: Tx, id: DossierId): Promise<boolean> {
  const { count } = await tx.dossier.updateMany({
    where: { id, standing: 'candidate' },
    data: { standing: 'nominated' },
  })
  return count > 0
}

/** The paper of a dossier that waits longest, if one still waits. */
export async function firstWaiting(tx: Tx, dossierId: DossierId): Promise<SubmissionId | undefined> {
  const row = await tx.submission.findFirst({
    where: { sentAt: { not: null }, replacedAt: null, item: { dossierId, state: 'submitted' } },
    orderBy: { sentAt: 'asc' },
    select: { id: true },
  })
  return row?.id as SubmissionId | undefined
}

interface PaperRow {
  submission_id: SubmissionId
  submitted_at: Date
  replaced: boolean
  begun_anew: boolean
  dossier_id: DossierId
  item_id: ItemId
  requirement_id: string
  state: ItemState
  catalogue_version: number
  business: string
  subject: SubjectRow
  owner: string | null
  region_name: string | null
  sender: { id: PersonId; name: string } | null
  pages: ReviewedPage[] | null
  item_values: Values | null
  decision: (Omit<Decision, 'reason' | 'words'> & { reason: ReturnReason | null; words: string | null }) | null
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
    SELECT s.id AS submission_id, s.sent_at AS submitted_at, s.replaced_at IS NOT NULL AS replaced, d.id AS dossier_id,
      i.id AS item_id, i.requirement_id, i.state, d.catalogue_version, b.name AS business, row_to_json(u) AS subject, p.name AS owner,
      r.name AS region_name,
      (SELECT json_build_object('id', w.id, 'name', coalesce(w.name, '')) FROM person w
         WHERE w.id = s.person_id AND w.id <> b.owner_id) AS sender,
      (SELECT json_agg(json_build_object('fileId', f.id, 'telegramFileId', f.telegram_file_id,
                                         'telegramKind', f.telegram_kind) ORDER BY g.position)
         FROM page g JOIN file f ON f.id = g.file_id WHERE g.submission_id = s.id) AS pages,
      (SELECT json_object_agg(v.field, json_build_object('value', v.value, 'source', v.source))
         FROM item_value v WHERE v.item_id = i.id) AS item_values,
      EXISTS (SELECT 1 FROM submission n JOIN decision v ON v.submission_id = s.id AND v.undone_at IS NULL
        WHERE n.item_id = i.id AND n.sent_at IS NULL AND n.begun_at >= v.decided_at) AS begun_anew,
      (SELECT json_build_object('id', v.id, 'officerId', v.officer_id, 'verdict', v.verdict, 'reason', v.reason, 'words', v.words)
         FROM decision v WHERE v.submission_id = s.id AND v.undone_at IS NULL) AS decision
    FROM submission s JOIN item i ON i.id = s.item_id JOIN dossier d ON d.id = i.dossier_id
    JOIN business b ON b.id = d.business_id JOIN person p ON p.id = b.owner_id LEFT JOIN region r ON r.code = b.region_code
    JOIN subject u ON u."businessId" = b.id
    WHERE s.id = ${submissionId} AND s.sent_at IS NOT NULL`
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
  sender: row.sender ?? undefined,
  submittedAt: row.submitted_at,
  replaced: row.replaced,
  begunAnew: row.begun_anew,
  state: row.state,
  subject: subjectIn(row.subject),
  pages: row.pages ?? [],
  values: row.item_values ?? {},
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

export interface NewDecision {
  submissionId: SubmissionId
  officerId: PersonId
  verdict: Verdict
  alone: boolean
  now: Date
}

export async function saveDecision(tx: Tx, { verdict, now, ...about }: NewDecision): Promise<DecisionId> {
  const { id } = await tx.decision.create({
    data: { ...about, ...verdict, decidedAt: now },
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
