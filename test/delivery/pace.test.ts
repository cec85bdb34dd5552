import fc from 'fast-check'
import { againAfter, turns } from '../../src/delivery/pace.ts'
import { book, look } from '../../src/delivery/pace-store.ts'
import { telegramRates } from '../../src/platform/telegram/rates.ts'
import { expect, test } from '../support/index.ts'

const apart = 40
const { perSecond } = telegramRates.shared

test.each([
  { what: 'a few to single people go at once', fullIn: 0, priority: 0, turns: [0, 0, 0, 0, 0, 40, 80] },
  { what: 'a broadcast keeps to the pace', fullIn: 0, priority: -10, turns: [0, 40, 80, 120, 160, 200, 240] },
  { what: 'a broadcast waits for what went before', fullIn: 100, priority: -10, turns: [100, 140, 180, 220] },
  { what: 'somebody of their own waits less', fullIn: 100, priority: 5, turns: [0, 0, 20, 60] },
])('$what', ({ fullIn, priority, turns: expected }) => {
  expect(turns(fullIn, expected.length, priority, telegramRates)).toEqual(expected)
})

test('however processes take turns, in no second more goes than Telegram allows', () => {
  const batch = fc.record({
    after: fc.integer({ min: 0, max: 1500 }),
    count: fc.integer({ min: 1, max: 10 }),
    priority: fc.constantFrom(-10, 0, 5),
  })
  fc.assert(
    fc.property(fc.array(batch, { maxLength: 40 }), (batches) => {
      let [now, fullAt] = [0, 0]
      const times = batches.flatMap(({ after, count, priority }) => {
        now += after
        const fullIn = Math.max(0, fullAt - now)
        fullAt = now + fullIn + count * apart
        return turns(fullIn, count, priority, telegramRates).map((wait) => now + wait)
      })
      for (const begin of times)
        expect(times.filter((time) => time >= begin && time < begin + 1000).length).toBeLessThanOrEqual(30)
    }),
  )
})

test('what went out uncertainly is repeated later and later, and at last no more', () => {
  expect([1, 2, 3, 4, 5].map(againAfter)).toEqual([5, 30, 120, undefined, undefined])
})

test('all processes take from one pace, and answers are part of it', async ({ world }) => {
  const { db } = world.rt
  const taking = (count: number, answers = 0) => book(db, { answers, pause: 0, count, perSecond })
  expect(await look(db)).toEqual({ fullIn: 0, pausedFor: 0 })
  // Slow on purpose, so that the time the statements take does not matter.
  const slowly = (count: number, answers = 0) => book(db, { answers, pause: 0, count, perSecond: 0.01 })
  expect((await slowly(1)).fullIn).toBeCloseTo(0, -2)
  expect(Math.round((await slowly(2)).fullIn / 1e4)).toBe(10)
  expect(Math.round((await slowly(1)).fullIn / 1e4)).toBe(30)
  // Answers count too, but what is long past is forgotten.
  expect(Math.round((await slowly(0, 3)).fullIn / 1e4)).toBe(40)
  await db.sql('UPDATE send_pace SET free_at = clock_timestamp()')
  expect((await taking(1, 10)).fullIn).toBeGreaterThan(200)
  await db.sql('UPDATE send_pace SET free_at = clock_timestamp()')
  const { fullIn } = await taking(1, 10_000)
  expect(fullIn).toBeGreaterThan(1_500)
  expect(fullIn).toBeLessThanOrEqual(2_000)
})

test('a pause is everybody’s, is never shortened, and holds the pace up', async ({ world }) => {
  const { db } = world.rt
  const pausing = (pause: number) => book(db, { answers: 0, pause, count: 0, perSecond })
  await pausing(60_000)
  await pausing(1_000)
  const { pausedFor, fullIn } = await look(db)
  expect(Math.round(pausedFor / 10_000)).toBe(6)
  expect(Math.round(fullIn / 10_000)).toBe(6)
})
