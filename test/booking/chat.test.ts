import { expect, test } from '../support/index.ts'

// Seats at the desks as owners live them.

test('an owner books a seat, and is reminded the day before and on the day', async ({ world }) => {
  await world.openCycle()
  await world.quiet()
  await world.desk('Payakumbuh', { opens: '10:00' })
  const sari = await world.participant('Sari')
  await sari.says('jadwal desk')
  await sari.sees(/Jadwal desk · Rendang Sari[\s\S]*Pilih harinya/)
  await sari.taps('Sen, 10 Jun · Payakumbuh · sisa 4')
  await sari.sees(/Senin, 10 Juni 2024[\s\S]*tempatnya menyusul[\s\S]*Pilih jamnya/)
  await sari.taps('10.30 · sisa 1')
  await sari.sees(/pukul 10\.30 WIB[\s\S]*Pesan tempat ini\?/)
  await sari.taps('Ya, pesan')
  await sari.sees(
    /🎫 Senin, 10 Juni 2024, pukul 10\.30 WIB[\s\S]*meja 1[\s\S]*Kode: [0-9A-Z]{6}[\s\S]*Mohon bawa:[\s\S]*KTP/,
  )

  await world.clockStrikes('2024-06-09T15:59+07:00')
  await world.clockStrikes('2024-06-09T16:00+07:00')
  await sari.sees(/Besok jadwal desk[\s\S]*pukul 10\.30/)
  await sari.taps('Saya datang')
  await sari.sees(/Kami tunggu Senin, 10 Juni 2024, pukul 10\.30/)
  await world.clockStrikes('2024-06-10T08:30+07:00')
  await sari.sees(/Hari ini jadwal desk/)
})

test('a visit before ten is only reminded of the day before, and one booked too late not at all', async ({ world }) => {
  await world.openCycle()
  await world.quiet()
  await world.desk('Payakumbuh')
  const sari = await world.participant('Sari')
  await sari.books('Sen, 10 Jun', '09.30')
  await world.clockStrikes('2024-06-09T16:30+07:00')
  await sari.sees(/Besok jadwal desk/)
  const budi = await world.participant('Budi')
  await budi.books('Sen, 10 Jun', '09.00')
  await world.clockStrikes('2024-06-10T08:59+07:00')
})

test('who is not admitted yet hears why, and may book after the officer said yes', async ({ world }) => {
  await world.openCycle()
  await world.quiet()
  await world.desk('Payakumbuh')
  const rina = await world.officer('Rina', ['13.76'])
  const sari = await world.owner('Sari')
  await sari.registers('Rendang Sari', 'Kota Payakumbuh', 'Makanan/minuman')
  await sari.says('/jadwal')
  await sari.sees(/menerima usaha Bapak\/Ibu sebagai peserta dulu/)
  await rina.says('/antrean')
  rina.skims()
  await rina.taps('Semua berkas')
  rina.skims()
  await rina.taps('Rendang Sari')
  await rina.sees(/masih calon/)
  await rina.taps('Terima sebagai peserta')
  rina.skims()
  await sari.sees(/diterima sebagai peserta/)
  await sari.taps('Lihat jadwal desk')
  await sari.sees(/Pilih harinya/)
})

test('moving keeps the code, frees the old seat, and the old reminder is not sent', async ({ world }) => {
  await world.openCycle()
  await world.quiet()
  await world.desk('Payakumbuh', { closes: '09:00' })
  await world.desk('Bukittinggi', { day: '2024-06-12' as never }, 'bukittinggi')
  const sari = await world.participant('Sari')
  const [, code = ''] = /Kode: (\w{6})/.exec(await sari.books('Sen, 10 Jun', '08.00')) ?? []
  await sari.taps('Pindah jadwal')
  await sari.sees(/Tempat yang lama tetap milik/)
  await sari.taps('Desk di tempat lain')
  sari.skims()
  await sari.taps('Rab, 12 Jun · Bukittinggi')
  sari.skims()
  await sari.taps('11.30')
  await sari.sees(/Pindahkan jadwal\?/)
  await sari.taps('Ya, pindahkan')
  expect((await sari.sees(/🎫 Rabu, 12 Juni 2024/)).text).toContain(code)

  const budi = await world.participant('Budi')
  expect(await budi.books('Sen, 10 Jun', '08.00')).toMatch(/🎫 Senin/)
  await world.clockStrikes('2024-06-09T16:00+07:00')
  await budi.sees(/Besok/)
  await world.clockStrikes('2024-06-11T16:00+07:00')
  await sari.sees(/Besok[\s\S]*Rabu, 12 Juni/)
  await world.clockStrikes('2024-06-12T09:30+07:00')
  await sari.sees(/Hari ini/)
})

test('the last seat goes once: the other owner is told what is left', async ({ world }) => {
  await world.openCycle()
  await world.quiet()
  await world.desk('Payakumbuh', { closes: '09:00' })
  const [sari, budi] = [await world.participant('Sari'), await world.participant('Budi')]
  for (const owner of [sari, budi]) {
    await owner.choosesSeat('Sen, 10 Jun', '08.30')
  }
  await world.atOnce([sari, 'Ya, pesan'], [budi, 'Ya, pesan'])
  const seen = [sari, budi].flatMap((owner) => owner.skims().map(({ text }) => text))
  expect(seen.filter((text) => text.includes('🎫'))).toHaveLength(1)
  expect(seen.filter((text) => /baru saja terisi[\s\S]*Pilih jamnya/.test(text))).toHaveLength(1)
})

