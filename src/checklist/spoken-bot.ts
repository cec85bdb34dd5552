import { Composer } from 'grammy'
import type { BotContext } from '../people/context.ts'
import { type Screen, show } from '../platform/telegram/screen.ts'
import { leftNumber, takeNumber } from './paper-questions.ts'
import { paperChoices, papersIn } from './paper-words.ts'
import { home } from './questions.ts'
import { readChoice } from './typed.ts'
import * as views from './views.ts'
import { follow, ownersOf } from './walk.ts'

// What owners type where nothing was asked in words: a number they had left, or the paper they want to see.

export const spoken = new Composer<BotContext>()

const owners = ownersOf(spoken)

owners.on('message:text', async (ctx, next) => {
  const { text } = ctx.message
  const numbered = await leftNumber(ctx, text)
  if (numbered !== undefined) return follow(ctx, await takeNumber(ctx, numbered, text), numbered)
  const named = await namedPaper(ctx, text)
  return named ? show(ctx, named) : next()
})

/** The card of the paper that is named. */
async function namedPaper(ctx: BotContext, typed: string): Promise<Screen | undefined> {
  const own = await home(ctx)
  if (!own) return undefined
  const papers = papersIn(views.goalsIn(own).filter(({ side }) => side === 'owner'))
  const id = readChoice(typed, paperChoices(papers))
  const paper = papers.find(({ item }) => item.id === id)
  const item = own.dossier.items.find((each) => each.id === id)
  return paper && item && views.inItsName(ctx.t, own, views.itemCard(ctx.t, item, paper.requirement))
}
