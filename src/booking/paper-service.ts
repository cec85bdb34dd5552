import { PROVINCE } from '../calendar/rules.ts'
import { workingTimeOf } from '../calendar/store.ts'
import { notifyEach } from '../delivery/service.ts'
import type { Actor } from '../people/rules.ts'
import { ok, type Result } from '../platform/result.ts'
import { atWib, localDate } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import { type DayPaper, paperOf } from './day-paper.ts'
import { type ListRefusal, onDay } from './duty-service.ts'
import { dayPaper } from './paper-notices.ts'
import * as store from './paper-store.ts'
import type { DayId } from './rules.ts'
import { numberVisits } from './visit-number-store.ts'
import { openDays, visitsOf } from './visit-store.ts'

/** The list as it goes on paper: from now on its numbers stay. */
export function printDay(rt: Runtime, actor: Actor, id: DayId): Promise<Result<DayPaper, ListRefusal>> {
  return onDay(rt, actor, id, async (tx, day) => {
    await numberVisits(tx, id, 'fixed')
    return ok(paperOf(day, await visitsOf(tx, id)))
  })
}

const EVENING = '16:00'

/**
 * Sends the lists of the next desks to the officers of their zones, at four on the working day before. What is due is seen
 * from the rows, so an evening on which nothing ran is made up for. Returns how many days.
 */
export async function sendPapers(rt: Runtime): Promise<number> {
  const now = rt.clock.now()
  const today = localDate(now)
  const ahead = (await openDays(rt.db.reader, today)).filter(({ day }) => day > today)
  if (ahead.length === 0) return 0
  const time = await workingTimeOf(rt.db.reader, PROVINCE, now)
  const due = ahead.filter(({ day }) => atWib(time.dayAfter(day, -1), EVENING) <= now)
  let sent = 0
  for (const { id, day } of due) {
    const officers = await store.officersWithout(rt.db.reader, id, day)
    if (officers.length === 0) continue
    sent += 1
    await rt.db.transaction((tx) =>
      notifyEach(
        rt,
        tx,
        dayPaper,
        officers.map((to) => ({ to })),
        ({ to }) => ({ purpose: store.paperPurpose(id, day, to), data: { dayId: id, day } }),
      ),
    )
  }
  return sent
}
