import { expect, NIK, png, test, type World } from './support/index.ts'
import type { TestPerson } from './support/person.ts'

// The process dies before and after every single step (statement, transaction, call to Telegram) of every update of the
// story, and is started again each time. In the end everything is there once, and everybody has had their answer.

interface Act {
  by: TestPerson
  does(): void
  /** What the screen says in the end, however often the process died on the way. */
  sees: RegExp
}

/** Handles one act with a death at step 0, then at step 1, … until a life is long enough to finish it. */
async function throughDeaths(world: World, act: Act): Promise<number> {
  act.does()
  await world.inbox.receive(world.telegram.takeUpdates())
  let deaths = 0
  for (; ; deaths++) {
    Object.assign(world.fault, { dieAfter: deaths, steps: 0, dead: false })
    const finished = await world.drainAndSend().then(
      () => !world.fault.dead,
      () => false,
    )
    Object.assign(world.fault, { dieAfter: undefined, steps: 0, dead: false })
    await world.forgetTries()
    if (finished) break
  }
  await world.settle()
  expect(
    act.by
      .skims()
      .map(({ text }) => text)
      .join('\n'),
    `after ${deaths} deaths`,
  ).toMatch(act.sees)
  return deaths
}

test('whenever the process dies, nothing is lost and nothing happens twice', async ({ world }) => {
  await world.openCycle()
  const rina = await world.officer('Rina', ['13.76'])
  const yanti = world.newcomer('Yanti')
  const says = (by: TestPerson, text: string, sees: RegExp): Act => ({ by, does: () => by.saysUnhandled(text), sees })
  const taps = (by: TestPerson, label: string, sees: RegExp): Act => ({
    by,
    does: () => by.pressesUnhandled(label),
    sees,
  })
  const sends = (by: TestPerson, shade: number, sees: RegExp): Act => ({
    by,
    does: () => by.sendsUnhandled(png(shade)),
    sees,
  })

  let deaths = 0
  for (const act of [
    says(yanti, '/start', /mohon izin/),
    taps(yanti, 'Setuju, lanjutkan', /nama lengkap/),
    says(yanti, 'Yanti Marlina', /Salam kenal/),
    says(yanti, 'Rendang Uni Yanti', /ada di kabupaten/),
    says(yanti, 'kota payakumbuh', /produk utama/),
    taps(yanti, 'Makanan/minuman', /0 dari 14/),
    taps(yanti, 'KTP pemilik', /Kartu penduduk/),
    taps(yanti, 'Kirim sekarang', /Silakan kirim/),
    sends(yanti, 1, /Berapa NIK/),
    says(yanti, NIK, /sudah lengkap/),
    says(rina, '/antrean', /Satu berkas/),
    taps(rina, 'Rendang Uni Yanti', /Pemilik: Yanti/),
    taps(rina, 'Kembalikan', /Apa yang perlu/),
    taps(rina, 'Buram', /dikembalikan/),
  ]) {
    deaths += await throughDeaths(world, act)
  }
  expect(
    yanti
      .skims()
      .map(({ text }) => text)
      .join('\n'),
  ).toMatch(/masih buram/)
  for (const act of [
    taps(yanti, 'Kirim ulang', /Silakan kirim/),
    sends(yanti, 2, /sudah lengkap/),
    taps(rina, 'Dokumen berikutnya', /Pemilik: Yanti/),
    taps(rina, 'Terima', /diterima/),
  ]) {
    deaths += await throughDeaths(world, act)
  }
  expect(
    yanti
      .skims()
      .map(({ text }) => text)
      .join('\n'),
  ).toMatch(/Kabar baik/)
  for (const act of [
    says(yanti, '/tanya', /tulis pertanyaannya/),
    says(yanti, 'apakah nagari boleh ikut menjual?', /Kirim ke penyuluh/),
    taps(yanti, 'Kirim ke penyuluh', /dikirim ke penyuluh/),
    taps(rina, '✏️ Jawab', /tulis jawaban untuk/),
    says(rina, 'Boleh, Bu.', /tersimpan/),
  ]) {
    deaths += await throughDeaths(world, act)
  }
  expect(
    yanti
      .skims()
      .map(({ text }) => text)
      .join('\n'),
  ).toMatch(/Jawaban penyuluh Rina/)

  const { reader } = world.rt.db
  expect(deaths).toBeGreaterThan(100)
  expect(await reader.business.count()).toBe(1)
  expect(await reader.dossier.count()).toBe(1)
  expect(await reader.item.count()).toBe(38)
  expect(await reader.page.count()).toBe(2)
  expect(await reader.itemValue.count()).toBe(1)
  expect(await reader.consent.count()).toBe(1)
  expect(await reader.submission.count()).toBe(2)
  expect(await reader.file.count()).toBe(2)
  expect(await reader.decision.count()).toBe(2)
  expect(await reader.helpThread.count()).toBe(1)
  expect(await reader.helpMessage.count()).toBe(2)
  expect(await reader.delivery.groupBy({ by: ['state'], _count: true })).toEqual([{ state: 'sent', _count: 4 }])
  expect(await reader.inbox.count({ where: { doneAt: null } })).toBe(0)
  expect(await reader.questionState.count()).toBe(0)
  expect(await reader.audit.groupBy({ by: ['deed'], _count: true, orderBy: { deed: 'asc' } })).toEqual([
    { deed: 'accepted', _count: 1 },
    { deed: 'answer-question', _count: 1 },
    { deed: 'consent-given', _count: 1 },
    { deed: 'cycle-opened', _count: 1 },
    { deed: 'returned', _count: 1 },
    { deed: 'submitted', _count: 2 },
  ])
})

test('an update that Telegram brings again is handled once', async ({ world }) => {
  const yanti = world.newcomer('Yanti')
  yanti.saysUnhandled('/start')
  const updates = world.telegram.takeUpdates()
  await world.inbox.receive(updates)
  await world.settle()
  await world.inbox.receive(updates)
  await world.inbox.receive(structuredClone(updates))
  await world.settle()
  await yanti.sees(/mohon izin/)
})
