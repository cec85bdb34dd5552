import { type Actor, may } from '../people/rules.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import type { Runtime } from '../runtime.ts'
import * as store from './feedback-store.ts'
import { readNotes, stageOf, type VisitId } from './visit-rules.ts'
import { visitWith } from './visit-store.ts'

/** Keeps how a visit was, as its owner says. */
export function rateVisit(
  rt: Runtime,
  actor: Actor,
  id: VisitId,
  score: number,
): Promise<Result<undefined, 'not-yours'>> {
  return rt.db.transaction(async (tx) => {
    const visit = await visitWith(tx, id)
    if (!visit?.subject || !may(actor, 'fill', visit.subject) || stageOf(visit) !== 'done') return refuse('not-yours')
    await store.saveScore(tx, id, score, rt.clock.now())
    return ok()
  })
}

/** Keeps what the owner has to say about it besides. */
export function describeVisit(
  rt: Runtime,
  actor: Actor,
  id: VisitId,
  typed: string,
): Promise<Result<undefined, 'not-yours' | 'no-words'>> {
  return rt.db.transaction(async (tx) => {
    const visit = await visitWith(tx, id)
    if (!visit?.subject || !may(actor, 'fill', visit.subject)) return refuse('not-yours')
    const words = readNotes(typed)
    if (words === undefined) return refuse('no-words')
    return (await store.saveWords(tx, id, words)) ? ok() : refuse('not-yours')
  })
}
