import type { Commodity } from '../dossier/catalogue.ts'
import type { ItemState } from '../dossier/item-states.ts'
import type { Answer, Facts } from '../dossier/requirements.ts'
import type { BusinessId, DossierId, ItemId } from '../dossier/rules.ts'
import type { Turn } from '../dossier/turn.ts'
import type { PersonId, RegionCode } from '../people/rules.ts'
import type { Tx } from '../platform/db.ts'
import type { LocalDate } from '../platform/time.ts'
import { type AlertRules, proposed, readRules } from './rules.ts'

// Dossiers that are to be looked at, with everything that may make them stuck.

/** What a dossier is looked at by. */
export interface LookedAt {
  dossierId: DossierId
  ownerId: PersonId
  standing: 'candidate' | 'nominated'
  createdAt: Date
  officerId: PersonId | undefined
  region: RegionCode | undefined
  catalogueVersion: number
  commodity: Commodity | undefined
  form: Facts['form']
  switchedOn: string[]
  cycle: { ownerDeadline: Date; portalDeadline: Date; fieldVisitUntil: LocalDate; isOpen: boolean }
  isMerged: boolean
  isFrozen: boolean
  isClaimed: boolean
  isOffline: boolean
  blockedAt: Date | undefined
  answers: Record<string, Answer>
  unsureSince: Date | undefined
  decidedAt: Date | undefined
  ownerActedAt: Date | undefined
  /** The visit to a desk that is ahead, or began less than twelve hours ago. */
  visitAt: Date | undefined
  missedAt: Date | undefined
  waitingSince: Date | undefined
  items: LookedAtItem[]
  /** As it was when it was last looked at. */
  before: { since: Date | undefined; nudges: number }
}

export interface LookedAtItem {
  id: ItemId
  requirementId: string
  state: ItemState
  since: Date
  until: LocalDate | undefined
  owned: 'yes' | 'not-yet' | undefined
  returns: number
  expires: LocalDate | undefined
}

/** Takes up to `limit` dossiers that are due, each for this process alone until the transaction ends. */
export const claimDue = (tx: Tx, now: Date, limit: number): Promise<{ dossierId: DossierId }[]> => tx.$queryRaw`
  SELECT dossier_id AS "dossierId" FROM turn WHERE look_at <= ${now}
  ORDER BY look_at, dossier_id LIMIT ${limit} FOR UPDATE SKIP LOCKED`

