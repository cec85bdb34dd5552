import dayjs, { type Dayjs } from 'dayjs'
import 'dayjs/locale/en.js'
import 'dayjs/locale/id.js'
import utc from 'dayjs/plugin/utc.js'
import { z } from 'zod'

dayjs.extend(utc)

/** A day without a time, as `2024-06-14`. */
export const localDay = () => z.iso.date().brand<'LocalDate'>()
export type LocalDate = z.output<ReturnType<typeof localDay>>

// Waktu Indonesia Barat is UTC+7 all year.
const WIB_MINUTES = 7 * 60
const inWib = (time: Date): Dayjs => dayjs(time).utcOffset(WIB_MINUTES)

export const minutes = (count: number): number => count * 60_000
export const hours = (count: number): number => count * minutes(60)
export const days = (count: number): number => count * hours(24)
export const later = (time: Date, milliseconds: number): Date => new Date(time.getTime() + milliseconds)

/** The day it is in West Sumatra at `time`. */
export const localDate = (time: Date): LocalDate =>
  later(time, minutes(WIB_MINUTES)).toISOString().slice(0, 10) as LocalDate

/** The moment when the clocks of West Sumatra show `clock` ("08:00") on `day`. */
export const atWib = (day: LocalDate, clock: string): Date => new Date(`${day}T${clock}:00+07:00`)

export const daysAfter = (day: LocalDate, count: number): LocalDate =>
  localDate(later(atWib(day, '12:00'), days(count)))

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: LocalDate): number => new Date(`${day}T12:00:00Z`).getUTCDay() || 7

/** "Senin, 10 Juni 2024" or "Monday, 10 June 2024". */
export const longDay = (time: Date, language: string): string =>
  inWib(time).locale(language).format('dddd, D MMMM YYYY')

/** "10 Juni 2024". */
export const plainDay = (time: Date, language: string): string => inWib(time).locale(language).format('D MMMM YYYY')

/** "Sen, 10 Jun" or "Mon, 10 Jun", for buttons. */
export const shortDay = (time: Date, language: string): string => inWib(time).locale(language).format('ddd, D MMM')

/** "09.30", for buttons. */
export const clockHand = (time: Date): string => inWib(time).format('HH.mm')

/** "09.30 WIB", as times are written in Indonesia. */
export const clockTime = (time: Date): string => inWib(time).format('HH.mm [WIB]')

const DAYTIME = { from: '08:00', until: '20:00' }

/** The same moment if people may be written to then (08:00 to 20:00 WIB), otherwise the next morning at eight. */
export function inDaytime(time: Date): Date {
  const day = localDate(time)
  if (time < atWib(day, DAYTIME.from)) return atWib(day, DAYTIME.from)
  return time < atWib(day, DAYTIME.until) ? time : atWib(daysAfter(day, 1), DAYTIME.from)
}

/** When the hours in which people are written to end on the day of `time`. */
export const nightfall = (time: Date): Date => atWib(localDate(time), DAYTIME.until)

/** Reads a whole date as it is typed in Indonesia: `14 Juni 2024`, `14-6-2024`, `14/06/2024`, `2024-06-14`. */
export function readDay(typed: string): LocalDate | undefined {
  const [first, second, third] = typed
    .trim()
    .toLowerCase()
    .split(/[\s\-/.]+/)
  if (!first || !second || !third) return undefined
  const [year, day] = first.length === 4 ? [first, third] : [third, first]
  const month = /^\d+$/.test(second) ? second : (monthNumbers.get(second) ?? '')
  const date = localDay().safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return date.data
}

/** Month names, whole and shortened, of both languages. */
const monthNumbers = new Map(
  ['id', 'en'].flatMap((language) =>
    Array.from({ length: 12 }, (_, month) => dayjs().month(month).date(1).locale(language)).flatMap(
      (first): [string, string][] => [
        [first.format('MMMM').toLowerCase(), first.format('M')],
        [first.format('MMM').toLowerCase(), first.format('M')],
      ],
    ),
  ),
)
