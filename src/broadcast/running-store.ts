import type { PersonId } from '../people/rules.ts'
import type { Database, Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n/languages.ts'
import { type BroadcastId, type BroadcastState, type Figures, type Message, SECONDS_APART } from './rules.ts'
import { buttonIn } from './store.ts'

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
    UPDATE delivery SET due_at = ${new Date(NEVER)} WHERE broadcast_id = ${id} AND state = 'waiting'`
}

/** Lets it go out again, and what Telegram had refused as well when that was mended. */
export async function goOn(tx: Tx, id: BroadcastId, dueAt: Date, alsoRefused: boolean): Promise<void> {
  await tx.$executeRaw`
    UPDATE delivery SET due_at = ${dueAt}, state = 'waiting', settled_at = NULL, failure = NULL, leased_until = NULL
    WHERE broadcast_id = ${id} AND (state = 'waiting' OR ${alsoRefused} AND state = 'failed' AND failure = 'refused')`
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

/** Whether Telegram refuses the message itself: it went to nobody, and was refused again and again. */
export async function isRefusedByAll(db: Database, id: BroadcastId): Promise<boolean> {
  const ENOUGH = 3
  const [row] = await db.sql<{ refused: boolean }>(
    `SELECT (SELECT count(*) FROM (SELECT 1 FROM delivery WHERE broadcast_id = $1 AND state = 'failed' AND failure = 'refused'
         LIMIT ${ENOUGH}) f) >= least(${ENOUGH}, (SELECT total FROM broadcast WHERE id = $1))
       AND NOT EXISTS (SELECT 1 FROM delivery WHERE broadcast_id = $1 AND state = 'sent') AS refused`,
    [id],
  )
  return row?.refused === true
}

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
