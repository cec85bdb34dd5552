import type { PersonId, RegionCode, Subject } from '../people/rules.ts'
import type { Tx } from '../platform/db.ts'
import type { LocalDate } from '../platform/time.ts'
import type { Value, Values } from './fields.ts'
import type { ItemState } from './requirements.ts'
import type { DossierId, ItemId, SubmissionId, UnsortedId } from './rules.ts'

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
  owner_id: PersonId
  owner_name: string | null
  region_code: RegionCode | null
  field_visit_until: LocalDate
  frozen: boolean
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
    SELECT i.id, i.dossier_id, i.requirement_id, i.state, d.catalogue_version, b.owner_id, p.name AS owner_name, b.region_code,
      y.field_visit_until,
      NOT EXISTS (SELECT 1 FROM consent c WHERE c.person_id = b.owner_id AND c.withdrawn_at IS NULL) AS frozen,
      (SELECT json_object_agg(v.field, json_build_object('value', v.value, 'source', v.source))
         FROM item_value v WHERE v.item_id = i.id) AS item_values,
      (SELECT json_build_object('id', s.id, 'pages', s.pages) FROM sent s WHERE s.sent_at IS NULL) AS draft,
      (SELECT json_build_object('id', s.id, 'pages', s.pages, 'reason', s.reason) FROM sent s WHERE s.sent_at IS NOT NULL) AS live
    FROM held i JOIN dossier d ON d.id = i.dossier_id JOIN cycle y ON y.id = d.cycle_id
    JOIN business b ON b.id = d.business_id JOIN person p ON p.id = b.owner_id`
  if (!row) return undefined
  return {
    id: row.id,
    dossierId: row.dossier_id,
    requirementId: row.requirement_id,
    state: row.state,
    catalogueVersion: row.catalogue_version,
    subject: { ownerId: row.owner_id, region: row.region_code ?? undefined, frozen: row.frozen },
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
  position: number
  fileId: number
  cause: number
}

export async function addPage(tx: Tx, page: NewPage): Promise<void> {
  await tx.page.create({ data: page })
}

/** Takes the pages of a draft away, to begin anew. */
export async function dropPages(tx: Tx, submissionId: SubmissionId): Promise<void> {
  await tx.page.deleteMany({ where: { submissionId } })
}

/** Sends a draft in: from now on it counts, and what counted before is history. */
export async function sendDraft(tx: Tx, itemId: ItemId, submissionId: SubmissionId, now: Date): Promise<void> {
  await tx.submission.updateMany({
    where: { itemId, sentAt: { not: null }, replacedAt: null },
    data: { replacedAt: now },
  })
  await tx.submission.update({ where: { id: submissionId }, data: { sentAt: now } })
}

/** Keeps a file whose paper is not known yet; the same update again finds the same row. */
export async function saveUnsorted(tx: Tx, fileId: number, cause: number, now: Date): Promise<UnsortedId> {
  const { id } = await tx.unsortedFile.upsert({
    where: { cause },
    create: { fileId, cause, receivedAt: now },
    update: {},
    select: { id: true },
  })
  return id as UnsortedId
}

export interface Unsorted {
  ownerId: PersonId
  fileId: number
  sha256: string
  mime: string
  sorted: boolean
}

export async function lockUnsorted(tx: Tx, id: UnsortedId): Promise<Unsorted | undefined> {
  const [row] = await tx.$queryRaw<Unsorted[]>`
    SELECT f.owner_id AS "ownerId", f.id AS "fileId", f.sha256, f.mime, u.sorted_at IS NOT NULL AS sorted
    FROM unsorted_file u JOIN file f ON f.id = u.file_id WHERE u.id = ${id} FOR UPDATE OF u`
  return row
}

export async function markSorted(tx: Tx, id: UnsortedId, now: Date): Promise<void> {
  await tx.unsortedFile.update({ where: { id }, data: { sortedAt: now } })
}
