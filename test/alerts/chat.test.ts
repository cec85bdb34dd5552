import { type AlertReason, alertReasons, proposed } from '../../src/alerts/rules.ts'
import { expect, NIK, png, test, type World } from '../support/index.ts'
import type { TestPerson } from '../support/person.ts'

// Dossiers that stand still, as their penyuluh hears of them: once, in the morning, with something to be done.

async function stage(world: World) {
  await world.openCycle()
  const rina = await world.officer('Rina', ['13.76'])
  const yanti = await world.owner('Yanti')
  await yanti.registers('Rendang Yanti', 'Kota Payakumbuh', 'Makanan/minuman')
  await world.admitAll()
  return { rina, yanti }
}

/** Rules by which nothing counts but this. */
async function only(world: World, reason: AlertReason): Promise<void> {
  const reasons = Object.fromEntries(
    alertReasons.map((each) => [each, { ...proposed.reasons[each], on: each === reason }]),
  )
  await world.rt.db.reader.alertRules.create({ data: { body: { ...proposed, reasons }, madeAt: world.clock.now() } })
}

const opened = (world: World) =>
  world.rt.db.reader.alert.findMany({ where: { closedAt: null }, orderBy: { id: 'asc' } })

test('an owner who is silent for a week is reminded on the fifth day, and in the digest of the eighth', async ({
  world,
}) => {
  const { rina, yanti } = await stage(world)
  await world.clockStrikes('2024-06-08T07:59+07:00')
  yanti.seesNothing()
  await world.clockStrikes('2024-06-08T08:05+07:00')
  await yanti.sees(/Rendang Yanti menunggu Bapak\/Ibu/)
  await world.clockStrikes('2024-06-08T12:00+07:00')
  yanti.seesNothing()
  await world.clockStrikes('2024-06-10T08:14+07:00')
  await world.clockStrikes('2024-06-10T08:15+07:00')
  await rina.sees(/Berkas yang perlu dibantu[\s\S]*lama belum bergerak[\s\S]*Rendang Yanti \(Payakumbuh\)/)
  await world.clockStrikes('2024-06-10T10:00+07:00')
  rina.seesNothing()
})

test('an owner who acts is left alone from then on, and the alert closes with a word to whoever took it', async ({
  world,
}) => {
  const { rina, yanti } = await stage(world)
  await world.clockStrikes('2024-06-10T08:15+07:00')
  world.skim()
  await rina.taps('Buka daftar')
  await rina.sees(/Satu berkas belum diambil/)
  await rina.taps('Rendang Yanti')
  await rina.sees(/lama belum mengirim[\s\S]*Belum ada yang menangani/)
  await rina.taps('Saya tangani')
  await rina.sees(/Rendang Yanti \(Payakumbuh\), Bapak\/Ibu tangani/)
  await rina.sees(/Bapak\/Ibu yang menangani/)
  await sendsKtp(yanti)
  rina.skims()
  await world.clockStrikes('2024-06-10T09:00+07:00')
  await rina.sees(/Rendang Yanti sudah bergerak lagi/)
  expect(await opened(world)).toEqual([])
})

async function sendsKtp(yanti: TestPerson): Promise<void> {
  await yanti.says('/berkas')
  await yanti.taps('KTP pemilik')
  await yanti.taps('Kirim sekarang')
  await yanti.sendsPhoto(png())
  await yanti.says(NIK)
  yanti.skims()
}

test('a paper that nobody checks within two working days is told of, and nobody reminds the owner meanwhile', async ({
  world,
}) => {
  const { rina, yanti } = await stage(world)
  await sendsKtp(yanti)
  await world.clockStrikes('2024-06-05T08:15+07:00')
  await rina.sees(/menunggu diperiksa[\s\S]*Rendang Yanti/)
  await world.clockStrikes('2024-06-09T10:00+07:00')
  yanti.seesNothing()
})

