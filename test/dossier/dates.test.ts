import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localMonth } from '../../src/dossier/date-parts.ts'
import { endsBefore, readDate, warnFrom } from '../../src/dossier/dates.ts'
import { daysAfter, localDay } from '../../src/platform/time.ts'

const on = (day: string) => localDay().parse(day)
// A Wednesday.
const today = on('2026-06-10')
const read = (typed: string, from = today) => readDate(typed, from)

describe('dates as they are typed', () => {
  test.each([
    ['14 Juni 2024', '2024-06-14'],
    ['14 jun 24', '2024-06-14'],
    ['14-6-24', '2024-06-14'],
    ['14/06/2024', '2024-06-14'],
    ['14.06.2024', '2024-06-14'],
    ['03/04/24', '2024-04-03'],
    ['140624', '2024-06-14'],
    ['14062024', '2024-06-14'],
    ['20240614', '2024-06-14'],
    ['2024-06-14', '2024-06-14'],
    ['14juni2024', '2024-06-14'],
    ['Senin, 14 Juni 2024 pukul 09.30 WIB', '2024-06-14'],
    ['tgl 14 bulan juni tahun 2024', '2024-06-14'],
    ['berlaku s/d 14 Pebruari 2027', '2027-02-14'],
    ['1 Nopember 2026', '2026-11-01'],
    ['17 Agt 2026', '2026-08-17'],
    ['17 agustuih 2026', '2026-08-17'],
    ['14/VI/2024', '2024-06-14'],
    ['June 14th, 2026', '2026-06-14'],
    ['14 May 2026', '2026-05-14'],
    ['１４-６-２０２４', '2024-06-14'],
    ['29 Februari 2024', '2024-02-29'],
    ['14-6-68', '1968-06-14'],
    ['hari ini', '2026-06-10'],
    ['besok', '2026-06-11'],
    ['Bisuak', '2026-06-11'],
    ['lusa', '2026-06-12'],
    ['kemarin', '2026-06-09'],
    ['minggu depan', '2026-06-17'],
    ['3 minggu lagi', '2026-07-01'],
    ['tigo minggu lai', '2026-07-01'],
    ['seminggu lagi', '2026-06-17'],
    ['sekitar 10 hari lagi', '2026-06-20'],
    ['dua bulan lagi', '2026-08-10'],
    ['dalam 3 minggu', '2026-07-01'],
    ['3 minggu ke depan', '2026-07-01'],
    ['in 3 weeks', '2026-07-01'],
    ['2 bulan yang lalu', '2026-04-10'],
    ['setahun lagi', '2027-06-10'],
    ['akhir bulan', '2026-06-30'],
    ['akhir bulan ini', '2026-06-30'],
    ['akhir bulan depan', '2026-07-31'],
    ['akhir tahun', '2026-12-31'],
    ['akhir Februari 2028', '2028-02-29'],
    ['akhir 2027', '2027-12-31'],
    ['tanggal 14 bulan depan', '2026-07-14'],
    ['senin', '2026-06-15'],
    ['hari Senin', '2026-06-15'],
    ['senin depan', '2026-06-15'],
    ["Jum'at", '2026-06-12'],
    ['minggu', '2026-06-14'],
    ['rabu', '2026-06-17'],
    ['rabu lalu', '2026-06-03'],
    ['senin lalu', '2026-06-08'],
  ])('%s is %s', (typed, day) => expect(read(typed)).toEqual({ day }))

  test.each([
    ['juni 2024', '2024-06'],
    ['Agt 2027', '2027-08'],
    ['06-2024', '2024-06'],
    ['2024/06', '2024-06'],
    ['06/24', '2024-06'],
    ['bulan Nopember 2026', '2026-11'],
    ['bulan depan', '2026-07'],
    ['awal juli 2026', '2026-07'],
  ])('%s is the whole month %s', (typed, month) => expect(read(typed)).toEqual({ month }))

  test.each([
    ['06-07', ['2025-07-06', '2026-07-06']],
    ['14 juni', ['2025-06-14', '2026-06-14']],
    ['10 juni', ['2026-06-10', '2027-06-10']],
    ['juni', ['2026-06', '2027-06']],
    ['juli', ['2025-07', '2026-07']],
    ['akhir juli', ['2025-07-31', '2026-07-31']],
    ['juni 24', ['2024-06', '2025-06-24', '2026-06-24']],
    ['14-6-45', ['1945-06-14', '2045-06-14']],
    ['06/14/2024', ['2024-06-14']],
    ['991231', ['1999-12-31']],
    ['3 minggu', ['2026-07-01']],
    ['jumat depan', ['2026-06-12', '2026-06-19']],
    ['tanggal 14', ['2026-05-14', '2026-06-14']],
    ['31', ['2026-05-31', '2026-07-31']],
    ['29 februari', ['2024-02-29', '2028-02-29']],
  ])('%s is asked back', (typed, either) => expect(read(typed)).toEqual({ either }))

  test.each(['seumur hidup', 'SEUMUR HIDUP', 'berlaku seumur hidup', 'lifetime', 'selamanya'])(
    '%s has no end',
    (typed) => expect(read(typed)).toEqual({ lifetime: true }),
  )

  test.each([
    ['', 'empty'],
    ['  . ', 'empty'],
    ['31 Februari 2024', 'no-such-day'],
    ['29-2-2023', 'no-such-day'],
    ['31/4', 'no-such-day'],
    ['0 juni 2024', 'no-such-day'],
    ['32', 'no-such-day'],
    ['14/13/2024', 'no-such-month'],
    ['14-0-2024', 'no-such-month'],
    ['14-6-0204', 'odd-year'],
    ['3 juni 204', 'odd-year'],
    ['14-6-9999', 'odd-year'],
    ['2026', 'year-only'],
    ['tahun depan', 'year-only'],
    ['kapan ya', 'unreadable'],
    ['nanti saja', 'unreadable'],
    ['1376014107900001', 'unreadable'],
    ['14 juni 2024 s/d 14 juni 2029', 'unreadable'],
    ['9999 minggu lagi', 'unreadable'],
    ['😀', 'empty'],
  ])('"%s" is %s', (typed, mistake) => expect(read(typed)).toEqual({ mistake }))

  test('a month later is never in the month after that', () => {
    expect(read('sebulan lagi', on('2026-01-31'))).toEqual({ day: '2026-02-28' })
    expect(read('3 bulan lagi', on('2026-11-30'))).toEqual({ day: '2027-02-28' })
  })
})

