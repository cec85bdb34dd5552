import { dossierId } from '../../src/dossier/rules.ts'
import { identify } from '../../src/people/store.ts'
import { linkAccount } from '../../src/review/owner-service.ts'
import { expect, NIK, png, test, type World } from '../support/index.ts'
import type { TestPerson } from '../support/person.ts'

const payloadIn = (text: string): string => /start=(\S+)/.exec(text)?.[1] ?? ''

/** An owner with a dossier in Payakumbuh, and the officer of that region. */
async function ownerAndOfficer(world: World) {
  await world.openCycle()
  const rina = await world.officer('Rina', ['13.76'])
  const sari = await world.owner('Sari')
  await sari.registers('Rendang Sari', 'Kota Payakumbuh', 'Makanan/minuman')
  return { rina, sari }
}

/** The officer makes the link; what it says after `start=`. */
async function makesLink(rina: TestPerson): Promise<string> {
  await rina.says('/antrean')
  await rina.taps('Semua berkas')
  await rina.taps('Rendang Sari')
  await rina.taps('Pindahkan ke ponsel baru')
  await rina.taps('Ya, saya sudah memastikan')
  return payloadIn(rina.skims().at(-1)?.text ?? '')
}

const dossierIn = async (world: World) => {
  const { id } = await world.rt.db.reader.dossier.findFirstOrThrow()
  return dossierId().parse(String(id))
}

test('an owner with a new phone goes on there, and the old one is a stranger from then on', async ({ world }) => {
  const { rina, sari } = await ownerAndOfficer(world)
  await sari.sendsKtp(png(1))
  await rina.says('/antrean')
  await rina.taps('Rendang Sari')
  rina.skims()
  await sari.says('/berkas')
  const nib = sari.button('NIB')
  await sari.taps('NIB')
  await sari.taps('Kirim sekarang')
  sari.skims()

  await rina.says('/antrean')
  await rina.sees(/Satu berkas/)
  await rina.taps('Semua berkas')
  await rina.sees(/1 berkas di wilayah/)
  await rina.taps('Rendang Sari')
  await rina.sees(/Rendang Sari · Sari/)
  await rina.taps('Pindahkan ke ponsel baru')
  await rina.sees(/Berkas Sari akan dipindahkan[\s\S]*KTP aslinya/)
  await rina.taps('Ya, saya sudah memastikan')
  const { text } = await rina.sees(/Tautan untuk ponsel baru Sari[\s\S]*4 Juni 2024, pukul 08\.00/)
  await sari.sees(/menyiapkan pemindahan/)

  const phone = world.newcomer('Sari, ponsel baru')
  await phone.opens(payloadIn(text))
  await phone.sees(/sekarang ada di ponsel ini/)
  await phone.sees(/Selamat datang kembali/)
  await phone.sees(/Rendang Sari[\s\S]*1 sedang diperiksa/)

  await sari.sendsPhoto(png(9))
  await sari.sees(/mohon izin/)
  await sari.presses(nib?.messageId ?? 0, nib?.data ?? '')
  await sari.sees(/mohon izin/)
  expect(await world.rt.db.reader.file.count()).toBe(1)

  await rina.says('/antrean')
  await rina.taps('Rendang Sari')
  await rina.taps('Terima')
  rina.skims()
  sari.seesNothing()
  await phone.sees(/Kabar baik: KTP pemilik/)

  const deeds = await world.rt.db.reader.audit.findMany({ where: { subject: { in: ['account', 'link'] } } })
  expect(deeds.map(({ deed }) => deed)).toEqual(['identity-verified', 'account-detached', 'account-attached'])
  expect(deeds[0]?.onBehalfOfId).toBe((await world.rt.db.reader.business.findFirstOrThrow()).ownerId)
  const stored = await world.rt.db.reader.accessLink.findFirstOrThrow()
  expect(JSON.stringify({ ...stored, cause: '' })).not.toContain(payloadIn(text).split('_')[1])
})

test('whoever lost the account begins as a newcomer, with nothing left of the question that was open', async ({
  world,
}) => {
  const { rina, sari } = await ownerAndOfficer(world)
  await sari.sendsKtp(png(1))
  await sari.says('/berkas')
  await sari.taps('NIB')
  await sari.taps('Kirim sekarang')
  const payload = await makesLink(rina)
  const phone = world.newcomer('Sari, ponsel baru')
  await phone.opens(payload)
  phone.skims()
  sari.skims()
  await sari.says('/start')
  await sari.sees(/mohon izin/)
  await sari.taps('Setuju, lanjutkan')
  await sari.sees(/sudah kami catat/)
  await sari.sees(/nama lengkap/)
  await sari.says(NIK)
  await sari.sees(/huruf saja/)
  expect(await world.rt.db.reader.item.count({ where: { state: 'started' } })).toBe(0)
})

