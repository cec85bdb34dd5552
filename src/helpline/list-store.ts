import type { PersonId, RegionCode } from '../people/rules.ts'
import type { Database, Tx } from '../platform/db.ts'
import type { LocalDate } from '../platform/time.ts'
import {
  type HelpMessageId,
  LIST_PAGE,
  type Reach,
  type ThreadId,
  type WaitingThread,
  type Whereabouts,
} from './rules.ts'

// Who is to answer, what waits for them, and what got lost on the way.

/**
 * The officers who are there that day, all of them when nobody is, and where a thread belongs among them. Whoever stands in
 * for the officer of the dossier is entrusted with it.
 */
export async function officersAround(
  tx: Tx,
  id: ThreadId,
  day: LocalDate,
): Promise<{ officers: Reach[]; where: Whereabouts }> {
  const all = await tx.$queryRaw<(Reach & { isAway: boolean })[]>`
    SELECT g.person_id AS "personId", g.regions, EXISTS (SELECT 1 FROM absence a WHERE a.person_id = g.person_id
        AND a.removed_at IS NULL AND ${day} BETWEEN a.first_day AND a.last_day) AS "isAway"
    FROM role_grant g WHERE g.role = 'officer' AND g.revoked_at IS NULL ORDER BY g.id`
  const [row] = await tx.$queryRaw<{ region: RegionCode | null; named: PersonId | null; zone: RegionCode[] | null }[]>`
    SELECT h.region_code AS region, coalesce((SELECT a.stand_in_id FROM absence a WHERE a.person_id = d.officer_id
        AND a.removed_at IS NULL AND a.stand_in_id IS NOT NULL AND ${day} BETWEEN a.first_day AND a.last_day
        ORDER BY a.id LIMIT 1), d.officer_id) AS named,
      (SELECT array_agg(z.code) FROM region r JOIN region z ON z.zone_id = r.zone_id WHERE r.code = h.region_code) AS zone
    FROM help_thread h LEFT JOIN dossier d ON d.id = h.dossier_id WHERE h.id = ${id}`
  const there = all.filter(({ isAway }) => !isAway)
  const where = { region: row?.region ?? undefined, zone: row?.zone ?? [], named: row?.named ?? undefined }
  return { officers: there.length > 0 ? there : all, where }
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
