import type { BusinessId } from '../dossier/rules.ts'
import type { AccountId, PersonId } from '../people/rules.ts'
import type { Tx } from '../platform/db.ts'

// How two registrations become one. Nothing is deleted: what the kept one lacks is moved to it, the rest stays as history.

export interface Join {
  kept: { businessId: BusinessId; ownerId: PersonId }
  gone: { businessId: BusinessId; ownerId: PersonId }
  now: Date
}

/** Locks both businesses with all their items, always in the same order. */
export async function lockBoth(tx: Tx, { kept, gone }: Join): Promise<void> {
  const both = [kept.businessId, gone.businessId]
  await tx.$queryRaw`SELECT id FROM business WHERE id = ANY (${both}::int[]) ORDER BY id FOR UPDATE`
  await tx.$queryRaw`
    SELECT i.id FROM item i JOIN dossier d ON d.id = i.dossier_id WHERE d.business_id = ANY (${both}::int[])
    ORDER BY i.id FOR UPDATE OF i`
}

/**
 * Where one of the two is what the dinas gave and nobody had come yet: what the owner said themselves is true, they have
 * agreed, and the nomination counts, whichever of the two is older.
 */
export async function keepNomination(tx: Tx, { kept, gone }: Join): Promise<void> {
  await tx.$executeRaw`
    UPDATE dossier SET standing = 'nominated' FROM dossier d
    WHERE d.business_id = ${gone.businessId} AND d.standing = 'nominated'
      AND dossier.business_id = ${kept.businessId} AND dossier.cycle_id = d.cycle_id`
  await tx.$executeRaw`
    UPDATE person SET phone = g.phone FROM person g
    WHERE person.id = ${kept.ownerId} AND person.phone IS NULL AND g.id = ${gone.ownerId}`
  const neverCame = (await tx.consent.count({ where: { personId: kept.ownerId } })) === 0
  if (!neverCame) return
  await tx.consent.updateMany({ where: { personId: gone.ownerId }, data: { personId: kept.ownerId } })
  await tx.$executeRaw`
    UPDATE person SET name = coalesce(g.name, person.name) FROM person g
    WHERE person.id = ${kept.ownerId} AND g.id = ${gone.ownerId}`
  await tx.$executeRaw`
    UPDATE business SET name = g.name FROM business g WHERE business.id = ${kept.businessId} AND g.id = ${gone.businessId}`
}

/** Moves what was filled in for items of which the kept dossier has nothing. Answers how many there were. */
export async function moveItems(tx: Tx, { kept, gone }: Join): Promise<number> {
  const pairs = await tx.$queryRaw<{ from: number; to: number }[]>`
    SELECT mine.id AS "from", other.id AS "to"
    FROM dossier d JOIN item mine ON mine.dossier_id = d.id
    JOIN dossier e ON e.business_id = ${kept.businessId} AND e.cycle_id = d.cycle_id
    JOIN item other ON other.dossier_id = e.id AND other.requirement_id = mine.requirement_id
    WHERE d.business_id = ${gone.businessId} AND other.state = 'open' AND mine.state <> 'open'
      AND NOT EXISTS (SELECT 1 FROM submission s WHERE s.item_id = other.id)
      AND NOT EXISTS (SELECT 1 FROM item_value v WHERE v.item_id = other.id)`
  for (const { from, to } of pairs) {
    await tx.submission.updateMany({ where: { itemId: from }, data: { itemId: to } })
    await tx.itemValue.updateMany({ where: { itemId: from }, data: { itemId: to } })
    const { state, since, until, owned, warnOn } = await tx.item.findUniqueOrThrow({ where: { id: from } })
    await tx.item.update({ where: { id: to }, data: { state, since, until, owned, warnOn } })
    await tx.item.update({ where: { id: from }, data: { state: 'open', until: null, warnOn: null } })
  }
  await tx.$executeRaw`
    INSERT INTO dossier_answer (dossier_id, question, answer, saved_at)
    SELECT e.id, a.question, a.answer, a.saved_at FROM dossier d JOIN dossier_answer a ON a.dossier_id = d.id
    JOIN dossier e ON e.business_id = ${kept.businessId} AND e.cycle_id = d.cycle_id
    WHERE d.business_id = ${gone.businessId} ON CONFLICT (dossier_id, question) DO NOTHING`
  return pairs.length
}

