import type { Database, Tx } from '../platform/db.ts'
import type { BroadcastId, BroadcastState } from './rules.ts'

// Broadcasts that are under way. Their recipients stand in a list that no longer changes; of these a few hundred at a time
// become deliveries, so that stopping, resuming and the night concern no more than that.

/** So many are made at once, and more when fewer than that are left. */
const PORTION = 500
const FEW = 250

/** What is never due, because its broadcast stands still. */
const NEVER = '9999-01-01'
export const KIND = 'broadcast'
export const URGENT_KIND = 'broadcast-urgent'
/** Lower than anything that concerns one person. */
export const PRIORITY = -10

const FEED = `
  WITH held AS MATERIALIZED (
    SELECT fed_to, expires_at, CASE WHEN urgent_reason IS NULL THEN '${KIND}' ELSE '${URGENT_KIND}' END AS kind FROM broadcast
    WHERE id = $1 AND state = 'sending' AND total IS NOT NULL
      AND (SELECT count(*) FROM delivery WHERE broadcast_id = $1 AND state = 'waiting') < ${FEW}
    FOR UPDATE SKIP LOCKED),
  next AS MATERIALIZED (
    SELECT person_id FROM broadcast_recipient WHERE broadcast_id = $1 AND person_id > (SELECT fed_to FROM held)
    ORDER BY person_id LIMIT ${PORTION}),
  moved AS (
    UPDATE broadcast SET fed_to = (SELECT max(person_id) FROM next) WHERE id = $1 AND EXISTS (SELECT 1 FROM next))
  INSERT INTO delivery (kind, purpose, person_id, data, priority, due_at, expires_at, created_at, broadcast_id)
  SELECT held.kind, 'broadcast:' || $1::int || ':' || person_id, person_id,
    jsonb_build_object('broadcastId', $1::int, 'personId', person_id), ${PRIORITY}, $2, held.expires_at, $3, $1
  FROM next, held ON CONFLICT (purpose) DO NOTHING RETURNING id`

/** Makes deliveries of the next recipients, if only few are left; answers how many. One process does it at a time. */
export const feed = async (db: Database, id: BroadcastId, dueAt: Date, now: Date): Promise<number> =>
  (await db.sql(FEED, [id, dueAt, now])).length

/** Counts the recipients of a broadcast that has just begun, and keeps how many they are. */
export async function countRecipients(tx: Tx, id: BroadcastId): Promise<number> {
  const [row] = await tx.$queryRaw<{ total: number }[]>`
    UPDATE broadcast SET total = (SELECT count(*)::int FROM broadcast_recipient WHERE broadcast_id = ${id})
    WHERE id = ${id} RETURNING total`
  return row?.total ?? 0
}

/** Lets what waits of a broadcast wait on. */
export async function standStill(tx: Tx, id: BroadcastId): Promise<void> {
  await tx.$executeRaw`
    UPDATE delivery SET due_at = ${new Date(NEVER)} WHERE broadcast_id = ${id} AND state IN ('waiting', 'blocked')`
}

/** Lets it go out again, and what Telegram had refused as well when that was mended. */
export async function goOn(tx: Tx, id: BroadcastId, dueAt: Date, alsoRefused: boolean): Promise<void> {
  await tx.$executeRaw`
    UPDATE delivery SET due_at = ${dueAt} WHERE broadcast_id = ${id} AND state IN ('waiting', 'blocked')`
  if (alsoRefused)
    await tx.$executeRaw`
      UPDATE delivery SET due_at = ${dueAt}, state = 'waiting', settled_at = NULL, failure = NULL, leased_until = NULL
      WHERE broadcast_id = ${id} AND state = 'failed' AND failure = 'refused'`
}

/** Ends what waits of a broadcast and is not being sent at this moment. */
export async function settleRest(tx: Tx, id: BroadcastId, state: 'skipped' | 'expired', now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE delivery SET state = ${state}, settled_at = ${now}, leased_until = NULL
    WHERE broadcast_id = ${id} AND state IN ('waiting', 'blocked')
      AND (leased_until IS NULL OR leased_until < clock_timestamp())`
}

/** What waits at night waits until the morning. */
export async function deferRest(db: Database, id: BroadcastId, morning: Date): Promise<void> {
  await db.sql(
    `UPDATE delivery SET due_at = $2 WHERE broadcast_id = $1 AND state = 'waiting' AND due_at < $2
       AND (leased_until IS NULL OR leased_until < clock_timestamp())`,
    [id, morning],
  )
}

export interface Active {
  id: BroadcastId
  state: BroadcastState
  isUrgent: boolean
  sendAt: Date | null
  expiresAt: Date | null
  deskId: number | null
  total: number | null
  startedAt: Date | null
}

/** The broadcasts that something is still to become of. */
export const activeBroadcasts = (db: Database): Promise<Active[]> =>
  db.sql(
    `SELECT id, state, urgent_reason IS NOT NULL AS "isUrgent", send_at AS "sendAt", expires_at AS "expiresAt",
       desk_id AS "deskId", total, started_at AS "startedAt"
     FROM broadcast WHERE state IN ('asked', 'scheduled', 'sending', 'stopped', 'held') ORDER BY id`,
  )

/** Whether every recipient has their delivery, and every delivery its end. */
export async function isThrough(db: Database, id: BroadcastId): Promise<boolean> {
  const [row] = await db.sql<{ through: boolean }>(
    `SELECT NOT EXISTS (SELECT 1 FROM delivery WHERE broadcast_id = $1 AND state = 'waiting')
       AND NOT EXISTS (SELECT 1 FROM broadcast_recipient r JOIN broadcast b ON b.id = r.broadcast_id
         WHERE b.id = $1 AND r.person_id > b.fed_to) AS through`,
    [id],
  )
  return row?.through === true
}

/** Whether Telegram refuses the message itself: one after the other, since the last that it took. */
export async function isRefused(db: Database, id: BroadcastId): Promise<boolean> {
  const ENOUGH = 3
  const [row] = await db.sql<{ refused: boolean }>(
    `SELECT (SELECT count(*) FROM (SELECT 1 FROM delivery WHERE broadcast_id = $1 AND state = 'failed' AND failure = 'refused'
         AND settled_at > coalesce((SELECT max(settled_at) FROM delivery WHERE broadcast_id = $1 AND state = 'sent'), 'epoch')
         LIMIT ${ENOUGH}) f) >= least(${ENOUGH}, (SELECT total FROM broadcast WHERE id = $1)) AS refused`,
    [id],
  )
  return row?.refused === true
}
