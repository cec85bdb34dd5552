import { setTimeout as sleep } from 'node:timers/promises'
import type { Api } from 'grammy'
import { blandly } from '../platform/log.ts'
import { waitWanted } from '../platform/telegram/failure.ts'
import type { Runtime } from '../runtime.ts'
import type { Inbox } from './service.ts'

/** The updates the bot has an answer to; everything else Telegram need not send. */
export const WANTED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const

const POLL_SECONDS = 20
const PAUSE = 3_000

/**
 * Fetches updates until `signal` is aborted. A batch is confirmed to Telegram by asking for the next one, which happens
 * only after it was stored. Conflicts, outages and a database that is away are waited out.
 */
export async function poll(rt: Runtime, api: Api, inbox: Inbox, signal: AbortSignal): Promise<void> {
  let offset = 0
  let isOurs = false
  while (!signal.aborted) {
    try {
      // A webhook set before would be answered with 409 for ever; taking it away keeps what waits.
      if (!isOurs) isOurs = await api.deleteWebhook()
      const request = { offset, timeout: POLL_SECONDS, allowed_updates: WANTED_UPDATES }
      // grammY names the abort signal of its own polyfill, which Node's own fits in every way that matters.
      const updates = await api.getUpdates(request, signal as unknown as Parameters<Api['getUpdates']>[1])
      await inbox.receive(updates)
      offset = (updates.at(-1)?.update_id ?? offset - 1) + 1
    } catch (error) {
      if (signal.aborted) return
      rt.log.warn({ door: 'telegram', what: 'poll', outcome: 'again', error: blandly(error) })
      await sleep((waitWanted(error) ?? 0) * 1000 || PAUSE, undefined, { signal }).catch(() => undefined)
    }
  }
}
