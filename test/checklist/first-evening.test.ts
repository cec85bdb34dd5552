import { expect, NIK, png, test, type World } from '../support/index.ts'
import type { TestPerson } from '../support/person.ts'

// What somebody does on the first evening with a telephone: types where buttons stand, and asks for help in words.

async function ownerOf(world: World): Promise<TestPerson> {
  await world.openCycle()
  const yanti = await world.owner('Yanti')
  await yanti.registers('Randang Uni Yanti', 'Kota Payakumbuh', 'Makanan/minuman')
  yanti.skims()
  return yanti
}

async function askedForFile(yanti: TestPerson, paper: string): Promise<void> {
  await yanti.says('/berkas')
  await yanti.taps(paper)
  await yanti.taps('Kirim sekarang')
  yanti.skims()
}

/** Sends the halal certificate, up to its number. */
async function sendsHalal(yanti: TestPerson): Promise<void> {
  await askedForFile(yanti, 'Sertifikat halal')
  await yanti.sendsPhoto(png())
  await yanti.says('selesai')
  if (yanti.button('Belum tahu')) await yanti.taps('Tidak')
  yanti.skims()
}

test('who types that they do not know the number leaves it to the penyuluh, as the button says', async ({ world }) => {
  const yanti = await ownerOf(world)
  await askedForFile(yanti, 'KTP pemilik')
  await yanti.sendsPhoto(png())
  await yanti.sees(/Berapa NIK/)
  await yanti.says('tidak tahu, bu')
  await yanti.sees(/KTP pemilik sudah lengkap/)
})

test('after the first paper one button leads on, also where a question comes next', async ({ world }) => {
  const yanti = await ownerOf(world)
  await askedForFile(yanti, 'KTP pemilik')
  await yanti.sendsPhoto(png())
  await yanti.says(NIK)
  yanti.skims()
  await yanti.taps('Lanjutkan')
  await yanti.sees(/rendang basah/)
})

test('who forgot a date leaves it to the penyuluh, also after a number that was offered', async ({ world }) => {
  const yanti = await ownerOf(world)
  await sendsHalal(yanti)
  await yanti.says('ID1311OOOO0123450124')
  await yanti.sees(/Maksudnya/)
  await yanti.says('lupa')
  await yanti.sees(/Sampai tanggal berapa/)
  await yanti.says('kurang tau')
  await yanti.sees(/sama dengan nama di KTP/)
})

test('who cannot say when a paper will be there is not held by the question', async ({ world }) => {
  const yanti = await ownerOf(world)
  await yanti.says('/berkas')
  await yanti.taps('Hasil uji lab')
  await yanti.taps('Belum punya')
  await yanti.taps('Beri perkiraan tanggal')
  yanti.skims()
  await yanti.says('nanti')
  const { buttons } = await yanti.sees(/Tanggalnya belum terbaca/)
  expect(buttons.flat().map(({ text }) => text)).toEqual(['← Kembali ke berkas'])
  await yanti.says('belum tahu')
  await yanti.sees(/Tidak apa-apa/)
  await yanti.sees(/Randang Uni Yanti/)
})

test('who types that there is none yet, where a photo is asked, hears how to get it', async ({ world }) => {
  const yanti = await ownerOf(world)
  await askedForFile(yanti, 'Hasil uji lab')
  await yanti.says('belum punya bu')
  await yanti.sees(/Cara mendapatkan Hasil uji laboratorium/)
})

test('a number typed between two pages is not taken silently: it is told when its turn comes', async ({ world }) => {
  const yanti = await ownerOf(world)
  await askedForFile(yanti, 'NIB')
  await yanti.sendsPhoto(png())
  yanti.skims()
  await yanti.says('9123456789012')
  await yanti.sees(/Nomornya kami tanyakan sesudah ini[\s\S]*Halaman 1 dari NIB/)
  await yanti.says('apa itu')
  await yanti.sees(/belum ada jawaban siap/)
  await yanti.sees(/Halaman 1 dari NIB/)
})

test('a paper that was begun and then put to wait goes on, or is photographed anew', async ({ world }) => {
  const yanti = await ownerOf(world)
  await askedForFile(yanti, 'Hasil uji lab')
  await yanti.sendsPhoto(png())
  await yanti.says('selesai')
  if (yanti.button('Belum tahu')) await yanti.taps('Tidak')
  await yanti.says('/berkas')
  await yanti.taps('Hasil uji lab')
  await yanti.taps('Belum punya')
  await yanti.taps('Beri perkiraan tanggal')
  await yanti.says('2 minggu lagi')
  await yanti.says('/berkas')
  yanti.skims()
  await yanti.taps('Hasil uji lab')
  const { buttons } = await yanti.sees(/Ditunggu sampai/)
  expect(buttons.flat().map(({ text }) => text)).toEqual([
    '✏️ Lanjutkan',
    'Foto ulang dari awal',
    'Belum punya',
    '❓ Tanya',
    '← Semua dokumen',
  ])
  await yanti.taps('Foto ulang dari awal')
  await yanti.sees(/Silakan kirim foto/)
  await yanti.sendsPhoto(png(90))
  await yanti.sees(/Halaman 1 dari Hasil uji/)
})

