import { z } from 'zod'
import type { LocalDate } from '../platform/time.ts'

// What a calendar is made of: office hours, a season in which they differ, and days on which nobody works.

/** A time of day, as "07:30". */
export const clockOfDay = () => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** When an office works on one day of the week; the break is not worked. */
export interface DayHours {
  opens: string
  closes: string
  break?: { from: string; until: string }
}

/** A dinas: the code of its region; that of the province has an office of its own too. */
export type OfficeId = string
export const PROVINCE: OfficeId = '13'

/** By the number of the day, Monday 1 to Sunday 7. A day that is missing is free. */
export type WeekHours = Partial<Record<Weekday, DayHours>>
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** The hours that hold all year, and those of Ramadan. */
export const seasons = ['usual', 'ramadan'] as const
export type Season = (typeof seasons)[number]

/** From the first day to the last, both included. */
export interface DayRange {
  from: LocalDate
  until: LocalDate
}

/** Why nobody works on a day: decreed for the country, or closed by the office itself. */
export const freeKinds = ['national', 'joint-leave', 'closure'] as const
export type FreeKind = (typeof freeKinds)[number]

export interface FreeDay {
  day: LocalDate
  kind: FreeKind
  name: string
}

/** One office's calendar. */
export interface WorkCalendar {
  hours: Record<Season, WeekHours>
  ramadan: readonly DayRange[]
  free: readonly FreeDay[]
}

/** Why an officer is not at their office. */
export const absenceKinds = ['desk-duty', 'field-trip', 'leave'] as const
export type AbsenceKind = (typeof absenceKinds)[number]

/** Why hours cannot be those of a day. */
export type HoursMistake = 'unreadable' | 'closes-before-opening' | 'break-outside'

const HOURS = /^(\d{1,2})[.:](\d\d)\s*(?:-|–|sampai|s\.?d\.?|to|until)\s*(\d{1,2})[.:](\d\d)$/i

/** Reads a stretch of the day as it is typed: `07.30-16.00`, `7:30 sampai 16:00`. */
function readStretch(typed: string): { from: string; until: string } | undefined {
  const [, fromHour = '', fromMinute = '', untilHour = '', untilMinute = ''] = HOURS.exec(typed.trim()) ?? []
  const from = `${fromHour.padStart(2, '0')}:${fromMinute}`
  const until = `${untilHour.padStart(2, '0')}:${untilMinute}`
  const areTimes = [from, until].every((each) => clockOfDay().safeParse(each).success)
  return areTimes ? { from, until } : undefined
}

/** Reads the hours of a day with its break: `07.30-16.00, 12.00-13.00`. */
export function readHours(typed: string): { hours: DayHours } | { mistake: HoursMistake } {
  const [work, pause, ...more] = typed
    .split(/[,;]|istirahat|break/i)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const worked = readStretch(work ?? '')
  const paused = pause === undefined ? undefined : readStretch(pause)
  if (!worked || more.length > 0 || (pause !== undefined && !paused)) return { mistake: 'unreadable' }
  const hours = { opens: worked.from, closes: worked.until, ...(paused ? { break: paused } : {}) }
  const mistake = whyNotHours(hours)
  return mistake ? { mistake } : { hours }
}

function whyNotHours({ opens, closes, break: pause }: DayHours): HoursMistake | undefined {
  if (opens >= closes) return 'closes-before-opening'
  if (!pause) return undefined
  return opens < pause.from && pause.from < pause.until && pause.until < closes ? undefined : 'break-outside'
}
