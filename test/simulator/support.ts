import { movableClock } from '../../src/platform/clock.ts'
import { createVirtualTelegram, type TelegramOptions } from '../../src/simulator/virtual-telegram.ts'
import { handMachine } from '../support/hand-machine.ts'
import { watched, watchedWebhook } from './conformance.ts'

export { settle } from '../support/hand-machine.ts'

export const token = '4000:test'
const monday = new Date('2026-06-08T01:00:00Z')

/** The smallest PNG there is: one pixel. */
export const onePixel = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

/** A Telegram with Sari in it, who has started the bot, and a way to call methods as raw JSON. */
export function startedChat(options: Partial<TelegramOptions> = {}) {
  const clock = movableClock(monday)
  const machine = handMachine()
  const wire = watchedWebhook(options.fetch ?? fetch)
  const telegram = watched(createVirtualTelegram({ token, clock, machine, ...options, fetch: wire }))
  const sari = telegram.addPerson({ firstName: 'Sari', phone: '6281266001001' })
  sari.says('/start')
  telegram.takeUpdates()
  const call = (method: string, payload: object = {}) => callMethod(telegram, method, payload)
  return { clock, machine, telegram, sari, call, chat: () => telegram.chat(sari.id) }
}

interface Answer {
  ok: boolean
  // The tests look into results of many kinds.
  // biome-ignore lint/suspicious/noExplicitAny: see above.
  result?: any
  error_code?: number
  description?: string
}

export async function callMethod(
  telegram: Pick<ReturnType<typeof createVirtualTelegram>, 'fetch'>,
  method: string,
  payload: object = {},
  init: RequestInit = {},
): Promise<Answer> {
  const response = await telegram.fetch(`http://telegram/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(payload),
    ...init,
  })
  return response.json()
}
