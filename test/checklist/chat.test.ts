import { MAX_FILE_BYTES } from '../../src/platform/telegram/download.ts'
import { expect, NIK, pdf, png, test, type World } from '../support/index.ts'

/** Yanti, registered in Payakumbuh with food, nothing sent. */
async function yantiIn(world: World) {
  await world.openCycle()
  const yanti = await world.owner('Yanti')
  await yanti.registers('Rendang Uni Yanti', 'Kota Payakumbuh', 'Makanan/minuman')
  return yanti
}

async function askedForKtp(world: World) {
  const yanti = await yantiIn(world)
  await yanti.taps('KTP pemilik')
  await yanti.taps('Kirim sekarang')
  yanti.skims()
  return yanti
}

const submissions = (world: World) => world.rt.db.reader.submission.count({ where: { sentAt: { not: null } } })

test('what the bot cannot use gets one sentence, and the right paper is still welcome', async ({ world }) => {
  const yanti = await askedForKtp(world)
  await yanti.says('ini KTP saya')
  await yanti.sees(/Kami menunggu foto KTP pemilik/)
  await yanti.doesAtOnce((does) => does.sendsSticker())
  await yanti.sees(/Kami menunggu foto KTP pemilik/)
  await yanti.sendsFile({ bytes: new Uint8Array(), name: 'ktp.pdf', mime: 'application/pdf' })
  await yanti.sees(/Filenya kosong/)
  await yanti.sendsFile({ bytes: png(), size: MAX_FILE_BYTES + 1, name: 'ktp.png', mime: 'image/png' })
  await yanti.sees(/lebih dari 20 MB/)
  await yanti.sendsFile({ bytes: Buffer.from('<html>KTP</html>'), name: 'ktp.jpg', mime: 'image/jpeg' })
  await yanti.sees(/belum bisa kami baca/)
  await yanti.sendsFile({ bytes: pdf(true), name: 'ktp.pdf', mime: 'application/pdf' })
  await yanti.sees(/terkunci kata sandi/)
  expect(await submissions(world)).toBe(0)
  await yanti.sendsFile({ bytes: png(), name: 'ktp.png', mime: 'image/png' })
  await yanti.sees(/Berapa NIK/)
  await yanti.says(NIK)
  await yanti.sees(/KTP pemilik sudah lengkap/)
  expect(await submissions(world)).toBe(1)
})

test('names that are none get one sentence and change nothing', async ({ world }) => {
  const sari = world.newcomer('Sari')
  await sari.says('/start')
  await sari.taps('Setuju, lanjutkan')
  sari.skims()
  await sari.says('<b>Sari</b>')
  await sari.sees(/huruf saja/)
  await sari.says('Sari 😀')
  await sari.sees(/huruf saja/)
  await sari.says('a'.repeat(4000))
  await sari.sees(/paling banyak 80/)
  await sari.says('.')
  await sari.sees(/terlalu pendek/)
  await sari.doesAtOnce((does) => does.sharesContact())
  await sari.sees(/pesan tulisan/)
  expect(await world.rt.db.reader.person.findFirst({ select: { name: true } })).toEqual({ name: null })
  await sari.says('Sari Dewi')
  await sari.sees(/Salam kenal, Sari Dewi/)
  await sari.says('Keripik "Sari" & <Anak>')
  await sari.sees(/huruf dan angka/)
  await sari.says('Keripik "Sari" & Anak')
  await sari.sees(/Keripik "Sari" & Anak ada di kabupaten/)
  await sari.says('atlantis')
  await sari.sees(/belum kami temukan/)
  await sari.says('solok')
  await sari.sees(/Yang mana/)
  await sari.taps('Kabupaten Solok Selatan')
  await sari.sees(/produk utama/)
  await sari.says('macam-macam')
  await sari.sees(/belum kami pahami[\s\S]*produk utama/)
  await sari.taps('Makanan/minuman')
  await sari.sees(/Pendaftaran OVOP belum dibuka/)
})

