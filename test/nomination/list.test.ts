import { readWorkbook, writeWorkbook } from '../../src/platform/workbook.ts'
import { expect, test, type World } from '../support/index.ts'
import type { TestPerson } from '../support/person.ts'
import { fileOf, rowsOf, XLSX } from './lists.ts'

/** Eva, at the question for the list. */
async function atList(world: World): Promise<TestPerson> {
  const eva = await world.admin('Eva')
  await asksForList(eva)
  return eva
}

async function asksForList(eva: TestPerson): Promise<void> {
  await eva.says('/admin')
  await eva.taps('IKM nominasi')
  await eva.taps('Impor daftar')
  eva.skims()
}

const sends = (eva: TestPerson, bytes: Uint8Array, name = 'daftar.xlsx') => eva.sendsFile({ bytes, name, mime: XLSX })

/** What the file says that came back, row by row. */
async function reportIn(world: World, eva: TestPerson): Promise<string[][]> {
  const message = eva.chat().messages.findLast(({ file }) => file?.name?.endsWith('.xlsx') === true && file)
  const read = await readWorkbook(world.telegram.file(message?.file?.fileId ?? '')?.bytes ?? new Uint8Array())
  if (!read.ok) throw new Error(read.reason)
  return (read.value[0]?.rows ?? []).map((row) => row.map((cell) => String(cell ?? '')))
}

const nominated = ({ rt }: World) => rt.db.reader.dossier.count({ where: { standing: 'nominated' } })

test('a list of 46 is looked through, imported once, and again changes nothing', async ({ world }) => {
  await world.openCycle()
  const eva = await atList(world)

  await sends(eva, await fileOf(rowsOf(46)))
  await eva.sees(/Baru: 46\n\nHasil tiap baris/)
  expect(await nominated(world)).toBe(0)
  await eva.taps('Impor 46 baris')
  await eva.sees(/sudah diimpor[\s\S]*Baru: 46/)
  expect(await nominated(world)).toBe(46)
  expect(await world.rt.db.reader.item.count()).toBeGreaterThan(46)
  expect(await world.rt.db.reader.person.findFirst({ where: { name: 'Asna Wirda' } })).toMatchObject({
    phone: '6281200000000',
  })

  // The same button again, and the same file again.
  await eva.presses(1, `list-yes:${(await world.rt.db.reader.nominationList.findFirstOrThrow()).id}`)
  await eva.sees(/sudah diimpor[\s\S]*Baru: 46/)
  await asksForList(eva)
  await sends(eva, await fileOf(rowsOf(46)))
  await eva.sees(/Sudah ada, sama: 46\n\nTidak ada yang baru/)
  expect(await nominated(world)).toBe(46)
  expect(await world.rt.db.reader.business.count()).toBe(46)
})

test('the sample that the bot gives is a list like any other', async ({ world }) => {
  await world.openCycle()
  const eva = await atList(world)
  await eva.taps('Contoh daftar')
  const { file } = await eva.sees(/Ini contohnya/)
  await sends(eva, world.telegram.file(file?.fileId ?? '')?.bytes ?? new Uint8Array())
  await eva.sees(/Baru: 2/)
})

test('two admins press at once, and one of them twice: it is imported once', async ({ world }) => {
  await world.openCycle()
  const andri = await world.admin('Andri')
  const { personId } = await world.rt.db.reader.grant.findFirstOrThrow({ where: { source: 'environment' } })
  const eva = await atList(world)
  // The settings name Eva now; Andri was invited.
  const grant = { personId, role: 'admin', regions: [], source: 'invitation', grantedAt: world.clock.now() }
  await world.rt.db.reader.grant.create({ data: grant })
  await sends(eva, await fileOf(rowsOf(12)))
  await asksForList(andri)
  await sends(andri, await fileOf(rowsOf(12)))
  world.skim()
  await world.atOnce([eva, 'Impor 12 baris'], [andri, 'Impor 12 baris'], [eva, 'Impor 12 baris'])
  expect(await nominated(world)).toBe(12)
  expect(await world.rt.db.reader.person.count({ where: { phone: { not: null } } })).toBe(12)
  world.skim()
})

