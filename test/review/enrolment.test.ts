import { expect, NIK, pdf, png, test, type World } from '../support/index.ts'
import type { TestPerson } from '../support/person.ts'

/** An officer takes in an owner without Telegram, to the last question. */
async function takesIn(officer: TestPerson, owner: string, business: string, shade = 50): Promise<void> {
  await officer.says('/start')
  await officer.taps('Pemilik tanpa Telegram')
  await officer.says(owner)
  await officer.says(business)
  await officer.taps('Makanan/minuman')
  await officer.sendsPhoto(png(shade))
  await officer.taps('Ya, saya memastikan')
  officer.skims()
}

const payloadIn = (text: string): string => /start=(\S+)/.exec(text)?.[1] ?? ''

async function ids(world: World) {
  const business = await world.rt.db.reader.business.findFirstOrThrow({ orderBy: { id: 'desc' } })
  const dossier = await world.rt.db.reader.dossier.findFirstOrThrow({ where: { businessId: business.id } })
  return { businessId: business.id, ownerId: business.ownerId, dossierId: dossier.id }
}

test('an officer takes in an owner without Telegram and fills in for them, and everything names both', async ({
  world,
}) => {
  await world.openCycle()
  const rina = await world.officer('Rina Oktavia', ['13.76'])
  await rina.says('/start')
  await rina.sees(/kembali/)
  await rina.sees(/Selamat bertugas/)
  await rina.taps('Pemilik tanpa Telegram')
  await rina.sees(/nama lengkap pemiliknya/)
  await rina.says('Mak 😀')
  await rina.sees(/huruf saja/)
  await rina.says('Mak Sianik')
  await rina.sees(/usaha Mak Sianik/)
  await rina.says('Rendang Mak Sianik')
  await rina.sees(/produk utama Rendang Mak Sianik/)
  await rina.taps('Makanan/minuman')
  await rina.sees(/foto formulir persetujuan[\s\S]*Mak Sianik/)
  await rina.says('sudah')
  await rina.sees(/menunggu foto formulirnya/)
  await rina.sendsFile({ bytes: pdf(true), name: 'formulir.pdf' })
  await rina.sees(/terkunci kata sandi/)
  await rina.sendsPhoto(png(50))
  const form = await rina.sees(
    /Pemilik: Mak Sianik[\s\S]*Kota Payakumbuh[\s\S]*Makanan\/minuman[\s\S]*ditandatangani sendiri/,
  )
  expect(form).toMatchObject({ file: { kind: 'photo' }, protected: true })
  const { reader } = world.rt.db
  expect([await reader.file.count(), await reader.business.count()]).toEqual([0, 0])
  await rina.taps('Ya, saya memastikan')
  await rina.sees(/Mak Sianik dengan usaha Rendang Mak Sianik sudah terdaftar/)

  const { ownerId } = await ids(world)
  const officerId = (await reader.account.findFirstOrThrow({ where: { telegramId: rina.id } })).personId
  expect(
    await reader.consent.findFirstOrThrow({ where: { personId: ownerId }, include: { form: true } }),
  ).toMatchObject({
    telegramId: null,
    confirmedById: officerId,
    givenAt: world.clock.now(),
    form: { ownerId, mime: 'image/png' },
  })

  await rina.taps('Isi untuk pemilik')
  await rina.sees(/mengisi untuk Mak Sianik[\s\S]*0 dari 14/)
  await rina.taps('KTP pemilik')
  await rina.sees(/Rendang Mak Sianik · untuk Mak Sianik\nKartu|Rendang Mak Sianik · untuk Mak Sianik\nKTP/)
  await rina.taps('Kirim sekarang')
  await rina.sees(/untuk Mak Sianik/)
  await rina.sendsPhoto(png(1))
  await rina.sees(/Berapa NIK/)
  await rina.says(NIK)
  await rina.sees(/KTP pemilik sudah lengkap/)

  await rina.says('/start')
  await rina.sees(/kembali/)
  await rina.sees(/sedang mengisi untuk Mak Sianik, Rendang Mak Sianik/)
  await rina.says('▶️ Lanjutkan')
  await rina.sees(/mengisi untuk Mak Sianik[\s\S]*1 sedang diperiksa/)
  await rina.taps('Selesai mengisi')
  await rina.sees(/Selamat bertugas, Rina Oktavia/)
  expect(rina.labels()).toContain('Saya juga pelaku usaha')
  await rina.says('▶️ Lanjutkan')
  await rina.sees(/kembali/)
  await rina.sees(/Selamat bertugas, Rina Oktavia/)

  const lines = await reader.audit.findMany({ where: { onBehalfOfId: ownerId }, orderBy: { id: 'asc' } })
  expect(new Set(lines.map(({ personId }) => personId))).toEqual(new Set([officerId]))
  expect(lines.map(({ deed }) => deed)).toEqual([
    'owner-enrolled',
    'form-consent-confirmed',
    'help-begun',
    'filled-in',
    'filled-in',
    'submitted',
    'help-ended',
  ])
  expect(world.logged.join()).not.toMatch(/Sianik/)
})

