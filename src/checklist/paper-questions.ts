import { z } from 'zod'
import * as filling from '../dossier/answer-service.ts'
import { type Group, type Question, type Requirement, requirementOf } from '../dossier/catalogue.ts'
import { type DateField, type Field, NAME, NUMBER, nextField, readPaperNumber } from '../dossier/fields.ts'
import type { Filled } from '../dossier/filling-service.ts'
import { isOpenToOwner, sideOf } from '../dossier/item-states.ts'
import { finishPages, sendPage } from '../dossier/paper-service.ts'
import type { Answer } from '../dossier/requirements.ts'
import {
  type DossierId,
  dossierId,
  fieldName,
  type ItemId,
  itemId,
  type OwnItem,
  offeredAnswer,
  offeredNumber,
  type PageRefusal,
} from '../dossier/rules.ts'
import { answerGroup, workAt } from '../dossier/service.ts'
import { subjectOfItem } from '../dossier/store.ts'
import { type BotContext, defineQuestion } from '../people/context.ts'
import { readPersonName } from '../people/rules.ts'
import { allRegions } from '../people/store.ts'
import { nameRefused } from '../people/views.ts'
import type { Outcome } from '../platform/telegram/ask.ts'
import { download, type IncomingFile } from '../platform/telegram/download.ts'
import { type Screen, show } from '../platform/telegram/screen.ts'
import { localDate } from '../platform/time.ts'
import * as asking from './asking-views.ts'
import { showLive } from './live-message.ts'
import { goOn, home, notAmong, notText } from './questions.ts'
import {
  type Choice,
  confirmChoices,
  doneChoices,
  groupChoices,
  nameChoices,
  optionChoices,
  ownedChoices,
  readChoice,
  unsureChoices,
  yesNoChoices,
} from './typed.ts'
import * as views from './views.ts'

// What an item lacks, asked field by field.

/** An item of the speaker's own dossier, with its requirement and where they stand. */
export interface Own {
  item: OwnItem
  requirement: Requirement
  home: views.Setting
}

type OwnAtHome = Own & { home: views.Home }

/** The item of that id, whose business the speaker is at from now on; undefined when they may not fill it in. */
export const ownItem = (ctx: BotContext, itemId: ItemId): Promise<Own | undefined> => reach(ctx, itemId, itemId)

/** The same with the whole dossier, which is read only where something else of it is to be told. */
const ownItemAtHome = (ctx: BotContext, itemId: ItemId): Promise<OwnAtHome | undefined> => reach(ctx, itemId)

async function reach(ctx: BotContext, itemId: ItemId, only?: ItemId): Promise<OwnAtHome | undefined> {
  const here = itemAt(await home(ctx, only), itemId)
  if (here || !ctx.actor) return here
  const elsewhere = await subjectOfItem(ctx.rt.db.reader, itemId)
  const moved = elsewhere && (await workAt(ctx.rt, ctx.actor, elsewhere.businessId))
  return moved?.ok ? itemAt(await home(ctx, only), itemId) : undefined
}

function itemAt(own: views.Home | undefined, itemId: ItemId): OwnAtHome | undefined {
  const item = own?.dossier.items.find(({ id }) => id === itemId)
  if (!own || !item) return undefined
  const requirement = requirementOf(own.catalogue, item.requirementId)
  return sideOf(requirement) === 'owner' ? { item, requirement, home: own } : undefined
}

/** What an item lacks, seen from its owner: what was sent in or came back is begun anew. */
export function lacking({ item, requirement }: Own): Field | undefined {
  const { drafting, state, pages, values } = item
  if (drafting || state === 'open' || state === 'started' || state === 'waiting') {
    return nextField(requirement, drafting ? pages : 0, values)
  }
  return requirement.kind === 'data' ? { kind: 'confirm' } : nextField(requirement, 0, {})
}

/** The question that asks for a field. */
export async function askFor(ctx: BotContext, own: Own, field: Field): Promise<Outcome> {
  const { item } = own
  const group = field.kind === 'pages' ? undefined : await groupInTheWay(ctx, own)
  if (group) {
    return { next: groupQuestion.with({ dossierId: own.home.dossier.id, group: group.id }) }
  }
  const itemId = item.id
  switch (field.kind) {
    case 'pages':
      return { next: paperFile.with({ itemId }) }
    case 'number':
      return { next: paperNumber.with({ itemId }) }
    case 'date':
      return { next: paperDay.with({ itemId, which: field.which }) }
    case 'place':
      return { next: paperPlace.with({ itemId }) }
    case 'name':
      return { next: paperName.with({ itemId }) }
    case 'question':
      return { next: dataAnswer.with({ itemId, question: field.question.id }) }
    case 'confirm':
      return { next: paragraph.with({ itemId }) }
  }
}

