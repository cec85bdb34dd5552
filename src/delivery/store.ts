import type { AccountId, PersonId } from '../people/rules.ts'
import type { Database, Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n/languages.ts'

export interface NewDeliveries {
  kind: string
  priority: number
  now: Date
  rows: { person_id: PersonId; purpose: string; data: unknown; due_at: Date; expires_at: Date | null }[]
}

/** One row per purpose; a second with the same purpose changes nothing. */
export async function insertDeliveries(tx: Tx, { kind, priority, now, rows }: NewDeliveries): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO delivery (kind, purpose, person_id, data, priority, due_at, expires_at, created_at)
    SELECT ${kind}, purpose, person_id, data, ${priority}::int, due_at, expires_at, ${now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS message (person_id int, purpose text, data jsonb, due_at timestamptz, expires_at timestamptz)
    ON CONFLICT (purpose) DO NOTHING`
}

export interface DueDelivery {
  id: number
  kind: string
  personId: PersonId
  data: unknown
  priority: number
  dueAt: Date
  expiresAt: Date | null
  tries: number
  /** How often it went out without word of what became of it. */
  uncertain: number
}

/** Longer than anything a sender does with a message, so that no other one takes it meanwhile. */
export const LEASE_SECONDS = 120

// The lease is the machine's time: a moved clock must not hand a message to a second sender. SKIP LOCKED lets senders in
// any number of processes take different rows. Of each person's messages only the first can be taken, and none while
// another one is leased: so they come in their order, and never two within the time for which a sent one is kept leased.
// The row's own lease is asked for by itself: a row that was locked meanwhile is looked at anew, other rows are not.
const CLAIM = `
  UPDATE delivery SET tries = tries + 1, leased_until = clock_timestamp() + interval '${LEASE_SECONDS} seconds'
  WHERE id IN (
    SELECT id FROM delivery d
    WHERE state = 'waiting' AND due_at <= $1 AND (leased_until IS NULL OR leased_until < clock_timestamp())
      AND NOT EXISTS (SELECT 1 FROM delivery taken
        WHERE taken.person_id = d.person_id AND taken.leased_until > clock_timestamp())
      AND NOT EXISTS (SELECT 1 FROM delivery first
        WHERE first.person_id = d.person_id AND first.state = 'waiting' AND first.due_at <= $1
          AND (-first.priority, first.due_at, first.id) < (-d.priority, d.due_at, d.id))
    ORDER BY priority DESC, due_at, id LIMIT $2 FOR UPDATE SKIP LOCKED)
  RETURNING id, kind, person_id AS "personId", data, tries, priority, due_at AS "dueAt", expires_at AS "expiresAt", uncertain`

/** Takes up to `limit` messages that are due, each to another person; the first to go first. */
export async function claimDue(db: Database, now: Date, limit: number): Promise<DueDelivery[]> {
  const due = await db.sql<DueDelivery>(CLAIM, [now, limit])
  return due.toSorted((a, b) => b.priority - a.priority || a.dueAt.getTime() - b.dueAt.getTime() || a.id - b.id)
}

const STILL_OURS = `
  UPDATE delivery SET leased_until = clock_timestamp() + interval '${LEASE_SECONDS} seconds'
  WHERE id = $1 AND tries = $2 AND state = 'waiting' RETURNING id`

/** Whether a message taken earlier was not taken by another sender since; it is kept for another two minutes. */
export async function stillOurs(db: Database, { id, tries }: DueDelivery): Promise<boolean> {
  return (await db.sql(STILL_OURS, [id, tries])).length > 0
}

export interface Address {
  accountId: AccountId
  telegramId: number
  language: Language
}

const ADDRESS = `
  SELECT id AS "accountId", telegram_id AS "telegramId", language, blocked_at IS NOT NULL AS blocked FROM account
  WHERE person_id = $1 ORDER BY blocked_at IS NOT NULL, attached_at DESC, id DESC LIMIT 1`

/**
 * Where a person can be written to: the account attached last that has not blocked the bot. Undefined when all of theirs
 * have; `none` when they have no account at all, because somebody else fills in for them.
 */
export async function addressOf(db: Database, personId: PersonId): Promise<Address | undefined | 'none'> {
  const [address] = await db.sql<Address & { blocked: boolean }>(ADDRESS, [personId])
  if (!address) return 'none'
  return address.blocked ? undefined : address
}

/** Why a message failed: its words, its making, its kind, or nobody knows whether it arrived. */
export type Failure = 'refused' | 'broken' | 'unknown-kind' | 'uncertain'

export type Settlement =
  | { state: 'sent'; chatId: number; messageId: number }
  | { state: 'failed'; failure: Failure }
  | { state: 'blocked' | 'expired' | 'skipped' }

const SETTLE = `
  UPDATE delivery SET state = $2, settled_at = $3, chat_id = $4, message_id = $5, failure = $6,
    leased_until = CASE WHEN $7::float8 > 0 THEN clock_timestamp() + make_interval(secs => $7::float8) END
  WHERE id = $1 AND state = 'waiting'`

/** Records what became of a message; the next one to this person goes `apart` seconds later. */
export async function settle(
  db: Database,
  id: number,
  now: Date,
  settlement: Settlement,
  apart: number,
): Promise<void> {
  const { chatId, messageId } = settlement.state === 'sent' ? settlement : { chatId: null, messageId: null }
  const failure = settlement.state === 'failed' ? settlement.failure : null
  const keep = settlement.state === 'sent' ? apart : 0
  await db.sql(SETTLE, [id, settlement.state, now, chatId, messageId, failure, keep])
}

const POSTPONE = `
  UPDATE delivery SET leased_until = clock_timestamp() + make_interval(secs => $3::float8), uncertain = $4
  WHERE id = $1 AND tries = $2 AND state = 'waiting'`

/** Gives a message back, to be tried again in `seconds` of the machine's time. */
export async function postpone(
  db: Database,
  { id, tries, uncertain }: Pick<DueDelivery, 'id' | 'tries' | 'uncertain'>,
  seconds: number,
): Promise<void> {
  await db.sql(POSTPONE, [id, tries, seconds, uncertain])
}

/** Gives a message back, to be sent at `dueAt`. */
export async function defer(db: Database, { id, tries }: DueDelivery, dueAt: Date): Promise<void> {
  const sql = `UPDATE delivery SET due_at = $3, leased_until = NULL WHERE id = $1 AND tries = $2 AND state = 'waiting'`
  await db.sql(sql, [id, tries, dueAt])
}

const EXPIRE = `
  UPDATE delivery SET state = 'expired', settled_at = $1, leased_until = NULL
  WHERE state IN ('waiting', 'blocked') AND expires_at <= $1
    AND (leased_until IS NULL OR leased_until < clock_timestamp())
  RETURNING id`

/** Ends what is not worth being sent any more and is not being sent at this moment. */
export const expire = async (db: Database, now: Date): Promise<number> => (await db.sql(EXPIRE, [now])).length

const RESUME = `
  UPDATE delivery SET state = 'waiting', settled_at = NULL, leased_until = NULL
  WHERE state = 'blocked' AND EXISTS (SELECT 1 FROM account a WHERE a.person_id = delivery.person_id AND a.blocked_at IS NULL)
  RETURNING id`

/** Lets go out what was held for people who can be written to again. */
export const resume = async (db: Database): Promise<number> => (await db.sql(RESUME)).length

/** Whether the message of this purpose has reached its reader. */
export async function wasSent(db: Database, purpose: string): Promise<boolean> {
  const row = await db.reader.delivery.findUnique({ where: { purpose }, select: { state: true } })
  return row?.state === 'sent'
}

/** Hands messages that still wait, or are held, to another person, whom the first turned out to be. */
export async function readdress(tx: Tx, from: PersonId, to: PersonId): Promise<void> {
  const where = { personId: from, state: { in: ['waiting', 'blocked'] } }
  await tx.delivery.updateMany({ where, data: { personId: to } })
}
