import type { BusinessId, DossierId } from '../dossier/rules.ts'
import type { PersonId, RegionCode } from '../people/rules.ts'
import { type SubjectRow, subjectIn } from '../people/subject.ts'
import type { Tx } from '../platform/db.ts'
import type { HelpMessageId, Said, Thread, ThreadId, ThreadMessage } from './rules.ts'
import { saidIn } from './store.ts'

// Threads as they are read: with whom, of which business, about what, and what was said.

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