// Times come as text in JSON, whole instants in UTC. What an officer filled in counts as theirs, not as the owner's.
const FACTS = `
  SELECT d.id AS "dossierId", b.owner_id AS "ownerId", d.standing, d.created_at AS "createdAt", d.officer_id AS "officerId",
    b.region_code AS region, d.catalogue_version AS "catalogueVersion", b.commodity, b.form, y.switched_on AS "switchedOn",
    y.owner_deadline AS "ownerDeadline", y.portal_deadline AS "portalDeadline", y.field_visit_until AS "fieldVisitUntil",
    y.closed_at IS NULL AS "isOpen", b.merged_into_id IS NOT NULL AS "isMerged",
    NOT EXISTS (SELECT 1 FROM consent c WHERE c.person_id = b.owner_id AND c.withdrawn_at IS NULL) AS "isFrozen",
    EXISTS (SELECT 1 FROM consent c WHERE c.person_id = b.owner_id) AS "isClaimed",
    NOT EXISTS (SELECT 1 FROM account a WHERE a.person_id = b.owner_id) AS "isOffline",
    (SELECT a.blocked_at FROM account a WHERE a.person_id = b.owner_id
      ORDER BY a.blocked_at IS NOT NULL, a.attached_at DESC, a.id DESC LIMIT 1) AS "blockedAt",
    (SELECT json_object_agg(question, answer) FROM dossier_answer WHERE dossier_id = d.id) AS answers,
    (SELECT min(saved_at) FROM dossier_answer WHERE dossier_id = d.id AND answer = 'unsure') AS "unsureSince",
    (SELECT max(greatest(v.decided_at, v.undone_at)) FROM decision v JOIN submission s ON s.id = v.submission_id
      JOIN item i ON i.id = s.item_id WHERE i.dossier_id = d.id) AS "decidedAt",
    greatest(
      (SELECT max(v.saved_at) FROM item_value v JOIN item i ON i.id = v.item_id
        WHERE i.dossier_id = d.id AND v.source <> 'officer'),
      (SELECT max(greatest(s.begun_at, s.sent_at)) FROM submission s JOIN item i ON i.id = s.item_id WHERE i.dossier_id = d.id),
      (SELECT max(i.since) FROM item i WHERE i.dossier_id = d.id AND i.state IN ('started', 'waiting', 'submitted',
        'not-applicable-asked')),
      (SELECT max(saved_at) FROM dossier_answer WHERE dossier_id = d.id),
      (SELECT max(booked_at) FROM booking WHERE dossier_id = d.id),
      (SELECT max(v.arrived_at) FROM visit v LEFT JOIN booking k ON k.id = v.booking_id
        WHERE coalesce(v.dossier_id, k.dossier_id) = d.id),
      (SELECT max(m.said_at) FROM help_message m JOIN help_thread h ON h.id = m.thread_id
        WHERE h.dossier_id = d.id AND m.side = 'owner')) AS "ownerActedAt",
    (SELECT t.starts_at FROM booking k JOIN slot t ON t.id = k.slot_id
      WHERE k.dossier_id = d.id AND k.state = 'booked' AND t.starts_at > $2::timestamptz - interval '12 hours') AS "visitAt",
    (SELECT k.changed_at FROM booking k WHERE k.dossier_id = d.id AND k.state = 'no-show'
      AND NOT EXISTS (SELECT 1 FROM booking o WHERE o.dossier_id = d.id AND o.id > k.id)
      ORDER BY k.id DESC LIMIT 1) AS "missedAt",
    (SELECT min(waiting_since) FROM help_thread h WHERE h.dossier_id = d.id) AS "waitingSince",
    (SELECT json_agg(json_build_object('id', i.id, 'requirementId', i.requirement_id, 'state', i.state,
        'since', extract(epoch FROM i.since) * 1000, 'until', i.until, 'owned', i.owned,
        'returns', (SELECT count(*) FROM decision v JOIN submission s ON s.id = v.submission_id
          WHERE s.item_id = i.id AND v.verdict = 'returned' AND v.undone_at IS NULL),
        'expires', (SELECT v.value FROM item_value v WHERE v.item_id = i.id AND v.field = 'expires'
          AND v.source <> 'left' AND v.value <> 'lifetime')) ORDER BY i.id)
      FROM item i WHERE i.dossier_id = d.id) AS items,
    w.since AS "sinceBefore", w.nudges
  FROM turn w JOIN dossier d ON d.id = w.dossier_id JOIN business b ON b.id = d.business_id JOIN cycle y ON y.id = d.cycle_id
  WHERE w.dossier_id = ANY ($1::int[])`

interface FactsRow {
  dossierId: DossierId
  ownerId: PersonId
  standing: LookedAt['standing']
  createdAt: Date
  officerId: PersonId | null
  region: RegionCode | null
  catalogueVersion: number
  commodity: Commodity | null
  form: NonNullable<Facts['form']> | null
  switchedOn: string[]
  ownerDeadline: Date
  portalDeadline: Date
  fieldVisitUntil: LocalDate
  isOpen: boolean
  isMerged: boolean
  isFrozen: boolean
  isClaimed: boolean
  isOffline: boolean
  blockedAt: Date | null
  answers: Record<string, Answer> | null
  unsureSince: Date | null
  decidedAt: Date | null
  ownerActedAt: Date | null
  visitAt: Date | null
  missedAt: Date | null
  waitingSince: Date | null
  items: ItemRow[] | null
  sinceBefore: Date | null
  nudges: number
}

interface ItemRow {
  id: ItemId
  requirementId: string
  state: ItemState
  since: number
  until: LocalDate | null
  owned: 'yes' | 'not-yet' | null
  returns: number
  expires: LocalDate | null
}

