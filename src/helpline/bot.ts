import { Composer, type MiddlewareFn } from 'grammy'
import type { Message } from 'grammy/types'
import { workAt } from '../dossier/service.ts'
import { catalogueOf } from '../dossier/store.ts'
import type { BotContext, KnownContext } from '../people/context.ts'
import { onOrder } from '../people/orders.ts'
import { press } from '../people/press.ts'
import { holds } from '../people/rules.ts'
import { before } from '../platform/telegram/ask.ts'
import { type Screen, show } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import { faqEntryOf } from './faq.ts'
import { answerQuestion, helpQuestion, ownerWords, saidIn, sayIn, threadWords } from './questions.ts'
import { type AboutItem, aboutItem, asksPlainly, type ThreadId } from './rules.ts'
import * as service from './service.ts'
import { threadShownAt } from './store.ts'
import * as views from './views.ts'

export const helpline = new Composer<BotContext>()

// ── Before any question is answered: replies, and what plainly asks something ──

/** What is known of messages while they are handled; the question that is open is told of it by the message alone. */
const repliesTo = new WeakMap<Message, ThreadId>()

/** Finds the thread that a reply belongs to: by what was stored of the message replied to, never by what it says. */
export const findThread: MiddlewareFn<BotContext> = async (ctx, next) => {
  const original = ctx.message?.reply_to_message
  if (ctx.message && original && ctx.actor && ctx.chat?.type === 'private') {
    const thread = await threadShownAt(ctx.rt.db, { chatId: ctx.chat.id, messageId: original.message_id })
    if (thread) repliesTo.set(ctx.message, thread)
  }
  await next()
}

/** Whether a message is for the helpline whatever is asked at present: a reply into a thread, a question, a voice note. */
export const isForHelpline = (message: Message, toAnything: boolean): boolean =>
  repliesTo.has(message) || (!toAnything && (message.voice !== undefined || asksPlainly(message.text ?? '')))

/** Whoever asks: those who agreed that what they say is kept. An officer who fills in for an owner knows whom to ask. */
const isAsking = ({ actor }: BotContext): boolean => actor?.consented === true

helpline.on('message', async (ctx, next) => {
  const thread = repliesTo.get(ctx.message)
  const said = saidIn(ctx.message)
  if (thread === undefined || !said) return next()
  const open = ctx.openQuestion()
  if (open?.about.threadId === thread) await ctx.dropQuestion() // which this answers
  await show(ctx, await sayIn(ctx, thread, said, ctx.openQuestion() !== undefined))
  if (open?.about.threadId === thread && open.then) ctx.ask(open.then)
})

// ── Whoever asks ──

const askers = helpline.filter((ctx): ctx is BotContext & KnownContext => ctx.actor !== undefined && isAsking(ctx))

onOrder(askers, 'ask', async (ctx) => ctx.ask(before(helpQuestion.with({ item: 'none' }), ctx.interrupted())))
press(askers, button.askAbout, async (ctx, { itemId }) =>
  ctx.ask(before(helpQuestion.with({ item: itemId }), ctx.openQuestion())),
)
press(askers, button.askHelp, async (ctx, { businessId }) => {
  await workAt(ctx.rt, ctx.actor, businessId)
  ctx.ask(helpQuestion.with({ item: 'none' }))
})
askers.on('message:voice', async (ctx) => {
  const said = saidIn(ctx.message)
  if (said) await show(ctx, await answerQuestion(ctx, said, itemAskedOf(ctx)))
})

press(askers, button.openAnswer, async (ctx, { helpMessageId, entry }) => {
  const asked = await service.notedQuestion(ctx.rt, ctx.actor, helpMessageId)
  const found = faqEntryOf(entry)
  await show(ctx, asked && found ? views.answers(ctx.t, { helpMessageId, entries: [found] }) : views.gone(ctx.t))
})
press(askers, button.sendQuestion, async (ctx, { helpMessageId }) => {
  const message = ctx.callbackQuery?.message
  const at = message && { chatId: message.chat.id, messageId: message.message_id }
  const outcome = await service.sendQuestion(ctx.rt, ctx.actor, helpMessageId, at)
  const open = ctx.openQuestion()
  await show(ctx, outcome.ok ? views.sent(ctx.t, outcome.value.answerBy, open !== undefined) : views.gone(ctx.t))
  if (open) ctx.ask(open)
})
press(askers, button.askMore, async (ctx, { threadId }) =>
  ctx.ask(before(threadWords.with({ threadId }), ctx.openQuestion())),
)
// Where nothing is open, what comes next is known further on.
press(askers, button.goOn, async (ctx, _, next) => {
  const open = ctx.openQuestion()
  const rest = open && !isOurs(open.data) ? open : open?.then
  if (!rest) return next()
  ctx.ask(rest)
})

