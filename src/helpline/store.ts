import type { BusinessId, DossierId } from '../dossier/rules.ts'
import type { PersonId, RegionCode } from '../people/rules.ts'
import { type SubjectRow, subjectIn } from '../people/subject.ts'
import type { Database, Tx } from '../platform/db.ts'
import {
  type AboutItem,
  type HelpMessageId,
  LIST_PAGE,
  type Reach,
  type Said,
  type Sight,
  type Thread,
  type ThreadId,
  type ThreadMessage,
  type WaitingThread,
  type Whereabouts,
} from './rules.ts'

export interface NewMessage {
  threadId: ThreadId | undefined
  personId: PersonId
  side: ThreadMessage['side']
  said: Said
  requirementId: string | undefined
  cause: number
  now: Date
}

/** Keeps what was said. The same update again changes nothing and answers the same message. */
export async function saveMessage(tx: Tx, message: NewMessage): Promise<{ id: HelpMessageId; isNew: boolean }> {
  const { threadId = null, personId, side, said, requirementId = null, cause, now } = message
  const { kind, text = null, fileId = null } = said
  const [made] = await tx.$queryRaw<{ id: HelpMessageId }[]>`
    INSERT INTO help_message (thread_id, person_id, side, kind, text, file_id, requirement_id, said_at, cause)
    VALUES (${threadId}, ${personId}, ${side}, ${kind}, ${text}, ${fileId}, ${requirementId}, ${now}, ${cause})
    ON CONFLICT (cause) DO NOTHING RETURNING id`
  if (made) return { id: made.id, isNew: true }
  const known = await tx.helpMessage.findUniqueOrThrow({ where: { cause }, select: { id: true } })
  return { id: known.id as HelpMessageId, isNew: false }
}

