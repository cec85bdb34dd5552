// Seats at one desk as a model: who has which, who waits, what is offered. It knows nothing of the database, and says of
// every act whether it is done or why it is refused. What the office does to days and visits is in desk-model.ts.

/** Times are milliseconds from the beginning, a Monday at eight. */
export const MINUTE = 60_000
export const DAY = 24 * 60 * MINUTE
const EIGHT = 8 * 60 * MINUTE

export interface Seats {
  /** How many seats each slot has. */
  capacity: readonly number[]
  /** When each slot begins, as the days are at first. */
  starts: readonly number[]
  /** The day on which each slot is. */
  days: readonly number[]
  /** Until when a seat is held that is offered now. */
  heldUntil(now: number): number
}

interface Offer {
  who: number
  /** Which place in line it was made to. */
  no: number
  slot: number
  expires: number
}

/** A booking that was not cancelled, and its visit. */
export interface Booked {
  who: number
  slot: number
  state: 'booked' | 'served' | 'no-show'
  arrived: boolean
  called: boolean
}

interface Waiting {
  who: number
  since: number
  /** Which of all who ever joined. */
  no: number
  /** Slots whose seat they let go. */
  not: number[]
}

export interface State {
  now: number
  bookings: Booked[]
  line: Waiting[]
  joined: number
  offers: Offer[]
  /** The date of each day, counted from the first. */
  dates: number[]
  closedSlots: Set<number>
  closedDays: Set<number>
}

export const HOLDS = 30 * MINUTE

export const beginning = ({ days }: Seats): State => ({
  now: 0,
  bookings: [],
  line: [],
  joined: 0,
  offers: [],
  dates: [...new Set(days)],
  closedSlots: new Set(),
  closedDays: new Set(),
})

export const today = ({ now }: State): number => Math.floor((now + EIGHT) / DAY)
export const dateOf = ({ days }: Seats, { dates }: State, slot: number): number => dates[days[slot] ?? -1] ?? -1

export const startOf = (seats: Seats, state: State, slot: number): number =>
  (seats.starts[slot] ?? 0) + (dateOf(seats, state, slot) - (seats.days[slot] ?? 0)) * DAY

export const slotsOf = ({ capacity }: Seats): number[] => capacity.map((_, slot) => slot)

export const isClosed = ({ days }: Seats, { closedSlots, closedDays }: State, slot: number): boolean =>
  closedSlots.has(slot) || closedDays.has(days[slot] ?? -1)

export const isAhead = (seats: Seats, state: State, slot: number): boolean => startOf(seats, state, slot) > state.now

export const openSlots = (seats: Seats, state: State): number[] =>
  slotsOf(seats).filter((slot) => !isClosed(seats, state, slot) && isAhead(seats, state, slot))

export const freeIn = ({ capacity }: Seats, { bookings, offers }: State, slot: number): number =>
  (capacity[slot] ?? 0) -
  bookings.filter((each) => each.slot === slot).length -
  offers.filter((each) => each.slot === slot).length

export const liveOf = ({ bookings }: State, who: number): Booked | undefined =>
  bookings.find((each) => each.who === who && each.state === 'booked')

const inOrder = ({ line }: State): Waiting[] => line.toSorted((a, b) => a.since - b.since || a.no - b.no)
export const inLine = (state: State): number[] => inOrder(state).map(({ who }) => who)

function whyNotSeat(seats: Seats, state: State, slot: number): string | undefined {
  if (isClosed(seats, state, slot)) return 'slot-gone'
  if (!isAhead(seats, state, slot)) return 'slot-past'
  return freeIn(seats, state, slot) <= 0 ? 'slot-full' : undefined
}

export function book(seats: Seats, state: State, who: number, slot: number): string {
  const has = liveOf(state, who)
  if (has) return has.slot === slot ? 'ok' : 'booked-already'
  return whyNotSeat(seats, state, slot) ?? begin(seats, state, who, slot)
}

/** Whoever has a seat waits no more, and what was held for them goes on. */
function begin(seats: Seats, state: State, who: number, slot: number): string {
  state.bookings.push({ who, slot, state: 'booked', arrived: false, called: false })
  return leave(seats, state, who)
}

