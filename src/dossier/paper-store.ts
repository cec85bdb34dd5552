import type { PersonId, Subject } from '../people/rules.ts'
import { type SubjectRow, subjectIn } from '../people/subject.ts'
import type { Tx } from '../platform/db.ts'
import type { LocalDate } from '../platform/time.ts'
import type { Value, Values } from './fields.ts'
import type { ItemState } from './item-states.ts'
import type { BusinessId, DossierId, ItemId, SubmissionId } from './rules.ts'

// Items, and what is sent in for them.

/** An item held for a change, with all a decision about it needs. */
export interface HeldItem {
  id: ItemId
  dossierId: DossierId
  requirementId: string
  state: ItemState
  catalogueVersion: number
  subject: Subject
  /** The owner's name, as on their KTP. */
  ownerName: string
  fieldVisitUntil: LocalDate
  values: Values
  /** What is being prepared. */
  draft: { id: SubmissionId; pages: HeldPage[] } | undefined
  /** What was sent in and counts. */
  live: { id: SubmissionId; pages: HeldPage[]; reason: string | null } | undefined
}

interface HeldPage {
  sha256: string
  cause: number
}

interface HeldItemRow {
  id: ItemId
  dossier_id: DossierId
  requirement_id: string
  state: ItemState
  catalogue_version: number
  subject: SubjectRow
  owner_name: string | null
  field_visit_until: LocalDate
  item_values: Values | null
  draft: NonNullable<HeldItem['draft']> | null
  live: NonNullable<HeldItem['live']> | null
}

/** Locks an item. Undefined when there is none of that id. */
export async function lockItem(tx: Tx, id: ItemId): Promise<HeldItem | undefined> {
  const [row] = await tx.$queryRaw<HeldItemRow[]>`
    WITH held AS (SELECT * FROM item WHERE id = ${id} FOR UPDATE),
    sent AS (
      SELECT s.id, s.sent_at, s.item_id,
        (SELECT coalesce(json_agg(json_build_object('sha256', f.sha256, 'cause', g.cause) ORDER BY g.position), '[]')
           FROM page g JOIN file f ON f.id = g.file_id WHERE g.submission_id = s.id) AS pages,
        (SELECT v.reason FROM decision v WHERE v.submission_id = s.id AND v.undone_at IS NULL) AS reason
      FROM submission s WHERE s.item_id = ${id} AND s.replaced_at IS NULL)
    SELECT i.id, i.dossier_id, i.requirement_id, i.state, d.catalogue_version, row_to_json(u) AS subject, p.name AS owner_name,
      y.field_visit_until,
      (SELECT json_object_agg(v.field, json_build_object('value', v.value, 'source', v.source))
         FROM item_value v WHERE v.item_id = i.id) AS item_values,
      (SELECT json_build_object('id', s.id, 'pages', s.pages) FROM sent s WHERE s.sent_at IS NULL) AS draft,
      (SELECT json_build_object('id', s.id, 'pages', s.pages, 'reason', s.reason) FROM sent s WHERE s.sent_at IS NOT NULL) AS live
    FROM held i JOIN dossier d ON d.id = i.dossier_id JOIN cycle y ON y.id = d.cycle_id
    JOIN subject u ON u."businessId" = d.business_id JOIN person p ON p.id = u."ownerId"`
  if (!row) return undefined
  return {
    id: row.id,
    dossierId: row.dossier_id,
    requirementId: row.requirement_id,
    state: row.state,
    catalogueVersion: row.catalogue_version,
    subject: subjectIn(row.subject),
    ownerName: row.owner_name ?? '',
    fieldVisitUntil: row.field_visit_until,
    values: row.item_values ?? {},
    draft: row.draft ?? undefined,
    live: row.live ?? undefined,
  }
}

/** Moves an item. `until` is the day it is expected, when it waits. */
export async function setItemState(tx: Tx, id: ItemId, state: ItemState, now: Date, until?: LocalDate): Promise<void> {
  await tx.item.update({ where: { id }, data: { state, since: now, until: until ?? null } })
}

export async function setOwned(tx: Tx, id: ItemId, owned: 'yes' | 'not-yet'): Promise<void> {
  await tx.item.update({ where: { id }, data: { owned } })
}

