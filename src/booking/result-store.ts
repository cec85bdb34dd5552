import type { PersonId } from '../people/rules.ts'
import type { Tx } from '../platform/db.ts'
import { type DraftId, type DraftResult, draftedResults } from './result-rules.ts'
import type { DayId } from './rules.ts'

/** Keeps what an officer typed until it is saved; a new message takes the place of the one before. */
export async function saveDraft(
  tx: Tx,
  dayId: DayId,
  personId: PersonId,
  results: readonly DraftResult[],
  now: Date,
): Promise<DraftId> {
  await tx.resultDraft.deleteMany({ where: { dayId, personId } })
  const data = { dayId, personId, results: results.map((each) => ({ ...each })), madeAt: now }
  return (await tx.resultDraft.create({ data, select: { id: true } })).id as DraftId
}

/** What somebody typed, as it was read. */
export async function draftOf(
  tx: Tx,
  id: DraftId,
  personId: PersonId,
): Promise<{ dayId: DayId; results: DraftResult[] } | undefined> {
  const row = await tx.resultDraft.findFirst({ where: { id, personId }, select: { dayId: true, results: true } })
  return row ? { dayId: row.dayId as DayId, results: draftedResults().parse(row.results) } : undefined
}

export async function dropDraft(tx: Tx, id: DraftId): Promise<void> {
  await tx.resultDraft.deleteMany({ where: { id } })
}
