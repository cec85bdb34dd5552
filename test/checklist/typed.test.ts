import { expect, NIK, png, test, type World } from '../support/index.ts'
import type { TestPerson } from '../support/person.ts'

// Owners who type where buttons are offered, and press what stands far above.

async function yanti(world: World, commodity = 'Makanan/minuman'): Promise<TestPerson> {
  await world.openCycle()
  const owner = await world.owner('Yanti')
  await owner.registers('Usaha Yanti', 'Kota Payakumbuh', commodity)
  return owner
}

const itemOf = (world: World, requirementId: string) =>
  world.rt.db.reader.item.findFirstOrThrow({ where: { requirementId }, include: { values: true } })

/** Begins a paper by the button of its card, wherever the owner is. */
async function begins(world: World, owner: TestPerson, requirementId: string): Promise<void> {
  await owner.presses(1, `send:${(await itemOf(world, requirementId)).id}`)
}

const labelsOf = ({ buttons }: { buttons: { text: string }[][] }): string[] => buttons.flat().map(({ text }) => text)

test('an owner types what she makes; what is none of the five is asked once more, with its buttons', async ({
  world,
}) => {
  await world.openCycle()
  const sari = await world.owner('Sari')
  await sari.says('/lanjut')
  await sari.says('Rendang Sari')
  await sari.says('Kota Payakumbuh')
  sari.skims()
  await sari.says('macam-macam')
  const asked = await sari.sees(/Mohon tekan salah satu tombol[\s\S]*Apa produk utama/)
  expect(labelsOf(asked)).toContain('Kain batik')
  await sari.says('Rendang, pak')
  await sari.sees(/Rendang Sari[\s\S]*Kita mulai dari/)
  expect(await world.rt.db.reader.business.findFirst()).toMatchObject({ commodity: 'makanan_minuman' })
})

test.for([
  ['ya', /memakai izin BPOM MD/],
  ['tidak pak', /Berapa nomor P-IRT/],
  ['tidak tahu', /Berapa nomor P-IRT/],
] as const)('"%s" answers the question about rendang', async ([says, sees], { world }) => {
  const owner = await yanti(world)
  await begins(world, owner, 'spp_irt')
  await owner.sendsPhoto()
  await owner.taps('Selesai')
  owner.skims()
  await owner.says('maksudnya apa ya pak')
  await owner.sees(/belum ada jawaban siap/)
  await owner.sees(/rendang/)
  await owner.says(says)
  await owner.sees(sees)
  owner.skims()
})

test('the questions before the papers are answered in words: rendang, what is there already, the form', async ({
  world,
}) => {
  const owner = await yanti(world)
  await owner.sendsKtp()
  await owner.says('/lanjut')
  await owner.taps('Jawab dulu')
  owner.skims()
  await owner.says('bukan')
  await owner.sees(/Kita lihat dulu mana yang sudah ada/)
  await owner.taps('Jawab dulu')
  owner.skims()
  await owner.says('susah')
  await owner.sees(/belum kami pahami[\s\S]*sudah ada\?/)
  const owned = async () =>
    (await world.rt.db.reader.item.findMany({ orderBy: { id: 'asc' } })).flatMap((it) => it.owned ?? [])
  await owner.says('sudah')
  expect((await owned()).length).toBe(1)
  await owner.sees(/sudah ada\?/)
  await owner.says('saya tidak punya')
  expect((await owned()).length).toBe(2)
  owner.skims()
  await owner.presses(1, 'form')
  await owner.sees(/Apa bentuk usaha/)
  await owner.says('entahlah')
  await owner.sees(/belum kami pahami[\s\S]*Apa bentuk usaha/)
  await owner.says('perorangan')
  owner.skims()
  expect(await world.rt.db.reader.business.findFirst()).toMatchObject({ form: 'perorangan' })
})

