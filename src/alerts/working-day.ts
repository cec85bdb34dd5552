import type { WorkingTime } from '../calendar/working-time.ts'
import { atWib, daysAfter, localDate } from '../platform/time.ts'

/** When everybody hears what is stuck. */
export const MORNING = '08:15'

/** When the office closes on the day of `at`, which is a working moment. */
export function closingAfter(time: WorkingTime, at: Date): Date {
  const left = time.between(at, atWib(daysAfter(localDate(at), 1), '00:00'))
  return left > 0 ? time.after(at, left) : at
}