const isOurs = (data: string): boolean => /^\?(?:ask|thread-words)\b/.test(data)

/**
 * Answers what an owner wrote and nobody took. `unclear` when it perhaps was no question, so that where to go on is still
 * to be said; undefined when it is nothing for the helpline.
 */
export async function answerStray(ctx: BotContext): Promise<'answered' | 'unclear' | undefined> {
  const text = ctx.message?.text
  // A misspelt command is no question; a number that came at the wrong moment is none either, and not to be kept as one.
  if (text === undefined || !isAsking(ctx) || /^\/|\d{6}/.test(text)) return undefined
  const isClear = asksPlainly(text)
  await show(ctx, await answerQuestion(ctx, { kind: 'text', text }, itemAskedOf(ctx), !isClear))
  return isClear ? 'answered' : 'unclear'
}

/** The paper about which something is being asked at present. */
const itemAskedOf = (ctx: BotContext): AboutItem => aboutItem().catch('none').parse(ctx.openQuestion()?.about.itemId)

// ── Officers ──

const officers = helpline.filter(
  (ctx): ctx is BotContext & KnownContext => ctx.actor !== undefined && holds(ctx.actor, 'officer'),
)

// Whoever only works here asks nobody: the key shows what they were asked.
onOrder(officers, 'ask', (ctx) => showList(ctx, 0))
press(officers, button.openThreads, (ctx, { page }) => showList(ctx, page))
press(officers, button.openThread, (ctx, { threadId }) => showThread(ctx, threadId))
press(officers, button.answerThread, async (ctx, { threadId }) => {
  const outcome = await service.openThread(ctx.rt, ctx.actor, threadId)
  await (outcome.ok ? ctx.ask(threadWords.with({ threadId })) : show(ctx, notYours(ctx)))
})
press(officers, button.writeOwner, async (ctx, { dossierId }) => {
  const outcome = await service.ownerOf(ctx.rt, ctx.actor, dossierId)
  await (outcome.ok ? ctx.ask(ownerWords.with({ dossierId })) : show(ctx, notYours(ctx)))
})
press(officers, button.closeThread, async (ctx, { threadId }) => {
  const outcome = await service.closeThread(ctx.rt, ctx.actor, threadId)
  await show(ctx, outcome.ok ? views.closed(ctx.t, outcome.value) : notYours(ctx))
})

const notYours = ({ t }: BotContext): Screen => ({ text: t('helpline-not-yours') })

/** Whoever looks around instead of answering does not answer: their next words go nowhere by mistake. */
async function leaveAnswering(ctx: BotContext): Promise<void> {
  if (isOurs(ctx.openQuestion()?.data ?? '')) await ctx.dropQuestion()
}

async function showList(ctx: KnownContext, page: number): Promise<void> {
  await leaveAnswering(ctx)
  const outcome = await service.openThreads(ctx.rt, ctx.actor, page)
  await show(ctx, outcome.ok ? views.threads(ctx.t, outcome.value) : notYours(ctx))
}

async function showThread(ctx: KnownContext, id: ThreadId): Promise<void> {
  await leaveAnswering(ctx)
  const outcome = await service.openThread(ctx.rt, ctx.actor, id)
  if (!outcome.ok) return show(ctx, notYours(ctx))
  const { catalogueVersion } = outcome.value.thread
  const catalogue = catalogueVersion === undefined ? undefined : await catalogueOf(ctx.rt.db.reader, catalogueVersion)
  await show(ctx, views.thread(ctx.t, outcome.value, catalogue))
}
