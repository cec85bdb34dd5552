import type { PersonId } from '../people/rules.ts'
import type { Database, Tx } from '../platform/db.ts'
import { type Audience, everyOwner, readAudience } from './audience.ts'
import {
  type AudienceId,
  type Broadcast,
  type BroadcastButton,
  type BroadcastId,
  type BroadcastState,
  buttonSchema,
  holdSchema,
  stateSchema,
} from './rules.ts'

type Row = NonNullable<Awaited<ReturnType<Tx['broadcast']['findUnique']>>>

function broadcastIn(row: Row): Broadcast {
  const { fileId, fileKind } = row
  return {
    id: row.id as BroadcastId,
    authorId: row.authorId as PersonId,
    words: row.words ?? undefined,
    attachment: fileId === null ? undefined : { fileId, kind: fileKind === 'photo' ? 'photo' : 'document' },
    button: buttonIn(row),
    audience: readAudience(row.audience),
    deskId: row.deskId ?? undefined,
    deskFace: row.deskFace ?? undefined,
    urgentReason: row.urgentReason ?? undefined,
    sendAt: row.sendAt ?? undefined,
    expiresAt: row.expiresAt ?? undefined,
    revision: row.revision,
    state: stateSchema.parse(row.state),
    heldFor: row.heldFor === null ? undefined : holdSchema.parse(row.heldFor),
    approvedById: (row.approvedById as PersonId | null) ?? undefined,
    total: row.total ?? undefined,
    startedAt: row.startedAt ?? undefined,
  }
}

/** The button in a row of a broadcast. */
export function buttonIn(row: {
  button: string | null
  linkLabel: string | null
  linkUrl: string | null
}): BroadcastButton | undefined {
  if (row.button === null) return undefined
  const kind = buttonSchema.parse(row.button)
  return kind === 'link' ? { kind, label: row.linkLabel ?? '', url: row.linkUrl ?? '' } : { kind }
}

export async function broadcastWith(tx: Tx, id: BroadcastId): Promise<Broadcast | undefined> {
  const row = await tx.broadcast.findUnique({ where: { id } })
  return row ? broadcastIn(row) : undefined
}

/** The same, held for a change. */
export async function lockBroadcast(tx: Tx, id: BroadcastId): Promise<Broadcast | undefined> {
  await tx.$queryRaw`SELECT 1 FROM broadcast WHERE id = ${id} FOR UPDATE`
  return broadcastWith(tx, id)
}

export async function draftOf(tx: Tx, authorId: PersonId): Promise<Broadcast | undefined> {
  const row = await tx.broadcast.findFirst({ where: { authorId, state: 'draft' } })
  return row ? broadcastIn(row) : undefined
}

