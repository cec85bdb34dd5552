import fc from 'fast-check'
import type { Seats, State } from './booking-model.ts'
import { type Act, act, visitActs } from './desk-model.ts'

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
        does: fc.constantFrom(
          'cancel',
          'cancel',
          'wait',
          'wait',
          'leave',
          'take',
          'take',
          'decline',
          'decline',
        ) as fc.Arbitrary<'cancel'>,
        who,
      }),
    },
    { weight: 8, arbitrary: fc.record({ does: fc.constantFrom('arrive' as const, ...visitActs), who }) },
    {
      weight: 1,
      arbitrary: fc.record({ does: fc.constantFrom('close-slot' as const, 'open-slot' as const), slot }),
    },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('move-day' as const), day, to: fc.nat(3) }) },
  )
}

const timePasses: fc.Arbitrary<Act> = fc.record({
  does: fc.constant('time-passes' as const),
  minutes: fc.constantFrom(5, 5, 29, 29, 30, 30, 45, 24 * 60),
})

/** An act, and whether it is to be one that somebody can do: the first who can from the one it names does it. */
export interface Turn {
  what: Act
  isWise: boolean
}

const turnOf = (what: fc.Arbitrary<Act>): fc.Arbitrary<Turn> =>
  fc.record({ what, isWise: fc.integer({ min: 0, max: 5 }).map((die) => die > 0) })

/** A day is closed in some sequences only: there is little to see after it. */
const closing = fc.option(turnOf(fc.record({ does: fc.constant('close-day' as const), day })), {
  nil: undefined,
  freq: 5,
})

/** Every seat is taken, and two people wait: from here most of what can happen is near. */
export const fullDesk: Act[] = [
  { does: 'book', who: 0, slot: 0 },
  { does: 'book', who: 1, slot: 1 },
  { does: 'book', who: 2, slot: 2 },
  { does: 'wait', who: 3 },
  { does: 'wait', who: 4 },
]

export type Opening = 'empty' | 'full'
const openings: Record<Opening, Turn[]> = { empty: [], full: fullDesk.map((what) => ({ what, isWise: false })) }

export const anyTurns = (people: number, most: number, opening: Opening): fc.Arbitrary<Turn[]> =>
  fc
    .tuple(
      fc.array(turnOf(fc.oneof({ weight: 13, arbitrary: anyDeed(people) }, { weight: 1, arbitrary: timePasses })), {
        minLength: 3,
        maxLength: most,
        size: 'max',
      }),
      closing,
      fc.nat(most),
    )
    // One in six has a day closed in its midst.
    .map(([turns, shut, at]) => [
      ...openings[opening],
      ...(shut && at % 6 === 0 ? turns.toSpliced(at, 0, shut) : turns),
    ])

/**
 * The act of a turn. Most people refuse to be picked blindly: a wise one is done by the next person for whom it changes
 * something, or by nobody.
 */
export function actOf(seats: Seats, state: State, people: number, { what, isWise }: Turn): Act | undefined {
  if (!isWise || !('who' in what)) return what
  const before = faceOf(state)
  for (let step = 0; step < people; step++) {
    const other = { ...what, who: (what.who + step) % people }
    const tried = copyOf(state)
    if (act(seats, tried, other) === 'ok' && faceOf(tried) !== before) return other
  }
  return undefined
}

/** A state of its own, as far as what one person does may change it. */
const copyOf = (state: State): State => ({
  ...state,
  bookings: state.bookings.map((each) => ({ ...each })),
  line: [...state.line],
  offers: state.offers.map((each) => ({ ...each })),
})

const faceOf = ({ bookings, line, offers, dates }: State): string => JSON.stringify([bookings, line, offers, dates])
