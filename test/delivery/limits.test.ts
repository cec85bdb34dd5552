import { notifyEach } from '../../src/delivery/service.ts'
import { realMachine } from '../../src/platform/machine.ts'
import { createApi } from '../../src/platform/telegram/client.ts'
import { telegramRates } from '../../src/platform/telegram/rates.ts'
import { createSendGate } from '../../src/platform/telegram/send-gate.ts'
import { expect, test } from '../support/index.ts'
import { newsOf, post, urgent } from './post.ts'

// Against a Telegram that keeps to its limits, at the pace of real time: the only way to show that two senders, who have
// nothing in common but the database, together ask for no more than is allowed.

const broadcast = newsOf({ kind: 'test-broadcast', priority: -10 })
const MANY = 80

test('two senders at once and people who are answered meanwhile go over no limit', { timeout: 60_000 }, async ({
  world,
}) => {
  const { telegram, client, say, states, reader, newSender } = await post(world, [broadcast])
  const { rt } = world
  const readers = await Promise.all(Array.from({ length: MANY }, (_, at) => reader(`Orang ${at}`)))
  const list = readers.map(({ personId }, at) => ({ to: personId, at }))
  await rt.db.transaction((tx) =>
    notifyEach(rt, tx, broadcast, list, ({ at }) => ({ purpose: `many:${at}`, data: { text: 'siaran' } })),
  )
  const [first] = readers
  for (let at = 0; at < 3; at++) await say(first?.personId ?? (0 as never), `penting ${at}`, urgent)
  telegram.limits.enforce(true)

  const gate = createSendGate(realMachine, telegramRates)
  const answers = createApi({ ...client, gate: gate.answering })
  const began = performance.now()
  const answering = async () => {
    for (const { does } of readers.slice(10, 30)) await answers.sendMessage(does.id, 'jawaban')
  }
  const senders = [newSender(telegramRates), newSender(telegramRates)]
  // The timetable looks once a second; here it looks again as soon as it is through.
  const sending = async () => {
    while ((await states()).includes('waiting')) await Promise.all(senders.map((sender) => sender.sendDue()))
  }
  await Promise.all([sending(), answering()])
  const seconds = (performance.now() - began) / 1000

  expect(telegram.limits.refusals()).toEqual({ overall: 0, chat: 0, group: 0 })
  expect(await states()).toEqual(Array(MANY + 3).fill('sent'))
  expect(telegram.calls().filter(({ method }) => method === 'sendMessage')).toHaveLength(MANY + 3 + 20)
  // What is urgent to one person came first, and a second apart.
  const own = telegram.chat(first?.does.id ?? 0).messages.filter(({ from }) => from === 'bot')
  expect(own.map(({ text }) => text)).toEqual([
    'Lanjutkan: penting 0',
    'Lanjutkan: penting 1',
    'Lanjutkan: penting 2',
    'Lanjutkan: siaran',
  ])
  expect(seconds).toBeGreaterThan(MANY / 25 - 0.5)
})

test('a pause that one sender was told of is kept by the other', async ({ world }) => {
  const { telegram, say, states, reader, newSender, sends } = await post(world)
  const [sari, yanti] = [await reader('Sari'), await reader('Yanti')]
  telegram.faults.arm({ kind: 'error', code: 429, retryAfter: 60, method: 'sendMessage' })
  const [one, other] = [newSender(telegramRates), newSender(telegramRates)]
  await say(sari.personId, 'a')
  await one.sendDue()
  await say(yanti.personId, 'b')
  await other.sendDue()
  expect(sends()).toBe(1)
  expect(await states()).toEqual(['waiting', 'waiting'])
})
