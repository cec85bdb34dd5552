import type { Api, MiddlewareFn } from 'grammy'
import { languages } from '../platform/i18n/languages.ts'
import type { BotContext } from './context.ts'
import { commandsFor } from './orders.ts'
import { rememberMenu } from './store.ts'

/** Keeps the commands Telegram offers in this chat true to the person's roles and language, once they changed. */
export const keepMenu: MiddlewareFn<BotContext> = async (ctx, next) => {
  await next()
  if (ctx.chat?.type !== 'private' || ctx.myChatMember) return
  const { actor, speaker } = ctx
  const { commands, signature } = commandsFor(actor, speaker.language)
  if (signature === (speaker.menu ?? commandsFor(undefined, 'id').signature)) return
  await ctx.api.setMyCommands(commands, { scope: { type: 'chat', chat_id: ctx.chat.id } })
  await rememberMenu(ctx.rt.db.reader, speaker.accountId, signature)
}

/** The commands of everybody whose chat has none of its own, in every language. Told to Telegram at each start. */
export async function announceCommands(api: Api): Promise<void> {
  await api.setMyCommands(commandsFor(undefined, 'id').commands)
  for (const language_code of languages) {
    await api.setMyCommands(commandsFor(undefined, language_code).commands, { language_code })
  }
}
