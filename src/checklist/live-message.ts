import type { BotContext } from '../people/context.ts'
import { handlingOf } from '../platform/telegram/handling.ts'
import { answerPress, editAt, type Screen, send, unlessRefused } from '../platform/telegram/screen.ts'
import { liveMessageOf, saveLiveMessage } from './store.ts'

/** Milliseconds a message stays where it is and is edited; then it is sent anew, below what came after it. */
const STAYS = 25_000

/**
 * Shows a screen in the one message of its kind in this chat: edited while it is young or when it was pressed, otherwise
 * sent anew in place of the old one. Of many files in a row only the last one is answered: the chat is not flooded.
 */
export async function showLive(ctx: BotContext, kind: string, screen: Screen): Promise<void> {
  const { rt, chatId } = ctx
  if (chatId === undefined) return
  await answerPress(ctx)
  if (!ctx.callbackQuery && (await handlingOf(ctx.update).isFollowedByFile())) return
  const now = rt.clock.now()
  const last = await liveMessageOf(rt.db, chatId, kind)
  const isPressed = last !== undefined && ctx.callbackQuery?.message?.message_id === last.messageId
  const isYoung = last !== undefined && !ctx.callbackQuery && now.getTime() - last.sentAt.getTime() < STAYS
  const edit = isPressed || isYoung ? await editAt(ctx, last.messageId, screen) : 'impossible'
  // Whoever sent something sees an answer: where the old one would stay as it is, it comes anew.
  if (edit === 'edited' || (edit === 'same' && isPressed)) return
  await saveLiveMessage(rt.db, { chatId, kind, messageId: await send(ctx, screen), now })
  if (last) await unlessRefused(ctx.api.deleteMessage(chatId, last.messageId))
}

/** Takes the message of this kind away: what it said is over. */
export async function endLive(ctx: BotContext, kind: string): Promise<void> {
  const { rt, chatId } = ctx
  if (chatId === undefined) return
  const last = await liveMessageOf(rt.db, chatId, kind)
  if (last) await unlessRefused(ctx.api.deleteMessage(chatId, last.messageId))
}
