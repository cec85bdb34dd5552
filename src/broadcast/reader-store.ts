import type { PersonId } from '../people/rules.ts'
import type { Database } from '../platform/db.ts'
import type { BroadcastId, Message } from './rules.ts'
import { buttonIn } from './store.ts'

// One reader of a broadcast: what they get, and that they pressed its button.

interface ReaderRow {
  id: BroadcastId
  words: string
  fileId: string | null
  fileKind: string | null
  button: string | null
  linkLabel: string | null
  linkUrl: string | null
  name: string | null
  region: string | null
  zone: string | null
  isGone: boolean
}

const READER = `
  SELECT b.id, b.words, b.file_id AS "fileId", b.file_kind AS "fileKind", b.button, b.link_label AS "linkLabel",
    b.link_url AS "linkUrl", p.name, r.short_name AS region, z.name AS zone,
    b.state IN ('ended', 'dropped') OR b.audience->>'role' = 'owner' AND NOT EXISTS (
      SELECT 1 FROM consent c WHERE c.person_id = p.id AND c.withdrawn_at IS NULL) AS "isGone"
  FROM broadcast b JOIN person o ON o.id = $2 JOIN person p ON p.id = coalesce(o.merged_into_id, o.id)
  LEFT JOIN LATERAL (SELECT region_code FROM business u WHERE u.owner_id = p.id AND u.merged_into_id IS NULL
    ORDER BY u.id = p.working_at_id DESC, u.id LIMIT 1) u ON true
  LEFT JOIN region r ON r.code = u.region_code LEFT JOIN zone z ON z.id = r.zone_id WHERE b.id = $1`

/** A message and what is put into it for one reader. */
export interface Personal {
  message: Message
  reader: { name: string | undefined; region: string | undefined; zone: string | undefined }
  /** It was ended, or its reader withdrew their consent. */
  isGone: boolean
}

export async function personalOf(db: Database, id: BroadcastId, reader: PersonId): Promise<Personal | undefined> {
  const [row] = await db.sql<ReaderRow>(READER, [id, reader])
  if (!row) return undefined
  const { words, fileId, fileKind, name, region, zone, isGone } = row
  const attachment =
    fileId === null ? undefined : ({ fileId, kind: fileKind === 'photo' ? 'photo' : 'document' } as const)
  return {
    message: { id: row.id, words: words ?? '', attachment, button: buttonIn(row) },
    reader: { name: name ?? undefined, region: region ?? undefined, zone: zone ?? undefined },
    isGone,
  }
}

/** Notes that a recipient pressed the button; nothing for anybody else. */
export async function notePress(db: Database, id: BroadcastId, personId: PersonId, now: Date): Promise<void> {
  await db.sql(
    `INSERT INTO broadcast_press (broadcast_id, person_id, pressed_at)
     SELECT broadcast_id, person_id, $3 FROM broadcast_recipient WHERE broadcast_id = $1 AND person_id = $2
     ON CONFLICT DO NOTHING`,
    [id, personId, now],
  )
}