/** The group whose question must be answered before more is asked: whether the paper will be the right one at all. */
async function groupInTheWay(ctx: BotContext, { item, requirement }: Own): Promise<Group | undefined> {
  const at = requirement.group === undefined ? undefined : await home(ctx)
  if (!at) return undefined
  const goal = views.goalsIn(at).find(({ items }) => items.some(({ id }) => id === item.id))
  const isOpen = goal?.question?.about === 'group' && !goal.question.unsure
  return isOpen && goal.group?.question?.onYes !== item.requirementId ? goal.group : undefined
}

/** After something was filled in: on to what is lacking, or thanks and what comes next. */
export async function fillOn(ctx: BotContext, itemId: ItemId, filled: Filled): Promise<Outcome> {
  const asked = filled.next && (await ownItem(ctx, itemId))
  const field = asked && lacking(asked)
  if (field) return askFor(ctx, asked, field)
  const own = await ownItemAtHome(ctx, itemId)
  if (!own) return notYours(ctx)
  return {
    screen: views.inItsName(ctx.t, own.home, views.received(ctx.t, filled.requirementId, filled.again, own.home)),
  }
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
      return views.inItsName(ctx.t, own.home, asking.pagesAsk(ctx.t, itemId, own.requirement, field))
    },
    take: async (ctx, { file, text }, { itemId }) => {
      const own = await ownItem(ctx, itemId)
      if (!own || !ctx.actor) return notYours(ctx)
      if (!file) return takePagesInWords(ctx, own, text ?? '')
      const sent = await sendFile(ctx, own, file)
      if ('screen' in sent) return sent
      if (sent.next?.kind !== 'pages') return fillOn(ctx, itemId, sent)
      const screen = views.inItsName(ctx.t, own.home, asking.pagesAsk(ctx.t, itemId, own.requirement, sent.next))
      await showLive(ctx, `pages:${itemId}`, screen)
      return { again: true }
    },
  },
)

/** Words where pages are awaited: that they are complete, or anything else, after which they are asked for again. */
async function takePagesInWords(ctx: BotContext, own: Own, text: string): Promise<Outcome> {
  const { item, requirement } = own
  const field = lacking(own)
  if (!ctx.actor || field?.kind !== 'pages')
    return fillOn(ctx, item.id, { requirementId: requirement.id, next: field, again: false })
  const { have, atLeast } = field
  if (have === 0 && readChoice(text, ownedChoices) === 'not-yet')
    return { screen: views.inItsName(ctx.t, own.home, views.howToGet(ctx.t, item, requirement)) }
  if (have === 0) return { screen: asking.pagesAwaited(ctx.t, item.id, requirement), again: true }
  if (have >= atLeast && readChoice(text, doneChoices)) return runFill(ctx, item.id, finishPages)
  const asked = asking.pagesAsk(ctx.t, item.id, requirement, field)
  const screen = /\d/.test(text) ? { ...asked, text: `${ctx.t('pages-first')}\n\n${asked.text}` } : asked
  if (screen === asked && have >= atLeast) return notAmong(ctx, views.inItsName(ctx.t, own.home, asked))
  return { screen: views.inItsName(ctx.t, own.home, screen), again: true }
}

/** Runs a change of one item: what came of it. */
export async function runFill(ctx: BotContext, itemId: ItemId, change: typeof finishPages): Promise<Outcome> {
  if (!ctx.actor) return notYours(ctx)
  const outcome = await change(ctx.rt, ctx.actor, itemId)
  if (outcome.ok) return fillOn(ctx, itemId, outcome.value)
  return fillRefused(ctx, outcome.reason, await ownItem(ctx, itemId))
}

/** Leaves a field to the officer: its owner does not know. */
export const leaveOpen = (ctx: BotContext, itemId: ItemId, field: string): Promise<Outcome> =>
  runFill(ctx, itemId, (rt, actor, id) => filling.leaveToOfficer(rt, actor, id, field))

/** Adds a file to an item; where it will not do, the sentence that says why. */
async function sendFile(
  ctx: BotContext,
  own: Own,
  file: IncomingFile | undefined,
): Promise<Filled | (Outcome & { screen: Screen })> {
  const refuseWith = (reason: PageRefusal) => ({
    screen: views.refused(ctx.t, reason, own.requirement.name[ctx.t.language]),
    ...(anotherFileHelps(reason) ? { again: true as const } : {}),
  })
  if (!ctx.actor) return refuseWith('not-yours')
  if (!file) return { screen: asking.sendNotFile(ctx.t, own.requirement), again: true }
  const bytes = await download(ctx, ctx.fetchFile, file)
  if (typeof bytes === 'string') return refuseWith(bytes)
  const paper = { bytes, telegramFileId: file.fileId, telegramKind: file.kind }
  const outcome = await sendPage(ctx.rt, ctx.actor, own.item.id, paper)
  return outcome.ok ? outcome.value : refuseWith(outcome.reason)
}

