import type { LocalDate } from '../platform/time.ts'
import { readDay } from '../platform/time.ts'

// How what admins type about the calendar is read.

const NAME = 60

/** A day with its reason: `12 Juni 2024 Banjir`. */
export function readFreeDay(typed: string): { day: LocalDate; name: string } | undefined {
  const [, date = '', name = ''] = /^(\S+(?:[\s\-/.]+\S+){0,2}?)[\s,:]+(\p{L}.*)$/u.exec(oneLine(typed)) ?? []
  const day = readDay(date)
  if (day) return name.length <= NAME ? { day, name } : undefined
  const [, whole = '', rest = ''] = /^(\d{1,2} \p{L}+ \d{4})[\s,:]+(\p{L}.*)$/u.exec(oneLine(typed)) ?? []
  const worded = readDay(whole)
  return worded && rest.length <= NAME ? { day: worded, name: rest } : undefined
}

/** Two days: `11 Maret 2024 - 9 April 2024`. */
export function readDayRange(typed: string): { from: LocalDate; until: LocalDate } | undefined {
  const [first, last, ...more] = oneLine(typed).split(/\s+(?:-|–|sampai|s\.?d\.?|to|until)\s+/i)
  const [from, until] = [readDay(first ?? ''), readDay(last ?? first ?? '')]
  return from && until && more.length === 0 && from <= until ? { from, until } : undefined
}

const oneLine = (typed: string): string => typed.replace(/\s+/g, ' ').trim()
