import { expect, test } from 'vitest'
import { callMethod, settle, startedChat } from './support.ts'

const write = ({ call, sari }: ReturnType<typeof startedChat>, text = 'x') =>
  call('sendMessage', { chat_id: sari.id, text })

const texts = ({ chat }: ReturnType<typeof startedChat>) => chat().messages.map(({ text }) => text)

test('the next calls of a method are answered by an error, and nothing happens', async () => {
  const world = startedChat()
  const { telegram, call } = world
  telegram.faults.arm({ kind: 'error', code: 502, method: 'sendMessage', times: 2 })
  expect(await call('getMe')).toMatchObject({ ok: true })
  for (let count = 0; count < 2; count++) {
    expect(await write(world)).toEqual({ ok: false, error_code: 502, description: 'Bad Gateway' })
  }
  expect(await write(world, 'y')).toMatchObject({ ok: true })
  expect(texts(world)).toEqual(['/start', 'y'])
  expect(telegram.faults.armed()).toEqual([])
})

test('a fault without a method leaves polling alone', async () => {
  const { telegram, call, sari } = startedChat()
  telegram.faults.arm({ kind: 'error', code: 500 })
  sari.says('a')
  expect((await call('getUpdates')).result).toHaveLength(1)
  expect(await call('getMe')).toEqual({ ok: false, error_code: 500, description: 'Internal Server Error' })
})

test('a bot may be told to wait without being at fault', async () => {
  const world = startedChat()
  world.telegram.faults.arm({ kind: 'error', code: 429, retryAfter: 30 })
  expect(await write(world)).toEqual({
    ok: false,
    error_code: 429,
    description: 'Too Many Requests: retry after 30',
    parameters: { retry_after: 30 },
  })
})

test('a connection breaks before the message, or after it', async () => {
  const world = startedChat()
  const { faults } = world.telegram
  faults.arm({ kind: 'cut', when: 'before' })
  faults.arm({ kind: 'cut', when: 'after' })
  await expect(write(world, 'a')).rejects.toThrow('fetch failed')
  await expect(write(world, 'b')).rejects.toThrow(TypeError)
  expect(await write(world, 'c')).toMatchObject({ ok: true })
  expect(texts(world)).toEqual(['/start', 'b', 'c'])
})

test('a slow call is carried out late, also when nobody waits for it any more', async () => {
  const world = startedChat()
  const { telegram, machine, sari } = world
  telegram.faults.arm({ kind: 'slow', seconds: 40, times: 2 })
  const patient = write(world, 'a')
  const hurried = new AbortController()
  const given = callMethod(telegram, 'sendMessage', { chat_id: sari.id, text: 'b' }, { signal: hurried.signal })
  await machine.pass(30_000)
  hurried.abort()
  await expect(given).rejects.toThrow('abort')
  expect(texts(world)).toEqual(['/start'])
  await machine.pass(10_000)
  expect(await patient).toMatchObject({ ok: true })
  expect(texts(world)).toEqual(['/start', 'a', 'b'])
})

test('an answer of getUpdates is lost, and its updates come again', async () => {
  const { telegram, call, sari } = startedChat()
  const waiting = call('getUpdates', { timeout: 30 })
  await settle()
  telegram.faults.arm({ kind: 'cut', when: 'after', method: 'getUpdates' })
  sari.says('a')
  await expect(waiting).rejects.toThrow('fetch failed')
  expect((await call('getUpdates')).result).toMatchObject([{ message: { text: 'a' } }])
})

test('an answer without updates cannot be lost', async () => {
  const { telegram, call } = startedChat()
  telegram.faults.arm({ kind: 'cut', when: 'after', method: 'getUpdates' })
  expect(await call('getUpdates')).toEqual({ ok: true, result: [] })
  expect(telegram.faults.armed()).toHaveLength(1)
})

test('the next update comes twice under one id, by polling and by webhook', async () => {
  const seen: string[] = []
  const { telegram, call, sari } = startedChat({
    fetch: async (_address, init) => {
      seen.push(JSON.parse(String(init?.body)).message.text)
      return new Response()
    },
  })
  telegram.faults.arm({ kind: 'duplicate' })
  sari.says('a')
  sari.says('b')
  const [first, again, other] = telegram.takeUpdates()
  expect(again).toEqual(first)
  expect(other?.message?.text).toBe('b')
  await call('setWebhook', { url: 'http://127.0.0.1:1/hook' })
  telegram.faults.arm({ kind: 'duplicate' })
  sari.says('c')
  await settle()
  expect(seen).toEqual(['c', 'c'])
})

test('after a quiet week update ids may start lower, but never while something waits', async () => {
  const { telegram, call, sari } = startedChat({ firstUpdateId: 500 })
  const ids = async (offset = 0) =>
    (await call('getUpdates', { offset })).result.map((update: { update_id: number }) => update.update_id)
  sari.says('a')
  telegram.faults.arm({ kind: 'jump', to: 7 })
  sari.says('b')
  expect(await ids()).toEqual([501, 502])
  expect(await ids(503)).toEqual([])
  sari.says('c')
  sari.says('d')
  expect(telegram.faults.armed()).toEqual([])
  // A poller that stands where it stood is far ahead now; Telegram gives it what there is, and confirms nothing.
  expect(await ids(503)).toEqual([7, 8])
  expect(await ids(8)).toEqual([8])
})

test('a revoked token is good for nothing until the faults are forgotten', async () => {
  const world = startedChat()
  const { telegram, call } = world
  telegram.faults.arm({ kind: 'revoked' })
  const unauthorized = { ok: false, error_code: 401, description: 'Unauthorized' }
  for (const method of ['getMe', 'getUpdates', 'deleteWebhook']) expect(await call(method)).toEqual(unauthorized)
  telegram.faults.disarm()
  expect(await write(world)).toMatchObject({ ok: true })
})

test('a download can fail, too', async () => {
  const { telegram, call, sari, chat } = startedChat()
  sari.sendsFile({ bytes: new Uint8Array([1]) })
  const { result } = await call('getFile', { file_id: chat().messages.at(-1)?.file?.fileId })
  const download = () => telegram.fetch(`http://telegram/file/bot4000:test/${result.file_path}`)
  telegram.faults.arm({ kind: 'error', code: 503, method: 'download' })
  telegram.faults.arm({ kind: 'cut', when: 'after', method: 'download' })
  expect((await download()).status).toBe(503)
  await expect(download()).rejects.toThrow('fetch failed')
  expect((await download()).status).toBe(200)
})

test('calls that failed on the way are seen in the log', async () => {
  const world = startedChat()
  world.telegram.faults.arm({ kind: 'cut', when: 'before' })
  await expect(write(world)).rejects.toThrow()
  expect(world.telegram.calls().at(-1)).toMatchObject({ method: 'sendMessage' })
})
