import type { MiddlewareFn } from 'grammy'
import { translator } from '../platform/i18n/translator.ts'
import { remembering } from '../platform/remembering.ts'
import type { FetchFile } from '../platform/telegram/download.ts'
import { handlingOf } from '../platform/telegram/handling.ts'
import type { Runtime } from '../runtime.ts'
import type { BotContext } from './context.ts'
import { setBlocked, identify as speakerOf } from './store.ts'

/**
 * Finds out who speaks: one statement, which also makes the account of a newcomer. Whoever blocked the bot and writes
 * again is back.
 */
export function identify(rt: Runtime, fetchFile: FetchFile): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    if (!ctx.from) return
    const { db, once } = remembering(rt.db)
    ctx.rt = { ...rt, db }
    ctx.once = once
    ctx.fetchFile = fetchFile
    await recognise(ctx)
    if (ctx.speaker.blocked && !ctx.myChatMember) await setBlocked(rt.db.reader, ctx.speaker.accountId, undefined)
    await next()
  }
}

/** Fills in who speaks; called again when their rights or language changed within the update. */
export async function recognise(ctx: BotContext): Promise<void> {
  if (!ctx.from) throw new Error('an update without a sender has no speaker')
  const handling = handlingOf(ctx.update)
  const [speaker, question] = await speakerOf(ctx.rt.db, ctx.from.id, handling.cause, ctx.rt.clock.now())
  ctx.speaker = speaker
  ctx.actor = speaker.actor
  if (speaker.actor) handling.actor = speaker.actor.personId
  ctx.questionState = question
  ctx.t = translator(speaker.language)
}

/** The inbox id of the update being handled: the cause of what it brings about. */
export const causeOf = (ctx: BotContext): number => handlingOf(ctx.update).cause