test('what an officer sent in and accepts alone is marked, and an owner without Telegram is not written to', async ({
  world,
}) => {
  await world.openCycle()
  const rina = await world.officer('Rina', ['13.76'])
  const hendri = await world.officer('Hendri', ['13.76'])
  await takesIn(rina, 'Mak Sianik', 'Rendang Mak Sianik')
  await rina.taps('Isi untuk pemilik')
  await rina.sendsKtp(png(1))
  await rina.says('/antrean')
  await rina.taps('Rendang Mak Sianik')
  expect(rina.skims().at(-1)?.text).toMatch(/Dikirim oleh Rina untuk pemilik/)
  await rina.taps('Terima')
  await rina.sees(/diterima\. Pemilik tidak memakai Telegram[\s\S]*⚑ Bapak\/Ibu juga yang mengirimnya/)
  const { reader } = world.rt.db
  expect(await reader.decision.findMany({ select: { verdict: true, alone: true } })).toEqual([
    { verdict: 'accepted', alone: true },
  ])
  expect((await reader.delivery.findMany()).map(({ kind, state }) => [kind, state])).toEqual([
    ['decision-made', 'skipped'],
  ])
  await rina.taps('Antrean')
  await rina.taps('Semua berkas')
  await rina.taps('Rendang Mak Sianik')
  expect(rina.skims().at(-1)?.text).toMatch(/✅ KTP pemilik: diterima ⚑ dikirim dan diterima petugas yang sama/)

  await rina.taps('Isi untuk pemilik')
  rina.skims()
  await hendri.says('/antrean')
  await hendri.sees(/Tidak ada berkas/)
  await rina.says('/berkas')
  await rina.taps('NIB')
  await rina.taps('Kirim sekarang')
  await rina.sendsPhoto(png(2))
  await rina.taps('✅ Selesai')
  await rina.says('9120001234567')
  await rina.taps('Sama')
  rina.skims()
  await hendri.says('/antrean')
  await hendri.taps('Rendang Mak Sianik')
  await hendri.taps('Terima')
  expect(hendri.skims().at(-1)?.text).not.toMatch(/⚑/)
})

test('once the owner has Telegram they fill in themselves, and the officer no longer does', async ({ world }) => {
  await world.openCycle()
  const rina = await world.officer('Rina', ['13.76'])
  await takesIn(rina, 'Mak Sianik', 'Rendang Mak Sianik')
  await rina.taps('Isi untuk pemilik')
  await rina.says('/berkas')
  const nib = rina.button('NIB')
  await rina.taps('KTP pemilik')
  await rina.taps('Kirim sekarang')
  rina.skims()
  const { dossierId } = await ids(world)
  await rina.presses(nib?.messageId ?? 0, `dossier:${dossierId}`)
  await rina.taps('Sambungkan ke Telegram pemilik')
  await rina.sees(/Rendang Mak Sianik · Mak Sianik/)
  await rina.sees(/akan mengisi berkasnya sendiri[\s\S]*KTP aslinya/)
  await rina.taps('Ya, saya sudah memastikan')
  const { text } = await rina.sees(/Tautan untuk ponsel baru Mak Sianik/)

  const sianik = world.newcomer('Mak Sianik')
  await sianik.opens(payloadIn(text))
  await sianik.sees(/sekarang ada di ponsel ini/)
  await sianik.sees(/kembali/)
  await sianik.sees(/Rendang Mak Sianik[\s\S]*0 dari 14/)

  // The question was still open on the officer's phone, and so are the buttons.
  await rina.sendsPhoto(png(3))
  rina.skims()
  await rina.presses(nib?.messageId ?? 0, nib?.data ?? '')
  rina.skims()
  expect(await world.rt.db.reader.file.count()).toBe(1)
  await rina.says('/start')
  await rina.sees(/kembali/)
  expect((await rina.sees(/Selamat bertugas/)).text).not.toMatch(/mengisi/)
  const { businessId } = await ids(world)
  await rina.presses(nib?.messageId ?? 0, `at:${businessId}`)
  await rina.sees(/bukan berkas usulan/)

  await sianik.sendsKtp(png(4))
  await rina.says('/antrean')
  await rina.taps('Rendang Mak Sianik')
  await rina.taps('Terima')
  expect(rina.skims().at(-1)?.text).toMatch(/Pemilik dikabari/)
  await sianik.sees(/Kabar baik/)
})

