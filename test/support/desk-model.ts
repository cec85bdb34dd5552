import {
  answer,
  type Booked,
  book,
  cancel,
  DAY,
  dateOf,
  freeIn,
  inLine,
  isAhead,
  isClosed,
  leave,
  leaveLater,
  liveOf,
  MINUTE,
  move,
  offerOf,
  openSlots,
  passOn,
  passTime,
  type Seats,
  type State,
  slotsOf,
  startOf,
  today,
  wait,
} from './booking-model.ts'

// What the office does to days, slots and visits, as a model; and every act there is, of owners and of the office.

const undoable = ['arrive', 'call', 'finish', 'absent'] as const
type Undoable = (typeof undoable)[number]
const undone = undoable.map((each) => `undo-${each}` as const)
export const visitActs = [...undoable, ...undone]

/** One act of somebody; people, slots and days by their number. Visits are those of the person's last booking. */
export type Act =
  | { does: 'book' | 'move'; who: number; slot: number }
  | { does: 'cancel' | 'wait' | 'leave' | 'take' | 'decline'; who: number }
  | { does: (typeof visitActs)[number]; who: number }
  | { does: 'close-slot' | 'open-slot'; slot: number }
  | { does: 'close-day'; day: number }
  | { does: 'move-day'; day: number; to: number }
  | { does: 'time-passes'; minutes: number }

/** Does an act, and answers what the person is told. No two acts happen at the same instant. */
export function act(seats: Seats, state: State, what: Act): string {
  state.now += 1
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
    case 'close-slot':
      return close(seats, state, [what.slot], state.closedSlots, what.slot)
    case 'open-slot':
      return open(seats, state, what.slot)
    case 'close-day':
      return close(seats, state, slotsOn(seats, what.day), state.closedDays, what.day)
    case 'move-day':
      return moveDay(seats, state, what.day, what.to)
    case 'time-passes':
      return passTime(seats, state, what.minutes * MINUTE)
    default:
      return visit(seats, state, what.does, what.who)
  }
}

const slotsOn = (seats: Seats, day: number): number[] => slotsOf(seats).filter((slot) => seats.days[slot] === day)

/** Whoever has a seat ahead loses it, unless they sit at it already; what was offered is withdrawn. */
function close(seats: Seats, state: State, slots: number[], closed: Set<number>, target: number): string {
  if (closed.has(target)) return 'ok'
  const ahead = slots.filter((slot) => isAhead(seats, state, slot))
  closed.add(target)
  withdraw(state, ahead)
  state.bookings = state.bookings.filter(
    (each) => !(ahead.includes(each.slot) && each.state === 'booked' && !each.called),
  )
  // Where nothing is to come nobody waits.
  if (openSlots(seats, state).length === 0) state.line = []
  return 'ok'
}

/** A slot that was closed has its seats again, and whoever waits is offered them. */
function open(seats: Seats, state: State, slot: number): string {
  if (!isAhead(seats, state, slot)) return 'day-gone'
  if (!state.closedSlots.has(slot)) return 'ok'
  if (state.closedDays.has(seats.days[slot] ?? -1)) return 'day-gone'
  state.closedSlots.delete(slot)
  while (passOn(seats, state, slot));
  return 'ok'
}

/** Takes offers back; whoever had one keeps their place. Answers the slots that were offered. */
function withdraw(state: State, slots: number[]): number[] {
  const taken = state.offers.filter(({ slot }) => slots.includes(slot))
  state.offers = state.offers.filter((each) => !taken.includes(each))
  return taken.map(({ slot }) => slot).toSorted((a, b) => a - b)
}

function moveDay(seats: Seats, state: State, day: number, to: number): string {
  const date = state.dates[day] ?? 0
  if (date === to) return 'ok'
  const slots = slotsOn(seats, day)
  const visits = state.bookings.filter(({ slot }) => slots.includes(slot))
  const inUse = slots.filter((slot) => !state.closedSlots.has(slot) || visits.some((each) => each.slot === slot))
  if (state.closedDays.has(day) || inUse.length === 0) return 'day-gone'
  const start = Math.min(...inUse.map((slot) => startOf(seats, state, slot)))
  if (start <= state.now || visits.some(({ arrived, state: is }) => arrived || is !== 'booked')) return 'day-begun'
  if (start + (to - date) * DAY <= state.now) return 'date-past'
  if (state.dates.includes(to)) return 'date-taken'
  const freed = withdraw(state, slots)
  state.dates[day] = to
  for (const slot of freed) passOn(seats, state, slot)
  return 'ok'
}