test('what nobody takes goes to the coordinator of the zone, then to the province, and never after it was taken', async ({
  world,
}) => {
  const { yanti } = await stage(world)
  await only(world, 'review-late')
  const zone = (await world.rt.db.reader.region.findMany({ where: { zoneId: 'payakumbuh' } })).map(({ code }) => code)
  const coordinator = await world.officer('Koordinator', zone)
  const province = await world.officer('Provinsi', [])
  await sendsKtp(yanti)
  await world.clockStrikes('2024-06-05T08:15+07:00')
  coordinator.seesNothing()
  await world.clockStrikes('2024-06-06T08:15+07:00')
  world.skim()
  await world.clockStrikes('2024-06-07T08:15+07:00')
  await coordinator.sees(/Rendang Yanti \(Payakumbuh\), sudah lama menunggu/)
  province.seesNothing()
  await coordinator.taps('Buka daftar')
  await coordinator.taps('Rendang Yanti')
  await coordinator.taps('Saya tangani')
  world.skim()
  for (const day of ['10', '11', '12', '13', '14']) await world.clockStrikes(`2024-06-${day}T08:15+07:00`)
  province.seesNothing()
  expect(
    coordinator
      .skims()
      .map(({ text }) => text)
      .join('\n'),
  ).toMatch(/beberapa hari Bapak\/Ibu tangani/)
  world.skim()
})

test('whoever of two takes it, the message of the other one shows it', async ({ world }) => {
  const { yanti } = await stage(world)
  await only(world, 'review-late')
  const zone = (await world.rt.db.reader.region.findMany({ where: { zoneId: 'payakumbuh' } })).map(({ code }) => code)
  const [mega, dodi] = [await world.officer('Mega', zone), await world.officer('Dodi', zone)]
  await sendsKtp(yanti)
  for (const day of ['05', '06', '07']) {
    world.skim()
    await world.clockStrikes(`2024-06-${day}T08:15+07:00`)
  }
  await mega.sees(/sudah lama menunggu/)
  await dodi.sees(/sudah lama menunggu/)
  // Dodi is in the middle of something, which nobody takes from his screen.
  await dodi.taps('Buka daftar')
  await dodi.taps('Rendang Yanti')
  const last = dodi.skims().at(-1)
  await mega.taps('Buka daftar')
  await mega.taps('Rendang Yanti')
  await mega.taps('Saya tangani')
  world.skim()
  expect(dodi.chat().messages.find(({ id }) => id === last?.id)?.text).toBe(last?.text)
  const [shown] = dodi.chat().messages.filter(({ text }) => text.includes('perlu dibantu'))
  expect(shown?.text).toMatch(/Rendang Yanti \(Payakumbuh\), ditangani Mega/)
})

test('what is urgent comes within a quarter of an hour of work, all of it in one message', async ({ world }) => {
  const { rina, yanti } = await stage(world)
  await only(world, 'desk-soon')
  const sari = await world.owner('Sari')
  await sari.registers('Kopi Sari', 'Kota Payakumbuh', 'Makanan/minuman')
  await world.admitAll()
  await world.desk('Payakumbuh')
  await world.clockStrikes('2024-06-07T09:50+07:00')
  world.skim()
  for (const [owner, time] of [
    [yanti, '09.30'],
    [sari, '10.00'],
  ] as const) {
    await owner.says('/jadwal')
    for (const label of ['Sen, 10 Jun', time, 'Ya, pesan']) await owner.taps(label)
  }
  await world.clockStrikes('2024-06-07T09:52+07:00')
  rina.seesNothing()
  await world.clockStrikes('2024-06-07T10:00+07:00')
  await rina.sees(/Ada yang mendesak[\s\S]*desk sudah dekat[\s\S]*Rendang Yanti[\s\S]*Kopi Sari/)
  await world.clockStrikes('2024-06-07T10:15+07:00')
  world.skim()
})

test('an owner who cannot be reached is called: the number is noted once, shown in part, and seen on request', async ({
  world,
}) => {
  const { rina, yanti } = await stage(world)
  await only(world, 'blocked')
  await yanti.blocks()
  await world.clockStrikes('2024-06-04T08:15+07:00')
  await rina.sees(/tidak terjangkau[\s\S]*Rendang Yanti/)
  await rina.taps('Buka daftar')
  await rina.taps('Rendang Yanti')
  await rina.sees(/1 berkas|Satu berkas/)
  await rina.sees(/Pesan bot tidak sampai/)
  await rina.taps('Catat nomor HP')
  await rina.sees(/Berapa nomor HP/)
  await rina.says('nanti saja')
  await rina.sees(/belum terbaca/)
  await rina.says('0812 3456 7890')
  const { buttons } = await rina.sees(/\+6281234567890/)
  expect(buttons.flat().find(({ url }) => url)?.url).toMatch(/^https:\/\/wa\.me\/6281234567890\?text=Selamat/)
  await rina.taps('← Kembali')
  await rina.sees(/Pesan bot tidak sampai/)
  expect(rina.labels()).toContain('📞 +6281••••890')
  world.skim()
  await yanti.unblocks()
  world.skim()
  await world.clockStrikes('2024-06-04T09:00+07:00')
  expect(await opened(world)).toEqual([])
  world.skim()
})

