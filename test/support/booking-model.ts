// Seats at one desk as a model: who has which, who waits, what is offered. It knows nothing of the database, and says of
// every act whether it is done or why it is refused.

/** One act of somebody; people and slots by their number. */
export type Act =
  | { does: 'book' | 'move'; who: number; slot: number }
  | { does: 'cancel' | 'wait' | 'leave' | 'take' | 'decline'; who: number }
  | { does: 'time-passes'; minutes: number }

export interface Seats {
  /** Free or taken seats, by slot. */
  capacity: readonly number[]
  /** When each slot begins, in minutes from the start. */
  starts: readonly number[]
}

interface Offer {
  slot: number
  expires: number
}

export interface State {
  now: number
  /** The slot each person has booked. */
  booked: Map<number, number>
  /** Who waits, the first first. */
  line: number[]
  offers: Map<number, Offer>
}

export const HOLDS = 30

export const beginning = (): State => ({ now: 0, booked: new Map(), line: [], offers: new Map() })

const takenIn = ({ booked, offers }: State, slot: number): number =>
  [...booked.values()].filter((each) => each === slot).length +
  [...offers.values()].filter((each) => each.slot === slot).length

export const freeIn = (seats: Seats, state: State, slot: number): number =>
  (seats.capacity[slot] ?? 0) - takenIn(state, slot)

const isAhead = ({ starts }: Seats, { now }: State, slot: number): boolean => (starts[slot] ?? 0) > now

/** Does an act, and answers what the person is told. */
export function act(seats: Seats, state: State, what: Act): string {
  switch (what.does) {
    case 'book':
      return book(seats, state, what.who, what.slot)
    case 'move':
      return move(seats, state, what.who, what.slot)
    case 'cancel':
      return cancel(seats, state, what.who)
    case 'wait':
      return wait(seats, state, what.who)
    case 'leave':
      return leave(seats, state, what.who)
    case 'take':
    case 'decline':
      return answer(seats, state, what.who, what.does)
    case 'time-passes':
      state.now += what.minutes
      return expire(seats, state)
  }
}

function book(seats: Seats, state: State, who: number, slot: number): string {
  const has = state.booked.get(who)
  if (has !== undefined) return has === slot ? 'ok' : 'booked-already'
  if (!isAhead(seats, state, slot)) return 'slot-past'
  if (freeIn(seats, state, slot) <= 0) return 'slot-full'
  return begin(seats, state, who, slot)
}

/** Whoever has a seat waits no more, and what was held for them goes on. */
function begin(seats: Seats, state: State, who: number, slot: number): string {
  state.booked.set(who, slot)
  leave(seats, state, who)
  return 'ok'
}

function move(seats: Seats, state: State, who: number, slot: number): string {
  const has = state.booked.get(who)
  if (has === undefined) return 'nothing-booked'
  if (has === slot) return 'ok'
  if (!isAhead(seats, state, has)) return 'begun'
  if (!isAhead(seats, state, slot)) return 'slot-past'
  if (freeIn(seats, state, slot) <= 0) return 'slot-full'
  state.booked.set(who, slot)
  passOn(seats, state, has)
  return 'ok'
}

function cancel(seats: Seats, state: State, who: number): string {
  const has = state.booked.get(who)
  if (has === undefined) return 'nothing-booked'
  if (!isAhead(seats, state, has)) return 'begun'
  state.booked.delete(who)
  passOn(seats, state, has)
  return 'ok'
}

function wait(seats: Seats, state: State, who: number): string {
  if (state.booked.has(who)) return 'booked-already'
  if (seats.capacity.some((_, slot) => isAhead(seats, state, slot) && freeIn(seats, state, slot) > 0))
    return 'seats-left'
  if (!state.line.includes(who)) state.line.push(who)
  return 'ok'
}

function leave(seats: Seats, state: State, who: number): string {
  const offer = state.offers.get(who)
  state.offers.delete(who)
  state.line = state.line.filter((each) => each !== who)
  if (offer) passOn(seats, state, offer.slot)
  return 'ok'
}

function answer(seats: Seats, state: State, who: number, does: 'take' | 'decline'): string {
  const offer = state.offers.get(who)
  if (!offer) return 'nothing-offered'
  if (offer.expires <= state.now) return 'offer-over'
  state.offers.delete(who)
  if (does === 'take') return begin(seats, state, who, offer.slot)
  toTheEnd(state, who)
  passOn(seats, state, offer.slot)
  return 'ok'
}

function expire(seats: Seats, state: State): string {
  const due = [...state.offers]
    .filter(([, { expires }]) => expires <= state.now)
    .sort(([, a], [, b]) => a.expires - b.expires)
  for (const [who, { slot }] of due) {
    state.offers.delete(who)
    toTheEnd(state, who)
    passOn(seats, state, slot)
  }
  return 'ok'
}

function toTheEnd(state: State, who: number): void {
  state.line = [...state.line.filter((each) => each !== who), who]
}

function passOn(seats: Seats, state: State, slot: number): void {
  const expires = state.now + HOLDS
  if (!isAhead(seats, state, slot) || expires >= (seats.starts[slot] ?? 0)) return
  const next = state.line.find((who) => !state.offers.has(who) && !state.booked.has(who))
  if (next !== undefined && freeIn(seats, state, slot) > 0) state.offers.set(next, { slot, expires })
}

/** What must be true whatever happened; answers what is not. */
export function broken(seats: Seats, state: State): string[] {
  const over = seats.capacity.flatMap((_, slot) =>
    freeIn(seats, state, slot) < 0 ? [`slot ${slot} over capacity`] : [],
  )
  const both = [...state.booked.keys()]
    .filter((who) => state.line.includes(who))
    .map((who) => `${who} has a seat and waits`)
  const lost = [...state.offers.keys()]
    .filter((who) => !state.line.includes(who))
    .map((who) => `${who} is offered, but waits not`)
  const twice = state.line.length === new Set(state.line).size ? [] : ['somebody stands in line twice']
  return [...over, ...both, ...lost, ...twice]
}
