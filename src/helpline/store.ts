import type { BusinessId, DossierId } from '../dossier/rules.ts'
import type { PersonId, RegionCode, Subject } from '../people/rules.ts'
import { type SubjectRow, subjectIn } from '../people/subject.ts'
import type { Database, Tx } from '../platform/db.ts'
import type { AboutItem, HelpMessageId, Said, Sight, ThreadId, ThreadMessage } from './rules.ts'

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

/** What a row says. */
export const saidIn = ({ kind, text, file_id }: Pick<KeptRow, 'kind' | 'text' | 'file_id'>): Said => ({
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

/** Whose dossier it is, and where, for an officer who writes first. */
export async function placeOfDossier(
  tx: Tx,
  dossierId: DossierId,
): Promise<{ place: Place; subject: Subject; owner: string } | undefined> {
  const [row] = await tx.$queryRaw<(Place & { subject: SubjectRow; owner: string | null })[]>`
    SELECT b.id AS "businessId", d.id AS "dossierId", d.catalogue_version AS "catalogueVersion", b.region_code AS region,
      NULL AS "requirementId", row_to_json(s) AS subject, p.name AS owner
    FROM dossier d JOIN business b ON b.id = d.business_id JOIN subject s ON s."businessId" = b.id
    JOIN person p ON p.id = b.owner_id WHERE d.id = ${dossierId}`
  if (!row) return undefined
  const { subject, owner, ...place } = row
  return { place, subject: subjectIn(subject), owner: owner ?? '' }
}

/** The thread of what an update said, when it is handled again. */
export async function threadBy(tx: Tx, cause: number): Promise<ThreadId | undefined> {
  const row = await tx.helpMessage.findUnique({ where: { cause }, select: { threadId: true } })
  return (row?.threadId ?? undefined) as ThreadId | undefined
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

/** Opens a thread that waits for an answer; `officerIds` may answer in it besides those of the region. */
export async function openThread(
  tx: Tx,
  askerId: PersonId,
  place: Place | undefined,
  now: Date,
  officerIds: readonly PersonId[] = [],
): Promise<ThreadId> {
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
      officerIds: [...officerIds],
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
