import type { BusinessForm } from '../dossier/catalogue.ts'
import type { BusinessId, DossierId } from '../dossier/rules.ts'
import type { PersonId } from '../people/rules.ts'
import type { Tx } from '../platform/db.ts'

/** Says the form that the owner did not know; false when that is known by now. */
export async function settleForm(tx: Tx, id: BusinessId, form: BusinessForm): Promise<boolean> {
  const { count } = await tx.business.updateMany({ where: { id, form: 'unsure' }, data: { form } })
  return count === 1
}

/** Answers what the owner did not know about a group; false when that is known by now. */
export async function settleGroup(
  tx: Tx,
  answered: { dossierId: DossierId; question: string; answer: 'yes' | 'no'; now: Date },
): Promise<boolean> {
  const { dossierId, question, answer, now } = answered
  const where = { dossierId, question, answer: 'unsure' }
  const { count } = await tx.dossierAnswer.updateMany({ where, data: { answer, savedAt: now } })
  return count === 1
}

/** Which officer did one of these deeds last. */
export async function lastToRule(
  tx: Tx,
  where: { deed: string; subject: string; subjectId: number },
): Promise<PersonId | undefined> {
  const line = await tx.audit.findFirst({ where, orderBy: { id: 'desc' }, select: { personId: true } })
  return (line?.personId ?? undefined) as PersonId | undefined
}