test('rows that cannot be imported come back with the reason, and corrected they are taken', async ({ world }) => {
  await world.openCycle()
  const eva = await atList(world)
  const [one = [], two = [], three = [], four = [], five = []] = rowsOf(5)

  await sends(
    eva,
    await fileOf([
      one,
      [...two.slice(0, 3), 'Solok', ...two.slice(4)],
      [...three.slice(0, 4), 'Sabun', '0812-9999'],
      [...four.slice(0, 2), undefined, ...four.slice(3)],
      [6, ...one.slice(1)],
      [...five.slice(0, 5), '0812 3456 7890 / 0751-1234'],
    ]),
  )
  await eva.sees(
    /Baru: 2\n↩️ Baris ganda: 1\n⚠️ Perlu diperbaiki: 3[\s\S]*Baris 7 .*“Solok” bisa berarti Kabupaten Solok, Kabupaten Solok Selatan, Kota Solok/,
  )
  const rows = await reportIn(world, eva)
  expect(rows.map((row) => row.slice(6).join(': '))).toEqual([
    'Hasil: Catatan',
    'Baru: ',
    expect.stringMatching(/^Perlu diperbaiki: “Solok” bisa berarti/),
    expect.stringMatching(/^Perlu diperbaiki: Komoditas “Sabun” tidak dikenal.* Nomor HP tidak terbaca/),
    'Perlu diperbaiki: Nama usaha belum diisi.',
    'Ganda: Usaha yang sama dengan baris 6, jadi dihitung satu.',
    'Baru: ',
  ])
  await eva.taps('Impor 2 baris')
  await eva.sees(/sudah diimpor/)

  // The file that came back, with what was wrong put right, is a list like any other.
  const [, first = [], second = [], third = [], ...others] = rows
  await asksForList(eva)
  const columns = (rows[0] ?? []).map((name) => ({ name, width: 12 }))
  const corrected = [
    first,
    [...second.slice(0, 3), 'Kota Solok', ...second.slice(4)],
    [...third.slice(0, 4), 'Batik', ...third.slice(5)],
    ...others,
  ]
  await sends(eva, await writeWorkbook([{ name: 'Hasil', columns, rows: corrected }]))
  await eva.sees(/Baru: 2\n▫️ Sudah ada, sama: 2\n↩️ Baris ganda: 1\n⚠️ Perlu diperbaiki: 1/)
  expect(await nominated(world)).toBe(2)
})

test('what nobody touched is corrected by a later list; what an owner says stays, and is told', async ({ world }) => {
  await world.openCycle()
  const eva = await atList(world)
  const rows = rowsOf(3)
  await sends(eva, await fileOf(rows))
  await eva.taps('Impor 3 baris')
  eva.skims()
  // The first owner came, and calls the business something else; the second one is told another number to us.
  const [first] = await world.rt.db.reader.business.findMany({ orderBy: { id: 'asc' } })
  await world.rt.db.reader.consent.create({
    data: {
      personId: first?.ownerId ?? 0,
      version: 2,
      language: 'id',
      textHash: 'x',
      telegramId: 77,
      givenAt: world.clock.now(),
    },
  })
  await world.rt.db.reader.business.update({ where: { id: first?.id ?? 0 }, data: { name: 'Dapur Asna' } })

  const [one = [], two = [], three = []] = rows
  await asksForList(eva)
  await sends(
    eva,
    await fileOf([
      one,
      [...two.slice(0, 5), '0813-1111-2222'],
      [...three.slice(0, 3), 'Kab. Pasaman Barat', ...three.slice(4)],
    ]),
  )
  await eva.sees(/Berubah: 2\n🔒 Berbeda, data kami yang dipakai: 1/)
  expect((await reportIn(world, eva)).map((row) => row[7])).toEqual([
    'Catatan',
    'Nama usaha di daftar “Makanan/Minuman Sago Desi Wirda”, tetapi data kami “Dapur Asna”. Data kami yang dipakai.',
    'Nomor HP berubah dari “+6281200010007” menjadi “+6281311112222”.',
    'Kabupaten/Kota berubah dari “Kabupaten Agam” menjadi “Kabupaten Pasaman Barat”.',
  ])
  await eva.taps('Impor 2 baris')
  await eva.sees(/Berubah: 2/)
  expect(
    await world.rt.db.reader.business.findMany({ orderBy: { id: 'asc' }, select: { name: true, regionCode: true } }),
  ).toMatchObject([{ name: 'Dapur Asna' }, {}, { regionCode: '13.12' }])
})

