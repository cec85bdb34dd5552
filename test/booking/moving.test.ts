import { close, moveDay } from '../../src/booking/moving-service.ts'
import { identify } from '../../src/people/store.ts'
import { expect, test, type World } from '../support/index.ts'
import type { TestPerson } from '../support/person.ts'

// Days that are moved and desks that are closed, as admins do it and owners hear of it.

const day = (date: string) => ({ day: date as never })

/** Mak Sianik, who has no Telegram any more: her papers are there, and nobody speaks from her account. */
async function losesTelegram({ rt }: World, name: string): Promise<void> {
  const { id } = await rt.db.reader.person.findFirstOrThrow({ where: { name } })
  await rt.db.reader.account.updateMany({ where: { personId: id }, data: { personId: null, attachedAt: null } })
}

const actorOf = async ({ rt, clock }: World, person: TestPerson, cause: number) => {
  const [{ actor }] = await identify(rt.db, person.id, cause, clock.now())
  if (!actor) throw new Error('nobody')
  return actor
}

test('the flood of 12 June: the day is moved at ten past five, owners hear at once, and who cannot is on the phone list', async ({
  world,
}) => {
  await world.openCycle()
  await world.quiet()
  await world.desk('Bukittinggi', day('2024-06-12'), 'bukittinggi')
  const eva = await world.admin('Eva')
  const sari = await world.participant('Sari', 'Kota Bukittinggi')
  const [budi, citra] = [await world.participant('Budi'), await world.participant('Citra')]
  const ticket = await sari.books('Rab, 12 Jun', '10.30')
  await budi.books('Rab, 12 Jun', '09.00')
  await citra.books('Rab, 12 Jun', '11.00')
  await citra.blocks()
  await world.clockStrikes('2024-06-11T16:00+07:00')
  await sari.sees(/Besok/)
  await budi.sees(/Besok/)
  await losesTelegram(world, 'Budi')

  await world.clockStrikes('2024-06-12T05:10+07:00')
  await eva.opensDesk('Bukittinggi', 'Rab, 12 Jun')
  await eva.taps('Pindah tanggal')
  await eva.sees(/Dipindah ke tanggal berapa/)
  await eva.says('kemarin')
  await eva.sees(/belum terbaca/)
  await eva.says('11 Juni 2024')
  await eva.sees(/sudah lewat/)
  await eva.says('14 Juni 2024')
  await eva.sees(/Rabu, 12 Juni 2024[\s\S]*ke Jumat, 14 Juni 2024[\s\S]*3 pemilik sudah memesan/)
  sari.seesNothing()
  await eva.taps('Ya, pindahkan')
  const list = (await eva.sees(/Sudah dipindah dari Rabu, 12 Juni 2024/)).text
  expect(list).toMatch(
    /Rendang Budi · Budi · [^\n]*Payakumbuh · Jum, 14 Jun pukul 09\.00 · tanpa Telegram\n.*Citra.*memblokir bot\n.*Sari.*belum menjawab/,
  )
  expect(list).toMatch(/Nomor telepon belum tersimpan/)

  const [, code = ''] = /Kode: (\w{6})/.exec(ticket) ?? []
  expect(
    (await sari.sees(/dipindah\. Yang lama: Rabu, 12 Juni 2024[\s\S]*Jumat, 14 Juni 2024, pukul 10\.30/)).text,
  ).toContain(code)
  await sari.taps('Bisa')
  await sari.sees(/Kami tunggu Jumat, 14 Juni 2024, pukul 10\.30/)
  await eva.opensDesk('Bukittinggi', 'Jum, 14 Jun')
  await eva.taps('Daftar telepon')
  expect((await eva.sees(/Belum menyatakan datang/)).text).not.toContain('Rendang Sari')

  // The reminder of the old date is not sent, those of the new one are.
  await world.clockStrikes('2024-06-12T08:30+07:00')
  sari.seesNothing()
  await world.clockStrikes('2024-06-13T16:00+07:00')
  await sari.sees(/Besok[\s\S]*Jumat, 14 Juni/)
  await world.clockStrikes('2024-06-14T08:30+07:00')
  await sari.sees(/Hari ini/)
  expect((await world.rt.db.reader.audit.findMany({ where: { deed: 'day-moved' } })).length).toBe(1)
})

