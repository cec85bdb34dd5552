import { readWorkbook } from '../../src/platform/workbook.ts'
import { sweepAll } from '../../src/workers.ts'
import { expect, test, type World } from '../support/index.ts'
import type { TestPerson } from '../support/person.ts'
import { fileOf, rowsOf, XLSX } from './lists.ts'

const ASNA = ['Asna Wirda', 'Rendang Sago', 'Kota Payakumbuh', 'Rendang', '0812-0000-0001']
const BETRI = ['Betri Yuliana', 'Tenun Harau', 'Kab. 50 Kota', 'Tenun', undefined]

/** Eva has imported these, and made the invitations. Answers the links, in the order of the sheet. */
async function invited(world: World, ...rows: (string | undefined)[][]): Promise<{ eva: TestPerson; links: string[] }> {
  await world.quiet()
  await world.openCycle()
  const eva = await world.admin('Eva')
  await eva.says('/admin')
  await eva.taps('IKM nominasi')
  await eva.taps('Impor daftar')
  await eva.sendsFile({ bytes: await fileOf(rows.map((row, at) => [at + 1, ...row])), name: 'daftar.xlsx', mime: XLSX })
  await eva.taps('Impor')
  return { eva, links: await invites(world, eva) }
}

async function invites(world: World, eva: TestPerson): Promise<string[]> {
  await eva.says('/admin')
  await eva.taps('IKM nominasi')
  await eva.taps('Undangan dan lembar QR')
  const sheet = eva.skims().find(({ file }) => file?.name === 'undangan-ikm.xlsx')?.file
  const read = await readWorkbook(world.telegram.file(sheet?.fileId ?? '')?.bytes ?? new Uint8Array())
  if (!read.ok) throw new Error(read.reason)
  return (read.value[0]?.rows ?? []).slice(1).map((row) => String(row[4]).split('start=')[1] ?? '')
}

const ownerOf = ({ rt }: World, business: string) =>
  rt.db.reader.business.findFirstOrThrow({
    where: { name: business, mergedIntoId: null },
    include: { owner: { include: { accounts: true } } },
  })

test('the invitations are a table with WhatsApp links, and a sheet of QR codes', async ({ world }) => {
  const { eva } = await invited(world, ASNA, BETRI)
  await eva.says('/admin')
  await eva.taps('IKM nominasi')
  eva.skims()
  await eva.taps('Undangan dan lembar QR')
  const sheet = (await eva.sees(/2 usaha yang belum bergabung/)).file
  const cards = (await eva.sees(/lembar QR/)).file
  const read = await readWorkbook(world.telegram.file(sheet?.fileId ?? '')?.bytes ?? new Uint8Array())
  const [, betri, asna] = read.ok ? (read.value[0]?.rows ?? []) : []
  expect(asna?.slice(0, 4)).toEqual(['Asna Wirda', 'Rendang Sago', 'Payakumbuh', '+6281200000001'])
  expect(asna?.[4]).toMatch(/^https:\/\/t\.me\/dampingi_test_bot\?start=nominasi_[0-9a-f]{32}$/)
  expect(decodeURIComponent(String(asna?.[5]))).toMatch(
    /^https:\/\/wa\.me\/6281200000001\?text=Bapak\/Ibu Asna Wirda, usaha Rendang Sago/,
  )
  expect(betri?.[5]).toBeUndefined()
  expect(Buffer.from(world.telegram.file(cards?.fileId ?? '')?.bytes ?? []).toString('latin1', 0, 5)).toBe('%PDF-')
  expect(world.logged.join('')).not.toMatch(/Asna|81200000001|nominasi_/)
})

test('an owner comes by the link, is known by their own number, and only then sees what the dinas gave', async ({
  world,
}) => {
  const { links } = await invited(world, ASNA)
  const asna = world.newcomer('Asna')

  await asna.opens(links[0] ?? '')
  const ask = await asna.sees(/lewat undangan dari dinas[\s\S]*Apakah Bapak\/Ibu setuju/)
  expect(ask.text).not.toMatch(/Asna|Sago|Payakumbuh/)
  expect((await ownerOf(world, 'Rendang Sago')).owner.accounts).toEqual([])
  await asna.taps('English')
  await asna.sees(/by an invitation of the office/)
  await asna.taps('Bahasa Indonesia')
  await asna.sees(/lewat undangan dari dinas/)
  await asna.taps('Setuju, lanjutkan')
  await asna.sees(/Persetujuan sudah kami catat/)
  expect((await asna.sees(/bagikan nomor HP/)).text).not.toMatch(/Sago/)
  await asna.sees(/Tidak apa-apa/)

  await asna.sharesNumber('6281200000001')
  await asna.sees(/Cocok, terima kasih, Bapak\/Ibu Asna Wirda[\s\S]*Rendang Sago, Kota Payakumbuh, Makanan\/minuman/)
  await asna.sees(/Rendang Sago[\s\S]*KTP/)
  const { owner } = await ownerOf(world, 'Rendang Sago')
  expect(owner.accounts.map(({ telegramId }) => Number(telegramId))).toEqual([asna.id])
  expect(await world.rt.db.reader.consent.count({ where: { personId: owner.id, withdrawnAt: null } })).toBe(1)
  expect(await world.rt.db.reader.nominationOpening.count()).toBe(0)

  // The link is used up: for her it is the way home, for anybody else nothing.
  await asna.opens(links[0] ?? '')
  await asna.sees(/Selamat datang kembali/)
  await asna.sees(/Rendang Sago/)
  const nosy = world.newcomer('Nosy')
  await nosy.opens(links[0] ?? '')
  await nosy.sees(/sudah dipakai/)
})

