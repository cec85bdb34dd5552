import type { Actor } from '../people/rules.ts'
import type { Tx } from '../platform/db.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import { localDate } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import { type DayList, type ListRefusal, listOf, onDay } from './duty-service.ts'
import { readResults } from './result-reading.ts'
import { type DraftId, type DraftResult, mayEnd, type Preview, previewOf } from './result-rules.ts'
import * as drafts from './result-store.ts'
import type { DayId } from './rules.ts'
import type { DutyDay } from './visit-rules.ts'
import { actIn } from './visit-service.ts'
import { visitsOf, visitWith } from './visit-store.ts'

/** Reads results typed in one message, and keeps what fits the list until the officer saves it. */
export function draftResults(
  rt: Runtime,
  actor: Actor,
  id: DayId,
  typed: string,
): Promise<Result<Preview & { draftId: DraftId | undefined }, ListRefusal | 'too-early'>> {
  return onDay(rt, actor, id, async (tx, day) => {
    if (day.day > localDate(rt.clock.now())) return refuse('too-early')
    const preview = previewOf(readResults(typed), await visitsOf(tx, id))
    const results = preview.fitting.map(({ visit, result: { outcome, notes } }): DraftResult => {
      return notes === undefined ? { visitId: visit.id, outcome } : { visitId: visit.id, outcome, notes }
    })
    const isEmpty = results.length === 0
    const draftId = isEmpty ? undefined : await drafts.saveDraft(tx, id, actor.personId, results, rt.clock.now())
    return ok({ ...preview, draftId })
  })
}

/** Saves what was typed. Whatever ended otherwise meanwhile stays so. */
export async function saveResults(
  rt: Runtime,
  actor: Actor,
  id: DraftId,
): Promise<Result<DayList, ListRefusal | 'draft-over'>> {
  const draft = await drafts.draftOf(rt.db.reader, id, actor.personId)
  if (!draft) return refuse('draft-over')
  return onDay(rt, actor, draft.dayId, async (tx, day) => {
    for (const result of draft.results) await saveResult(rt, tx, actor, day, result)
    await drafts.dropDraft(tx, id)
    return ok(await listOf(tx, actor, day))
  })
}

async function saveResult(rt: Runtime, tx: Tx, actor: Actor, day: DutyDay, result: DraftResult): Promise<void> {
  const visit = await visitWith(tx, result.visitId)
  const { outcome, notes } = result
  if (!visit || !mayEnd(visit, outcome)) return
  if (outcome === 'absent') return void (await actIn(rt, tx, actor, { day, visit }, 'absent', { notes }))
  await actIn(rt, tx, actor, { day, visit }, 'arrive')
  await actIn(rt, tx, actor, { day, visit: { ...visit, arrivedAt: rt.clock.now() } }, 'finish', { outcome, notes })
}