/** Begins a draft, where its author has none. */
export async function createDraft(tx: Tx, authorId: PersonId, cause: number, now: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO broadcast (author_id, cause, audience, created_at)
    VALUES (${authorId}, ${cause}, ${JSON.stringify(everyOwner)}::jsonb, ${now}) ON CONFLICT DO NOTHING`
}

/** What may be changed of a draft; null takes away. */
export interface DraftChange {
  words?: string
  attachment?: Broadcast['attachment'] | null
  button?: BroadcastButton | null
  audience?: Audience
  desk?: { id: number; face: string } | null
  urgentReason?: string | null
  sendAt?: Date | null
  expiresAt?: Date | null
}

export async function saveChange(tx: Tx, id: BroadcastId, change: DraftChange): Promise<void> {
  const { words, attachment, button, audience, desk, urgentReason, sendAt, expiresAt } = change
  const link = button?.kind === 'link' ? button : undefined
  await tx.broadcast.update({
    where: { id },
    data: {
      ...(words === undefined ? {} : { words }),
      ...(attachment === undefined ? {} : { fileId: attachment?.fileId ?? null, fileKind: attachment?.kind ?? null }),
      ...(button === undefined
        ? {}
        : { button: button?.kind ?? null, linkLabel: link?.label ?? null, linkUrl: link?.url ?? null }),
      ...(audience === undefined ? {} : { audience }),
      ...(desk === undefined ? {} : { deskId: desk?.id ?? null, deskFace: desk?.face ?? null }),
      ...(urgentReason === undefined ? {} : { urgentReason }),
      ...(sendAt === undefined ? {} : { sendAt }),
      ...(expiresAt === undefined ? {} : { expiresAt }),
      revision: { increment: 1 },
    },
  })
}

/** What goes with a state when a broadcast comes to it. */
export interface StateChange {
  heldFor?: Broadcast['heldFor'] | null
  approvedById?: PersonId | null
  authorId?: PersonId
  sendAt?: Date
  expiresAt?: Date
  endedAt?: Date
  deskFace?: string | null
}

export async function saveState(
  tx: Tx,
  id: BroadcastId,
  state: BroadcastState,
  change: StateChange = {},
): Promise<void> {
  const { heldFor = null, ...rest } = change
  await tx.broadcast.update({ where: { id }, data: { state, heldFor, ...rest } })
}

export interface BroadcastInList {
  id: BroadcastId
  words: string
  state: BroadcastState
  at: Date
  total: number | null
}

/** The newest broadcasts that are more than a draft. */
export const newestBroadcasts = (db: Database, count: number): Promise<BroadcastInList[]> =>
  db.sql(
    `SELECT id, coalesce(words, '') AS words, state, coalesce(started_at, send_at, created_at) AS at, total FROM broadcast
     WHERE state NOT IN ('draft', 'dropped') ORDER BY id DESC LIMIT $1`,
    [count],
  )

/** How many other broadcasts of these words began since. */
export async function sameWordsSince(tx: Tx, { id, words }: Broadcast, since: Date): Promise<number> {
  const state = { notIn: ['draft', 'dropped', 'asked'] }
  return tx.broadcast.count({
    where: {
      id: { not: id },
      words: words ?? '',
      state,
      OR: [{ startedAt: { gt: since } }, { sendAt: { gt: since } }],
    },
  })
}

/** Of a desk: what a broadcast about it says. Another face means that something was moved, or closed. */
export async function deskFace(tx: Tx, id: number): Promise<{ face: string; closed: boolean } | undefined> {
  const [row] = await tx.$queryRaw<{ face: string; closed: boolean }[]>`
    SELECT concat_ws(' | ', CASE WHEN k.closed_at IS NOT NULL THEN 'closed' END, k.venue, string_agg(d.day || ' ' || d.opens || '-' || d.closes, ', ' ORDER BY d.day)
        FILTER (WHERE d.closed_at IS NULL)) AS face,
      k.closed_at IS NOT NULL OR count(*) FILTER (WHERE d.closed_at IS NULL) = 0 AS closed
    FROM desk k LEFT JOIN desk_day d ON d.desk_id = k.id WHERE k.id = ${id} GROUP BY k.id`
  return row
}

/** Who holds the role at present. */
export async function holdersOf(tx: Tx, role: string): Promise<PersonId[]> {
  const rows = await tx.grant.findMany({
    where: { role, revokedAt: null },
    select: { personId: true },
    distinct: ['personId'],
  })
  return rows.map(({ personId }) => personId as PersonId)
}

/** Whether two people are one as far as anybody knows: the same row, or the same phone. */
export async function isSamePerson(tx: Tx, one: PersonId, other: PersonId): Promise<boolean> {
  if (one === other) return true
  const [row] = await tx.$queryRaw<{ same: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM person a JOIN person b ON b.id = ${other}
      WHERE a.id = ${one} AND (a.phone = b.phone OR a.merged_into_id = b.id OR b.merged_into_id = a.id)) AS same`
  return row?.same === true
}

export interface NamedAudience {
  id: AudienceId
  name: string
}

export const savedAudiences = (db: Database): Promise<NamedAudience[]> =>
  db.sql('SELECT id, name FROM saved_audience ORDER BY name LIMIT 30')

export async function audienceWith(tx: Tx, id: AudienceId): Promise<Audience | undefined> {
  const row = await tx.savedAudience.findUnique({ where: { id }, select: { audience: true } })
  return row ? readAudience(row.audience) : undefined
}

/** Keeps a description under a name; one that is known by it is replaced. */
export async function keepAudience(
  tx: Tx,
  { name, audience, madeById, now }: { name: string; audience: Audience; madeById: PersonId; now: Date },
): Promise<void> {
  const kept = { audience, madeById, madeAt: now }
  await tx.savedAudience.upsert({ where: { name }, create: { name, ...kept }, update: kept })
}
