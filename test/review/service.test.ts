import { expect, png, test, type World } from '../support/index.ts'

async function waitingKtp(world: World) {
  await world.openCycle()
  const yanti = await world.owner('Yanti')
  await yanti.registers('Rendang Uni Yanti', 'Kota Payakumbuh', 'Makanan/minuman')
  await yanti.sendsKtp(png(1))
  return yanti
}

test('a decision is undone until the owner acted on it, and the owner is told', async ({ world }) => {
  const rina = await world.officer('Rina', ['13.76'])
  const yanti = await waitingKtp(world)
  await rina.says('/antrean')
  await rina.taps('Rendang Uni Yanti')
  await rina.taps('Terima')
  rina.skims()
  await yanti.sees(/Kabar baik/)
  await rina.taps('Batalkan keputusan')
  await rina.sees(/dibatalkan. Dokumen kembali menunggu/)
  await yanti.sees(/sedang ditinjau lagi/)

  await rina.taps('Dokumen berikutnya')
  await rina.taps('Kembalikan')
  await rina.taps('Buram')
  rina.skims()
  await yanti.sees(/masih buram/)
  const undo = rina.button('Batalkan keputusan') ?? { messageId: 0, data: '' }
  await yanti.taps('Kirim ulang')
  await yanti.sendsPhoto(png(2))
  yanti.skims()
  await rina.presses(undo.messageId, undo.data)
  await rina.sees(/tidak bisa dibatalkan lagi/)
  expect(await world.rt.db.reader.item.findFirst({ where: { requirementId: 'ktp_pemilik' } })).toMatchObject({
    state: 'submitted',
  })
})

test('at night the owner is not told, and a decision undone before the morning is never told', async ({ world }) => {
  const rina = await world.officer('Rina', ['13.76'])
  const yanti = await waitingKtp(world)
  await world.clockStrikes('2024-06-03T21:00+07:00')
  await rina.says('/antrean')
  await rina.taps('Rendang Uni Yanti')
  await rina.taps('Kembalikan')
  await rina.taps('Buram')
  yanti.seesNothing()
  await rina.taps('Batalkan keputusan')
  await rina.taps('Dokumen berikutnya')
  await rina.taps('Terima')
  rina.skims()
  yanti.seesNothing()
  await world.clockStrikes('2024-06-04T08:00+07:00')
  await yanti.sees(/Kabar baik/)
})

test('an officer writes their own reason, and it reaches the owner as written', async ({ world }) => {
  const rina = await world.officer('Rina', ['13.76'])
  const yanti = await waitingKtp(world)
  await rina.says('/antrean')
  await rina.taps('Rendang Uni Yanti')
  await rina.taps('Kembalikan')
  await rina.taps('Lainnya')
  rina.skims()
  await rina.says('abc')
  await rina.sees(/5 sampai 300/)
  await rina.says('Mohon KTP <asli> & berwarna')
  await rina.sees(/Alasan: Mohon KTP <asli> & berwarna/)
  await yanti.sees(/Mohon KTP <asli> & berwarna/)
})

test('an officer of another region sees nothing of it, whatever they press', async ({ world }) => {
  const mega = await world.officer('Mega', ['13.72'])
  await waitingKtp(world)
  await mega.says('/antrean')
  const queue = await mega.sees(/Tidak ada berkas/)
  const { reader } = world.rt.db
  const { id: dossier } = await reader.dossier.findFirstOrThrow()
  const { id: submission } = await reader.submission.findFirstOrThrow()
  for (const data of [
    `waiting:${dossier}`,
    `accept:${submission}`,
    `return:${submission}`,
    `return-for:${submission}:blurred`,
  ]) {
    await mega.presses(queue.id, data)
  }
  await mega.sees(/tidak bisa Bapak\/Ibu buka/)
  mega.seesNothing()
  expect(await reader.decision.count()).toBe(0)
  expect(await reader.fileAccess.count()).toBe(0)
})

test('every look at a file is written down', async ({ world }) => {
  const rina = await world.officer('Rina', ['13.76'])
  await waitingKtp(world)
  await rina.says('/antrean')
  await rina.taps('Rendang Uni Yanti')
  rina.skims()
  expect(await world.rt.db.reader.fileAccess.findMany({ select: { seenAt: true } })).toEqual([
    { seenAt: world.clock.now() },
  ])
})

test('two officers at once: one decides, the other is told', async ({ world }) => {
  const rina = await world.officer('Rina', ['13.76'])
  const hendri = await world.officer('Hendri', [])
  const yanti = await waitingKtp(world)
  for (const officer of [rina, hendri]) {
    await officer.says('/antrean')
    await officer.taps('Rendang Uni Yanti')
    officer.skims()
  }
  await world.atOnce([rina, 'Terima'], [hendri, 'Terima'])
  const seen = [...rina.skims(), ...hendri.skims()].map(({ text }) => text)
  expect(seen.filter((text) => /diterima. Pemilik dikabari/.test(text))).toHaveLength(1)
  expect(seen.filter((text) => /sudah diputuskan petugas lain/.test(text))).toHaveLength(1)
  expect(await world.rt.db.reader.decision.count()).toBe(1)
  await yanti.sees(/Kabar baik/)
})

test('the same file twice at once is one paper', async ({ world }) => {
  await world.openCycle()
  const yanti = await world.owner('Yanti')
  await yanti.registers('Rendang Uni Yanti', 'Kota Payakumbuh', 'Makanan/minuman')
  await yanti.sendsPhoto(png(7))
  await yanti.sendsPhoto(png(7))
  yanti.skims()
  const { reader } = world.rt.db
  const [first, second] = await reader.unsortedFile.findMany({ orderBy: { id: 'asc' } })
  const { id: item } = await reader.item.findFirstOrThrow({ where: { requirementId: 'ktp_pemilik' } })
  await yanti.doesAtOnce((does) => {
    does.presses(1, `sort:${first?.id}:${item}`)
    does.presses(1, `sort:${second?.id}:${item}`)
  })
  yanti.skims()
  expect(await reader.file.count()).toBe(1)
  expect(await reader.submission.count()).toBe(1)
})

test('a dossier without a penyuluh gets one when the region has one', async ({ world }) => {
  const yanti = await waitingKtp(world)
  await yanti.says('/lanjut')
  await yanti.sees(/Penyuluh: sedang ditentukan/)
  await world.officer('Rina Oktavia', ['13.76'])
  await world.clockStrikes('2024-06-03T08:01+07:00')
  await yanti.says('/lanjut')
  await yanti.sees(/Penyuluh: Rina Oktavia/)
})
