import type { Update } from 'grammy/types'
import type { Database } from '../platform/db.ts'
import type { Handling } from '../platform/telegram/handling.ts'

export interface StoredUpdate {
  id: number
  lane: number
  update: Update
  /** Which try at handling it this is, from 1. */
  tries: number
}

// Leases are the machine's own time, not the product's clock: moving the clock must not hand an update to two workers.
const LEASE_SECONDS = 15

const RECEIVE = `
  INSERT INTO inbox (update_id, lane, payload, received_at)
  SELECT update_id, lane, payload, $2 FROM jsonb_to_recordset($1::jsonb) AS t (update_id bigint, lane bigint, payload jsonb)
  ORDER BY update_id
  ON CONFLICT (update_id) DO NOTHING`

/** Stores updates in the order given; those already known are left as they are. */
export async function receive(db: Database, updates: readonly Update[], now: Date): Promise<void> {
  if (updates.length === 0) return
  const rows = updates.map((payload) => ({ update_id: payload.update_id, lane: laneOf(payload), payload }))
  await db.sql(RECEIVE, [JSON.stringify(rows, storable), now])
}

/** PostgreSQL keeps neither a null character nor half a character; nobody types them, and one must not stop the rest. */
const storable = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value

/** Updates of one chat are one lane: they are handled one after the other. */
function laneOf(update: Update): number {
  const chat =
    update.message?.chat ??
    update.edited_message?.chat ??
    update.callback_query?.message?.chat ??
    update.my_chat_member?.chat
  return chat?.id ?? update.callback_query?.from.id ?? 0
}

// Only the first open update of a lane can be taken, and it stays the first until it is done: so a lane is never handled
// by two workers at once, and never out of order. One that was stored earlier but committed later waits for those taken.
// They are looked for once: a plan that looks again for every row would take more than the limit.
const CLAIM = `
  WITH first AS MATERIALIZED (
    SELECT id FROM inbox i
    WHERE done_at IS NULL AND (leased_until IS NULL OR leased_until < clock_timestamp())
      AND NOT EXISTS (SELECT 1 FROM inbox other WHERE other.lane = i.lane AND other.done_at IS NULL
        AND (other.id < i.id OR other.id > i.id AND other.leased_until > clock_timestamp()))
    ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED)
  UPDATE inbox SET tries = tries + 1, leased_until = clock_timestamp() + interval '${LEASE_SECONDS} seconds'
  FROM first WHERE inbox.id = first.id
  RETURNING inbox.id, lane, payload AS update, tries`

/** Takes the next update of up to `limit` different lanes. */
export const claim = (db: Database, limit: number): Promise<StoredUpdate[]> => db.sql<StoredUpdate>(CLAIM, [limit])

const RENEW = `
  UPDATE inbox SET leased_until = clock_timestamp() + interval '${LEASE_SECONDS} seconds'
  WHERE id = $1 AND tries = $2 AND done_at IS NULL`

const FOLLOWED = `
  SELECT EXISTS (SELECT 1 FROM inbox WHERE lane = $1 AND id > $2 AND done_at IS NULL
    AND (payload->'message' ? 'photo' OR payload->'message' ? 'document')) AS followed`

/** Whether a photo or document waits behind this update in its lane. */
export async function isFollowedByFile(db: Database, { id, lane }: StoredUpdate): Promise<boolean> {
  const [row] = await db.sql<{ followed: boolean }>(FOLLOWED, [lane, id])
  return row?.followed ?? false
}

/** Keeps an update for another while; handling waits for the network and may outlast a lease. */
export async function renew(db: Database, { id, tries }: StoredUpdate): Promise<void> {
  await db.sql(RENEW, [id, tries])
}

/** Gives an update back, to be handled again in `milliseconds`. */
export async function release(db: Database, { id, tries }: StoredUpdate, milliseconds: number): Promise<void> {
  await db.sql(
    `UPDATE inbox SET leased_until = clock_timestamp() + make_interval(secs => $3) WHERE id = $1 AND tries = $2 AND done_at IS NULL`,
    [id, tries, milliseconds / 1000],
  )
}

const DONE = `UPDATE inbox SET done_at = $3, payload = NULL, leased_until = NULL WHERE id = $1 AND tries = $2 AND done_at IS NULL`
const DONE_AND_ASKED = `
  WITH done AS (${DONE} RETURNING id)
  INSERT INTO question_state (chat_id, state, opened_at) SELECT $4, $5, $3 FROM done
  ON CONFLICT (chat_id) DO UPDATE SET state = excluded.state, opened_at = excluded.opened_at`
const DONE_AND_ANSWERED = `
  WITH done AS (${DONE} RETURNING id)
  DELETE FROM question_state WHERE chat_id = $4 AND EXISTS (SELECT 1 FROM done)`

/**
 * Done: what the person sent is gone from the inbox, and their open question is what it became, in one statement. A
 * worker whose lease went to another changes nothing here.
 */
export async function finish(
  db: Database,
  { id, tries }: StoredUpdate,
  question: Handling['question'],
  now: Date,
): Promise<void> {
  if (!question) await db.sql(DONE, [id, tries, now])
  else if (question.state === null) await db.sql(DONE_AND_ANSWERED, [id, tries, now, question.chatId])
  else await db.sql(DONE_AND_ASKED, [id, tries, now, question.chatId, question.state])
}

/** Ends every lease: for the embedded database, whose one process just started and so holds none. */
export async function clearLeases(db: Database): Promise<void> {
  await db.sql('UPDATE inbox SET leased_until = NULL WHERE done_at IS NULL AND leased_until IS NOT NULL')
  await db.sql(`UPDATE delivery SET leased_until = NULL WHERE state = 'waiting' AND leased_until IS NOT NULL`)
}

/** Forgets which updates were handled before `time`; Telegram repeats none for longer than a day. */
export async function forgetBefore(db: Database, time: Date): Promise<number> {
  const rows = await db.sql('DELETE FROM inbox WHERE done_at < $1 RETURNING id', [time])
  return rows.length
}

/** Drops open questions nobody answered since `time`, with what they hold of earlier messages. */
export async function dropQuestionsBefore(db: Database, time: Date): Promise<number> {
  const rows = await db.sql('DELETE FROM question_state WHERE opened_at < $1 RETURNING chat_id', [time])
  return rows.length
}
