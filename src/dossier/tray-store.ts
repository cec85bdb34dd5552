import type { PersonId } from '../people/rules.ts'
import type { Tx } from '../platform/db.ts'
import { paperKindOf } from './paper.ts'
import type { BusinessId, UnsortedId } from './rules.ts'
import type { TrayFile } from './tray.ts'

// Files that came unasked.

export interface NewUnsorted {
  personId: PersonId
  fileId: number
  cause: number
  album: string | undefined
  businessId: BusinessId | undefined
  now: Date
}

/** Puts a file into its sender's tray; the same update again finds the same row. */
export async function saveUnsorted(tx: Tx, { album, businessId, now, cause, ...unsorted }: NewUnsorted): Promise<void> {
  await tx.unsortedFile.upsert({
    where: { cause },
    create: { ...unsorted, cause, album: album ?? null, businessId: businessId ?? null, receivedAt: now },
    update: {},
  })
}

/** Whether a file lies in its sender's tray, or is a page of something, since another update brought it. */
export async function isKnown(tx: Tx, fileId: number, cause: number): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ known: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM unsorted_file WHERE file_id = ${fileId} AND sorted_at IS NULL AND cause <> ${cause})
      OR EXISTS (SELECT 1 FROM page g JOIN submission s ON s.id = g.submission_id AND s.replaced_at IS NULL
                 JOIN item i ON i.id = s.item_id AND i.state <> 'returned'
                 WHERE g.file_id = ${fileId} AND g.cause <> ${cause}) AS known`
  return row?.known ?? false
}

/** As much of a tray as is ever looked at. */
const TRAY_LIMIT = 60

/** A person's tray: its first files, those put off last, and how many there are in all. */
export async function trayOf(tx: Tx, personId: PersonId): Promise<{ files: TrayFile[]; count: number }> {
  const rows = await tx.unsortedFile.findMany({
    where: { personId, sortedAt: null },
    orderBy: [{ skippedAt: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
    take: TRAY_LIMIT,
    include: { file: { select: { mime: true, storageKey: true } } },
  })
  const count =
    rows.length < TRAY_LIMIT ? rows.length : await tx.unsortedFile.count({ where: { personId, sortedAt: null } })
  const files = rows.map(({ id, file, album, together, businessId }) => ({
    id: id as UnsortedId,
    kind: paperKindOf(file.mime),
    storageKey: file.storageKey,
    album: album ?? undefined,
    together: together ?? undefined,
    businessId: (businessId ?? undefined) as BusinessId | undefined,
  }))
  return { files, count }
}

/** A file of a unit that is about to be answered for. */
export interface HeldFile {
  id: UnsortedId
  personId: PersonId
  ownerId: PersonId
  fileId: number
  sha256: string
  storageKey: string
  mime: string
  telegramFileId: string
  telegramKind: 'photo' | 'document'
  cause: number
  sorted: boolean
}

/** The files that are answered for together with this one, in the order in which they came; locked where `tx` is one. */
export const unitOf = (tx: Tx, id: UnsortedId): Promise<HeldFile[]> => tx.$queryRaw<HeldFile[]>`
  SELECT u.id, u.person_id AS "personId", f.owner_id AS "ownerId", f.id AS "fileId", f.sha256, f.storage_key AS "storageKey",
    f.mime, f.telegram_file_id AS "telegramFileId", f.telegram_kind AS "telegramKind", u.cause, u.sorted_at IS NOT NULL AS sorted
  FROM unsorted_file this
  JOIN unsorted_file u ON u.id = this.id OR (u.person_id = this.person_id AND u.album = this.album
    AND this.together IS DISTINCT FROM false AND u.together IS DISTINCT FROM false)
  JOIN file f ON f.id = u.file_id
  WHERE this.id = ${id} ORDER BY u.id FOR UPDATE OF u`

type Change = Partial<{ together: boolean; businessId: BusinessId; skippedAt: Date; sortedAt: Date }>

/** Notes what was said of files. */
export async function changeUnsorted(tx: Tx, ids: readonly UnsortedId[], data: Change): Promise<void> {
  await tx.unsortedFile.updateMany({ where: { id: { in: [...ids] } }, data })
}
