import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BookingId, DeskId, OfferId, SlotId } from '../../src/booking/rules.ts'
import * as service from '../../src/booking/service.ts'
import { dossierId } from '../../src/dossier/rules.ts'
import type { Actor } from '../../src/people/rules.ts'
import { identify } from '../../src/people/store.ts'
import { later, minutes } from '../../src/platform/time.ts'
import { type Act, act, beginning, broken, freeIn, HOLDS, type Seats, type State } from '../support/booking-model.ts'
import { makeWorld, type World } from '../support/world.ts'

// Any order of booking, moving, cancelling, waiting and answering offers: first on the model alone, then on the database,
// which must say the same at every step.

const PEOPLE = 5
const who = fc.nat(PEOPLE - 1)
const slot = fc.nat(2)
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: fc.constantFrom('book' as const, 'move' as const), who, slot }) },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constantFrom('cancel', 'wait', 'leave', 'take', 'decline') as fc.Arbitrary<'cancel'>,
      who,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('time-passes' as const),
      minutes: fc.constantFrom(5, HOLDS - 1, HOLDS, 45),
    }),
  },
)
const anyActs = (most: number) => fc.array(anyAct, { minLength: 3, maxLength: most })

/** Three slots of one and two tables, from half past nine on a working Monday. */
const seats: Seats = { capacity: [1, 1, 1], starts: [90, 120, 150] }

const seed = Number(process.env.BOOKING_SEED ?? Math.floor(Math.random() * 2 ** 31))
const runs = Number(process.env.BOOKING_RUNS ?? 200)