/** Notes that a message of a chat shows something of a thread. */
export async function addSight(tx: Tx, id: HelpMessageId, { chatId, messageId }: Sight): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO help_sight (chat_id, message_id, help_message_id) VALUES (${chatId}, ${messageId}, ${id})
    ON CONFLICT (chat_id, message_id) DO NOTHING`
}

const REPLIED = `
  SELECT m.thread_id AS id FROM help_message m WHERE m.thread_id IS NOT NULL AND m.id IN (
    SELECT help_message_id FROM help_sight WHERE chat_id = $1 AND message_id = $2
    UNION ALL
    SELECT (data->>'helpMessageId')::int FROM delivery
    WHERE kind IN ('help-asked', 'help-answered') AND chat_id = $1 AND message_id = $2)`

/** The thread that a message of a chat belongs to, by what was stored when it was shown. */
export async function threadShownAt(db: Database, { chatId, messageId }: Sight): Promise<ThreadId | undefined> {
  return (await db.sql<{ id: ThreadId }>(REPLIED, [chatId, messageId]))[0]?.id
}

export interface Kept extends Said {
  personId: PersonId
  threadId: ThreadId | undefined
  requirementId: string | undefined
}

/** What somebody said, locked. */
export async function lockMessage(tx: Tx, id: HelpMessageId): Promise<Kept | undefined> {
  const [row] = await tx.$queryRaw<KeptRow[]>`
    SELECT person_id, thread_id, kind, text, file_id, requirement_id FROM help_message WHERE id = ${id} FOR UPDATE`
  return row && keptIn(row)
}

interface KeptRow {
  person_id: PersonId
  thread_id: ThreadId | null
  kind: Said['kind']
  text: string | null
  file_id: string | null
  requirement_id: string | null
}

const keptIn = (row: KeptRow): Kept => ({
  personId: row.person_id,
  threadId: row.thread_id ?? undefined,
  requirementId: row.requirement_id ?? undefined,
  ...saidIn(row),
})

const saidIn = ({ kind, text, file_id }: Pick<KeptRow, 'kind' | 'text' | 'file_id'>): Said => ({
  kind,
  ...(text === null ? {} : { text }),
  ...(file_id === null ? {} : { fileId: file_id }),
})

export async function putInThread(tx: Tx, id: HelpMessageId, threadId: ThreadId): Promise<void> {
  await tx.helpMessage.update({ where: { id }, data: { threadId } })
}

export interface Place {
  businessId: BusinessId
  dossierId: DossierId | null
  catalogueVersion: number | null
  region: RegionCode | null
  /** The paper, when it is one of this dossier. */
  requirementId: string | null
}

/** The business somebody is working at, of those whose papers they may fill in, and the paper they mean. */
export async function placeOf(tx: Tx, personId: PersonId, item: AboutItem): Promise<Place | undefined> {
  const itemId = item === 'none' ? null : item
  const [row] = await tx.$queryRaw<Place[]>`
    SELECT b.id AS "businessId", d.id AS "dossierId", d.catalogue_version AS "catalogueVersion", b.region_code AS region,
      (SELECT i.requirement_id FROM item i WHERE i.id = ${itemId}::int AND i.dossier_id = d.id) AS "requirementId"
    FROM person p JOIN subject s ON s."ownerId" = p.id OR p.id = ANY (s.companions)
    JOIN business b ON b.id = s."businessId"
    LEFT JOIN dossier d ON d.business_id = b.id
      AND d.cycle_id = (SELECT c.id FROM cycle c WHERE c.closed_at IS NULL LIMIT 1)
    WHERE p.id = ${personId}
    ORDER BY (b.id = p.working_at_id) DESC NULLS LAST, (b.owner_id = p.id) DESC, b.id LIMIT 1`
  return row
}

/** The thread in which the same person waits for an answer about the same paper, locked. */
export async function waitingThread(
  tx: Tx,
  askerId: PersonId,
  place: Pick<Place, 'businessId' | 'requirementId'> | undefined,
): Promise<ThreadId | undefined> {
  const [row] = await tx.$queryRaw<{ id: ThreadId }[]>`
    SELECT id FROM help_thread WHERE asker_id = ${askerId} AND waiting_since IS NOT NULL
      AND business_id IS NOT DISTINCT FROM ${place?.businessId ?? null}
      AND requirement_id IS NOT DISTINCT FROM ${place?.requirementId ?? null}
    ORDER BY id DESC LIMIT 1 FOR UPDATE`
  return row?.id
}

export async function openThread(tx: Tx, askerId: PersonId, place: Place | undefined, now: Date): Promise<ThreadId> {
  const { id } = await tx.helpThread.create({
    data: {
      askerId,
      businessId: place?.businessId ?? null,
      dossierId: place?.dossierId ?? null,
      regionCode: place?.region ?? null,
      requirementId: place?.requirementId ?? null,
      openedAt: now,
      askedAt: now,
      waitingSince: now,
    },
    select: { id: true },
  })
  return id as ThreadId
}

/** Asked once more: whoever waits already goes on waiting, and what was over is open again. */
export async function markAsked(tx: Tx, id: ThreadId, officerIds: readonly PersonId[], now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE help_thread SET asked_at = ${now}, closed_at = NULL, waiting_since = coalesce(waiting_since, ${now}),
      officer_ids = ARRAY(SELECT DISTINCT unnest(officer_ids || ${[...officerIds]}::int[]) ORDER BY 1)
    WHERE id = ${id}`
}

export async function markAnswered(tx: Tx, id: ThreadId, officerId: PersonId, now: Date): Promise<void> {
  await tx.helpThread.update({
    where: { id },
    data: { answeredAt: now, answeredById: officerId, waitingSince: null },
  })
}

export async function markClosed(tx: Tx, id: ThreadId, now: Date): Promise<void> {
  await tx.helpThread.updateMany({ where: { id, closedAt: null }, data: { closedAt: now, waitingSince: null } })
}

interface ThreadRow {
  id: ThreadId
  asker_id: PersonId
  asker: string | null
  frozen: boolean
  business_id: BusinessId | null
  dossier_id: DossierId | null
  business: string | null
  region: RegionCode | null
  region_name: string | null
  requirement_id: string | null
  catalogue_version: number | null
  subject: SubjectRow | null
  officer_ids: PersonId[] | null
  waiting_since: Date | null
  answered_by: string | null
  closed: boolean
}

