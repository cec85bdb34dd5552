import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Rate, take, telegramRates } from '../../../src/platform/telegram/rates.ts'

test.each([
  { what: 'a full bucket gives its burst at once', fullAt: 0, count: 4, wait: 0 },
  { what: 'more than the burst is waited for', fullAt: 0, count: 5, wait: 1000 },
  { what: 'what was taken before is missing', fullAt: 3000, count: 2, wait: 1000 },
  { what: 'a bucket that was full long ago holds no more than its burst', fullAt: -60_000, count: 6, wait: 2000 },
])('$what', ({ fullAt, count, wait }) => {
  expect(take(fullAt, { burst: 4, perSecond: 1 }, count, 0).wait).toBe(wait)
})

const rate = fc.record({ burst: fc.integer({ min: 1, max: 30 }), perSecond: fc.integer({ min: 1, max: 50 }) })
/** Somebody asks for so many, so many milliseconds after the one before. */
const asks = fc.array(fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 12 })), { maxLength: 60 })

/** The times at which everything goes that is asked for. */
function goings({ burst, perSecond }: Rate, list: [pause: number, count: number][]): number[] {
  let [now, fullAt] = [0, Number.NEGATIVE_INFINITY]
  return list.flatMap(([pause, count]) => {
    now += pause
    return Array.from({ length: count }, () => {
      const taken = take(fullAt, { burst, perSecond }, 1, now)
      fullAt = taken.fullAt
      return now + taken.wait
    })
  })
}

test('in no stretch of time more goes than the burst and what comes back meanwhile', () => {
  fc.assert(
    fc.property(rate, asks, (rate, list) => {
      const times = goings(rate, list)
      for (const [from, begin] of times.entries()) {
        for (let to = from; to < times.length; to++) {
          const seconds = ((times[to] ?? 0) - begin) / 1000
          expect(to - from + 1).toBeLessThanOrEqual(rate.burst + seconds * rate.perSecond + 1e-6)
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('nobody is overtaken, and nobody waits longer than what was asked for before takes', () => {
  fc.assert(
    fc.property(rate, asks, (rate, list) => {
      const times = goings(rate, list)
      expect(times).toEqual(times.toSorted((a, b) => a - b))
      const all = list.reduce((sum, [, count]) => sum + count, 0)
      const asked = list.reduce((sum, [pause]) => sum + pause, 0)
      expect(times.at(-1) ?? 0).toBeLessThanOrEqual(asked + (all / rate.perSecond) * 1000 + 1e-6)
    }),
  )
})

test('taking many at once comes to the same as taking them one by one', () => {
  fc.assert(
    fc.property(rate, fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 1, max: 20 }), (rate, fullAt, count) => {
      let one = { fullAt, wait: 0 }
      for (let at = 0; at < count; at++) one = take(one.fullAt, rate, 1, 0)
      const all = take(fullAt, rate, count, 0)
      expect(all.fullAt).toBeCloseTo(one.fullAt, 6)
      expect(all.wait).toBeCloseTo(one.wait, 6)
    }),
  )
})

test('what is kept leaves room under what Telegram allows', () => {
  const { overall, shared, chat, group } = telegramRates
  expect(overall.perSecond).toBeLessThan(30)
  expect(shared.perSecond + shared.burst).toBeLessThanOrEqual(30)
  expect(chat.perSecond).toBe(1)
  expect(group.perSecond * 60).toBe(20)
})
