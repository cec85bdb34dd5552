import { type Conversation, type ConversationFlavor, conversations, createConversation } from '@grammyjs/conversations'
import { Composer, type Context, type Middleware, type MiddlewareFn } from 'grammy'
import type { Message } from 'grammy/types'
import { z } from 'zod'
import { type Codec, defineButton } from './button.ts'
import { type IncomingFile, incomingFile } from './download.ts'
import { htmlOf } from './formatting.ts'
import { handlingOf } from './handling.ts'
import { type Screen, show } from './screen.ts'

// The one conversation of the bot: show a question, wait for the answer, hand it to the database, show what came of it.
// A question keeps nothing but its name and a few ids; losing it costs one answer, because the rows say what comes next.

/** What a person answered. At most one of these is there; none for a sticker and the like. */
export interface Answer {
  text?: string
  /** What they wrote, also below a file, with its formatting, as Telegram's HTML. */
  html?: string
  file?: IncomingFile
  /** Telegram's file id of something spoken. */
  voice?: string
  location?: { latitude: number; longitude: number }
  messageId: number
}

/** A question with its ids filled in, ready to be asked. */
export interface OpenQuestion {
  readonly data: string
}

export interface Outcome {
  screen?: Screen
  /** What to ask next. */
  next?: OpenQuestion
  /**
   * The answer will not do: the question stays open, and the screen says what to answer instead. With `next` it is that
   * one which stays open, as the screen has asked it already.
   */
  again?: true
}

type Fields = Record<string, z.ZodType>
type Values<F extends Fields> = { [Name in keyof F]: z.output<F[Name]> }

export interface QuestionBody<C, F extends Fields> {
  /** Questions that take files say so; otherwise a file passes through to whoever takes unasked files. */
  takesFiles?: boolean
  /** Whatever is said answers it, also what elsewhere is a question of its own, and a voice note. */
  takesAnything?: boolean
  /** The screen that asks, or undefined when there is nothing left to ask. */
  prompt(ctx: C, values: Values<F>): Promise<Screen | undefined>
  take(ctx: C, answer: Answer, values: Values<F>): Promise<Outcome>
}

export interface Question<F extends Fields> {
  with(values: Values<F>): OpenQuestion
}

/** What a context needs so that questions can be asked in it. */
export type AskFlavor = Context & {
  /** The stored question of this chat, already found to be young enough. */
  questionState: string | undefined
  /** Asks once this update has been dealt with, instead of whatever was open. `quietly` leaves the prompt out. */
  ask(question: OpenQuestion, quietly?: 'quietly' | undefined): void
  /** Closes the open question unanswered. */
  dropQuestion(): Promise<void>
  /** The question that waits for an answer now, with the ids it is about. */
  openQuestion(): (OpenQuestion & { about: Readonly<Record<string, unknown>>; then?: OpenQuestion }) | undefined
  /** The question that was open when this message came, also one that an order closed: to be asked again after another. */
  interrupted(): OpenQuestion | undefined
}

const THEN = '>'

/** A question after which another one is asked again, which was open before. The same question twice is asked once. */
export function before(first: OpenQuestion, then: OpenQuestion | undefined): OpenQuestion {
  const rest = then && (nameIn(then.data) === nameIn(first.data) ? restOf(then.data) : then)
  return rest ? { data: `${first.data}${THEN}${rest.data}` } : first
}

/** What is asked after this question. */
function restOf(data: string): OpenQuestion | undefined {
  const at = data.indexOf(THEN)
  return at < 0 ? undefined : { data: data.slice(at + 1) }
}

const firstOf = (data: string): string => data.split(THEN, 1)[0] ?? ''
const nameIn = (data: string): string => firstOf(data).split(':', 1)[0] ?? ''

interface Registered<C> {
  codec: Codec
  body: QuestionBody<C, Fields>
}

const CONVERSATION = 'ask'
/** Belongs to the shape of this conversation, not to the questions: a changed question gets a new name instead. */
const VERSION = 1