const anotherFileHelps = (reason: PageRefusal): boolean => reason !== 'not-yours' && reason !== 'accepted-already'

const paperNumber = defineQuestion(
  'paper-number',
  { itemId: itemId() },
  {
    prompt: async (ctx, { itemId }) => {
      const own = await ownItem(ctx, itemId)
      return own && views.inItsName(ctx.t, own.home, asking.numberAsk(ctx.t, itemId, own.requirement))
    },
    take: async (ctx, { text = '' }, { itemId }) =>
      readChoice(text, unsureChoices) ? leaveOpen(ctx, itemId, NUMBER) : takeNumber(ctx, itemId, text),
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
  const { suggestion } = outcome.reading
  return {
    screen: asking.numberRefused(ctx.t, itemId, own.requirement, outcome.reading),
    again: true,
    next: suggestion === undefined ? paperNumber.with({ itemId }) : numberOffered.with({ itemId, number: suggestion }),
  }
}

/** The number again, after one was offered: a yes takes the offered one. */
const numberOffered = defineQuestion(
  'offered-number',
  { itemId: itemId(), number: offeredNumber() },
  {
    prompt: async (ctx, { itemId }) => {
      const own = await ownItem(ctx, itemId)
      return own && views.inItsName(ctx.t, own.home, asking.numberAsk(ctx.t, itemId, own.requirement))
    },
    take: async (ctx, { text = '' }, { itemId, number }) => {
      const answer = readChoice(text, groupChoices)
      if (answer === 'unsure') return leaveOpen(ctx, itemId, NUMBER)
      return takeNumber(ctx, itemId, answer === 'yes' ? number : text)
    },
  },
)

/** The one item whose number was left to the penyuluh and fits what was typed. */
export async function leftNumber(ctx: BotContext, typed: string): Promise<ItemId | undefined> {
  const isLong = typed.replace(/\D/g, '').length >= SHORTEST_NUMBER
  const at = isLong ? await home(ctx) : undefined
  const left = at?.dossier.items.filter(
    ({ state, values }) => isOpenToOwner(state) && values[NUMBER]?.source === 'left',
  )
  if (!at || !left || left.length === 0) return undefined
  const context = { now: localDate(ctx.rt.clock.now()), regions: await allRegions(ctx.rt.db.reader) }
  const fitting = left.filter(({ requirementId }) => {
    const requirement = requirementOf(at.catalogue, requirementId)
    const isItsOwn = 'number' in requirement && requirement.number !== undefined && requirement.number !== 'free'
    return isItsOwn && 'number' in readPaperNumber(requirement, typed, context)
  })
  const [only] = fitting
  return fitting.length === 1 ? only?.id : undefined
}

/** A KBLI has five digits, and every other number more. */
const SHORTEST_NUMBER = 5

const paperDay = defineQuestion(
  'paper-day',
  { itemId: itemId(), which: z.enum(['issued', 'expires']) },
  {
    prompt: async (ctx, { itemId, which }) => {
      const own = await ownItem(ctx, itemId)
      return own && views.inItsName(ctx.t, own.home, asking.dayAsk(ctx.t, itemId, own.requirement, which))
    },
    take: async (ctx, { text = '' }, { itemId, which }) =>
      readChoice(text, unsureChoices) ? leaveOpen(ctx, itemId, which) : takeDay(ctx, itemId, which, text),
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
  return { screen: asking.dayRefused(ctx.t, itemId, own.requirement, which, outcome.reason), again: true }
}

export const otherName = defineQuestion(
  'other-name',
  { itemId: itemId() },
  {
    prompt: async (ctx, { itemId }) => {
      const own = await ownItem(ctx, itemId)
      return own && views.inItsName(ctx.t, own.home, asking.otherNameAsk(ctx.t, own.requirement))
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

const paperName = defineQuestion(
  'paper-name',
  { itemId: itemId() },
  {
    prompt: async (ctx, { itemId }) => {
      const own = await ownItem(ctx, itemId)
      return own && nameScreen(ctx, own)
    },
    take: async (ctx, { text = '' }, { itemId }) => {
      const own = await ownItem(ctx, itemId)
      if (!own || !ctx.actor) return notYours(ctx)
      switch (readChoice(text, nameChoices)) {
        case 'same':
          return runFill(ctx, itemId, filling.sayNameIsSame)
        case 'differs':
          return { next: otherName.with({ itemId }) }
        case 'left':
          return leaveOpen(ctx, itemId, NAME)
        case undefined:
          return notAmong(ctx, nameScreen(ctx, own))
      }
    },
  },
)

const nameScreen = ({ t }: BotContext, { home: at, item, requirement }: Own): Screen =>
  views.inItsName(t, at, asking.nameAsk(t, item.id, requirement, at.ownerName))

const paragraph = defineQuestion(
  'paragraph',
  { itemId: itemId() },
  {
    prompt: async (ctx, { itemId }) => {
      const own = await ownItem(ctx, itemId)
      return own && paragraphScreen(ctx, own)
    },
    take: async (ctx, { text = '' }, { itemId }) => {
      const own = await ownItem(ctx, itemId)
      if (!own || !ctx.actor) return notYours(ctx)
      const answer = readChoice(text, confirmChoices)
      if (!answer) return notAmong(ctx, paragraphScreen(ctx, own))
      return runFill(ctx, itemId, answer === 'yes' ? filling.confirmAnswers : filling.answerAnew)
    },
  },
)

const paragraphScreen = ({ t }: BotContext, { home: at, item, requirement }: Own): Screen =>
  views.inItsName(t, at, asking.paragraphAsk(t, requirement, item))

export const groupQuestion = defineQuestion(
  'group',
  { dossierId: dossierId(), group: fieldName() },
  {
    prompt: async (ctx, { dossierId, group }) => {
      const at = await home(ctx)
      const goal = at?.dossier.id === dossierId ? openGroup(at, group) : undefined
      return at && goal && views.inItsName(ctx.t, at, views.groupAsk(ctx.t, goal, dossierId))
    },
    take: async (ctx, { text = '' }, { dossierId, group }) => {
      const at = await home(ctx)
      const asked = at?.dossier.id === dossierId ? openGroup(at, group) : undefined
      if (!at || !asked) return goOn(ctx)
      const answer = readChoice(text, groupChoices)
      if (answer) return takeGroup(ctx, dossierId, group, answer)
      return notAmong(ctx, views.inItsName(ctx.t, at, views.groupAsk(ctx.t, asked, dossierId)))
    },
  },
)

const openGroup = (at: views.Home, id: string): Group | undefined =>
  views.goalsIn(at).find(({ group, question }) => group?.id === id && question?.about === 'group')?.group

/** Takes the answer to the question of a group: on with the paper that was begun for it, or with what comes next. */
export async function takeGroup(
  ctx: BotContext,
  dossierId: DossierId,
  group: string,
  answer: Answer,
): Promise<Outcome> {
  if (!ctx.actor) return notYours(ctx)
  const outcome = await answerGroup(ctx.rt, ctx.actor, dossierId, group, answer)
  if (!outcome.ok) return notYours(ctx)
  if (answer === 'yes') await show(ctx, { text: outcome.value.question?.told[ctx.t.language] ?? '' })
  const at = await home(ctx)
  const begun = at && views.goalsIn(at).find(({ id }) => id === group)
  const item = begun?.items.find(({ state }) => state === 'started')
  const own = item && (await ownItem(ctx, item.id))
  const field = own && lacking(own)
  return own && field ? askFor(ctx, own, field) : goOn(ctx)
}

const dataAnswer = defineQuestion(
  'data-answer',
  { itemId: itemId(), question: z.string().regex(/^[a-z_-]{2,24}$/) },
  {
    prompt: async (ctx, { itemId }) => {
      const own = await ownItem(ctx, itemId)
      const field = own && lacking(own)
      if (!own || field?.kind !== 'question') return undefined
      return views.inItsName(ctx.t, own.home, asking.questionAsk(ctx.t, itemId, field))
    },
    take: async (ctx, { text }, { itemId, question }) => {
      if (text === undefined) return notText(ctx)
      const own = await ownItem(ctx, itemId)
      const field = own && lacking(own)
      const choices = field?.kind === 'question' && field.question.id === question && choicesOf(field.question)
      if (!own || !choices) return takeAnswer(ctx, itemId, question, text)
      const answer = readChoice(text, choices)
      if (answer) return takeAnswer(ctx, itemId, question, answer)
      return notAmong(ctx, views.inItsName(ctx.t, own.home, asking.questionAsk(ctx.t, itemId, field)))
    },
  },
)

/** The answers a question offers as buttons; undefined where it is answered in one's own words. */
function choicesOf(question: Question): readonly Choice<string>[] | undefined {
  if (question.answer === 'yes-no') return yesNoChoices
  if (question.answer !== 'choice') return undefined
  return optionChoices(question.options.map(({ id, label }) => ({ id, labels: [label.id, label.en] })))
}

/** The answer to a question again, after a number was offered: a yes takes the offered one. */
const answerOffered = defineQuestion(
  'use-said',
  { itemId: itemId(), question: fieldName(), number: offeredAnswer() },
  {
    prompt: async (ctx, { itemId }) => {
      const own = await ownItem(ctx, itemId)
      const field = own && lacking(own)
      if (!own || field?.kind !== 'question') return undefined
      return views.inItsName(ctx.t, own.home, asking.questionAsk(ctx.t, itemId, field))
    },
    take: async (ctx, { text = '' }, { itemId, question, number }) =>
      takeAnswer(ctx, itemId, question, readChoice(text, groupChoices) === 'yes' ? number : text),
  },
)

export const attachment = defineQuestion(
  'attachment',
  { itemId: itemId() },
  {
    takesFiles: true,
    prompt: async (ctx, { itemId }) => {
      const own = await ownItem(ctx, itemId)
      return own && views.inItsName(ctx.t, own.home, asking.attachAsk(ctx.t, own.requirement))
    },
    take: async (ctx, answer, { itemId }) => {
      const own = await ownItem(ctx, itemId)
      if (!own || !ctx.actor) return notYours(ctx)
      const sent = await sendFile(ctx, own, answer.file)
      return 'screen' in sent ? sent : askFor(ctx, (await ownItem(ctx, itemId)) ?? own, { kind: 'confirm' })
    },
  },
)

const paperPlace = defineQuestion(
  'paper-place',
  { itemId: itemId() },
  {
    prompt: async (ctx, { itemId }) => {
      const own = await ownItem(ctx, itemId)
      return own && views.inItsName(ctx.t, own.home, asking.placeAsk(ctx.t, itemId, own.requirement))
    },
    take: async (ctx, { location }, { itemId }) => {
      const own = await ownItem(ctx, itemId)
      if (!own || !ctx.actor) return notYours(ctx)
      if (!location) return { screen: asking.placeAsk(ctx.t, itemId, own.requirement), again: true }
      const outcome = await filling.answerPlace(ctx.rt, ctx.actor, itemId, location)
      return outcome.ok ? fillOn(ctx, itemId, outcome.value) : fillRefused(ctx, outcome.reason, own)
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
  if (outcome.reason === 'bad-number') {
    const { suggestion } = outcome.reading
    return {
      screen: asking.numberRefused(ctx.t, itemId, own.requirement, outcome.reading, question),
      again: true,
      next:
        suggestion === undefined
          ? dataAnswer.with({ itemId, question })
          : answerOffered.with({ itemId, question, number: suggestion }),
    }
  }
  return { screen: asking.answerRefused(ctx.t, outcome.reason), again: true }
}

export const waitDay = defineQuestion(
  'wait-day',
  { itemId: itemId() },
  {
    prompt: async (ctx, { itemId }) => {
      const own = await ownItem(ctx, itemId)
      return own && views.inItsName(ctx.t, own.home, asking.waitDayAsk(ctx.t, own.requirement))
    },
    take: async (ctx, { text = '' }, { itemId }) => {
      if (!readChoice(text, unsureChoices)) return takeWaitDay(ctx, itemId, text)
      await show(ctx, { text: ctx.t('wait-unsure') })
      return goOn(ctx)
    },
  },
)

/** Lets an item wait until a day that was typed, or one of those it may have meant. */
export async function takeWaitDay(ctx: BotContext, itemId: ItemId, typed: string): Promise<Outcome> {
  const own = await ownItem(ctx, itemId)
  if (!own || !ctx.actor) return notYours(ctx)
  const outcome = await filling.waitUntil(ctx.rt, ctx.actor, itemId, typed)
  if (outcome.ok) {
    await show(ctx, asking.waitNoted(ctx.t, own.requirement, outcome.value, own.home.dossier.ownerDeadline))
    return goOn(ctx)
  }
  if (outcome.reason === 'ambiguous') {
    return { screen: asking.waitDayEither(ctx.t, itemId, outcome.either), again: true }
  }
  if (outcome.reason === 'not-yours' || outcome.reason === 'accepted-already')
    return fillRefused(ctx, outcome.reason, own)
  return { screen: asking.waitDayRefused(ctx.t, outcome.reason), again: true }
}
