import { openDesk } from '../../src/booking/desk-service.ts'
import * as moving from '../../src/booking/moving-service.ts'
import type { BookingId, DayId, DeskId, OfferId, SlotId } from '../../src/booking/rules.ts'
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

/** What a person has, as far as an act needs it. */
interface Holding {
  live: BookingId | null
  last: { id: BookingId; code: string; day: DayId } | null
  offer: OfferId | null
}

const HOLDING = `
  SELECT (SELECT id FROM booking WHERE dossier_id = $1 AND state = 'booked') AS live,
    (SELECT json_build_object('id', b.id, 'code', b.code, 'day', t.day_id) FROM booking b JOIN slot t ON t.id = b.slot_id
      WHERE b.dossier_id = $1 AND b.state <> 'cancelled' ORDER BY b.id DESC LIMIT 1) AS last,
    (SELECT o.id FROM seat_offer o JOIN waiting w ON w.id = o.waiting_id
      WHERE w.dossier_id = $1 AND w.ended_at IS NULL AND o.settled_at IS NULL) AS offer`

// The whole state in one row. A booking whose seat is not its own shows as such.
const SEEN = `
  SELECT
    (SELECT json_agg(json_build_array(b.dossier_id, b.slot_id, b.state, v.arrived_at IS NOT NULL, v.called_at IS NOT NULL,
        s.slot_id = b.slot_id AND s.table_no = b.table_no) ORDER BY b.id)
      FROM booking b JOIN slot t ON t.id = b.slot_id LEFT JOIN seat s ON s.booking_id = b.id
      LEFT JOIN visit v ON v.booking_id = b.id AND v.day_id = t.day_id WHERE b.state <> 'cancelled') AS bookings,
    (SELECT json_agg(dossier_id ORDER BY since, id) FROM waiting WHERE ended_at IS NULL) AS line,
    (SELECT json_agg(json_build_array(w.dossier_id, s.slot_id) ORDER BY w.dossier_id, s.slot_id) FROM seat_offer o
      JOIN waiting w ON w.id = o.waiting_id LEFT JOIN seat s ON s.offer_id = o.id WHERE o.settled_at IS NULL) AS offers,
    (SELECT json_agg(json_build_array(
        (SELECT count(*) FROM seat s WHERE s.slot_id = t.id AND s.booking_id IS NULL AND s.offer_id IS NULL),
        extract(epoch FROM t.starts_at)::int, t.closed_at IS NOT NULL, d.closed_at IS NOT NULL) ORDER BY t.id)
      FROM slot t JOIN desk_day d ON d.id = t.day_id) AS slots`

// What must never be so, whoever came first. `called` says that somebody sits at the table.
const BROKEN = `
  SELECT 'a booking without its seat' AS what, b.id FROM booking b LEFT JOIN seat s ON s.booking_id = b.id
    AND s.slot_id = b.slot_id AND s.table_no = b.table_no WHERE b.state <> 'cancelled' AND s.id IS NULL
  UNION ALL SELECT 'a seat of a booking that is over', s.id FROM seat s JOIN booking b ON b.id = s.booking_id
    WHERE b.state = 'cancelled'
  UNION ALL SELECT 'a seat of an offer that is over', s.id FROM seat s JOIN seat_offer o ON o.id = s.offer_id
    WHERE o.settled_at IS NOT NULL
  UNION ALL SELECT 'an offer without a seat', o.id FROM seat_offer o LEFT JOIN seat s ON s.offer_id = o.id
    WHERE o.settled_at IS NULL AND s.id IS NULL
  UNION ALL SELECT 'a seat ahead in a closed slot', b.id FROM booking b JOIN slot t ON t.id = b.slot_id
    JOIN desk_day d ON d.id = t.day_id WHERE b.state = 'booked' AND t.starts_at > $1
      AND (t.closed_at IS NOT NULL OR d.closed_at IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.booking_id = b.id AND v.called_at IS NOT NULL)
  UNION ALL SELECT 'an offer in a closed slot', o.id FROM seat_offer o JOIN slot t ON t.id = o.slot_id
    WHERE o.settled_at IS NULL AND t.closed_at IS NOT NULL
  UNION ALL SELECT 'a seat and a place in line', b.id FROM booking b JOIN waiting w ON w.dossier_id = b.dossier_id
    WHERE b.state = 'booked' AND w.ended_at IS NULL`

// Somebody waits, nothing is offered to them, and there is a free seat that they have not let go.
const OVERLOOKED = `
  SELECT w.dossier_id AS who, t.id AS slot FROM waiting w JOIN desk_day d ON d.desk_id = w.desk_id JOIN slot t ON t.day_id = d.id
  WHERE w.ended_at IS NULL AND t.starts_at > $1 AND t.closed_at IS NULL AND d.closed_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM seat_offer o WHERE o.waiting_id = w.id AND (o.settled_at IS NULL OR
      (o.slot_id = t.id AND o.outcome IN ('declined', 'expired'))))
    AND EXISTS (SELECT 1 FROM seat s WHERE s.slot_id = t.id AND s.booking_id IS NULL AND s.offer_id IS NULL)`

/** Puts a desk back as it was, in one statement; its days go aside first, as they may have changed places. */
async function resetOf(db: World['rt']['db']): Promise<string> {
  const [row] = await db.sql<{ slots: string; days: string }>(`
    SELECT (SELECT string_agg(format('(%s, %L::timestamptz, %L::timestamptz)', id, starts_at, ends_at), ', ') FROM slot) AS slots,
      (SELECT string_agg(format('(%s, %L)', id, day), ', ') FROM desk_day) AS days`)
  return `DO $$ BEGIN
    SET LOCAL session_replication_role = replica;
    UPDATE seat SET booking_id = NULL, offer_id = NULL;
    UPDATE slot SET closed_at = NULL, shut = false, starts_at = was.starts_at, ends_at = was.ends_at
      FROM (VALUES ${row?.slots}) AS was (id, starts_at, ends_at) WHERE was.id = slot.id;
    UPDATE desk_day SET day = 'aside ' || id;
    UPDATE desk_day SET closed_at = NULL, day = was.day FROM (VALUES ${row?.days}) AS was (id, day) WHERE was.id = desk_day.id;
    DELETE FROM delivery; DELETE FROM seat_offer; DELETE FROM visit; DELETE FROM waiting; DELETE FROM booking;
    DELETE FROM audit;
  END $$`
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

interface Seen {
  bookings: [dossier: number, slot: number, state: string, arrived: boolean, called: boolean, sits: boolean][] | null
  line: number[] | null
  offers: [dossier: number, slot: number | null][] | null
  slots: [free: number, epoch: number, closed: boolean, dayClosed: boolean][] | null
}
type Shown = { [Field in keyof Seen]: NonNullable<Seen[Field]> }

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
