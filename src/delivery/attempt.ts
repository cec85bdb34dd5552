import type { Api } from 'grammy'
import { setBlocked } from '../people/store.ts'
import { isDatabaseAway } from '../platform/db.ts'
import { translator } from '../platform/i18n/translator.ts'
import { blandly } from '../platform/log.ts'
import { telegramFailure, waitWanted, whyUnreachable } from '../platform/telegram/failure.ts'
import { inputOf, messageOptions, type Screen } from '../platform/telegram/screen.ts'
import { inDaytime } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import type { Notice } from './notice.ts'
import { againAfter } from './pace.ts'
import * as store from './store.ts'

/** What one try came to: settled, or to be tried again. `away` when Telegram itself did not answer. */
export type Attempt = store.Settlement | { state: 'later'; away: boolean }

const WAITS = { state: 'later', away: false } as const
const WAITS_FOR_TELEGRAM = { state: 'later', away: true } as const
/** Seconds until something is tried again that never went out. */
const SOON = 2

/** Tries to send one message that was claimed. Whatever is not settled is given back with the time of the next try. */
export async function attempt(
  rt: Runtime,
  api: Api,
  notice: Notice<unknown> | undefined,
  delivery: store.DueDelivery,
): Promise<Attempt> {
  const now = rt.clock.now()
  if (delivery.expiresAt && delivery.expiresAt <= now) return { state: 'expired' }
  if (!notice) return failed(rt, delivery, 'unknown-kind')
  const morning = inDaytime(now)
  if (notice.daytime && morning > now) {
    await store.defer(rt.db, delivery, morning)
    return WAITS
  }
  const address = await store.addressOf(rt.db, delivery.personId)
  if (address === 'none') return { state: 'skipped' }
  if (!address) return { state: 'blocked' }
  try {
    const compose = await notice.compose(rt.db, notice.data.parse(delivery.data))
    if (!compose) return { state: 'skipped' }
    const messageId = await send(api, address.telegramId, await compose(translator(address.language)))
    return { state: 'sent', chatId: address.telegramId, messageId }
  } catch (error) {
    const failure = telegramFailure(error)
    if (failure !== 'unreachable') return notSent(rt, delivery, error)
    await setBlocked(rt.db.reader, address.accountId, now, whyUnreachable(error))
    return attempt(rt, api, notice, delivery) // to another account of theirs, if there is one
  }
}

/** What never went out waits as long as it is worth being sent; what perhaps arrived is repeated a few times only. */
async function notSent(rt: Runtime, delivery: store.DueDelivery, error: unknown): Promise<Attempt> {
  const failure = telegramFailure(error)
  if (failure === 'uncertain') {
    const uncertain = delivery.uncertain + 1
    const seconds = againAfter(uncertain)
    if (seconds === undefined) return failed(rt, delivery, 'uncertain', error)
    await store.postpone(rt.db, { ...delivery, uncertain }, seconds)
    return WAITS_FOR_TELEGRAM
  }
  if (failure === 'flood' || failure === 'away' || isDatabaseAway(error)) {
    await store.postpone(rt.db, delivery, waitWanted(error) ?? SOON)
    return failure === 'away' ? WAITS_FOR_TELEGRAM : WAITS
  }
  return failed(rt, delivery, failure === 'refused' ? 'refused' : 'broken', error)
}

function failed(
  { log }: Runtime,
  { kind, id }: store.DueDelivery,
  failure: store.Failure,
  error?: unknown,
): store.Settlement {
  const about = error === undefined ? {} : { error: blandly(error) }
  log.error({ door: 'worker', what: kind, id, outcome: `failed: ${failure}`, ...about })
  return { state: 'failed', failure }
}

/** Sends a screen into a chat and returns the message's id. */
async function send(api: Api, chatId: number, screen: Screen): Promise<number> {
  const { link_preview_options, ...options } = messageOptions(screen)
  const { picture, text } = screen
  if (!picture) return (await api.sendMessage(chatId, text, { ...options, link_preview_options })).message_id
  const input = inputOf(picture)
  const caption = { ...options, caption: text }
  if (picture.kind === 'voice') return (await api.sendVoice(chatId, picture.fileId, caption)).message_id
  return picture.kind === 'photo'
    ? (await api.sendPhoto(chatId, input, caption)).message_id
    : (await api.sendDocument(chatId, input, caption)).message_id
}