test('a move far ahead is told by day, once, and whoever cannot come takes another time', async ({ world }) => {
  await world.openCycle()
  await world.quiet()
  await world.desk('Payakumbuh', day('2024-06-12'))
  await world.desk('Bukittinggi', day('2024-06-20'), 'bukittinggi')
  const eva = await world.admin('Eva')
  const sari = await world.participant('Sari')
  await sari.books('Rab, 12 Jun', '09.30')
  await world.clockStrikes('2024-06-05T21:00+07:00')
  await eva.opensDesk('Payakumbuh', 'Rab, 12 Jun')
  await eva.taps('Pindah tanggal')
  await eva.says('17 Juni 2024')
  eva.skims()
  await eva.taps('Ya, pindahkan')
  await eva.sees(/Sudah dipindah/)
  sari.seesNothing()
  await world.clockStrikes('2024-06-06T08:00+07:00')
  await sari.sees(/Senin, 17 Juni 2024, pukul 09\.30/)
  await sari.taps('Tidak bisa')
  await sari.sees(/Mau pilih waktu lain/)
  await sari.taps('Pindah jadwal')
  await sari.taps('Desk di tempat lain')
  await sari.taps('Kam, 20 Jun')
  await sari.taps('10.00')
  await sari.taps('Ya, pindahkan')
  sari.skims()
  // The very same press again changes nothing, and tells nobody.
  const { id } = await world.rt.db.reader.deskDay.findFirstOrThrow({ where: { day: '2024-06-17' } })
  await eva.presses(1, `plan-move-yes:${id}:2024-06-12:2024-06-17`)
  eva.skims()
  await world.clockStrikes('2024-06-11T16:00+07:00')
  await world.clockStrikes('2024-06-16T16:00+07:00')
})

test('the admin is warned of Iduladha, and not let onto a date the desk has already', async ({ world }) => {
  await world.openCycle()
  await world.quiet()
  const desk = await world.desk('Payakumbuh', day('2024-06-12'))
  const { rt } = world
  await rt.db.sql(
    `INSERT INTO desk_day (desk_id, day, opens, closes, slot_minutes, tables, walk_in_share) VALUES ($1, '2024-06-13', '08:00', '12:00', 30, 1, 0)`,
    [desk],
  )
  const eva = await world.admin('Eva')
  await eva.opensDesk('Payakumbuh', 'Rab, 12 Jun')
  await eva.taps('Pindah tanggal')
  await eva.sees(/tanggal berapa/)
  await eva.says('13 Juni 2024')
  await eva.sees(/sudah punya jadwal/)
  await eva.says('17 Juni 2024')
  await eva.sees(/⚠️ Senin, 17 Juni 2024: libur nasional, Iduladha/)
})

test('a seat claimed between the preview and the yes is moved and told too', async ({ world }) => {
  await world.openCycle()
  await world.quiet()
  await world.desk('Payakumbuh', day('2024-06-12'))
  const eva = await world.admin('Eva')
  const [sari, budi] = [await world.participant('Sari'), await world.participant('Budi')]
  await budi.choosesSeat('Rab, 12 Jun', '09.30')
  await eva.opensDesk('Payakumbuh', 'Rab, 12 Jun')
  await eva.taps('Pindah tanggal')
  await eva.says('14 Juni 2024')
  eva.skims()
  await sari.books('Rab, 12 Jun', '10.00')
  await world.atOnce([eva, 'Ya, pindahkan'], [budi, 'Ya, pesan'])
  eva.skims()
  await sari.sees(/dipindah[\s\S]*Jumat, 14 Juni 2024, pukul 10\.00/)
  // Whoever came before the move was told of it, whoever came after it sees the new date on the ticket.
  const read = budi.skims().map(({ text }) => text)
  expect(read.at(-1)).toMatch(/Jumat, 14 Juni 2024, pukul 09\.30/)
  const { reader } = world.rt.db
  const seats = await reader.seat.findMany({
    where: { bookingId: { not: null } },
    include: { slot: true, booking: true },
  })
  expect(seats.map(({ slot, booking }) => [slot.id, booking?.slotId])).toEqual(
    seats.map(({ slotId }) => [slotId, slotId]),
  )
  await world.clockStrikes('2024-06-11T16:00+07:00')
  await world.clockStrikes('2024-06-13T16:00+07:00')
  await sari.sees(/Besok/)
  await budi.sees(/Besok/)
})