test.for([
  ['sama', /sudah lengkap/],
  ['berbeda', /Nama siapa/],
  ['tidak tahu', /sudah lengkap/],
] as const)('"%s" answers whether the name is that of the KTP', async ([says, sees], { world }) => {
  const owner = await yanti(world)
  await begins(world, owner, 'nib')
  await owner.sendsPhoto()
  await owner.taps('Selesai')
  await owner.says('9120001234567')
  owner.skims()
  await owner.says('saya kurang')
  await owner.sees(/belum kami pahami[\s\S]*sama dengan nama di KTP/)
  await owner.says(says)
  await owner.sees(sees)
})

test('a question with yes and no is answered in words, and the paragraph is sent with a yes', async ({ world }) => {
  const owner = await yanti(world)
  await begins(world, owner, 'bukti_pemasaran')
  for (let left = 3; left > 0; left--) await owner.says('Di pasar')
  owner.skims()
  await owner.says('entahlah')
  await owner.sees(/belum kami pahami[\s\S]*4 dari 4[\s\S]*luar negeri/)
  await owner.says('belum pernah pak')
  await owner.sees(/Apakah sudah benar/)
  await owner.says('hm')
  await owner.sees(/belum kami pahami[\s\S]*Apakah sudah benar/)
  await owner.says('ya benar pak')
  await owner.sees(/sudah lengkap/)
})

test('a yes to an offered number takes it', async ({ world }) => {
  const owner = await yanti(world)
  await begins(world, owner, 'ktp_pemilik')
  await owner.sendsPhoto()
  await owner.says(NIK.replace('0', 'O'))
  owner.skims()
  await owner.says('ya benar')
  await owner.sees(/KTP pemilik sudah lengkap/)
})

test('a yes to an offered KBLI takes it', async ({ world }) => {
  const owner = await yanti(world, 'Anyaman')
  await begins(world, owner, 'kbli_usaha')
  await owner.says('1O794')
  owner.skims()
  await owner.says('ya')
  await owner.sees(/2 dari \d/)
})

test('pressing an old button of another paper leaves the open question open and asks it again', async ({ world }) => {
  const owner = await yanti(world)
  await owner.sendsKtp()
  await begins(world, owner, 'foto_produk')
  for (let shade = 1; shade <= 5; shade++) await owner.sendsPhoto(png(shade))
  const done = owner.button('Selesai')
  await begins(world, owner, 'bukti_penghela')
  owner.skims()
  await owner.presses(done?.messageId ?? 0, done?.data ?? '')
  await owner.sees(/sudah lengkap/)
  await owner.sees(/1 dari 4/)
  await owner.says('12')
  await owner.sees(/2 dari 4/)
})

test('how to get a paper tells, and the open question is asked again below', async ({ world }) => {
  const owner = await yanti(world)
  await begins(world, owner, 'bukti_penghela')
  owner.skims()
  await owner.presses(1, `how:${(await itemOf(world, 'nib')).id}`)
  await owner.sees(/Cara mendapatkan/)
  await owner.sees(/1 dari 4/)
  await owner.says('12')
  await owner.sees(/2 dari 4/)
})

test('a greeting is greeted back, and the open question is asked again', async ({ world }) => {
  const owner = await yanti(world)
  await begins(world, owner, 'bukti_penghela')
  owner.skims()
  await owner.says("Assalamu'alaikum, pak")
  await owner.sees(/^Waalaikumsalam, Bapak\/Ibu/)
  await owner.sees(/1 dari 4/)
  await owner.says('/lanjut')
  owner.skims()
  await owner.says('aslm')
  await owner.sees(/^Waalaikumsalam/)
  await owner.sees(/Usaha Yanti/)
})

test('words where pages are awaited finish them, or ask for them again', async ({ world }) => {
  const owner = await yanti(world)
  await begins(world, owner, 'nib')
  owner.skims()
  await owner.says('sudah')
  const awaited = await owner.sees(/Kami menunggu foto/)
  expect(labelsOf(awaited)).toEqual(['Belum punya', '← Kembali ke berkas'])
  await owner.sendsPhoto()
  owner.skims()
  await owner.says('lalu bagaimana')
  const again = await owner.sees(/Halaman 1 dari [\s\S]*sudah kami terima/)
  expect(labelsOf(again)).toContain('✅ Selesai')
  await owner.says('selesai')
  await owner.sees(/Berapa nomor NIB/)
})
