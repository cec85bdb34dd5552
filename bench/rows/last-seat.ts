import { Pool } from 'pg'
import { openDesk } from '../../src/booking/desk-service.ts'
import { type SlotId, slotId } from '../../src/booking/rules.ts'
import { bookSeat } from '../../src/booking/service.ts'
import { type DossierId, dossierId } from '../../src/dossier/rules.ts'
import { type PersonId, personId } from '../../src/people/rules.ts'
import { identify } from '../../src/people/store.ts'
import { days, later, localDate } from '../../src/platform/time.ts'
import type { Runtime } from '../../src/runtime.ts'
import type { Row } from '../bench.ts'
import { serveDampingi } from '../bots.ts'
import { figureOf, median, ratios } from '../figure.ts'
import { ADMIN, openBenchCycle, registerOwners } from '../people.ts'

const subject = {
  id: 'last-seat',
  what: 'rate of booking the last seats ÷ the same transaction by hand',
  unit: '×',
  target: { atLeast: 0.333 },
}

/** How many hold a connection each and try at the same time. */
const AT_ONCE = 10
const TABLES = 10
const SLOTS = 10

export const lastSeat: Row = async ({ server, wire, quick }) => {
  const url = await server.freshDatabase('last_seat')
  const dampingi = await serveDampingi(url, wire)
  const { rt } = dampingi
  const attempts = quick ? 1_000 : 10_000
  const { owners, slots } = await prepare(rt, attempts)
  const pool = new Pool({ connectionString: url, max: AT_ONCE })
  const slotFor = (index: number): SlotId => slots[index % slots.length] as SlotId
  const ways = {
    hand: (index: number, owner: Owner) => byHand(pool, owner, slotFor(index), index),
    ours: async (index: number, { owner, dossier }: Owner) => {
      const actor = { personId: owner, grants: [], consented: true, cause: 1_000_000 + index }
      return (await bookSeat(rt, actor, dossier, slotFor(index))).ok
    },
  }
  const rates: Record<keyof typeof ways, number[]> = { hand: [], ours: [] }
  for (let round = -1; round < (quick ? 2 : 5); round++) {
    for (const name of ['hand', 'ours'] as const) {
      await rt.db.sql('UPDATE seat SET booking_id = NULL')
      await rt.db.sql('DELETE FROM booking')
      await rt.db.sql('DELETE FROM delivery')
      const rate = await rateOf(owners, ways[name])
      await proveSeats(rt, SLOTS * TABLES)
      if (round >= 0) rates[name].push(rate)
    }
  }
  await pool.end()
  await dampingi.stop()
  const perSecond = (values: number[]): number => Math.round(median(values))
  const detail = `${attempts} attempts at ${SLOTS * TABLES} seats by as many owners over ${AT_ONCE} connections: ${perSecond(rates.ours)} a second against ${perSecond(rates.hand)}. After every round each seat had one booking, each booking one seat, and no dossier two.`
  return [figureOf(subject, ratios(rates.ours, rates.hand), detail)]
}

interface Owner {
  owner: PersonId
  dossier: DossierId
}

