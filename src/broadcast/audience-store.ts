import type { PersonId } from '../people/rules.ts'
import type { Database } from '../platform/db.ts'
import { days, later } from '../platform/time.ts'
import type { Audience, AudienceCount, Exclusion } from './audience.ts'
import type { BroadcastId } from './rules.ts'

// One statement says who is meant and why somebody is left out. The count, the examples, the list of those left out and
// the rows of a broadcast are all made of it, so they cannot disagree.

/** What an audience is worked out from besides its description. */
export interface AudienceContext {
  audience: Audience
  /** The desk it is about: whoever was just told of a change there is left out. */
  deskId: number | undefined
  /** The requirements every owner has to meet. */
  gates: readonly string[]
  now: Date
}

interface Built {
  text: string
  values: unknown[]
}

/** Owners hear of a change at their desk at once; a broadcast about it within a week would only repeat it. */
const TOLD_DAYS = 7
const TOLD_KINDS = ['day-moved', 'day-moved-soon', 'seat-closed', 'seat-closed-soon', 'place-changed']

/** "person", "reason": everybody who is meant, each once, with null where nothing is in the way. `values` grows by what it needs. */
function meant({ audience, deskId, gates, now }: AudienceContext, values: unknown[]): string {
  const put = (value: unknown): string => `$${values.push(value)}`
  const isOwner = audience.role === 'owner'
  const people = isOwner ? owners(audience, gates, now, put) : staff(audience, put)
  const consent = isOwner ? 'LEFT JOIN consent c ON c.person_id = p.id AND c.withdrawn_at IS NULL' : ''
  return `
    SELECT p.id AS person, CASE WHEN a.person_id IS NULL THEN 'no-telegram'
      ${isOwner ? "WHEN c.person_id IS NULL THEN 'no-consent'" : ''}
      WHEN NOT a.reachable THEN 'blocked'
      ${deskId === undefined ? '' : `WHEN p.id IN (${told(deskId, now, put)}) THEN 'told'`} END AS reason
    FROM person p
    LEFT JOIN (SELECT person_id, bool_or(blocked_at IS NULL) AS reachable FROM account
      WHERE person_id IS NOT NULL GROUP BY person_id) a ON a.person_id = p.id
    ${consent}
    WHERE p.merged_into_id IS NULL AND p.id IN (${people})`
}

type Put = (value: unknown) => string

function places({ zones, regions }: Audience, put: Put): string | undefined {
  if (zones.length + regions.length === 0) return undefined
  return `SELECT code FROM region WHERE zone_id = ANY(${put(zones)}::text[]) OR code = ANY(${put(regions)}::text[])`
}

function staff(audience: Audience, put: Put): string {
  const where = places(audience, put)
  const within = where === undefined ? '' : `AND (g.regions = '{}' OR g.regions && ARRAY(${where}))`
  return `SELECT g.person_id FROM role_grant g WHERE g.revoked_at IS NULL AND g.role = ${put(audience.role)} ${within}`
}

function owners(audience: Audience, gates: readonly string[], now: Date, put: Put): string {
  const where = ['b.merged_into_id IS NULL']
  const within = places(audience, put)
  if (within !== undefined) where.push(`b.region_code IN (${within})`)
  if (audience.commodities.length > 0) where.push(`b.commodity = ANY(${put(audience.commodities)}::text[])`)
  if (audience.stages.length > 0) where.push(`d.standing = ANY(${put(audience.stages)}::text[])`)
  if (audience.booking !== 'any') {
    const not = audience.booking === 'without' ? 'NOT ' : ''
    where.push(`d.id IS NOT NULL AND ${not}EXISTS (SELECT 1 FROM booking k JOIN slot t ON t.id = k.slot_id
      WHERE k.dossier_id = d.id AND k.state = 'booked' AND t.starts_at > ${put(now)})`)
  }
  if (audience.gates !== 'any') {
    const not = audience.gates === 'done' ? 'NOT ' : ''
    where.push(`d.id IS NOT NULL AND ${not}EXISTS (SELECT 1 FROM item i WHERE i.dossier_id = d.id
      AND i.requirement_id = ANY(${put(gates)}::text[]) AND i.state NOT IN ('accepted', 'received', 'not-applicable'))`)
  }
  const dossier = where.some((condition) => /\bd\./.test(condition))
    ? 'LEFT JOIN dossier d ON d.business_id = b.id AND d.cycle_id = (SELECT id FROM cycle WHERE closed_at IS NULL)'
    : ''
  return `SELECT b.owner_id FROM business b ${dossier} WHERE ${where.join(' AND ')}`
}

