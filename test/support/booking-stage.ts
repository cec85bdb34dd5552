import { openDesk } from '../../src/booking/desk-service.ts'
import * as moving from '../../src/booking/moving-service.ts'
import type { DayId, DeskId, SlotId } from '../../src/booking/rules.ts'
import * as service from '../../src/booking/service.ts'
import type { VisitId } from '../../src/booking/visit-rules.ts'
import * as visits from '../../src/booking/visit-service.ts'
import * as line from '../../src/booking/waitlist-service.ts'
import { PROVINCE } from '../../src/calendar/rules.ts'
import { workingTimeOf } from '../../src/calendar/store.ts'
import { dossierId } from '../../src/dossier/rules.ts'
import type { Actor } from '../../src/people/rules.ts'
import { identify } from '../../src/people/store.ts'
import { daysAfter, inDaytime, type LocalDate, later, localDay, minutes } from '../../src/platform/time.ts'
import { freeIn, HOLDS, inLine, MINUTE, type Seats, type State, slotsOf, startOf } from './booking-model.ts'
import { BROKEN, HOLDING, type Holding, OVERLOOKED, resetOf, SEEN, type Seen, type Shown } from './booking-rows.ts'
import type { Act, visitActs } from './desk-model.ts'
import type { TestPerson } from './person.ts'
import { makeWorld, type World } from './world.ts'

// What the model tells of, done by the services on a database: two days of a desk, on which the same is done and seen.

const MONDAY = localDay().parse('2024-06-10')
const BEGINNING = new Date('2024-06-10T08:00:00+07:00')

/** Two slots on Monday from half past nine, one on Tuesday at the same time, with one table each. */
export const layout = {
  capacity: [1, 1, 1],
  starts: [90 * MINUTE, 120 * MINUTE, (24 * 60 + 90) * MINUTE],
  days: [0, 0, 1],
}

interface Cast {
  deskId: DeskId
  owners: Actor[]
  admin: Actor
  officer: Actor
  dossiers: ReturnType<ReturnType<typeof dossierId>['parse']>[]
  days: DayId[]
  slots: SlotId[]
}

export async function makeStage(people: number) {
  const world = await makeWorld()
  await world.openCycle()
  const admin = await actorOf(world, await world.admin('Kepala desk'))
  const officer = await actorOf(world, await world.officer('Rina', ['13.76']))
  const hours = { opens: '09:30', slotMinutes: 30, tables: 1, walkInShare: 0 }
  const days = [
    { ...hours, day: MONDAY, closes: '10:30' },
    { ...hours, day: daysAfter(MONDAY, 1), closes: '10:00' },
  ]
  const plan = { zone: 'payakumbuh', title: 'Payakumbuh', venue: undefined, point: undefined, days }
  const desk = await openDesk(world.rt, admin, plan)
  if (!desk.ok) throw new Error(desk.reason)
  const owners: Actor[] = []
  for (let index = 0; index < people; index++) {
    const owner = await world.owner(`Pemilik ${index}`)
    await owner.registers(`Usaha ${index}`, 'Kota Payakumbuh', 'Gerabah')
    owners.push(await actorOf(world, owner))
  }
  await world.admitAll()
  const { reader } = world.rt.db
  const inOrder = { orderBy: { id: 'asc' }, select: { id: true } } as const
  const cast: Cast = {
    deskId: desk.value,
    owners,
    admin,
    officer,
    dossiers: (await reader.dossier.findMany(inOrder)).map(({ id }) => dossierId().parse(id)),
    days: (await reader.deskDay.findMany(inOrder)).map(({ id }) => id as DayId),
    slots: (await reader.slot.findMany(inOrder)).map(({ id }) => id as SlotId),
  }
  const time = await workingTimeOf(reader, PROVINCE, BEGINNING)
  const heldUntil = (now: number): number =>
    time.after(inDaytime(later(BEGINNING, now)), minutes(HOLDS / MINUTE)).getTime() - BEGINNING.getTime()
  return { seats: { ...layout, heldUntil } satisfies Seats, ...stageOn(world, cast, await resetOf(world.rt.db)) }
}

async function actorOf(world: World, person: TestPerson): Promise<Actor> {
  const [{ actor }] = await identify(world.rt.db, person.id, -1, world.clock.now())
  if (!actor) throw new Error(`${person.name} is missing`)
  return actor
}