/** A desk, and as many owners with an admitted dossier as there are attempts: copies of one who registered. */
async function prepare(rt: Runtime, count: number): Promise<{ owners: Owner[]; slots: SlotId[] }> {
  await openBenchCycle(rt)
  await registerOwners(rt, 1, 1000)
  const [{ actor }] = await identify(rt.db, ADMIN, -ADMIN, rt.clock.now())
  if (!actor) throw new Error('the admin is gone')
  const day = localDate(later(rt.clock.now(), days(7)))
  const hours = { opens: '08:00', closes: '09:40', slotMinutes: 10, tables: TABLES, walkInShare: 0 }
  const place = { title: 'Payakumbuh', venue: undefined, point: undefined }
  await openDesk(rt, actor, { zone: 'payakumbuh', ...place, days: [{ day, ...hours }] })
  await rt.db.sql(
    `WITH people AS (
       INSERT INTO person (name, created_at) SELECT 'Pemilik ' || n, now() FROM generate_series(1, $1::int) n RETURNING id),
     businesses AS (
       INSERT INTO business (owner_id, name, region_code, commodity, created_at, compare_due)
       SELECT id, 'Usaha ' || id, '13.76', 'gerabah', now(), false FROM people RETURNING id)
     INSERT INTO dossier (business_id, cycle_id, catalogue_version, standing, created_at)
     SELECT businesses.id, d.cycle_id, d.catalogue_version, 'nominated', now()
     FROM businesses, (SELECT cycle_id, catalogue_version FROM dossier LIMIT 1) d`,
    [count],
  )
  const owners = await rt.db.sql<{ owner: number; dossier: number }>(
    `SELECT b.owner_id AS owner, d.id AS dossier FROM dossier d JOIN business b ON b.id = d.business_id
     WHERE d.standing = 'nominated'`,
  )
  const slots = await rt.db.sql<{ id: number }>('SELECT id FROM slot ORDER BY id')
  return {
    owners: owners.map(({ owner, dossier }) => ({
      owner: personId().parse(owner),
      dossier: dossierId().parse(dossier),
    })),
    slots: slots.map(({ id }) => slotId().parse(id)),
  }
}

/** Lets everybody try once, `AT_ONCE` at a time; answers how many tries a second there were. */
async function rateOf(
  owners: readonly Owner[],
  attempt: (index: number, owner: Owner) => Promise<boolean>,
): Promise<number> {
  let next = 0
  const began = performance.now()
  const goesOn = async (): Promise<void> => {
    for (let index = next++; index < owners.length; index = next++) await attempt(index, owners[index] as Owner)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, goesOn))
  return owners.length / ((performance.now() - began) / 1000)
}

/** The same transaction through pg: the seat is claimed, the booking made, its message kept. */
async function byHand(pool: Pool, { owner, dossier }: Owner, slot: SlotId, index: number): Promise<boolean> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const { rows } = await client.query<{ id: number }>({
      name: 'claim',
      text: CLAIM,
      values: [dossier, slot, owner, index],
    })
    const [made] = rows
    if (made) {
      await client.query({ name: 'tell', text: TELL, values: [`hand:${made.id}`, owner] })
      await client.query('COMMIT')
    } else await client.query('ROLLBACK')
    return made !== undefined
  } finally {
    client.release()
  }
}

const CLAIM = `
  WITH free AS (
    SELECT id, table_no FROM seat WHERE slot_id = $2::int AND booking_id IS NULL AND offer_id IS NULL
    ORDER BY table_no LIMIT 1 FOR UPDATE SKIP LOCKED),
  made AS (
    INSERT INTO booking (code, dossier_id, slot_id, table_no, booked_by_id, booked_at, changed_at, cause)
    SELECT 'H' || $4::int, $1::int, $2::int, table_no, $3::int, now(), now(), $4::int FROM free RETURNING id)
  UPDATE seat SET booking_id = made.id FROM made, free WHERE seat.id = free.id RETURNING made.id`

const TELL = `
  INSERT INTO delivery (purpose, kind, person_id, data, due_at, created_at)
  VALUES ($1, 'visit-reminder', $2, '{}', now() + interval '7 days', now())`

/** Throws unless every seat is taken by exactly one live booking that says the same. */
async function proveSeats(rt: Runtime, seats: number): Promise<void> {
  const [counted] = await rt.db.sql<{ booked: number; seated: number; dossiers: number }>(
    `SELECT count(*) AS booked, count(s.id) AS seated, count(DISTINCT b.dossier_id) AS dossiers
     FROM booking b LEFT JOIN seat s ON s.booking_id = b.id AND s.slot_id = b.slot_id AND s.table_no = b.table_no
     WHERE b.state = 'booked'`,
  )
  const isRight = counted && [counted.booked, counted.seated, counted.dossiers].every((count) => count === seats)
  if (!isRight) throw new Error(`the seats do not add up: ${JSON.stringify(counted)} of ${seats}`)
}