test('commands and keys win in the middle of a question, in either language, and the question comes again', async ({
  world,
}) => {
  const sari = world.newcomer('Sari')
  await sari.says('/start')
  await sari.taps('Setuju, lanjutkan')
  sari.skims()
  await sari.says('/bantuan')
  await sari.sees(/Cara memakai/)
  await sari.says('▶️ Continue')
  await sari.sees(/nama lengkap/)
  await sari.says('❓ Bantuan')
  await sari.sees(/Cara memakai/)
  await sari.says('/tidakada')
  await sari.sees(/belum kami pahami/)
  await sari.sees(/nama lengkap/)
  await sari.says('/batal')
  await sari.sees(/dibatalkan/)
  await sari.sees(/nama lengkap/)
  await sari.says('Sari')
  await sari.sees(/Salam kenal, Sari/)
})

test('a photo nobody asked for is kept, and one press says what it is', async ({ world }) => {
  const yanti = await yantiIn(world)
  await yanti.sendsPhoto(png(1))
  await yanti.sees(/dokumen yang mana/)
  await yanti.taps('KTP')
  await yanti.sees(/Berapa NIK/)
  await yanti.says(NIK)
  await yanti.sees(/KTP pemilik sudah lengkap/)
  expect(await world.rt.db.reader.submission.findFirst({ include: { item: true } })).toMatchObject({
    item: { requirementId: 'ktp_pemilik', state: 'submitted' },
  })
  await yanti.sendsFile({ bytes: pdf(), name: 'x.pdf', mime: 'application/pdf' })
  await yanti.sees(/dokumen yang mana/)
  await yanti.taps('Nanti saja')
  await yanti.sees(/tetap kami simpan/)
  await yanti.sendsFile({ bytes: Buffer.from('GIF89a'), name: 'x.gif', mime: 'image/gif' })
  await yanti.sees(/belum bisa kami baca/)
  await yanti.sees(/1 file menunggu/)
})

test('a photo in the middle of the registration is kept, and the question comes again', async ({ world }) => {
  const sari = await world.owner('Sari')
  await sari.says('/lanjut')
  await sari.sees(/nama usaha/)
  await sari.sendsPhoto()
  await sari.sees(/sudah kami simpan/)
  await sari.sees(/nama usaha/)
  await sari.says('Tenun Sari')
  await sari.sees(/Tenun Sari ada di/)
  expect(await world.rt.db.reader.unsortedFile.count()).toBe(1)
})

test('the same file again is recognised, also after it was returned', async ({ world }) => {
  const rina = await world.officer('Rina', ['13.76'])
  const yanti = await askedForKtp(world)
  await yanti.sendsPhoto(png(5))
  await yanti.says(NIK)
  yanti.skims()
  await yanti.says('/berkas')
  await yanti.sees(/⏳ KTP pemilik/)
  await yanti.taps('KTP pemilik')
  await yanti.sees(/Sudah dikirim/)
  await yanti.taps('Ganti')
  await yanti.sees(/Silakan kirim/)
  await yanti.sendsPhoto(png(5))
  await yanti.sees(/ini sudah kami terima, dan sedang menunggu/)
  expect(await submissions(world)).toBe(1)

  await rina.says('/antrean')
  await rina.taps('Rendang Uni Yanti')
  await rina.taps('Kembalikan')
  await rina.taps('Terpotong')
  rina.skims()
  await yanti.sees(/Fotonya terpotong/)
  await yanti.taps('Kirim ulang')
  await yanti.sees(/Silakan kirim/)
  await yanti.sendsPhoto(png(5))
  await yanti.sees(/file yang sama/)
  await yanti.sendsPhoto(png(6))
  await yanti.sees(/KTP pemilik sudah lengkap/)
  expect(await submissions(world)).toBe(2)
})

