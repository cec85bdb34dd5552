import { z } from 'zod'
import { rowId } from '../platform/id.ts'
import { type ReadResults, type TypedOutcome, type TypedResult, typedOutcomes } from './result-reading.ts'
import { labelOf, stageOf, type Visit, visitId } from './visit-rules.ts'

// Typed results, as they fit the list of a day.

export const draftId = () => rowId().brand<'DraftId'>()
export type DraftId = z.output<ReturnType<typeof draftId>>

/** A result that can be saved. */
const draftResult = () => z.object({ visitId: visitId(), outcome: z.enum(typedOutcomes), notes: z.string().optional() })
export const draftedResults = () => z.array(draftResult())
export type DraftResult = z.output<ReturnType<typeof draftResult>>

/** What was typed, beside the list: what can be saved, and what cannot be, in the words it was typed in. */
export interface Preview {
  fitting: { visit: Visit; result: TypedResult }[]
  unclear: string[]
  /** Numbers nobody on the list has. */
  unknown: string[]
  /** Whose result is another one already. */
  settled: string[]
}

/** Lays what was typed beside the list. What is so already stays as it is. */
export function previewOf({ results, unclear }: ReadResults, visits: readonly Visit[]): Preview {
  const byLabel = new Map(visits.map((visit) => [labelOf(visit), visit]))
  const preview: Preview = { fitting: [], unclear, unknown: [], settled: [] }
  for (const result of results) {
    const visit = byLabel.get(result.label)
    if (!visit) preview.unknown.push(result.label)
    else if (mayEnd(visit, result.outcome)) preview.fitting.push({ visit, result })
    else preview.settled.push(result.label)
  }
  return preview
}

/** Whether a visit may still end so, or has. Whoever was called cannot have stayed away. */
export function mayEnd(visit: Visit, outcome: TypedOutcome): boolean {
  const stage = stageOf(visit)
  if (stage === 'absent') return outcome === 'absent'
  if (stage === 'done') return outcome === visit.outcome
  return stage !== 'serving' || outcome !== 'absent'
}
