import { expect, NIK, pdf, png, test, type World } from '../support/index.ts'
import type { TestPerson } from '../support/person.ts'

// Files nobody asked for: kept first, sorted with one tap each, in one message that edits itself.

async function registered(world: World): Promise<TestPerson> {
  await world.openCycle()
  const sari = await world.owner('Sari')
  await sari.registers('Batik Sari', 'Kota Payakumbuh', 'Kain batik')
  return sari
}

/** Message ids of a chat are counted on: their distance says how many messages there were. */
const lastId = (person: TestPerson): number => Math.max(0, ...person.chat().messages.map(({ id }) => id))

test('25 files at once are answered by one message, and each is sorted with one tap', async ({ world }) => {
  const sari = await registered(world)
  const before = lastId(sari)
  await sari.doesAtOnce((does) => {
    for (let at = 0; at < 25; at++) does.sendsPhoto({ bytes: png(at, 40) })
  })
  expect(lastId(sari) - before - 25).toBeLessThanOrEqual(3)
  const { file, buttons } = await sari.sees(/25 file menunggu tempatnya[\s\S]*File nomor 1 ini dokumen yang mana/)
  expect(file?.kind).toBe('photo')
  expect(buttons.flat().map(({ text }) => text)).toContain('KTP pemilik')
  await sari.taps('KTP pemilik')
  await sari.sees(/24 file menunggu/)
  expect(sari.toast()).toMatch(/Masuk ke KTP pemilik/)
  await sari.taps('NIB')
  await sari.sees(/23 file menunggu/)
  await sari.taps('Dokumen lain')
  expect(sari.labels()).toContain('Bukti penjualan')
  sari.skims()
})

test('25 files one by one within a minute bring at most three messages', async ({ world }) => {
  const sari = await registered(world)
  const before = lastId(sari)
  const start = world.clock.now().getTime()
  for (let at = 0; at < 25; at++) {
    world.clock.moveTo(new Date(start + at * 2_400))
    await sari.sendsPhoto(png(at, 40))
  }
  expect(lastId(sari) - before - 25).toBeLessThanOrEqual(3)
  expect(sari.skims().at(-1)?.text).toMatch(/25 file menunggu/)
  expect(sari.chat().messages.filter(({ text }) => /menunggu tempatnya/.test(text))).toHaveLength(1)
})

test('a tray hidden above later photos is told of a minute later, once, and not when it was touched meanwhile', async ({
  world,
}) => {
  const sari = await registered(world)
  const at = (seconds: number) => world.clock.moveTo(new Date(Date.parse('2024-06-03T10:00+07:00') + seconds * 1000))
  for (const seconds of [0, 5, 10, 15]) {
    at(seconds)
    await sari.sendsPhoto(png(seconds))
  }
  sari.skims()
  await world.clockStrikes('2024-06-03T10:01:01+07:00')
  await sari.sees(/4 file Bapak\/Ibu sudah kami simpan/)
  await sari.taps('Mulai')
  await sari.sees(/4 file menunggu tempatnya/)
  for (const seconds of [120, 125, 130]) {
    at(seconds)
    await sari.sendsPhoto(png(seconds))
  }
  await sari.taps('KTP pemilik')
  sari.skims()
  await world.clockStrikes('2024-06-03T10:05+07:00')
  sari.seesNothing()
})

test('the name of a paper may be typed instead, and is told of in the tray', async ({ world }) => {
  const sari = await registered(world)
  await sari.doesAtOnce((does) => {
    for (const at of [1, 2]) does.sendsPhoto({ bytes: png(at) })
  })
  await sari.sees(/2 file menunggu/)
  await sari.says('ini KTP bu')
  await sari.sees(/1 file menunggu tempatnya[\s\S]*Masuk ke KTP pemilik/)
  await sari.says('yang itu')
  await sari.sees(/belum kami pahami/)
  sari.skims()
  await sari.says('nib')
  await sari.sees(/NIB/)
})

test('the files asked about stand first on the sheet, also when others came between them', async ({ world }) => {
  const sari = await registered(world)
  await sari.doesAtOnce((does) => {
    does.sendsPhoto({ bytes: png(1), album: 'nib' })
    does.sendsPhoto({ bytes: pdf() as Uint8Array })
    does.sendsPhoto({ bytes: png(2), album: 'nib' })
  })
  const { file } = await sari.sees(/File nomor 1–2 dikirim sekaligus/)
  expect(file?.kind).toBe('photo')
})

test('the last file sorted leads on to what its paper lacks', async ({ world }) => {
  const sari = await registered(world)
  await sari.sendsPhoto()
  await sari.sees(/1 file menunggu/)
  await sari.taps('KTP pemilik')
  await sari.sees(/Berapa NIK/)
  await sari.says(NIK)
  await sari.sees(/KTP pemilik sudah lengkap/)
})

test('an album is one paper when its sender says so, with its pages in their order', async ({ world }) => {
  const sari = await registered(world)
  await sari.doesAtOnce((does) => {
    for (const at of [1, 2, 3]) does.sendsPhoto({ bytes: png(at), album: 'nib' })
  })
  await sari.sees(/3 file menunggu[\s\S]*File nomor 1–3 dikirim sekaligus/)
  await sari.taps('Satu surat')
  await sari.sees(/File nomor 1–3 ini dokumen yang mana/)
  await sari.taps('NIB')
  await sari.sees(/Halaman 3/)
  const pages = await world.rt.db.reader.page.findMany({ orderBy: { position: 'asc' }, include: { file: true } })
  expect(pages.map(({ position }) => position)).toEqual([0, 1, 2])
  expect(pages.map(({ file }) => file.id)).toEqual(pages.map(({ file }) => file.id).toSorted((a, b) => a - b))
})