test('an alert of another region is nobody else’s: its buttons say so and change nothing', async ({ world }) => {
  const { yanti } = await stage(world)
  const mega = await world.officer('Mega', ['13.04'])
  await sendsKtp(yanti)
  await world.clockStrikes('2024-06-05T08:15+07:00')
  world.skim()
  const [alert] = await opened(world)
  for (const data of ['alert', 'alert-take', 'alert-done', 'alert-phone', 'alert-desk', 'alert-no-phone'])
    await mega.presses(1, `${data}:${alert?.id}`)
  expect(mega.skims().every(({ text }) => /bukan|tidak/i.test(text))).toBe(true)
  await yanti.presses(1, `alert-take:${alert?.id}`)
  world.skim()
  expect(await opened(world)).toEqual(await opened(world))
  expect((await opened(world))[0]).toMatchObject({ holderId: null, closedAt: null })
})

test('an admin sets after how many days silence counts, and everybody is measured by it', async ({ world }) => {
  const { rina } = await stage(world)
  const eva = await world.admin('Eva')
  await eva.says('/admin')
  await eva.taps('🔔 Peringatan')
  await eva.taps('lama belum bergerak')
  eva.skims()
  await eva.taps('Ubah angkanya')
  await eva.sees(/Berapa untuk lama belum bergerak/)
  await eva.says('seminggu')
  await eva.sees(/belum terbaca/)
  await eva.says('2')
  await eva.sees(/Sekarang: 2 hari/)
  await world.clockStrikes('2024-06-05T08:15+07:00')
  await rina.sees(/lama belum bergerak[\s\S]*Rendang Yanti/)
  expect(await world.rt.db.reader.alertRules.count()).toBe(1)
  await rina.presses(1, 'stuck-turn:owner-silent:off')
  world.skim()
  expect(await world.rt.db.reader.alertRules.count()).toBe(1)
})

test('a penyuluh writes to an owner who asked nothing, and is answered like in any talk', async ({ world }) => {
  const { rina, yanti } = await stage(world)
  await only(world, 'owner-silent')
  await world.clockStrikes('2024-06-11T08:15+07:00')
  world.skim()
  await rina.taps('Buka daftar')
  await rina.taps('Rendang Yanti')
  await rina.taps('Tulis ke pemilik')
  rina.skims()
  await rina.says('Ada yang menyulitkan, Bu?')
  await rina.sees(/Yanti tersimpan dan segera disampaikan/)
  await yanti.sees(/Rina[\s\S]*Ada yang menyulitkan, Bu\?/)
  await yanti.taps('Tanya lagi')
  yanti.skims()
  await yanti.says('Uji lab mahal, Bu')
  yanti.skims()
  await rina.sees(/Uji lab mahal/)
})

test('what is still missing is printed in large type, without what was sent', async ({ world }) => {
  const { rina, yanti } = await stage(world)
  await sendsKtp(yanti)
  await rina.says('/cari rendang')
  await rina.taps('Rendang Yanti')
  rina.skims()
  await rina.taps('Daftar untuk dicetak')
  const { file } = await rina.sees(/siap dicetak/)
  expect(file?.name).toBe('daftar-dokumen.pdf')
  expect(file?.size).toBeGreaterThan(1500)
})

test('an admin changes the numbers that count for all reasons, and what cannot be is refused in one sentence', async ({
  world,
}) => {
  const { yanti } = await stage(world)
  const eva = await world.admin('Eva')
  await eva.says('/admin')
  await eva.taps('🔔 Peringatan')
  eva.skims()
  for (const [label, wrong, right, shown] of [
    ['Sebelum desk', '120', '75 persen', 'Sebelum desk: 75 %'],
    ['Naik ke koordinator', 'dua', '3 hari', 'Naik ke koordinator: 3 hari kerja'],
    ['Ditanya lagi', '0', '4', 'Ditanya lagi: 4 hari kerja'],
    ['Pengingat pemilik', '9, 4', 'hari 2, 4 dan 8', 'Pengingat pemilik: hari ke-2, 4, 8'],
  ] as const) {
    await eva.taps(label)
    await eva.sees(/Contohnya/)
    await eva.says(wrong)
    await eva.sees(/^Angkanya belum terbaca/)
    await eva.says(right)
    eva.skims()
    expect(eva.labels().join()).toContain(shown)
  }
  await world.clockStrikes('2024-06-05T09:00+07:00')
  await yanti.sees(/Rendang Yanti menunggu/) // on the second day now
})
