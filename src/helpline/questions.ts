import type { Message } from 'grammy/types'
import { dossierId } from '../dossier/rules.ts'
import { type BotContext, defineQuestion } from '../people/context.ts'
import type { Outcome } from '../platform/telegram/ask.ts'
import { incomingFile } from '../platform/telegram/download.ts'
import type { Screen } from '../platform/telegram/screen.ts'
import { type AboutItem, aboutItem, type Said, type ThreadId, threadId } from './rules.ts'
import { searchFaq } from './search.ts'
import * as service from './service.ts'
import * as views from './views.ts'

/** What a message says, if it says anything that can be passed on. */
export function saidIn(message: Message | undefined): Said | undefined {
  if (!message) return undefined
  if (message.text !== undefined) return { kind: 'text', text: message.text }
  const caption = message.caption === undefined ? {} : { text: message.caption }
  if (message.voice) return { kind: 'voice', fileId: message.voice.file_id, ...caption }
  const file = incomingFile(message)
  return file && { kind: file.kind, fileId: file.fileId, ...caption }
}

const sightOf = ({ chat, message_id: messageId }: Message) => ({ chatId: chat.id, messageId })

/** Keeps a question and finds what fits it: the one message that answers it. */
export async function answerQuestion(ctx: BotContext, said: Said, item: AboutItem, unclear = false): Promise<Screen> {
  const { rt, actor, message, t } = ctx
  if (!actor || !message) return { text: t('not-yours') }
  const helpMessageId = await service.noteQuestion(rt, actor, said, item, sightOf(message))
  return views.answers(t, { helpMessageId, entries: searchFaq(said.text ?? ''), unclear })
}

/** Says something in a thread, for both sides. */
export async function sayIn(ctx: BotContext, id: ThreadId, said: Said, hasOpen: boolean): Promise<Screen> {
  const { rt, actor, message, t } = ctx
  if (!actor || !message) return { text: t('not-yours') }
  const outcome = await service.reply(rt, actor, id, said, sightOf(message))
  if (!outcome.ok) return { text: t('helpline-not-yours') }
  const { value } = outcome
  return value.as === 'owner' ? views.sent(t, value.answerBy, hasOpen) : views.answered(t, value.thread)
}

/** What somebody wants to know, in general or about one paper. */
export const helpQuestion = defineQuestion(
  'ask',
  { item: aboutItem() },
  {
    takesFiles: true,
    takesAnything: true,
    prompt: async ({ rt, actor, t }, { item }) => {
      const name = actor && (await service.paperOf(rt, actor, item))
      return views.questionAsk(t, name?.[t.language])
    },
    async take(ctx, _, { item }): Promise<Outcome> {
      const said = saidIn(ctx.message)
      if (!said) return { screen: views.questionAsk(ctx.t, undefined), again: true }
      return { screen: await answerQuestion(ctx, said, item) }
    },
  },
)

/** What an officer writes to an owner who asked nothing. */
export const ownerWords = defineQuestion(
  'owner-words',
  { dossierId: dossierId() },
  {
    takesFiles: true,
    takesAnything: true,
    async prompt({ rt, actor, t }, { dossierId }) {
      const owner = actor && (await service.ownerOf(rt, actor, dossierId))
      return owner?.ok ? views.writeAsk(t, owner.value) : { text: t('helpline-not-yours') }
    },
    async take({ rt, actor, message, t }, _, { dossierId }): Promise<Outcome> {
      const said = saidIn(message)
      if (!said || !message || !actor) return { screen: { text: t('answer-not-text') }, again: true }
      const outcome = await service.writeToOwner(rt, actor, dossierId, said, sightOf(message))
      return { screen: outcome.ok ? views.answered(t, outcome.value) : { text: t('helpline-not-yours') } }
    },
  },
)

/** What somebody says in a thread: an officer who answers, or whoever asks on. */
export const threadWords = defineQuestion(
  'thread-words',
  { threadId: threadId() },
  {
    takesFiles: true,
    takesAnything: true,
    async prompt({ rt, actor, t }, { threadId }) {
      if (!actor) return { text: t('not-yours') }
      if (await service.ownThread(rt, actor, threadId)) return views.askMore(t)
      const outcome = await service.openThread(rt, actor, threadId)
      return outcome.ok ? views.answerAsk(t, outcome.value.thread) : { text: t('helpline-not-yours') }
    },
    async take(ctx, _, { threadId }): Promise<Outcome> {
      const said = saidIn(ctx.message)
      if (!said) return { screen: views.askMore(ctx.t), again: true }
      return { screen: await sayIn(ctx, threadId, said, false) }
    },
  },
)
