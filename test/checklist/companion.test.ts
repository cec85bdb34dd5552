import { expect, NIK, png, test, type World } from '../support/index.ts'
import type { TestPerson } from '../support/person.ts'

const payloadIn = (text: string): string => /start=(\S+)/.exec(text)?.[1] ?? ''

async function owner(world: World): Promise<TestPerson> {
  await world.openCycle()
  await world.quiet()
  const sari = await world.owner('Sari')
  await sari.registers('Rendang Sari', 'Kota Payakumbuh', 'Makanan/minuman')
  return sari
}

/** The owner makes the link for a companion; what it says after `start=`. */
async function invites(sari: TestPerson): Promise<string> {
  await sari.says('/menu')
  await sari.taps('Pendamping')
  await sari.taps('Ajak pendamping')
  return payloadIn(sari.skims().at(-1)?.text ?? '')
}

async function accompanies(sari: TestPerson, budi: TestPerson): Promise<void> {
  await budi.opens(await invites(sari))
  await budi.taps('Ya, 18 tahun ke atas')
  await sari.taps('Ya, boleh')
  sari.skims()
  budi.skims()
}

const said = (person: TestPerson): string =>
  person
    .skims()
    .map(({ text }) => text)
    .join('\n')

test('an owner asks a son to accompany her: he agrees to the terms, she says yes, and he fills in under both names', async ({
  world,
}) => {
  const sari = await owner(world)
  await sari.says('/menu')
  await sari.sees(/Mau ke mana/)
  await sari.taps('Pendamping')
  await sari.sees(/perangkat nagari yang Bapak\/Ibu percaya/)
  await sari.taps('Ajak pendamping')
  const { text } = await sari.sees(/6 Juni 2024, pukul 08\.00[\s\S]*kami tanya dulu/)

  const budi = world.newcomer('Budi')
  await budi.opens(payloadIn(text))
  await budi.sees(/jawab dulu persetujuan/)
  await budi.sees(/mohon izin/)
  await budi.taps('Setuju, lanjutkan')
  await budi.sees(/sudah kami catat/)
  await budi.sees(/nama lengkap/)
  await budi.taps('Lanjut mendampingi')
  expect((await budi.sees(/berusia 18 tahun/)).text).not.toMatch(/Sari/)
  await budi.taps('Ya, 18 tahun ke atas')
  await budi.sees(/nama lengkap/)
  await budi.says('Budi Santoso')
  await budi.sees(/Permintaan sudah kami kirim/)
  await sari.sees(/Budi Santoso membuka tautan/)
  await sari.taps('Ya, boleh')
  await sari.sees(/pendamping boleh mengisi/)
  await budi.sees(/Sari setuju Bapak\/Ibu mendampingi/)

  await budi.taps('Mulai mengisi')
  await budi.sees(/Usaha mana/)
  await budi.taps('Rendang Sari · Sari')
  await budi.sees(/mengisi untuk Sari[\s\S]*0 dari 14/)
  await budi.taps('KTP pemilik')
  await budi.taps('Kirim sekarang')
  await budi.sendsPhoto(png(1))
  await budi.says(NIK)
  expect(said(budi)).toMatch(/Rendang Sari · untuk Sari[\s\S]*KTP pemilik sudah lengkap/)
  await budi.says('/start')
  await budi.sees(/kembali/)
  await budi.sees(/mengisi untuk Sari[\s\S]*1 sedang diperiksa/)
  await budi.says('/data')
  expect((await budi.sees(/Nama: Budi Santoso/)).text).not.toMatch(/Sari/)
  await budi.says('/lanjut')
  await budi.sees(/mengisi untuk Sari/)
  await budi.taps('Selesai mengisi')
  await budi.sees(/Usaha mana/)

  const { reader } = world.rt.db
  const { ownerId } = await reader.business.findFirstOrThrow()
  const lines = await reader.audit.findMany({ where: { onBehalfOfId: ownerId }, orderBy: { id: 'asc' } })
  expect(lines.map(({ deed }) => deed)).toEqual([
    'companion-asked',
    'help-begun',
    'filled-in',
    'filled-in',
    'submitted',
    'help-ended',
  ])
  expect(new Set(lines.map(({ personId }) => personId)).size).toBe(1)
  expect((await reader.file.findFirstOrThrow()).ownerId).toBe(ownerId)
})

