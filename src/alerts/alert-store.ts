import type { DossierId, ItemId } from '../dossier/rules.ts'
import type { PersonId, RegionCode } from '../people/rules.ts'
import { type SubjectRow, subjectIn } from '../people/subject.ts'
import type { Database, Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n/languages.ts'
import { atWib, type LocalDate, localDate } from '../platform/time.ts'
import type { Alert, Level, OpenAlert } from './alert.ts'
import type { AlertId, AlertReason } from './rules.ts'

// Alerts as they are opened, taken and closed.

interface AlertRow {
  id: AlertId
  dossierId: DossierId
  reason: AlertReason
  openedAt: Date
  level: Level
  toldAt: Date | null
  holderId: PersonId | null
  heldAt: Date | null
  askedAt: Date | null
  snoozedUntil: Date | null
}

const ALERT = `a.id, a.dossier_id AS "dossierId", a.reason, a.opened_at AS "openedAt", a.level, a.told_at AS "toldAt",
  a.holder_id AS "holderId", a.held_at AS "heldAt", a.asked_at AS "askedAt", a.snoozed_until AS "snoozedUntil"`

const openIn = ({ dossierId: _, ...row }: AlertRow): OpenAlert => ({
  ...row,
  toldAt: row.toldAt ?? undefined,
  holderId: row.holderId ?? undefined,
  heldAt: row.heldAt ?? undefined,
  askedAt: row.askedAt ?? undefined,
  snoozedUntil: row.snoozedUntil ?? undefined,
})

/** The open alerts of these dossiers. */
export async function openAlerts(tx: Tx, ids: readonly DossierId[]): Promise<Map<DossierId, OpenAlert[]>> {
  const rows = await tx.$queryRawUnsafe<AlertRow[]>(
    `SELECT ${ALERT} FROM alert a WHERE a.closed_at IS NULL AND a.dossier_id = ANY ($1::int[]) ORDER BY a.id`,
    ids,
  )
  const found = new Map<DossierId, OpenAlert[]>()
  for (const row of rows) found.set(row.dossierId, [...(found.get(row.dossierId) ?? []), openIn(row)])
  return found
}

/** When alerts of these dossiers were last closed, by dossier and reason. */
export async function closedLately(tx: Tx, ids: readonly DossierId[], from: Date): Promise<Map<string, Date>> {
  const rows = await tx.$queryRaw<{ dossierId: DossierId; reason: AlertReason; closedAt: Date }[]>`
    SELECT dossier_id AS "dossierId", reason, max(closed_at) AS "closedAt" FROM alert
    WHERE dossier_id = ANY (${ids}::int[]) AND closed_at > ${from} GROUP BY 1, 2`
  return new Map(rows.map(({ dossierId, reason, closedAt }) => [`${dossierId} ${reason}`, closedAt]))
}

export interface NewAlert {
  dossierId: DossierId
  reason: AlertReason
  itemId: ItemId | undefined
}

/** Opens alerts; one that is open already stays as it is. */
export async function open(
  tx: Tx,
  alerts: readonly NewAlert[],
  now: Date,
): Promise<{ id: AlertId; dossierId: DossierId; reason: AlertReason }[]> {
  if (alerts.length === 0) return []
  const rows = alerts.map(({ dossierId, reason, itemId }) => ({
    dossier_id: dossierId,
    reason,
    item_id: itemId ?? null,
  }))
  return tx.$queryRaw`
    INSERT INTO alert (dossier_id, reason, item_id, opened_at)
    SELECT dossier_id, reason, item_id, ${now} FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS n (dossier_id int, reason text, item_id int)
    ON CONFLICT (dossier_id, reason) WHERE closed_at IS NULL DO NOTHING
    RETURNING id, dossier_id AS "dossierId", reason`
}

/** Closes alerts whose cause is gone. */
export async function closeGone(tx: Tx, ids: readonly AlertId[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await tx.alert.updateMany({
    where: { id: { in: [...ids] }, closedAt: null },
    data: { closedAt: now, outcome: 'gone' },
  })
}

/** Lets alerts climb; those of the next level are still to be told. */
export async function climb(tx: Tx, ids: readonly AlertId[]): Promise<void> {
  if (ids.length === 0) return
  await tx.$executeRaw`
    UPDATE alert SET level = level + 1, told_at = NULL
    WHERE id = ANY (${ids}::int[]) AND closed_at IS NULL AND holder_id IS NULL AND level < 2`
}

export async function setAsked(tx: Tx, ids: readonly AlertId[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await tx.alert.updateMany({ where: { id: { in: [...ids] } }, data: { askedAt: now } })
}

/** Gives alerts back whose holder is no penyuluh any more. */
export async function release(tx: Tx, ids: readonly AlertId[]): Promise<void> {
  if (ids.length === 0) return
  const none = { holderId: null, heldAt: null, askedAt: null, snoozedUntil: null, toldAt: null }
  await tx.alert.updateMany({ where: { id: { in: [...ids] } }, data: none })
}

/** Notes that those of its level are told of an alert at a moment; from then on it may climb, so its dossier is looked at. */
export async function setTold(tx: Tx, ids: readonly AlertId[], at: Date): Promise<void> {
  if (ids.length === 0) return
  await tx.$queryRaw`
    SELECT 1 FROM turn WHERE dossier_id IN (SELECT dossier_id FROM alert WHERE id = ANY (${ids}::int[]))
    ORDER BY dossier_id FOR NO KEY UPDATE`
  await tx.$executeRaw`
    UPDATE turn SET look_at = LEAST(look_at, ${at})
    WHERE dossier_id IN (SELECT dossier_id FROM alert WHERE id = ANY (${ids}::int[]))`
  await tx.$executeRaw`UPDATE alert SET told_at = ${at} WHERE id = ANY (${ids}::int[]) AND told_at IS NULL`
}

interface ListedRow extends AlertRow {
  itemRequirement: string | null
  business: string
  region: RegionCode | null
  regionName: string | null
  zone: RegionCode[] | null
  officerId: PersonId | null
  holder: string | null
  owner: string | null
  ownerId: PersonId
  phone: string | null
  catalogueVersion: number
  subject: SubjectRow
  closedAt: Date | null
  outcome: Alert['outcome'] | null
}

const LISTED = `
  SELECT ${ALERT}, a.closed_at AS "closedAt", a.outcome, i.requirement_id AS "itemRequirement", b.name AS business,
    b.region_code AS region, r.short_name AS "regionName", d.catalogue_version AS "catalogueVersion",
    (SELECT array_agg(z.code ORDER BY z.code) FROM region z WHERE z.zone_id = r.zone_id) AS zone,
    d.officer_id AS "officerId", h.name AS holder, p.name AS owner, p.id AS "ownerId", p.phone, row_to_json(s) AS subject
  FROM alert a JOIN dossier d ON d.id = a.dossier_id JOIN business b ON b.id = d.business_id
  JOIN subject s ON s."businessId" = b.id JOIN person p ON p.id = b.owner_id
  LEFT JOIN region r ON r.code = b.region_code LEFT JOIN item i ON i.id = a.item_id LEFT JOIN person h ON h.id = a.holder_id`

const listedIn = (row: ListedRow): Alert => ({
  ...openIn(row),
  dossierId: row.dossierId,
  requirementId: row.itemRequirement ?? undefined,
  business: row.business,
  place: { region: row.region ?? undefined, zone: row.zone ?? [], officerId: row.officerId ?? undefined },
  regionName: row.regionName ?? undefined,
  holder: row.holder ?? undefined,
  owner: row.owner ?? undefined,
  ownerId: row.ownerId,
  phone: row.phone ?? undefined,
  catalogueVersion: row.catalogueVersion,
  subject: subjectIn(row.subject),
  closedAt: row.closedAt ?? undefined,
  outcome: row.outcome ?? undefined,
})

const rows = <Row>(db: Database | Tx, sql: string, values: readonly unknown[]): Promise<Row[]> =>
  'sql' in db ? db.sql<Row>(sql, values) : db.$queryRawUnsafe<Row[]>(sql, ...values)

/** Every open alert of these regions, all of them when there are none named; the oldest first. Of whoever withdrew, none. */
export async function alertsIn(db: Database | Tx, regions: readonly RegionCode[] | undefined): Promise<Alert[]> {
  const sql = `${LISTED} WHERE a.closed_at IS NULL AND (NOT s.frozen OR a.reason = 'unclaimed')
    AND ($1::text[] IS NULL OR b.region_code = ANY ($1)) ORDER BY a.opened_at, a.id`
  return (await rows<ListedRow>(db, sql, [regions ?? null])).map(listedIn)
}

export async function alertWith(db: Database | Tx, id: AlertId): Promise<Alert | undefined> {
  const [row] = await rows<ListedRow>(db, `${LISTED} WHERE a.id = $1`, [id])
  return row && listedIn(row)
}

/** An alert, held for a change. Whoever changes an alert holds the turn of its dossier, as looking at it does. */
export async function lockAlert(tx: Tx, id: AlertId): Promise<Alert | undefined> {
  await tx.$queryRaw`SELECT 1 FROM turn WHERE dossier_id = (SELECT dossier_id FROM alert WHERE id = ${id}) FOR UPDATE`
  return alertWith(tx, id)
}

/** Gives an alert to somebody; what they were asked before does not count any more. */
export async function setHolder(tx: Tx, id: AlertId, holderId: PersonId, now: Date): Promise<void> {
  await tx.alert.update({ where: { id }, data: { holderId, heldAt: now, askedAt: null, snoozedUntil: null } })
}

export async function setSnoozed(tx: Tx, id: AlertId, until: Date): Promise<void> {
  await tx.alert.update({ where: { id }, data: { snoozedUntil: until, askedAt: null } })
}

export async function closeSolved(tx: Tx, id: AlertId, by: PersonId, now: Date): Promise<void> {
  await tx.alert.update({ where: { id }, data: { closedAt: now, outcome: 'solved', closedById: by } })
}

/** Notes that the penyuluh were told on that day; false when they were already. */
export async function beginDigest(tx: Tx, day: LocalDate, now: Date): Promise<boolean> {
  return (
    (await tx.$executeRaw`INSERT INTO digest_day (day, made_at) VALUES (${day}, ${now}) ON CONFLICT DO NOTHING`) > 0
  )
}

/** A message that tells of an alert. */
export interface ShownAlert {
  kind: string
  data: unknown
  chatId: number
  messageId: number
  language: Language
}

/** Today's messages about what is stuck, to those in whose lists this one may be. */
export const shownTo = (db: Database, id: AlertId, now: Date): Promise<ShownAlert[]> =>
  db.sql(
    `SELECT d.kind, d.data, d.chat_id AS "chatId", d.message_id AS "messageId", a.language
     FROM delivery d JOIN account a ON a.telegram_id = d.chat_id
     WHERE d.state = 'sent' AND d.kind IN ('digest', 'alert-urgent') AND d.settled_at >= $1 AND d.person_id IN (
       SELECT g.person_id FROM role_grant g JOIN alert w ON w.id = $2 JOIN dossier e ON e.id = w.dossier_id
       JOIN business b ON b.id = e.business_id
       WHERE g.role = 'officer' AND g.revoked_at IS NULL AND (cardinality(g.regions) = 0 OR b.region_code = ANY (g.regions)))
     ORDER BY d.id LIMIT 20`,
    [atWib(localDate(now), '00:00'), id],
  )
