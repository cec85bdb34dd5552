import type { Update, UserFromGetMe } from 'grammy/types'
import { createBot } from '../../src/bot.ts'
import type { Notice } from '../../src/delivery/notice.ts'
import { createSender } from '../../src/delivery/sender.ts'
import { createInbox } from '../../src/inbox/service.ts'
import type { PersonId } from '../../src/people/rules.ts'
import { giveConsent } from '../../src/people/service.ts'
import { identify } from '../../src/people/store.ts'
import type { Language } from '../../src/platform/i18n/languages.ts'
import { realMachine } from '../../src/platform/machine.ts'
import { createApi, type TelegramClient } from '../../src/platform/telegram/client.ts'
import { noRates } from '../../src/platform/telegram/rates.ts'
import { createSendGate } from '../../src/platform/telegram/send-gate.ts'
import type { PersonActions } from '../../src/simulator/model.ts'
import { createVirtualTelegram } from '../../src/simulator/virtual-telegram.ts'
import type { World } from '../support/index.ts'

const token = '2000:a-bot-at-the-end-of-a-wire'

/** What the wire does to a call instead of carrying it; undefined carries it. */
export type Disturbance = (method: string) => Response | Promise<Response | undefined> | undefined

/** Telegram's own answer to a call that fails. */
export const refusal = (code: number, description: string, retryAfter?: number): Response =>
  Response.json(
    {
      ok: false,
      error_code: code,
      description,
      ...(retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } }),
    },
    { status: code },
  )

export const outage = (): Response => refusal(502, 'Bad Gateway')
export const cut = (): never => {
  throw new TypeError('fetch failed')
}

/** The bot of a world at a Telegram of its own, on a wire that a test may disturb. */
export async function onWire(world: World, notices: readonly Notice<never>[] = []) {
  const { rt } = world
  const telegram = createVirtualTelegram({ token, clock: world.clock, username: 'dampingi_wire_bot' })
  const wire: { disturb: Disturbance | undefined; calls: string[] } = { disturb: undefined, calls: [] }
  const client: TelegramClient = {
    token,
    apiRoot: undefined,
    async fetch(input, init) {
      const method = String(input).split('/').at(-1) ?? ''
      wire.calls.push(method)
      return (await wire.disturb?.(method)) ?? telegram.fetch(input as string, init)
    },
  }
  const api = createApi(client)
  const me: UserFromGetMe = await api.getMe()
  const door = () => createBot(rt, client, me)
  const inbox = createInbox(rt, {
    handle: (update) => door().handle(update),
    giveUp: (update) => door().giveUp(update),
    // In the past, because the embedded database tells the time no finer than milliseconds.
    retryDelay: () => -1_000,
  })

  /** Handles what people did, and `more`. */
  async function settle(more: Update[] = []): Promise<void> {
    await inbox.receive([...telegram.takeUpdates(), ...more])
    await inbox.drain()
  }

  /** Somebody who has agreed and is known to the bot. */
  async function reader(name: string, language: Language = 'id') {
    const does: PersonActions = telegram.addPerson({ firstName: name, id: telegram.people().length + 7_000_000_001 })
    does.says('/start')
    telegram.takeUpdates()
    const [speaker] = await identify(rt.db, does.id, 0, rt.clock.now())
    const { personId } = await giveConsent(rt, speaker, 'text', 0)
    await rt.db.reader.person.update({ where: { id: personId }, data: { name } })
    await rt.db.reader.account.update({ where: { telegramId: does.id }, data: { language } })
    return { does, personId: personId as PersonId, reads: () => botTexts(does.id) }
  }

  const botTexts = (id: number): string[] =>
    telegram
      .chat(id)
      .messages.filter(({ from }) => from === 'bot')
      .map(({ text }) => text)

  const newSender = (rates = noRates, machine = realMachine) => {
    const gate = createSendGate(machine, rates)
    return createSender(rt, createApi({ ...client, gate: gate.telling }), notices, gate)
  }
  return { telegram, wire, api, client, me, door, inbox, settle, reader, botTexts, newSender }
}
