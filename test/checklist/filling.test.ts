import { readdir } from 'node:fs/promises'
import { expect, NIK, png, test, type World } from '../support/index.ts'
import type { TestPerson } from '../support/person.ts'

// What owners met while they filled in: found by random walks, told as they saw it.

async function registered(world: World, commodity = 'Makanan/minuman') {
  await world.openCycle()
  const rina = await world.officer('Rina', ['13.76'])
  const yanti = await world.owner('Yanti')
  await yanti.registers('Rendang Yanti', 'Kota Payakumbuh', commodity)
  return { rina, yanti }
}

const itemOf = async ({ rt }: World, requirementId: string) =>
  rt.db.reader.item.findFirstOrThrow({ where: { requirementId }, include: { submissions: true, values: true } })
const presses = async (world: World, person: TestPerson, button: string, requirementId: string, rest = '') =>
  person.presses(1, `${button}:${(await itemOf(world, requirementId)).id}${rest}`)

/** Yanti tells of her raw materials, and sends it in. */
async function sendsProfile(world: World, yanti: TestPerson, words = 'Seperti biasa di kampung kami'): Promise<void> {
  await presses(world, yanti, 'send', 'profil_usaha')
  await yanti.says('2015')
  for (let left = 4; left > 0; left--) await yanti.says(words)
  await yanti.taps('Benar, kirim')
}

test('a button that was never shown fills in nothing that its paper does not ask for', async ({ world }) => {
  const { yanti } = await registered(world)
  for (const [button, requirementId, rest] of [
    ['leave', 'sertifikat_merek', ':name-ruling'],
    ['leave', 'ktp_pemilik', ':confirmed'],
    ['leave', 'profil_usaha', ':kegiatan'],
    ['leave', 'nib', ':pages'],
    ['use-no', 'bukti_penjualan', ':ABCDE'],
    ['use-no', 'profil_usaha', ':ABCDE'],
    ['use-day', 'ktp_pemilik', ':expires:2027-01-01'],
    ['name-ok', 'ktp_pemilik', ''],
    ['pages-ok', 'sampel_produk', ''],
    ['pages-ok', 'profil_usaha', ''],
  ] as const) {
    await presses(world, yanti, button, requirementId, rest)
    expect(await itemOf(world, requirementId), `${button} ${requirementId}`).toMatchObject({
      state: 'open',
      values: [],
      submissions: [],
    })
  }
  yanti.skims()
})

test('what the dinas prepares is not filled in by an owner, whatever button they press', async ({ world }) => {
  const { yanti } = await registered(world)
  await presses(world, yanti, 'send', 'sk_sentra')
  await yanti.sees(/bukan berkas usulan Bapak\/Ibu/)
  for (const [button, rest] of [
    ['item', ''],
    ['wait', ''],
    ['wait-day', ':2024-07-01'],
    ['owned-is', ':yes'],
    ['leave', ':number'],
  ]) {
    await presses(world, yanti, button ?? '', 'sk_sentra', rest)
    await yanti.sees(/bukan berkas usulan Bapak\/Ibu/)
  }
  expect(await itemOf(world, 'sk_sentra')).toMatchObject({ state: 'open', owned: null, submissions: [] })
})

test('a button of somebody else that asks for words is answered', async ({ world }) => {
  const { yanti } = await registered(world)
  const sari = await world.owner('Sari')
  await sari.registers('Keripik Sari', 'Kota Solok', 'Makanan/minuman')
  for (const button of ['wait', 'name-x']) {
    await presses(world, sari, button, 'ktp_pemilik')
    await sari.sees(/bukan berkas usulan Bapak\/Ibu/)
  }
  await presses(world, sari, 'attach', 'bukti_penghela')
  expect(sari.toast()).toMatch(/tidak berlaku/)
  await sari.sees(/Keripik Sari/)
  const ofYanti = await world.rt.db.reader.business.findFirstOrThrow({ where: { name: 'Rendang Yanti' } })
  await sari.presses(1, `name-b:${ofYanti.id}`)
  await sari.sees(/bukan berkas usulan Bapak\/Ibu/)
  yanti.seesNothing()
})

test('answers that are given anew after they were sent are not with the officer until they are sent again', async ({
  world,
}) => {
  const { rina, yanti } = await registered(world)
  await sendsProfile(world, yanti)
  yanti.skims()
  await presses(world, yanti, 'send', 'profil_usaha')
  await yanti.sees(/Apakah sudah benar/)
  await yanti.taps('Jawab ulang')
  await yanti.sees(/1 dari 5/)
  expect(await itemOf(world, 'profil_usaha')).toMatchObject({ state: 'started' })
  await rina.says('/antrean')
  await rina.sees(/Tidak ada berkas/)
  await yanti.says('2016')
  for (let left = 4; left > 0; left--) await yanti.says('Sekarang lain')
  await yanti.taps('Benar, kirim')
  yanti.skims()
  expect(await itemOf(world, 'profil_usaha')).toMatchObject({ state: 'submitted' })
  await rina.taps('Perbarui')
  await rina.taps('Rendang Yanti')
  expect(rina.skims().at(-1)?.text).toMatch(/2016/)
})

