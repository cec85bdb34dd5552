import { expect, NIK, png, test, type World } from '../support/index.ts'
import type { TestPerson } from '../support/person.ts'

const NIB = '9120001234567'

const said = (person: TestPerson): string =>
  person
    .skims()
    .map(({ text }) => text)
    .join('\n')

/** Sari registered twice: from her phone, and from another one a week later. */
async function twice(world: World) {
  await world.openCycle()
  const rina = await world.officer('Rina', ['13.76'])
  const sari = await world.owner('Sari Dewi')
  await sari.registers('Rendang Sari', 'Kota Payakumbuh', 'Makanan/minuman')
  const again = await world.owner('Sari Dewi')
  await again.registers('Randang Sari Dewi', 'Kota Payakumbuh', 'Makanan/minuman')
  await world.clockStrikes('2024-06-03T08:01+07:00')
  return { rina, sari, again }
}

async function sendsNib(person: TestPerson, shade: number, number = NIB): Promise<void> {
  await person.says('/berkas')
  await person.taps('NIB')
  await person.taps('Kirim sekarang')
  await person.sendsPhoto(png(shade))
  await person.taps('✅ Selesai')
  await person.says(number)
  await person.taps('Sama')
  person.skims()
}

async function joins(rina: TestPerson): Promise<void> {
  await rina.says('/antrean')
  await rina.taps('Pendaftaran yang mirip')
  await rina.taps('Rendang Sari · Randang Sari Dewi')
  await rina.taps('Sama, gabungkan')
  await rina.taps('Ya, saya sudah memastikan')
}

test('a second registration of the same owner opens as any other, and becomes one question for the officer', async ({
  world,
}) => {
  const { rina, sari, again } = await twice(world)
  sari.seesNothing()
  again.seesNothing()
  await again.says('/lanjut')
  expect((await again.sees(/Randang Sari Dewi[\s\S]*0 dari 14/)).text).not.toMatch(/mirip/)
  await world.clockStrikes('2024-06-03T08:02+07:00')
  expect(await world.rt.db.reader.likeness.findMany({ select: { sign: true, verdict: true } })).toEqual([
    { sign: 'owner', verdict: null },
  ])

  await rina.says('/antrean')
  await rina.sees(/Tidak ada berkas/)
  await rina.taps('Pendaftaran yang mirip (1)')
  await rina.sees(/1 pasang/)
  await rina.taps('Rendang Sari · Randang Sari Dewi')
  await rina.sees(
    /nama pemilik dan kabupaten[\s\S]*1\. Rendang Sari · Sari Dewi[\s\S]*2\. Randang Sari Dewi · Sari Dewi/,
  )
  await rina.taps('Randang Sari Dewi')
  await rina.sees(/Randang Sari Dewi · Sari Dewi/)
  await rina.taps('Mirip dengan Rendang Sari')
  await rina.sees(/Dua pendaftaran/)
})

test('the same: the older dossier is kept, what it lacked moves there, the rest is history, and both phones open it', async ({
  world,
}) => {
  const { rina, sari, again } = await twice(world)
  await sari.sendsKtp(png(1))
  await again.sendsKtp(png(2))
  await sendsNib(again, 3)
  await again.says('/berkas')
  const old = again.button('NPWP') ?? again.button('Foto produk')
  again.skims()
  await rina.says('/antrean')
  await rina.taps('Pendaftaran yang mirip')
  await rina.taps('Rendang Sari · Randang Sari Dewi')
  await rina.taps('Sama, gabungkan')
  expect(said(rina)).toMatch(/digabungkan ke Rendang Sari, yang terdaftar lebih dulu[\s\S]*KTP aslinya/)
  await rina.taps('Ya, saya sudah memastikan')
  await rina.sees(/menjadi satu berkas/)
  await again.sees(/terdaftar dua kali[\s\S]*Rendang Sari/)
  sari.seesNothing()

  await again.taps('Lanjutkan')
  await again.sees(/^Rendang Sari[\s\S]*2 sedang diperiksa/)
  await again.says('/menu')
  await again.taps('Usaha saya')
  const list = again.skims().at(-1)
  expect(list?.buttons.flat().map(({ text }) => text)).not.toContain('Randang Sari Dewi')
  await again.presses(old?.messageId ?? 0, old?.data ?? '')
  await again.sees(/bukan berkas usulan/)
  await sari.says('/lanjut')
  await sari.sees(/Rendang Sari[\s\S]*2 sedang diperiksa/)

  const { reader } = world.rt.db
  const [kept, gone] = await reader.business.findMany({ orderBy: { id: 'asc' } })
  expect(gone).toMatchObject({ ownerId: kept?.ownerId, mergedIntoId: kept?.id })
  const items = await reader.item.findMany({
    where: { requirementId: { in: ['ktp_pemilik', 'nib'] } },
    orderBy: { id: 'asc' },
    include: { submissions: { include: { pages: true } }, dossier: true },
  })
  expect(
    items.map(({ requirementId, state, submissions, dossier }) => [
      dossier.businessId === kept?.id ? 'kept' : 'gone',
      requirementId,
      state,
      submissions.length,
    ]),
  ).toEqual([
    ['kept', 'ktp_pemilik', 'submitted', 1],
    ['kept', 'nib', 'submitted', 1],
    ['gone', 'ktp_pemilik', 'submitted', 1],
    ['gone', 'nib', 'open', 0],
  ])
  expect(new Set((await reader.file.findMany()).map(({ ownerId }) => ownerId))).toEqual(new Set([kept?.ownerId]))
  expect(await reader.account.count({ where: { personId: kept?.ownerId ?? 0 } })).toBe(2)
  expect(await reader.person.count({ where: { mergedIntoId: kept?.ownerId ?? 0 } })).toBe(1)

  // The queue has the joined dossier once, and its papers are the owner's own.
  await rina.says('/antrean')
  await rina.sees(/Satu berkas menunggu/)
  await rina.taps('Rendang Sari · 2 menunggu')
  expect(said(rina)).not.toMatch(/Dikirim oleh/)
  await rina.taps('Terima')
  rina.skims()
  await again.sees(/Kabar baik/)
  sari.seesNothing()
})

