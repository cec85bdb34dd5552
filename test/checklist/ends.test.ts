import { expect, NIK, png, test, type World } from '../support/index.ts'
import type { TestPerson } from '../support/person.ts'

// Permits that are over, answers that are given already, and dates that come too late.

async function atEndOf(world: World, paper: string, number: string): Promise<TestPerson> {
  await world.openCycle()
  const sari = await world.owner('Sari')
  await sari.registers('Keripik Sari', 'Kota Payakumbuh', 'Makanan/minuman')
  await sari.says('/berkas')
  await sari.taps(paper)
  await sari.taps('Kirim sekarang')
  await sari.sendsPhoto(png())
  await sari.taps('Selesai')
  if (sari.button('Belum tahu')) await sari.taps('Tidak')
  await sari.says(number)
  sari.skims()
  return sari
}

test('a permit that is over is not taken; its owner renews it first or types the date again', async ({ world }) => {
  const sari = await atEndOf(world, 'Sertifikat halal', 'ID13110000123450124')
  await sari.says('31-12-2023')
  const { buttons } = await sari.sees(/sudah tidak berlaku, jadi belum bisa dipakai/)
  expect(buttons.flat().map(({ text }) => text)).toEqual(['Saya perpanjang dulu'])
  expect(await world.rt.db.reader.itemValue.count({ where: { field: 'expires' } })).toBe(0)
  await sari.says('31-12-2026')
  await sari.sees(/sama dengan nama di KTP/)
})

test('a P-IRT has an end, in the year that its number tells', async ({ world }) => {
  const sari = await atEndOf(world, 'P-IRT', '2061376010042-26')
  await sari.says('seumur hidup')
  await sari.sees(/selalu punya tanggal berakhir/)
  await sari.says('31 Desember 2027')
  await sari.sees(/tahun yang lain/)
  await sari.says('31 Desember 2026')
  await sari.sees(/sama dengan nama di KTP/)
})

test('an old button that leaves a number to the penyuluh does not erase the number that was given', async ({
  world,
}) => {
  await world.openCycle()
  const sari = await world.owner('Sari')
  await sari.registers('Keripik Sari', 'Kota Payakumbuh', 'Makanan/minuman')
  await sari.says('/lanjut')
  await sari.taps('KTP pemilik')
  await sari.taps('Kirim sekarang')
  await sari.sendsPhoto(png())
  await sari.says('1376')
  const old = sari.button('Tidak tahu, penyuluh isi')
  await sari.says(NIK)
  sari.skims()
  await sari.presses(old?.messageId ?? 0, old?.data ?? '')
  await sari.sees(/KTP pemilik sudah lengkap[\s\S]*Nomor: 1376014107900001/)
  expect(await world.rt.db.reader.itemValue.findFirstOrThrow({ where: { field: 'number' } })).toMatchObject({
    value: NIK,
    source: 'owner',
  })
})

test('a paper expected after the deadline is noted, and its owner is told that it is late', async ({ world }) => {
  await world.openCycle()
  const sari = await world.owner('Sari')
  await sari.registers('Keripik Sari', 'Kota Payakumbuh', 'Makanan/minuman')
  await sari.says('/berkas')
  await sari.taps('Hasil uji lab')
  await sari.taps('Belum punya')
  await sari.taps('Beri perkiraan tanggal')
  sari.skims()
  await sari.says('3 bulan lagi')
  await sari.sees(/ditunggu sampai 3 September 2024[\s\S]*lewat dari batas kirim 21 Juni 2024/)
  sari.skims()
})

test('files sent before the consent are not kept, and are said not to be, once', async ({ world }) => {
  const sari = world.newcomer('Sari')
  await sari.doesAtOnce((does) => {
    for (const at of [1, 2, 3]) does.sendsPhoto({ bytes: png(at) })
  })
  await sari.sees(/Filenya belum kami simpan[\s\S]*mohon izin/)
  sari.seesNothing()
  expect(await world.rt.db.reader.file.count()).toBe(0)
})
