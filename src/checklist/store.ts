import type { Database } from '../platform/db.ts'

/** The newest message of a kind that edits itself: since when its sendings are counted, and how many there were. */
export interface LiveMessage {
  messageId: number
  since: Date
  sends: number
}

/** The kind of the message that is the tray. */
export const TRAY = 'tray'

const LAST = 'SELECT message_id AS "messageId", since, sends FROM live_message WHERE chat_id = $1 AND kind = $2'

export async function liveMessageOf(db: Database, chatId: number, kind: string): Promise<LiveMessage | undefined> {
  const [row] = await db.sql<LiveMessage>(LAST, [chatId, kind])
  return row
}

const SAVE = `
  INSERT INTO live_message (chat_id, kind, message_id, since, sends) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (chat_id, kind) DO UPDATE
  SET message_id = excluded.message_id, since = excluded.since, sends = excluded.sends`

export async function saveLiveMessage(
  db: Database,
  chatId: number,
  kind: string,
  { messageId, since, sends }: LiveMessage,
): Promise<void> {
  await db.sql(SAVE, [chatId, kind, messageId, since, sends])
}
