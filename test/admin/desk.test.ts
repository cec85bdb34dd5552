import { expect, test, type World } from '../support/index.ts'
import type { TestPerson } from '../support/person.ts'

// Desks as admins make and change them in chat.

async function begins(eva: TestPerson): Promise<void> {
  await eva.says('/admin')
  await eva.taps('🗓 Desk')
  await eva.taps('Buka desk baru')
  eva.skims()
}

test('an admin makes the desk of Payakumbuh in chat; nothing is there before the last press', async ({ world }) => {
  const eva = await world.admin('Eva')
  const { reader } = world.rt.db
  await begins(eva)
  await eva.says('Medan')
  await eva.sees(/belum terbaca/)
  await eva.taps('Payakumbuh')
  await eva.sees(/Apa nama desk ini/)
  await eva.says('Payakumbuh')
  await eva.sees(/Di mana tempatnya/)
  await eva.taps('Menyusul')
  await eva.sees(/Kirim lokasinya/)
  await eva.says('dekat pasar')
  await eva.sees(/belum terbaca/)
  await eva.sendsPlace(-0.2249, 100.6308)
  await eva.sees(/Tanggal berapa saja/)
  await eva.says('10-11 Mei 2024')
  await eva.sees(/sudah lewat/)
  await eva.says('10-11 Juni, 14 Juni dan 17 Juni 2024')
  await eva.sees(/Jam berapa/)
  // Whoever leaves and comes back goes on where they were.
  await begins(eva)
  await eva.taps('08.00–15.30, istirahat 12.00–13.00')
  await eva.sees(/Berapa menit per orang/)
  await eva.taps('30 menit, 2 meja, 20 % tanpa janji')
  const { text } = await eva.sees(
    /Desk Payakumbuh · zona Payakumbuh[\s\S]*Tempat: menyusul[\s\S]*Titik peta: sudah ada/,
  )
  expect(text).toMatch(/Senin, 10 Juni 2024: 08\.00–15\.30, istirahat 12\.00–13\.00\. 13 giliran, 26 tempat, 5 di/)
  expect(text).toMatch(/Jumat, 14 Juni 2024: 08\.00–15\.30, istirahat 11\.30–13\.30\. 11 giliran, 22 tempat, 4 di/)
  expect(text).toMatch(/⚠️ Senin, 17 Juni 2024: libur nasional, Iduladha 1445 H/)
  expect(await reader.desk.count()).toBe(0)

  await eva.taps('Buka desk')
  await eva.sees(/Desk sudah dibuka/)
  expect(await reader.desk.findMany({ select: { title: true, venue: true, latitude: true } })).toEqual([
    { title: 'Payakumbuh', venue: null, latitude: -0.2249 },
  ])
  expect(await reader.seat.count()).toBe(26 * 3 + 22)
  expect(await reader.deskDraft.count()).toBe(0)
  await eva.presses(1, 'draft-yes:1')
  await eva.sees(/sudah dibuka atau dibatalkan/)
})

async function withBooking(world: World) {
  await world.openCycle()
  await world.desk('Payakumbuh')
  const eva = await world.admin('Eva')
  const sari = await world.participant('Sari')
  await sari.books('Sen, 10 Jun', '11.30')
  await eva.opensDesk('Payakumbuh')
  return { eva, sari }
}

test('a place that is named later is told once to whoever has booked', async ({ world }) => {
  const { eva, sari } = await withBooking(world)
  await eva.taps('Ubah tempat')
  eva.skims()
  await eva.says('Aula Dinas Koperasi UKM')
  await eva.sees(/Tempat: Aula Dinas Koperasi UKM/)
  await sari.sees(/Tempat desk Bapak\/Ibu:\s*Aula Dinas Koperasi UKM \(Payakumbuh\)[\s\S]*10 Juni 2024, pukul 11\.30/)
  await eva.taps('Ubah tempat')
  eva.skims()
  await eva.says('Aula Dinas Koperasi  UKM')
  eva.skims()
  sari.seesNothing()
  await world.clockStrikes('2024-06-09T16:00+07:00')
  await sari.sees(/Besok/)
})

test('other hours and tables lay the day out anew, and leave what is booked alone', async ({ world }) => {
  const { eva, sari } = await withBooking(world)
  await eva.taps('Sen, 10 Jun')
  eva.skims()
  await eva.taps('Ubah jam')
  await eva.sees(/Jam barunya/)
  await eva.says('sore')
  await eva.sees(/belum terbaca/)
  await eva.says('08.00-11.00')
  await eva.sees(/Jam: 08\.00–11\.00[\s\S]*Terisi 1 dari 7 tempat/)
  await eva.taps('Ubah meja')
  eva.skims()
  await eva.says('30 menit, 3 meja, 0 %')
  await eva.sees(/30 menit per orang, 3 meja, 0 %[\s\S]*Terisi 1 dari 19 tempat/)
  sari.seesNothing()
  expect(await world.rt.db.reader.booking.findFirst({ include: { slot: true } })).toMatchObject({
    state: 'booked',
    slot: { startsAt: new Date('2024-06-10T11:30+07:00') },
  })
})