const hasBegun = (seats: Seats, state: State, { slot, called }: Booked): boolean =>
  called || !isAhead(seats, state, slot)

export function move(seats: Seats, state: State, who: number, slot: number): string {
  const has = liveOf(state, who)
  if (!has) return 'nothing-booked'
  if (has.slot === slot) return 'ok'
  if (hasBegun(seats, state, has)) return 'begun'
  const refusal = whyNotSeat(seats, state, slot)
  if (refusal) return refusal
  const before = has.slot
  has.slot = slot
  // Whoever is there for one day is not there for another.
  if (seats.days[before] !== seats.days[slot]) has.arrived = false
  passOn(seats, state, before)
  return 'ok'
}

export function cancel(seats: Seats, state: State, who: number): string {
  const has = liveOf(state, who)
  if (!has) return 'nothing-booked'
  if (hasBegun(seats, state, has)) return 'begun'
  state.bookings = state.bookings.filter((each) => each !== has)
  passOn(seats, state, has.slot)
  return 'ok'
}

export function wait(seats: Seats, state: State, who: number): string {
  if (liveOf(state, who)) return 'booked-already'
  const open = openSlots(seats, state)
  if (open.length === 0) return 'slot-gone'
  if (open.some((slot) => freeIn(seats, state, slot) > 0)) return 'seats-left'
  if (!inLine(state).includes(who)) state.line.push({ who, since: state.now, no: state.joined++, not: [] })
  return 'ok'
}

export const offerOf = ({ line, offers }: State, who: number): Offer | undefined =>
  offers.find((each) => each.who === who && line.some(({ no }) => no === each.no))

export function leave(seats: Seats, state: State, who: number): string {
  const offer = offerOf(state, who)
  settle(state, offer)
  state.line = state.line.filter((each) => each.who !== who)
  if (offer) passOn(seats, state, offer.slot)
  return 'ok'
}

/** Leaves the line, and what was offered is over: the seat goes on when time passes. */
export function leaveLater(state: State, who: number): void {
  const offer = offerOf(state, who)
  if (offer) offer.expires = Math.min(offer.expires, state.now)
  state.line = state.line.filter((each) => each.who !== who)
}

export function answer(seats: Seats, state: State, who: number, does: 'take' | 'decline'): string {
  const offer = offerOf(state, who)
  if (!offer) return 'nothing-offered'
  if (offer.expires <= state.now) return 'offer-over'
  settle(state, offer)
  if (does === 'take') return begin(seats, state, who, offer.slot)
  goOn(seats, state, offer)
  return 'ok'
}

function settle(state: State, offer: Offer | undefined): void {
  state.offers = state.offers.filter((each) => each !== offer)
}

export function passTime(seats: Seats, state: State, milliseconds: number): string {
  state.now += milliseconds
  const due = state.offers.filter(({ expires }) => expires <= state.now).toSorted((a, b) => a.expires - b.expires)
  for (const offer of due) {
    settle(state, offer)
    goOn(seats, state, offer)
  }
  // Whoever lost an offer, or had one when another seat became free, is not forgotten.
  const inTime = openSlots(seats, state).toSorted((a, b) => startOf(seats, state, a) - startOf(seats, state, b))
  for (const slot of inTime) while (passOn(seats, state, slot));
  return 'ok'
}

/** Whoever did not take a seat goes to the end of the line, and the seat to the next. */
function goOn(seats: Seats, state: State, { no, slot }: Offer): void {
  state.line = state.line.map((each) =>
    each.no === no ? { ...each, since: state.now, not: [...each.not, slot] } : each,
  )
  passOn(seats, state, slot)
}

/** Offers a free seat to the next in line who did not let one of that slot go. Whether it did. */
export function passOn(seats: Seats, state: State, slot: number): boolean {
  const expires = seats.heldUntil(state.now)
  if (isClosed(seats, state, slot) || expires >= startOf(seats, state, slot)) return false
  const next = inOrder(state).find(
    ({ who, no, not }) => !not.includes(slot) && !state.offers.some((each) => each.no === no) && !liveOf(state, who),
  )
  if (!next || freeIn(seats, state, slot) <= 0) return false
  state.offers.push({ who: next.who, no: next.no, slot, expires })
  return true
}
