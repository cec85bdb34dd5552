import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  atWib,
  clockTime,
  daysAfter,
  inDaytime,
  localDate,
  localDay,
  longDay,
  readDay,
} from '../../src/platform/time.ts'

describe('dates as they are typed', () => {
  test.each([
    ['14 Juni 2024', '2024-06-14'],
    ['14 juni 2024', '2024-06-14'],
    ['  14   Jun 2024 ', '2024-06-14'],
    ['14-6-2024', '2024-06-14'],
    ['14/06/2024', '2024-06-14'],
    ['14.06.2024', '2024-06-14'],
    ['2024-06-14', '2024-06-14'],
    ['1 Agustus 2026', '2026-08-01'],
    ['29 Februari 2024', '2024-02-29'],
    ['3 May 2025', '2025-05-03'],
  ])('%s', (typed, day) => expect(readDay(typed)).toBe(day))

  test.each([
    '',
    'besok',
    '31 Februari 2024',
    '29 Februari 2023',
    '14/13/2024',
    '14 Juni',
    '2024',
    '99-99-9999',
    '14 Juni 24',
  ])('"%s" is no whole date', (typed) => expect(readDay(typed)).toBeUndefined())

  test('whatever is typed, reading it does not throw, and what is read is a day', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => readDay(typed) === undefined || localDay().safeParse(readDay(typed)).success),
    )
  })
})

describe('West Sumatra', () => {
  test('midnight comes seven hours before it does in Greenwich', () => {
    expect(localDate(new Date('2024-06-03T16:59:59Z'))).toBe('2024-06-03')
    expect(localDate(new Date('2024-06-03T17:00:00Z'))).toBe('2024-06-04')
  })

  test('times and days are written as Indonesians write them', () => {
    const opening = atWib(localDay().parse('2024-06-10'), '09:30')
    expect(clockTime(opening)).toBe('09.30 WIB')
    expect(longDay(opening, 'id')).toBe('Senin, 10 Juni 2024')
    expect(longDay(opening, 'en')).toBe('Monday, 10 June 2024')
  })

  test('a day after the last of a month is the first of the next', () => {
    expect(daysAfter(localDay().parse('2024-02-28'), 2)).toBe('2024-03-01')
  })

  test.each([
    ['2024-06-03T07:59', '2024-06-03T08:00'],
    ['2024-06-03T08:00', '2024-06-03T08:00'],
    ['2024-06-03T19:59', '2024-06-03T19:59'],
    ['2024-06-03T20:00', '2024-06-04T08:00'],
    ['2024-06-03T23:30', '2024-06-04T08:00'],
  ])('a message of %s is sent at %s', (from, to) => {
    expect(inDaytime(new Date(`${from}:00+07:00`))).toEqual(new Date(`${to}:00+07:00`))
  })
})