/** The questions of a bot whose context is `C`: how to define one, and the middleware that asks them. */
export function questionsFor<C extends AskFlavor>() {
  const registered = new Map<string, Registered<C>>()

  function defineQuestion<F extends Fields>(name: string, fields: F, body: QuestionBody<C, F>): Question<F> {
    const codec = defineButton(`?${name}`, fields)
    registered.set(codec.name, { codec: codec as unknown as Codec, body: body as unknown as QuestionBody<C, Fields> })
    return { with: (values) => ({ data: codec.with(values) }) }
  }

  function find(data: string) {
    const question = registered.get(nameIn(data))
    const values = question?.codec.read(firstOf(data))
    return question && values ? { ...question.body, values } : undefined
  }

  const prompt = async (ctx: C, data: string): Promise<boolean> => {
    const question = find(data)
    const screen = await question?.prompt(ctx, question.values)
    if (screen) await show(ctx, screen)
    return screen !== undefined
  }

  const take = async (ctx: C, data: string): Promise<void> => {
    const question = find(data)
    if (!question || !ctx.message) return
    const outcome = await question.take(ctx, answerIn(ctx.message), question.values)
    if (outcome.screen) await show(ctx, outcome.screen)
    const rest = restOf(data)
    if (outcome.again) ctx.ask(outcome.next ? before(outcome.next, rest) : { data }, 'quietly')
    else if (outcome.next) ctx.ask(before(outcome.next, rest))
    else if (rest) ctx.ask(rest)
  }

  /** Whether `message` may answer the question `data`; orders (commands, keyboard labels) and asides never do. */
  const mayAnswer = (
    message: Message | undefined,
    data: string,
    isNoAnswer: (message: Message, toAnything: boolean) => boolean,
  ): boolean => {
    const question = find(data)
    if (message?.chat.type !== 'private' || isNoAnswer(message, question?.takesAnything === true)) return false
    return !incomingFile(message) || question?.takesFiles === true
  }

  /**
   * The middleware that asks. It stands after whatever makes the context and before commands and features.
   * `isOrder` names the messages that are never answers and close a question, `isAside` those that leave it open (also
   * one that takes anything, when it says so);
   * `nothingToAsk` answers when a question is no longer one, as after the press of an old button.
   */
  function asking(
    isOrder: (message: Message) => boolean,
    isAside: (message: Message, toAnything: boolean) => boolean,
    nothingToAsk: (ctx: C) => Promise<void>,
  ): Middleware<C> {
    const isNoAnswer = (message: Message, toAnything: boolean): boolean =>
      isOrder(message) || isAside(message, toAnything)
    const composer = new Composer<C & ConversationFlavor<C>>()
    composer.use(
      conversations<C & ConversationFlavor<C>, Context>({ storage: { type: 'context', version: VERSION, adapter } }),
    )
    composer.use(asksLater(prompt, (data) => find(data)?.values ?? {}, isOrder, nothingToAsk))
    composer.use(
      createConversation(
        async (
          conversation: Conversation<C & ConversationFlavor<C>, Context>,
          _ctx,
          data: string,
          quietly: boolean,
        ) => {
          if (!find(data)) await conversation.halt({ next: true })
          if (!quietly && !(await outside(conversation, (ctx) => prompt(ctx, data)))) return
          await conversation.waitUntil((ctx) => mayAnswer(ctx.message, data, isNoAnswer), { next: true })
          await outside(conversation, (ctx) => take(ctx, data))
        },
        CONVERSATION,
      ),
    )
    // The plugin adds what it promises to the context itself, so whoever uses this needs to know nothing of it.
    return composer as unknown as Middleware<C>
  }

  return { defineQuestion, asking }
}