/** The day from which the owner is warned of an end; undefined when there is nothing to warn of. */
export async function setWarning(tx: Tx, id: ItemId, warnOn: LocalDate | undefined): Promise<void> {
  await tx.item.update({ where: { id }, data: { warnOn: warnOn ?? null } })
}

/** Takes the permits whose owners are to be warned by `today`, each once; answers with those of the open cycle. */
export const takeWarnings = (
  tx: Tx,
  today: LocalDate,
): Promise<{ to: PersonId; itemId: ItemId; expires: LocalDate }[]> =>
  tx.$queryRaw`
    WITH taken AS (
      UPDATE item SET warn_on = NULL
      WHERE id IN (SELECT id FROM item WHERE warn_on <= ${today} LIMIT 500 FOR UPDATE SKIP LOCKED)
      RETURNING id, dossier_id)
    SELECT b.owner_id AS "to", taken.id AS "itemId", v.value AS expires
    FROM taken JOIN dossier d ON d.id = taken.dossier_id JOIN business b ON b.id = d.business_id
    JOIN cycle y ON y.id = d.cycle_id AND y.closed_at IS NULL
    JOIN item_value v ON v.item_id = taken.id AND v.field = 'expires' AND v.source <> 'left' AND v.value <> 'lifetime'`

export interface NewValue extends Value {
  itemId: ItemId
  field: string
  personId: PersonId
  now: Date
}

/** Keeps an answer; a later one to the same question replaces it. */
export async function saveValue(tx: Tx, { itemId, field, value, source, personId, now }: NewValue): Promise<void> {
  const answer = { value, source, personId, savedAt: now }
  await tx.itemValue.upsert({
    where: { itemId_field: { itemId, field } },
    create: { itemId, field, ...answer },
    update: answer,
  })
}

/** Drops answers: all of them, or those of some fields. */
export async function dropValues(tx: Tx, itemId: ItemId, fields?: readonly string[]): Promise<void> {
  await tx.itemValue.deleteMany({ where: { itemId, ...(fields ? { field: { in: [...fields] } } : {}) } })
}

/** A paper as it lies in the file store. */
export interface StoredPaper {
  ownerId: PersonId
  sha256: string
  storageKey: string
  size: number
  mime: string
  telegramFileId: string
  telegramKind: 'photo' | 'document'
}

/** The row of a file; the same bytes of the same owner are one row. */
export async function saveFile(tx: Tx, paper: StoredPaper, now: Date): Promise<number> {
  const { ownerId, sha256 } = paper
  const { id } = await tx.file.upsert({
    where: { ownerId_sha256: { ownerId, sha256 } },
    create: { ...paper, createdAt: now },
    update: {},
    select: { id: true },
  })
  return id
}

/** Begins a draft, to which pages are added until it is sent. */
export async function beginDraft(tx: Tx, itemId: ItemId, personId: PersonId, now: Date): Promise<SubmissionId> {
  const { id } = await tx.submission.create({ data: { itemId, personId, begunAt: now }, select: { id: true } })
  return id as SubmissionId
}

export interface NewPage {
  submissionId: SubmissionId
  fileId: number
  cause: number
}

/** Adds a page behind those there are. */
export async function addPage(tx: Tx, page: NewPage): Promise<void> {
  const position = await tx.page.count({ where: { submissionId: page.submissionId } })
  await tx.page.create({ data: { ...page, position } })
}

