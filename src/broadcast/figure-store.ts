import type { Database } from '../platform/db.ts'
import type { Language } from '../platform/i18n/languages.ts'
import {
  type BroadcastId,
  type BroadcastState,
  type Figures,
  type Receipt,
  readOutcome,
  SECONDS_APART,
} from './rules.ts'

// How far broadcasts are, and what became of them for each reader.

interface FigureRow {
  total: number
  state: BroadcastState
  counts: Record<string, number>
  presses: number
}

const FIGURES = `
  SELECT coalesce(b.total, 0) AS total, b.state,
    coalesce((SELECT json_object_agg(key, count) FROM (
      SELECT coalesce(failure, state) AS key, count(*) AS count FROM delivery WHERE broadcast_id = $1 GROUP BY 1) c), '{}') AS counts,
    (SELECT count(*) FROM broadcast_press WHERE broadcast_id = $1) AS presses
  FROM broadcast b WHERE b.id = $1`

/** How far a broadcast is. Whoever was not reached before it ended counts as skipped, or as expired when its time was over. */
export async function figuresOf(db: Database, id: BroadcastId): Promise<Figures> {
  const [row] = await db.sql<FigureRow>(FIGURES, [id])
  const { total, state, counts, presses } = row ?? { total: 0, state: 'draft', counts: {}, presses: 0 }
  const of = (key: string): number => Number(counts[key] ?? 0)
  const made = Object.values(counts).reduce((sum, count) => sum + Number(count), 0)
  const rest = Math.max(0, total - made)
  const unfed = state === 'ended' ? 'skipped' : state === 'expired' ? 'expired' : 'waiting'
  const restIf = (where: typeof unfed): number => (unfed === where ? rest : 0)
  return {
    total,
    sent: of('sent'),
    waiting: of('waiting') + restIf('waiting'),
    blocked: of('blocked'),
    skipped: of('skipped') + restIf('skipped'),
    expired: of('expired') + restIf('expired'),
    failed: { refused: of('refused'), broken: of('broken') + of('unknown-kind'), uncertain: of('uncertain') },
    presses,
  }
}

interface ReceiptRow {
  name: string | null
  region: string | null
  outcome: string
  at: Date | null
  pressedAt: Date | null
}

/** What became of a broadcast for each of its first so many readers. */
export async function receiptsOf(db: Database, id: BroadcastId, most: number): Promise<Receipt[]> {
  const rows = await db.sql<ReceiptRow>(
    `SELECT p.name, r.short_name AS region, v.settled_at AS at, k.pressed_at AS "pressedAt",
       coalesce(v.failure, v.state, CASE b.state WHEN 'ended' THEN 'skipped' WHEN 'expired' THEN 'expired' ELSE 'waiting' END) AS outcome
     FROM broadcast_recipient q JOIN broadcast b ON b.id = q.broadcast_id JOIN person p ON p.id = q.person_id
     LEFT JOIN delivery v ON v.purpose = 'broadcast:' || q.broadcast_id || ':' || q.person_id
     LEFT JOIN broadcast_press k ON k.broadcast_id = q.broadcast_id AND k.person_id = q.person_id
     LEFT JOIN LATERAL (SELECT region_code FROM business u WHERE u.owner_id = p.id AND u.merged_into_id IS NULL
       ORDER BY u.id LIMIT 1) u ON true
     LEFT JOIN region r ON r.code = u.region_code
     WHERE q.broadcast_id = $1 ORDER BY q.person_id LIMIT $2`,
    [id, most],
  )
  return rows.map(({ name, region, outcome, at, pressedAt }) => ({
    name: name ?? undefined,
    region: region ?? undefined,
    outcome: readOutcome(outcome),
    at: at ?? undefined,
    pressedAt: pressedAt ?? undefined,
  }))
}

export const pressedBy = (db: Database, id: BroadcastId, count: number): Promise<{ name: string | null; at: Date }[]> =>
  db.sql(
    `SELECT p.name, k.pressed_at AS at FROM broadcast_press k JOIN person p ON p.id = k.person_id
     WHERE k.broadcast_id = $1 ORDER BY k.pressed_at, p.id LIMIT $2`,
    [id, count],
  )

/** A message that shows how far a broadcast is. */
export interface ProgressMessage {
  id: BroadcastId
  state: BroadcastState
  chatId: number
  messageId: number
  language: Language
}

// Whoever takes the turn has three seconds to themselves, counted from the edit before; a large one is counted less often.
const TAKE_TURN = `
  WITH due AS MATERIALIZED (
    SELECT b.id, v.chat_id, v.message_id, coalesce(a.language, 'id') AS language
    FROM broadcast b JOIN delivery v ON v.purpose = 'broadcast-begun:' || b.id AND v.state = 'sent'
    LEFT JOIN account a ON a.telegram_id = v.chat_id
    WHERE b.started_at IS NOT NULL AND (b.state = 'sending' OR b.progress_state IS DISTINCT FROM b.state)
      AND b.started_at > $1::timestamptz - interval '30 days'
      AND (b.progress_at IS NULL OR b.progress_at <= $1::timestamptz - make_interval(secs =>
        greatest(${SECONDS_APART}, CASE WHEN b.state = 'sending' THEN least(60, b.total / 20000.0) ELSE 0 END)::float8))
    FOR UPDATE OF b SKIP LOCKED)
  UPDATE broadcast b SET progress_at = $1 FROM due WHERE b.id = due.id
  RETURNING b.id, b.state, due.chat_id AS "chatId", due.message_id AS "messageId", due.language`

/** The progress messages whose turn to be edited it is. */
export const takeProgressTurns = (db: Database, now: Date): Promise<ProgressMessage[]> => db.sql(TAKE_TURN, [now])

/** Notes what a progress message shows, so that what is over is not shown again. */
export async function noteShown(db: Database, id: BroadcastId, state: BroadcastState): Promise<void> {
  await db.sql('UPDATE broadcast SET progress_state = $2 WHERE id = $1', [id, state])
}