test('whoever found a link and has another number sees nothing of it; an officer tells whether they are one', async ({
  world,
}) => {
  const { links } = await invited(world, ASNA)
  const rina = await world.officer('Rina', ['13.76'])
  const child = world.newcomer('Asna')
  await child.opens(links[0] ?? '')
  await child.taps('Setuju, lanjutkan')
  child.skims()
  await child.sharesNumber('0812-0000-0001', 'others')
  await child.sees(/nomor orang lain/)
  await child.sharesNumber('+628139999999')
  const told = await child.sees(/berbeda dengan yang ada di dinas/)
  expect(told.text).not.toMatch(/Sago/)
  await child.sees(/nama lengkap/)
  for (const answer of ['Asna W', 'Rendang Asna', 'Kota Payakumbuh']) await child.says(answer)
  await child.taps('Makanan/minuman')
  expect(
    child
      .skims()
      .map(({ text }) => text)
      .join(),
  ).not.toMatch(/Sago/)

  await sweepAll(world.rt)
  await rina.says('/antrean')
  await rina.taps('mirip')
  await rina.taps('Rendang Sago')
  await rina.sees(/Antrean/)
  await rina.sees(/1 pasang/)
  await rina.sees(/tautan undangan yang dibuka/)
  await rina.taps('Sama')
  await rina.taps('Ya')
  rina.skims()
  child.skims()
  const kept = await ownerOf(world, 'Rendang Asna')
  expect(kept.owner).toMatchObject({ name: 'Asna W', phone: '6281200000001' })
  expect(kept.owner.accounts).toHaveLength(1)
  expect(await world.rt.db.reader.dossier.findMany({ where: { businessId: kept.id } })).toMatchObject([
    { standing: 'nominated' },
  ])
  expect(await world.rt.db.reader.consent.count({ where: { personId: kept.ownerId, withdrawnAt: null } })).toBe(1)
})

test('without a number the owner registers as usual, and an account with papers of its own keeps them', async ({
  world,
}) => {
  const { links } = await invited(world, ASNA, BETRI)
  const [betris = '', asnas = ''] = links
  const betri = world.newcomer('Betri')
  await betri.opens(betris)
  await betri.taps('Setuju, lanjutkan')
  await betri.taps('Lanjut tanpa nomor')
  expect(betri.skims().at(-1)?.text).toMatch(/nama lengkap/)

  // Whoever looks for their phone meanwhile may still share it, in the middle of a question.
  await betri.sharesNumber('081377777777')
  await betri.sees(/penyuluh yang akan mencocokkan/)
  await betri.sees(/nama lengkap/)
  await betri.says('Betri Yuliana')
  betri.skims()

  const sari = await world.owner('Sari')
  await sari.registers('Keripik Sari', 'Kota Payakumbuh', 'Makanan/minuman')
  await sari.opens(asnas)
  await sari.sees(/bagikan nomor HP/)
  await sari.sees(/Tidak apa-apa/)
  await sari.sharesNumber('081200000001')
  await sari.sees(/sudah punya berkas/)
  await sari.sees(/Keripik Sari/)
  expect((await ownerOf(world, 'Rendang Sago')).owner.accounts).toEqual([])
})

test('a link that is too old or of nobody is told so; a new sheet leaves the old one working', async ({ world }) => {
  const { eva, links } = await invited(world, ASNA)
  const again = await invites(world, eva)
  const asna = world.newcomer('Asna')
  await asna.opens('nominasi_00000000000000000000000000000000')
  await asna.sees(/tidak kami kenali/)
  await world.clockStrikes('2024-07-02T09:00+07:00')
  world.skim()
  await asna.opens(links[0] ?? '')
  await asna.sees(/lewat undangan dari dinas/)
  await world.clockStrikes('2024-07-04T09:00+07:00')
  await asna.opens(again[0] ?? '')
  await asna.sees(/lewat masa berlakunya/)
})

