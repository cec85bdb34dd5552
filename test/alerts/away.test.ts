import { alertReasons, proposed } from '../../src/alerts/rules.ts'
import { expect, NIK, png, test, type World } from '../support/index.ts'
import type { TestPerson } from '../support/person.ts'

// What becomes of alerts when somebody is away, leaves, withdraws, or never came.

async function stage(world: World) {
  await world.openCycle()
  const reasons = Object.fromEntries(
    alertReasons.map((each) => [each, { ...proposed.reasons[each], on: ['review-late', 'unclaimed'].includes(each) }]),
  )
  await world.rt.db.reader.alertRules.create({ data: { body: { ...proposed, reasons }, madeAt: world.clock.now() } })
  const [rina, dodi] = [await world.officer('Rina', ['13.76']), await world.officer('Dodi', ['13.76'])]
  const yanti = await world.owner('Yanti')
  await yanti.registers('Rendang Yanti', 'Kota Payakumbuh', 'Makanan/minuman')
  await yanti.says('/berkas')
  await yanti.taps('KTP pemilik')
  await yanti.taps('Kirim sekarang')
  await yanti.sendsPhoto(png())
  await yanti.says(NIK)
  await world.admitAll()
  await world.clockStrikes('2024-06-05T08:15+07:00')
  world.skim()
  return { rina, dodi, yanti }
}

const personOf = async ({ rt }: World, person: TestPerson): Promise<number> =>
  (await rt.db.reader.account.findUniqueOrThrow({ where: { telegramId: person.id } })).personId ?? 0

async function takes(person: TestPerson): Promise<void> {
  await person.says('/peringatan')
  await person.taps('Rendang Yanti')
  await person.taps('Saya tangani')
  person.skims()
}

async function leaves(world: World, person: TestPerson, firstDay: string, lastDay: string): Promise<void> {
  const personId = await personOf(world, person)
  await world.rt.db.reader.absence.create({ data: { personId, kind: 'leave', firstDay, lastDay, cause: -personId } })
}

test('what somebody has who goes on leave is free for the others of the region', async ({ world }) => {
  const { rina, dodi } = await stage(world)
  await takes(rina)
  await leaves(world, rina, '2024-06-06', '2024-06-28')
  await world.clockStrikes('2024-06-06T08:15+07:00')
  await dodi.sees(/Rendang Yanti \(Payakumbuh\)/)
  rina.seesNothing()
  await takes(dodi)
  expect(await world.rt.db.reader.alert.findFirst()).toMatchObject({ holderId: await personOf(world, dodi) })
  world.skim()
})

test('leave of two years stops nobody’s alerts', async ({ world }) => {
  const { rina, dodi } = await stage(world)
  await leaves(world, rina, '2024-06-06', '2026-06-06')
  await world.clockStrikes('2024-06-06T08:15+07:00')
  await dodi.sees(/Rendang Yanti \(Payakumbuh\)/)
  expect(world.logged.filter((line) => line.includes('"failed"'))).toEqual([])
})

test('one dossier that cannot be looked at holds up no other', async ({ world }) => {
  const { rina } = await stage(world)
  const { id } = await world.rt.db.reader.dossier.findFirstOrThrow()
  const { id: itemId } = await world.rt.db.reader.item.findFirstOrThrow()
  await world.rt.db.sql(`INSERT INTO item (dossier_id, requirement_id, since) VALUES ($1, 'no_such_requirement', $2)`, [
    id,
    world.clock.now(),
  ])
  await world.rt.db.sql('UPDATE item SET since = since WHERE id = $1', [itemId])
  const ani = await world.owner('Ani')
  await ani.registers('Kopi Ani', 'Kota Payakumbuh', 'Makanan/minuman')
  await world.clockStrikes('2024-06-05T09:00+07:00')
  const turns = await world.rt.db.reader.turn.findMany({ where: { dossierId: { not: id } } })
  expect(turns).toMatchObject([{ actor: 'owner' }])
  expect(world.logged.filter((line) => line.includes('"look"'))).toHaveLength(1)
  rina.skims()
})

test('whoever moves to another region gives back what they had', async ({ world }) => {
  const { rina, dodi } = await stage(world)
  await takes(rina)
  await world.rt.db.reader.grant.updateMany({
    where: { personId: await personOf(world, rina) },
    data: { regions: ['13.71'] },
  })
  await world.clockStrikes('2024-06-06T08:15+07:00')
  await dodi.sees(/Rendang Yanti \(Payakumbuh\)/)
  rina.seesNothing()
})

test('what a colleague has is neither solved nor given away by others', async ({ world }) => {
  const { rina, dodi } = await stage(world)
  await takes(rina)
  const alert = await world.rt.db.reader.alert.findFirstOrThrow()
  await dodi.presses(1, `alert-done:${alert.id}`)
  await dodi.sees(/Rekan lain sudah menanganinya/)
  await dodi.presses(1, `alert-give-to:${alert.id}:${await personOf(world, dodi)}`)
  await dodi.sees(/Rekan lain sudah menanganinya/)
  expect(await world.rt.db.reader.alert.findFirst()).toMatchObject({ holderId: alert.holderId, closedAt: null })
})

test('of whoever withdrew nothing is shown any more', async ({ world }) => {
  const { rina, dodi } = await stage(world)
  await world.rt.db.reader.consent.updateMany({ data: { withdrawnAt: world.clock.now() } })
  await rina.says('/peringatan')
  await rina.sees(/Tidak ada yang menunggu/)
  await world.clockStrikes('2024-06-06T08:15+07:00')
  rina.seesNothing()
  dodi.seesNothing()
})

test('a participant who never began is called: the card opens, although nobody may look at the file', async ({
  world,
}) => {
  const { rina } = await stage(world)
  await world.rt.db.reader.consent.deleteMany()
  await world.clockStrikes('2024-06-11T08:15+07:00')
  world.skim()
  await rina.says('/peringatan')
  await rina.taps('Rendang Yanti · belum mulai')
  await rina.taps('Saya tangani')
  expect(rina.skims().at(-1)?.text).toMatch(/belum mulai mengisi[\s\S]*Bapak\/Ibu yang menangani/)
})

test('where nobody looks after a region, whoever there is may take what is stuck, and keeps it', async ({ world }) => {
  const { rina, dodi } = await stage(world)
  await world.rt.db.reader.grant.updateMany({ where: { role: 'officer' }, data: { regions: ['13.71'] } })
  await world.clockStrikes('2024-06-06T08:15+07:00')
  world.skim()
  await takes(dodi)
  await world.clockStrikes('2024-06-07T08:15+07:00')
  await dodi.sees(/Rendang Yanti \(Payakumbuh\), Bapak\/Ibu tangani/)
  rina.seesNothing()
})
