import { expect, test } from 'vitest'
import { callMethod, settle, startedChat } from './support.ts'

const texts = (answer: { result?: { message?: { text: string } }[] }) =>
  answer.result?.map(({ message }) => message?.text)

test('updates come again until a higher offset confirms them', async () => {
  const { call, sari } = startedChat({ firstUpdateId: 10 })
  for (const text of ['a', 'b', 'c']) sari.says(text)
  const first = await call('getUpdates', { limit: 2 })
  expect(first.result.map((update: { update_id: number }) => update.update_id)).toEqual([11, 12])
  expect(texts(await call('getUpdates', { limit: 1 }))).toEqual(['a'])
  expect(texts(await call('getUpdates', { offset: 12 }))).toEqual(['b', 'c'])
  expect(texts(await call('getUpdates', { offset: 0 }))).toEqual(['b', 'c'])
  expect(texts(await call('getUpdates', { offset: -1 }))).toEqual(['c'])
  expect(texts(await call('getUpdates', { offset: 14 }))).toEqual([])
})

test('a long poll ends with the next update, album parts together, or when its time is over', async () => {
  const { call, sari, machine } = startedChat()
  const waiting = call('getUpdates', { timeout: 30 })
  await settle()
  const bytes = new Uint8Array([1])
  sari.sendsFile({ bytes, album: 'a', caption: '1' })
  sari.sendsFile({ bytes, album: 'a' })
  const { result } = await waiting
  expect(result).toHaveLength(2)
  expect(result[0].message.media_group_id).toBe(result[1].message.media_group_id)

  const empty = call('getUpdates', { offset: result[1].update_id + 1, timeout: 30 })
  await machine.pass(30_000)
  expect(await empty).toEqual({ ok: true, result: [] })
})

test('a second poller sends the first one away', async () => {
  const { call, machine } = startedChat()
  const first = call('getUpdates', { timeout: 30 })
  await settle()
  const second = call('getUpdates', { timeout: 30 })
  expect(await first).toEqual({
    ok: false,
    error_code: 409,
    description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  })
  await machine.pass(30_000)
  expect(await second).toMatchObject({ ok: true })
})

test('an aborted poll confirms nothing and stands in nobody’s way', async () => {
  const { telegram, call, sari } = startedChat()
  const stop = new AbortController()
  const waiting = callMethod(telegram, 'getUpdates', { timeout: 30 }, { signal: stop.signal })
  await settle()
  stop.abort()
  await expect(waiting).rejects.toThrow('abort')
  sari.says('a')
  expect(texts(await call('getUpdates'))).toEqual(['a'])
})

test('only the kinds asked for are queued, and the choice is remembered', async () => {
  const { call, sari } = startedChat()
  await call('getUpdates', { allowed_updates: ['my_chat_member'] })
  sari.says('a')
  sari.blocks()
  expect((await call('getUpdates')).result).toMatchObject([
    { my_chat_member: { new_chat_member: { status: 'kicked' } } },
  ])
  await call('getUpdates', { allowed_updates: [] })
  sari.unblocks()
  sari.says('b')
  expect((await call('getUpdates')).result).toHaveLength(3)
})

test('a press that nobody fetched within 150 seconds is gone, a message after a day', async () => {
  const { call, sari, machine, clock } = startedChat()
  sari.says('a')
  sari.presses(1, 'p')
  sari.says('b')
  clock.moveTo(new Date('2026-07-01T00:00:00Z'))
  expect((await call('getUpdates')).result).toHaveLength(3)
  await machine.pass(150_001)
  expect(texts(await call('getUpdates'))).toEqual(['a', 'b'])
  await machine.pass(24 * 3_600_000)
  expect((await call('getWebhookInfo')).result.pending_update_count).toBe(0)
  expect(texts(await call('getUpdates'))).toEqual([])
})

test('there is no polling while a webhook is set', async () => {
  const { call } = startedChat()
  const waiting = call('getUpdates', { timeout: 30 })
  await settle()
  await call('setWebhook', { url: 'http://127.0.0.1/hook' })
  expect(await waiting).toMatchObject({ error_code: 409 })
  expect(await call('getUpdates')).toEqual({
    ok: false,
    error_code: 409,
    description:
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  })
  await call('deleteWebhook')
  expect(await call('getUpdates')).toMatchObject({ ok: true })
})
