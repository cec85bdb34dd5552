import { type Actor, may } from '../people/rules.ts'
import type { Tx } from '../platform/db.ts'
import { type Result, refuse } from '../platform/result.ts'
import { localDate } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import type { DayId } from './rules.ts'
import { numberVisits } from './visit-number-store.ts'
import type { DutyDay, Visit, VisitId } from './visit-rules.ts'
import * as store from './visit-store.ts'

// Every act on the list of a day holds the day, so two of them at once come one after the other, and the second finds done
// what it wanted to do.

/** A day with everybody on its list. */
export interface DayList {
  day: DutyDay
  visits: Visit[]
  /** How many visits whoever looks has called: the next one is called once, however often the button is pressed. */
  called: number
}

export type ListRefusal = 'not-yours' | 'gone'

/** Somebody on the list, with their day. */
export interface OpenVisit {
  day: DutyDay
  visit: Visit
}

/** A list as somebody looks at it. */
export async function listOf(tx: Tx, actor: Actor, day: DutyDay): Promise<DayList> {
  const { count } = await store.calledBy(tx, day.id, actor.personId)
  return { day, visits: await store.visitsOf(tx, day.id), called: count }
}

/** A transaction that holds the list of a day; on the day itself and after it, the numbers of all bookings stay. */
export function onDay<Value, Reason extends string>(
  rt: Runtime,
  actor: Actor,
  id: DayId,
  work: (tx: Tx, day: DutyDay) => Promise<Result<Value, Reason>>,
): Promise<Result<Value, Reason | ListRefusal>> {
  return rt.db.transaction(async (tx) => {
    const day = await store.lockDay(tx, id)
    if (!day) return refuse('gone')
    if (!may(actor, 'run-desk', day.regions)) return refuse('not-yours')
    await numberVisits(tx, id, day.day > localDate(rt.clock.now()) ? 'ahead' : 'fixed')
    return work(tx, day)
  })
}

/** The same about one visit. */
export async function onVisit<Value, Reason extends string>(
  rt: Runtime,
  actor: Actor,
  id: VisitId,
  work: (tx: Tx, day: DutyDay, visit: Visit) => Promise<Result<Value, Reason>>,
): Promise<Result<Value, Reason | ListRefusal>> {
  const dayId = await store.dayOfVisit(rt.db.reader, id)
  if (dayId === undefined) return refuse('gone')
  return onDay<Value, Reason | 'gone'>(rt, actor, dayId, async (tx, day) => {
    const visit = await store.visitWith(tx, id)
    return visit ? work(tx, day, visit) : refuse('gone')
  })
}
