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