test('an album of several papers is asked about one by one', async ({ world }) => {
  const sari = await registered(world)
  await sari.doesAtOnce((does) => {
    for (const at of [1, 2]) does.sendsPhoto({ bytes: png(at), album: 'dua' })
  })
  await sari.sees(/dikirim sekaligus/)
  await sari.taps('Beberapa surat')
  await sari.sees(/File nomor 1 ini dokumen yang mana/)
  await sari.taps('KTP pemilik')
  await sari.sees(/1 file menunggu/)
  await sari.taps('NIB')
  await sari.sees(/Halaman 1/)
})

test('an album put into a paper of one page is taken apart, in words, and nothing is lost', async ({ world }) => {
  const sari = await registered(world)
  await sari.doesAtOnce((does) => {
    for (const at of [1, 2]) does.sendsPhoto({ bytes: png(at), album: 'dua' })
  })
  await sari.taps('Satu surat')
  await sari.taps('KTP pemilik')
  expect(sari.skims().at(-1)?.text).toMatch(/2 file menunggu[\s\S]*KTP pemilik cukup satu foto[\s\S]*File nomor 1 ini/)
  expect(await world.rt.db.reader.page.count()).toBe(0)
})

test('who has two businesses is asked whose paper it is', async ({ world }) => {
  const sari = await registered(world)
  await sari.says('/menu')
  await sari.taps('Usaha saya')
  await sari.taps('➕ Tambah usaha')
  await sari.says('Keripik Sari')
  await sari.says('Kota Solok')
  await sari.taps('Makanan/minuman')
  sari.skims()
  await sari.sendsPhoto(png(3))
  await sari.sees(/File nomor 1 untuk usaha yang mana/)
  await sari.taps('Batik Sari')
  await sari.sees(/🏪 Batik Sari\nFile nomor 1 ini dokumen yang mana/)
  await sari.taps('NIB')
  await sari.sees(/🏪 Batik Sari\nHalaman 1|Halaman 1/)
  const { item } = await world.rt.db.reader.submission.findFirstOrThrow({
    include: { item: { include: { dossier: { include: { business: true } } } } },
  })
  expect(item.dossier.business.name).toBe('Batik Sari')
})

test('the same file twice lies in the tray once; what is no paper leaves it; what is put off comes last', async ({
  world,
}) => {
  const sari = await registered(world)
  await sari.sendsPhoto(png(1))
  await sari.sendsPhoto(png(1))
  expect(sari.skims().at(-1)?.text).toMatch(/1 file menunggu[\s\S]*File yang sama sudah ada/)
  await sari.sendsFile({ bytes: pdf(), name: 'a.pdf', mime: 'application/pdf' })
  await sari.sees(/2 file menunggu/)
  await sari.taps('Lewati dulu')
  await sari.sees(/2 file menunggu/)
  await sari.taps('Bukan dokumen')
  await sari.sees(/1 file menunggu/)
  const left = await world.rt.db.reader.unsortedFile.findFirstOrThrow({
    where: { sortedAt: null },
    include: { file: true },
  })
  expect(left.file.mime).toBe('image/png')
  await sari.says('/lanjut')
  await sari.sees(/Batik Sari/)
  await sari.taps('1 file menunggu')
  await sari.sees(/1 file menunggu tempatnya/)
})

test('a file that cannot be used is refused in one sentence, and the others stay in the tray', async ({ world }) => {
  const sari = await registered(world)
  await sari.doesAtOnce((does) => {
    does.sendsPhoto({ bytes: png(1) })
    does.sendsFile({ bytes: new Uint8Array([1, 2, 3]), name: 'x.bin', mime: 'application/octet-stream' })
  })
  await sari.sees(/belum bisa kami baca/)
  await sari.sees(/1 file menunggu/)
})

test('the press that sorts, twice, sorts once; a stranger sorts nothing', async ({ world }) => {
  const sari = await registered(world)
  const yanti = await world.owner('Yanti')
  await yanti.registers('Tenun Yanti', 'Kota Solok', 'Kain tenun')
  await sari.sendsPhoto(png(1))
  await sari.sendsPhoto(png(2))
  sari.skims()
  const press = sari.button('NIB')
  if (!press) throw new Error('no button')
  await yanti.says('/menu')
  const { id } = await yanti.sees(/Mau ke mana/)
  await yanti.presses(id, press.data)
  await yanti.sees(/bukan berkas usulan/)
  await sari.presses(press.messageId, press.data)
  await sari.presses(press.messageId, press.data)
  sari.skims()
  expect(await world.rt.db.reader.page.count()).toBe(1)
  expect(await world.rt.db.reader.unsortedFile.count({ where: { sortedAt: null } })).toBe(1)
})

test('an album sent for the paper that was asked for is answered once', async ({ world }) => {
  const sari = await registered(world)
  await sari.says('/berkas')
  await sari.taps('NIB')
  await sari.taps('Kirim sekarang')
  sari.skims()
  const before = lastId(sari)
  await sari.doesAtOnce((does) => {
    for (const at of [1, 2, 3]) does.sendsPhoto({ bytes: png(at), album: 'nib' })
  })
  await sari.sees(/Halaman 3 dari NIB|Halaman 3/)
  expect(lastId(sari) - before - 3).toBe(1)
})
