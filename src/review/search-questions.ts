import { type BotContext, defineQuestion } from '../people/context.ts'
import type { Outcome } from '../platform/telegram/ask.ts'
import { search } from './search-service.ts'
import * as views from './search-views.ts'

/** What an officer looks for; the question stays open, because the next search follows the first. */
export const searchWords = defineQuestion(
  'search',
  {},
  {
    prompt: async ({ t }) => views.searchAsk(t),
    take: async (ctx, { text = '' }) => ({ ...(await searched(ctx, text)), again: true }),
  },
)

/** What comes of a search. */
export async function searched({ rt, actor, t }: BotContext, typed: string): Promise<Outcome> {
  const outcome = actor && (await search(rt, actor, typed))
  if (!outcome?.ok) return { screen: outcome?.reason === 'unclear' ? views.searchAsk(t) : { text: t('not-yours') } }
  return { screen: views.found(t, outcome.value, typed) }
}
