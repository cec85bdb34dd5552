import type { Api } from 'grammy'
import { setBlocked } from '../people/store.ts'
import { isDatabaseAway } from '../platform/db.ts'
import { translator } from '../platform/i18n/translator.ts'
import { blandly } from '../platform/log.ts'
import { telegramFailure, waitWanted } from '../platform/telegram/failure.ts'
import { inputOf, messageOptions, type Screen } from '../platform/telegram/screen.ts'
import type { Runtime } from '../runtime.ts'
import type { Notice } from './notice.ts'
import * as store from './store.ts'

const BATCH = 10
const retryDelay = (tries: number): number => Math.min(2 ** tries, 300)

/** Sends what is due. The only code that writes to people outside an answer. */
export interface Sender {
  /** Sends everything that is due now; resolves to how many messages were settled. */
  sendDue(): Promise<number>
}

export function createSender(rt: Runtime, api: Api, notices: readonly Notice<never>[]): Sender {
  const byKind = new Map(notices.map((notice) => [notice.kind, notice as Notice<unknown>]))
  let pausedUntil = 0

  async function sendDue(): Promise<number> {
    let settled = 0
    while (Date.now() >= pausedUntil) {
      const due = await store.claimDue(rt.db, rt.clock.now(), BATCH)
      if (due.length === 0) break
      for (const delivery of due) settled += (await attempt(delivery)) ? 1 : 0
    }
    return settled
  }

  /** True when the message is settled, false when it will be tried again. */
  async function attempt(delivery: store.DueDelivery): Promise<boolean> {
    if (Date.now() < pausedUntil) return postponed(delivery, (pausedUntil - Date.now()) / 1000)
    // Waiting for Telegram may have outlasted the time for which this batch was taken.
    if (!(await store.stillOurs(rt.db, delivery))) return false
    const started = Date.now()
    const outcome = await deliver(delivery)
    if (outcome === 'later') return false
    await store.settle(rt.db, delivery.id, rt.clock.now(), outcome)
    rt.log.info({
      door: 'worker',
      what: delivery.kind,
      id: delivery.id,
      ms: Date.now() - started,
      outcome: outcome.state,
    })
    return true
  }

  async function deliver(delivery: store.DueDelivery): Promise<store.Settlement | 'later'> {
    const notice = byKind.get(delivery.kind)
    const address = await store.addressOf(rt.db, delivery.personId)
    if (address === 'none') return { state: 'skipped' }
    if (!notice || !address) return { state: address ? 'failed' : 'blocked' }
    try {
      const compose = await notice.compose(rt.db, notice.data.parse(delivery.data))
      if (!compose) return { state: 'skipped' }
      const messageId = await send(api, address.telegramId, compose(translator(address.language)))
      return { state: 'sent', chatId: address.telegramId, messageId }
    } catch (error) {
      return failed(delivery, address, error)
    }
  }

  async function failed(
    delivery: store.DueDelivery,
    address: store.Address,
    error: unknown,
  ): Promise<store.Settlement | 'later'> {
    const failure = telegramFailure(error)
    if (failure === 'blocked') {
      await setBlocked(rt.db.reader, address.accountId, rt.clock.now())
      return deliver(delivery) // to another account of theirs, if there is one
    }
    // What may pass is waited out, however long: a fact that is gone meanwhile is skipped when its turn comes.
    if (failure === 'passing' || isDatabaseAway(error)) {
      const wait = waitWanted(error)
      if (wait !== undefined) pausedUntil = Date.now() + wait * 1000
      await postponed(delivery, wait ?? retryDelay(delivery.tries))
      return 'later'
    }
    rt.log.error({ door: 'worker', what: delivery.kind, id: delivery.id, outcome: 'failed', error: blandly(error) })
    return { state: 'failed' }
  }

  async function postponed(delivery: store.DueDelivery, seconds: number): Promise<false> {
    await store.postpone(rt.db, delivery.id, seconds)
    return false
  }

  return { sendDue }
}

/** Sends a screen into a chat and returns the message's id. */
async function send(api: Api, chatId: number, screen: Screen): Promise<number> {
  const { link_preview_options, ...options } = messageOptions(screen)
  const { picture, text } = screen
  if (!picture) return (await api.sendMessage(chatId, text, { ...options, link_preview_options })).message_id
  const input = inputOf(picture)
  const caption = { ...options, caption: text }
  return picture.kind === 'photo'
    ? (await api.sendPhoto(chatId, input, caption)).message_id
    : (await api.sendDocument(chatId, input, caption)).message_id
}
