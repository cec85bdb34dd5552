import type { AccountId, PersonId } from '../people/rules.ts'
import type { Database, Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n/languages.ts'

export interface NewDeliveries {
  kind: string
  priority: number
  now: Date
  rows: { person_id: PersonId; purpose: string; data: unknown; due_at: Date }[]
}

/** One row per purpose; a second with the same purpose changes nothing. */
export async function insertDeliveries(tx: Tx, { kind, priority, now, rows }: NewDeliveries): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO delivery (kind, purpose, person_id, data, priority, due_at, created_at)
    SELECT ${kind}, purpose, person_id, data, ${priority}::int, due_at, ${now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS message (person_id int, purpose text, data jsonb, due_at timestamptz)
    ON CONFLICT (purpose) DO NOTHING`
}

export interface DueDelivery {
  id: number
  kind: string
  personId: PersonId
  data: unknown
  tries: number
}

// The lease is the machine's time: a moved clock must not hand a message to a second sender. SKIP LOCKED lets senders in
// any number of processes take different rows.
const CLAIM = `
  UPDATE delivery SET tries = tries + 1, leased_until = clock_timestamp() + interval '120 seconds'
  WHERE id IN (
    SELECT id FROM delivery
    WHERE state = 'waiting' AND due_at <= $1 AND (leased_until IS NULL OR leased_until < clock_timestamp())
    ORDER BY priority DESC, due_at, id LIMIT $2 FOR UPDATE SKIP LOCKED)
  RETURNING id, kind, person_id AS "personId", data, tries, priority, due_at AS "dueAt"`

/** Takes up to `limit` messages that are due, so that no other sender takes them for two minutes; the first to go first. */
export async function claimDue(db: Database, now: Date, limit: number): Promise<DueDelivery[]> {
  const due = await db.sql<DueDelivery & { priority: number; dueAt: Date }>(CLAIM, [now, limit])
  return due.toSorted((a, b) => b.priority - a.priority || a.dueAt.getTime() - b.dueAt.getTime() || a.id - b.id)
}

const STILL_OURS = `
  UPDATE delivery SET leased_until = clock_timestamp() + interval '120 seconds'
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

export type Settlement =
  | { state: 'sent'; chatId: number; messageId: number }
  | { state: 'blocked' | 'failed' | 'expired' | 'skipped' }

/** Records what became of a message. */
export async function settle(db: Database, id: number, now: Date, settlement: Settlement): Promise<void> {
  const { chatId, messageId } = settlement.state === 'sent' ? settlement : { chatId: null, messageId: null }
  await db.sql(
    `UPDATE delivery SET state = $2, settled_at = $3, chat_id = $4, message_id = $5, leased_until = NULL
     WHERE id = $1 AND state = 'waiting'`,
    [id, settlement.state, now, chatId, messageId],
  )
}

/** Gives a message back, to be tried again in `seconds`. */
export async function postpone(db: Database, id: number, seconds: number): Promise<void> {
  await db.sql(
    `UPDATE delivery SET leased_until = clock_timestamp() + make_interval(secs => $2) WHERE id = $1 AND state = 'waiting'`,
    [id, seconds],
  )
}

/** Whether the message of this purpose has reached its reader. */
export async function wasSent(db: Database, purpose: string): Promise<boolean> {
  const row = await db.reader.delivery.findUnique({ where: { purpose }, select: { state: true } })
  return row?.state === 'sent'
}

/** Hands messages that still wait to another person, whom the first turned out to be. */
export async function readdress(tx: Tx, from: PersonId, to: PersonId): Promise<void> {
  await tx.delivery.updateMany({ where: { personId: from, state: 'waiting' }, data: { personId: to } })
}
