import { PROVINCE } from '../calendar/rules.ts'
import { workingTimeOf } from '../calendar/store.ts'
import type { WorkingTime } from '../calendar/working-time.ts'
import { notifyEach } from '../delivery/service.ts'
import { atWib, daysAfter, type LocalDate, localDate, weekdayOf } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import { headsMonday } from './notices.ts'
import { headsToTell } from './store.ts'

/** When the head hears how the week begins. */
const MONDAY_MORNING = '08:00'

/** Tells every head once a week, on its first working day. Answers how many are told. */
export async function tellHeads(rt: Runtime): Promise<number> {
  const now = rt.clock.now()
  const day = localDate(now)
  const at = atWib(day, MONDAY_MORNING)
  if (now < at) return 0
  const until = atWib(daysAfter(day, 1), '00:00')
  const purpose = (to: number) => `heads-monday:${day}:${to}`
  const heads = await headsToTell(rt.db, `heads-monday:${day}:`)
  if (heads.length === 0 || !isFirstOfWeek(await workingTimeOf(rt.db.reader, PROVINCE, now), day)) return 0
  await rt.db.transaction((tx) =>
    notifyEach(
      rt,
      tx,
      headsMonday,
      heads.map((to) => ({ to })),
      ({ to }) => ({
        purpose: purpose(to),
        data: { at: at.toISOString(), until: until.toISOString() },
      }),
    ),
  )
  return heads.length
}

/** Whether the office works on `day`, and on no earlier day of that week. */
function isFirstOfWeek(time: WorkingTime, day: LocalDate): boolean {
  const before = Array.from({ length: weekdayOf(day) - 1 }, (_, back) => daysAfter(day, -1 - back))
  return time.isWorkingDay(day) && !before.some((each) => time.isWorkingDay(each))
}