test('an import is undone for whom nobody has touched, and the others stay', async ({ world }) => {
  await world.openCycle()
  const eva = await atList(world)
  await sends(eva, await fileOf(rowsOf(4)))
  await eva.taps('Impor 4 baris')
  eva.skims()
  const [first] = await world.rt.db.reader.person.findMany({ where: { name: 'Asna Wirda' } })
  await world.rt.db.reader.account.create({
    data: { telegramId: 99, personId: first?.id ?? 0, attachedAt: world.clock.now(), firstSeenAt: world.clock.now() },
  })

  await eva.says('/admin')
  await eva.taps('IKM nominasi')
  await eva.taps('Batalkan impor terakhir')
  eva.skims()
  await eva.taps('Ya, batalkan impor')
  await eva.sees(/3 usaha dihapus\.\n1 usaha tetap ada/)
  expect(await world.rt.db.reader.business.count()).toBe(1)
  expect(await nominated(world)).toBe(1)
  // The same press again, and the list once more.
  await eva.presses(1, `list-undo-yes:${(await world.rt.db.reader.nominationList.findFirstOrThrow()).id}`)
  await eva.sees(/sudah tidak ada atau sudah dibatalkan/)
  await asksForList(eva)
  await sends(eva, await fileOf(rowsOf(4)))
  await eva.sees(/Baru: 3\n▫️ Sudah ada, sama: 1/)
})

test('what is no list is told so in a sentence, and changes nothing', async ({ world }) => {
  await world.openCycle()
  const eva = await atList(world)
  const text = (words: string) => new TextEncoder().encode(words)
  await eva.says('ini daftarnya')
  await eva.sees(/sebagai file Excel/)
  await sends(eva, text('%PDF-1.4 bukan tabel'), 'surat.pdf')
  await eva.sees(/bukan tabel/)
  await sends(eva, text('Rendang,Kota Solok\nKeripik,Kota Solok\n'), 'daftar.csv')
  await eva.sees(/Judul kolom tidak ditemukan/)
  await sends(eva, text('Nama pemilik;Nama usaha;Kab/Kota\n'), 'daftar.csv')
  await eva.sees(/tidak ada isinya/)
  const bad = Array.from({ length: 10_000 }, (_, at) => `${at};Usaha ${at};Atlantis;Emas`).join('\n')
  await sends(eva, text(`Nama pemilik;Nama usaha;Kab/Kota;Komoditas\n${bad}\n`), 'daftar.csv')
  await eva.sees(/Perlu diperbaiki: 10.000[\s\S]*dan 9.995 baris lain[\s\S]*Belum ada baris yang bisa diimpor/)
  expect(await reportIn(world, eva)).toHaveLength(10_001)
  expect(await nominated(world)).toBe(0)
})

test('a list that nobody applies is dropped after a week, and says so when it is pressed', async ({ world }) => {
  await world.openCycle()
  const eva = await atList(world)
  await sends(eva, await fileOf(rowsOf(2)))
  await eva.sees(/Baru: 2/)
  await world.clockStrikes('2024-06-10T09:00+07:00')
  world.skim()
  await eva.taps('Impor 2 baris')
  await eva.sees(/sudah tidak ada/)
})

test('without a cycle nothing is nominated; and an admin whose role ended in between does nothing', async ({
  world,
}) => {
  const eva = await atList(world)
  await sends(eva, await fileOf(rowsOf(2)))
  await eva.sees(/buka siklus dulu/)
  await world.openCycle()
  await asksForList(eva)
  await sends(eva, await fileOf(rowsOf(2)))
  eva.skims()
  await world.rt.db.reader.grant.updateMany({ data: { revokedAt: world.clock.now() } })
  await eva.taps('Impor 2 baris')
  expect(await nominated(world)).toBe(0)
  eva.skims()
})
