import { readWorkbook } from '../../src/platform/workbook.ts'
import { fileOf, rowsOf, XLSX } from '../nomination/lists.ts'
import { expect, test, type World } from '../support/index.ts'
import type { TestPerson } from '../support/person.ts'

// The first day of an admin: the list of the dinas, the penyuluh, the desks, the schedule told to all, the figures.

/** What somebody was sent last with this in it. */
const lastSaid = (person: TestPerson, what: RegExp): string =>
  person.chat().messages.findLast(({ text }) => what.test(text))?.text ?? ''

async function imports(eva: TestPerson): Promise<void> {
  await eva.says('/admin')
  await eva.sees(/OVOP 2024/)
  await eva.taps('IKM nominasi')
  await eva.sees(/Belum ada usaha yang dinominasikan/)
  await eva.taps('Impor daftar')
  await eva.sees(/file Excel/)
  const rows = rowsOf(46)
  const wrong = [47, 'Zaini Wirda', 'Batik Zaini', 'Solok', 'Batik', '081299990000']
  const double = [48, ...(rows[0] ?? []).slice(1)]
  await eva.sendsFile({
    bytes: await fileOf([...rows, wrong, double]),
    name: 'Daftar IKM OVOP (final).xlsx',
    mime: XLSX,
  })
  await eva.sees(/Baru: 46\n↩️ Baris ganda: 1\n⚠️ Perlu diperbaiki: 1[\s\S]*“Solok” bisa berarti/)
  await eva.taps('Impor 46 baris')
  await eva.sees(/sudah diimpor/)
  await eva.taps('Kembali')
  await eva.sees(/46 usaha dinominasikan. 0 sudah bergabung, 46 belum/)
}

const PENYULUH: [name: string, region: string][] = [
  ['Rina Oktavia', 'Kota Payakumbuh, Kab. 50 Kota'],
  ['Hendri Saputra', 'Bukittinggi, Agam'],
  ['Mega Putri', 'Kota Solok, Sijunjung'],
  ['Yusri Anwar', 'Tanah Datar'],
  ['Lina Marni', 'Pasaman Barat'],
]

async function invitesAll(world: World, eva: TestPerson): Promise<TestPerson[]> {
  const invited: TestPerson[] = []
  for (const [name, regions] of PENYULUH) {
    await eva.says('/admin')
    await eva.taps('Petugas')
    await eva.taps('Undang petugas')
    await eva.taps('Penyuluh')
    await eva.taps('Beberapa wilayah')
    await eva.says(regions)
    eva.skims()
    const person = world.newcomer(name)
    await person.opens(/start=(\S+)/.exec(lastSaid(eva, /Undangan untuk/))?.[1] ?? '')
    await person.taps('Terima undangan')
    await person.says(name)
    person.skims()
    invited.push(person)
  }
  return invited
}

async function opensDesk(eva: TestPerson, zone: string, title: string, days: string): Promise<void> {
  await eva.says('/admin')
  await eva.taps('🗓 Desk')
  await eva.taps('Buka desk baru')
  await eva.taps(zone)
  await eva.says(title)
  await eva.taps('Menyusul')
  await eva.taps('Menyusul')
  await eva.says(days)
  await eva.taps('08.00–15.30, istirahat 12.00–13.00')
  await eva.taps('30 menit, 2 meja, 20 % tanpa janji')
  await eva.taps('Buka desk')
  eva.skims()
}

test('the first day of an admin: 46 IKM, five penyuluh, three desks', async ({ world }) => {
  await world.openCycle()
  const eva = await world.admin('Eva')
  const { reader } = world.rt.db

  await imports(eva)
  expect(await reader.dossier.count({ where: { standing: 'nominated' } })).toBe(46)

  const penyuluh = await invitesAll(world, eva)
  await world.clockStrikes('2024-06-03T08:05+07:00')
  world.skim()
  await eva.says('/admin')
  await eva.taps('Petugas')
  const staff = lastSaid(eva, /Petugas: /)
  for (const [name] of PENYULUH) expect(staff).toContain(name)
  expect(staff).toMatch(/Rina Oktavia: Penyuluh untuk Lima Puluh Kota, Payakumbuh/)
  // Every dossier has somebody who looks after it.
  expect(await reader.dossier.count({ where: { officerId: null } })).toBe(0)

  await opensDesk(eva, 'Payakumbuh', 'Payakumbuh', '10-11 Juni 2024')
  await opensDesk(eva, 'Bukittinggi', 'Bukittinggi', '12-13 Juni 2024')
  await opensDesk(eva, 'Solok', 'Solok', '14-15 Juni 2024')
  expect(await reader.desk.count()).toBe(3)
  expect(await reader.deskDay.count()).toBe(6)

  // The letters go out, and the first owner comes the same day and has a desk to book at.
  await eva.says('/admin')
  await eva.taps('IKM nominasi')
  await eva.taps('Undangan dan lembar QR')
  const sheet = eva.chat().messages.findLast(({ file }) => file?.name === 'undangan-ikm.xlsx')?.file
  const read = await readWorkbook(world.telegram.file(sheet?.fileId ?? '')?.bytes ?? new Uint8Array())
  const rows = read.ok ? (read.value[0]?.rows ?? []).slice(1) : []
  expect(rows).toHaveLength(46)
  const asna = rows.find(([owner]) => owner === 'Asna Wirda') ?? []
  const owner = world.newcomer('Asna')
  await owner.opens(String(asna[4]).split('start=')[1] ?? '')
  await owner.taps('Setuju, lanjutkan')
  await owner.sharesNumber(String(asna[3]))
  expect(lastSaid(owner, /Cocok/)).toContain('Asna Wirda')
  await owner.says('/jadwal')
  expect(owner.labels().join()).toMatch(/Sen, 10 Jun/)
  owner.skims()

  // The schedule is told to whoever has come; the others stand there with the reason.
  await eva.says('/siaran')
  await eva.taps('Dari jadwal desk')
  await eva.taps('Payakumbuh')
  await eva.taps('👁 Lihat')
  expect(lastSaid(eva, /Siap dikirim/)).toMatch(/kepada 1 orang/)
  await eva.taps('Ya, kirim ke 1 orang')
  eva.skims()
  await owner.sees(/Payakumbuh/)
  await owner.taps('Pesan')
  await owner.sees(/Sen, 10 Jun|Jadwal desk/)

  await eva.says('📊 Angka')
  await eva.sees(/Peserta: 46\nPeserta yang sudah bergabung: 1[\s\S]*Payakumbuh, 10 Juni 2024: 0 dari/)
  await eva.taps('Per wilayah')
  await eva.sees(/Payakumbuh: 0 dari/)
  for (const person of [...penyuluh, eva, owner]) person.skims()
})
