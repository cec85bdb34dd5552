import {
  type Business,
  type BusinessId,
  businessId,
  type ItemId,
  type NextStep,
  nextStep,
  type Standing,
} from '../dossier/rules.ts'
import {
  addBusiness,
  chooseCommodity,
  nameFirstBusiness,
  placeBusiness,
  renameBusiness,
  workAt,
} from '../dossier/service.ts'
import { standing } from '../dossier/standing.ts'
import { catalogueOf } from '../dossier/store.ts'
import { type BotContext, defineQuestion } from '../people/context.ts'
import { matchRegions } from '../people/regions.ts'
import { introduce } from '../people/service.ts'
import { allRegions } from '../people/store.ts'
import { nameRefused } from '../people/views.ts'
import type { OpenQuestion, Outcome } from '../platform/telegram/ask.ts'
import type { Screen } from '../platform/telegram/screen.ts'
import * as businessViews from './business-views.ts'
import { commodityChoices, readChoice } from './typed.ts'
import * as views from './views.ts'

/** The speaker's business and dossier, with `only` one item of it, once the registration is through and a cycle is open. */
export async function home(ctx: BotContext, only?: ItemId): Promise<views.Home | undefined> {
  const where = await standing(ctx, only)
  const step = nextStep(where)
  return 'home' in step ? withCatalogue(ctx, where, step) : undefined
}

/** The business of that id, at which the speaker is from now on; undefined when they may not fill it in. */
export async function ownBusiness(ctx: BotContext, id: BusinessId): Promise<Business | undefined> {
  if (!ctx.actor) return undefined
  const { business } = await standing(ctx)
  if (business?.id === id) return business
  const moved = await workAt(ctx.rt, ctx.actor, id)
  return moved.ok ? (await standing(ctx)).business : undefined
}

async function withCatalogue(
  { rt, actor }: BotContext,
  { ownerId, name, businesses, unsorted }: Standing,
  { home: dossier, business }: Extract<NextStep, { home: unknown }>,
): Promise<views.Home> {
  const catalogue = await catalogueOf(rt.db.reader, dossier.catalogueVersion)
  return {
    business,
    dossier,
    catalogue,
    now: rt.clock.now(),
    ownerName: name ?? '',
    unsorted,
    isOneOfMany: businesses.length > 1,
    isAssisted: ownerId !== actor?.personId,
  }
}

/** What is to be asked or shown next; said in one place for the questions and for the walk itself. */
export async function whatNext(ctx: BotContext): Promise<{ ask: OpenQuestion } | { show: Screen }> {
  const where = await standing(ctx)
  const step = nextStep(where)
  if ('home' in step) return { show: views.home(ctx.t, await withCatalogue(ctx, where, step)) }
  // Whoever has no business of their own goes on with those of others.
  if ('ask' in step && step.ask === 'business-name' && where.businesses.length > 0) {
    return { show: businessViews.businessList(ctx.t, where) }
  }
  if ('wait' in step) return { show: businessViews.noCycle(ctx.t, where) }
  return { ask: questionOf(step) }
}

function questionOf(step: Extract<NextStep, { ask: string }>): OpenQuestion {
  switch (step.ask) {
    case 'own-name':
      return ownerName.with({})
    case 'business-name':
      return firstBusinessName.with({})
    case 'region':
      return businessRegion.with({ businessId: step.business.id })
    case 'commodity':
      return businessCommodity.with({ businessId: step.business.id })
  }
}

/** After an answer was kept: straight on to what comes next. */
export async function goOn(ctx: BotContext): Promise<Outcome> {
  const next = await whatNext(ctx)
  return 'ask' in next ? { next: next.ask } : { screen: next.show }
}

/** The words fit none of the buttons: the same question once more, after a word about it. */
export const notAmong = ({ t }: BotContext, asked: Screen): Outcome => ({
  screen: { ...asked, text: `${t('choose-below')}\n\n${asked.text}` },
  again: true,
})

export const notText = ({ t }: BotContext): Outcome => ({ screen: { text: t('answer-not-text') }, again: true })

