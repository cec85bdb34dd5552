import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDeed, fullDesk } from '../support/any-act.ts'
import { makeStage } from '../support/booking-stage.ts'
import type { Act } from '../support/desk-model.ts'
import { serverUrl } from '../support/template.ts'

// Owners, officers and admins at the same desk at the same instant, over real connections. Whoever waits for a row that
// somebody else holds must never be waited for in turn: what holds what, and in which order, is in src/booking/turn-store.ts.

const PEOPLE = 8
const AT_ONCE = 6
const ROUNDS = Number(process.env.BOOKING_ROUNDS ?? 120)
const seed = Number(process.env.BOOKING_SEED ?? Math.floor(Math.random() * 2 ** 31))

/** Whoever has a seat gives it back or comes, and whoever waits answers what they are offered. */
const anyExchange: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ does: fc.constant('cancel' as const), who: fc.nat(2) }),
  fc.record({ does: fc.constantFrom('arrive' as const, 'absent' as const), who: fc.nat(2) }),
  fc.record({ does: fc.constantFrom('take' as const, 'decline' as const), who: fc.integer({ min: 3, max: 4 }) }),
)

/** The day is moved in every round, and a slot closed in many: that is when it would happen. */
const anyRound = fc.tuple(
  fc.array(anyDeed(PEOPLE), { minLength: AT_ONCE, maxLength: AT_ONCE }),
  fc.array(anyExchange, { minLength: AT_ONCE, maxLength: AT_ONCE }),
  fc.record({ does: fc.constant('move-day' as const), day: fc.constant(0), to: fc.constantFrom(0, 0, 2, 3) }),
  fc.option(fc.record({ does: fc.constant('close-slot' as const), slot: fc.constant(2) }), { nil: undefined, freq: 2 }),
)

test.runIf(serverUrl())(
  `a day is moved and slots are closed while people book, move, cancel and answer offers (seed ${seed})`,
  { timeout: 600_000 },
  async () => {
    const stage = await makeStage(PEOPLE)
    const done = new Set<Act['does']>()
    const rounds = fc.sample(anyRound, { numRuns: ROUNDS, seed })
    for (const [index, [deeds, exchanges, moves, closes]] of rounds.entries()) {
      const time = index * 10
      if (index % 4 === 0) {
        await stage.reset()
        for (const each of fullDesk) await stage.does(each, time)
      }
      const acts: Act[] = [...deeds, ...exchanges, moves, ...(closes ? [closes] : [])]
      const told = await Promise.all(acts.map((each) => stage.does(each, time)))
      for (const [nth, { does }] of acts.entries()) if (told[nth] === 'ok') done.add(does)
      expect(await stage.broken(), `round ${index}`).toEqual([])
      await stage.does({ does: 'time-passes', minutes: 0 }, time + 1)
      expect(await stage.overlooked(), `round ${index}`).toEqual([])
    }
    for (const what of ['book', 'move', 'cancel', 'take', 'decline', 'move-day', 'close-slot'] as const)
      expect(done, 'what was done at all').toContain(what)
    expect(
      (['arrive', 'absent'] as const).some((what) => done.has(what)),
      'a visit at the desk',
    ).toBe(true)
  },
)
