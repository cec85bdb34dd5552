import { expect, NIK, png, test, type World } from '../support/index.ts'
import type { TestPerson } from '../support/person.ts'

// A paper on the officer's desk: its number, another name on it, and decisions made twice.

async function desk(world: World, commodity = 'Makanan/minuman') {
  await world.openCycle()
  const rina = await world.officer('Rina', ['13.76'])
  const yanti = await world.owner('Yanti')
  await yanti.registers('Rendang Yanti', 'Kota Payakumbuh', commodity)
  return { rina, yanti }
}

async function opensPaper(rina: TestPerson): Promise<void> {
  await rina.says('/antrean')
  await rina.taps('Rendang Yanti')
}

/** Yanti says what she makes, and sends that in. */
async function sendsAnswers(world: World, yanti: TestPerson): Promise<void> {
  await begins(world, yanti, 'kbli_usaha')
  for (let left = 4; left > 0 && !yanti.button('Benar, kirim'); left--) {
    const [first] = (yanti.skims().at(-1)?.buttons ?? []).flat().filter(({ data }) => data?.startsWith('answer:'))
    if (first) await yanti.taps(first.text)
    else await yanti.says('16291')
  }
  await yanti.taps('Benar, kirim')
  yanti.skims()
}

/** Yanti presses to send something in. */
async function begins({ rt }: World, yanti: TestPerson, requirementId: string): Promise<void> {
  const { id } = await rt.db.reader.item.findFirstOrThrow({ where: { requirementId } })
  await yanti.presses(1, `send:${id}`)
}

test('a number is shown whole when the officer asks for it, that is written down, and it is masked again', async ({
  world,
}) => {
  const { rina, yanti } = await desk(world)
  await yanti.sendsKtp()
  await opensPaper(rina)
  rina.skims()
  await rina.taps('Lihat nomor')
  expect(await rina.sees(new RegExp(`Nomor: ${NIK}`))).toMatchObject({ protected: true })
  const { id } = await world.rt.db.reader.submission.findFirstOrThrow()
  expect(await world.rt.db.reader.audit.findMany({ where: { deed: 'number-seen' } })).toMatchObject([
    { subject: 'submission', subjectId: id },
  ])
  expect(await world.rt.db.reader.fileAccess.count()).toBe(2)
  await rina.taps('Tutup nomor')
  await rina.sees(/1376••••••••0001/)

  const mega = await world.officer('Mega', ['13.72'])
  await mega.presses(1, `see-no:${id}:0`)
  await mega.sees(/tidak bisa Bapak\/Ibu buka/)
})

test('a number left to the officer is refused with its reason, what was meant is offered, and it may be corrected', async ({
  world,
}) => {
  const { rina, yanti } = await desk(world)
  await begins(world, yanti, 'ktp_pemilik')
  await yanti.sendsPhoto(png(1))
  await yanti.taps('penyuluh')
  yanti.skims()
  await opensPaper(rina)
  rina.skims()
  await rina.taps('Isi nomornya')
  await rina.sees(/Berapa nomornya/)
  await rina.says('13760141')
  await rina.sees(/Yang terketik 8 angka/)
  await rina.says('13760141079OOOO1')
  await rina.sees(/Maksudnya 1376014107900001\?/)
  await rina.taps('Ya, benar')
  await rina.sees(/1376••••••••0001/)

  await rina.taps('Ubah nomor')
  await rina.sees(/Berapa nomornya/)
  await rina.taps('Batal')
  await rina.sees(/1376••••••••0001/)
  await rina.taps('Ubah nomor')
  rina.skims()
  await rina.says('1376014107900002')
  await rina.sees(/1376••••••••0002/)
  expect(await world.rt.db.reader.itemValue.findFirst({ where: { field: 'number' } })).toMatchObject({
    value: '1376014107900002',
    source: 'officer',
  })
})

