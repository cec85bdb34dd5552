import { z } from 'zod'
import { type Requirement, requirementOf } from '../dossier/catalogue.ts'
import { type DateField, type Field, nextField } from '../dossier/fields.ts'
import * as filling from '../dossier/paper-service.ts'
import {
  type Business,
  type BusinessId,
  businessId,
  type ItemId,
  itemId,
  type NextStep,
  nextStep,
  type OwnItem,
  type PageRefusal,
} from '../dossier/rules.ts'
import { nameBusiness, placeBusiness } from '../dossier/service.ts'
import { catalogueOf, standingOf } from '../dossier/store.ts'
import { type BotContext, defineQuestion } from '../people/context.ts'
import { matchRegions } from '../people/regions.ts'
import { readPersonName } from '../people/rules.ts'
import { introduce } from '../people/service.ts'
import { allRegions } from '../people/store.ts'
import { nameRefused } from '../people/views.ts'
import type { OpenQuestion, Outcome } from '../platform/telegram/ask.ts'
import { download } from '../platform/telegram/download.ts'
import { type Screen, show } from '../platform/telegram/screen.ts'
import * as asking from './asking-views.ts'
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
  const catalogue = await catalogueOf(rt.db.reader, dossier.catalogueVersion)
  return { business, dossier, catalogue, now: rt.clock.now() }
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

/** An item of the speaker's own dossier, with its requirement and where they stand. */
export interface Own {
  item: OwnItem
  requirement: Requirement
  home: views.Home
}

/** The item of that id; undefined when it is not the speaker's. */
export async function ownItem(ctx: BotContext, itemId: ItemId): Promise<Own | undefined> {
  const own = await home(ctx)
  const item = own?.dossier.items.find(({ id }) => id === itemId)
  return own && item && { item, requirement: requirementOf(own.catalogue, item.requirementId), home: own }
}

/** What an item lacks, seen from its owner: what was sent in or came back is begun anew. */
export function lacking({ item, requirement }: Own): Field | undefined {
  const { drafting, state, pages, values } = item
  if (drafting || state === 'open' || state === 'started' || state === 'waiting') {
    return nextField(requirement, drafting ? pages : 0, values)
  }
  return requirement.kind === 'data' ? { kind: 'confirm' } : nextField(requirement, 0, {})
}

/** Asks for a field: in words by a question, by buttons on a screen. */
export async function askFor(ctx: BotContext, own: Own, field: Field): Promise<Outcome> {
  const { t } = ctx
  const { item, requirement } = own
  const itemId = item.id
  switch (field.kind) {
    case 'pages':
      return { next: paperFile.with({ itemId }) }
    case 'number':
      return { next: paperNumber.with({ itemId }) }
    case 'date':
      return { next: paperDay.with({ itemId, which: field.which }) }
    case 'name':
      return { screen: asking.nameAsk(t, itemId, requirement, ctx.speaker.name ?? '') }
    case 'question':
      return field.question.answer === 'choice' || field.question.answer === 'yes-no'
        ? { screen: asking.questionAsk(t, itemId, field) }
        : { next: dataAnswer.with({ itemId, question: field.question.id }) }
    case 'confirm':
      return { screen: asking.paragraphAsk(t, itemId, requirement, item.values) }
  }
}

/** After something was filled in: on to what is lacking, or thanks and what comes next. */
export async function fillOn(ctx: BotContext, itemId: ItemId, filled: filling.Filled): Promise<Outcome> {
  const own = await ownItem(ctx, itemId)
  if (!own) return { screen: { text: ctx.t('not-yours') } }
  const field = filled.next && lacking(own)
  if (field) return askFor(ctx, own, field)
  return { screen: views.received(ctx.t, filled.requirementId, filled.again, own.home) }
}

const notYours = ({ t }: BotContext): Outcome => ({ screen: { text: t('not-yours') } })

/** Why an item cannot be filled in now. */
export const fillRefused = (ctx: BotContext, reason: PageRefusal, own: Own | undefined): Outcome => ({
  screen: views.refused(ctx.t, reason, own?.requirement.name[ctx.t.language] ?? ''),
})

