import fc from 'fast-check'
import { type Act, visitActs } from './desk-model.ts'

// Any act of owners and of the office, and any order of them.

const slot = fc.nat(2)
const day = fc.nat(1)

/** What somebody does while time stands still. */
export function anyDeed(people: number): fc.Arbitrary<Act> {
  const who = fc.nat(people - 1)
  return fc.oneof(
    { weight: 8, arbitrary: fc.record({ does: fc.constantFrom('book' as const, 'move' as const), who, slot }) },
    {
      weight: 9,
      arbitrary: fc.record({
        does: fc.constantFrom('cancel', 'wait', 'leave', 'take', 'decline') as fc.Arbitrary<'cancel'>,
        who,
      }),
    },
    { weight: 7, arbitrary: fc.record({ does: fc.constantFrom(...visitActs), who }) },
    { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('close-slot' as const, 'open-slot' as const), slot }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('move-day' as const), day, to: fc.nat(3) }) },
  )
}

const timePasses: fc.Arbitrary<Act> = fc.record({
  does: fc.constant('time-passes' as const),
  minutes: fc.constantFrom(5, 29, 30, 45, 24 * 60),
})
/** A day is closed in some sequences only: there is little to see after it. */
const closing = fc.option(fc.record({ does: fc.constant('close-day' as const), day }), { nil: undefined, freq: 5 })

export const anyActs = (people: number, most: number): fc.Arbitrary<Act[]> =>
  fc
    .tuple(
      fc.array(fc.oneof({ weight: 13, arbitrary: anyDeed(people) }, { weight: 1, arbitrary: timePasses }), {
        minLength: 3,
        maxLength: most,
      }),
      closing,
      fc.nat(most),
    )
    .map(([acts, shut, at]) => (shut ? acts.toSpliced(at, 0, shut) : acts))