/** The business is history from now on; others of its owner go along to the kept owner. */
export async function joinBusinesses(tx: Tx, { kept, gone }: Join): Promise<void> {
  await tx.person.updateMany({ where: { workingAtId: gone.businessId }, data: { workingAtId: kept.businessId } })
  await tx.unsortedFile.updateMany({ where: { businessId: gone.businessId }, data: { businessId: kept.businessId } })
  await tx.$executeRaw`
    UPDATE help_thread SET business_id = ${kept.businessId}, dossier_id = (
      SELECT e.id FROM dossier d JOIN dossier e ON e.cycle_id = d.cycle_id AND e.business_id = ${kept.businessId}
      WHERE d.id = help_thread.dossier_id)
    WHERE business_id = ${gone.businessId}`
  await tx.business.updateMany({ where: { ownerId: gone.ownerId }, data: { ownerId: kept.ownerId } })
  await tx.business.update({
    where: { id: gone.businessId },
    data: { mergedIntoId: kept.businessId, compareDue: false },
  })
  await tx.business.update({ where: { id: kept.businessId }, data: { compareDue: true } })
}

/** One person from now on: their files, tray, companions and what was sent in under the other name. */
export async function joinPersons(
  tx: Tx,
  { kept: { ownerId: kept }, gone: { ownerId: gone }, now }: Join,
): Promise<void> {
  const mine = { where: { personId: gone }, data: { personId: kept } }
  await tx.submission.updateMany(mine)
  await tx.itemValue.updateMany(mine)
  await tx.unsortedFile.updateMany(mine)
  await tx.helpMessage.updateMany(mine)
  await tx.helpThread.updateMany({ where: { askerId: gone }, data: { askerId: kept } })
  // The very same bytes of both stay where they are: their pages point at them.
  await tx.$executeRaw`
    UPDATE file SET owner_id = ${kept} WHERE owner_id = ${gone}
      AND NOT EXISTS (SELECT 1 FROM file f WHERE f.owner_id = ${kept} AND f.sha256 = file.sha256)`
  await tx.$executeRaw`
    UPDATE companion SET owner_id = ${kept} WHERE owner_id = ${gone} AND ended_at IS NULL AND person_id <> ${kept}
      AND NOT EXISTS (SELECT 1 FROM companion m
        WHERE m.owner_id = ${kept} AND m.person_id = companion.person_id AND m.ended_at IS NULL)`
  await tx.$executeRaw`
    UPDATE companion SET person_id = ${kept} WHERE person_id = ${gone} AND ended_at IS NULL AND owner_id <> ${kept}
      AND NOT EXISTS (SELECT 1 FROM companion m
        WHERE m.person_id = ${kept} AND m.owner_id = companion.owner_id AND m.ended_at IS NULL)`
  await tx.companion.updateMany({
    where: { OR: [{ ownerId: gone }, { personId: gone }], endedAt: null },
    data: { endedAt: now },
  })
  await tx.accessLink.updateMany({
    where: { personId: gone, usedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  })
  await tx.nominationOpening.deleteMany({ where: { personId: { in: [kept, gone] } } })
  await tx.person.update({ where: { id: gone }, data: { mergedIntoId: kept, workingAtId: null } })
}

/** The accounts of a person, locked. */
export async function lockAccounts(tx: Tx, personId: PersonId): Promise<AccountId[]> {
  const rows = await tx.$queryRaw<{ id: AccountId }[]>`
    SELECT id FROM account WHERE person_id = ${personId} ORDER BY id FOR UPDATE`
  return rows.map(({ id }) => id)
}
