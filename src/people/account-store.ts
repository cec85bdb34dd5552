import type { Tx } from '../platform/db.ts'
import type { AccountId, PersonId } from './rules.ts'

/** Whether somebody works here: holds a role that was not taken back. */
export async function worksHere(tx: Tx, personId: PersonId): Promise<boolean> {
  return (await tx.grant.count({ where: { personId, revokedAt: null } })) > 0
}

/** Whether there is anything of a person that would be out of reach without their account. */
export async function hasAnything(tx: Tx, personId: PersonId): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ anything: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM business WHERE owner_id = ${personId})
      OR EXISTS (SELECT 1 FROM file WHERE owner_id = ${personId})
      OR EXISTS (SELECT 1 FROM role_grant WHERE person_id = ${personId} AND revoked_at IS NULL)
      OR EXISTS (SELECT 1 FROM companion WHERE person_id = ${personId} AND ended_at IS NULL) AS anything`
  return row?.anything === true
}

/** The other accounts of a person, locked. */
export async function lockOtherAccounts(tx: Tx, personId: PersonId, except: AccountId): Promise<AccountId[]> {
  const rows = await tx.$queryRaw<{ id: AccountId }[]>`
    SELECT id FROM account WHERE person_id = ${personId} AND id <> ${except} ORDER BY id FOR UPDATE`
  return rows.map(({ id }) => id)
}

/** Lets an account be nobody's again, as if it had never spoken: the question open in its chat goes too. */
export async function detachAccount(tx: Tx, accountId: AccountId): Promise<void> {
  const { telegramId } = await tx.account.update({
    where: { id: accountId },
    data: { personId: null, attachedAt: null },
    select: { telegramId: true },
  })
  await tx.questionState.deleteMany({ where: { chatId: telegramId } })
}

export async function personName(tx: Tx, personId: PersonId): Promise<string | undefined> {
  const person = await tx.person.findUnique({ where: { id: personId }, select: { name: true } })
  return person?.name ?? undefined
}

/** Where somebody fills in papers at present, if it is for somebody else. */
export async function placeOfHelp(
  tx: Tx,
  personId: PersonId,
): Promise<{ businessId: number; ownerId: PersonId } | undefined> {
  const [row] = await tx.$queryRaw<{ businessId: number; ownerId: PersonId }[]>`
    SELECT b.id AS "businessId", b.owner_id AS "ownerId" FROM person p JOIN business b ON b.id = p.working_at_id
    WHERE p.id = ${personId} AND b.owner_id <> p.id FOR UPDATE OF p`
  return row
}

export async function leavePlace(tx: Tx, personId: PersonId): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { workingAtId: null } })
}

/** Sends everybody home who fills in for an owner and is not their companion. */
export async function endHelp(tx: Tx, ownerId: PersonId): Promise<void> {
  await tx.$executeRaw`
    UPDATE person SET working_at_id = NULL FROM business b
    WHERE b.id = person.working_at_id AND b.owner_id = ${ownerId} AND person.id <> b.owner_id
      AND NOT EXISTS (SELECT 1 FROM companion m WHERE m.owner_id = b.owner_id AND m.person_id = person.id
        AND m.agreed_at IS NOT NULL AND m.ended_at IS NULL)`
}
