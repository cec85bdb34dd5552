import type { BotContext } from '../people/context.ts'
import { handlingOf } from '../platform/telegram/handling.ts'
import { answerPress, editAt, type Screen, send, unlessRefused } from '../platform/telegram/screen.ts'
import { later, minutes } from '../platform/time.ts'
import { type LiveMessage, liveMessageOf, saveLiveMessage } from './store.ts'

/**
 * Shows a screen in the one message of its kind in this chat. Where its own button was pressed it is edited. Otherwise it
 * is sent anew at the bottom of the chat and the old one goes, but at most `perMinute` times a minute; more often it is
 * edited where it is. Of many files in a row only the last one is answered: the chat is not flooded. Answers with the
 * beginning of the minute when it is now hidden above what came after it.
 */
export async function showLive(
  ctx: BotContext,
  kind: string,
  screen: Screen,
  perMinute = Number.POSITIVE_INFINITY,
): Promise<Date | undefined> {
  const { rt, chatId } = ctx
  if (chatId === undefined) return undefined
  await answerPress(ctx)
  if (!ctx.callbackQuery && (await handlingOf(ctx.update).isFollowedByFile())) return undefined
  const last = await liveMessageOf(rt.db, chatId, kind)
  const isPressed = last !== undefined && ctx.callbackQuery?.message?.message_id === last.messageId
  if (isPressed && (await editAt(ctx, last.messageId, screen)) !== 'impossible') {
    await saveLiveMessage(rt.db, chatId, kind, { ...last, since: rt.clock.now() })
    return undefined
  }
  const counted = countedOn(last, rt.clock.now())
  const isTooOften = !ctx.callbackQuery && counted.sends > perMinute
  // Whoever sent something sees an answer: where the old one would stay as it is, it comes anew.
  if (isTooOften && last && (await editAt(ctx, last.messageId, screen)) === 'edited') {
    return counted.since
  }
  await saveLiveMessage(rt.db, chatId, kind, { ...counted, messageId: await send(ctx, screen) })
  if (last) await unlessRefused(ctx.api.deleteMessage(chatId, last.messageId))
  return undefined
}

/** The count with one more sending, in the same minute or in one that begins now. */
function countedOn(last: LiveMessage | undefined, now: Date): Omit<LiveMessage, 'messageId'> {
  const isSameMinute = last !== undefined && now < later(last.since, minutes(1))
  return isSameMinute ? { since: last.since, sends: last.sends + 1 } : { since: now, sends: 1 }
}

/** Takes the message of this kind away: what it said is over. */
export async function endLive(ctx: BotContext, kind: string): Promise<void> {
  const { rt, chatId } = ctx
  if (chatId === undefined) return
  const last = await liveMessageOf(rt.db, chatId, kind)
  if (last) await unlessRefused(ctx.api.deleteMessage(chatId, last.messageId))
}
