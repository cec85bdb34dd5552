import { figuresOf, regionFiguresOf } from '../../src/figures/store.ts'
import { acceptsEverything, habits, walksOn } from '../support/habits.ts'
import { expect, png, test, type World } from '../support/index.ts'

// How the cycle stands: one picture and the same numbers in words, for the head on Monday and for whoever asks.

async function stage(world: World) {
  await world.openCycle()
  const rina = await world.officer('Rina', ['13.76'])
  const yanti = await world.participant('Yanti')
  const sari = await world.participant('Sari', 'Tanah Datar')
  const upik = await world.owner('Upik')
  await upik.registers('Kerupuk Upik', 'Kota Payakumbuh', 'Makanan/minuman')
  return { rina, yanti, sari, upik }
}

test('the head’s week begins with one picture and the same numbers in words, and no names', async ({ world }) => {
  const zainal = await world.head('Zainal')
  const { yanti } = await stage(world)
  await yanti.sendsPhoto(png(1))
  await world.desk('Payakumbuh', { closes: '09:00' })
  await yanti.books('Sen, 10 Jun', '08.00')
  world.skim()
  await world.clockStrikes('2024-06-09T10:00+07:00')
  await world.clockStrikes('2024-06-10T07:59+07:00')
  zainal.seesNothing()
  await world.clockStrikes('2024-06-10T08:00+07:00')
  const { text, file } = await zainal.sees(/Angka Senin, 10 Juni 2024/)
  expect(file).toMatchObject({ kind: 'photo' })
  expect(text).toMatch(/Terdaftar: 3[\s\S]*Peserta: 2[\s\S]*Bagian pemilik selesai: 0/)
  expect(text).toMatch(/Berkas peserta menunggu[\s\S]*Pemilik: /)
  expect(text).toMatch(/Payakumbuh, 10 Juni 2024: 1 dari 2/)
  expect(text).not.toMatch(/Yanti|Sari|Upik|Rendang/)
  expect(text.length).toBeLessThanOrEqual(1024)
  world.skim()
  await world.clockStrikes('2024-06-10T08:05+07:00')
  await world.clockStrikes('2024-06-11T08:00+07:00')
  zainal.seesNothing()
  world.skim()
})

test('a Monday on which the office is closed is told of on the next working day', async ({ world }) => {
  const zainal = await world.head('Zainal')
  await stage(world)
  await world.quiet()
  world.skim()
  await world.clockStrikes('2024-06-17T09:00+07:00')
  await world.clockStrikes('2024-06-18T09:00+07:00')
  zainal.seesNothing() // Iduladha, and the day of joint leave after it
  await world.clockStrikes('2024-06-19T08:00+07:00')
  await zainal.sees(/Angka Rabu, 19 Juni 2024/)
})

test('whoever slept through Monday is not told of it on Tuesday', async ({ world }) => {
  const zainal = await world.head('Zainal')
  await stage(world)
  await world.quiet()
  world.skim()
  await world.clockStrikes('2024-06-11T08:00+07:00')
  zainal.seesNothing()
})

test('/statistik shows the same to admins and the head, and to nobody else', async ({ world }) => {
  const { rina, yanti } = await stage(world)
  const [eva, zainal] = [await world.admin('Eva'), await world.head('Zainal')]
  world.skim()
  for (const reader of [eva, zainal]) {
    await reader.says('/statistik')
    expect((await reader.sees(/Peserta: 2/)).file).toMatchObject({ kind: 'photo' })
    await reader.taps('Per wilayah')
    await reader.sees(/Payakumbuh: 0 dari 1, 0 sudah mengirim[\s\S]*Tanah Datar: 0 dari 1/)
    await reader.taps('← Semua angka')
    await reader.sees(/Terdaftar: 3/)
  }
  for (const other of [rina, yanti]) {
    await other.says('/statistik')
    expect(
      other
        .skims()
        .map(({ text }) => text)
        .join(),
    ).not.toContain('Terdaftar:')
  }
})

test('without a cycle there are no figures, and nothing is sent on Monday', async ({ world }) => {
  const zainal = await world.head('Zainal')
  world.skim()
  await zainal.says('📊 Angka')
  await zainal.sees(/Belum ada siklus/)
  await world.clockStrikes('2024-06-10T08:00+07:00')
  zainal.seesNothing()
})

test('a part that is done is counted from then on, in its region, and no longer when a paper comes back', {
  timeout: 120_000,
}, async ({ world }) => {
  await world.openCycle()
  await world.quiet()
  const rina = await world.officer('Rina', ['13.76'])
  const asnimar = await world.owner('Asnimar')
  await asnimar.registers('Gerabah Asnimar', 'Kota Payakumbuh', 'Gerabah')
  await world.admitAll()
  await asnimar.says('/lanjut')
  await walksOn(asnimar, habits, 400)
  await acceptsEverything(world, rina)
  const done = async (time: string) => {
    await world.clockStrikes(time)
    world.skim()
    return (await figuresOf(world.rt.db, world.clock.now()))?.stages['owner-done']
  }
  expect(await done('2024-06-05T09:00+07:00')).toEqual({ count: 0, lately: 0 }) // the sample is still to be handed over
  await world.rt.db.sql(`UPDATE item SET state = 'received', until = NULL WHERE state = 'waiting'`)
  expect(await done('2024-06-05T09:05+07:00')).toEqual({ count: 1, lately: 1 })
  expect(await regionFiguresOf(world.rt.db)).toEqual([{ region: 'Payakumbuh', nominated: 1, sending: 1, done: 1 }])
  expect(await done('2024-06-20T09:00+07:00')).toEqual({ count: 1, lately: 0 })
  await world.rt.db.sql(
    `UPDATE item SET state = 'returned' WHERE id = (SELECT min(id) FROM item WHERE requirement_id = 'ktp_pemilik')`,
  )
  expect(await done('2024-06-20T09:05+07:00')).toEqual({ count: 0, lately: 0 })
})
