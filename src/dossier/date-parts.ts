import { z } from 'zod'
import { type LocalDate, localDay } from '../platform/time.ts'
import { months, namings, roman, weekdays } from './date-words.ts'

export const localMonth = () =>
  z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .brand<'LocalMonth'>()
/** A month, as `2024-06`. */
export type LocalMonth = z.output<ReturnType<typeof localMonth>>

export type DateMistake = 'empty' | 'unreadable' | 'no-such-day' | 'no-such-month' | 'odd-year' | 'year-only'

/**
 * What a typed date says. A month stands for all its days; an expiry is its last one. `either` is asked back, even if it
 * holds only one: the person may have meant something else.
 */
export type DateReading =
  | { day: LocalDate }
  | { month: LocalMonth }
  | { either: (LocalDate | LocalMonth)[] }
  | { lifetime: true }
  | { mistake: DateMistake }

// ── Day, month and year ──

export function readParts(words: string[], today: LocalDate): DateReading | undefined {
  const parts = words.filter((word) => !namings.has(word) && !weekdays.has(word))
  const at = parts.findIndex((part) => months.has(part))
  const numbers = parts.map((part, index) =>
    index === 1 && parts.length === 3 ? String(roman.get(part) ?? part) : part,
  )
  const others = at < 0 ? numbers : parts.toSpliced(at, 1)
  if (others.length > 3 || !others.every((part) => /^\d{1,8}$/.test(part))) return undefined
  if (at >= 0)
    return others.length < 3 ? readWithName(months.get(parts[at] ?? '') ?? 0, others, at === 0, today) : undefined
  const [first, second, third] = others
  if (first === undefined) return undefined
  if (second === undefined) return readTogether(first, today)
  return third === undefined ? readTwo(first, second, today) : readThree([first, second, third], today)
}

/** "14 juni 2024", "juni 14, 2024", "juni 2024", "14 juni", "juni". */
function readWithName(month: number, [first, second]: string[], nameFirst: boolean, today: LocalDate): DateReading {
  if (first === undefined) return nearestMonths(month, today)
  if (second !== undefined) {
    const [day, year] = first.length > 2 ? [second, first] : [first, second]
    return wholeDay(day, month, yearsFor(year, today))
  }
  if (first.length > 2) return wholeMonth(month, yearsFor(first, today))
  const asDay = nearestDays((year) => [dayAt(year, month, Number(first))], today)
  if (!nameFirst || yearsFor(first, today).length === 0) return asDay
  // "juni 24" may be a month of a year, or a day as the English write it.
  const asMonth = wholeMonth(month, yearsFor(first, today))
  if ('month' in asMonth && 'either' in asDay) return { either: [asMonth.month, ...asDay.either] }
  return asMonth
}

/** "14/06/2024", "2024-06-14". "06/14/2024" has its day second, as nobody here writes it: asked back. */
function readThree([first, second, third]: [string, string, string], today: LocalDate): DateReading {
  const [day, year] = first.length === 4 ? [third, first] : [first, third]
  if (day.length > 2 || second.length > 2) return { mistake: 'unreadable' }
  if (isMonthNumber(second)) return wholeDay(day, Number(second), yearsFor(year, today))
  const turned = isMonthNumber(day) ? wholeDay(second, Number(day), yearsFor(year, today)) : undefined
  return turned && 'day' in turned ? { either: [turned.day] } : { mistake: 'no-such-month' }
}

/** "06-2024", "06/24" are months, "14-06" is a day without its year. */
function readTwo(first: string, second: string, today: LocalDate): DateReading {
  if (first.length === 4 && isMonthNumber(second)) return wholeMonth(Number(second), yearsFor(first, today))
  if (isMonthNumber(first) && (second.length > 2 || Number(second) > 12))
    return wholeMonth(Number(first), yearsFor(second, today))
  if (!isMonthNumber(second) || first.length > 2) return { mistake: 'no-such-month' }
  return nearestDays((year) => [dayAt(year, Number(second), Number(first))], today)
}

