import type { DayHours } from '../calendar/rules.ts'
import { atWib, daysAfter, type LocalDate, localDay, readDay } from '../platform/time.ts'
import type { DayPlan } from './layout.ts'

// A desk that is being planned: what was answered, what is asked next, and how answers are read.

/** How many seats a day has. */
export interface Seats {
  slotMinutes: number
  tables: number
  walkInShare: number
}
export const USUAL_SEATS: Seats = { slotMinutes: 30, tables: 2, walkInShare: 20 }

/** Hours that are offered by button. */
export const hoursOffered = {
  whole: { opens: '08:00', closes: '15:30', break: { from: '12:00', until: '13:00' } },
  later: { opens: '09:00', closes: '15:00', break: { from: '12:00', until: '13:00' } },
  morning: { opens: '08:00', closes: '12:00' },
} as const satisfies Record<string, DayHours>

export interface Draft {
  id: number
  zoneId: string | undefined
  title: string | undefined
  venue: string | undefined
  point: { latitude: number; longitude: number } | undefined
  /** What is to follow. */
  later: readonly string[]
  days: readonly LocalDate[]
  hours: DayHours | undefined
  seats: Seats | undefined
}

/** One answer. */
export interface Told {
  zoneId?: string
  title?: string
  venue?: string
  point?: { latitude: number; longitude: number }
  later?: 'venue' | 'point'
  days?: readonly LocalDate[]
  hours?: DayHours
  seats?: Seats
}

export const draftSteps = ['zone', 'title', 'venue', 'point', 'days', 'hours', 'seats'] as const
export type DraftStep = (typeof draftSteps)[number]

/** What is asked next; undefined when all is known. */
export function nextStep({ zoneId, title, venue, point, later, days, hours, seats }: Draft): DraftStep | undefined {
  if (zoneId === undefined) return 'zone'
  if (title === undefined) return 'title'
  if (venue === undefined && !later.includes('venue')) return 'venue'
  if (!point && !later.includes('point')) return 'point'
  if (days.length === 0) return 'days'
  if (!hours) return 'hours'
  return seats ? undefined : 'seats'
}

export type DraftMistake = 'unreadable' | 'too-long' | 'days-past'

const TITLE = 30
const VENUE = 120
const DAYS = 14

export function whyNotTold({ title, venue, days, seats }: Told, today: LocalDate): DraftMistake | undefined {
  if ((title?.length ?? 0) > TITLE || (venue?.length ?? 0) > VENUE || (days?.length ?? 0) > DAYS) return 'too-long'
  if ([title, venue].some((text) => text !== undefined && !/\p{L}/u.test(text))) return 'unreadable'
  if (days?.length === 0 || (seats && !areSeats(seats))) return 'unreadable'
  return days?.some((day) => day < today) ? 'days-past' : undefined
}

const areSeats = ({ slotMinutes, tables, walkInShare }: Seats): boolean =>
  slotMinutes >= 10 && slotMinutes <= 240 && tables >= 1 && tables <= 50 && walkInShare <= 100

export const inOneLine = (typed: string): string => typed.normalize('NFC').replace(/\s+/g, ' ').trim()

/** Reads slot length, tables and share as they are typed: `30 menit, 2 meja, 20 %`. */
export function readSeats(typed: string): Seats | undefined {
  const [slotMinutes = Number.NaN, tables = Number.NaN, walkInShare = Number.NaN, ...more] = (
    typed.match(/\d{1,4}/g) ?? []
  ).map(Number)
  const seats = { slotMinutes, tables, walkInShare }
  return more.length === 0 && areSeats(seats) ? seats : undefined
}

const PRAYER = { from: '11:30', until: '13:30' }
const FRIDAY = 5

/** The hours of a day: on Fridays the break makes room for the prayer. */
function hoursOn(day: LocalDate, hours: DayHours): DayHours {
  const isFriday = atWib(day, '12:00').getUTCDay() === FRIDAY
  if (!isFriday || hours.opens >= PRAYER.from) return hours
  if (hours.closes > PRAYER.until) return { ...hours, break: PRAYER }
  const { opens } = hours
  return hours.closes > PRAYER.from ? { opens, closes: PRAYER.from } : hours
}

/** The days of a draft as they will be laid out; undefined while something is still to be asked. */
export function daysOf(draft: Draft): DayPlan[] | undefined {
  const { days, hours, seats } = draft
  if (nextStep(draft) !== undefined || !hours || !seats) return undefined
  return days.map((day) => ({ day, ...seats, ...hoursOn(day, hours) }))
}

const RANGE = /^(\d{1,2})(?:\s+(\p{L}+))?\s*(?:-|–|sampai|s\.?d\.?|to|until)\s*(\d{1,2})(.*)$/u

/**
 * Reads several dates as they are typed: `10-11 Juni 2024`, `10, 12 dan 13 Juni 2024`, `30 Juni - 2 Juli 2024`. What a
 * part leaves out is that of the part after it; the year may be left out at all. Undefined when a part is no date.
 */
export function readDays(typed: string, today: LocalDate): LocalDate[] | undefined {
  const parts = inOneLine(typed.toLowerCase()).split(/\s*(?:[,;&]|\bdan\b|\band\b)\s*/u)
  const days = new Set<LocalDate>()
  let tail = ''
  for (const part of parts.toReversed()) {
    if (part === '') continue
    const whole = readDay(part)
    if (whole) {
      days.add(whole)
      tail = part.replace(/^\d{1,2}\s+/, '')
      continue
    }
    const range = RANGE.exec(part)
    const [, from = part.replace(/\D.*$/, ''), month, until = from, rest = part.slice(from.length)] = range ?? []
    tail = withYear(rest.trim() === '' ? tail : rest.trim(), today)
    const last = readDay(`${until} ${tail}`)
    const first = readDay(`${from} ${month === undefined ? tail : withYear(month, today, tail)}`)
    if (!first || !last || first > last) return undefined
    for (let day = first; day <= last && days.size <= DAYS; day = daysAfter(day, 1)) days.add(day)
  }
  return days.size === 0 ? undefined : [...days].sort()
}

/** A month with its year: its own, that of another date, or the present one. */
function withYear(month: string, today: LocalDate, other = ''): string {
  const year = /\d{4}$/.exec(month)?.[0] ?? /\d{4}$/.exec(other)?.[0] ?? localDay().parse(today).slice(0, 4)
  return `${month.replace(/\s*\d{4}$/, '')} ${year}`
}