/** Takes the pages of a submission over into another. */
export async function copyPages(tx: Tx, from: SubmissionId, to: SubmissionId): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO page (submission_id, position, file_id, cause)
    SELECT ${to}, position, file_id, cause FROM page WHERE submission_id = ${from}`
}

/** Takes the pages of a draft away, to begin anew. */
export async function dropPages(tx: Tx, submissionId: SubmissionId): Promise<void> {
  await tx.page.deleteMany({ where: { submissionId } })
}

export interface SentDraft {
  itemId: ItemId
  submissionId: SubmissionId
  /** Who sends it, who need not have begun it. */
  personId: PersonId
  now: Date
}

/** Sends a draft in: from now on it counts, and what counted before is history. */
export async function sendDraft(tx: Tx, { itemId, submissionId, personId, now }: SentDraft): Promise<void> {
  await replaceSent(tx, itemId, now)
  await tx.submission.update({ where: { id: submissionId }, data: { sentAt: now, personId } })
}

/** What was sent in counts no more. */
export async function replaceSent(tx: Tx, itemId: ItemId, now: Date): Promise<void> {
  await tx.submission.updateMany({
    where: { itemId, sentAt: { not: null }, replacedAt: null },
    data: { replacedAt: now },
  })
}

/** A paper that stands for its owner in every dossier, and the item it is to be copied to. */
interface Share {
  from: ItemId
  to: ItemId
}

/** Where a paper that was just sent is asked for too: the owner's other dossiers of the cycle, with nothing under way. */
export const sharesOf = (tx: Tx, itemId: ItemId): Promise<Share[]> => tx.$queryRaw<Share[]>`
  SELECT mine.id AS "from", other.id AS "to"
  FROM item mine JOIN dossier d ON d.id = mine.dossier_id JOIN business b ON b.id = d.business_id
  JOIN business c ON c.owner_id = b.owner_id AND c.id <> b.id AND c.merged_into_id IS NULL
  JOIN dossier e ON e.business_id = c.id AND e.cycle_id = d.cycle_id
  JOIN item other ON other.dossier_id = e.id AND other.requirement_id = mine.requirement_id
  WHERE mine.id = ${itemId} AND other.state IN ('open', 'waiting', 'returned')
    AND NOT EXISTS (SELECT 1 FROM submission s WHERE s.item_id = other.id AND s.sent_at IS NULL)
  ORDER BY other.id FOR UPDATE OF other`

/** What a dossier that was just opened may take over of these papers from the owner's other dossiers of the cycle. */
export const sharesFor = (tx: Tx, id: BusinessId, requirementIds: string[]): Promise<Share[]> => tx.$queryRaw<Share[]>`
  SELECT DISTINCT ON (mine.id) other.id AS "from", mine.id AS "to"
  FROM business b JOIN dossier d ON d.business_id = b.id JOIN item mine ON mine.dossier_id = d.id
  JOIN business c ON c.owner_id = b.owner_id AND c.id <> b.id AND c.merged_into_id IS NULL
  JOIN dossier e ON e.business_id = c.id AND e.cycle_id = d.cycle_id
  JOIN item other ON other.dossier_id = e.id AND other.requirement_id = mine.requirement_id
  WHERE b.id = ${id} AND mine.state = 'open' AND mine.requirement_id = ANY (${requirementIds}::text[])
    AND other.state IN ('submitted', 'accepted')
    AND NOT EXISTS (SELECT 1 FROM submission s WHERE s.item_id = mine.id)
  ORDER BY mine.id, other.state = 'accepted' DESC, other.id`

/** Sends in for one item what counts for another: the same pages, the same answers. */
export async function copyPaper(tx: Tx, { from, to }: Share, now: Date): Promise<void> {
  await tx.submission.updateMany({ where: { itemId: to, replacedAt: null }, data: { replacedAt: now } })
  await tx.$executeRaw`
    WITH sent AS (
      INSERT INTO submission (item_id, person_id, begun_at, sent_at)
      SELECT ${to}, person_id, ${now}, ${now} FROM submission
      WHERE item_id = ${from} AND sent_at IS NOT NULL AND replaced_at IS NULL RETURNING id)
    INSERT INTO page (submission_id, position, file_id, cause)
    SELECT sent.id, g.position, g.file_id, g.cause FROM sent, submission s JOIN page g ON g.submission_id = s.id
    WHERE s.item_id = ${from} AND s.sent_at IS NOT NULL AND s.replaced_at IS NULL`
  await tx.itemValue.deleteMany({ where: { itemId: to } })
  await tx.$executeRaw`
    INSERT INTO item_value (item_id, field, value, source, person_id, saved_at)
    SELECT ${to}, field, value, source, person_id, saved_at FROM item_value WHERE item_id = ${from}`
  await setItemState(tx, to, 'submitted', now)
}