/** Locks a thread, and reads it. */
export async function lockThread(tx: Tx, id: ThreadId): Promise<Thread | undefined> {
  await tx.$queryRaw`SELECT id FROM help_thread WHERE id = ${id} FOR UPDATE`
  return readThread(tx, id)
}

export async function readThread(tx: Tx, id: ThreadId): Promise<Thread | undefined> {
  const [row] = await tx.$queryRaw<ThreadRow[]>`
    SELECT h.id, h.asker_id, a.name AS asker, h.business_id, h.dossier_id, b.name AS business, h.region_code AS region,
      r.name AS region_name, h.requirement_id, d.catalogue_version, row_to_json(s) AS subject, h.officer_ids, h.waiting_since,
      o.name AS answered_by, h.closed_at IS NOT NULL AS closed,
      NOT EXISTS (SELECT 1 FROM consent c WHERE c.person_id = h.asker_id AND c.withdrawn_at IS NULL) AS frozen
    FROM help_thread h JOIN person a ON a.id = h.asker_id LEFT JOIN business b ON b.id = h.business_id
    LEFT JOIN subject s ON s."businessId" = b.id LEFT JOIN dossier d ON d.id = h.dossier_id
    LEFT JOIN region r ON r.code = h.region_code LEFT JOIN person o ON o.id = h.answered_by_id
    WHERE h.id = ${id}`
  return row && threadIn(row)
}

const threadIn = (row: ThreadRow): Thread => ({
  ...(row.subject ? subjectIn(row.subject) : ownOnly(row)),
  frozen: row.frozen || row.subject?.frozen === true,
  id: row.id,
  askerId: row.asker_id,
  asker: row.asker ?? '',
  businessId: row.business_id ?? undefined,
  dossierId: row.dossier_id ?? undefined,
  business: row.business ?? undefined,
  regionName: row.region_name ?? undefined,
  requirementId: row.requirement_id ?? undefined,
  catalogueVersion: row.catalogue_version ?? undefined,
  officerIds: row.officer_ids ?? [],
  waitingSince: row.waiting_since ?? undefined,
  answeredBy: row.answered_by ?? undefined,
  closed: row.closed,
})

/** Of somebody who asks before they have a business. */
const ownOnly = ({ asker_id, region }: ThreadRow) => ({
  ownerId: asker_id,
  region: region ?? undefined,
  offline: false,
  companions: [],
})

/** What was said last in a thread, in its order. */
export async function messagesOf(tx: Tx, id: ThreadId, most: number): Promise<ThreadMessage[]> {
  const rows = await tx.helpMessage.findMany({
    where: { threadId: id },
    orderBy: { id: 'desc' },
    take: most,
    select: {
      id: true,
      side: true,
      kind: true,
      text: true,
      fileId: true,
      saidAt: true,
      person: { select: { name: true } },
    },
  })
  return rows.toReversed().map((row) => ({
    id: row.id as HelpMessageId,
    side: row.side as ThreadMessage['side'],
    name: row.person.name ?? '',
    saidAt: row.saidAt,
    ...saidIn({ kind: row.kind as Said['kind'], text: row.text, file_id: row.fileId }),
  }))
}

/** One message with what is known around it. */
export async function readMessage(
  tx: Tx,
  id: HelpMessageId,
): Promise<(ThreadMessage & { thread: Thread; personId: PersonId; asked: Said | undefined }) | undefined> {
  const row = await tx.helpMessage.findUnique({ where: { id }, include: { person: { select: { name: true } } } })
  const thread = row?.threadId == null ? undefined : await readThread(tx, row.threadId as ThreadId)
  if (!row || !thread) return undefined
  const asked = await tx.helpMessage.findFirst({
    where: { threadId: thread.id, side: 'owner', id: { lt: id } },
    orderBy: { id: 'desc' },
  })
  const said = (from: typeof row | NonNullable<typeof asked>): Said =>
    saidIn({ kind: from.kind as Said['kind'], text: from.text, file_id: from.fileId })
  return {
    ...said(row),
    id,
    side: row.side as ThreadMessage['side'],
    name: row.person.name ?? '',
    personId: row.personId as PersonId,
    saidAt: row.saidAt,
    thread,
    asked: asked ? said(asked) : undefined,
  }
}