const ownerName = defineQuestion(
  'owner-name',
  {},
  {
    prompt: async ({ t }) => ({ text: t('name-ask') }),
    take: async (ctx, { text }) => {
      if (!ctx.actor) return goOn(ctx)
      if (text === undefined) return notText(ctx)
      const outcome = await introduce(ctx.rt, ctx.actor, text)
      return outcome.ok ? goOn(ctx) : { screen: nameRefused(ctx.t, outcome.reason), again: true }
    },
  },
)

const firstBusinessName = defineQuestion(
  'business-name',
  {},
  {
    prompt: async (ctx) => ({ text: ctx.t('business-name-ask', { name: (await standing(ctx)).name ?? '' }) }),
    take: (ctx, { text }) => takeBusinessName(ctx, text, nameFirstBusiness),
  },
)

export const otherBusinessName = defineQuestion(
  'rename-business',
  { businessId: businessId() },
  {
    prompt: async (ctx, { businessId }) => {
      const business = await ownBusiness(ctx, businessId)
      return business && { text: ctx.t('business-rename-ask', { business: business.name }) }
    },
    take: (ctx, { text }, { businessId }) =>
      takeBusinessName(ctx, text, (rt, actor, typed) => renameBusiness(rt, actor, businessId, typed)),
  },
)

export const newBusinessName = defineQuestion(
  'new-business',
  {},
  {
    prompt: async ({ t }) => ({ text: t('business-add-ask') }),
    take: (ctx, { text }) => takeBusinessName(ctx, text, addBusiness),
  },
)

async function takeBusinessName(
  ctx: BotContext,
  text: string | undefined,
  keep: typeof nameFirstBusiness,
): Promise<Outcome> {
  if (!ctx.actor) return goOn(ctx)
  if (text === undefined) return notText(ctx)
  const outcome = await keep(ctx.rt, ctx.actor, text)
  if (outcome.ok) return goOn(ctx)
  const { reason } = outcome
  if (reason === 'not-yours') return { screen: { text: ctx.t('not-yours') } }
  return { screen: { text: ctx.t(`business-name-${reason}`) }, again: true }
}

export const businessRegion = defineQuestion(
  'business-region',
  { businessId: businessId() },
  {
    prompt: async (ctx, { businessId }) => {
      const business = await ownBusiness(ctx, businessId)
      return business
        ? businessViews.withOthers(
            ctx.t,
            await standing(ctx),
            businessViews.regionAsk(ctx.t, business, await allRegions(ctx.rt.db.reader)),
          )
        : { text: ctx.t('not-yours') }
    },
    take: async (ctx, { text }, { businessId }) => {
      if (text === undefined) return notText(ctx)
      const business = await ownBusiness(ctx, businessId)
      if (!ctx.actor || !business) return goOn(ctx)
      const regions = await allRegions(ctx.rt.db.reader)
      const found = matchRegions(text, regions)
      const [only] = found
      if (!only || found.length > 1)
        return { screen: businessViews.regionAgain(ctx.t, business, found, regions), again: true }
      const outcome = await placeBusiness(ctx.rt, ctx.actor, businessId, only.code)
      return outcome.ok ? goOn(ctx) : { screen: { text: ctx.t('not-yours') } }
    },
  },
)

export const businessCommodity = defineQuestion(
  'business-commodity',
  { businessId: businessId() },
  {
    prompt: async (ctx, { businessId }) => {
      const business = await ownBusiness(ctx, businessId)
      return business
        ? businessViews.withOthers(ctx.t, await standing(ctx), businessViews.commodityAsk(ctx.t, business))
        : { text: ctx.t('not-yours') }
    },
    take: async (ctx, { text = '' }, { businessId }) => {
      const business = await ownBusiness(ctx, businessId)
      if (!ctx.actor || !business) return goOn(ctx)
      const commodity = readChoice(text, commodityChoices)
      if (!commodity) return notAmong(ctx, businessViews.commodityAsk(ctx.t, business))
      const outcome = await chooseCommodity(ctx.rt, ctx.actor, businessId, commodity)
      return outcome.ok ? goOn(ctx) : { screen: { text: ctx.t('not-yours') } }
    },
  },
)
