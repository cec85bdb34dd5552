import type { Database, Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n/languages.ts'
import type { Unreachable } from '../platform/telegram/failure.ts'
import { days } from '../platform/time.ts'
import type { Region } from './regions.ts'
import {
  type AccountId,
  type Actor,
  CONSENT_VERSION,
  type Grant,
  may,
  type PersonId,
  type RegionCode,
  type Speaker,
} from './rules.ts'
import { type SubjectRow, subjectIn } from './subject.ts'

interface SpeakerRow {
  id: AccountId
  language: Language
  menu: string | null
  blocked: boolean
  person_id: PersonId | null
  name: string | null
  place: SubjectRow | null
  place_name: string | null
  place_owner: string | null
  consent_version: number | null
  grants: Grant[] | null
  question: string | null
  question_opened_at: Date | null
}

// One statement for every update: the account, its person, their consent and roles, and the question open in the chat,
// unless it was asked of whoever spoke from there before.
const SPEAKER = `
  SELECT a.id, a.language, a.menu, a.blocked_at IS NOT NULL AS blocked, a.person_id, p.name, c.version AS consent_version,
    row_to_json(s) AS place, at.name AS place_name, o.name AS place_owner,
    (SELECT json_agg(json_build_object('role', g.role, 'regions', g.regions))
       FROM role_grant g WHERE g.person_id = a.person_id AND g.revoked_at IS NULL) AS grants,
    q.state AS question, q.opened_at AS question_opened_at
  FROM account a
  LEFT JOIN person p ON p.id = a.person_id
  LEFT JOIN business at ON at.id = p.working_at_id AND at.owner_id <> p.id
  LEFT JOIN subject s ON s."businessId" = at.id
  LEFT JOIN person o ON o.id = at.owner_id
  LEFT JOIN consent c ON c.person_id = a.person_id AND c.withdrawn_at IS NULL
  LEFT JOIN question_state q ON q.chat_id = a.telegram_id AND q.opened_at >= a.attached_at
  WHERE a.telegram_id = $1`

/** Of somebody who never wrote before, only the Telegram id and the time are kept. */
const NEW_ACCOUNT = `
  INSERT INTO account (telegram_id, first_seen_at) VALUES ($1, $2) ON CONFLICT (telegram_id) DO NOTHING`

const QUESTION_LIFE = days(7)

/** Who speaks from a Telegram account (made at their first word), and the question they have open. */
export async function identify(
  db: Database,
  telegramId: number,
  cause: number,
  now: Date,
): Promise<[Speaker, string | undefined]> {
  const [row] = await db.sql<SpeakerRow>(SPEAKER, [telegramId])
  if (row) return [speakerOf(row, telegramId, cause), liveQuestion(row, now)]
  await db.sql(NEW_ACCOUNT, [telegramId, now])
  return identify(db, telegramId, cause, now)
}

function liveQuestion(row: SpeakerRow, now: Date): string | undefined {
  if (row.question === null || row.question_opened_at === null) return undefined
  return now.getTime() - row.question_opened_at.getTime() < QUESTION_LIFE ? row.question : undefined
}

function speakerOf(row: SpeakerRow, telegramId: number, cause: number): Speaker {
  const actor: Actor | undefined =
    row.person_id === null
      ? undefined
      : { personId: row.person_id, grants: row.grants ?? [], consented: row.consent_version === CONSENT_VERSION, cause }
  return {
    accountId: row.id,
    telegramId,
    language: row.language,
    menu: row.menu ?? undefined,
    blocked: row.blocked,
    name: row.name ?? undefined,
    assisting: assistingIn(row, actor),
    actor,
  }
}

/** Whom somebody fills in for at present; nobody once they may no longer. */
function assistingIn({ place, place_name, place_owner }: SpeakerRow, actor: Actor | undefined): Speaker['assisting'] {
  if (!place || !actor || !may(actor, 'fill', subjectIn(place))) return undefined
  return { business: place_name ?? '', owner: place_owner ?? '' }
}

export async function createPerson(tx: Tx, name: string | null, now: Date): Promise<PersonId> {
  const { id } = await tx.person.create({ data: { name, createdAt: now }, select: { id: true } })
  return id as PersonId
}

/** Makes the account speak for the person. */
export async function attachAccount(tx: Tx, accountId: AccountId, personId: PersonId, now: Date): Promise<void> {
  await tx.account.update({ where: { id: accountId }, data: { personId, attachedAt: now } })
}

/** Locks an account row, so that two presses at once meet here one after the other. */
export async function lockAccount(
  tx: Tx,
  accountId: AccountId,
): Promise<{ personId: PersonId | null; telegramId: number }> {
  const [row] = await tx.$queryRaw<{ person_id: PersonId | null; telegram_id: bigint }[]>`
    SELECT person_id, telegram_id FROM account WHERE id = ${accountId} FOR UPDATE`
  if (!row) throw new Error(`account ${accountId} is gone`)
  return { personId: row.person_id, telegramId: Number(row.telegram_id) }
}

export async function accountIdOf(tx: Tx, telegramId: number, now: Date): Promise<AccountId> {
  const { id } = await tx.account.upsert({
    where: { telegramId },
    create: { telegramId, firstSeenAt: now },
    update: {},
    select: { id: true },
  })
  return id as AccountId
}

export async function renamePerson(tx: Tx, personId: PersonId, name: string): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { name } })
  await tx.business.updateMany({ where: { ownerId: personId }, data: { compareDue: true } })
}

export interface ConsentGiven {
  personId: PersonId
  telegramId: number
  language: Language
  textHash: string
  now: Date
}

