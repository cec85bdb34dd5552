import type { Database } from '../platform/db.ts'

// The message of a kind that edits itself, the newest in its chat.

const LAST = 'SELECT message_id AS "messageId", sent_at AS "sentAt" FROM live_message WHERE chat_id = $1 AND kind = $2'

export async function liveMessageOf(
  db: Database,
  chatId: number,
  kind: string,
): Promise<{ messageId: number; sentAt: Date } | undefined> {
  const [row] = await db.sql<{ messageId: number; sentAt: Date }>(LAST, [chatId, kind])
  return row
}

const SAVE = `
  INSERT INTO live_message (chat_id, kind, message_id, sent_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (chat_id, kind) DO UPDATE SET message_id = excluded.message_id, sent_at = excluded.sent_at`

export async function saveLiveMessage(
  db: Database,
  { chatId, kind, messageId, now }: { chatId: number; kind: string; messageId: number; now: Date },
): Promise<void> {
  await db.sql(SAVE, [chatId, kind, messageId, now])
}
