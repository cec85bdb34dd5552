import { showProgress } from '../../src/broadcast/progress.ts'
import { sweepBroadcasts } from '../../src/broadcast/workers.ts'
import { withdrawConsent } from '../../src/people/service.ts'
import { identify } from '../../src/people/store.ts'
import { createApi } from '../../src/platform/telegram/client.ts'
import { readWorkbook } from '../../src/platform/workbook.ts'
import { expect, test, type World } from '../support/index.ts'

// How far a broadcast is, and what became of it.

async function sending(world: World) {
  await world.openCycle()
  const eva = await world.admin('Eva')
  const yanti = await world.participant('Yanti')
  const sari = await world.participant('Sari')
  world.skim()
  await eva.says('/siaran')
  await eva.taps('Tulis siaran')
  await eva.says('Kabar baik')
  await eva.taps('🕐 Waktu')
  await eva.taps('Pada waktu tertentu')
  await eva.says('3 Juni 2024 09.00')
  await eva.taps('👁 Lihat')
  await eva.taps('Ya, kirim ke 2 orang')
  world.skim()
  return { eva, yanti, sari }
}

test('the message that shows it edits itself at most once in three seconds, and once more when it is over', async ({
  world,
}) => {
  const { eva } = await sending(world)
  const { rt, telegram, clock } = world
  const token = '1000:test-token-of-the-tests-only'
  const api = createApi({ token, apiRoot: undefined, fetch: telegram.fetch })
  const edits = () => telegram.calls().filter(({ method }) => method === 'editMessageText').length
  await world.clockStrikes('2024-06-03T09:00:00+07:00')
  world.skim()
  await rt.db.sql(`UPDATE broadcast SET state = 'sending', ended_at = NULL`)
  await rt.db.sql(
    `UPDATE delivery SET state = 'waiting', settled_at = NULL, due_at = '9999-01-01' WHERE broadcast_id IS NOT NULL`,
  )
  const before = edits()
  for (let half = 1; half <= 20; half++) {
    clock.moveTo(new Date(Date.parse('2024-06-03T09:00:00+07:00') + half * 500))
    await sweepBroadcasts(rt)
    // Two processes look at the same moment.
    await Promise.all([showProgress(rt, api), showProgress(rt, api)])
  }
  expect(edits() - before).toBe(3) // at 3, 6 and 9 seconds
  await rt.db.sql(`UPDATE delivery SET state = 'sent', settled_at = due_at WHERE broadcast_id IS NOT NULL`)
  await world.clockStrikes('2024-06-03T09:00:13+07:00')
  await world.clockStrikes('2024-06-03T09:00:30+07:00')
  expect(edits() - before).toBe(4)
  expect(eva.skims().at(-1)?.text).toMatch(/selesai[\s\S]*▰▰▰▰▰▰▰▰▰▰ 2 dari 2/)
})

test('whoever withdraws consent after it began does not get it', async ({ world }) => {
  const { eva, yanti, sari } = await sending(world)
  world.telegram.faults.arm({ kind: 'error', code: 503, method: 'sendMessage', times: 100 })
  await world.clockStrikes('2024-06-03T09:00+07:00')
  world.telegram.faults.disarm()
  const [{ actor }] = await identify(world.rt.db, sari.id, -900, world.clock.now())
  if (!actor) throw new Error('Sari is nobody')
  await withdrawConsent(world.rt, actor)
  await world.rt.db.sql('UPDATE delivery SET leased_until = NULL')
  await world.clockStrikes('2024-06-03T09:01+07:00')
  await yanti.sees(/Kabar baik/)
  sari.seesNothing()
  eva.skims()
  await eva.says('/siaran')
  await eva.taps('Kabar baik')
  expect(eva.skims().at(-1)?.text).toMatch(/Terkirim: 1\nDilewati: 1/)
})

test('what became of it for each reader is a file, and who took it is written down', async ({ world }) => {
  const { eva, yanti, sari } = await sending(world)
  // The bot hears of it only when Telegram refuses the message.
  world.telegram.person(sari.id).blocks()
  world.telegram.takeUpdates()
  await world.clockStrikes('2024-06-03T09:00+07:00')
  await yanti.sees(/Kabar baik/)
  eva.skims()
  await eva.taps('Unduh Excel')
  const { file } = await eva.sees(/Hasil siaran/)
  const bytes = world.telegram.file(file?.fileId ?? '')?.bytes
  const read = await readWorkbook(bytes ?? new Uint8Array())
  const [figures, readers] = read.ok ? read.value.map(({ rows }) => rows) : []
  for (const row of [
    ['Penerima', 2],
    ['terkirim', 1],
    ['memblokir bot', 1],
    ['dilewati', 0],
  ])
    expect(figures).toContainEqual(row)
  for (const [name, outcome] of [
    ['Yanti', 'terkirim'],
    ['Sari', 'memblokir bot'],
  ])
    expect(readers).toContainEqual([name, 'Payakumbuh', outcome, '3 Juni 2024 09.00 WIB', undefined])
  expect(await world.rt.db.reader.audit.count({ where: { deed: 'broadcast-receipts' } })).toBe(1)
})

test('a picture that is gone in the middle holds the rest back, and not for one that was refused alone', async ({
  world,
}) => {
  const { eva, yanti, sari } = await sending(world)
  const more = [await world.participant('Upik'), await world.participant('Lena'), await world.participant('Mira')]
  await world.clockStrikes('2024-06-03T09:00+07:00')
  world.skim()
  const { rt } = world
  await rt.db.sql(`UPDATE broadcast SET state = 'sending', ended_at = NULL`)
  const fail = (count: number) =>
    rt.db.sql(
      `UPDATE delivery SET state = 'failed', failure = 'refused', settled_at = settled_at + interval '1 second'
       WHERE id IN (SELECT id FROM delivery WHERE broadcast_id IS NOT NULL AND state = 'sent' ORDER BY id LIMIT $1)`,
      [count],
    )
  await rt.db.sql(
    `UPDATE delivery SET state = 'waiting', settled_at = NULL, due_at = '9999-01-01'
     WHERE id = (SELECT max(id) FROM delivery WHERE broadcast_id IS NOT NULL)`,
  )
  await fail(1)
  await world.settle()
  eva.seesNothing()
  await fail(2)
  await world.settle()
  await eva.sees(/ditahan[\s\S]*Telegram menolak/)
  for (const owner of [yanti, sari, ...more]) owner.seesNothing()
})
