import { expect, NIK, png, test, type World } from '../support/index.ts'
import type { TestPerson } from '../support/person.ts'

// The traps in which proposals die at the paper check, each as an owner meets it: the mistake is named in the moment it
// is made, nothing is lost, and the right number is taken next.

/** A maker of food who has sent the pages of a paper and is asked for its number. */
async function atNumberOf(world: World, paper: string): Promise<TestPerson> {
  await world.openCycle()
  const sari = await world.owner('Sari Dewi')
  await sari.registers('Rendang Sari', 'Kota Payakumbuh', 'Makanan/minuman')
  await sari.says('/berkas')
  await sari.taps(paper)
  await sari.taps('Kirim sekarang')
  await sari.sendsPhoto(png(7))
  if (sari.button('✅ Selesai')) await sari.taps('✅ Selesai')
  if (sari.button('Belum tahu')) await sari.taps('Tidak')
  expect(sari.skims().at(-1)?.text).toMatch(/Berapa (NIK|nomor)/)
  return sari
}

const numberOf = async (world: World, requirementId: string) =>
  (await world.rt.db.reader.itemValue.findFirst({ where: { field: 'number', item: { requirementId } } }))?.value

test('a NIK with another birth day is asked again; the region of its first digits is never refused', async ({
  world,
}) => {
  const sari = await atNumberOf(world, 'KTP pemilik')
  await sari.says('1376019907900001')
  await sari.sees(/tanggal lahir/)
  await sari.says('3174014107900001')
  await sari.sees(/KTP pemilik sudah lengkap/)
  expect(await numberOf(world, 'ktp_pemilik')).toBe('3174014107900001')
})

test('a NIK typed with the letter O is offered with a zero, and taken only when its owner says so', async ({
  world,
}) => {
  const sari = await atNumberOf(world, 'KTP pemilik')
  await sari.says(NIK.replace('0', 'O'))
  await sari.sees(new RegExp(`Maksudnya ${NIK}`))
  expect(await numberOf(world, 'ktp_pemilik')).toBeUndefined()
  await sari.taps('Ya, benar')
  await sari.sees(/KTP pemilik sudah lengkap/)
  expect(await numberOf(world, 'ktp_pemilik')).toBe(NIK)
})

test('a number of an old SKU is not a NIB, and the way to one is shown', async ({ world }) => {
  const sari = await atNumberOf(world, 'NIB')
  await sari.says('503/123/SKU/2019')
  await sari.sees(/surat keterangan usaha atau izin lama[\s\S]*NIB dari OSS/)
  await sari.taps('Cara mendapatkannya')
  await sari.sees(/Cara mendapatkan/)
  await sari.says('no: 9120 0012 34567')
  await sari.sees(/sama dengan nama di KTP/)
  expect(await numberOf(world, 'nib')).toBe('9120001234567')
})

test('a NIK where the NIB is asked is told what it is', async ({ world }) => {
  const sari = await atNumberOf(world, 'NIB')
  await sari.says(NIK)
  await sari.sees(/tampaknya nomor NIK[\s\S]*nomor NIB/)
})

test('a P-IRT number of 12 digits is dead since 2012', async ({ world }) => {
  const sari = await atNumberOf(world, 'P-IRT')
  await sari.says('206137601042')
  await sari.sees(/12 angka sudah tidak berlaku sejak 2012/)
  expect(await numberOf(world, 'spp_irt')).toBeUndefined()
})

test('a P-IRT number that ended is told its year, and how to get a new one', async ({ world }) => {
  const sari = await atNumberOf(world, 'P-IRT')
  await sari.says('2061376010042-22')
  const { buttons } = await sari.sees(/berakhir tahun 2022, jadi perlu diperpanjang/)
  expect(buttons.flat().map(({ text }) => text)).toContain('Cara mendapatkannya')
})