test('offers of a moved day are withdrawn and made anew, and whoever waits stays in line', async ({ world }) => {
  await world.openCycle()
  await world.quiet()
  await world.desk('Payakumbuh', { ...day('2024-06-12'), closes: '08:30' })
  const eva = await world.admin('Eva')
  const [sari, budi] = [await world.participant('Sari'), await world.participant('Budi')]
  await sari.books('Rab, 12 Jun', '08.00')
  await budi.waitsAt('Payakumbuh')
  await world.clockStrikes('2024-06-06T09:00+07:00')
  await sari.taps('Batalkan')
  await sari.taps('Ya, batalkan')
  sari.skims()
  await budi.sees(/Ada tempat/)
  await eva.opensDesk('Payakumbuh', 'Rab, 12 Jun')
  await eva.taps('Pindah tanggal')
  await eva.says('14 Juni 2024')
  await eva.taps('Ya, pindahkan')
  eva.skims()
  await budi.sees(/Ada tempat[\s\S]*Jumat, 14 Juni 2024/)
  const offers = await world.rt.db.reader.seatOffer.findMany({ orderBy: { id: 'asc' } })
  expect(offers.map(({ outcome }) => outcome)).toEqual(['withdrawn', null])
  await budi.taps('Ya, ambil')
  await budi.sees(/🎫 Jumat, 14 Juni 2024/)
})

test('closing a desk while somebody confirms: refused with what is left, the others are told once', async ({
  world,
}) => {
  await world.openCycle()
  await world.quiet()
  const desk = await world.desk('Payakumbuh', day('2024-06-12'))
  await world.desk('Bukittinggi', day('2024-06-20'), 'bukittinggi')
  const eva = await world.admin('Eva')
  const [sari, budi] = [await world.participant('Sari'), await world.participant('Budi')]
  await sari.books('Rab, 12 Jun', '09.30')
  await budi.choosesSeat('Rab, 12 Jun', '10.00')
  await eva.opensDesk('Payakumbuh')
  await eva.taps('Tutup desk ini')
  eva.skims()
  expect(await close(world.rt, await actorOf(world, budi, 900), { what: 'desk', id: desk })).toMatchObject({
    ok: false,
  })
  await world.atOnce([eva, 'Ya, tutup'], [budi, 'Ya, pesan'])
  await eva.sees(/Sudah ditutup\. [12] pemilik/)
  await sari.sees(/jadwal desk Rabu, 12 Juni 2024, pukul 09\.30 WIB ditiadakan/)
  const read = budi.skims().map(({ text }) => text)
  // Either the seat was his first and he heard that it is closed, or he was refused.
  expect(read.at(-1)).toMatch(/sudah tidak dibuka[\s\S]*Pilih harinya|ditiadakan/)
  await budi.choosesSeat('Kam, 20 Jun', '10.00')
  await budi.taps('Ya, pesan')
  await budi.sees(/🎫/)
  await eva.taps('Perlu dihubungi')
  await eva.sees(/Tidak ada yang perlu dihubungi/)

  // Two working days before the day it was to be, whoever has no other time is to be called.
  await world.clockStrikes('2024-06-10T08:00+07:00')
  await eva.presses(1, 'to-call:0')
  const list = (await eva.sees(/Perlu dihubungi: 1 usaha/)).text
  expect(list).toMatch(/Rendang Sari/)
  expect(list).not.toMatch(/Rendang Budi/)
  await sari.taps('Tidak perlu jadwal lain')
  await sari.sees(/Baik, kami catat/)
  await eva.presses(1, 'to-call:0')
  await eva.sees(/Tidak ada yang perlu dihubungi/)
  await world.clockStrikes('2024-06-11T16:00+07:00')
  const { reader } = world.rt.db
  expect(await reader.seat.count({ where: { slot: { day: { deskId: desk } }, bookingId: { not: null } } })).toBe(0)
  await world.clockStrikes('2024-06-19T16:00+07:00')
  await budi.sees(/Besok/)
})

