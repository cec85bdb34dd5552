import { expect, test, type World } from '../support/index.ts'
import type { TestPerson } from '../support/person.ts'

async function opens(eva: TestPerson, name?: string): Promise<void> {
  await eva.says('/admin')
  await eva.taps('Petugas')
  if (name) await eva.taps(name)
}

const grantOf = ({ rt }: World, name: string, role = 'officer') =>
  rt.db.reader.grant.findFirstOrThrow({ where: { person: { name }, role, revokedAt: null } })

const personOf = ({ rt }: World, name: string) => rt.db.reader.person.findFirstOrThrow({ where: { name } })

test('an admin sees who may what, and who is away', async ({ world }) => {
  const eva = await world.admin('Eva')
  await world.officer('Rina', ['13.76', '13.07'])
  await world.officer('Mega', [])
  const hendri = await personOf(world, 'Mega')
  const rina = await personOf(world, 'Rina')
  await world.rt.db.reader.absence.create({
    data: {
      personId: rina.id,
      standInId: hendri.id,
      kind: 'leave',
      firstDay: '2024-06-03',
      lastDay: '2024-06-05',
      cause: -900,
    },
  })
  await eva.says('/admin')
  eva.skims()
  await eva.taps('Petugas')
  const { text } = await eva.sees(/Petugas: 3 orang/)
  expect(text).toContain('• Eva: Admin untuk seluruh Sumatera Barat\n• Mega: Penyuluh untuk seluruh Sumatera Barat')
  expect(text).toContain('• Rina: Penyuluh untuk Lima Puluh Kota, Payakumbuh (sedang tidak di kantor)')
  await eva.taps('Rina')
  await eva.sees(/Rina[\s\S]*Tidak ada pekerjaan yang terbuka[\s\S]*Pengganti: Mega/)
  await eva.taps('Catat tidak di kantor')
  await eva.sees(/Mengapa tidak di kantor/)
})

test('a coordinator and an officer of several regions are invited, and the link is shown as a QR code', async ({
  world,
}) => {
  const eva = await world.admin('Eva')
  await opens(eva)
  await eva.taps('Undang petugas')
  await eva.taps('Penyuluh')
  eva.skims()
  await eva.taps('Koordinator zona Payakumbuh')
  const zone = await world.rt.db.reader.region.count({ where: { zoneId: 'payakumbuh' } })
  expect((await world.rt.db.reader.invitation.findFirstOrThrow()).regions).toHaveLength(zone)
  await eva.sees(/Undangan untuk Koordinator zona Payakumbuh/)
  await eva.taps('Tampilkan QR')
  expect((await eva.sees(/Pindai/)).file).toMatchObject({ kind: 'photo' })

  await eva.taps('Buat undangan lagi')
  await eva.taps('Operator')
  await eva.taps('Beberapa wilayah')
  eva.skims()
  await eva.says('Solok, Agam')
  await eva.sees(/belum jelas: Solok\./)
  await eva.says('Kota Solok dan Kab. Agam')
  await eva.sees(/Operator untuk Agam, Kota Solok/)
})

/** Rina of Payakumbuh and Agam has a dossier, an alert and a question in hand; Mega is of Payakumbuh too. */
async function busy(world: World) {
  await world.openCycle()
  const rina = await world.officer('Rina', ['13.76'])
  const yanti = await world.participant('Yanti')
  const mega = await world.officer('Mega', ['13.76'])
  const eva = await world.admin('Eva')
  await yanti.says('/tanya')
  await yanti.says('Apakah suami saya yang PNS boleh ikut?')
  await yanti.taps('Kirim ke penyuluh')
  const { id } = await personOf(world, 'Rina')
  const dossier = await world.rt.db.reader.dossier.findFirstOrThrow()
  await world.rt.db.reader.alert.create({
    data: {
      dossierId: dossier.id,
      reason: 'blocked',
      openedAt: world.clock.now(),
      toldAt: world.clock.now(),
      holderId: id,
      heldAt: world.clock.now(),
    },
  })
  expect(dossier.officerId).toBe(id)
  world.skim()
  return { rina, mega, eva, dossier, rinaId: id, megaId: (await personOf(world, 'Mega')).id }
}

