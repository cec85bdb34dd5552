import type { Tx } from '../platform/db.ts'
import type { Registration, Sign } from './likeness.ts'
import type { BusinessId, ItemId } from './rules.ts'

/** Businesses with an open dossier that are still to be compared with the others. */
export async function businessesToCompare(tx: Tx, limit: number): Promise<BusinessId[]> {
  const rows = await tx.$queryRaw<{ id: BusinessId }[]>`
    SELECT b.id FROM business b JOIN dossier d ON d.business_id = b.id JOIN cycle y ON y.id = d.cycle_id AND y.closed_at IS NULL
    WHERE b.compare_due AND b.merged_into_id IS NULL ORDER BY b.id LIMIT ${limit}`
  return rows.map(({ id }) => id)
}

/** Takes a business to be compared; false when somebody else took it. */
export async function takeToCompare(tx: Tx, id: BusinessId): Promise<boolean> {
  const { count } = await tx.business.updateMany({ where: { id, compareDue: true }, data: { compareDue: false } })
  return count > 0
}

/** A business, and those it could be: of other owners in the same region, with the same NIB, or whose invitation was opened. */
export const registrationsNear = (tx: Tx, id: BusinessId): Promise<Registration[]> => tx.$queryRaw<Registration[]>`
  WITH registration AS (
    SELECT b.id AS "businessId", b.owner_id AS "ownerId", b.name AS business, coalesce(p.name, '') AS owner,
      b.region_code AS region, nullif(v.value, '') AS nib, ARRAY(SELECT o.person_id FROM nomination_opening o
        JOIN account a ON a.id = o.account_id WHERE a.person_id = b.owner_id AND o.person_id <> b.owner_id) AS "invitedAs"
    FROM business b JOIN person p ON p.id = b.owner_id
    JOIN dossier d ON d.business_id = b.id JOIN cycle y ON y.id = d.cycle_id AND y.closed_at IS NULL
    LEFT JOIN item i ON i.dossier_id = d.id AND i.requirement_id = 'nib'
    LEFT JOIN item_value v ON v.item_id = i.id AND v.field = 'number'
    WHERE b.merged_into_id IS NULL)
  SELECT other.* FROM registration mine JOIN registration other
    ON other."businessId" = mine."businessId"
    OR other."ownerId" <> mine."ownerId" AND (other.region = mine.region OR other.nib = mine.nib
      OR other."ownerId" = ANY (mine."invitedAs") OR mine."ownerId" = ANY (other."invitedAs"))
  WHERE mine."businessId" = ${id}`

/** Notes that two businesses resemble each other; whatever was noted or decided of the pair before stays. */
export async function saveLikeness(tx: Tx, one: BusinessId, other: BusinessId, sign: Sign, now: Date): Promise<void> {
  const [olderId, newerId] = one < other ? [one, other] : [other, one]
  await tx.$executeRaw`
    INSERT INTO likeness (older_id, newer_id, sign, found_at) VALUES (${olderId}, ${newerId}, ${sign}, ${now})
    ON CONFLICT (older_id, newer_id) DO NOTHING`
}

/** Has the business of an item compared anew, if the number that came to it is one to be compared. */
export async function compareAgain(tx: Tx, itemId: ItemId): Promise<void> {
  await tx.$executeRaw`
    UPDATE business SET compare_due = true FROM dossier d JOIN item i ON i.dossier_id = d.id
    WHERE i.id = ${itemId} AND i.requirement_id = 'nib' AND business.id = d.business_id`
}