type Stage = 'expected' | 'waiting' | 'serving' | 'done' | 'absent'

function stageOf({ state, arrived, called }: Booked): Stage {
  if (state !== 'booked') return state === 'served' ? 'done' : 'absent'
  if (called) return 'serving'
  return arrived ? 'waiting' : 'expected'
}

function visit(seats: Seats, state: State, does: (typeof visitActs)[number], who: number): string {
  const has = state.bookings.findLast((each) => each.who === who)
  if (!has) return 'nothing-booked'
  if (does.startsWith('undo-')) return undo(seats, state, has, does.slice('undo-'.length) as Undoable)
  // A ticket is good for its day alone.
  if (does === 'arrive' && dateOf(seats, state, has.slot) !== today(state)) return 'other-day'
  const told = whyNot[does as Undoable](stageOf(has))
  if (told === 'done') return 'ok'
  if (dateOf(seats, state, has.slot) > today(state)) return 'too-early'
  if (told) return told
  if (does !== 'absent') has.arrived = true
  if (does === 'call' || does === 'finish') has.called = true
  if (does === 'finish') has.state = 'served'
  if (does === 'absent') has.state = 'no-show'
  return 'ok'
}

const ended = { done: 'settled', absent: 'is-absent' } as const

/** Why an act is not done; `done` when it was done before. */
const whyNot: Record<Undoable, (stage: Stage) => string | undefined> = {
  arrive: (stage) => (stage === 'expected' ? undefined : stage === 'absent' ? 'is-absent' : 'done'),
  call: (stage) =>
    ({ ...ended, expected: 'not-there', waiting: undefined, serving: 'done' })[stage] as string | undefined,
  finish: (stage) => ({ ...ended, done: 'done', expected: 'not-there', waiting: undefined, serving: undefined })[stage],
  absent: (stage) => ({ ...ended, absent: 'done', expected: undefined, waiting: undefined, serving: 'settled' })[stage],
}

const stageAfter = { arrive: 'waiting', call: 'serving', finish: 'done', absent: 'absent' } as const

function undo(seats: Seats, state: State, has: Booked, what: Undoable): string {
  const was = {
    arrive: has.arrived,
    call: has.called,
    finish: has.state === 'served',
    absent: has.state === 'no-show',
  }
  if (!was[what]) return 'ok'
  if (stageOf(has) !== stageAfter[what]) return 'moved-on'
  const isLive = has.state === 'booked'
  if (!isLive && liveOf(state, has.who)) return 'booked-again'
  // Nobody comes back to a slot that was closed meanwhile, unless they sit there.
  if (what !== 'finish' && isClosed(seats, state, has.slot) && isAhead(seats, state, has.slot)) return 'slot-closed'
  if (what === 'arrive') has.arrived = false
  if (what === 'call') has.called = false
  has.state = 'booked'
  if (!isLive) leaveLater(state, has.who)
  return 'ok'
}

/** What must be true whatever happened; answers what is not. */
export function broken(seats: Seats, state: State): string[] {
  const line = inLine(state)
  const people = [...new Set(state.bookings.map(({ who }) => who))]
  return [
    ...slotsOf(seats)
      .filter((slot) => freeIn(seats, state, slot) < 0)
      .map((slot) => `slot ${slot} over capacity`),
    ...people
      .filter((who) => state.bookings.filter((each) => each.who === who && each.state === 'booked').length > 1)
      .map((who) => `${who} has two seats ahead`),
    ...people.filter((who) => liveOf(state, who) && line.includes(who)).map((who) => `${who} has a seat and waits`),
    ...state.offers
      .filter((each) => each.expires > state.now && offerOf(state, each.who) !== each)
      .map(({ who }) => `${who} is offered, but waits not`),
    ...state.offers
      .filter(({ slot }) => isClosed(seats, state, slot))
      .map(({ slot }) => `slot ${slot} is closed, but offered`),
    ...state.bookings
      .filter(({ state: is, slot, called }) => is === 'booked' && !called && isAhead(seats, state, slot))
      .filter(({ slot }) => isClosed(seats, state, slot))
      .map(({ who }) => `${who} has a seat in a closed slot`),
    ...state.bookings
      .filter(({ slot, arrived }) => arrived && dateOf(seats, state, slot) > today(state))
      .map(({ who }) => `${who} is there before the day`),
    ...(line.length === new Set(line).size ? [] : ['somebody stands in line twice']),
    ...(state.dates.length === new Set(state.dates).size ? [] : ['two days on one date']),
  ]
}
