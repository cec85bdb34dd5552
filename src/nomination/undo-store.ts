import type { BusinessId } from '../dossier/rules.ts'
import type { PersonId } from '../people/rules.ts'
import type { Tx } from '../platform/db.ts'
import type { ListId } from './plan.ts'

// What a list brought and nobody has touched, and how it goes.

/** What came with a list, and whether nobody has done anything with it. */
export const untouchedOf = (
  tx: Tx,
  id: ListId,
): Promise<{ businessId: BusinessId; ownerId: PersonId; isUntouched: boolean }[]> =>
  tx.$queryRaw`
    SELECT b.id AS "businessId", b.owner_id AS "ownerId", b.merged_into_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM business m WHERE m.merged_into_id = b.id)
      AND NOT EXISTS (SELECT 1 FROM account a WHERE a.person_id = b.owner_id)
      AND NOT EXISTS (SELECT 1 FROM consent c WHERE c.person_id = b.owner_id)
      AND NOT EXISTS (SELECT 1 FROM help_thread h WHERE h.business_id = b.id)
      AND NOT EXISTS (SELECT 1 FROM dossier d WHERE d.business_id = b.id AND (
        EXISTS (SELECT 1 FROM booking k WHERE k.dossier_id = d.id)
        OR EXISTS (SELECT 1 FROM waiting w WHERE w.dossier_id = d.id)
        OR EXISTS (SELECT 1 FROM visit v WHERE v.dossier_id = d.id)
        OR EXISTS (SELECT 1 FROM item i JOIN submission s ON s.item_id = i.id WHERE i.dossier_id = d.id)
        OR EXISTS (SELECT 1 FROM item i JOIN item_value v ON v.item_id = i.id WHERE i.dossier_id = d.id)))
      AS "isUntouched"
    FROM nomination n JOIN business b ON b.id = n.business_id WHERE n.list_id = ${id} ORDER BY b.id`

/** Takes businesses back that nobody has touched, with all that was made for them, and owners that have no other. */
export async function takeBack(tx: Tx, businessIds: readonly BusinessId[]): Promise<void> {
  const ids = [...businessIds]
  const owners = await tx.business.findMany({ where: { id: { in: ids } }, select: { ownerId: true } })
  const ownerIds = [...new Set(owners.map(({ ownerId }) => ownerId))]
  await tx.likeness.deleteMany({ where: { OR: [{ olderId: { in: ids } }, { newerId: { in: ids } }] } })
  const dossier = { businessId: { in: ids } }
  await tx.dossierAnswer.deleteMany({ where: { dossier } })
  await tx.turn.deleteMany({ where: { dossier } })
  await tx.item.deleteMany({ where: { dossier } })
  await tx.dossier.deleteMany({ where: dossier })
  await tx.business.deleteMany({ where: { id: { in: ids } } })
  const gone = { id: { in: ownerIds }, businesses: { none: {} } }
  await tx.accessLink.deleteMany({ where: { kind: 'nomination', person: gone } })
  await tx.person.deleteMany({ where: gone })
}
