import type { Tx } from '../platform/db.ts'
import type { DayId } from './rules.ts'
import type { DutyDay } from './visit-rules.ts'
import { labelOf, stageOf } from './visit-rules.ts'
import { dutyDay, visitsOf } from './visit-store.ts'

/** What the screen of a desk shows to everybody: numbers, and nobody's name. */
export interface PublicQueue {
  day: DutyDay
  /** The last to be called first. */
  serving: string[]
  waiting: string[]
}

export async function publicQueue(tx: Tx, id: DayId): Promise<PublicQueue | undefined> {
  const day = await dutyDay(tx, id)
  if (!day) return undefined
  const visits = await visitsOf(tx, id)
  const called = visits
    .filter((visit) => stageOf(visit) === 'serving')
    .toSorted((a, b) => (b.calledAt?.getTime() ?? 0) - (a.calledAt?.getTime() ?? 0))
  const waiting = visits.filter((visit) => stageOf(visit) === 'waiting')
  return { day, serving: called.map(labelOf), waiting: waiting.map(labelOf) }
}