test('a plain greeting is greeted back, and leaves the question open', async ({ world }) => {
  const yanti = await ownerOf(world)
  await yanti.says('Halo Bu, selamat pagi')
  await yanti.sees(/^Halo, Bapak\/Ibu/)
  await yanti.sees(/Randang Uni Yanti/)
  await askedForFile(yanti, 'KTP pemilik')
  await yanti.sendsPhoto(png())
  yanti.skims()
  await yanti.says('hai')
  await yanti.sees(/^Halo, Bapak\/Ibu/)
  await yanti.sees(/Berapa NIK/)
  await yanti.says(NIK)
  await yanti.sees(/sudah lengkap/)
})

test('the words of the keyboard are understood when they are typed, and help tells where to mend a name', async ({
  world,
}) => {
  const yanti = await ownerOf(world)
  await yanti.says('lanjut')
  await yanti.sees(/^Randang Uni Yanti/)
  await yanti.says('Berkas saya')
  await yanti.sees(/^Dokumen Randang Uni Yanti/)
  await yanti.says('tolong!')
  await yanti.sees(/Cara memakai Dampingi[\s\S]*Data saya/)
  await yanti.taps('Data saya')
  await yanti.sees(/^Data Bapak\/Ibu/)
  await yanti.says('/help')
  await yanti.sees(/Cara memakai Dampingi/)
  await yanti.says('menu')
  await yanti.sees(/^Menu/)
})

test('who types that they agree is shown the button, and agrees only by it', async ({ world }) => {
  const yanti = world.newcomer('Yanti')
  await yanti.says('/start')
  await yanti.sees(/mohon izin/)
  await yanti.says('Saya setuju bu')
  await yanti.sees(/^Terima kasih\. Mohon tekan Setuju, lanjutkan/)
  expect(await world.rt.db.reader.consent.count()).toBe(0)
  await yanti.says('tidak setuju')
  await yanti.sees(/kami hormati/)
  await yanti.says('iya')
  await yanti.sees(/Mohon tekan Setuju/)
  await yanti.taps('Setuju, lanjutkan')
  await yanti.sees(/sudah kami catat/)
  await yanti.sees(/nama lengkap/)
})

test('what was read of a paper is told in full when it is through, so that a slip is seen', async ({ world }) => {
  const yanti = await ownerOf(world)
  await sendsHalal(yanti)
  await yanti.says('ID13110000123450124')
  await yanti.sees(/Sampai tanggal berapa/)
  await yanti.says('12/24')
  yanti.skims()
  await yanti.taps('Sama')
  await yanti.sees(/Sertifikat halal sudah lengkap[\s\S]*Nomor: ID13110000123450124\nBerlaku sampai: 31 Desember 2024/)
})

test('a second business that is half registered does not stand in the way of the first', async ({ world }) => {
  const yanti = await ownerOf(world)
  await yanti.says('/menu')
  await yanti.taps('Usaha saya')
  await yanti.taps('Tambah usaha')
  await yanti.says('Kopi Yanti')
  expect(yanti.skims().at(-1)?.text).toMatch(/Kopi Yanti ada di kabupaten\/kota mana/)
  await yanti.taps('Ganti usaha')
  await yanti.taps('Randang Uni Yanti')
  yanti.skims()
  await yanti.says('/lanjut')
  await yanti.sees(/Randang Uni Yanti[\s\S]*dokumen wajib sudah diterima/)
})

test('whoever chooses another language goes on in it at once', async ({ world }) => {
  const yanti = await ownerOf(world)
  await yanti.says('/menu')
  await yanti.sees(/Mau ke mana/)
  await yanti.taps('English')
  await yanti.sees(/English/)
  await yanti.sees(/required documents/)
})

test('whoever asks for a moment to look for the number has not left it, and may type it later even then', async ({
  world,
}) => {
  const yanti = await ownerOf(world)
  await askedForFile(yanti, 'KTP pemilik')
  await yanti.sendsPhoto(png())
  await yanti.sees(/Berapa NIK/)
  await yanti.says('lupa, sebentar saya cari')
  await yanti.sees(/Belum ada angkanya/)
  await yanti.says('1376014107900')
  await yanti.sees(/16 angka/)
  await yanti.says('tidak tahu')
  await yanti.sees(/KTP pemilik sudah lengkap[\s\S]*diisi penyuluh/)
  await yanti.says(`ini dia ${NIK}`)
  await yanti.sees(new RegExp(`KTP pemilik[\\s\\S]*${NIK}`))
})

test('the name of a paper, typed, opens its card', async ({ world }) => {
  const yanti = await ownerOf(world)
  await yanti.says('sertifikat halal')
  await yanti.sees(/Sertifikat halal[\s\S]*Yang sering keliru/)
  await yanti.says('hasil lab')
  await yanti.sees(/Hasil uji laboratorium[\s\S]*Yang sering keliru/)
  await yanti.says('apa itu halal')
  yanti.skims()
})