test('nothing of the owner is shown or done before the yes, nor after a no', async ({ world }) => {
  const sari = await owner(world)
  const budi = await world.owner('Budi')
  await budi.opens(await invites(sari))
  await budi.taps('Ya, 18 tahun ke atas')
  await sari.sees(/Budi membuka tautan/)
  const { reader } = world.rt.db
  const business = await reader.business.findFirstOrThrow()
  const item = await reader.item.findFirstOrThrow({ where: { requirementId: 'ktp_pemilik' } })
  const companion = await reader.companion.findFirstOrThrow()
  const tries = async () => {
    await budi.says('/menu')
    const { id } = budi.skims().at(-1) ?? { id: 0 }
    for (const data of [
      `at:${business.id}`,
      `item:${item.id}`,
      `send:${item.id}`,
      `helper-is:${companion.id}:yes`,
      'helpers',
      'mine',
    ]) {
      await budi.presses(id, data)
    }
    return said(budi)
  }
  expect(await tries()).not.toMatch(/Sari/)
  await sari.taps('Tidak')
  await sari.sees(/tidak kami teruskan/)
  await budi.sees(/belum disetujui/)
  expect(await tries()).not.toMatch(/Sari/)
  expect(await reader.companion.count({ where: { agreedAt: { not: null } } })).toBe(0)
  expect(await reader.person.count({ where: { workingAtId: { not: null } } })).toBe(0)
})

test('an owner ends it with one press, in the middle of whatever the companion does', async ({ world }) => {
  const sari = await owner(world)
  const budi = await world.owner('Budi')
  await accompanies(sari, budi)
  await budi.taps('Mulai mengisi')
  await budi.taps('Rendang Sari')
  await budi.says('/berkas')
  const nib = budi.button('NIB')
  await budi.taps('KTP pemilik')
  await budi.taps('Kirim sekarang')
  budi.skims()

  await sari.says('/menu')
  await sari.taps('Pendamping')
  expect(said(sari)).toMatch(/👥 Budi: boleh mengisi/)
  const end = sari.button('Hentikan Budi')
  await sari.taps('Hentikan Budi')
  expect(said(sari)).not.toMatch(/Budi/)
  await budi.sees(/Sari mengakhiri pendampingan/)
  await budi.sendsPhoto(png(1))
  await budi.sees(/bukan berkas usulan/)
  await budi.presses(nib?.messageId ?? 0, nib?.data ?? '')
  await budi.sees(/bukan berkas usulan/)
  await budi.says('/lanjut')
  await budi.sees(/Apa nama usaha/)
  expect(await world.rt.db.reader.page.count()).toBe(0)
  await sari.presses(end?.messageId ?? 0, end?.data ?? '')
  sari.skims()
  expect(await world.rt.db.reader.audit.count({ where: { deed: 'companion-ended' } })).toBe(1)
})

test('a companion leaves, and the owner hears of it', async ({ world }) => {
  const sari = await owner(world)
  const budi = await world.owner('Budi')
  await accompanies(sari, budi)
  await budi.taps('Mulai mengisi')
  await budi.taps('Rendang Sari')
  await budi.says('/menu')
  await budi.taps('Pendamping')
  expect(said(budi)).toMatch(/Bapak\/Ibu mendampingi Sari/)
  await budi.taps('Berhenti mendampingi Sari')
  expect(said(budi)).not.toMatch(/mendampingi Sari/)
  await sari.sees(/Budi tidak lagi mendampingi/)
  expect(await world.rt.db.reader.person.count({ where: { workingAtId: { not: null } } })).toBe(0)
})

