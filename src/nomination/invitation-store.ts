import type { BusinessId, DossierId } from '../dossier/rules.ts'
import type { AccountId, PersonId, RegionCode } from '../people/rules.ts'
import type { Database, Tx } from '../platform/db.ts'

// Nominated owners who have not come, their links, and who opened them.

export interface Unclaimed {
  personId: PersonId
  dossierId: DossierId
  businessId: BusinessId
  owner: string
  business: string
  region: RegionCode
  regionName: string
  phone: string | undefined
}

// Of whoever came once there is a consent or an account; whoever withdrew is not invited again.
const UNCLAIMED = `
  SELECT p.id AS "personId", d.id AS "dossierId", b.id AS "businessId", coalesce(p.name, n.owner_name) AS owner,
    b.name AS business, b.region_code AS region, r.short_name AS "regionName", p.phone
  FROM nomination n JOIN business b ON b.id = n.business_id AND b.merged_into_id IS NULL
  JOIN person p ON p.id = b.owner_id JOIN region r ON r.code = b.region_code
  JOIN dossier d ON d.business_id = b.id JOIN cycle y ON y.id = d.cycle_id AND y.closed_at IS NULL
  WHERE NOT EXISTS (SELECT 1 FROM consent c WHERE c.person_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM account a WHERE a.person_id = p.id)`

type Row = Omit<Unclaimed, 'phone'> & { phone: string | null }
const unclaimedIn = (row: Row): Unclaimed => ({ ...row, phone: row.phone ?? undefined })

export const allUnclaimed = async (db: Database): Promise<Unclaimed[]> =>
  (await db.sql<Row>(`${UNCLAIMED} ORDER BY r.short_name, b.name, b.id`)).map(unclaimedIn)

export async function unclaimedOf(tx: Tx, dossierId: DossierId): Promise<Unclaimed | undefined> {
  const [row] = await tx.$queryRawUnsafe<Row[]>(`${UNCLAIMED} AND d.id = $1`, dossierId)
  return row && unclaimedIn(row)
}

export interface NewLinks {
  links: readonly { personId: PersonId; tokenHash: string }[]
  madeById: PersonId
  cause: number
  expiresAt: Date
  now: Date
}

/**
 * Saves a link for each of these owners. Earlier ones go on working, because they are on paper by then. The same update
 * again replaces the tokens of its own links.
 */
export async function saveLinks(tx: Tx, { links, madeById, cause, expiresAt, now }: NewLinks): Promise<void> {
  const rows = links.map(({ personId, tokenHash }) => ({ person_id: personId, token_hash: tokenHash }))
  await tx.$executeRaw`
    INSERT INTO access_link (token_hash, kind, person_id, made_by_id, cause, created_at, expires_at)
    SELECT token_hash, 'nomination', person_id, ${madeById}, ${cause}, ${now}, ${expiresAt}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n (person_id int, token_hash text)
    ON CONFLICT (cause, person_id) DO UPDATE SET token_hash = excluded.token_hash`
}

/** Notes that somebody opened the invitation of an owner. */
export async function saveOpening(tx: Tx, personId: PersonId, accountId: AccountId, now: Date): Promise<void> {
  await tx.nominationOpening.upsert({
    where: { personId_accountId: { personId, accountId } },
    create: { personId, accountId, openedAt: now },
    update: { openedAt: now },
  })
}

export interface Opening {
  personId: PersonId
  /** The numbers by which the owner is known: as the dinas gave them, and as noted since. */
  phones: string[]
}

/** The invitation an account opened last, of an owner who has not come. */
export async function openingOf(tx: Tx, accountId: AccountId): Promise<Opening | undefined> {
  const [row] = await tx.$queryRaw<Opening[]>`
    SELECT p.id AS "personId", array_remove(array_append(ARRAY(SELECT n.phone FROM nomination n
      JOIN business b ON b.id = n.business_id WHERE b.owner_id = p.id), p.phone), NULL) AS phones
    FROM nomination_opening o JOIN person p ON p.id = o.person_id AND p.merged_into_id IS NULL
    WHERE o.account_id = ${accountId} AND NOT EXISTS (SELECT 1 FROM account a WHERE a.person_id = p.id)
      AND NOT EXISTS (SELECT 1 FROM consent c WHERE c.person_id = p.id)
    ORDER BY o.opened_at DESC, p.id LIMIT 1`
  return row
}

/** Locks a person, so that two who claim to be they meet here; false when somebody came already. */
export async function lockUnclaimed(tx: Tx, personId: PersonId): Promise<boolean> {
  await tx.$queryRaw`SELECT id FROM person WHERE id = ${personId} FOR UPDATE`
  const accounts = await tx.account.count({ where: { personId } })
  const consents = await tx.consent.count({ where: { personId } })
  return accounts + consents === 0
}

/** What somebody agreed to before it was known who they are is their agreement, and who they seemed to be is history. */
export async function becomeNominated(tx: Tx, from: PersonId, to: PersonId): Promise<void> {
  await tx.consent.updateMany({ where: { personId: from }, data: { personId: to } })
  await tx.person.update({ where: { id: from }, data: { mergedIntoId: to, workingAtId: null } })
}

/** All links of an owner are used up by the account that came, and nobody else is one who opened them. */
export async function endInvitations(tx: Tx, personId: PersonId, accountId: AccountId, now: Date): Promise<void> {
  await tx.accessLink.updateMany({
    where: { kind: 'nomination', personId, usedAt: null },
    data: { usedAt: now, usedById: accountId },
  })
  await tx.nominationOpening.deleteMany({ where: { personId } })
}

/** Has what somebody registered compared with what they were invited to. */
export async function compareTheirs(tx: Tx, ownerId: PersonId): Promise<void> {
  await tx.business.updateMany({ where: { ownerId, mergedIntoId: null }, data: { compareDue: true } })
}

export interface GivenToOwner {
  owner: string
  business: string
  region: string
  commodity: string
}

/** What the dinas gave of somebody's businesses. */
export const givenTo = (tx: Tx, personId: PersonId): Promise<GivenToOwner[]> => tx.$queryRaw`
  SELECT coalesce(p.name, '') AS owner, b.name AS business, coalesce(r.name, '') AS region, coalesce(b.commodity, '') AS commodity
  FROM nomination n JOIN business b ON b.id = n.business_id JOIN person p ON p.id = b.owner_id
  LEFT JOIN region r ON r.code = b.region_code WHERE p.id = ${personId} ORDER BY b.id`
