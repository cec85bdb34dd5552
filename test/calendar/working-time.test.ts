import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { referenceCalendar } from '../../prisma/reference.ts'
import type { WorkCalendar } from '../../src/calendar/rules.ts'
import { readHours } from '../../src/calendar/rules.ts'
import { workingTime } from '../../src/calendar/working-time.ts'
import { hours, type LocalDate, later, minutes } from '../../src/platform/time.ts'

const calendar: WorkCalendar = referenceCalendar()
const office = workingTime(calendar, '2024-01-01' as LocalDate, '2026-12-31' as LocalDate)

const wib = (moment: string): Date => new Date(`${moment.replace(' ', 'T')}:00+07:00`)
const shown = (at: Date): string => later(at, hours(7)).toISOString().slice(0, 16).replace('T', ' ')

describe('what is due after some hours of work', () => {
  test.each([
    // An ordinary day: 07.30 to 16.00 with a break from 12 to 13.
    ['2024-06-03 08:00', 2, '2024-06-03 10:00'],
    ['2024-06-03 11:00', 2, '2024-06-03 14:00'],
    ['2024-06-03 12:30', 1, '2024-06-03 14:00'],
    ['2024-06-03 15:30', 1, '2024-06-04 08:00'],
    ['2024-06-03 05:10', 1, '2024-06-03 08:30'],
    ['2024-06-03 21:00', 1, '2024-06-04 08:30'],
    // Due exactly when the office closes: then, not the next morning.
    ['2024-06-03 15:00', 1, '2024-06-03 16:00'],
    // Friday until 16.30, with the prayer from 11.30 to 13.00.
    ['2024-06-07 11:00', 1, '2024-06-07 13:30'],
    ['2024-06-07 16:00', 1, '2024-06-10 08:00'],
    // Over a weekend.
    ['2024-06-08 10:00', 4, '2024-06-10 11:30'],
    // Iduladha on Monday 17 June 2024, and the joint leave after it.
    ['2024-06-14 16:00', 1, '2024-06-19 08:00'],
    ['2024-06-17 09:00', 0.5, '2024-06-19 08:00'],
    // Ramadan: 08.00 to 15.00, on Fridays to 15.30.
    ['2024-03-14 14:30', 1, '2024-03-15 08:30'],
    ['2025-03-03 07:30', 1, '2025-03-03 09:00'],
    // From Ramadan over Idulfitri 2024 and its joint leave, to Tuesday 16 April.
    ['2024-04-05 15:30', 1, '2024-04-16 08:30'],
    // Idulfitri 2026: Nyepi on the 19th, free until the 24th.
    ['2026-03-17 15:00', 1, '2026-03-25 08:30'],
    // Backwards: since when four hours have been worked.
    ['2024-06-04 08:30', -1, '2024-06-03 16:00'],
    ['2024-06-10 08:00', -1, '2024-06-07 16:00'],
  ])('%s and %d hours: %s', (from, count, due) => {
    const [at, expected] = [wib(from), wib(due)]
    const found = office.after(at, hours(count))
    // Going back to the end of a day's work is going back to the opening that follows it.
    expect(shown(count < 0 ? office.opening(found) : found)).toBe(
      shown(count < 0 ? office.opening(expected) : expected),
    )
  })
})

describe('what is due after some working days', () => {
  test.each([
    ['2024-06-03 10:00', 1, '2024-06-04 10:00'],
    ['2024-06-07 10:00', 1, '2024-06-10 10:00'],
    ['2024-06-07 16:20', 1, '2024-06-10 16:00'],
    ['2024-06-07 18:00', 1, '2024-06-11 07:30'],
    ['2024-06-08 10:00', 1, '2024-06-11 07:30'],
    ['2024-06-14 10:00', 2, '2024-06-20 10:00'],
    ['2024-06-12 12:30', 1, '2024-06-13 12:30'],
    ['2024-04-05 10:00', 1, '2024-04-16 10:00'],
    ['2024-12-24 10:00', 1, '2024-12-27 10:00'],
    ['2024-06-19 10:00', -1, '2024-06-14 10:00'],
  ])('%s and %d working days: %s', (from, count, due) => {
    expect(shown(office.daysAfter(wib(from), count))).toBe(due)
  })

  test.each([
    ['2024-06-14', 1, '2024-06-19'],
    ['2024-06-15', 1, '2024-06-19'],
    ['2024-06-19', -2, '2024-06-13'],
    ['2024-06-16', -1, '2024-06-14'],
    ['2024-06-17', 2, '2024-06-20'],
  ])('the day %s and %d: %s', (day, count, due) => {
    expect(office.dayAfter(day as LocalDate, count)).toBe(due)
  })
})