const paperFile = defineQuestion(
  'paper-file',
  { itemId: itemId() },
  {
    takesFiles: true,
    prompt: async (ctx, { itemId }) => {
      const own = await ownItem(ctx, itemId)
      const field = own && lacking(own)
      if (!own || field?.kind !== 'pages') return undefined
      return asking.pagesAsk(ctx.t, itemId, own.requirement, field)
    },
    take: async (ctx, { file }, { itemId }) => {
      const own = await ownItem(ctx, itemId)
      if (!own || !ctx.actor) return notYours(ctx)
      if (!file) return { screen: asking.sendNotFile(ctx.t, own.requirement), again: true }
      const bytes = await download(ctx, ctx.fetchFile, file)
      if (typeof bytes === 'string') return { ...fillRefused(ctx, bytes, own), again: true }
      const paper = { bytes, telegramFileId: file.fileId, telegramKind: file.kind }
      const outcome = await filling.sendPage(ctx.rt, ctx.actor, itemId, paper)
      if (!outcome.ok) {
        const refusal = fillRefused(ctx, outcome.reason, own)
        return anotherFileHelps(outcome.reason) ? { ...refusal, again: true } : refusal
      }
      const { next } = outcome.value
      if (next?.kind === 'pages') return { screen: asking.pagesAsk(ctx.t, itemId, own.requirement, next), again: true }
      return fillOn(ctx, itemId, outcome.value)
    },
  },
)

const anotherFileHelps = (reason: PageRefusal): boolean => reason !== 'not-yours' && reason !== 'accepted-already'

const paperNumber = defineQuestion(
  'paper-number',
  { itemId: itemId() },
  {
    prompt: async (ctx, { itemId }) => {
      const own = await ownItem(ctx, itemId)
      return own && asking.numberAsk(ctx.t, itemId, own.requirement)
    },
    take: async (ctx, { text }, { itemId }) => takeNumber(ctx, itemId, text ?? ''),
  },
)

/** Takes a number that was typed, or one that was offered instead. */
export async function takeNumber(ctx: BotContext, itemId: ItemId, typed: string): Promise<Outcome> {
  const own = await ownItem(ctx, itemId)
  if (!own || !ctx.actor) return notYours(ctx)
  const outcome = await filling.answerNumber(ctx.rt, ctx.actor, itemId, typed, await allRegions(ctx.rt.db.reader))
  if (outcome.ok) {
    if (outcome.value.underAge) await show(ctx, { text: ctx.t('number-nik-under-age') })
    return fillOn(ctx, itemId, outcome.value)
  }
  if (outcome.reason !== 'bad-number') return fillRefused(ctx, outcome.reason, own)
  return { screen: asking.numberRefused(ctx.t, itemId, own.requirement, outcome.reading), again: true }
}

const paperDay = defineQuestion(
  'paper-day',
  { itemId: itemId(), which: z.enum(['issued', 'expires']) },
  {
    prompt: async (ctx, { itemId, which }) => {
      const own = await ownItem(ctx, itemId)
      return own && asking.dayAsk(ctx.t, itemId, own.requirement, which)
    },
    take: async (ctx, { text }, { itemId, which }) => takeDay(ctx, itemId, which, text ?? ''),
  },
)

/** Takes a date that was typed, or one of those it may have meant. */
export async function takeDay(ctx: BotContext, itemId: ItemId, which: DateField, typed: string): Promise<Outcome> {
  const own = await ownItem(ctx, itemId)
  if (!own || !ctx.actor) return notYours(ctx)
  const outcome = await filling.answerDay(ctx.rt, ctx.actor, itemId, which, typed)
  if (outcome.ok) {
    if (outcome.value.endsEarly) await show(ctx, asking.endsEarly(ctx.t, own.requirement))
    return fillOn(ctx, itemId, outcome.value)
  }
  if (outcome.reason === 'ambiguous') {
    return { screen: asking.dayEither(ctx.t, itemId, which, outcome.either), again: true }
  }
  if (outcome.reason === 'not-yours' || outcome.reason === 'accepted-already')
    return fillRefused(ctx, outcome.reason, own)
  return { screen: asking.dayRefused(ctx.t, outcome.reason), again: true }
}

