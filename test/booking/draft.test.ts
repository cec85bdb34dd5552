import { expect, test } from 'vitest'
import { readDays, readSeats } from '../../src/booking/draft.ts'

const today = '2024-06-03' as never

test.each([
  ['10-11 Juni 2024', ['2024-06-10', '2024-06-11']],
  ['10 – 12 juni', ['2024-06-10', '2024-06-11', '2024-06-12']],
  ['10, 12 dan 13 Juni 2024', ['2024-06-10', '2024-06-12', '2024-06-13']],
  ['30 Juni - 2 Juli 2024', ['2024-06-30', '2024-07-01', '2024-07-02']],
  ['10/06/2024; 2024-06-12', ['2024-06-10', '2024-06-12']],
  ['10-11 Juni, 14 Juni dan 17 Juni 2024', ['2024-06-10', '2024-06-11', '2024-06-14', '2024-06-17']],
])('%s are days', (typed, days) => expect(readDays(typed, today)).toEqual(days))

test.each(['', 'besok', '12-10 Juni 2024', '31 Juni 2024', '10', '10 Juni 2024, lusa', '🙂'])('%s are none', (typed) =>
  expect(readDays(typed, today)).toBeUndefined(),
)

test('slot length, tables and share are three numbers', () => {
  expect(readSeats('30 menit, 2 meja, 20 %')).toEqual({ slotMinutes: 30, tables: 2, walkInShare: 20 })
  for (const wrong of ['30, 2', '5, 2, 20', '30, 0, 20', '30, 2, 101', '30 2 20 1'])
    expect(readSeats(wrong)).toBeUndefined()
})
