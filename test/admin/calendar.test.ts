import { loadReference } from '../../prisma/reference.ts'
import { workingTimeOf } from '../../src/calendar/store.ts'
import { expect, test, type World } from '../support/index.ts'
import type { TestPerson } from '../support/person.ts'

// The calendar as admins change it.

const isWorked = async ({ rt, clock }: World, office: string, day: string): Promise<boolean> =>
  (await workingTimeOf(rt.db.reader, office, clock.now())).isWorkingDay(day as never)

async function opensCalendar(world: World): Promise<TestPerson> {
  const eva = await world.admin('Eva')
  await eva.says('/admin')
  await eva.taps('Kalender')
  eva.skims()
  return eva
}

test('a flood closes one office, and its region alone', async ({ world }) => {
  const eva = await opensCalendar(world)
  expect(await isWorked(world, '13.75', '2024-06-12')).toBe(true)
  await eva.taps('Tambah hari libur')
  await eva.taps('Bukittinggi')
  eva.skims()
  await eva.says('Banjir')
  await eva.sees(/belum terbaca/)
  await eva.says('12 Juni 2024 Banjir')
  await eva.sees(/Rabu, 12 Juni 2024: kantor tutup, Banjir .*Bukittinggi/)
  expect(await isWorked(world, '13.75', '2024-06-12')).toBe(false)
  expect(await isWorked(world, '13.75', '2024-06-13')).toBe(true)
  expect(await isWorked(world, '13', '2024-06-12')).toBe(true)
})

test('a joint leave that is taken back stays so at the next start', async ({ world }) => {
  const eva = await opensCalendar(world)
  expect(await isWorked(world, '13', '2024-06-18')).toBe(false)
  await eva.taps('Sel, 18 Jun')
  await eva.sees(/Hapus hari libur ini/)
  await eva.taps('Ya, hapus')
  eva.skims()
  expect(eva.button('Sel, 18 Jun')).toBeUndefined()
  await loadReference(world.rt.db, world.clock.now())
  expect(await isWorked(world, '13', '2024-06-18')).toBe(true)
})

test('office hours and Ramadan are changed, and count at once', async ({ world }) => {
  const eva = await opensCalendar(world)
  await eva.taps('Jam kantor')
  await eva.taps('Sabtu: libur')
  eva.skims()
  await eva.says('sore')
  await eva.sees(/belum terbaca/)
  await eva.says('08.00-12.00')
  await eva.sees(/Jam kantor provinsi/)
  expect(eva.button('Sabtu: 08.00–12.00')).toBeDefined()
  expect(await isWorked(world, '13', '2024-06-08')).toBe(true)
  await eva.taps('Sabtu')
  eva.skims()
  await eva.says('libur')
  eva.skims()
  expect(await isWorked(world, '13', '2024-06-08')).toBe(false)

  await eva.presses(1, 'cal-fast')
  await eva.sees(/membetulkan/)
  await eva.taps('1446 H')
  eva.skims()
  await eva.says('2 Maret 2025 - 30 Maret 2025')
  await eva.sees(/Ramadan/)
  expect(eva.button('1446 H: 2 Maret 2025 – 30 Maret 2025')).toBeDefined()
})

test('an officer is away, and another stands in', async ({ world }) => {
  await world.officer('Rina', ['13.76'])
  await world.officer('Tono', ['13.76'])
  const eva = await opensCalendar(world)
  await eva.taps('Penyuluh tidak di kantor')
  await eva.taps('Rina')
  await eva.taps('cuti')
  await eva.taps('Tono')
  eva.skims()
  await eva.says('10 Juni 2024 - 12 Juni 2024')
  await eva.sees(/Rina: cuti, 10 Juni 2024 – 12 Juni 2024, pengganti Tono/)
  expect(await world.rt.db.reader.absence.count()).toBe(1)
})