test('a link is for one account: the same one again gets the same answer, others are told', async ({ world }) => {
  const { rina, sari } = await ownerAndOfficer(world)
  const yanti = await world.owner('Yanti')
  await yanti.registers('Tenun Yanti', 'Kota Payakumbuh', 'Kain tenun')
  const payload = await makesLink(rina)
  sari.skims()
  await yanti.opens(payload)
  await yanti.sees(/sudah dipakai untuk berkas atau tugas lain/)
  await rina.opens(payload)
  await rina.sees(/sudah dipakai untuk berkas atau tugas lain/)

  // Somebody who only agreed has nothing that could be lost.
  const phone = world.newcomer('Sari, ponsel baru')
  await phone.says('/start')
  await phone.taps('Setuju, lanjutkan')
  phone.skims()
  await phone.opens(payload)
  await phone.sees(/sekarang ada di ponsel ini/)
  phone.skims()
  await phone.opens(payload)
  await phone.sees(/sekarang ada di ponsel ini/)
  await phone.sees(/kembali/)
  await phone.sees(/Rendang Sari/)
  const guest = world.newcomer('Tamu')
  await guest.opens(payload)
  await guest.sees(/Tautan ini sudah dipakai/)
  await guest.opens(`ponsel_${'0'.repeat(32)}`)
  await guest.sees(/tidak kami kenali/)
  await sari.opens(payload)
  await sari.sees(/Tautan ini sudah dipakai/)
  expect(await world.rt.db.reader.audit.count({ where: { deed: 'account-attached' } })).toBe(1)
})

test('two phones that open the link at once: one has it', async ({ world }) => {
  const { rina, sari } = await ownerAndOfficer(world)
  const payload = await makesLink(rina)
  sari.skims()
  const [one, other] = [world.newcomer('Satu'), world.newcomer('Dua')]
  one.saysUnhandled(`/start ${payload}`)
  other.saysUnhandled(`/start ${payload}`)
  await world.settle()
  const seen = [...one.skims(), ...other.skims()].map(({ text }) => text)
  expect(seen.filter((text) => /sekarang ada di ponsel ini/.test(text))).toHaveLength(1)
  expect(seen.filter((text) => /sudah dipakai/.test(text))).toHaveLength(1)
})

test('a link that nobody opened in a day is over, and a newer one ends it at once', async ({ world }) => {
  const { rina, sari } = await ownerAndOfficer(world)
  const first = await makesLink(rina)
  const second = await makesLink(rina)
  sari.skims()
  const phone = world.newcomer('Sari, ponsel baru')
  await phone.opens(first)
  await phone.sees(/lewat masa berlakunya/)
  await world.clockStrikes('2024-06-04T08:00+07:00')
  await phone.opens(second)
  await phone.sees(/lewat masa berlakunya/)
})

test('an owner who did not ask for it stops it with one press', async ({ world }) => {
  const { rina, sari } = await ownerAndOfficer(world)
  const payload = await makesLink(rina)
  await sari.sees(/menyiapkan pemindahan/)
  const no = sari.button('Bukan saya')
  await sari.taps('Bukan saya yang meminta')
  await sari.sees(/pemindahan dibatalkan/)
  const thief = world.newcomer('Tamu')
  await thief.opens(payload)
  await thief.sees(/lewat masa berlakunya/)
  const yanti = await world.owner('Yanti')
  await yanti.says('/menu')
  const { id } = await yanti.sees(/Mau ke mana/)
  await yanti.presses(id, no?.data ?? '')
  await yanti.sees(/sudah selesai/)
})

test('only an officer of the region moves an account, and never that of somebody who works here', async ({ world }) => {
  const { rina, sari } = await ownerAndOfficer(world)
  const mega = await world.officer('Mega', ['13.72'])
  const id = await dossierIn(world)
  for (const person of [mega, sari]) {
    await person.presses(1, `move-to:${id}`)
    await person.presses(1, `move-yes:${id}`)
    person.skims()
  }
  expect(await world.rt.db.reader.accessLink.count()).toBe(0)

  const { ownerId } = await world.rt.db.reader.business.findFirstOrThrow()
  const grant = { personId: ownerId, role: 'admin', regions: [], source: 'invitation', grantedAt: world.clock.now() }
  await world.rt.db.reader.grant.create({ data: grant })
  await rina.presses(1, `move-yes:${id}`)
  await rina.sees(/juga petugas di Dampingi/)
  expect(await world.rt.db.reader.accessLink.count()).toBe(0)
})

test('the press that makes a link, handled again, makes no second one: the newest token works', async ({ world }) => {
  const { rina, sari } = await ownerAndOfficer(world)
  const [{ actor }] = await identify(world.rt.db, rina.id, 77, world.clock.now())
  if (!actor) throw new Error('nobody')
  const id = await dossierIn(world)
  const [first, second] = [await linkAccount(world.rt, actor, id), await linkAccount(world.rt, actor, id)]
  await world.settle()
  await sari.sees(/menyiapkan pemindahan/)
  expect(await world.rt.db.reader.audit.count({ where: { deed: 'identity-verified' } })).toBe(1)
  const phone = world.newcomer('Sari, ponsel baru')
  await phone.opens(`ponsel_${first.ok ? first.value.token : ''}`)
  await phone.sees(/tidak kami kenali/)
  await phone.opens(`ponsel_${second.ok ? second.value.token : ''}`)
  await phone.sees(/sekarang ada di ponsel ini/)
  phone.skims()
})
