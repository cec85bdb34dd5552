import type { PersonId, RegionCode, Role } from '../people/rules.ts'
import type { Database, Tx } from '../platform/db.ts'
import type { LocalDate } from '../platform/time.ts'
import type { GrantId, HeldGrant, OpenWork, Places, StaffMember } from './rules.ts'

/** What regions and zones are called. */
export async function placesOf(tx: Tx): Promise<Places> {
  const zones = await tx.zone.findMany({ select: { name: true, regions: { select: { code: true, shortName: true } } } })
  const names = new Map(
    zones.flatMap(({ regions }) => regions.map(({ code, shortName }) => [code, shortName] as const)),
  )
  const keyOf = (codes: readonly string[]): string => codes.toSorted().join()
  const byRegions = new Map(zones.map(({ name, regions }) => [keyOf(regions.map(({ code }) => code)), name]))
  return {
    regionName: (code) => names.get(code) ?? code,
    zoneName: (regions) => (regions.length > 1 ? byRegions.get(keyOf(regions)) : undefined),
  }
}

/** Links that somebody made and nobody opened yet end with the role that let them make it. */
export async function endTheirLinks(tx: Tx, id: PersonId, role: Role, now: Date): Promise<void> {
  const open = { usedAt: null, expiresAt: { gt: now } }
  if (role === 'admin')
    await tx.invitation.updateMany({ where: { invitedById: id, ...open }, data: { expiresAt: now } })
  if (role === 'officer') {
    await tx.accessLink.updateMany({ where: { madeById: id, kind: 'account', ...open }, data: { expiresAt: now } })
  }
}

interface MemberRow {
  id: PersonId
  name: string | null
  grants: HeldGrant[]
  isAway: boolean
  standIn: string | null
}

const MEMBER = `
  SELECT p.id, p.name, a.id IS NOT NULL AS "isAway", s.name AS "standIn",
    (SELECT json_agg(json_build_object('id', g.id, 'role', g.role, 'regions', g.regions,
        'isFixed', g.source = 'environment') ORDER BY g.id)
      FROM role_grant g WHERE g.person_id = p.id AND g.revoked_at IS NULL) AS grants
  FROM person p LEFT JOIN LATERAL (SELECT w.id, w.stand_in_id FROM absence w WHERE w.person_id = p.id
    AND w.removed_at IS NULL AND $1 BETWEEN w.first_day AND w.last_day ORDER BY w.id LIMIT 1) a ON true
  LEFT JOIN person s ON s.id = a.stand_in_id
  WHERE EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = p.id AND g.revoked_at IS NULL)`

const memberIn = ({ name, standIn, ...row }: MemberRow): StaffMember => ({
  ...row,
  name: name ?? undefined,
  standIn: standIn ?? undefined,
})

/** Everybody who works here. */
export const allStaff = async (db: Database, today: LocalDate): Promise<StaffMember[]> =>
  (await db.sql<MemberRow>(`${MEMBER} ORDER BY p.name NULLS LAST, p.id`, [today])).map(memberIn)

export async function memberOf(db: Database, id: PersonId, today: LocalDate): Promise<StaffMember | undefined> {
  const [row] = await db.sql<MemberRow>(`${MEMBER} AND p.id = $2`, [today, id])
  return row && memberIn(row)
}

/** How many invitations nobody has taken yet. */
export async function openInvitations(tx: Tx, now: Date): Promise<number> {
  return tx.invitation.count({ where: { usedAt: null, expiresAt: { gt: now } } })
}

/** A role that holds, locked for a change. */
export async function lockGrant(tx: Tx, id: GrantId): Promise<(HeldGrant & { personId: PersonId }) | undefined> {
  const [row] = await tx.$queryRaw<(HeldGrant & { personId: PersonId })[]>`
    SELECT id, person_id AS "personId", role, regions, source = 'environment' AS "isFixed" FROM role_grant
    WHERE id = ${id} AND revoked_at IS NULL FOR UPDATE`
  return row
}

export async function endGrant(tx: Tx, id: GrantId, now: Date): Promise<void> {
  await tx.grant.update({ where: { id }, data: { revokedAt: now } })
}

/** A role as it was given, also one that ended. */
export async function grantWith(
  tx: Tx,
  id: GrantId,
): Promise<{ role: HeldGrant['role']; regions: RegionCode[]; ended: boolean } | undefined> {
  const row = await tx.grant.findUnique({ where: { id }, select: { role: true, regions: true, revokedAt: true } })
  if (!row) return undefined
  return { role: row.role as HeldGrant['role'], regions: row.regions as RegionCode[], ended: row.revokedAt !== null }
}

// What somebody has in hand: of regions that are not theirs any more, once a role of theirs has ended.
const NOT_THEIRS = `NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = $1 AND g.role = 'officer'
  AND g.revoked_at IS NULL AND (cardinality(g.regions) = 0 OR b.region_code = ANY (g.regions)))`
const DOSSIERS = `
  SELECT d.id FROM dossier d JOIN business b ON b.id = d.business_id JOIN cycle y ON y.id = d.cycle_id AND y.closed_at IS NULL
  WHERE d.officer_id = $1`