test('a full desk: the freed seat is offered to the next in line, and moves on after half an hour of work', async ({
  world,
}) => {
  await world.openCycle()
  await world.quiet()
  await world.desk('Payakumbuh', { closes: '08:30' })
  const sari = await world.participant('Sari')
  const [budi, citra] = [await world.participant('Budi'), await world.participant('Citra')]
  await sari.books('Sen, 10 Jun', '08.00')
  for (const owner of [budi, citra]) {
    await owner.says('/jadwal')
    owner.skims()
    await owner.taps('Payakumbuh · penuh')
    await owner.sees(/Mau masuk daftar tunggu\?/)
    await owner.taps('Ya, masuk daftar tunggu')
    await owner.sees(owner === budi ? /urutan ke-1/ : /urutan ke-2/)
  }
  await world.clockStrikes('2024-06-07T11:20+07:00')
  await sari.taps('Batalkan')
  await sari.sees(/Batalkan jadwal Senin, 10 Juni 2024, pukul 08\.00 WIB/)
  await sari.taps('Ya, batalkan')
  await sari.sees(/Jadwal sudah dibatalkan/)
  // Ten minutes until the Friday prayer, twenty after it.
  await budi.sees(/Ada tempat untuk Rendang Budi[\s\S]*Jumat, 7 Juni 2024, pukul 13\.20/)
  // Nobody else can take the seat that is held.
  await sari.says('/jadwal')
  await sari.sees(/Pilih harinya/)
  await sari.taps('Payakumbuh · penuh')
  await sari.sees(/Semua tempat sudah terisi/)

  await world.clockStrikes('2024-06-07T13:20+07:00')
  await citra.sees(/Ada tempat untuk Rendang Citra/)
  await budi.taps('Ya, ambil')
  await budi.sees(/Tawaran ini sudah lewat/)
  await citra.taps('Ya, ambil')
  await citra.sees(/🎫 Senin, 10 Juni 2024, pukul 08\.00/)
  await world.clockStrikes('2024-06-09T16:00+07:00')
  await citra.sees(/Besok/)
})

test('what one would like to discuss is kept, and the calendar file follows the booking', async ({ world }) => {
  await world.openCycle()
  await world.quiet()
  await world.desk('Payakumbuh')
  const sari = await world.participant('Sari')
  await sari.books('Sen, 10 Jun', '09.30')
  await sari.taps('Ingin membahas sesuatu?')
  await sari.sees(/Apa yang ingin dibahas/)
  await sari.says('x'.repeat(301))
  await sari.sees(/paling banyak 300 huruf/)
  await sari.says('foto  produk')
  await sari.sees(/penyuluh sudah tahu/)
  await sari.taps('Lihat tiket')
  await sari.sees(/Yang ingin dibahas: foto produk/)
  await sari.taps('Simpan ke kalender')
  await sari.sees(/menyimpan jadwal di kalender/)
})

test('old buttons and those of others change nothing', async ({ world }) => {
  await world.openCycle()
  await world.quiet()
  await world.desk('Payakumbuh')
  const [sari, budi] = [await world.participant('Sari'), await world.participant('Budi')]
  await sari.books('Sen, 10 Jun', '09.30')
  const { reader } = world.rt.db
  const booking = await reader.booking.findFirstOrThrow()
  const free = await reader.slot.findFirstOrThrow({ where: { id: { not: booking.slotId } } })
  await budi.says('/start')
  budi.skims()
  for (const data of [`ticket:${booking.id}`, `unbook-yes:${booking.id}`, `rebook-to:${booking.id}:${free.id}`]) {
    await budi.presses(1, data)
    await budi.sees(/bukan berkas usulan Bapak\/Ibu/)
  }
  await budi.presses(1, `book:${booking.dossierId}:${free.id}`)
  await budi.sees(/bukan berkas usulan Bapak\/Ibu/)
  await sari.presses(1, `book:${booking.dossierId}:${free.id}`)
  await sari.sees(/sudah punya jadwal desk/)
  await world.clockStrikes('2024-06-10T10:00+07:00')
  sari.skims()
  await sari.presses(1, `unbook-yes:${booking.id}`)
  await sari.sees(/sudah dimulai/)
  expect(await reader.booking.findMany()).toMatchObject([{ slotId: booking.slotId, state: 'booked', sequence: 0 }])
})

test('a clock that jumps over the visit: what was to remind of it is not said afterwards', async ({ world }) => {
  await world.openCycle()
  await world.quiet()
  await world.desk('Payakumbuh', { opens: '10:00' })
  const sari = await world.participant('Sari')
  await sari.books('Sen, 10 Jun', '10.30')
  await world.clockStrikes('2024-06-12T09:00+07:00')
  const states = (await world.rt.db.reader.delivery.findMany({ where: { kind: 'visit-reminder' } })).map(
    ({ state }) => state,
  )
  expect(states).toEqual(['expired', 'expired'])
})
