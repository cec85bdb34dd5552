import { PROVINCE } from '../calendar/rules.ts'
import { workingTimeOf } from '../calendar/store.ts'
import { notifyEach } from '../delivery/service.ts'
import { atWib, localDate } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import * as store from './alert-store.ts'
import { listsOf } from './lists.ts'
import { morningDigest } from './notices.ts'
import { officersOn } from './officer-store.ts'
import { closingAfter, MORNING } from './working-day.ts'

/**
 * Once each working morning, everybody whom something stuck is for gets it in one message. What nobody had been told of
 * counts as told from here on. Answers how many are told.
 */
export async function digestEach(rt: Runtime): Promise<number> {
  const now = rt.clock.now()
  const day = localDate(now)
  const at = atWib(day, MORNING)
  if (now < at) return 0
  const time = await workingTimeOf(rt.db.reader, PROVINCE, now)
  const until = time.isWorkingDay(day) ? closingAfter(time, time.opening(at)) : at
  if (now >= until) return 0
  return rt.db.transaction(async (tx) => {
    if (!(await store.beginDigest(tx, day, now))) return 0
    const officers = await officersOn(tx, day)
    const forWhom = listsOf(await store.alertsIn(tx, undefined), officers, now)
    const readers = [...forWhom.keys()].map((to) => ({ to }))
    await notifyEach(rt, tx, morningDigest, readers, ({ to }) => ({
      purpose: `digest:${day}:${to}`,
      data: { personId: to, at: at.toISOString(), until: until.toISOString() },
    }))
    const told = [...forWhom.values()].flat().filter(({ toldAt }) => !toldAt)
    await store.setTold(
      tx,
      told.map(({ id }) => id),
      at,
    )
    return readers.length
  })
}