function stageOn({ rt }: World, { deskId, owners, admin, officer, dossiers, days, slots }: Cast, reset: string) {
  let now = BEGINNING
  let cause = 1_000_000
  // The clock of a sequence starts anew, which that of a world never does.
  const at = { ...rt, clock: { now: () => now } }
  const outcome = (result: { ok: true } | { ok: false; reason: string }): string => (result.ok ? 'ok' : result.reason)
  const slotAt = (index: number): SlotId => slots[index] ?? (0 as SlotId)
  const dayAt = (index: number): DayId => days[index] ?? (0 as DayId)

  async function moveDay(index: number, to: LocalDate): Promise<string> {
    const day = await rt.db.reader.deskDay.findUniqueOrThrow({ where: { id: dayAt(index) } })
    return outcome(await moving.moveDay(at, admin, dayAt(index), day.day as LocalDate, to))
  }

  async function ownersAct(what: Extract<Act, { who: number }>): Promise<string> {
    const [found, dossier] = [owners[what.who], dossiers[what.who]]
    if (!found || dossier === undefined) throw new Error('nobody')
    const actor = { ...found, cause: cause++ }
    const [{ live, last, offer } = { live: null, last: null, offer: null }] = await rt.db.sql<Holding>(HOLDING, [
      dossier,
    ])
    switch (what.does) {
      case 'book':
        return outcome(await service.bookSeat(at, actor, dossier, slotAt(what.slot)))
      case 'move':
        return live ? outcome(await service.moveBooking(at, actor, live, slotAt(what.slot))) : 'nothing-booked'
      case 'cancel':
        return live ? outcome(await service.cancelBooking(at, actor, live)) : 'nothing-booked'
      case 'wait':
        return outcome(await line.joinWaitlist(at, actor, dossier, deskId))
      case 'leave':
        return outcome(await line.leaveWaitlist(at, actor, dossier, deskId))
      case 'take':
      case 'decline':
        return offer ? outcome(await line.answerOffer(at, actor, offer, what.does)) : 'nothing-offered'
      default:
        return last ? visitAct(what.does, last) : 'nothing-booked'
    }
  }

  async function visitAct(does: (typeof visitActs)[number], last: NonNullable<Holding['last']>): Promise<string> {
    const actor = { ...officer, cause: cause++ }
    if (does === 'arrive') {
      const result = await visits.checkInByCode(at, actor, last.code)
      return result.ok && !result.value.visit ? 'other-day' : outcome(result)
    }
    const list = await visits.openList(at, actor, last.day)
    const id = list.ok ? list.value.visits.find(({ booking }) => booking?.id === last.id)?.id : undefined
    return id === undefined ? 'not on the list' : outcome(await onVisit(does, actor, id))
  }

  function onVisit(does: Exclude<(typeof visitActs)[number], 'arrive'>, actor: Actor, id: VisitId) {
    switch (does) {
      case 'call':
        return visits.call(at, actor, id)
      case 'finish':
        return visits.finish(at, actor, id, 'done')
      case 'absent':
        return visits.markAbsent(at, actor, id)
      case 'undo-arrive':
        return visits.undo(at, actor, id, 'arrive')
      case 'undo-call':
        return visits.undo(at, actor, id, 'call')
      case 'undo-finish':
        return visits.undo(at, actor, id, 'finish')
      case 'undo-absent':
        return visits.undo(at, actor, id, 'absent')
    }
  }

  return {
    /** Does an act at a time of the model, and answers what the person is told. */
    async does(what: Act, time: number): Promise<string> {
      now = later(BEGINNING, time)
      switch (what.does) {
        case 'time-passes':
          await line.sweepOffers(at)
          return 'ok'
        case 'close-slot':
          return outcome(await moving.close(at, admin, { what: 'slot', id: slotAt(what.slot) }))
        case 'open-slot':
          return outcome(await moving.reopen(at, admin, slotAt(what.slot)))
        case 'close-day':
          return outcome(await moving.close(at, admin, { what: 'day', id: dayAt(what.day) }))
        case 'move-day':
          return moveDay(what.day, daysAfter(MONDAY, what.to))
        default:
          return ownersAct(what)
      }
    },
    reset: () => rt.db.sql(reset),
    broken: () => rt.db.sql<{ what: string; id: number }>(BROKEN, [now]),
    overlooked: () => rt.db.sql<{ who: number; slot: number }>(OVERLOOKED, [later(now, HOLDS)]),
    /** What the rows say, in the words of the model. */
    async seen(): Promise<Shown> {
      const [row] = await rt.db.sql<Seen>(SEEN)
      const person = (dossier: number): number => (dossiers as number[]).indexOf(dossier)
      const slotNo = (id: number | null): number => (slots as (number | null)[]).indexOf(id)
      return {
        bookings: (row?.bookings ?? []).map(([dossier, slot, ...rest]) => [person(dossier), slotNo(slot), ...rest]),
        line: (row?.line ?? []).map(person),
        offers: (row?.offers ?? []).map(([dossier, slot]) => [person(dossier), slotNo(slot)]),
        slots: (row?.slots ?? []).map(([free, epoch, ...closed]) => [
          free,
          epoch * 1_000 - BEGINNING.getTime(),
          ...closed,
        ]),
      }
    },
  }
}

/** The state of the model, as `seen` tells it. */
export const shown = (seats: Seats, state: State): Shown => ({
  bookings: state.bookings.map(({ who, slot, state: is, arrived, called }) => [who, slot, is, arrived, called, true]),
  line: inLine(state),
  offers: state.offers
    .map(({ who, slot }): [number, number] => [who, slot])
    .toSorted(([a, slot], [b, other]) => a - b || slot - other),
  slots: slotsOf(seats).map((slot) => [
    freeIn(seats, state, slot),
    startOf(seats, state, slot),
    state.closedSlots.has(slot),
    state.closedDays.has(seats.days[slot] ?? -1),
  ]),
})