test('old buttons and those of strangers change nothing', async ({ world }) => {
  const yanti = await askedForKtp(world)
  const send = yanti.button('KTP pemilik') ?? { messageId: 0, data: '' }
  await yanti.sendsPhoto(png(5))
  await yanti.says(NIK)
  yanti.skims()
  const darlis = await world.owner('Darlis')
  await darlis.says('/menu')
  const menu = await darlis.sees(/Mau ke mana/)
  for (const data of [
    'send:1',
    'item:1',
    'sort:1:1',
    'accept:1',
    'undo:1',
    'region:1:13.76',
    'make:1:gerabah',
    'queue:0',
    'waiting:1',
    'invite-in:admin:all',
    'cycle-yes:2024-07-01:2024-07-02',
    send.data,
  ]) {
    await darlis.presses(menu.id, data)
  }
  const seen = darlis.skims().map(({ text }) => text)
  expect(seen.join('\n')).not.toMatch(/Rendang|Yanti|KTP pemilik/)
  expect(await world.rt.db.reader.business.count()).toBe(1)
  expect(await world.rt.db.reader.decision.count()).toBe(0)
  expect(await world.rt.db.reader.invitation.count()).toBe(0)

  await yanti.presses(menu.id, 'gone:12')
  expect(yanti.toast()).toMatch(/tidak berlaku/)
  await yanti.sees(/Rendang Uni Yanti/)
  for (const data of ['item:', 'item:abc', 'item:99999999999', 'item:1:2', '💥', 'make:1:emas']) {
    await yanti.presses(menu.id, data)
  }
  expect(
    yanti
      .skims()
      .map(({ text }) => text)
      .join('\n'),
  ).not.toMatch(/gangguan/)
})

test('an accepted paper is not asked for again by an old button', async ({ world }) => {
  const rina = await world.officer('Rina', ['13.76'])
  const yanti = await askedForKtp(world)
  await yanti.sendsPhoto()
  await yanti.says(NIK)
  yanti.skims()
  await rina.says('/antrean')
  await rina.taps('Rendang Uni Yanti')
  await rina.taps('Terima')
  rina.skims()
  await yanti.sees(/Kabar baik/)
  const { id } = await world.rt.db.reader.item.findFirstOrThrow({ where: { requirementId: 'ktp_pemilik' } })
  await yanti.presses(1, `send:${id}`)
  await yanti.sees(/sudah diterima penyuluh, jadi tidak perlu/)
})

test('a paper on its way when it was accepted does not replace it', async ({ world }) => {
  const rina = await world.officer('Rina', ['13.76'])
  const yanti = await askedForKtp(world)
  await yanti.sendsPhoto(png(1))
  await yanti.says(NIK)
  await yanti.says('/berkas')
  await yanti.taps('KTP pemilik')
  await yanti.taps('Ganti')
  yanti.skims()
  await rina.says('/antrean')
  await rina.taps('Rendang Uni Yanti')
  await rina.taps('Terima')
  rina.skims()
  await yanti.sees(/Kabar baik/)
  await yanti.sendsPhoto(png(2))
  await yanti.sees(/sudah diterima penyuluh/)
  expect(await submissions(world)).toBe(1)
})

test('twenty quick messages are answered in order, each once', async ({ world }) => {
  const sari = world.newcomer('Sari')
  await sari.says('/start')
  await sari.taps('Setuju, lanjutkan')
  sari.skims()
  await sari.doesAtOnce((does) => {
    does.says('Sari Dewi')
    does.says('Tenun Sari')
    does.says('tanah datar')
    for (let i = 0; i < 17; i++) does.says(`pesan ke-${i}`)
  })
  await sari.sees(/Salam kenal, Sari Dewi/)
  await sari.sees(/Tenun Sari ada di/)
  await sari.sees(/produk utama/)
  const rest = sari.skims()
  expect(rest).toHaveLength(17)
  expect(await world.rt.db.reader.business.findMany({ select: { name: true, regionCode: true } })).toEqual([
    { name: 'Tenun Sari', regionCode: '13.04' },
  ])
})