test('accepting a paper with another name on it leads to the two things that may be done', async ({ world }) => {
  const { rina, yanti } = await desk(world)
  await begins(world, yanti, 'sertifikat_merek')
  await yanti.sendsPhoto(png(7))
  await yanti.says('IDM000123456')
  await yanti.says('31 Desember 2027')
  await yanti.taps('Berbeda')
  await yanti.says('Marlina Rosa')
  yanti.skims()
  await opensPaper(rina)
  rina.skims()
  await rina.taps('Terima')
  const { buttons } = await rina.sees(/berbeda dengan KTP\. Apakah ini orang yang sama\?/)
  expect(buttons.flat().map(({ text }) => text)).toEqual(['Orang yang sama', '🔁 Kembalikan', 'Antrean'])
  await rina.taps('Orang yang sama')
  await rina.sees(/Mengapa ini orang yang sama/)
  await rina.says('Nama gadis menurut KK')
  await rina.sees(/Nama gadis menurut KK/)
  await rina.taps('Terima')
  await rina.sees(/diterima/)
  await yanti.sees(/Kabar baik/)
})

test('a decision made already is told honestly, and one taken back leads to the same paper', async ({ world }) => {
  const { rina, yanti } = await desk(world)
  await yanti.sendsKtp()
  await opensPaper(rina)
  const accept = rina.button('Terima') ?? { messageId: 0, data: '' }
  await rina.taps('Terima')
  rina.skims()
  await yanti.sees(/Kabar baik/)
  await rina.presses(accept.messageId, accept.data.replace('accept', 'return-for').concat(':blurred'))
  await rina.sees(/Dokumen ini sudah Bapak\/Ibu putuskan/)
  const hendri = await world.officer('Hendri', [])
  await hendri.presses(1, accept.data)
  await hendri.sees(/sudah diputuskan petugas lain/)

  await rina.presses(accept.messageId, accept.data)
  rina.skims()
  await rina.taps('Batalkan keputusan')
  await rina.sees(/Dokumen kembali menunggu/)
  await yanti.sees(/sedang ditinjau lagi/)
  await rina.taps('Buka dokumen ini lagi')
  await rina.sees(/KTP pemilik · Rendang Yanti/)
})

test('answers come back for reasons that answers have, and lead their owner to the text', async ({ world }) => {
  const { rina, yanti } = await desk(world, 'Anyaman')
  await sendsAnswers(world, yanti)
  await opensPaper(rina)
  rina.skims()
  await rina.taps('Kembalikan')
  const { buttons } = await rina.sees(/Apa yang perlu diperbaiki/)
  const labels = buttons.flat().map(({ text }) => text)
  expect(labels).toContain('Belum lengkap')
  expect(labels).not.toContain('Buram')
  await rina.taps('Angka atau tempat belum disebut')
  await rina.sees(/dikembalikan[\s\S]*Alasan: Angka atau tempat belum disebut/)
  await yanti.sees(/satu hal yang perlu diperbaiki[\s\S]*belum disebut[\s\S]*tambahkan angka/)
  await yanti.taps('Perbaiki tulisan')
  await yanti.sees(/Apakah sudah benar/)
})

test('answers that their owner took back are not decided on, and the officer is told who has them', async ({
  world,
}) => {
  const { rina, yanti } = await desk(world, 'Anyaman')
  await sendsAnswers(world, yanti)
  await opensPaper(rina)
  rina.skims()
  const { id } = await world.rt.db.reader.item.findFirstOrThrow({ where: { requirementId: 'kbli_usaha' } })
  await yanti.presses(1, `said-x:${id}`)
  yanti.skims()
  await rina.taps('Terima')
  await rina.sees(/Pemilik sedang memperbaiki dokumen ini/)
})

test('a question about a paper may be left: the next word is no answer to it', async ({ world }) => {
  const { rina, yanti } = await desk(world)
  await yanti.sendsKtp()
  await opensPaper(rina)
  await rina.taps('Kembalikan')
  await rina.taps('Lainnya')
  rina.skims()
  await rina.taps('Batal')
  await rina.sees(/KTP pemilik · Rendang Yanti/)
  await rina.says('Mohon KTP yang asli')
  await rina.sees(/belum kami pahami/)
  expect(await world.rt.db.reader.decision.count()).toBe(0)
  yanti.seesNothing()
})

test('a stray word from an officer brings one message, with their name', async ({ world }) => {
  const rina = await world.officer('Rina', ['13.76'])
  await rina.says('besok saja')
  const { buttons } = await rina.sees(/Maaf Rina, pesan tadi belum kami pahami/)
  expect(buttons.flat().map(({ text }) => text)).toContain('📥 Buka antrean')
  rina.seesNothing()
})