test('an officer who leaves hands over what is open, and every button of theirs dies at once', async ({ world }) => {
  const { rina, mega, eva, dossier, rinaId, megaId } = await busy(world)
  await rina.says('/antrean')
  rina.skims()

  await opens(eva, 'Rina')
  eva.skims()
  await eva.taps('Cabut tugas Penyuluh')
  await eva.sees(
    /Cabut tugas Penyuluh untuk Payakumbuh dari Rina[\s\S]*1 berkas, 1 peringatan, 1 pertanyaan[\s\S]*Siapa yang melanjutkan/,
  )
  await eva.taps('Serahkan kepada Mega')
  await eva.sees(/Tugas sudah dicabut\. Yang dialihkan: 1 berkas, 1 peringatan, 1 pertanyaan/)

  await rina.sees(/Tugas Bapak\/Ibu sebagai Penyuluh untuk Payakumbuh sudah berakhir/)
  await mega.sees(/melanjutkan pekerjaan Rina[\s\S]*1 berkas, 1 peringatan, 1 pertanyaan/)
  expect(await world.rt.db.reader.dossier.findFirst()).toMatchObject({ officerId: megaId })
  expect(await world.rt.db.reader.alert.findFirst()).toMatchObject({ holderId: megaId, closedAt: null })
  const thread = await world.rt.db.reader.helpThread.findFirst()
  expect(thread?.officerIds).toContain(megaId)
  expect(thread?.officerIds).not.toContain(rinaId)

  // Whatever she presses from before, she is a stranger here now.
  await rina.presses(1, `dossier:${dossier.id}`)
  await rina.sees(/mohon izin/)
  await rina.says('/antrean')
  await rina.sees(/mohon izin/)
  // The same press of the admin again.
  await eva.taps('Kembali')
  eva.skims()
  const { id } = await world.rt.db.reader.grant.findFirstOrThrow({ where: { personId: rinaId } })
  await eva.presses(1, `staff-end-to:${id}:all`)
  await eva.sees(/sudah berakhir/)
  mega.skims()
})

test('without a successor dossiers are shared out, and alerts are free again', async ({ world }) => {
  const { eva, rina, megaId } = await busy(world)
  await opens(eva, 'Rina')
  await eva.taps('Cabut tugas Penyuluh')
  await eva.taps('Cabut, bagi ke penyuluh lain')
  expect(eva.skims().at(-1)?.text).toMatch(/1 berkas/)
  await rina.sees(/sudah berakhir/)
  expect(await world.rt.db.reader.dossier.findFirst()).toMatchObject({ officerId: megaId })
  expect(await world.rt.db.reader.alert.findFirst()).toMatchObject({ holderId: null, toldAt: null })
})

test('an officer who goes to another region keeps nothing of the one before', async ({ world }) => {
  const { eva, rina, megaId } = await busy(world)
  await opens(eva, 'Rina')
  await eva.taps('Ubah wilayah Penyuluh')
  eva.skims()
  await eva.says('Agam, Bukittinggi')
  await eva.sees(/Penyuluh untuk Agam, Bukittinggi[\s\S]*Tidak ada pekerjaan/)
  expect(await world.rt.db.reader.dossier.findFirst()).toMatchObject({ officerId: megaId })
  await opens(eva, 'Rina')
  await eva.taps('Ubah wilayah Penyuluh')
  await eva.taps('Seluruh Sumatera Barat')
  expect(eva.skims().at(-1)?.text).toMatch(/Penyuluh untuk seluruh Sumatera Barat/)
  rina.skims()
})

test('nobody ends their own admin role, nor that of the settings; and who is no admin ends nothing', async ({
  world,
}) => {
  const eva = await world.admin('Eva')
  const rina = await world.officer('Rina', ['13.76'])
  const fixed = await grantOf(world, 'Eva', 'admin')
  await eva.presses(1, `staff-end-to:${fixed.id}:all`)
  await eva.sees(/pengaturan server/)
  await world.rt.db.reader.grant.update({ where: { id: fixed.id }, data: { source: 'invitation' } })
  await eva.presses(1, `staff-end-to:${fixed.id}:all`)
  await eva.sees(/admin sendiri/)
  await rina.presses(1, `staff-end-to:${fixed.id}:all`)
  rina.skims()
  expect(await grantOf(world, 'Eva', 'admin')).toMatchObject({ revokedAt: null })
})

test('the links of an admin who leaves end with the role', async ({ world }) => {
  const andri = await world.admin('Andri')
  await world.rt.db.reader.grant.updateMany({ data: { source: 'invitation' } })
  const eva = await world.admin('Eva')
  await andri.presses(1, 'invite-in:admin:all')
  const payload = /start=(\S+)/.exec(andri.skims().at(-1)?.text ?? '')?.[1] ?? ''
  await opens(eva, 'Andri')
  await eva.taps('Cabut tugas Admin')
  await eva.taps('Ya, cabut')
  expect(eva.skims().at(-1)?.text).toMatch(/Tugas sudah dicabut/)
  await andri.sees(/sudah berakhir/)
  const guest = world.newcomer('Tamu')
  await guest.opens(payload)
  await guest.sees(/lewat masa berlakunya/)
})