test.for([
  ['Kemendagri', '2061301010042-27'],
  ['BPS', '2061312010042-27'],
])('the region of a P-IRT number counts in the coding of %s', async ([, number = ''], { world }) => {
  const sari = await atNumberOf(world, 'P-IRT')
  await sari.says(number)
  await sari.sees(/Sampai tanggal berapa/)
})

test('a receipt of the food authority is no permit yet', async ({ world }) => {
  const sari = await atNumberOf(world, 'BPOM MD')
  await sari.says('tanda terima 12345/REG/2024')
  await sari.sees(/tanda terima pendaftaran[\s\S]*nomor izin edar yang sudah terbit/)
  await sari.says('MD 224512001234')
  await sari.sees(/Sampai tanggal berapa/)
})

test('a KH number means that the halal certificate is not there yet', async ({ world }) => {
  const sari = await atNumberOf(world, 'Sertifikat halal')
  await sari.says('KH.01.03.1234.2023')
  await sari.sees(/nomor ketetapan halal \(KH\)[\s\S]*diawali huruf ID/)
  await sari.says('ID13110000123450124')
  await sari.sees(/Sampai tanggal berapa/)
})

test('a halal certificate without an end is taken as one for life', async ({ world }) => {
  const sari = await atNumberOf(world, 'Sertifikat halal')
  await sari.says('ID13110000123450124')
  await sari.sees(/Sampai tanggal berapa/)
  await sari.says('seumur hidup')
  await sari.sees(/sama dengan nama di KTP/)
})

test('a brand that is only applied for is not registered yet', async ({ world }) => {
  const sari = await atNumberOf(world, 'Sertifikat halal')
  await sari.says('/menu')
  sari.skims()
  const merek = await world.rt.db.reader.item.findFirstOrThrow({ where: { requirementId: 'sertifikat_merek' } })
  const { id } = (await sari.says('/berkas').then(() => sari.skims().at(-1))) ?? { id: 0 }
  await sari.presses(id, `send:${merek.id}`)
  await sari.sendsPhoto(png(9))
  sari.skims()
  await sari.says('DID2024001234')
  await sari.sees(/nomor permohonan, jadi mereknya masih diproses/)
})

test('wet rendang at room temperature is led to BPOM MD before a number is asked, and never told to renew its P-IRT', async ({
  world,
}) => {
  await world.openCycle()
  const sari = await world.owner('Sari Dewi')
  await sari.registers('Rendang Sari', 'Kota Payakumbuh', 'Makanan/minuman')
  await sari.says('/berkas')
  await sari.taps('P-IRT')
  await sari.taps('Kirim sekarang')
  await sari.sendsPhoto(png(7))
  await sari.taps('✅ Selesai')
  await sari.taps('Ya')
  const told = sari.skims().map(({ text }) => text)
  expect(told.some((text) => /rendang basah/.test(text))).toBe(true)
  expect(told.some((text) => /memakai izin BPOM MD, bukan P-IRT/.test(text))).toBe(true)
  expect(told.some((text) => /diperpanjang|nomor P-IRT/.test(text))).toBe(false)
  await sari.says('/berkas')
  const { text } = await sari.sees(/Dokumen Rendang Sari/)
  expect(text).toMatch(/Izin edar pangan/)
  expect(sari.button('BPOM MD')).toBeDefined()
})

test('a name with a title is the same name; another one waits for the penyuluh and blocks nothing else', async ({
  world,
}) => {
  const sari = await atNumberOf(world, 'NIB')
  await sari.says('9120001234567')
  await sari.sees(/sama dengan nama di KTP, Sari Dewi/)
  await sari.taps('Berbeda')
  await sari.sees(/Nama siapa/)
  await sari.says('Hj. SARI DEWI, S.E.')
  await sari.sees(/Itu nama yang sama/)
  await sari.sees(/NIB sudah lengkap|Nomor Induk Berusaha[\s\S]*sudah lengkap/)
})
