import { cancelBooking } from '../../src/booking/service.ts'
import { identify } from '../../src/people/store.ts'
import { expect, test, type World } from '../support/index.ts'

// Whoever waits at a desk that is full, and what the office does to it meanwhile.

/** Payakumbuh with two slots on the tenth, both taken by Sari and Budi; Citra waits. */
async function fullDesk(world: World) {
  await world.openCycle()
  await world.quiet()
  await world.desk('Payakumbuh', { closes: '09:00' })
  const eva = await world.admin('Eva')
  const [sari, budi] = [await world.participant('Sari'), await world.participant('Budi')]
  const citra = await world.participant('Citra')
  await sari.books('Sen, 10 Jun', '08.00')
  await budi.books('Sen, 10 Jun', '08.30')
  await citra.waitsAt('Payakumbuh')
  return { eva, sari, budi, citra }
}

test('whoever waits reads their place whenever they look', async ({ world }) => {
  const { citra } = await fullDesk(world)
  const dewi = await world.participant('Dewi')
  await dewi.waitsAt('Payakumbuh')
  await dewi.says('/jadwal')
  await dewi.sees(/daftar tunggu Payakumbuh, urutan ke-2/)
  await citra.says('/jadwal')
  await citra.sees(/urutan ke-1/)
  await citra.taps('Keluar dari daftar tunggu')
  citra.skims()
  await dewi.says('/jadwal')
  await dewi.sees(/urutan ke-1/)
})

test('a forged press that names a desk nobody opened is refused like any other', async ({ world }) => {
  const { citra } = await fullDesk(world)
  const { id } = await world.rt.db.reader.dossier.findFirstOrThrow({ where: { business: { name: 'Rendang Citra' } } })
  await citra.presses(1, `wait-in:${id}:999`)
  await citra.sees(/Jadwal itu sudah tidak dibuka/)
  citra.skims()
  expect(await world.rt.db.reader.waiting.count()).toBe(1)
})

test('the last day of a desk is closed: the line ends too, and whoever waited is told once', async ({ world }) => {
  const { eva, sari, budi, citra } = await fullDesk(world)
  await eva.opensDesk('Payakumbuh', 'Sen, 10 Jun')
  await eva.taps('Tutup hari ini')
  await eva.sees(/2 pemilik kehilangan tempat[\s\S]*1 yang ada di daftar tunggu/)
  await eva.taps('Ya, tutup')
  eva.skims()
  for (const owner of [sari, budi]) await owner.sees(/ditiadakan/)
  await citra.sees(/tidak ada lagi jadwal desk Payakumbuh[\s\S]*Rendang Citra bisa memesan/)
  const { id } = await world.rt.db.reader.deskDay.findFirstOrThrow()
  await eva.presses(1, `plan-shut-yes:day:${id}`)
  eva.skims()
  citra.seesNothing()
  await citra.says('/jadwal')
  expect((await citra.sees(/Jadwal desk/)).text).not.toContain('daftar tunggu')
})

test('one of two slots is closed: the line stays, and is not spoken of', async ({ world }) => {
  const { eva, sari } = await fullDesk(world)
  await eva.opensDesk('Payakumbuh', 'Sen, 10 Jun')
  await eva.taps('Tutup satu jam')
  await eva.taps('08.00 · terisi 1')
  expect(eva.skims().at(-1)?.text).not.toContain('daftar tunggu')
  await eva.taps('Ya, tutup')
  eva.skims()
  await sari.sees(/ditiadakan/)
})

test('a closed slot is opened again, and its seat is offered to whoever waits', async ({ world }) => {
  const { eva, sari, citra } = await fullDesk(world)
  await eva.opensDesk('Payakumbuh', 'Sen, 10 Jun')
  await eva.taps('Tutup satu jam')
  await eva.taps('08.00 · terisi 1')
  await eva.taps('Ya, tutup')
  await sari.sees(/ditiadakan/)
  await eva.opensDesk('Payakumbuh', 'Sen, 10 Jun')
  await eva.taps('Tutup satu jam')
  await eva.sees(/ditutup, atau dibuka lagi/)
  await eva.taps('08.00 · buka lagi')
  await eva.sees(/Terisi 1 dari 2 tempat/)
  await citra.sees(/Ada tempat untuk Rendang Citra[\s\S]*pukul 08\.00/)
  const { id } = await world.rt.db.reader.slot.findFirstOrThrow({ orderBy: { startsAt: 'asc' } })
  // The same press again offers nothing twice, and an owner opens nothing.
  await eva.presses(1, `plan-open:${id}`)
  eva.skims()
  await sari.presses(1, `plan-open:${id}`)
  sari.skims()
  citra.seesNothing()
  await citra.taps('Ya, ambil')
  await citra.sees(/🎫 Senin, 10 Juni 2024, pukul 08\.00/)
})

test('an offer that could not be sent in time is not sent at all', async ({ world }) => {
  const { sari, citra } = await fullDesk(world)
  const { rt, clock } = world
  await world.clockStrikes('2024-06-05T09:00+07:00')
  const [{ actor }] = await identify(rt.db, sari.id, 900, clock.now())
  const { id } = await rt.db.reader.booking.findFirstOrThrow({ orderBy: { id: 'asc' } })
  if (!actor) throw new Error('nobody')
  expect(await cancelBooking(rt, actor, id as never)).toEqual({ ok: true, value: undefined })
  const offer = await rt.db.reader.seatOffer.findFirstOrThrow()
  const message = await rt.db.reader.delivery.findFirstOrThrow({ where: { kind: 'seat-offered' } })
  expect(message.expiresAt).toEqual(offer.expiresAt)
  // Telegram was away for half an hour.
  clock.moveTo(offer.expiresAt)
  await world.settle()
  citra.seesNothing()
  expect(await rt.db.reader.delivery.findFirst({ where: { kind: 'seat-offered' } })).toMatchObject({ state: 'expired' })
})

test('a seat that was let go is not offered to the same person again, and goes to the next', async ({ world }) => {
  const { sari, citra } = await fullDesk(world)
  await world.clockStrikes('2024-06-05T09:00+07:00')
  await sari.taps('Batalkan')
  await sari.taps('Ya, batalkan')
  sari.skims()
  await citra.sees(/Ada tempat/)
  await citra.taps('Tidak, untuk yang lain saja')
  citra.skims()
  await world.clockStrikes('2024-06-05T09:30+07:00')
  citra.seesNothing()
})
