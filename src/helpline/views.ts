import { type Catalogue, requirementOf } from '../dossier/catalogue.ts'
import type { Translate } from '../platform/i18n/translator.ts'
import type { Picture, Screen, ScreenButton } from '../platform/telegram/screen.ts'
import { atWib, type LocalDate } from '../platform/time.ts'
import { openDossier, openQueue } from '../review/buttons.ts'
import * as button from './buttons.ts'
import type { FaqEntry } from './faq.ts'
import {
  excerpt,
  type HelpMessageId,
  LIST_PAGE,
  type Said,
  type Thread,
  type ThreadId,
  type ThreadMessage,
} from './rules.ts'
import type { ThreadList } from './service.ts'

// ── For those who ask ──

const goOn = (t: Translate): ScreenButton => ({ label: t('continue'), data: button.goOn.with({}) })

export const questionAsk = (t: Translate, about: string | undefined): Screen => ({
  text: about === undefined ? t('helpline-ask') : t('helpline-ask-about', { name: about }),
  buttons: [[{ label: t('helpline-ask.leave'), data: button.goOn.with({}) }]],
})

export interface Found {
  helpMessageId: HelpMessageId
  entries: readonly FaqEntry[]
  /** Whether what they wrote was perhaps no question at all. */
  unclear?: boolean
}

/** What fits a question: the best answer in full, the others by a button, and the way to a penyuluh, in one message. */
export function answers(t: Translate, { helpMessageId, entries, unclear = false }: Found): Screen {
  const best = unclear ? undefined : entries[0]
  const others = unclear ? entries : entries.slice(1)
  return {
    text: best
      ? t('helpline-answer', { ask: best.ask[t.language], answer: best.answer[t.language] })
      : t(unclear ? 'helpline-unclear' : 'helpline-no-answer'),
    buttons: [
      ...others.map(({ id, ask }) => [
        { label: ask[t.language], data: button.openAnswer.with({ helpMessageId, entry: id }) },
      ]),
      [{ label: t('helpline-answer.send'), data: button.sendQuestion.with({ helpMessageId }), style: 'primary' }],
      ...(unclear ? [] : [[goOn(t)]]), // where to go on is said below
    ],
  }
}

export const sent = (t: Translate, answerBy: LocalDate, hasOpen: boolean): Screen => ({
  text: t('helpline-sent', { day: t.longDay(atWib(answerBy, '12:00')) }),
  ...(hasOpen ? {} : { buttons: [[goOn(t)]] }),
})

export const gone = (t: Translate): Screen => ({ text: t('helpline-gone') })

export const askMore = (t: Translate): Screen => ({
  text: t('helpline-more'),
  buttons: [[{ label: t('helpline-ask.leave'), data: button.goOn.with({}) }]],
})

// ── For officers ──

const actions = (t: Translate, { id: threadId, dossierId }: Thread): ScreenButton[][] => [
  [{ label: t('helpline-thread.answer'), data: button.answerThread.with({ threadId }), style: 'primary' }],
  [
    ...(dossierId === undefined
      ? []
      : [{ label: t('helpline-thread.dossier'), data: openDossier.with({ dossierId }) }]),
    { label: t('helpline-thread.close'), data: button.closeThread.with({ threadId }) },
  ],
]

/** Who asks, of which business, about what. */
function about(t: Translate, { business, asker, regionName, requirementId }: Thread, catalogue?: Catalogue): string {
  const paper = requirementId && catalogue?.requirements.some(({ id }) => id === requirementId)
  return [
    t('helpline-who', { business: business ?? asker, asker, region: regionName ?? t.label('helpline-nowhere') }),
    ...(paper && catalogue
      ? [t('helpline-paper', { name: requirementOf(catalogue, requirementId).name[t.language] })]
      : []),
  ].join('\n')
}

/** Under a picture or voice note there is less room. */
const LONGEST = { text: 2500, other: 500 }

const words = (t: Translate, { kind, text }: Said): string =>
  text === undefined
    ? t.label(`helpline-${kind === 'text' ? 'photo' : kind}`)
    : excerpt(text, kind === 'text' ? LONGEST.text : LONGEST.other)

const pictureOf = ({ kind, fileId }: Said): { picture?: Picture } =>
  kind === 'text' || fileId === undefined ? {} : { picture: kind === 'voice' ? { kind, fileId } : { kind, fileId } }

interface MessageFacts {
  message: ThreadMessage & { thread: Thread; asked: Said | undefined }
  catalogue: Catalogue | undefined
}

