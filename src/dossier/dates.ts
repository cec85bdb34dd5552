import { daysAfter, type LocalDate } from '../platform/time.ts'
import {
  type DateReading,
  isMonth,
  lastDayOf,
  monthAt,
  monthOf,
  monthsAfter,
  readParts,
  wholeDay,
  yearOf,
} from './date-parts.ts'
import {
  coming,
  counted,
  fillers,
  forever,
  future,
  namedDays,
  namedMonths,
  namedYears,
  namings,
  past,
  units,
  weekdays,
} from './date-words.ts'

const LONGEST = 80

/** Reads a date as it is typed in West Sumatra: day before month, in words or digits, whole or from today on. */
export function readDate(typed: string, today: LocalDate): DateReading {
  const text = tidied(typed)
  if (text === '') return { mistake: 'empty' }
  if (forever.test(text)) return { lifetime: true }
  const words = text.split(' ').filter((word) => !fillers.has(word))
  return (
    readNamed(words.join(' '), today) ??
    readDistance(words.join(' '), today) ??
    readEnd(words, today) ??
    readInMonth(words, today) ??
    readParts(words, today) ??
    readWeekday(words, today) ?? { mistake: 'unreadable' }
  )
}

/** Lower-case words and groups of digits with one space between, without the time of day. */
const tidied = (typed: string): string =>
  typed
    .slice(0, LONGEST)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\b(pukul|jam|pkl)\b.*$/s, '')
    .replace(/(\d)(st|nd|rd|th)\b/g, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/gu, ' ')
    .replace(/\bjum at\b/g, 'jumat')
    .trim()

// ── From today on: "besok", "3 minggu lagi", "akhir bulan", "senin" ──

function readNamed(text: string, today: LocalDate): DateReading | undefined {
  const day = namedDays.get(text)
  if (day !== undefined) return { day: daysAfter(today, day) }
  const month = namedMonths.get(text)
  if (month !== undefined) return { month: monthOf(monthsAfter(today, month)) }
  return namedYears.test(text) ? { mistake: 'year-only' } : undefined
}

/** "3 minggu lagi", "dua bulan yang lalu", "seminggu lagi"; without "lagi" or "lalu" it is asked back. */
function readDistance(text: string, today: LocalDate): DateReading | undefined {
  const stretch = text.replace(past, '').replaceAll(future, '')
  const [, one, count = one ? 'satu' : '', name = ''] = stretch.match(/^(?:(se) ?|(\p{L}+|\d{1,3}) )(\p{L}+)$/u) ?? []
  const amount = /^\d/.test(count) ? Number(count) : counted.get(count)
  const unit = units.get(name)
  if (!unit || amount === undefined || amount > unit.most) return undefined
  const reach = past.test(text) ? -amount : amount
  const day = unit.months ? monthsAfter(today, reach * unit.months) : daysAfter(today, reach * unit.days)
  return stretch === text ? { either: [day] } : { day }
}

/** "akhir bulan", "akhir juni 2024", "akhir tahun depan": its last day. "awal juni 2024" is the month. */
function readEnd([which = '', ...rest]: string[], today: LocalDate): DateReading | undefined {
  if (!/^(akhir|awal|pertengahan|end)$/.test(which)) return undefined
  const whole = readWhole(rest.filter((word) => word !== 'ini').join(' '), which, today)
  if (!whole || which === 'awal' || which === 'pertengahan') return whole
  if ('month' in whole) return { day: lastDayOf(whole.month) }
  if (!('either' in whole)) return whole
  return { either: whole.either.flatMap((when) => (isMonth(when) ? [lastDayOf(when)] : [])) }
}

function readWhole(text: string, which: string, today: LocalDate): DateReading | undefined {
  const year = text.match(/^(?:tahun|thn|taun|year)( depan| muko|)$/)
  const month = which === 'awal' ? 1 : which === 'pertengahan' ? 6 : 12
  if (year) return { month: monthAt(yearOf(today) + (year[1] ? 1 : 0), month) }
  const numbered = text.match(/^(?:tahun |thn )?((?:19|20)\d\d)$/)?.[1]
  if (numbered) return { month: monthAt(Number(numbered), month) }
  if (/^(bulan|bln|month)$/.test(text)) return { month: monthOf(today) }
  const read = readNamed(text, today) ?? readParts(text.split(' '), today)
  return read && ('month' in read || ('either' in read && read.either.some(isMonth))) ? read : undefined
}

/** "tanggal 14 bulan depan". */
function readInMonth([day = '', ...rest]: string[], today: LocalDate): DateReading | undefined {
  const offset = namedMonths.get(rest.join(' '))
  if (offset === undefined || !/^\d{1,2}$/.test(day)) return undefined
  const month = monthOf(monthsAfter(today, offset))
  return wholeDay(day, Number(month.slice(5)), [yearOf(month)])
}

/** "senin" is the next one. "senin depan" may skip one that is still to come this week, so then it is asked back. */
function readWeekday(words: string[], today: LocalDate): DateReading | undefined {
  const [name = '', which, more] = words.filter((word) => !namings.has(word))
  const wanted = weekdays.get(name)
  if (wanted === undefined || more !== undefined) return undefined
  const present = new Date(`${today}T00:00:00Z`).getUTCDay() || 7
  const ahead = ((wanted - present + 6) % 7) + 1
  const next = daysAfter(today, ahead)
  if (which === undefined || which === 'ini') return { day: next }
  if (which === 'lalu' || which === 'kemarin') return { day: daysAfter(next, ahead === 7 ? -14 : -7) }
  if (!coming.test(which)) return undefined
  return present + ahead <= 7 ? { either: [next, daysAfter(next, 7)] } : { day: next }
}

// ── Validity ──

/** Whether a permit with this last day is over before the field visits are. */
export const endsBefore = (expiry: LocalDate, windowEnd: LocalDate): boolean => expiry < windowEnd

const WARN_DAYS = 60

/** The day from which an owner is warned that a permit ends. */
export const warnFrom = (expiry: LocalDate, warnDays = WARN_DAYS): LocalDate => daysAfter(expiry, -warnDays)