test('another: the pair is never asked about again, whatever they are called later', async ({ world }) => {
  const { rina, again } = await twice(world)
  await rina.says('/antrean')
  await rina.taps('Pendaftaran yang mirip')
  await rina.taps('Rendang Sari · Randang Sari Dewi')
  const same = rina.button('Sama, gabungkan')
  await rina.taps('Bukan, ini usaha lain')
  expect(said(rina)).toMatch(/dua usaha yang berbeda/)
  await again.says('/data')
  await again.taps('Ubah nama usaha')
  await again.says('Rendang Sari')
  again.skims()
  await world.clockStrikes('2024-06-03T08:05+07:00')
  await rina.says('/antrean')
  expect((await rina.sees(/Tidak ada berkas/)).buttons.flat().map(({ text }) => text)).not.toContain('mirip')
  await rina.presses(same?.messageId ?? 0, same?.data ?? '')
  await rina.sees(/di luar wilayah/)
  const { id } = await world.rt.db.reader.likeness.findFirstOrThrow()
  await rina.presses(same?.messageId ?? 0, `alike-join:${id}`)
  await rina.sees(/sudah diputuskan/)
  expect(await world.rt.db.reader.likeness.findMany({ select: { verdict: true } })).toEqual([{ verdict: 'other' }])
  expect(await world.rt.db.reader.business.count({ where: { mergedIntoId: { not: null } } })).toBe(0)
})

test('two officers at once, one says the same and one another: one decides', async ({ world }) => {
  const { rina, again } = await twice(world)
  const hendri = await world.officer('Hendri', [])
  await rina.says('/antrean')
  await rina.taps('Pendaftaran yang mirip')
  await rina.taps('Rendang Sari · Randang Sari Dewi')
  await rina.taps('Sama, gabungkan')
  await hendri.says('/antrean')
  await hendri.taps('Pendaftaran yang mirip')
  await hendri.taps('Rendang Sari · Randang Sari Dewi')
  rina.skims()
  hendri.skims()
  await world.atOnce([rina, 'Ya, saya sudah memastikan'], [hendri, 'Bukan, ini usaha lain'])
  const seen = `${said(rina)}\n${said(hendri)}`
  expect(seen.match(/menjadi satu berkas|dua usaha yang berbeda/g)).toHaveLength(1)
  expect(seen.match(/sudah diputuskan/g)).toHaveLength(1)
  again.skims()
})

test('pressed twice, it is joined once', async ({ world }) => {
  const { rina, again } = await twice(world)
  await sendsNib(again, 3)
  await rina.says('/antrean')
  await rina.taps('Pendaftaran yang mirip')
  await rina.taps('Rendang Sari · Randang Sari Dewi')
  await rina.taps('Sama, gabungkan')
  const yes = rina.button('Ya, saya sudah memastikan')
  rina.skims()
  await rina.doesAtOnce((does) => {
    does.presses(yes?.messageId ?? 0, yes?.data ?? '')
    does.presses(yes?.messageId ?? 0, yes?.data ?? '')
  })
  expect(said(rina)).not.toMatch(/sudah diputuskan/)
  await again.sees(/terdaftar dua kali/)
  const { reader } = world.rt.db
  const deeds = await reader.audit.findMany({ where: { subject: 'likeness' }, orderBy: { id: 'asc' } })
  expect(deeds.map(({ deed }) => deed)).toEqual(['identity-verified', 'registrations-joined', 'likeness-same'])
  expect(await reader.submission.count()).toBe(1)
})

