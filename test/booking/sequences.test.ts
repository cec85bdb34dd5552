import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginning, HOLDS, type Seats } from '../support/booking-model.ts'
import { layout, makeStage, shown } from '../support/booking-stage.ts'
import { type Act, act, broken, visitActs } from '../support/desk-model.ts'

// Any order of what owners and the office do at a desk: first on the model alone, then on the database, which must say
// the same at every step.

const PEOPLE = 5
const who = fc.nat(PEOPLE - 1)
const slot = fc.nat(2)
const day = fc.nat(1)
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ does: fc.constantFrom('book' as const, 'move' as const), who, slot }) },
  {
    weight: 9,
    arbitrary: fc.record({
      does: fc.constantFrom('cancel', 'wait', 'leave', 'take', 'decline') as fc.Arbitrary<'cancel'>,
      who,
    }),
  },
  { weight: 7, arbitrary: fc.record({ does: fc.constantFrom(...visitActs), who }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('close-slot' as const), slot }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('move-day' as const), day, to: fc.nat(3) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('time-passes' as const),
      minutes: fc.constantFrom(5, 29, 30, 45, 24 * 60),
    }),
  },
)
/** A day is closed in some sequences only: there is little to see after it. */
const closing = fc.option(fc.record({ does: fc.constant('close-day' as const), day }), { nil: undefined, freq: 5 })
const anyActs = (most: number): fc.Arbitrary<Act[]> =>
  fc
    .tuple(fc.array(anyAct, { minLength: 3, maxLength: most }), closing, fc.nat(most))
    .map(([acts, shut, at]) => (shut ? acts.toSpliced(at, 0, shut) : acts))

const seed = Number(process.env.BOOKING_SEED ?? Math.floor(Math.random() * 2 ** 31))
const runs = Number(process.env.BOOKING_RUNS ?? 200)

test(`5,000 sequences on the model (seed ${seed})`, () => {
  const seats: Seats = { ...layout, heldUntil: (now) => now + HOLDS }
  fc.assert(
    fc.property(anyActs(60), (acts) => {
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
    fc.asyncProperty(anyActs(14), async (acts) => {
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
