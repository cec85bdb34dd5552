import { expect, test } from 'vitest'
import { settle, startedChat } from './support.ts'

// How much work things are, told from how it grows: steps that look at all that waits each time would take minutes here.

const seconds = async (work: () => unknown): Promise<number> => {
  const before = performance.now()
  await work()
  return (performance.now() - before) / 1000
}

test('ten thousand messages to a thousand people take as long at the end as at the beginning, and little room', async () => {
  const { telegram, call } = startedChat({ keptMessages: 3 })
  const people = Array.from({ length: 1000 }, (_, index) => telegram.addPerson({ firstName: `Orang ${index}` }))
  for (const person of people) person.says('/start')
  telegram.takeUpdates()
  const round = async () => {
    for (const { id } of people) await call('sendMessage', { chat_id: id, text: '<b>Halo</b>', parse_mode: 'HTML' })
  }
  const times: number[] = []
  for (let count = 0; count < 10; count++) times.push(await seconds(round))
  const [early, late] = [times.slice(1, 5), times.slice(6)].map((few) => Math.min(...few))
  expect(late).toBeLessThan(3 * (early ?? 0))
  for (const { id } of people) expect(telegram.chat(id).messages.map((message) => message.id)).toEqual([9, 10, 11])
  expect(telegram.calls()).toHaveLength(1000)
})

test('a message that is no longer remembered is gone for the bot, and its buttons can still be pressed', async () => {
  const { telegram, call, sari } = startedChat({ keptMessages: 2 })
  const { result } = await call('sendMessage', { chat_id: sari.id, text: 'x' })
  for (const text of ['a', 'b']) sari.says(text)
  sari.presses(result.message_id, 'y')
  expect(telegram.takeUpdates().at(-1)?.callback_query?.message).toMatchObject({ date: 0 })
  expect(await call('editMessageText', { chat_id: sari.id, message_id: result.message_id, text: 'z' })).toMatchObject({
    description: 'Bad Request: message to edit not found',
  })
})

test('thirty thousand waiting updates are no burden, by webhook', async () => {
  const seen = new Map<number, number[]>()
  let isDown = true
  const { telegram, call, machine } = startedChat({
    fetch: async (_address, init) => {
      if (isDown) return new Response(null, { status: 503 })
      const { message } = JSON.parse(String(init?.body))
      seen.set(message.chat.id, [...(seen.get(message.chat.id) ?? []), message.message_id])
      return new Response()
    },
  })
  await call('setWebhook', { url: 'http://127.0.0.1:1/hook', max_connections: 100 })
  const people = Array.from({ length: 1000 }, (_, index) => telegram.addPerson({ firstName: `Orang ${index}` }))
  const arriving = await seconds(() => {
    for (let count = 0; count < 30; count++) for (const person of people) person.says('x')
  })
  expect(arriving).toBeLessThan(15)
  await settle()
  expect((await call('getWebhookInfo')).result.pending_update_count).toBe(30_000)
  isDown = false
  const leaving = await seconds(async () => {
    await machine.pass(120_000)
    while ((await call('getWebhookInfo')).result.pending_update_count > 0) await settle()
  })
  expect(leaving).toBeLessThan(15)
  const inOrder = Array.from({ length: 30 }, (_, index) => index + 1)
  for (const ids of seen.values()) expect(ids).toEqual(inOrder)
})

test('thirty thousand waiting updates are no burden, by polling', async () => {
  const { call, sari } = startedChat({ keptMessages: 1, firstUpdateId: 1 })
  for (let count = 0; count < 30_000; count++) sari.says('x')
  const polling = await seconds(async () => {
    let offset = 0
    let taken = 0
    for (;;) {
      const { result } = await call('getUpdates', { offset })
      if (result.length === 0) break
      taken += result.length
      offset = result.at(-1).update_id + 1
    }
    expect(taken).toBe(30_000)
  })
  expect(polling).toBeLessThan(15)
})