test('one slot is closed: its owner hears, the officer of the region calls, and the slot stays closed', async ({
  world,
}) => {
  await world.openCycle()
  await world.quiet()
  await world.desk('Payakumbuh', day('2024-06-05'))
  const eva = await world.admin('Eva')
  const [rina, tono] = [await world.officer('Rina', ['13.76']), await world.officer('Tono', ['13.06'])]
  const [sari, budi] = [await world.participant('Sari'), await world.participant('Budi')]
  await sari.books('Rab, 5 Jun', '10.00')
  await budi.books('Rab, 5 Jun', '10.30')
  await eva.opensDesk('Payakumbuh', 'Rab, 5 Jun')
  await eva.taps('Tutup satu jam')
  await eva.sees(/Jam mana yang ditutup/)
  await eva.taps('10.00 · terisi 1')
  await eva.sees(/Tutup jam ini: Rabu, 5 Juni 2024, pukul 10\.00 WIB\?[\s\S]*1 pemilik kehilangan/)
  await eva.taps('Ya, tutup')
  await eva.sees(/Sudah ditutup\. 1 pemilik/)
  await sari.sees(/ditiadakan/)
  await rina.says('/antrean')
  rina.skims()
  await rina.taps('Perlu dihubungi: 1')
  await rina.sees(/Perlu dihubungi: 1 usaha[\s\S]*Rendang Sari/)
  await tono.presses(1, 'to-call:0')
  await tono.sees(/Tidak ada/)
  await rina.taps('✓ Rendang Sari')
  await rina.sees(/Tidak ada/)
  const { id } = await world.rt.db.reader.booking.findFirstOrThrow({ where: { wasShut: true } })
  await tono.presses(1, `called:${id}`)
  await tono.sees(/bukan berkas/)
  await sari.says('/jadwal')
  await sari.sees(/Pilih harinya/)
  await sari.taps('Rab, 5 Jun')
  sari.skims()
  expect(sari.button('10.00')).toBeUndefined()
  await world.clockStrikes('2024-06-04T16:00+07:00')
  for (const officer of [rina, tono]) officer.skims() // the list on paper, which is about something else
  await budi.sees(/Besok/)
})

test('a day that has begun is not moved, its rest is closed at once', async ({ world }) => {
  await world.openCycle()
  await world.quiet()
  await world.desk('Payakumbuh', { ...day('2024-06-03'), opens: '07:00' })
  const eva = await world.admin('Eva')
  const sari = await world.participant('Sari')
  await sari.books('Sen, 3 Jun', '10.00')
  const { id } = await world.rt.db.reader.deskDay.findFirstOrThrow()
  expect(
    await moveDay(world.rt, await actorOf(world, eva, 901), id as never, '2024-06-03' as never, '2024-06-04' as never),
  ).toEqual({
    ok: false,
    reason: 'day-begun',
  })
  await eva.opensDesk('Payakumbuh', 'Sen, 3 Jun')
  await eva.taps('Tutup hari ini')
  await eva.taps('Ya, tutup')
  eva.skims()
  await sari.sees(/ditiadakan/)
  await sari.taps('Lihat jadwal desk')
  await sari.sees(/Belum ada jadwal/)
})

test('a yes to yesterday’s reminder is none to the new date: the date is told, and asked about', async ({ world }) => {
  await world.openCycle()
  await world.quiet()
  await world.desk('Bukittinggi', day('2024-06-12'), 'bukittinggi')
  const eva = await world.admin('Eva')
  const sari = await world.participant('Sari', 'Kota Bukittinggi')
  await sari.books('Rab, 12 Jun', '10.30')
  await world.clockStrikes('2024-06-11T16:00+07:00')
  const { id, buttons } = await sari.sees(/Besok/)
  const old = buttons.flat().find(({ text }) => text === 'Saya datang')
  await world.clockStrikes('2024-06-12T05:10+07:00')
  await eva.opensDesk('Bukittinggi', 'Rab, 12 Jun')
  await eva.taps('Pindah tanggal')
  eva.skims()
  await eva.says('19 juni')
  await eva.taps('Ya, pindahkan')
  world.skim()
  await sari.presses(id, old?.data ?? '')
  await sari.sees(/sudah dipindah: sekarang Rabu, 19 Juni 2024[\s\S]*bisa datang/)
  expect(await world.rt.db.reader.booking.findFirst()).toMatchObject({ comingAt: null })
  await sari.taps('Saya datang')
  await sari.sees(/Kami tunggu Rabu, 19 Juni 2024/)
})
