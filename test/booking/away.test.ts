import { expect, test } from '../support/index.ts'

// Owners and officers of different regions at one desk.

test('whoever comes from another region without a booking is let in by the whole name of the business, on the day itself', async ({
  world,
}) => {
  await world.openCycle()
  await world.quiet()
  const rina = await world.officer('Rina', ['13.76'])
  await world.desk('Payakumbuh')
  await world.participant('Sari', 'Kota Bukittinggi')
  await world.clockStrikes('2024-06-10T07:55+07:00')
  world.skim()
  const comes = async (name: string): Promise<void> => {
    await rina.says('/desk')
    await rina.taps('Tanpa janji temu')
    await rina.says(name)
  }
  // A part of the name, or that of the owner, tells nothing of people who are not hers.
  for (const name of ['Rendang', 'Sari']) {
    await comes(name)
    expect(rina.skims().at(-1)?.text).not.toContain('salah satu dari mereka')
  }
  await comes('rendang sari')
  await rina.sees(/Senin, 10 Juni/)
  await rina.sees(/Apa nama usahanya/)
  await rina.sees(/W03\. rendang sari[\s\S]*salah satu dari mereka/)
  expect(rina.labels()).toContainEqual(expect.stringMatching(/^Rendang Sari · .*Bukittinggi/))
  await rina.taps('Rendang Sari')
  await rina.sees(/W03\. Rendang Sari[\s\S]*Pemilik: Sari/)

  // A forged press says nothing about a business that nobody named, and the next day it is too late.
  const { reader } = world.rt.db
  const budi = await world.participant('Budi', 'Kota Bukittinggi')
  budi.skims()
  const [first] = await reader.visit.findMany({ orderBy: { id: 'asc' } })
  const dossier = await reader.dossier.findFirstOrThrow({ orderBy: { id: 'desc' } })
  await rina.presses(1, `guest-is:${first?.id}:${dossier.id}`)
  await rina.sees(/bukan di wilayah tugas/)
  await comes('Rendang Budi')
  expect(rina.skims().at(-1)?.text).toContain('salah satu dari mereka')
  await world.clockStrikes('2024-06-11T08:00+07:00')
  world.skim()
  await rina.taps('Rendang Budi')
  await rina.sees(/bukan di wilayah tugas/)
  expect(await reader.visit.count({ where: { dossierId: dossier.id } })).toBe(0)
})

test('the officer at a desk calls everybody whose day was moved there, as an admin does', async ({ world }) => {
  await world.openCycle()
  await world.quiet()
  const [rina, tono] = [await world.officer('Rina', ['13.76']), await world.officer('Tono', ['13.71'])]
  await world.desk('Payakumbuh')
  const eva = await world.admin('Eva')
  const sari = await world.participant('Sari')
  const budi = await world.participant('Budi', 'Kota Bukittinggi')
  await sari.books('Sen, 10 Jun', '08.00')
  await budi.books('Sen, 10 Jun', '08.30')
  await eva.opensDesk('Payakumbuh', 'Sen, 10 Jun')
  await eva.taps('Pindah tanggal')
  await eva.says('12 Juni 2024')
  await eva.taps('Ya, pindahkan')
  expect(eva.skims().at(-1)?.text).toMatch(/Rendang Sari[\s\S]*Rendang Budi/)
  for (const owner of [sari, budi]) await owner.sees(/dipindah/)

  await rina.says('/desk')
  await rina.sees(/Rabu, 12 Juni 2024/)
  await rina.taps('Perlu dihubungi')
  await rina.sees(/Belum menyatakan datang[\s\S]*Rendang Sari[\s\S]*Rendang Budi/)
  await sari.taps('Bisa')
  sari.skims()
  await rina.taps('Daftar hari ini')
  rina.skims()
  await rina.taps('Perlu dihubungi')
  expect((await rina.sees(/Rendang Budi/)).text).not.toContain('Rendang Sari')
  const { id } = await world.rt.db.reader.deskDay.findFirstOrThrow()
  await tono.presses(1, `duty-calls:${id}:0`)
  await tono.sees(/sudah menyatakan datang/)
  await sari.presses(1, `duty-calls:${id}:0`)
  expect(sari.skims().every(({ text }) => !text.includes('Rendang Budi'))).toBe(true)
})
