import type { PersonId, RegionCode, Subject } from '../people/rules.ts'
import type { Tx } from '../platform/db.ts'
import type { ItemId, ItemState, SubmissionId, UnsortedId } from './rules.ts'

// Items and the papers sent in for them.

/** An item held for a change, with all a decision about it needs. */
export interface HeldItem {
  id: ItemId
  requirementId: string
  state: ItemState
  catalogueVersion: number
  subject: Subject
  /** The paper that counts now. */
  latest: { id: SubmissionId; sha256: string; cause: number } | undefined
}

interface HeldItemRow {
  id: ItemId
  requirement_id: string
  state: ItemState
  catalogue_version: number
  owner_id: PersonId
  region_code: RegionCode | null
  frozen: boolean
  latest: HeldItem['latest'] | null
}

/** Locks an item. Undefined when there is none of that id. */
export async function lockItem(tx: Tx, id: ItemId): Promise<HeldItem | undefined> {
  const [row] = await tx.$queryRaw<HeldItemRow[]>`
    SELECT i.id, i.requirement_id, i.state, d.catalogue_version, b.owner_id, b.region_code,
      NOT EXISTS (SELECT 1 FROM consent c WHERE c.person_id = b.owner_id AND c.withdrawn_at IS NULL) AS frozen,
      (SELECT json_build_object('id', s.id, 'sha256', f.sha256, 'cause', s.cause)
         FROM submission s JOIN file f ON f.id = s.file_id WHERE s.item_id = i.id AND s.replaced_at IS NULL) AS latest
    FROM item i JOIN dossier d ON d.id = i.dossier_id JOIN business b ON b.id = d.business_id
    WHERE i.id = ${id} FOR UPDATE OF i`
  if (!row) return undefined
  return {
    id: row.id,
    requirementId: row.requirement_id,
    state: row.state,
    catalogueVersion: row.catalogue_version,
    subject: { ownerId: row.owner_id, region: row.region_code ?? undefined, frozen: row.frozen },
    latest: row.latest ?? undefined,
  }
}

export async function setItemState(tx: Tx, id: ItemId, state: ItemState, now: Date): Promise<void> {
  await tx.item.update({ where: { id }, data: { state, since: now } })
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

export interface NewSubmission {
  itemId: ItemId
  personId: PersonId
  fileId: number
  cause: number
  now: Date
}

/** Makes a paper the one that counts; the one before it stays as history. */
export async function saveSubmission(tx: Tx, { now, ...submission }: NewSubmission): Promise<void> {
  await tx.submission.updateMany({ where: { itemId: submission.itemId, replacedAt: null }, data: { replacedAt: now } })
  await tx.submission.create({ data: { ...submission, submittedAt: now } })
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
