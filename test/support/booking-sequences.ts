import fc from 'fast-check'
import { expect } from 'vitest'
import { actOf, anyTurns, type Opening } from './any-act.ts'
import { beginning, HOLDS, type Seats } from './booking-model.ts'
import { layout, makeStage, shown } from './booking-stage.ts'
import { act, broken } from './desk-model.ts'

// Any order of what owners and the office do at a desk: on the model alone, and on the database, which must say the same at
// every step. A failure prints its seed; BOOKING_SEED runs it again.

const PEOPLE = 5
/** So many turns at most on the database. */
const LONGEST = 20

export const seed = Number(process.env.BOOKING_SEED ?? Math.floor(Math.random() * 2 ** 31))
/** Of each opening; the two run side by side, each on a database of its own. */
export const runs = Math.ceil(Number(process.env.BOOKING_RUNS ?? 200) / 2)

export function runOnModel(opening: Opening, numRuns: number): void {
  const seats: Seats = { ...layout, heldUntil: (now) => now + HOLDS }
  fc.assert(
    fc.property(anyTurns(PEOPLE, 60, opening), (turns) => {
      const state = beginning(seats)
      for (const turn of turns) {
        const each = actOf(seats, state, PEOPLE, turn)
        if (each) act(seats, state, each)
        expect(broken(seats, state)).toEqual([])
      }
    }),
    { numRuns, seed },
  )
}

export async function runOnDatabase(opening: Opening): Promise<void> {
  const stage = await makeStage(PEOPLE)
  await fc.assert(
    fc.asyncProperty(anyTurns(PEOPLE, LONGEST, opening), async (turns) => {
      await stage.reset()
      const state = beginning(stage.seats)
      for (const turn of turns) {
        const each = actOf(stage.seats, state, PEOPLE, turn)
        if (!each) continue
        const expected = act(stage.seats, state, each)
        expect(await stage.does(each, state.now), JSON.stringify(each)).toBe(expected)
        expect(await stage.seen(), JSON.stringify(each)).toEqual(shown(stage.seats, state))
      }
    }),
    { numRuns: runs, seed },
  )
}