/** Records the agreement to the present text; an agreement to an older text ends with it. */
export async function saveConsent(
  tx: Tx,
  { personId, telegramId, language, textHash, now }: ConsentGiven,
): Promise<void> {
  const live = await tx.consent.findFirst({
    where: { personId, withdrawnAt: null },
    select: { id: true, version: true },
  })
  if (live?.version === CONSENT_VERSION) return
  if (live) await tx.consent.update({ where: { id: live.id }, data: { withdrawnAt: now } })
  await tx.consent.create({
    data: { personId, telegramId, version: CONSENT_VERSION, language, textHash, givenAt: now },
  })
}

export interface FormConsent {
  personId: PersonId
  formFileId: number
  confirmedById: PersonId
  textHash: string
  now: Date
}

/** Records the agreement that somebody without Telegram signed on paper, and who confirmed that they did. */
export async function saveFormConsent(tx: Tx, { now, ...consent }: FormConsent): Promise<void> {
  await tx.consent.create({ data: { ...consent, version: CONSENT_VERSION, language: 'id', givenAt: now } })
}

/** Ends the live agreement; false when there is none. */
export async function endConsent(tx: Tx, personId: PersonId, now: Date): Promise<boolean> {
  const { count } = await tx.consent.updateMany({ where: { personId, withdrawnAt: null }, data: { withdrawnAt: now } })
  return count > 0
}

export async function consentOf(tx: Tx, personId: PersonId): Promise<{ version: number; givenAt: Date } | undefined> {
  const live = await tx.consent.findFirst({
    where: { personId, withdrawnAt: null },
    select: { version: true, givenAt: true },
  })
  return live ?? undefined
}

export async function setLanguage(tx: Tx, accountId: AccountId, language: Language): Promise<void> {
  await tx.account.update({ where: { id: accountId }, data: { language } })
}

export async function rememberMenu(tx: Tx, accountId: AccountId, menu: string): Promise<void> {
  await tx.account.update({ where: { id: accountId }, data: { menu } })
}

/** Notes that the person cannot be written to since `at`, and why; or (undefined) that they are back. */
export async function setBlocked(
  tx: Tx,
  accountId: AccountId,
  at: Date | undefined,
  blockedAs: Unreachable = 'blocked',
): Promise<void> {
  const data = at === undefined ? { blockedAt: null, blockedAs: null } : { blockedAt: at, blockedAs }
  await tx.account.update({ where: { id: accountId }, data })
}

/** Somebody who cannot be written to on any of their accounts. */
export interface OutOfReach {
  personId: PersonId
  since: Date
  why: Unreachable
}

/** Who of these people cannot be reached at all, since when, and why on the account they used last. */
export async function outOfReach(tx: Tx, personIds: readonly PersonId[]): Promise<OutOfReach[]> {
  return tx.$queryRaw<OutOfReach[]>`
    SELECT person_id AS "personId", max(blocked_at) AS since,
      coalesce((array_agg(blocked_as ORDER BY attached_at DESC, id DESC))[1], 'blocked') AS why
    FROM account WHERE person_id = ANY (${[...personIds]}::int[])
    GROUP BY person_id HAVING bool_and(blocked_at IS NOT NULL) ORDER BY since, person_id`
}

export interface NewGrant extends Grant {
  personId: PersonId
  source: 'environment' | 'invitation'
  now: Date
}

/** Gives a role in its regions; a live one in the same regions is left as it is. */
export async function saveGrant(tx: Tx, { personId, role, regions, source, now }: NewGrant): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO role_grant (person_id, role, regions, source, granted_at)
    VALUES (${personId}, ${role}, ${[...regions].sort()}::text[], ${source}, ${now})
    ON CONFLICT (person_id, role, regions) WHERE revoked_at IS NULL DO NOTHING`
}

/** Takes back the admin roles that came from the environment, except those of the accounts still named there. */
export async function revokeEnvironmentAdmins(tx: Tx, keep: PersonId[], now: Date): Promise<void> {
  await tx.grant.updateMany({
    where: { source: 'environment', revokedAt: null, personId: { notIn: keep } },
    data: { revokedAt: now },
  })
}

/** The regions there are, in the order of their codes. */
export async function allRegions(tx: Tx): Promise<Region[]> {
  const rows = await tx.region.findMany({
    orderBy: { code: 'asc' },
    select: { code: true, bpsCode: true, name: true, shortName: true, kind: true, aliases: true },
  })
  return rows.map((row) => ({ ...row, code: row.code as RegionCode, kind: row.kind as Region['kind'] }))
}

/** What regions are called in short, by their codes; a code that is no region any more stands for itself. */
export async function regionNames(tx: Tx): Promise<(code: string) => string> {
  const names = new Map<string, string>((await allRegions(tx)).map(({ code, shortName }) => [code, shortName]))
  return (code) => names.get(code) ?? code
}

export interface AuditLine {
  actor: Actor
  deed: string
  subject: string
  subjectId: number
  /** Whose it is: written down where somebody else did it. */
  ownerId?: PersonId
  now: Date
}

/** Writes down who did what, and for whom, in the transaction that does it. The same update again is the same deed. */
export async function audit(tx: Tx, { actor, deed, subject, subjectId, ownerId, now }: AuditLine): Promise<void> {
  const { personId, cause } = actor
  const onBehalfOfId = ownerId === undefined || ownerId === personId ? null : ownerId
  const line = { personId, deed, subject, subjectId, cause }
  const isKnown = (await tx.audit.findFirst({ where: line, select: { id: true } })) !== null
  if (!isKnown) await tx.audit.create({ data: { ...line, onBehalfOfId, at: now } })
}