describe('every day of four years', () => {
  const names = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ')
  const shorts = 'jan peb mar apr mei jun jul agt sep okt nop des'.split(' ')
  const two = (value: number) => String(value).padStart(2, '0')
  const forms: [string, (y: number, m: number, d: number) => string][] = [
    ['14 Juni 2024', (y, m, d) => `${d} ${names[m - 1]} ${y}`],
    ['14 jun 24', (y, m, d) => `${d} ${shorts[m - 1]} ${y % 100}`],
    ['14-6-24', (y, m, d) => `${d}-${m}-${y % 100}`],
    ['14/06/2024', (y, m, d) => `${two(d)}/${two(m)}/${y}`],
    ['14.6.2024', (y, m, d) => `${d}.${m}.${y}`],
    ['140624', (y, m, d) => `${two(d)}${two(m)}${y % 100}`],
    ['14062024', (y, m, d) => `${two(d)}${two(m)}${y}`],
    ['20240614', (y, m, d) => `${y}${two(m)}${two(d)}`],
    ['2024-06-14', (y, m, d) => `${y}-${two(m)}-${two(d)}`],
    ['Juni 14, 2024', (y, m, d) => `${names[m - 1]} ${d}, ${y}`],
  ]
  const days = Array.from({ length: 1461 }, (_, at) => daysAfter(on('2024-01-01'), at))

  test.each(forms)('reads back when typed as %s', (_, typedAs) => {
    const wrong = days.filter((day) => {
      const [y = 0, m = 0, d = 0] = day.split('-').map(Number)
      const reading = read(typedAs(y, m, d))
      return !('day' in reading) || reading.day !== day
    })
    expect(wrong).toEqual([])
  })

  test('is reached by counting from any other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...days), fc.integer({ min: 1, max: 500 }), (day, count) => {
        expect(read(`${count} hari lagi`, day)).toEqual({ day: daysAfter(day, count) })
        expect(read(`${count} hari yang lalu`, daysAfter(day, count))).toEqual({ day })
      }),
    )
  })

  test('is followed within a week by each weekday', () => {
    const weekdays = ['senin', 'selasa', 'rabu', 'kamis', 'jumat', 'sabtu', 'minggu']
    for (const day of days.slice(0, 30)) {
      const next = weekdays.map((weekday) => (read(weekday, day) as { day: string }).day)
      expect(next.toSorted()).toEqual(Array.from({ length: 7 }, (_, at) => daysAfter(day, at + 1)))
      expect(next.map((each) => new Date(each).getUTCDay())).toEqual([1, 2, 3, 4, 5, 6, 0])
    }
  })
})

test('whatever is typed, nothing throws, and what is read are days and months', () => {
  const word = fc.constantFrom(
    '14',
    '6',
    '2024',
    'juni',
    'akhir',
    'bulan',
    'depan',
    'lagi',
    'minggu',
    'tgl',
    'se',
    '/',
    'lalu',
    'vi',
    '31',
  )
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
  )
  const isDay = (when: string) => localDay().safeParse(when).success
  const isWhen = (when: string) => isDay(when) || localMonth().safeParse(when).success
  fc.assert(
    fc.property(typed, (text) => {
      const reading = read(text)
      if ('day' in reading) expect(isDay(reading.day)).toBe(true)
      if ('month' in reading) expect(isWhen(reading.month)).toBe(true)
      if ('either' in reading) {
        expect(reading.either.length).toBeGreaterThan(0)
        expect(reading.either.every(isWhen)).toBe(true)
      }
    }),
    { numRuns: 2000 },
  )
})

describe('validity', () => {
  const windowEnd = on('2026-10-03')

  test.each([
    ['2026-10-02', true],
    ['2026-10-03', false],
    ['2026-10-04', false],
  ])('a permit to %s ends before the visits do: %s', (expiry, ends) =>
    expect(endsBefore(on(expiry), windowEnd)).toBe(ends),
  )

  test('warnings begin sixty days before the end, or when the catalogue says', () => {
    expect(warnFrom(on('2026-10-03'))).toBe('2026-08-04')
    expect(warnFrom(on('2026-10-03'), 180)).toBe('2026-04-06')
  })
})