/** Asks what the handlers wanted asked, once they are through; repeats the open question after something unasked. */
function asksLater<C extends AskFlavor>(
  prompt: (ctx: C, data: string) => Promise<boolean>,
  about: (data: string) => Readonly<Record<string, unknown>>,
  isOrder: (message: Message) => boolean,
  nothingToAsk: (ctx: C) => Promise<void>,
): MiddlewareFn<C & ConversationFlavor<C>> {
  return async (ctx, next) => {
    const wanted: { question: OpenQuestion; quietly: boolean }[] = []
    const open = leftOpen(ctx.questionState)?.data
    const described = (data: string) => {
      const then = restOf(data)
      return { data, about: about(data), ...(then ? { then } : {}) }
    }
    ctx.ask = (question, quietly) => {
      wanted.push({ question, quietly: quietly !== undefined })
    }
    ctx.dropQuestion = () => ctx.conversation.exitAll()
    ctx.openQuestion = () =>
      open !== undefined && ctx.conversation.active(CONVERSATION) > 0 ? described(open) : undefined
    ctx.interrupted = () => (open === undefined ? undefined : { data: open })
    if (ctx.message && isOrder(ctx.message)) await ctx.conversation.exitAll()
    await next()
    /** Asks what was wanted last; false when there was nothing to ask after all. */
    const asks = async (): Promise<boolean> => {
      const [last] = wanted.splice(0).slice(-1)
      if (!last) return true
      await ctx.conversation.exitAll()
      await ctx.conversation.enter(CONVERSATION, last.question.data, last.quietly)
      return ctx.conversation.active(CONVERSATION) > 0
    }
    if (wanted.length > 0) {
      if (await asks()) return
      await nothingToAsk(ctx)
      await asks()
    } else if (open && ctx.message && ctx.conversation.active(CONVERSATION) > 0) {
      await prompt(ctx, open)
    }
  }
}

/**
 * Does something with the real context from inside the conversation. Only whether it is true survives in the stored
 * state; an error is thrown as it is, not as the copy that a replay would make of it.
 */
async function outside<C extends AskFlavor>(
  conversation: Conversation<C & ConversationFlavor<C>, Context>,
  act: (ctx: C) => Promise<unknown>,
): Promise<boolean> {
  const failures: unknown[] = []
  const result = await conversation.external(async (ctx) => {
    try {
      return (await act(ctx)) === true
    } catch (error) {
      failures.push(error)
      return false
    }
  })
  if (failures.length > 0) throw failures[0]
  return result
}

function answerIn(message: Message): Answer {
  const file = incomingFile(message)
  const words = message.text ?? message.caption
  return {
    messageId: message.message_id,
    ...(message.text === undefined ? {} : { text: message.text }),
    ...(words === undefined ? {} : { html: htmlOf(words, message.entities ?? message.caption_entities) }),
    ...(file ? { file } : {}),
    ...(message.voice ? { voice: message.voice.file_id } : {}),
    ...(message.location ? { location: message.location } : {}),
  }
}

const adapter = {
  read(ctx: AskFlavor) {
    const open = leftOpen(ctx.questionState)
    if (ctx.questionState !== undefined && !open) stage(ctx, null) // of another release: it goes, with what it holds
    return open?.state
  },
  write: (ctx: AskFlavor, state: unknown) => stage(ctx, JSON.stringify(state)),
  delete: (ctx: AskFlavor) => stage(ctx, null),
}

function stage(ctx: AskFlavor, state: string | null): void {
  if (ctx.chatId === undefined) return
  handlingOf(ctx.update).question = { chatId: ctx.chatId, state }
}

/** The steps this conversation takes until it waits for the answer: with a prompt, or `quietly`. */
const STEPS = ['wait external until', 'wait until']

// Replayed over other steps than its own, the plugin throws, or waits for ever, at each update from this chat.
const storedState = z.object({
  version: z.tuple([z.literal(0), z.literal(VERSION)]),
  state: z.object({
    [CONVERSATION]: z.tuple([
      z
        .object({
          args: z.string().regex(/^\["[^"\\]+",(true|false)\]$/),
          interrupts: z.tuple([z.number()]),
          replay: z.object({
            send: z.array(z.object({ payload: z.string() })),
            receive: z.array(z.object({ send: z.number(), returnValue: z.unknown() })),
          }),
        })
        .refine(({ interrupts: [waitsAt], replay: { send, receive } }) => {
          const areOurs = STEPS.includes(send.map(({ payload }) => payload).join(' '))
          return areOurs && waitsAt === send.length - 1 && receive.length === waitsAt
        }),
    ]),
  }),
})

/** The question that is open by a stored state, with the state as read. Undefined when another release left it there. */
function leftOpen(stored: string | undefined): { data: string; state: z.output<typeof storedState> } | undefined {
  if (stored === undefined) return undefined
  const state = storedState.safeParse(fromJson(stored)).data
  return state && { data: JSON.parse(state.state[CONVERSATION][0].args)[0], state }
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