test('the question that was open on the newer phone dies, and messages that wait follow their owner', async ({
  world,
}) => {
  const { rina, again } = await twice(world)
  await sendsNib(again, 3)
  await world.clockStrikes('2024-06-03T21:00+07:00')
  await rina.says('/antrean')
  await rina.taps('Randang Sari Dewi')
  await rina.taps('Terima')
  await again.says('/lanjut')
  await again.taps('KTP pemilik')
  await again.taps('Kirim sekarang')
  again.skims()
  await joins(rina)
  rina.skims()
  await again.says(NIK)
  await again.sees(/belum kami pahami/)
  await again.sees(/Rendang Sari/)
  await world.clockStrikes('2024-06-04T08:00+07:00')
  const morning = said(again)
  expect(morning).toMatch(/NIB.* untuk Rendang Sari sudah diterima/)
  expect(morning).toMatch(/terdaftar dua kali/)
})

test('an owner taken in without Telegram who registers by herself goes on as one, and nobody fills in for her any more', async ({
  world,
}) => {
  await world.openCycle()
  const rina = await world.officer('Rina', ['13.76'])
  await rina.says('/start')
  await rina.taps('Pemilik tanpa Telegram')
  await rina.says('Sari Dewi')
  await rina.says('Rendang Sari')
  await rina.taps('Makanan/minuman')
  await rina.sendsPhoto(png(50))
  await rina.taps('Ya, saya memastikan')
  await rina.taps('Isi untuk pemilik')
  await rina.sendsKtp(png(1))
  const sari = await world.owner('Sari Dewi')
  await sari.registers('Randang Sari Dewi', 'Kota Payakumbuh', 'Makanan/minuman')
  await world.clockStrikes('2024-06-03T08:01+07:00')
  await rina.says('/antrean')
  await rina.taps('Pendaftaran yang mirip')
  await rina.taps('Rendang Sari · Randang Sari Dewi')
  expect(said(rina)).toMatch(/1\. Rendang Sari[^\n]*1 dokumen, tanpa Telegram/)
  await rina.taps('Sama, gabungkan')
  await rina.taps('Ya, saya sudah memastikan')
  rina.skims()
  await sari.sees(/terdaftar dua kali/)
  await sari.taps('Lanjutkan')
  await sari.sees(/Rendang Sari[\s\S]*1 sedang diperiksa/)
  await rina.says('/start')
  expect(said(rina)).not.toMatch(/mengisi untuk/)
})

test('the same NIB is a question across regions, for officers of both; nobody else sees or decides it', async ({
  world,
}) => {
  await world.openCycle()
  const rina = await world.officer('Rina', ['13.76'])
  const hendri = await world.officer('Hendri', [])
  const sari = await world.owner('Sari')
  await sari.registers('Rendang Sari', 'Kota Payakumbuh', 'Makanan/minuman')
  const budi = await world.owner('Budi')
  await budi.registers('Kerupuk Budi', 'Agam', 'Makanan/minuman')
  await world.clockStrikes('2024-06-03T08:01+07:00')
  expect(await world.rt.db.reader.likeness.count()).toBe(0)
  await sendsNib(sari, 1)
  await sendsNib(budi, 2)
  await world.clockStrikes('2024-06-03T08:02+07:00')
  const { id, sign } = await world.rt.db.reader.likeness.findFirstOrThrow()
  expect(sign).toBe('nib')
  await rina.says('/antrean')
  const queue = await rina.sees(/Satu berkas/)
  expect(
    queue.buttons
      .flat()
      .map(({ text }) => text)
      .join(),
  ).not.toMatch(/mirip/)
  for (const person of [rina, sari]) {
    for (const data of [`alike:${id}`, `alike-same:${id}`, `alike-join:${id}`, `alike-no:${id}`]) {
      await person.presses(person === rina ? queue.id : 1, data)
    }
    expect(said(person)).not.toMatch(/Budi|Kerupuk|satu berkas|berbeda/)
  }
  expect(await world.rt.db.reader.likeness.count({ where: { verdict: null } })).toBe(1)
  await hendri.says('/antrean')
  await hendri.taps('Pendaftaran yang mirip')
  await hendri.taps('Rendang Sari · Kerupuk Budi')
  expect(said(hendri)).toMatch(/nomor NIB/)
})

test('whoever works here is not joined by an officer, and who withdrew is not asked about', async ({ world }) => {
  const { rina, sari, again } = await twice(world)
  const { reader } = world.rt.db
  const { ownerId } = await reader.business.findFirstOrThrow()
  const grant = { personId: ownerId, role: 'operator', regions: [], source: 'invitation', grantedAt: world.clock.now() }
  const { id } = await reader.grant.create({ data: grant })
  await joins(rina)
  expect(said(rina)).toMatch(/juga petugas di Dampingi/)
  expect(await reader.likeness.count({ where: { verdict: null } })).toBe(1)
  await reader.grant.update({ where: { id }, data: { revokedAt: world.clock.now() } })
  await again.says('/data')
  await again.taps('Tarik persetujuan')
  await again.taps('Ya, tarik persetujuan')
  again.skims()
  await rina.says('/antrean')
  expect(
    (await rina.sees(/Tidak ada/)).buttons
      .flat()
      .map(({ text }) => text)
      .join(),
  ).not.toMatch(/mirip/)
  sari.skims()
})