/** Whoever was told lately that their booking or their line at the desk was moved, closed, or is somewhere else. */
function told(deskId: number, now: Date, put: Put): string {
  const desk = put(deskId)
  const lately = `v.state IN ('waiting', 'sent') AND v.created_at > ${put(later(now, -days(TOLD_DAYS)))}`
  const owner = 'JOIN business c ON c.id = e.business_id JOIN delivery v ON v.person_id = c.owner_id'
  return `
    SELECT c.owner_id FROM desk_day y JOIN slot t ON t.day_id = y.id JOIN booking k ON k.slot_id = t.id
    JOIN dossier e ON e.id = k.dossier_id ${owner}
    WHERE y.desk_id = ${desk} AND ${lately} AND v.kind = ANY(${put(TOLD_KINDS)}::text[])
      AND (v.data->>'bookingId')::int = k.id
    UNION SELECT c.owner_id FROM waiting w JOIN dossier e ON e.id = w.dossier_id ${owner}
    WHERE w.desk_id = ${desk} AND ${lately} AND v.kind = 'line-closed' AND (v.data->>'waitingId')::int = w.id`
}

function built(context: AudienceContext, around: (meant: string) => string, ...more: unknown[]): Built {
  const values: unknown[] = [...more]
  const inner = meant(context, values)
  return { text: around(inner), values }
}

/** How many are reached, and how many are not, by reason. */
export async function countAudience(db: Database, context: AudienceContext): Promise<AudienceCount> {
  const { text, values } = built(context, (all) => `SELECT reason, count(*) AS count FROM (${all}) m GROUP BY reason`)
  const rows = await db.sql<{ reason: Exclusion | null; count: number }>(text, values)
  const excluded = rows.flatMap(({ reason, count }) => (reason === null ? [] : [[reason, count] as const]))
  return {
    reached: rows.find(({ reason }) => reason === null)?.count ?? 0,
    excluded: Object.fromEntries(excluded),
  }
}

/** Some of those who are reached, from all over, the same ones each time. */
export async function sampleAudience(db: Database, context: AudienceContext, count: number): Promise<PersonId[]> {
  const around = (all: string) =>
    `SELECT person FROM (${all}) m WHERE reason IS NULL ORDER BY md5(person::text), person LIMIT $1`
  const { text, values } = built(context, around, count)
  return (await db.sql<{ person: PersonId }>(text, values)).map(({ person }) => person)
}

/** Some of those who are left out, with the reason. */
export function excludedOf(
  db: Database,
  context: AudienceContext,
  count: number,
): Promise<{ name: string | null; reason: Exclusion }[]> {
  const around = (all: string) =>
    `SELECT o.name, m.reason FROM (${all}) m JOIN person o ON o.id = m.person WHERE m.reason IS NOT NULL
     ORDER BY m.reason, o.name, m.person LIMIT $1`
  const { text, values } = built(context, around, count)
  return db.sql(text, values)
}

/**
 * Begins a broadcast: writes down whom it is for, in one statement, however many they are. Nothing where another process
 * has begun it. Who joins the audience afterwards does not get it.
 */
export async function writeRecipients(db: Database, id: BroadcastId, context: AudienceContext): Promise<void> {
  const around = (all: string) => `
    WITH begun AS (
      UPDATE broadcast SET state = 'sending', started_at = $2 WHERE id = $1 AND state = 'scheduled' RETURNING id)
    INSERT INTO broadcast_recipient (broadcast_id, person_id)
    SELECT $1, person FROM (${all}) m WHERE reason IS NULL AND EXISTS (SELECT 1 FROM begun)`
  const { text, values } = built(context, around, id, context.now)
  await db.sql(text, values)
}