export const otherName = defineQuestion(
  'other-name',
  { itemId: itemId() },
  {
    prompt: async (ctx, { itemId }) => {
      const own = await ownItem(ctx, itemId)
      return own && asking.otherNameAsk(ctx.t, own.requirement)
    },
    take: async (ctx, { text }, { itemId }) => {
      const own = await ownItem(ctx, itemId)
      if (!own || !ctx.actor) return notYours(ctx)
      const read = readPersonName(text ?? '')
      if ('refusal' in read) return { screen: nameRefused(ctx.t, read.refusal), again: true }
      const outcome = await filling.answerName(ctx.rt, ctx.actor, itemId, read.name)
      if (!outcome.ok) return fillRefused(ctx, outcome.reason, own)
      await show(ctx, { text: ctx.t(outcome.value.differs ? 'name-differs-noted' : 'name-same-noted') })
      return fillOn(ctx, itemId, outcome.value)
    },
  },
)

const dataAnswer = defineQuestion(
  'data-answer',
  { itemId: itemId(), question: z.string().regex(/^[a-z_-]{2,24}$/) },
  {
    prompt: async (ctx, { itemId }) => {
      const own = await ownItem(ctx, itemId)
      const field = own && lacking(own)
      return field?.kind === 'question' ? asking.questionAsk(ctx.t, itemId, field) : undefined
    },
    take: async (ctx, { text }, { itemId, question }) => {
      if (text === undefined) return notText(ctx)
      return takeAnswer(ctx, itemId, question, text)
    },
  },
)

/** Takes an answer to a question of a data item, typed or pressed. */
export async function takeAnswer(ctx: BotContext, itemId: ItemId, question: string, typed: string): Promise<Outcome> {
  const own = await ownItem(ctx, itemId)
  if (!own || !ctx.actor) return notYours(ctx)
  const outcome = await filling.answerQuestion(ctx.rt, ctx.actor, itemId, question, typed)
  if (outcome.ok) return fillOn(ctx, itemId, outcome.value)
  if (outcome.reason === 'not-yours' || outcome.reason === 'accepted-already')
    return fillRefused(ctx, outcome.reason, own)
  return { screen: asking.answerRefused(ctx.t, outcome.reason), again: true }
}

export const waitDay = defineQuestion(
  'wait-day',
  { itemId: itemId() },
  {
    prompt: async (ctx, { itemId }) => {
      const own = await ownItem(ctx, itemId)
      return own && asking.waitDayAsk(ctx.t, own.requirement)
    },
    take: async (ctx, { text }, { itemId }) => takeWaitDay(ctx, itemId, text ?? ''),
  },
)

/** Lets an item wait until a day that was typed, or one of those it may have meant. */
export async function takeWaitDay(ctx: BotContext, itemId: ItemId, typed: string): Promise<Outcome> {
  const own = await ownItem(ctx, itemId)
  if (!own || !ctx.actor) return notYours(ctx)
  const outcome = await filling.waitUntil(ctx.rt, ctx.actor, itemId, typed)
  if (outcome.ok) {
    await show(ctx, {
      text: ctx.t('wait-noted', { name: own.requirement.name[ctx.t.language], day: ctx.t.dayOf(outcome.value) }),
    })
    return goOn(ctx)
  }
  if (outcome.reason === 'ambiguous') {
    return { screen: asking.waitDayEither(ctx.t, itemId, outcome.either), again: true }
  }
  if (outcome.reason === 'not-yours' || outcome.reason === 'accepted-already')
    return fillRefused(ctx, outcome.reason, own)
  return { screen: { text: ctx.t(`date-${outcome.reason}`) }, again: true }
}
