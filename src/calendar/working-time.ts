import { atWib, type LocalDate, localDate } from '../platform/time.ts'
import type { DayHours, Season, Weekday, WeekHours, WorkCalendar } from './rules.ts'

// Working time as a ruler: each moment has a mark, the working time that passed before it. What lies between two moments
// is the difference of their marks, and whatever is due after some working time is where the ruler shows that mark. The
// marks of whole days are summed up once, so that a question costs the same however far it reaches.

const DAY = 86_400_000
// Waktu Indonesia Barat is UTC+7 all year, so days are of one length.
const WIB = 7 * 3_600_000

export interface WorkingTime {
  isWorking(at: Date): boolean
  /** Whether anybody works on that day at all. */
  isWorkingDay(day: LocalDate): boolean
  /** Working time from one moment to a later one, in milliseconds; negative when the second is the earlier one. */
  between(from: Date, until: Date): number
  /**
   * The moment by which `milliseconds` of working time have passed since `at`. A negative span goes back: to the latest
   * moment from which that much is worked until `at`.
   */
  after(at: Date, milliseconds: number): Date
  /** The first moment of work at or after `at`. */
  opening(at: Date): Date
  /**
   * The same time of day `count` working days later; later than the office closes then, its closing. What happens outside
   * the office's hours happens at its next opening.
   */
  daysAfter(at: Date, count: number): Date
  /** The working day `count` working days after `day`, before it when negative. */
  dayAfter(day: LocalDate, count: number): LocalDate
}

/** Stretches of work in one day, in milliseconds since its midnight, in their order. */
type Stretches = readonly (readonly [from: number, until: number])[]

const NEVER: Stretches = []

/**
 * Lays out a calendar from `from` to `until`. Outside these days nobody works: a question that leads there throws, because
 * no answer would be true.
 */
export function workingTime(calendar: WorkCalendar, from: LocalDate, until: LocalDate): WorkingTime {
  const first = dayNumber(from)
  const count = dayNumber(until) - first + 1
  const days = layOut(calendar, first, count)
  /** Working time before each day, and at the end of all. */
  const marks = new Float64Array(count + 1)
  const workingDays: number[] = []
  for (const [index, stretches] of days.entries()) {
    const worked = total(stretches)
    marks[index + 1] = (marks[index] ?? 0) + worked
    if (worked > 0) workingDays.push(index)
  }
  const whole = marks[count] ?? 0

  const indexOf = (at: Date): number => Math.floor((at.getTime() + WIB) / DAY) - first
  const timeOfDay = (at: Date): number => (at.getTime() + WIB) % DAY
  const moment = (index: number, time: number): Date => new Date((first + index) * DAY - WIB + time)
  const outside = (): never => {
    throw new RangeError(`the calendar reaches from ${from} to ${until}`)
  }

  function markOf(at: Date): number {
    const index = indexOf(at)
    if (index < 0 || index >= count) return outside()
    return (marks[index] ?? 0) + workedBefore(days[index] ?? NEVER, timeOfDay(at))
  }

  /** The earliest moment with that mark: the end of the work that led there. */
  function earliestAt(mark: number): Date {
    if (mark <= 0 || mark > whole) return outside()
    const index = lastWhere(count, (each) => (marks[each] ?? 0) < mark)
    return moment(index, timeAt(days[index] ?? NEVER, mark - (marks[index] ?? 0), 'earliest'))
  }

  /** The latest moment with that mark: where the work that follows it begins. */
  function latestAt(mark: number): Date {
    if (mark < 0 || mark >= whole) return outside()
    const index = lastWhere(count, (each) => (marks[each] ?? 0) <= mark)
    return moment(index, timeAt(days[index] ?? NEVER, mark - (marks[index] ?? 0), 'latest'))
  }

  /** The place among the working days of the first that is not before `index`. */
  const workingFrom = (index: number): number =>
    lastWhere(workingDays.length, (each) => (workingDays[each] ?? 0) < index) + 1
  const workingDayAt = (place: number): number => workingDays[place] ?? outside()

  const isWorking = (at: Date): boolean => {
    const time = timeOfDay(at)
    return (days[indexOf(at)] ?? NEVER).some(([opens, closes]) => opens <= time && time < closes)
  }
  const opening = (at: Date): Date => (isWorking(at) ? at : latestAt(markOf(at)))

  return {
    isWorking,
    isWorkingDay: (day) => total(days[dayNumber(day) - first] ?? NEVER) > 0,
    between: (start, end) => markOf(end) - markOf(start),
    after(at, milliseconds) {
      if (milliseconds === 0) return at
      const mark = markOf(at) + milliseconds
      return milliseconds > 0 ? earliestAt(mark) : latestAt(mark)
    },
    opening,
    daysAfter(at, countOfDays) {
      const start = isWithinDay(days[indexOf(at)] ?? NEVER, timeOfDay(at)) ? at : opening(at)
      const index = workingDayAt(workingFrom(indexOf(start)) + countOfDays)
      const stretches = days[index] ?? NEVER
      return moment(index, Math.min(Math.max(timeOfDay(start), opensAt(stretches)), closesAt(stretches)))
    },
    dayAfter(day, countOfDays) {
      const index = dayNumber(day) - first
      const place = workingFrom(index)
      // From a free day, the next working day is one after it, and the last one before it is one before.
      const isFree = workingDays[place] !== index
      return localDate(moment(workingDayAt(place + countOfDays - (isFree && countOfDays > 0 ? 1 : 0)), 0))
    },
  }
}

