import * as filling from '../dossier/answer-service.ts'
import { type Next, nextItem } from '../dossier/next-item.ts'
import { businessId, type ItemId, itemId } from '../dossier/rules.ts'
import { sayForm } from '../dossier/service.ts'
import { type BotContext, defineQuestion } from '../people/context.ts'
import type { Outcome } from '../platform/telegram/ask.ts'
import * as businessViews from './business-views.ts'
import { fillRefused } from './paper-questions.ts'
import { goOn, home, notAmong, ownBusiness } from './questions.ts'
import { formChoices, ownedChoices, readChoice } from './typed.ts'
import * as views from './views.ts'

// What is asked about a business before its papers: its form, and which slow papers it has already.

export const businessForm = defineQuestion(
  'business-form',
  { businessId: businessId() },
  {
    prompt: async (ctx, { businessId }) => {
      const business = await ownBusiness(ctx, businessId)
      return business && businessViews.formAsk(ctx.t, business)
    },
    take: async (ctx, { text = '' }, { businessId }) => {
      const business = await ownBusiness(ctx, businessId)
      if (!business || !ctx.actor) return goOn(ctx)
      const form = readChoice(text, formChoices)
      if (!form) return notAmong(ctx, businessViews.formAsk(ctx.t, business))
      const outcome = await sayForm(ctx.rt, ctx.actor, businessId, form)
      return outcome.ok ? goOn(ctx) : { screen: { text: ctx.t('not-yours') } }
    },
  },
)

const ownedAlready = defineQuestion(
  'owned',
  { itemId: itemId() },
  {
    prompt: async (ctx, { itemId }) => ownedScreen(ctx, itemId),
    take: async (ctx, { text = '' }, { itemId }) => {
      const screen = await ownedScreen(ctx, itemId)
      if (!screen) return goOn(ctx)
      const owned = readChoice(text, ownedChoices)
      return owned ? takeOwned(ctx, itemId, owned) : notAmong(ctx, screen)
    },
  },
)

/** What is up next for the business the speaker is at. */
async function nextAt(ctx: BotContext): Promise<Next | undefined> {
  const own = await home(ctx)
  return own && nextItem(views.goalsIn(own), own.now)
}

async function ownedScreen(ctx: BotContext, itemId: ItemId) {
  const next = await nextAt(ctx)
  const goals = next && 'ask' in next && next.ask === 'owned' ? next.goals : []
  const goal = goals.find(({ items }) => items[0]?.id === itemId)
  return goal && views.ownedAsk(ctx.t, goal)
}

/** Takes whether a slow paper is there already, and asks about the next one. */
export async function takeOwned(ctx: BotContext, itemId: ItemId, owned: 'yes' | 'not-yet'): Promise<Outcome> {
  if (!ctx.actor) return goOn(ctx)
  const outcome = await filling.sayOwned(ctx.rt, ctx.actor, itemId, owned)
  return outcome.ok ? askOwned(ctx) : fillRefused(ctx, 'not-yours', undefined)
}

/** "Do you have it already?" for the next slow paper, until none is left to ask about. */
export async function askOwned(ctx: BotContext): Promise<Outcome> {
  const next = await nextAt(ctx)
  const [goal] = next && 'ask' in next && next.ask === 'owned' ? next.goals : []
  const [item] = goal?.items ?? []
  return item ? { next: ownedAlready.with({ itemId: item.id }) } : goOn(ctx)
}
