import { Composer } from 'grammy'
import type { BotContext } from '../people/context.ts'
import { onOrder } from '../people/orders.ts'
import { show } from '../platform/telegram/screen.ts'
import { officersOf } from './desk.ts'
import { searched, searchWords } from './search-questions.ts'

export const searching = new Composer<BotContext>()

onOrder(officersOf(searching), 'search', async (ctx) => {
  const typed = /^\/\S+\s+(.+)$/s.exec(ctx.message?.text ?? '')?.[1]
  if (typed === undefined) return ctx.ask(searchWords.with({}))
  const { screen } = await searched(ctx, typed)
  if (screen) await show(ctx, screen)
})