test('a week of an office is 37.5 hours, 32.5 in Ramadan, and nothing over Idulfitri', () => {
  const worked = (from: string, until: string): number => office.between(wib(from), wib(until)) / hours(1)
  expect(worked('2024-06-03 00:00', '2024-06-10 00:00')).toBe(37.5)
  expect(worked('2025-03-03 00:00', '2025-03-10 00:00')).toBe(32.5)
  expect(worked('2024-04-06 00:00', '2024-04-16 00:00')).toBe(0)
  expect(worked('2024-06-10 00:00', '2024-06-03 00:00')).toBe(-37.5)
})

test('an office closed for a day, and an officer away, are free days of their own', () => {
  const flood = { day: '2024-06-12' as LocalDate, kind: 'closure' as const, name: 'Banjir' }
  const closed = workingTime(
    { ...calendar, free: [...calendar.free, flood] },
    '2024-06-01' as LocalDate,
    '2024-07-31' as LocalDate,
  )
  expect(closed.isWorkingDay('2024-06-12' as LocalDate)).toBe(false)
  expect(office.isWorkingDay('2024-06-12' as LocalDate)).toBe(true)
  expect(shown(closed.after(wib('2024-06-11 15:30'), hours(1)))).toBe('2024-06-13 08:00')
})

test('what lies outside the calendar is not answered', () => {
  expect(() => office.after(wib('2026-12-30 15:00'), hours(100))).toThrow(RangeError)
  expect(() => office.between(wib('2019-01-01 00:00'), wib('2024-01-01 00:00'))).toThrow(RangeError)
})

describe('of any moments and spans', () => {
  const moment = fc
    .integer({ min: wib('2024-02-01 00:00').getTime(), max: wib('2026-10-31 00:00').getTime() })
    .map((time) => new Date(time))
  const span = fc.integer({ min: 1, max: hours(120) })

  test('what is due after a span lies that span of working time ahead', () => {
    fc.assert(fc.property(moment, span, (at, length) => office.between(at, office.after(at, length)) === length))
  })

  test('adding and then taking away ends at the same mark', () => {
    fc.assert(
      fc.property(
        moment,
        span,
        (at, length) => office.between(at, office.after(office.after(at, length), -length)) === 0,
      ),
    )
  })

  test('the later begins the later is due, in hours and in days', () => {
    fc.assert(
      fc.property(moment, moment, span, fc.integer({ min: 0, max: 20 }), (one, other, length, count) => {
        const [first, second] = one <= other ? [one, other] : [other, one]
        return (
          office.after(first, length) <= office.after(second, length) &&
          office.daysAfter(first, count) <= office.daysAfter(second, count)
        )
      }),
    )
  })

  test('working time adds up over any moment between', () => {
    fc.assert(
      fc.property(
        moment,
        moment,
        moment,
        (a, b, c) => office.between(a, b) + office.between(b, c) === office.between(a, c),
      ),
    )
  })

  test('the marks agree with a count of working minutes, one by one', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 60 * 24 * 4 }), (at, length) => {
        const from = new Date(Math.floor(at.getTime() / 60_000) * 60_000)
        let counted = 0
        for (let minute = 0; minute < length; minute++)
          counted += office.isWorking(later(from, minutes(minute))) ? 1 : 0
        return office.between(from, later(from, minutes(length))) === minutes(counted)
      }),
      { numRuns: 30 },
    )
  })
})

test.each([
  ['07.30-16.00, 12.00-13.00', { opens: '07:30', closes: '16:00', break: { from: '12:00', until: '13:00' } }],
  [
    '7:30 sampai 16:30, istirahat 11.30 – 13.00',
    { opens: '07:30', closes: '16:30', break: { from: '11:30', until: '13:00' } },
  ],
  ['08.00-12.00', { opens: '08:00', closes: '12:00' }],
])('hours as they are typed: %s', (typed, expected) => {
  expect(readHours(typed)).toEqual({ hours: expected })
})

test.each([
  ['16.00-07.30', 'closes-before-opening'],
  ['07.30-16.00, 16.30-17.00', 'break-outside'],
  ['07.30-16.00, 13.00-12.00', 'break-outside'],
  ['pagi sampai sore', 'unreadable'],
  ['25.00-26.00', 'unreadable'],
  ['', 'unreadable'],
])('hours that are none: %s', (typed, mistake) => {
  expect(readHours(typed)).toEqual({ mistake })
})
