import { businessId } from '../../src/dossier/rules.ts'
import { addBusiness, nameFirstBusiness, workAt } from '../../src/dossier/service.ts'
import { standingOf } from '../../src/dossier/standing-store.ts'
import { identify } from '../../src/people/store.ts'
import { expect, NIK, png, test } from '../support/index.ts'

test('an owner with two businesses sends the KTP once, and every screen says whose papers they are', async ({
  world,
}) => {
  await world.openCycle()
  const sari = await world.owner('Sari')
  await sari.registers('Rendang Sari', 'Kota Payakumbuh', 'Makanan/minuman')
  await sari.sendsKtp(png(1))
  await sari.says('/menu')
  await sari.sees(/Mau ke mana/)
  await sari.taps('Usaha saya')
  await sari.sees(/Sekarang: Rendang Sari/)
  await sari.taps('➕ Tambah usaha')
  await sari.sees(/nama usaha yang lain/)
  await sari.says('Tenun Sari')
  await sari.sees(/Tenun Sari ada di kabupaten\/kota mana/)
  await sari.says('Kota Solok')
  await sari.sees(/produk utama/)
  await sari.taps('Kain tenun')
  const { text } = await sari.sees(/Tenun Sari[\s\S]*0 dari 11 dokumen wajib/)
  expect(text).toMatch(/1 sedang diperiksa penyuluh/)

  await sari.taps('Lihat semua dokumen')
  await sari.sees(/Dokumen Tenun Sari[\s\S]*KTP pemilik: menunggu diperiksa/)
  await sari.taps('NIB')
  await sari.sees(/🏪 Tenun Sari\nNIB|🏪 Tenun Sari\nNomor Induk/)
  const ofTenun = sari.button('Kirim sekarang')
  await sari.says('/menu')
  await sari.taps('Usaha saya')
  await sari.taps('Rendang Sari')
  expect(sari.skims().at(-1)?.text).toMatch(/Rendang Sari[\s\S]*0 dari 14/)

  await sari.presses(ofTenun?.messageId ?? 0, ofTenun?.data ?? '')
  await sari.sees(/🏪 Tenun Sari\nSilakan kirim foto/)
})

test('a KTP sent for one business is sent for the other that lacks it too, and each is decided on its own', async ({
  world,
}) => {
  await world.openCycle()
  const rina = await world.officer('Rina', ['13.76'])
  const sari = await world.owner('Sari')
  await sari.registers('Rendang Sari', 'Kota Payakumbuh', 'Makanan/minuman')
  await sari.says('/menu')
  await sari.taps('Usaha saya')
  await sari.taps('➕ Tambah usaha')
  await sari.says('Keripik Sari')
  await sari.says('Kota Payakumbuh')
  await sari.taps('Makanan/minuman')
  sari.skims()
  await sari.sendsKtp(png(2))
  const items = await world.rt.db.reader.item.findMany({ where: { requirementId: 'ktp_pemilik' } })
  expect(items.map(({ state }) => state)).toEqual(['submitted', 'submitted'])
  const numbers = await world.rt.db.reader.itemValue.findMany({ where: { field: 'number' } })
  expect(numbers.map(({ value }) => value)).toEqual([NIK, NIK])

  await rina.says('/antrean')
  await rina.sees(/2 berkas menunggu/)
})

test('the answer that adds a business, handled twice, adds one', async ({ world }) => {
  const sari = await world.owner('Sari')
  const [{ actor }] = await identify(world.rt.db, sari.id, 1, world.clock.now())
  if (!actor) throw new Error('nobody')
  await nameFirstBusiness(world.rt, actor, 'Rendang Sari')
  await addBusiness(world.rt, actor, 'Keripik Sari')
  await addBusiness(world.rt, actor, 'Keripik Sari')
  expect(await world.rt.db.reader.business.count()).toBe(2)
  expect((await standingOf(world.rt.db, actor.personId)).business?.name).toBe('Keripik Sari')
})

test("nobody works at a stranger's business", async ({ world }) => {
  const sari = await world.owner('Sari')
  const [{ actor: owner }] = await identify(world.rt.db, sari.id, 1, world.clock.now())
  const [{ actor: stranger }] = await identify(world.rt.db, (await world.owner('Yanti')).id, 2, world.clock.now())
  if (!owner || !stranger) throw new Error('nobody')
  await nameFirstBusiness(world.rt, owner, 'Rendang Sari')
  const { id } = await world.rt.db.reader.business.findFirstOrThrow()
  expect(await workAt(world.rt, stranger, businessId().parse(String(id)))).toEqual({ ok: false, reason: 'not-yours' })
})
