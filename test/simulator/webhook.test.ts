import type { Update } from '@grammyjs/types'
import { expect, test } from 'vitest'
import { settle, startedChat } from './support.ts'

/** A bot's web address that answers as the test says, and notes who knocked and when. */
function webhook(answer: (update: Update, signal: AbortSignal | null | undefined) => Response | Promise<Response>) {
  const seen: { at: number; text: string | undefined; secret: string | null }[] = []
  const world = startedChat({
    fetch: async (_address, init) => {
      const update: Update = JSON.parse(String(init?.body))
      const secret = new Headers(init?.headers).get('x-telegram-bot-api-secret-token')
      seen.push({ at: world.machine.now(), text: update.message?.text ?? update.callback_query?.data, secret })
      return answer(update, init?.signal)
    },
  })
  return {
    ...world,
    seen,
    set: (more: object = {}) => world.call('setWebhook', { url: 'http://127.0.0.1:1/hook', ...more }),
  }
}

const fine = () => new Response(null, { status: 200 })

test('updates go to the address with the secret, what was waiting too', async () => {
  const { sari, seen, set, call } = webhook(fine)
  sari.says('a')
  await set({ secret_token: 's3cret', allowed_updates: ['message'] })
  sari.says('b')
  sari.blocks()
  await settle()
  expect(seen).toEqual(['a', 'b'].map((text) => ({ at: 0, text, secret: 's3cret' })))
  expect((await call('getWebhookInfo')).result).toMatchObject({
    url: 'http://127.0.0.1:1/hook',
    pending_update_count: 0,
  })
})

test('a failed update is tried again after 0, 2, 4, 8 seconds while the chat waits and others do not', async () => {
  let failing = true
  const { sari, telegram, seen, set, call, machine } = webhook((update) =>
    failing && update.message?.text === 'a' ? new Response('no', { status: 500 }) : fine(),
  )
  await set()
  const budi = telegram.addPerson({ firstName: 'Budi' })
  sari.says('a')
  sari.says('b')
  budi.says('c')
  await machine.pass(14_500)
  expect(seen.filter(({ text }) => text === 'a').map(({ at }) => at)).toEqual([0, 0, 2000, 6000, 14_000])
  expect(seen.map(({ text }) => text)).not.toContain('b')
  expect(seen).toContainEqual({ at: 0, text: 'c', secret: null })
  expect((await call('getWebhookInfo')).result).toMatchObject({
    pending_update_count: 2,
    last_error_message: 'Wrong response from the webhook: 500',
  })
  failing = false
  await machine.pass(16_000)
  expect(seen.slice(-2).map(({ text }) => text)).toEqual(['a', 'b'])
})

test('a press does not wait behind a message that fails, and dies after 150 seconds', async () => {
  const { sari, seen, set, machine, call } = webhook(() => new Response(null, { status: 503 }))
  await call('sendMessage', { chat_id: sari.id, text: 'x' })
  await set()
  sari.says('a')
  sari.presses(2, 'p')
  await settle()
  expect(new Set(seen.map(({ text }) => text))).toEqual(new Set(['a', 'p']))
  await machine.pass(600_000)
  expect(seen.findLast(({ text }) => text === 'p')?.at).toBeLessThanOrEqual(150_000)
  expect((await call('getWebhookInfo')).result.pending_update_count).toBe(1)
})

test('Retry-After is honoured, up to an hour', async () => {
  const { sari, seen, set, machine } = webhook(
    () => new Response(null, { status: 503, headers: { 'retry-after': '9999' } }),
  )
  await set()
  sari.says('a')
  await machine.pass(3_599_000)
  expect(seen).toHaveLength(1)
  await machine.pass(1000)
  expect(seen).toHaveLength(2)
})

test('an address that does not answer within a minute has failed', async () => {
  const { sari, set, machine, call } = webhook(
    (_update, signal) =>
      new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted')))),
  )
  await set()
  sari.says('a')
  await machine.pass(59_000)
  expect((await call('getWebhookInfo')).result.last_error_message).toBeUndefined()
  await machine.pass(1000)
  expect((await call('getWebhookInfo')).result.last_error_message).toBe('Read timeout expired')
})

test('the answer to an update may name a method to carry out', async () => {
  const { sari, set, chat } = webhook((update) =>
    Response.json({ method: 'sendMessage', chat_id: update.message?.chat.id, text: 'jawaban' }),
  )
  await set()
  sari.says('a')
  await settle()
  expect(chat().messages.at(-1)).toMatchObject({ from: 'bot', text: 'jawaban' })
})

test('pending updates can be dropped, and a bad address or secret is refused', async () => {
  const { sari, set, call } = webhook(fine)
  sari.says('a')
  await call('deleteWebhook', { drop_pending_updates: true })
  expect((await call('getWebhookInfo')).result).toMatchObject({ url: '', pending_update_count: 0 })
  expect(await set({ url: 'nowhere' })).toMatchObject({ error_code: 400 })
  expect(await set({ secret_token: 'mit Leerzeichen' })).toMatchObject({ error_code: 400 })
})
