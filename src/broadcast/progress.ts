import type { Api } from 'grammy'
import { translator } from '../platform/i18n/translator.ts'
import { blandly } from '../platform/log.ts'
import { mayPass, telegramFailure } from '../platform/telegram/failure.ts'
import { messageOptions } from '../platform/telegram/screen.ts'
import type { Runtime } from '../runtime.ts'
import { figuresOf, noteShown, type ProgressMessage, takeProgressTurns } from './figure-store.ts'
import { progress } from './progress-views.ts'
import { broadcastWith } from './store.ts'

/** Edits the messages that show how far broadcasts are, each at most once in three seconds, whichever process does it. */
export async function showProgress(rt: Runtime, api: Api): Promise<number> {
  const turns = await takeProgressTurns(rt.db, rt.clock.now())
  for (const turn of turns) await edit(rt, api, turn)
  return turns.length
}

async function edit(rt: Runtime, api: Api, { id, chatId, messageId, language }: ProgressMessage): Promise<void> {
  const broadcast = await broadcastWith(rt.db.reader, id)
  if (!broadcast) return
  const screen = progress(translator(language), { broadcast, figures: await figuresOf(rt.db, id) })
  const { parse_mode, link_preview_options, reply_markup } = messageOptions(screen)
  const markup = reply_markup && 'inline_keyboard' in reply_markup ? { reply_markup } : {}
  try {
    await api.editMessageText(chatId, messageId, screen.text, { parse_mode, link_preview_options, ...markup })
  } catch (error) {
    const failure = telegramFailure(error)
    if (failure === undefined) throw error
    // Shown in three seconds, or, where the message is gone or says the same already, not at all.
    if (mayPass(failure))
      return rt.log.warn({ door: 'worker', what: 'progress', id, outcome: failure, error: blandly(error) })
  }
  await noteShown(rt.db, id, broadcast.state)
}