test('one who has not come for five working days is a task of the officer, with the invitation at hand', async ({
  world,
}) => {
  await world.openCycle()
  const rina = await world.officer('Rina', ['13.76'])
  const eva = await world.admin('Eva')
  await eva.says('/admin')
  await eva.taps('IKM nominasi')
  await eva.taps('Impor daftar')
  await eva.sendsFile({ bytes: await fileOf([[1, ...ASNA]]), name: 'daftar.xlsx', mime: XLSX })
  await eva.taps('Impor 1 baris')
  world.skim()
  await world.clockStrikes('2024-06-11T09:00+07:00')
  rina.skims()
  await rina.says('/peringatan')
  await rina.taps('Rendang Sago')
  await rina.taps('Undangan untuk pemilik')
  const letter = rina.skims().at(-1)
  expect(letter?.text).toMatch(/Undangan untuk Rendang Sago[\s\S]*start=nominasi_/)
  expect(letter?.buttons.flat().map(({ text }) => text)).toEqual(['Kirim lewat WhatsApp'])
  // Near the deadline too there is one thing to do about them, and no list of others that nobody may look at.
  await world.clockStrikes('2024-06-19T09:00+07:00')
  const reasons = await world.rt.db.reader.alert.findMany({ where: { closedAt: null }, select: { reason: true } })
  expect(reasons).toEqual([{ reason: 'unclaimed' }])
  world.skim()
  // Elsewhere nobody makes it.
  const mega = await world.officer('Mega', ['13.72'])
  const { id } = await world.rt.db.reader.dossier.findFirstOrThrow()
  await mega.presses(1, `invite-owner:${id}`)
  await mega.sees(/bukan|tidak/i)
  world.skim()
})

test('several businesses of one owner are one person, claimed by one number', async ({ world }) => {
  const [first = []] = rowsOf(1).map((row) => row.map(String))
  const { links } = await invited(
    world,
    ASNA,
    ['Asna Wirda', 'Keripik Sago', 'Kota Payakumbuh', 'Keripik', '081200000001'],
    first.slice(1),
  )
  expect(links).toHaveLength(3)
  const asna = world.newcomer('Asna')
  await asna.opens(links[2] ?? '')
  await asna.taps('Setuju, lanjutkan')
  asna.skims()
  await asna.sharesNumber('081200000001')
  await asna.sees(/Rendang Sago[\s\S]*Keripik Sago/)
  asna.skims()
})

test('two who share the same number at once: one of them is the owner, and the other one registers', async ({
  world,
}) => {
  const { links } = await invited(world, ASNA)
  const [asna, brother] = [world.newcomer('Asna'), world.newcomer('Adik')]
  for (const each of [asna, brother]) {
    await each.opens(links[0] ?? '')
    await each.taps('Setuju, lanjutkan')
    each.skims()
  }
  for (const each of [asna, brother]) each.sharesNumberUnhandled('081200000001')
  await world.settle()
  const { owner } = await ownerOf(world, 'Rendang Sago')
  expect(owner.accounts).toHaveLength(1)
  expect(await world.rt.db.reader.consent.count({ where: { personId: owner.id, withdrawnAt: null } })).toBe(1)
  const said = [asna, brother].map((each) =>
    each
      .skims()
      .map(({ text }) => text)
      .join(),
  )
  expect(said.filter((text) => text.includes('Rendang Sago'))).toHaveLength(1)
})

test('whoever registered before the list came is one question for the officer, and nominated by the answer', async ({
  world,
}) => {
  await world.quiet()
  await world.openCycle()
  const rina = await world.officer('Rina', ['13.76'])
  const asna = await world.owner('Asna Wirda')
  await asna.registers('Rendang Sago Asna', 'Kota Payakumbuh', 'Makanan/minuman')
  const eva = await world.admin('Eva')
  await eva.says('/admin')
  await eva.taps('IKM nominasi')
  await eva.taps('Impor daftar')
  await eva.sendsFile({ bytes: await fileOf([[1, ...ASNA]]), name: 'daftar.xlsx', mime: XLSX })
  await eva.taps('Impor 1 baris')
  await sweepAll(world.rt)
  world.skim()
  await rina.says('/antrean')
  await rina.taps('mirip')
  await rina.taps('Rendang Sago')
  await rina.taps('Sama')
  await rina.taps('Ya')
  await world.settle()
  const kept = await ownerOf(world, 'Rendang Sago Asna')
  expect(kept.owner).toMatchObject({ name: 'Asna Wirda', phone: '6281200000001' })
  expect(kept.owner.accounts).toHaveLength(1)
  expect(await world.rt.db.reader.dossier.findMany({ where: { businessId: kept.id } })).toMatchObject([
    { standing: 'nominated' },
  ])
  // The same list again is about that business, and leaves it as its owner calls it.
  world.skim()
  await eva.says('/admin')
  await eva.taps('IKM nominasi')
  await eva.taps('Impor daftar')
  await eva.sendsFile({ bytes: await fileOf([[1, ...ASNA]]), name: 'daftar.xlsx', mime: XLSX })
  expect(eva.skims().at(-1)?.text).toMatch(/data kami yang dipakai: 1\n\nTidak ada yang baru/)
  world.skim()
})