/** Which stretches are worked on each of `count` days from the day of number `first`. */
function layOut({ hours, ramadan, free }: WorkCalendar, first: number, count: number): Stretches[] {
  const week: Record<Season, Stretches[]> = { usual: stretchesOf(hours.usual), ramadan: stretchesOf(hours.ramadan) }
  const days = Array.from({ length: count }, (_, index) => week.usual[weekdayOf(first + index)] ?? NEVER)
  for (const { from, until } of ramadan) {
    const last = Math.min(dayNumber(until) - first, count - 1)
    for (let index = Math.max(dayNumber(from) - first, 0); index <= last; index++) {
      days[index] = week.ramadan[weekdayOf(first + index)] ?? NEVER
    }
  }
  for (const { day } of free) {
    const index = dayNumber(day) - first
    if (index >= 0 && index < count) days[index] = NEVER
  }
  return days
}

/** By the number of the day of the week, from Monday 1; the first place is not used. */
const stretchesOf = (week: WeekHours): Stretches[] =>
  Array.from({ length: 8 }, (_, weekday) => {
    const hours = week[weekday as Weekday]
    return hours ? stretchesOfDay(hours) : NEVER
  })

const stretchesOfDay = ({ opens, closes, break: pause }: DayHours): Stretches =>
  pause
    ? [
        [timeOf(opens), timeOf(pause.from)],
        [timeOf(pause.until), timeOf(closes)],
      ]
    : [[timeOf(opens), timeOf(closes)]]

const timeOf = (clock: string): number => Number(clock.slice(0, 2)) * 3_600_000 + Number(clock.slice(3)) * 60_000

/** Days since 1 January 1970, as the clocks of West Sumatra count them. */
const dayNumber = (day: LocalDate): number => (atWib(day, '00:00').getTime() + WIB) / DAY

/** Monday 1 to Sunday 7; day 0 was a Thursday. */
const weekdayOf = (day: number): number => ((day + 3) % 7) + 1

const total = (stretches: Stretches): number => stretches.reduce((sum, [from, until]) => sum + until - from, 0)

const opensAt = (stretches: Stretches): number => stretches[0]?.[0] ?? 0
const closesAt = (stretches: Stretches): number => stretches.at(-1)?.[1] ?? 0
const isWithinDay = (stretches: Stretches, time: number): boolean =>
  opensAt(stretches) <= time && time < closesAt(stretches)

const workedBefore = (stretches: Stretches, time: number): number =>
  stretches.reduce((sum, [from, until]) => sum + Math.max(0, Math.min(time, until) - from), 0)

/** The time of day at which `worked` has been worked: before the pause that follows, or after it. */
function timeAt(stretches: Stretches, worked: number, which: 'earliest' | 'latest'): number {
  let left = worked
  for (const [from, until] of stretches) {
    const length = until - from
    if (left < length || (left === length && which === 'earliest')) return from + left
    left -= length
  }
  return closesAt(stretches)
}

/** The last of `count` places at which `holds`, which holds up to some place and never after it; -1 when nowhere. */
function lastWhere(count: number, holds: (place: number) => boolean): number {
  let low = -1
  let high = count
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (holds(middle)) low = middle
    else high = middle
  }
  return low
}