test(`5,000 sequences on the model (seed ${seed})`, () => {
  fc.assert(
    fc.property(anyActs(60), (acts) => {
      const state = beginning()
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
  const stage = await makeStage()
  await fc.assert(
    fc.asyncProperty(anyActs(14), async (acts) => {
      await stage.reset()
      const state = beginning()
      for (const each of acts) {
        const expected = act(seats, state, each)
        expect(await stage.does(each), JSON.stringify(each)).toBe(expected)
        expect(await stage.seen()).toEqual(shown(state))
      }
    }),
    { numRuns: runs, seed },
  )
})

/** The state as the rows tell it: who has which slot, who waits in which order, who is offered what. */
const shown = (state: State) => ({
  booked: [...state.booked].toSorted(([a], [b]) => a - b),
  line: state.line,
  offers: [...state.offers].map(([person, offer]) => [person, offer.slot]).toSorted(([a = 0], [b = 0]) => a - b),
  free: seats.capacity.map((_, index) => freeIn(seats, state, index)),
})

async function makeStage() {
  const world = await makeWorld()
  await world.openCycle()
  const deskId = await world.desk('Payakumbuh', { opens: '09:30', closes: '11:00' })
  const actors: Actor[] = []
  for (let index = 0; index < PEOPLE; index++) {
    const owner = await world.owner(`Pemilik ${index}`)
    await owner.registers(`Usaha ${index}`, 'Kota Payakumbuh', 'Gerabah')
    const [{ actor }] = await identify(world.rt.db, owner.id, -1, world.clock.now())
    if (!actor) throw new Error('an owner is missing')
    actors.push(actor)
  }
  await world.admitAll()
  const { reader } = world.rt.db
  const dossiers = (await reader.dossier.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => dossierId().parse(id))
  const slots = (await reader.slot.findMany({ orderBy: { startsAt: 'asc' } })).map(({ id }) => id as SlotId)
  return stageOn(world, { deskId, actors, dossiers, slots })
}

interface Cast {
  deskId: DeskId
  actors: Actor[]
  dossiers: ReturnType<ReturnType<typeof dossierId>['parse']>[]
  slots: SlotId[]
}

function stageOn({ rt }: World, { deskId, actors, dossiers, slots }: Cast) {
  const monday = new Date('2024-06-10T08:00:00+07:00')
  let now = monday
  let cause = 1_000_000
  // The clock of a sequence starts anew, which that of a world never does.
  const at = { ...rt, clock: { now: () => now } }
  const outcome = (result: { ok: true } | { ok: false; reason: string }): string => (result.ok ? 'ok' : result.reason)

  async function does(what: Act): Promise<string> {
    if (what.does === 'time-passes') {
      now = later(now, minutes(what.minutes))
      await service.moveOffersOn(at)
      return 'ok'
    }
    const [found, dossier] = [actors[what.who], dossiers[what.who]]
    if (!found || dossier === undefined) throw new Error('nobody')
    const actor = { ...found, cause: cause++ }
    // Two acts never happen at the same instant: the line is in the order of its times.
    now = later(now, 1)
    const [booking] = await rt.db.sql<{ id: BookingId }>(
      `SELECT id FROM booking WHERE dossier_id = $1 AND state = 'booked'`,
      [dossier],
    )
    const [offer] = await rt.db.sql<{ id: OfferId }>(
      `SELECT o.id FROM seat_offer o JOIN waiting w ON w.id = o.waiting_id WHERE w.dossier_id = $1 AND o.settled_at IS NULL`,
      [dossier],
    )
    switch (what.does) {
      case 'book':
        return outcome(await service.bookSeat(at, actor, dossier, slots[what.slot] as SlotId))
      case 'move':
        return booking
          ? outcome(await service.moveBooking(at, actor, booking.id, slots[what.slot] as SlotId))
          : 'nothing-booked'
      case 'cancel':
        return booking ? outcome(await service.cancelBooking(at, actor, booking.id)) : 'nothing-booked'
      case 'wait':
        return outcome(await service.joinWaitlist(at, actor, dossier, deskId))
      case 'leave':
        return outcome(await service.leaveWaitlist(at, actor, dossier, deskId))
      case 'take':
      case 'decline':
        return offer ? outcome(await service.answerOffer(at, actor, offer.id, what.does)) : 'nothing-offered'
    }
  }

  const numberOf = (dossier: number): number => (dossiers as number[]).indexOf(dossier)

  return {
    does,
    async reset() {
      now = monday
      await rt.db.sql('UPDATE seat SET booking_id = NULL, offer_id = NULL')
      for (const table of ['delivery', 'seat_offer', 'waiting', 'booking', 'audit'])
        await rt.db.sql(`DELETE FROM ${table}`)
    },
    /** What the rows say, in the words of the model. */
    async seen() {
      const booked = await rt.db.sql<{ dossier: number; slot: number; seat: number }>(
        `SELECT b.dossier_id AS dossier, b.slot_id AS slot, s.slot_id AS seat FROM booking b
         LEFT JOIN seat s ON s.booking_id = b.id AND s.table_no = b.table_no WHERE b.state = 'booked'`,
      )
      expect(booked.filter(({ slot: wanted, seat }) => wanted !== seat)).toEqual([])
      const line = await rt.db.sql<{ dossier: number }>(
        'SELECT dossier_id AS dossier FROM waiting WHERE ended_at IS NULL ORDER BY since, id',
      )
      const offers = await rt.db.sql<{ dossier: number; slot: number }>(
        `SELECT w.dossier_id AS dossier, s.slot_id AS slot FROM seat_offer o JOIN waiting w ON w.id = o.waiting_id
         JOIN seat s ON s.offer_id = o.id WHERE o.settled_at IS NULL`,
      )
      const free = await rt.db.sql<{ slot: number; free: number }>(
        `SELECT slot_id AS slot, count(*) FILTER (WHERE booking_id IS NULL AND offer_id IS NULL) AS free FROM seat GROUP BY 1`,
      )
      const slotNo = (id: number): number => (slots as number[]).indexOf(id)
      return {
        booked: booked
          .map(({ dossier, slot: id }) => [numberOf(dossier), slotNo(id)])
          .toSorted(([a = 0], [b = 0]) => a - b),
        line: line.map(({ dossier }) => numberOf(dossier)),
        offers: offers
          .map(({ dossier, slot: id }) => [numberOf(dossier), slotNo(id)])
          .toSorted(([a = 0], [b = 0]) => a - b),
        free: slots.map((id) => free.find(({ slot: each }) => each === id)?.free ?? 0),
      }
    },
  }
}