test('one who also has a business of their own keeps the two apart', async ({ world }) => {
  const sari = await owner(world)
  const budi = await world.owner('Budi')
  await budi.registers('Tenun Budi', 'Kota Payakumbuh', 'Kain tenun')
  await accompanies(sari, budi)
  await budi.says('/lanjut')
  await budi.sees(/Tenun Budi[\s\S]*dari 11/)
  await budi.taps('Ganti usaha')
  await budi.taps('Rendang Sari · Sari')
  expect(said(budi)).toMatch(/mengisi untuk Sari[\s\S]*dari 14/)
  await sari.says('/data')
  await sari.taps('Tarik persetujuan')
  await sari.taps('Ya, tarik persetujuan')
  sari.skims()
  await budi.says('/lanjut')
  await budi.sees(/Tenun Budi/)
  await budi.says('/menu')
  await budi.taps('Usaha saya')
  expect(
    budi
      .skims()
      .at(-1)
      ?.buttons.flat()
      .map(({ text }) => text),
  ).not.toContain('Rendang Sari · Sari')
})

test('a link is for one person, and for nobody under 18, nor for its owner', async ({ world }) => {
  const sari = await owner(world)
  const [budi, dewi] = [await world.owner('Budi'), await world.owner('Dewi')]
  const first = await invites(sari)
  const payload = await invites(sari)
  await budi.opens(first)
  await budi.taps('Ya, 18')
  expect(said(budi)).toMatch(/lewat masa berlakunya/)
  await sari.opens(payload)
  await sari.taps('Ya, 18')
  expect(said(sari)).toMatch(/tautan Bapak\/Ibu sendiri/)
  await budi.opens(payload)
  await budi.taps('Belum')
  expect(said(budi)).toMatch(/18 tahun ke atas/)
  await dewi.opens(payload)
  await budi.opens(payload)
  const yes = dewi.button('Ya, 18')
  await dewi.taps('Ya, 18')
  await budi.taps('Ya, 18')
  await dewi.presses(yes?.messageId ?? 0, yes?.data ?? '')
  expect(said(dewi)).toMatch(/kami kirim/)
  expect(said(budi)).toMatch(/sudah dipakai/)
  await sari.sees(/Dewi membuka tautan/)
  expect(await world.rt.db.reader.companion.count()).toBe(1)
  await world.clockStrikes('2024-06-06T08:00+07:00')
  const late = await invites(sari)
  await world.clockStrikes('2024-06-09T08:00+07:00')
  await budi.opens(late)
  await budi.taps('Ya, 18')
  expect(said(budi)).toMatch(/lewat masa berlakunya/)
})

test('nobody asks more than five owners in a day', async ({ world }) => {
  await world.openCycle()
  await world.quiet()
  const budi = await world.owner('Budi')
  let [last, owner] = ['', budi]
  for (const name of ['Sari', 'Yanti', 'Dewi', 'Rosma', 'Eli', 'Nur']) {
    const each = await world.owner(name)
    owner = each
    await each.registers(`Rendang ${name}`, 'Kota Payakumbuh', 'Makanan/minuman')
    last = await invites(each)
    await budi.opens(last)
    await budi.taps('Ya, 18')
    each.skims()
  }
  expect(said(budi)).toMatch(/sudah banyak/)
  expect(await world.rt.db.reader.companion.count()).toBe(5)
  await world.clockStrikes('2024-06-04T08:00:01+07:00')
  await budi.opens(last)
  await budi.taps('Ya, 18')
  expect(said(budi)).toMatch(/kami kirim/)
  await owner.sees(/Budi membuka tautan/)
  expect(await world.rt.db.reader.companion.count()).toBe(6)
})

test('a yes pressed twice, and a no after it: the yes stands', async ({ world }) => {
  const sari = await owner(world)
  const budi = await world.owner('Budi')
  await budi.opens(await invites(sari))
  await budi.taps('Ya, 18')
  budi.skims()
  const [yes, no] = [sari.button('Ya, boleh'), sari.button('Tidak')]
  await sari.doesAtOnce((does) => {
    does.presses(yes?.messageId ?? 0, yes?.data ?? '')
    does.presses(yes?.messageId ?? 0, yes?.data ?? '')
    does.presses(no?.messageId ?? 0, no?.data ?? '')
  })
  sari.skims()
  await budi.sees(/Sari setuju/)
  expect(await world.rt.db.reader.companion.findFirst()).toMatchObject({ agreedAt: world.clock.now(), endedAt: null })
})