test('an officer of several regions chooses among theirs, goes on where they stopped, or gives it up', async ({
  world,
}) => {
  const rina = await world.officer('Rina', ['13.76', '13.07'])
  await rina.says('/antrean')
  await rina.taps('Semua berkas')
  await rina.taps('Pemilik tanpa Telegram')
  await rina.says('Mak Sianik')
  await rina.says('/start')
  rina.skims()
  await rina.taps('Pemilik tanpa Telegram')
  await rina.sees(/usaha Mak Sianik/)
  await rina.says('Rendang Mak Sianik')
  const asked = await rina.sees(/kabupaten\/kota mana/)
  expect(asked.buttons.flat().map(({ text }) => text)).toEqual(['Lima Puluh Kota', 'Payakumbuh', 'Batal mendaftarkan'])
  const { id } = await world.rt.db.reader.enrolment.findFirstOrThrow()
  await rina.presses(asked.id, `enrol-in:${id}:13.72`)
  await rina.sees(/di luar wilayah tugas/)
  await rina.presses(asked.id, `enrol-in:${id}:13.07`)
  await rina.sees(/produk utama/)
  await rina.taps('Batal mendaftarkan')
  await rina.sees(/Tidak ada yang disimpan/)
  expect(await world.rt.db.reader.enrolment.count()).toBe(0)
  expect(await world.rt.db.reader.person.count({ where: { name: 'Mak Sianik' } })).toBe(0)
})

test('what was not finished is forgotten after a week', async ({ world }) => {
  const rina = await world.officer('Rina', ['13.76'])
  await rina.says('/start')
  await rina.taps('Pemilik tanpa Telegram')
  await rina.says('Mak Sianik')
  rina.skims()
  await world.clockStrikes('2024-06-10T07:59+07:00')
  expect(await world.rt.db.reader.enrolment.count()).toBe(1)
  await world.clockStrikes('2024-06-10T08:01+07:00')
  expect(await world.rt.db.reader.enrolment.count()).toBe(0)
})

test('confirmed twice, by whoever and in whatever order, there is one owner', async ({ world }) => {
  await world.openCycle()
  const rina = await world.officer('Rina', ['13.76'])
  const hendri = await world.officer('Hendri', ['13.76'])
  await rina.says('/start')
  await rina.taps('Pemilik tanpa Telegram')
  await rina.says('Mak Sianik')
  await rina.says('Rendang Mak Sianik')
  await rina.taps('Makanan/minuman')
  await rina.sendsPhoto(png(50))
  const confirm = rina.button('Ya, saya memastikan')
  const again = rina.button('Foto ulang')
  const [id, data] = [confirm?.messageId ?? 0, confirm?.data ?? '']
  await hendri.says('/start')
  const { id: desk } = hendri.skims().at(-1) ?? { id: 0 }
  await hendri.presses(desk, data)
  await hendri.sees(/di luar wilayah tugas/)
  await rina.doesAtOnce((does) => {
    does.presses(id, data)
    does.presses(id, data)
  })
  await rina.presses(id, again?.data ?? '')
  expect(rina.skims().at(-1)?.text).toMatch(/sudah terdaftar/)
  const { reader } = world.rt.db
  expect([await reader.business.count(), await reader.dossier.count(), await reader.consent.count()]).toEqual([1, 1, 1])
})

test('an officer of another region, an owner and a forger fill in for nobody', async ({ world }) => {
  await world.openCycle()
  const rina = await world.officer('Rina', ['13.76'])
  await takesIn(rina, 'Mak Sianik', 'Rendang Mak Sianik')
  const mega = await world.officer('Mega', ['13.72'])
  const yanti = await world.owner('Yanti')
  const { businessId, dossierId } = await ids(world)
  const item = await world.rt.db.reader.item.findFirstOrThrow({ where: { dossierId } })
  for (const person of [mega, yanti]) {
    await person.says('/menu')
    const { id } = await person.sees(/Mau ke mana/)
    for (const data of [`at:${businessId}`, `send:${item.id}`, `dossier:${dossierId}`, 'enrol-yes:1']) {
      await person.presses(id, data)
    }
    expect(
      person
        .skims()
        .map(({ text }) => text)
        .join(),
    ).not.toMatch(/Sianik/)
  }
  const { reader } = world.rt.db
  expect(await reader.person.count({ where: { workingAtId: { not: null } } })).toBe(0)
})

test('an owner taken in before the cycle has a dossier once it is opened', async ({ world }) => {
  const rina = await world.officer('Rina', ['13.76'])
  await takesIn(rina, 'Mak Sianik', 'Rendang Mak Sianik')
  await world.openCycle()
  await world.settle()
  expect((await world.rt.db.reader.delivery.findMany()).map(({ state }) => state)).toEqual(['skipped'])
  await rina.says('/antrean')
  await rina.taps('Semua berkas')
  await rina.taps('Rendang Mak Sianik')
  await rina.taps('Isi untuk pemilik')
  expect(rina.skims().at(-1)?.text).toMatch(/mengisi untuk Mak Sianik/)
})