test('answers that came back and are right all the same are sent again', async ({ world }) => {
  const { rina, yanti } = await registered(world)
  await sendsProfile(world, yanti)
  await rina.says('/antrean')
  await rina.taps('Rendang Yanti')
  await rina.taps('Kembalikan')
  await rina.taps('Belum lengkap')
  rina.skims()
  yanti.skims()
  await yanti.taps('Perbaiki tulisan')
  await yanti.sees(/Apakah sudah benar/)
  await yanti.taps('Benar, kirim')
  await yanti.sees(/sudah lengkap/)
  const { state, submissions } = await itemOf(world, 'profil_usaha')
  expect([state, submissions.length]).toEqual(['submitted', 2])
})

test('the longest answers there can be still become a paragraph that is shown, to the owner and to the officer', async ({
  world,
}) => {
  const { rina, yanti } = await registered(world)
  await presses(world, yanti, 'send', 'profil_usaha')
  await yanti.says('a'.repeat(4000))
  await yanti.says('2015')
  for (let left = 4; left > 0; left--) {
    await yanti.says('a'.repeat(601))
    await yanti.says('a'.repeat(600))
  }
  expect(yanti.skims().at(-1)?.text).toMatch(/Apakah sudah benar/)
  await yanti.taps('Benar, kirim')
  await yanti.sees(/sudah lengkap/)
  await rina.says('/antrean')
  await rina.taps('Rendang Yanti')
  expect(rina.skims().at(-1)?.text).toMatch(/Pemilik: Yanti[\s\S]*a{600}/)
})

test('answers with a picture are read by the officer in full, though a caption is short', async ({ world }) => {
  const { rina, yanti } = await registered(world)
  await yanti.sendsPhoto(png(3))
  const { id } = await world.rt.db.reader.unsortedFile.findFirstOrThrow()
  yanti.skims()
  await yanti.presses(1, `sort:${id}:${(await itemOf(world, 'bukti_penghela')).id}`)
  await yanti.says('12')
  for (let left = 3; left > 0; left--) await yanti.says('a'.repeat(500))
  await yanti.taps('Benar, kirim')
  yanti.skims()
  await rina.says('/antrean')
  await rina.taps('Rendang Yanti')
  const seen = rina.skims()
  expect(seen.some(({ file }) => file?.kind === 'photo')).toBe(true)
  expect(seen.at(-1)?.text).toMatch(/Pemilik: Yanti[\s\S]*a{500}/)
  await rina.taps('Terima')
  await rina.sees(/diterima/)
  await yanti.sees(/Kabar baik/)
})

test('a second picture beside answers that were sent is put behind the first', async ({ world }) => {
  const { yanti } = await registered(world)
  const penghela = (await itemOf(world, 'bukti_penghela')).id
  const sorts = async (shade: number) => {
    await yanti.sendsPhoto(png(shade))
    const { id } = await world.rt.db.reader.unsortedFile.findFirstOrThrow({ orderBy: { id: 'desc' } })
    await yanti.presses(1, `sort:${id}:${penghela}`)
  }
  await sorts(1)
  await yanti.says('12')
  for (let left = 3; left > 0; left--) await yanti.says('Seperti biasa')
  await yanti.taps('Benar, kirim')
  await sorts(2)
  expect(
    yanti
      .skims()
      .map(({ text }) => text)
      .join(),
  ).not.toMatch(/gangguan/)
  const { id } = await world.rt.db.reader.submission.findFirstOrThrow({ where: { replacedAt: null } })
  expect(await world.rt.db.reader.page.count({ where: { submissionId: id } })).toBe(2)
})

test('a file that was refused is not kept', async ({ world }) => {
  const { yanti } = await registered(world)
  await presses(world, yanti, 'send', 'foto_produk')
  await yanti.sendsFile({ bytes: Buffer.from('%PDF-1.4\n%%EOF'), name: 'foto.pdf', mime: 'application/pdf' })
  yanti.skims()
  expect(await readdir(world.folder)).toEqual([])
})

test('a decision is not undone once its owner began anew: half a paper is not with the officer', async ({ world }) => {
  const { rina, yanti } = await registered(world)
  await yanti.sendsKtp(png(1))
  await rina.says('/antrean')
  await rina.taps('Rendang Yanti')
  await rina.taps('Kembalikan')
  await rina.taps('Nomor tidak sesuai')
  await yanti.taps('Kirim ulang')
  await yanti.sendsPhoto(png(2))
  rina.skims()
  await rina.taps('Batalkan keputusan')
  await rina.sees(/tidak bisa dibatalkan lagi/)
  yanti.skims()
  await yanti.says(NIK)
  await yanti.sees(/sudah lengkap/)
})

test('an item that was begun and then put to wait keeps its date, until the next page comes', async ({ world }) => {
  const { yanti } = await registered(world)
  await presses(world, yanti, 'send', 'foto_produk')
  await yanti.sendsPhoto(png(1))
  await presses(world, yanti, 'wait', 'foto_produk')
  await yanti.says('20 Juni 2024')
  yanti.skims()
  expect(await itemOf(world, 'foto_produk')).toMatchObject({ state: 'waiting', until: '2024-06-20' })
  await presses(world, yanti, 'send', 'foto_produk')
  await yanti.sendsPhoto(png(2))
  yanti.skims()
  expect(await itemOf(world, 'foto_produk')).toMatchObject({ state: 'started', until: null })
})