/** All officers there are, and where a thread belongs among them. */
export async function officersAround(tx: Tx, id: ThreadId): Promise<{ officers: Reach[]; where: Whereabouts }> {
  const officers = await tx.$queryRaw<Reach[]>`
    SELECT person_id AS "personId", regions FROM role_grant WHERE role = 'officer' AND revoked_at IS NULL ORDER BY id`
  const [row] = await tx.$queryRaw<{ region: RegionCode | null; named: PersonId | null; zone: RegionCode[] | null }[]>`
    SELECT h.region_code AS region, d.officer_id AS named,
      (SELECT array_agg(z.code) FROM region r JOIN region z ON z.zone_id = r.zone_id WHERE r.code = h.region_code) AS zone
    FROM help_thread h LEFT JOIN dossier d ON d.id = h.dossier_id WHERE h.id = ${id}`
  const where = { region: row?.region ?? undefined, zone: row?.zone ?? [], named: row?.named ?? undefined }
  return { officers, where }
}

const WAITING = `
  SELECT h.id, coalesce(b.name, a.name, '') AS business, h.waiting_since AS since, count(*) OVER ()::int AS total
  FROM help_thread h JOIN person a ON a.id = h.asker_id LEFT JOIN business b ON b.id = h.business_id
  WHERE h.waiting_since IS NOT NULL
    AND ($1::text[] IS NULL OR h.region_code = ANY ($1) OR $2 = ANY (h.officer_ids))
    AND EXISTS (SELECT 1 FROM consent c WHERE c.person_id = h.asker_id AND c.withdrawn_at IS NULL)
  ORDER BY h.waiting_since, h.id LIMIT ${LIST_PAGE} OFFSET $3`

/** Threads that wait for an officer of these regions, or were brought to this one; the oldest first. */
export async function waitingThreads(
  db: Database,
  regions: readonly RegionCode[] | undefined,
  officerId: PersonId,
  page: number,
): Promise<{ threads: WaitingThread[]; total: number }> {
  const rows = await db.sql<WaitingThread & { total: number }>(WAITING, [regions ?? null, officerId, page * LIST_PAGE])
  return { threads: rows.map(({ id, business, since }) => ({ id, business, since })), total: rows[0]?.total ?? 0 }
}

/** Forgets what somebody might have sent and did not. */
export async function forgetDrafts(tx: Tx, until: Date): Promise<number> {
  return (await tx.helpMessage.deleteMany({ where: { threadId: null, saidAt: { lt: until } } })).count
}

export interface Lost {
  helpMessageId: HelpMessageId
  to: PersonId
  why: 'blocked' | 'failed'
}

/** Messages that reached nobody since `since`, and whose sender has not been told. */
export function lostMessages(tx: Tx, since: Date): Promise<Lost[]> {
  return tx.$queryRaw<Lost[]>`
    SELECT m.id AS "helpMessageId", m.person_id AS "to",
      CASE WHEN bool_or(l.state = 'blocked') THEN 'blocked' ELSE 'failed' END AS why
    FROM delivery l JOIN help_message m ON m.id = (l.data->>'helpMessageId')::int
    WHERE l.kind IN ('help-asked', 'help-answered') AND l.state IN ('failed', 'blocked', 'expired') AND l.settled_at >= ${since}
      AND NOT EXISTS (SELECT 1 FROM delivery o WHERE o.kind IN ('help-asked', 'help-answered')
        AND o.state IN ('sent', 'waiting') AND (o.data->>'helpMessageId')::int = m.id)
      AND NOT EXISTS (SELECT 1 FROM delivery told WHERE told.purpose = 'help-lost:' || m.id)
    GROUP BY m.id, m.person_id ORDER BY m.id`
}