const ALERTS = `
  SELECT a.id FROM alert a JOIN dossier d ON d.id = a.dossier_id JOIN business b ON b.id = d.business_id
  WHERE a.holder_id = $1 AND a.closed_at IS NULL`
const THREADS = `
  SELECT h.id FROM help_thread h LEFT JOIN business b ON b.id = h.business_id
  WHERE h.waiting_since IS NOT NULL AND $1 = ANY (h.officer_ids)`

/** And in regions of whoever takes it over; anywhere, when it goes back to all. */
const SUCCESSOR = `($2::int IS NULL OR EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = $2 AND g.role = 'officer'
  AND g.revoked_at IS NULL AND (cardinality(g.regions) = 0 OR b.region_code = ANY (g.regions))))`

/** What an officer has in hand. */
export async function openWork(tx: Tx, id: PersonId): Promise<OpenWork> {
  const [row] = await tx.$queryRawUnsafe<OpenWork[]>(
    `SELECT (SELECT count(*)::int FROM (${DOSSIERS}) d) AS dossiers, (SELECT count(*)::int FROM (${ALERTS}) a) AS alerts,
      (SELECT count(*)::int FROM (${THREADS}) h) AS threads`,
    id,
  )
  return row ?? { dossiers: 0, alerts: 0, threads: 0 }
}

/**
 * Takes from somebody what is in regions that are not theirs any more. A successor gets what is in regions of theirs;
 * without one it is nobody's yet: dossiers are shared out anew, alerts are free, questions go by their region.
 */
export async function handOver(tx: Tx, from: PersonId, to: PersonId | undefined, now: Date): Promise<OpenWork> {
  const alerts = await tx.$queryRawUnsafe<{ id: number }[]>(
    `${ALERTS} AND ${NOT_THEIRS} AND ${SUCCESSOR} ORDER BY a.id`,
    from,
    to ?? null,
  )
  const dossiers = await tx.$queryRawUnsafe<{ id: number }[]>(
    `${DOSSIERS} AND ${NOT_THEIRS} AND ${SUCCESSOR}`,
    from,
    to ?? null,
  )
  const threads = await tx.$queryRawUnsafe<{ id: number }[]>(
    `${THREADS} AND ${NOT_THEIRS} AND ${SUCCESSOR}`,
    from,
    to ?? null,
  )
  const idsOf = (rows: { id: number }[]): number[] => rows.map(({ id }) => id)
  // Whoever changes an alert holds the turn of its dossier first, as looking at it does.
  await tx.$queryRaw`
    SELECT 1 FROM turn WHERE dossier_id IN (SELECT dossier_id FROM alert WHERE id = ANY (${idsOf(alerts)}::int[]))
    ORDER BY dossier_id FOR UPDATE`
  await tx.alert.updateMany({
    where: { id: { in: idsOf(alerts) }, closedAt: null },
    data: to
      ? { holderId: to, heldAt: now, askedAt: null, snoozedUntil: null }
      : { holderId: null, heldAt: null, askedAt: null, snoozedUntil: null, toldAt: null },
  })
  await tx.dossier.updateMany({ where: { id: { in: idsOf(dossiers) } }, data: { officerId: to ?? null } })
  await tx.$executeRaw`
    UPDATE help_thread SET officer_ids = CASE WHEN ${to ?? null}::int IS NULL THEN array_remove(officer_ids, ${from}::int)
      ELSE array_append(array_remove(array_remove(officer_ids, ${from}::int), ${to ?? null}::int), ${to ?? null}::int) END
    WHERE id = ANY (${idsOf(threads)}::int[])`
  return { dossiers: dossiers.length, alerts: alerts.length, threads: threads.length }
}

/** Whoever stands in for others and is no officer any more does so no longer. */
export async function endStandingIn(tx: Tx, id: PersonId, today: LocalDate): Promise<void> {
  const isOfficer = (await tx.grant.count({ where: { personId: id, role: 'officer', revokedAt: null } })) > 0
  if (isOfficer) return
  await tx.absence.updateMany({
    where: { standInId: id, removedAt: null, lastDay: { gte: today } },
    data: { standInId: null },
  })
}

/** Colleagues who are officers in one of these regions, or of all where none are named; whoever is there first. */
export const successorsFor = (
  db: Database,
  id: PersonId,
  regions: readonly RegionCode[],
  today: LocalDate,
): Promise<{ id: PersonId; name: string }[]> =>
  db.sql(
    `SELECT p.id, coalesce(p.name, '–') AS name FROM person p
     WHERE p.id <> $1 AND EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = p.id AND g.role = 'officer'
       AND g.revoked_at IS NULL AND (cardinality(g.regions) = 0 OR cardinality($2::text[]) = 0 OR g.regions && $2::text[]))
     ORDER BY EXISTS (SELECT 1 FROM absence a WHERE a.person_id = p.id AND a.removed_at IS NULL
       AND $3 BETWEEN a.first_day AND a.last_day), p.name, p.id LIMIT 12`,
    [id, regions, today],
  )
