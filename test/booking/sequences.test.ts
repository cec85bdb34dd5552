import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyActs } from '../support/any-act.ts'
import { beginning, HOLDS, type Seats } from '../support/booking-model.ts'
import { layout, makeStage, shown } from '../support/booking-stage.ts'
import { act, broken } from '../support/desk-model.ts'

// Any order of what owners and the office do at a desk: first on the model alone, then on the database, which must say
// the same at every step.

const PEOPLE = 5
const seed = Number(process.env.BOOKING_SEED ?? Math.floor(Math.random() * 2 ** 31))
const runs = Number(process.env.BOOKING_RUNS ?? 200)

test(`5,000 sequences on the model (seed ${seed})`, () => {
  const seats: Seats = { ...layout, heldUntil: (now) => now + HOLDS }
  fc.assert(
    fc.property(anyActs(PEOPLE, 60), (acts) => {
      const state = beginning(seats)
      for (const each of acts) {
        act(seats, state, each)
        expect(broken(seats, state)).toEqual([])
      }
    }),
    { numRuns: 5_000, seed },
  )
})

test(`${runs} sequences on the database, step by step like the model (seed ${seed})`, {
  timeout: 1_800_000,
}, async () => {
  const stage = await makeStage(PEOPLE)
  await fc.assert(
    fc.asyncProperty(anyActs(PEOPLE, 14), async (acts) => {
      await stage.reset()
      const state = beginning(stage.seats)
      for (const each of acts) {
        const expected = act(stage.seats, state, each)
        expect(await stage.does(each, state.now), JSON.stringify(each)).toBe(expected)
        expect(await stage.seen(), JSON.stringify(each)).toEqual(shown(stage.seats, state))
      }
    }),
    { numRuns: runs, seed },
  )
})