/** Digits without a mark between: "140624", "14062024", "20240614", "2024", "14". */
function readTogether(digits: string, today: LocalDate): DateReading {
  const [a, b, c] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)]
  switch (digits.length) {
    case 8: {
      const dayFirst = readThree([a, b, c], today)
      return 'day' in dayFirst ? dayFirst : readThree([digits.slice(0, 4), c.slice(0, 2), c.slice(2)], today)
    }
    case 6: {
      const dayFirst = readThree([a, b, c], today)
      const yearFirst = isMonthNumber(b) ? wholeDay(c, Number(b), yearsFor(a, today)) : dayFirst
      return !('mistake' in dayFirst) || !('day' in yearFirst) ? dayFirst : { either: [yearFirst.day] }
    }
    case 4:
      return yearsFor(digits, today).length > 0 ? { mistake: 'year-only' } : readTwo(a, b, today)
    case 2:
    case 1:
      return nearestDays((year) => monthNumbers.map((month) => dayAt(year, month, Number(digits))), today)
    default:
      return { mistake: 'unreadable' }
  }
}

const monthNumbers = Array.from({ length: 12 }, (_, at) => at + 1)
const isMonthNumber = (digits: string): boolean => digits.length < 3 && monthNumbers.includes(Number(digits))

const YEARS = { from: 1900, until: 2100 }
/** Two digits are of this century up to ten years ahead, as permits last; from thirty years ahead they are of the last. */
const AHEAD = { surely: 10, never: 30 }

function yearsFor(digits: string, today: LocalDate): number[] {
  const year = Number(digits)
  if (digits.length === 4) return year >= YEARS.from && year <= YEARS.until ? [year] : []
  if (digits.length !== 2) return []
  const ahead = 2000 + year - yearOf(today)
  if (ahead <= AHEAD.surely) return [2000 + year]
  return ahead > AHEAD.never ? [1900 + year] : [1900 + year, 2000 + year]
}

export function wholeDay(day: string, month: number, years: number[]): DateReading {
  if (years.length === 0) return { mistake: 'odd-year' }
  const days = years.flatMap((year) => dayAt(year, month, Number(day)) ?? [])
  const [only] = days
  if (!only) return { mistake: 'no-such-day' }
  return years.length === 1 ? { day: only } : { either: days }
}

function wholeMonth(month: number, years: number[]): DateReading {
  const [only, other] = years.map((year) => monthAt(year, month))
  if (!only) return { mistake: 'odd-year' }
  return other ? { either: [only, other] } : { month: only }
}

/** The last such day up to today and the first after it: only the person knows which. */
function nearestDays(inYear: (year: number) => (LocalDate | undefined)[], today: LocalDate): DateReading {
  // Nine years hold a 29 February on each side of any day, but for the turn of an odd century.
  const years = Array.from({ length: 19 }, (_, at) => yearOf(today) - 9 + at)
  const days = years.flatMap(inYear).filter((day) => day !== undefined)
  const either = [days.findLast((day) => day <= today), days.find((day) => day > today)].filter(
    (day) => day !== undefined,
  )
  return either.length > 0 ? { either } : { mistake: 'no-such-day' }
}

function nearestMonths(month: number, today: LocalDate): DateReading {
  const last = yearOf(today) - (monthAt(yearOf(today), month) > monthOf(today) ? 1 : 0)
  return { either: [monthAt(last, month), monthAt(last + 1, month)] }
}

// ── Days and months as strings ──

const calendarDay = localDay()
const padded = (number: number): string => String(number).padStart(2, '0')
export const yearOf = (when: LocalDate | LocalMonth): number => Number(when.slice(0, 4))
export const monthOf = (day: LocalDate): LocalMonth => day.slice(0, 7) as LocalMonth
export const monthAt = (year: number, month: number): LocalMonth => `${year}-${padded(month)}` as LocalMonth
const dayAt = (year: number, month: number, day: number): LocalDate | undefined =>
  calendarDay.safeParse(`${year}-${padded(month)}-${padded(day)}`).data
export const isMonth = (when: LocalDate | LocalMonth): when is LocalMonth => when.length === 7

/** The last day of a month: how far a permit reaches that names only its month. */
export function lastDayOf(month: LocalMonth): LocalDate {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return dayAt(year, number, new Date(Date.UTC(year, number, 0)).getUTCDate()) as LocalDate
}

/** The same day some months later, or the last of that month if it is shorter. */
export function monthsAfter(day: LocalDate, count: number): LocalDate {
  const first = new Date(Date.UTC(yearOf(day), Number(day.slice(5, 7)) - 1 + count, 1)).toISOString()
  const end = lastDayOf(first.slice(0, 7) as LocalMonth)
  const same = `${first.slice(0, 8)}${day.slice(8)}` as LocalDate
  return same < end ? same : end
}
