import type { Api, MiddlewareFn } from 'grammy'
import { languages } from '../platform/i18n/languages.ts'
import type { BotContext } from './context.ts'
import { commandsFor, commandsSignature } from './orders.ts'
import { rememberMenu } from './store.ts'

/** Keeps the commands Telegram offers in this chat true to the person's roles and language, once they changed. */
export const keepMenu: MiddlewareFn<BotContext> = async (ctx, next) => {
  await next()
  if (ctx.chat?.type !== 'private' || ctx.myChatMember) return
  const { actor, speaker } = ctx
  const signature = commandsSignature(actor, speaker.language)
  if (signature === (speaker.menu ?? commandsSignature(undefined, 'id'))) return
  await ctx.api.setMyCommands(commandsFor(actor, speaker.language), { scope: { type: 'chat', chat_id: ctx.chat.id } })
  await rememberMenu(ctx.rt.db.reader, speaker.accountId, signature)
}

/** The commands of everybody whose chat has none of its own, in every language. Told to Telegram at each start. */
export async function announceCommands(api: Api): Promise<void> {
  await api.setMyCommands(commandsFor(undefined, 'id'))
  for (const language_code of languages) {
    await api.setMyCommands(commandsFor(undefined, language_code), { language_code })
  }
}
