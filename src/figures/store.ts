import { type AlertReason, alertReasons } from '../alerts/rules.ts'
import type { PersonId } from '../people/rules.ts'
import type { Database } from '../platform/db.ts'
import { days, type LocalDate, later } from '../platform/time.ts'
import { type Figures, type RegionFigures, type Stage, stages, type WaitedFor, waitedFor } from './figures.ts'

// Every number of a picture comes from the same few statements, whoever asks.

/** A business counts until its owner withdraws, also before a nominated one has come; and once when it was merged. */
const DOSSIERS = `
  dossier d JOIN cycle y ON y.id = d.cycle_id AND y.closed_at IS NULL
  JOIN business b ON b.id = d.business_id AND b.merged_into_id IS NULL
  JOIN subject s ON s."businessId" = b.id
  LEFT JOIN LATERAL (SELECT min(c.given_at) AS at FROM consent c WHERE c.person_id = b.owner_id) came ON true
  LEFT JOIN turn u ON u.dossier_id = d.id
  LEFT JOIN LATERAL (SELECT min(m.sent_at) AS at FROM submission m JOIN item i ON i.id = m.item_id
    WHERE i.dossier_id = d.id AND m.sent_at IS NOT NULL) first ON true`
const isCounted = '(NOT s.frozen OR came.at IS NULL)'

const isNominated = `d.standing = 'nominated'`
/** Of which dossiers a stage consists, and since when each is there, where that is kept. */
const since: Record<Stage, [is: string, at: string | undefined]> = {
  registered: ['true', 'd.created_at'],
  nominated: [isNominated, undefined],
  claimed: [`${isNominated} AND came.at IS NOT NULL`, 'came.at'],
  sending: [`${isNominated} AND first.at IS NOT NULL`, 'first.at'],
  'owner-done': [`${isNominated} AND u.owner_done_at IS NOT NULL`, 'u.owner_done_at'],
}

/** How many days of desks a picture has room for. */
const DESK_DAYS = 6

/** The figures of the open cycle as they are at `now`; undefined when none is open. */
export async function figuresOf(db: Database, now: Date): Promise<Figures | undefined> {
  const [cycle] = await db.sql<Figures['cycle']>(
    'SELECT name, owner_deadline AS "ownerDeadline" FROM cycle WHERE closed_at IS NULL',
  )
  if (!cycle) return undefined
  const weekAgo = later(now, -days(7))
  const [stage] = await db.sql<Record<string, number>>(
    `SELECT ${stages
      .map((one) => {
        const [is, at] = since[one]
        const lately = at ? `${is} AND ${at} > $1` : 'false'
        return `count(*) FILTER (WHERE ${is}) AS "${one}", count(*) FILTER (WHERE ${lately}) AS "${one} lately"`
      })
      .join(', ')} FROM ${DOSSIERS} WHERE ${isCounted}`,
    [weekAgo],
  )
  const waits = await db.sql<{ actor: WaitedFor; count: number }>(
    `SELECT u.actor, count(*) FROM ${DOSSIERS} WHERE ${isNominated} AND NOT s.frozen AND u.actor IS NOT NULL GROUP BY u.actor`,
  )
  const reasons = await db.sql<{ reason: AlertReason; count: number }>(
    `SELECT reason, count(*) FROM (
       SELECT DISTINCT ON (a.dossier_id) a.reason FROM ${DOSSIERS} JOIN alert a ON a.dossier_id = d.id AND a.closed_at IS NULL
       WHERE ${isCounted}
       ORDER BY a.dossier_id, array_position($1::text[], a.reason)) worst
     GROUP BY reason ORDER BY count(*) DESC, array_position($1::text[], reason)`,
    [alertReasons],
  )
  const count = (key: string): number => stage?.[key] ?? 0
  return {
    cycle,
    stages: Object.fromEntries(
      stages.map((one) => [one, { count: count(one), lately: count(`${one} lately`) }]),
    ) as Figures['stages'],
    waitsFor: Object.fromEntries(
      waitedFor.map((one) => [one, waits.find(({ actor }) => actor === one)?.count ?? 0]),
    ) as Figures['waitsFor'],
    stuck: { total: reasons.reduce((sum, each) => sum + each.count, 0), reasons },
    desks: await desksOf(db, now),
  }
}

const desksOf = (db: Database, now: Date): Promise<Figures['desks']> =>
  db.sql<{ title: string; day: LocalDate; seats: number; taken: number }>(
    `SELECT k.title, d.day, count(*) AS seats, count(b.id) AS taken
     FROM desk k JOIN desk_day d ON d.desk_id = k.id AND d.closed_at IS NULL
     JOIN slot t ON t.day_id = d.id AND t.closed_at IS NULL AND t.starts_at >= $1
     JOIN seat e ON e.slot_id = t.id AND NOT e.walk_in LEFT JOIN booking b ON b.id = e.booking_id
     WHERE k.closed_at IS NULL GROUP BY k.id, d.id ORDER BY d.day, k.id LIMIT ${DESK_DAYS}`,
    [now],
  )

/** The same by region, those with the most participants first; regions without any are left out. */
export const regionFiguresOf = (db: Database): Promise<RegionFigures[]> =>
  db.sql<RegionFigures>(
    `SELECT r.short_name AS region, count(*) AS nominated, count(*) FILTER (WHERE ${since.sending[0]}) AS sending,
       count(*) FILTER (WHERE ${since['owner-done'][0]}) AS done
     FROM ${DOSSIERS} JOIN region r ON r.code = b.region_code
     WHERE ${isNominated} AND ${isCounted} GROUP BY r.code ORDER BY count(*) DESC, r.short_name`,
  )

/** The heads who have had no message yet whose purpose begins so. */
export async function headsToTell(db: Database, purpose: string): Promise<PersonId[]> {
  const rows = await db.sql<{ id: PersonId }>(
    `SELECT DISTINCT person_id AS id FROM role_grant g WHERE role = 'head' AND revoked_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM delivery WHERE purpose = $1 || g.person_id)`,
    [purpose],
  )
  return rows.map(({ id }) => id)
}
