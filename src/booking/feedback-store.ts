import type { Tx } from '../platform/db.ts'
import type { VisitId } from './visit-rules.ts'

/** Keeps how it was; a second answer replaces the first. */
export async function saveScore(tx: Tx, visitId: VisitId, score: number, now: Date): Promise<void> {
  await tx.visitFeedback.upsert({
    where: { visitId },
    create: { visitId, score, saidAt: now },
    update: { score, saidAt: now },
  })
}

/** Keeps words about a visit that was rated. False when it was not. */
export async function saveWords(tx: Tx, visitId: VisitId, words: string): Promise<boolean> {
  const { count } = await tx.visitFeedback.updateMany({ where: { visitId }, data: { words } })
  return count > 0
}

export const hasFeedback = async (tx: Tx, visitId: VisitId): Promise<boolean> =>
  (await tx.visitFeedback.count({ where: { visitId } })) > 0