/** The facts of these dossiers: one statement for all. */
export async function factsOf(tx: Tx, ids: readonly DossierId[], now: Date): Promise<LookedAt[]> {
  const rows = await tx.$queryRawUnsafe<FactsRow[]>(FACTS, ids, now)
  return rows.map(({ ownerDeadline, portalDeadline, fieldVisitUntil, isOpen, sinceBefore, nudges, items, ...row }) => ({
    ...row,
    officerId: row.officerId ?? undefined,
    region: row.region ?? undefined,
    commodity: row.commodity ?? undefined,
    form: row.form ?? undefined,
    cycle: { ownerDeadline, portalDeadline, fieldVisitUntil, isOpen },
    blockedAt: row.blockedAt ?? undefined,
    answers: row.answers ?? {},
    unsureSince: row.unsureSince ?? undefined,
    decidedAt: row.decidedAt ?? undefined,
    ownerActedAt: row.ownerActedAt ?? undefined,
    visitAt: row.visitAt ?? undefined,
    missedAt: row.missedAt ?? undefined,
    waitingSince: row.waitingSince ?? undefined,
    items: (items ?? []).map(itemIn),
    before: { since: sinceBefore ?? undefined, nudges },
  }))
}

const itemIn = ({ since, until, owned, expires, ...row }: ItemRow): LookedAtItem => ({
  ...row,
  since: new Date(since),
  until: until ?? undefined,
  owned: owned ?? undefined,
  expires: expires ?? undefined,
})

/** What was seen of a dossier, and when it is to be looked at again; never, when nothing but a change can matter. */
export interface Looked {
  dossierId: DossierId
  turn: Turn | undefined
  dueAt: Date | undefined
  nudges: number
  /** Now, when all of the owner's gates are settled; when they were first seen so is kept. */
  ownerDoneAt: Date | undefined
  lookAt: Date | undefined
}

const NEVER = '9999-01-01T00:00:00Z'

/** Keeps what was seen of several dossiers, in one statement. */
export async function saveLooks(tx: Tx, looks: readonly Looked[]): Promise<void> {
  const rows = looks.map(({ dossierId, turn, dueAt, nudges, ownerDoneAt, lookAt }) => ({
    dossier_id: dossierId,
    actor: turn?.actor ?? null,
    reason: turn?.reason ?? null,
    item_id: turn?.itemId ?? null,
    since: turn?.since ?? null,
    due_at: dueAt ?? null,
    nudges,
    owner_done_at: ownerDoneAt ?? null,
    look_at: lookAt ?? NEVER,
  }))
  await tx.$executeRaw`
    UPDATE turn SET actor = n.actor, reason = n.reason, item_id = n.item_id, since = n.since, due_at = n.due_at,
      nudges = n.nudges, look_at = n.look_at,
      owner_done_at = CASE WHEN n.owner_done_at IS NOT NULL THEN COALESCE(turn.owner_done_at, n.owner_done_at) END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n (dossier_id int, actor text, reason text, item_id int,
      since timestamptz, due_at timestamptz, nudges int, owner_done_at timestamptz, look_at timestamptz)
    WHERE turn.dossier_id = n.dossier_id`
}

/** The rules that hold now: the newest version an admin made, else those proposed. */
export async function rulesNow(tx: Tx): Promise<AlertRules> {
  const row = await tx.alertRules.findFirst({ orderBy: { version: 'desc' }, select: { body: true } })
  return row ? readRules(row.body) : proposed
}

/** The business of a dossier of an open cycle; undefined when its owner withdrew. */
export async function businessOf(
  tx: Tx,
  dossierId: DossierId,
): Promise<{ businessId: BusinessId; business: string } | undefined> {
  const [row] = await tx.$queryRaw<{ businessId: BusinessId; business: string }[]>`
    SELECT b.id AS "businessId", b.name AS business FROM dossier d JOIN cycle y ON y.id = d.cycle_id AND y.closed_at IS NULL
    JOIN business b ON b.id = d.business_id JOIN subject s ON s."businessId" = b.id AND NOT s.frozen WHERE d.id = ${dossierId}`
  return row
}

/** Keeps a new version of the rules; undefined when the same update made it already. */
export async function saveRules(
  tx: Tx,
  body: AlertRules,
  { madeById, cause, now }: { madeById: PersonId; cause: number; now: Date },
): Promise<number | undefined> {
  const [row] = await tx.$queryRaw<{ version: number }[]>`
    INSERT INTO alert_rules (body, made_by_id, made_at, cause)
    VALUES (${JSON.stringify(body)}::jsonb, ${madeById}, ${now}, ${cause}) ON CONFLICT (cause) DO NOTHING RETURNING version`
  return row?.version
}

/** Lets one admin at a time change the rules, so that no change is lost. */
export async function holdRules(tx: Tx): Promise<void> {
  await tx.$executeRaw`LOCK TABLE alert_rules IN SHARE ROW EXCLUSIVE MODE`
}
