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
  ).toMatch(/Bagaimana perkembangannya/)
  world.skim()
})
