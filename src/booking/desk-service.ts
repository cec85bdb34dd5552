import { type Actor, may } from '../people/rules.ts'
import { audit } from '../people/store.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import type { Runtime } from '../runtime.ts'
import * as desks from './desk-store.ts'
import { type DayPlan, layOut } from './layout.ts'
import type { DeskId, Place } from './rules.ts'

/** A desk as an admin plans it: where, and its days. */
export interface DeskPlan extends Place {
  zone: string
  days: readonly DayPlan[]
}

export type PlanRefusal = 'not-yours' | 'unknown-zone' | 'no-days'

/** Makes a desk with its days, slots and seats. */
export function openDesk(rt: Runtime, actor: Actor, plan: DeskPlan): Promise<Result<DeskId, PlanRefusal>> {
  return rt.db.transaction(async (tx) => {
    if (!may(actor, 'plan-desks')) return refuse('not-yours')
    if (!(await desks.hasZone(tx, plan.zone))) return refuse('unknown-zone')
    if (plan.days.every((day) => layOut(day).length === 0)) return refuse('no-days')
    const now = rt.clock.now()
    const { zone, title, venue, point, days } = plan
    const id = await desks.createDesk(tx, { zone, title, venue, point, cause: actor.cause, now })
    for (const day of days) {
      await desks.laySlots(tx, await desks.saveDay(tx, id, day), layOut(day), day.tables, now)
    }
    await audit(tx, { actor, deed: 'desk-opened', subject: 'desk', subjectId: id, now })
    return ok(id)
  })
}
