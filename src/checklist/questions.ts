import { requirementOf } from '../dossier/catalogue.ts'
import {
  type Business,
  type BusinessId,
  businessId,
  type ItemId,
  itemId,
  type NextStep,
  nextStep,
  type SubmitRefusal,
} from '../dossier/rules.ts'
import { nameBusiness, placeBusiness, type Submitted, submitPaper } from '../dossier/service.ts'
import { catalogueOf, standingOf } from '../dossier/store.ts'
import { type BotContext, defineQuestion } from '../people/context.ts'
import { matchRegions } from '../people/regions.ts'
import { introduce } from '../people/service.ts'
import { allRegions } from '../people/store.ts'
import { nameRefused } from '../people/views.ts'
import type { OpenQuestion, Outcome } from '../platform/telegram/ask.ts'
import { download } from '../platform/telegram/download.ts'
import type { Screen } from '../platform/telegram/screen.ts'
import * as views from './views.ts'

/** Reads where the speaker stands. Only people who agreed come this far. */
async function standing(ctx: BotContext) {
  if (!ctx.actor) throw new Error('a question of the checklist was open for somebody unknown')
  return standingOf(ctx.rt.db, ctx.actor.personId)
}

/** The speaker's business and dossier, once the registration is through and a cycle is open. */
export async function home(ctx: BotContext): Promise<views.Home | undefined> {
  const step = nextStep(await standing(ctx))
  return 'home' in step ? withCatalogue(ctx, step) : undefined
}

/** The speaker's business of that id; undefined when it is not theirs. */
export async function ownBusiness(ctx: BotContext, id: BusinessId): Promise<Business | undefined> {
  const { business } = await standing(ctx)
  return business?.id === id ? business : undefined
}

async function withCatalogue(
  { rt }: BotContext,
  { home: dossier, business }: Extract<NextStep, { home: unknown }>,
): Promise<views.Home> {
  return { business, dossier, catalogue: await catalogueOf(rt.db.reader, dossier.catalogueVersion) }
}

/** What is to be asked or shown next; said in one place for the questions and for the walk itself. */
export async function whatNext(ctx: BotContext): Promise<{ ask: OpenQuestion } | { show: Screen }> {
  const where = await standing(ctx)
  const step = nextStep(where)
  if ('home' in step) return { show: views.home(ctx.t, await withCatalogue(ctx, step)) }
  if ('wait' in step) return { show: views.noCycle(ctx.t, where) }
  return step.ask === 'commodity' ? { show: views.commodityAsk(ctx.t, step.business) } : { ask: questionOf(step) }
}

function questionOf(step: Exclude<Extract<NextStep, { ask: string }>, { ask: 'commodity' }>): OpenQuestion {
  switch (step.ask) {
    case 'own-name':
      return ownerName.with({})
    case 'business-name':
      return businessName.with({})
    default:
      return businessRegion.with({ businessId: step.business.id })
  }
}

/** After an answer was kept: straight on to what comes next. */
async function goOn(ctx: BotContext): Promise<Outcome> {
  const next = await whatNext(ctx)
  return 'ask' in next ? { next: next.ask } : { screen: next.show }
}

const notText = ({ t }: BotContext): Outcome => ({ screen: { text: t('answer-not-text') }, again: true })

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

export const businessName = defineQuestion(
  'business-name',
  {},
  {
    prompt: async (ctx) => ({ text: ctx.t('business-name-ask', { name: (await standing(ctx)).name ?? '' }) }),
    take: async (ctx, { text }) => {
      if (!ctx.actor) return goOn(ctx)
      if (text === undefined) return notText(ctx)
      const outcome = await nameBusiness(ctx.rt, ctx.actor, text)
      if (outcome.ok) return goOn(ctx)
      const { reason } = outcome
      if (reason === 'not-yours') return { screen: { text: ctx.t('not-yours') } }
      return { screen: { text: ctx.t(`business-name-${reason}`) }, again: true }
    },
  },
)

export const businessRegion = defineQuestion(
  'business-region',
  { businessId: businessId() },
  {
    prompt: async (ctx, { businessId }) => {
      const business = await ownBusiness(ctx, businessId)
      return business
        ? views.regionAsk(ctx.t, business, await allRegions(ctx.rt.db.reader))
        : { text: ctx.t('not-yours') }
    },
    take: async (ctx, { text }, { businessId }) => {
      if (text === undefined) return notText(ctx)
      const business = await ownBusiness(ctx, businessId)
      if (!ctx.actor || !business) return goOn(ctx)
      const regions = await allRegions(ctx.rt.db.reader)
      const found = matchRegions(text, regions)
      const [only] = found
      if (!only || found.length > 1) return { screen: views.regionAgain(ctx.t, business, found, regions), again: true }
      const outcome = await placeBusiness(ctx.rt, ctx.actor, businessId, only.code)
      return outcome.ok ? goOn(ctx) : { screen: { text: ctx.t('not-yours') } }
    },
  },
)

/** The item of the speaker's own dossier, with its requirement; undefined when it is not theirs. */
export async function ownItem(ctx: BotContext, itemId: ItemId) {
  const own = await home(ctx)
  const item = own?.dossier.items.find(({ id }) => id === itemId)
  return own && item && { item, requirement: requirementOf(own.catalogue, item.requirementId) }
}

export const paperFile = defineQuestion(
  'paper-file',
  { itemId: itemId() },
  {
    takesFiles: true,
    prompt: async (ctx, { itemId }) => {
      const own = await ownItem(ctx, itemId)
      if (!own) return { text: ctx.t('not-yours') }
      return own.item.state === 'accepted' ? undefined : views.sendAsk(ctx.t, own.requirement)
    },
    take: async (ctx, { file }, { itemId }) => {
      const own = await ownItem(ctx, itemId)
      if (!own || !ctx.actor) return { screen: { text: ctx.t('not-yours') } }
      if (!file) return { screen: views.sendNotFile(ctx.t, own.requirement), again: true }
      const name = own.requirement.name[ctx.t.language]
      const bytes = await download(ctx, ctx.fetchFile, file)
      if (typeof bytes === 'string') return { screen: views.refused(ctx.t, bytes, name), again: true }
      const outcome = await submitPaper(ctx.rt, ctx.actor, itemId, {
        bytes,
        telegramFileId: file.fileId,
        telegramKind: file.kind,
      })
      if (outcome.ok) return { screen: await receivedScreen(ctx, outcome.value) }
      const screen = views.refused(ctx.t, outcome.reason, name)
      return anotherFileHelps(outcome.reason) ? { screen, again: true } : { screen }
    },
  },
)

const anotherFileHelps = (reason: SubmitRefusal): boolean => reason !== 'not-yours' && reason !== 'accepted-already'

/** Thanks for a paper, read from the rows as they are after it. */
export async function receivedScreen(ctx: BotContext, { requirementId, again }: Submitted): Promise<Screen> {
  const own = await home(ctx)
  if (!own) throw new Error('a paper was sent in without a dossier')
  return views.received(ctx.t, requirementId, again, own)
}