export const questionNotice = (t: Translate, { message, catalogue }: MessageFacts): Screen => ({
  text: [
    t('helpline-question'),
    about(t, message.thread, catalogue),
    t('helpline-quote', { text: words(t, message) }),
    ...(message.thread.waitingSince || message.thread.answeredBy === undefined
      ? [t('helpline-reply-hint')]
      : [t('helpline-answered-by', { officer: message.thread.answeredBy })]),
  ].join('\n\n'),
  buttons: actions(t, message.thread),
  ...pictureOf(message),
})

export const answerNotice = (t: Translate, { message }: MessageFacts): Screen => ({
  text: [
    t('helpline-reply', { officer: message.name }),
    ...(message.asked ? [t('helpline-quote', { text: excerpt(words(t, message.asked)) })] : []),
    t('helpline-words', { text: words(t, message) }),
    t('helpline-reply-again'),
  ].join('\n\n'),
  buttons: [
    [{ label: t('helpline-reply.more'), data: button.askMore.with({ threadId: message.thread.id }) }],
    [goOn(t)],
  ],
  ...pictureOf(message),
})

export const lostNotice = (t: Translate, { message, why }: MessageFacts & { why: 'blocked' | 'failed' }): Screen => ({
  text: t(`helpline-lost-${message.side}`, {
    text: excerpt(words(t, message)),
    name: message.thread.asker,
    why: t.label(`helpline-lost-${why}`),
  }),
  ...(message.side === 'officer' ? { buttons: [[seeThread(t, message.thread.id)]] } : {}),
})

const seeThread = (t: Translate, threadId: ThreadId): ScreenButton => ({
  label: t('helpline-thread.see'),
  data: button.openThread.with({ threadId }),
})

/** A thread with what was said last. */
export const thread = (
  t: Translate,
  { thread, messages }: { thread: Thread; messages: readonly ThreadMessage[] },
  catalogue: Catalogue | undefined,
): Screen => ({
  text: [
    about(t, thread, catalogue),
    ...messages.map((message) =>
      t('helpline-line', {
        name: message.name,
        day: t.shortDay(message.saidAt),
        time: t.clock(message.saidAt),
        text: excerpt(words(t, message), messages.length > 2 ? 400 : 1200),
      }),
    ),
    ...(thread.closed ? [t('helpline-closed')] : []),
    ...(!thread.waitingSince && thread.answeredBy !== undefined && !thread.closed
      ? [t('helpline-answered-by', { officer: thread.answeredBy })]
      : []),
  ].join('\n\n'),
  buttons: [...actions(t, thread), [backToList(t)]],
})

const backToList = (t: Translate): ScreenButton => ({
  label: t('helpline-thread.list'),
  data: button.openThreads.with({ page: 0 }),
})

export const answerAsk = (t: Translate, { id, business, asker, waitingSince, answeredBy }: Thread): Screen => ({
  text: [
    t('helpline-answer-ask', { name: business ?? asker }),
    ...(!waitingSince && answeredBy !== undefined ? [t('helpline-answered-by', { officer: answeredBy })] : []),
  ].join('\n\n'),
  buttons: [[{ label: t('back'), data: button.openThread.with({ threadId: id }) }]],
})

export const writeAsk = (t: Translate, name: string): Screen => ({ text: t('helpline-write-ask', { name }) })

export const answered = (t: Translate, { asker }: Thread): Screen => ({
  text: t('helpline-answered', { name: asker }),
  buttons: [[backToList(t)]],
})

export const closed = (t: Translate, { asker }: Thread): Screen => ({
  text: t('helpline-done', { name: asker }),
  buttons: [[backToList(t)]],
})

export const threads = (t: Translate, { threads, total, page }: ThreadList): Screen => ({
  text: t('helpline-list', { count: total }),
  buttons: [
    ...threads.map(({ id, business, since }) => [
      {
        label: t.label('helpline-list.thread', { business, day: t.shortDay(since) }),
        data: button.openThread.with({ threadId: id }),
      },
    ]),
    ...pages(t, page, total),
    [{ label: t('paper.queue'), data: openQueue.with({ page: 0 }) }],
  ],
})

function pages(t: Translate, page: number, total: number): ScreenButton[][] {
  const less = page > 0 ? [{ label: t('queue.less'), data: button.openThreads.with({ page: page - 1 }) }] : []
  const isMore = (page + 1) * LIST_PAGE < total
  const more = isMore ? [{ label: t('queue.more'), data: button.openThreads.with({ page: page + 1 }) }] : []
  return less.length + more.length > 0 ? [[...less, ...more]] : []
}
