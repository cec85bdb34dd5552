import { type Api, GrammyError, HttpError } from 'grammy'
import type { Update } from 'grammy/types'
import { poll, WANTED_UPDATES } from '../../src/inbox/polling.ts'
import type { Inbox } from '../../src/inbox/service.ts'
import { expect, test, type World } from '../support/index.ts'
import { said, until } from './updates.ts'

/** What Telegram answers to one call, or how the call fails. */
type Answer = Update[] | Error

/**
 * A poller at a Telegram that gives these answers in turn and then has nothing more to tell, until the poller is
 * stopped. `stores` says what becomes of a batch; the default stores it.
 */
async function polled(
  world: World,
  answers: Answer[],
  stores: (batch: number) => Error | undefined = () => undefined,
  webhookRefusals = 0,
) {
  const asked: (number | undefined)[] = []
  const stored: number[][] = []
  const stopping = new AbortController()
  let batch = 0
  const getUpdates = async (
    request: { offset?: number; allowed_updates?: readonly string[] },
    signal: AbortSignal,
  ): Promise<Update[]> => {
    expect(request.allowed_updates).toEqual(WANTED_UPDATES)
    asked.push(request.offset)
    const answer = answers.shift()
    if (answer instanceof Error) throw answer
    if (answer) return answer
    const { promise, reject } = Promise.withResolvers<Update[]>()
    signal.addEventListener('abort', () => reject(new HttpError('aborted', new Error('aborted'))))
    return promise
  }
  const inbox: Pick<Inbox, 'receive'> = {
    async receive(updates) {
      const failure = stores(batch++)
      if (failure) throw failure
      stored.push(updates.map(({ update_id }) => update_id))
    },
  }
  let refusals = webhookRefusals
  const webhook = { asked: 0 }
  const deleteWebhook = async () => {
    webhook.asked++
    if (refusals-- > 0) throw failure(502, 'Bad Gateway')
    return true
  }
  const over = poll(world.rt, { getUpdates, deleteWebhook } as unknown as Api, inbox as Inbox, stopping.signal)
  const stop = async () => {
    stopping.abort()
    await over
  }
  return { asked, stored, stop, webhook }
}

// A failure that says how long to wait, so that a test need not wait the usual pause.
const failure = (code: number, description: string, retry_after = 0.001) =>
  new GrammyError('failed', { ok: false, error_code: code, description, parameters: { retry_after } }, 'getUpdates', {})
const conflict = () => failure(409, 'Conflict: terminated by other getUpdates request')

test('a batch is confirmed by asking for the next one, after it was stored', async ({ world }) => {
  const { asked, stored, stop } = await polled(world, [[said(10, 1), said(11, 2)], [], [said(12, 1)]])
  await until(() => asked.length === 4)
  await stop()
  expect(asked).toEqual([0, 12, 12, 13])
  expect(stored.filter((batch) => batch.length > 0)).toEqual([[10, 11], [12]])
})

test('a batch that could not be stored is asked for again', async ({ world }) => {
  const batch = [said(10, 1), said(11, 2)]
  const { asked, stored, stop } = await polled(world, [batch, batch, batch], (count) =>
    count < 2 ? failure(500, 'database away') : undefined,
  )
  await until(() => asked.length === 4)
  await stop()
  expect(asked).toEqual([0, 0, 0, 12])
  expect(stored).toEqual([[10, 11]])
})

test('another process that polls, an outage and a flood are waited out', async ({ world }) => {
  const { asked, stored, stop } = await polled(world, [
    [said(10, 1)],
    conflict(),
    conflict(),
    failure(502, 'Bad Gateway'),
    failure(429, 'Too Many Requests'),
    [said(11, 1)],
  ])
  await until(() => asked.length === 7)
  await stop()
  expect(asked).toEqual([0, 11, 11, 11, 11, 11, 12])
  expect(stored).toEqual([[10], [11]])
  expect(world.logged.filter((line) => line.includes('"poll"'))).toHaveLength(4)
})

test('a webhook set before is taken away once, before anything is asked, also when Telegram is away at first', async ({
  world,
}) => {
  const { asked, stop, webhook } = await polled(world, [[said(10, 1)], conflict()], undefined, 2)
  await until(() => asked.length === 3)
  await stop()
  expect(webhook.asked).toBe(3)
  expect(asked).toEqual([0, 11, 11])
})

test('being told to stop ends a poll that waits for updates', async ({ world }) => {
  const { asked, stop } = await polled(world, [])
  await until(() => asked.length === 1)
  await stop()
  expect(world.logged.filter((line) => line.includes('"poll"'))).toEqual([])
})

test('being told to stop ends a pause, and nothing is asked after it', async ({ world }) => {
  const { asked, stop } = await polled(world, [failure(429, 'Too Many Requests', 3600), [said(10, 1)]])
  await until(() => world.logged.some((line) => line.includes('"poll"')))
  await stop()
  expect(asked).toEqual([0])
})

test('what a failure said is not in the log', async ({ world }) => {
  const url = 'https://api.telegram.org/bot123456:AAF-a-token-nobody-may-read/getUpdates'
  const { stop } = await polled(world, [
    new HttpError(`Network request for 'getUpdates' failed! ${url}`, new Error(url)),
  ])
  await until(() => world.logged.some((line) => line.includes('"poll"')))
  await stop()
  expect(world.logged.join()).not.toContain('AAF-a-token')
})
