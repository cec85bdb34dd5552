import { html, type Translate } from '../platform/i18n/translator.ts'
import type { Screen, ScreenButton } from '../platform/telegram/screen.ts'
import type { AudienceCount, Exclusion } from './audience.ts'
import { audienceInWords, countLine, exclusionLines, type Places } from './audience-views.ts'
import * as button from './buttons.ts'
import { beginning } from './progress-views.ts'
import type { Broadcast, BroadcastId, BroadcastState, SendRefusal } from './rules.ts'
import { kindOf, type TextMistake } from './text.ts'

export interface BroadcastLine {
  id: BroadcastId
  words: string
  state: BroadcastState
  at: Date
  total: number | null
}

/** The broadcasts there were, and how to begin one. */
export const home = (t: Translate, broadcasts: readonly BroadcastLine[]): Screen => ({
  text: t('casts'),
  buttons: [
    [{ label: t('casts.write'), data: button.openDraft.with({}), style: 'primary' }],
    [{ label: t('casts.desk'), data: button.pickDesk.with({}) }],
    ...broadcasts.map(({ id, words, state, at }): ScreenButton[] => [
      {
        label: `${t(`cast-sign-${state}`)} ${t.shortDay(at)} · ${beginning(words, 34)}`,
        data: button.openBroadcast.with({ broadcastId: id }),
      },
    ]),
  ],
})

/** The desks of which a broadcast may be made. */
export const desks = (t: Translate, list: readonly { id: number; title: string }[]): Screen => ({
  text: t(list.length === 0 ? 'cast-desks-none' : 'cast-desks'),
  buttons: [
    ...list.map(({ id, title }) => [{ label: title, data: button.fromDesk.with({ deskId: id as never }) }]),
    [{ label: t('back'), data: button.openBroadcasts.with({}) }],
  ],
})

/** The words of a broadcast made from the schedule of a desk. */
export function deskWords(
  t: Translate,
  { title, venue, days }: { title: string; venue: string | undefined; days: readonly { at: Date; hours: string }[] },
): string {
  const lines = days.map(({ at, hours }) => t('cast-desk-day', { day: t.longDay(at), hours }))
  return t('cast-desk-words', {
    title,
    venue: venue ?? t.label('plan-later'),
    days: html(lines.join('\n')),
    name: '{nama}',
  })
}

export interface DraftFacts {
  broadcast: Broadcast
  count: AudienceCount
  places: Places
}

/** A broadcast as far as it is written. */
export function draft(t: Translate, { broadcast, count, places }: DraftFacts): Screen {
  const { id: broadcastId, words, attachment, button: wanted } = broadcast
  const of = { broadcastId }
  return {
    text: [
      t('cast-draft', {
        words: words === undefined ? t.label('cast-draft.no-words') : beginning(words, 600),
        file: t.label(attachment ? `cast-file-${attachment.kind}` : 'cast-file-none'),
        button: wanted?.kind === 'link' ? wanted.label : t.label(`cast-kind-${wanted?.kind ?? 'none'}`),
        audience: html(audienceInWords(t, broadcast.audience, places)),
        time: html(timeInWords(t, broadcast)),
      }),
      countLine(t, count),
    ].join('\n'),
    buttons: [
      [
        { label: t('cast-draft.words'), data: button.askWords.with(of) },
        { label: t('cast-draft.button'), data: button.openButtons.with(of) },
      ],
      [
        { label: t('cast-draft.audience'), data: button.openAudience.with(of) },
        { label: t('cast-draft.time'), data: button.openTimes.with(of) },
      ],
      ...(attachment ? [[{ label: t('cast-draft.no-file'), data: button.dropFile.with(of) }]] : []),
      ...(words === undefined
        ? []
        : [[{ label: t('cast-draft.look'), data: button.openPreview.with(of), style: 'primary' as const }]]),
      [
        { label: t('cast-draft.drop'), data: button.dropDraft.with(of) },
        { label: t('back'), data: button.openBroadcasts.with({}) },
      ],
    ],
  }
}

function timeInWords(t: Translate, { sendAt, expiresAt, urgentReason }: Broadcast): string {
  return [
    sendAt ? t('cast-begins', { day: t.longDay(sendAt), time: t.time(sendAt) }) : t('cast-begins-now'),
    ...(expiresAt ? [t('cast-ends', { day: t.longDay(expiresAt), time: t.time(expiresAt) })] : []),
    ...(urgentReason === undefined ? [] : [t('cast-urgent', { reason: urgentReason })]),
  ].join(' ')
}

/** When it begins, when it is over, and whether the night is no bar. */
export const times = (t: Translate, broadcast: Broadcast): Screen => {
  const of = { broadcastId: broadcast.id }
  return {
    text: t('cast-times', { time: html(timeInWords(t, broadcast)) }),
    buttons: [
      [
        { label: t('cast-times.now'), data: button.sendAtOnce.with(of) },
        { label: t('cast-times.begin'), data: button.askTime.with({ ...of, which: 'begin' }) },
      ],
      [{ label: t('cast-times.end'), data: button.askTime.with({ ...of, which: 'end' }) }],
      broadcast.urgentReason === undefined
        ? [{ label: t('cast-times.urgent'), data: button.askUrgent.with(of) }]
        : [{ label: t('cast-times.not-urgent'), data: button.notUrgent.with(of) }],
      [{ label: t('back'), data: button.openDraft.with({}) }],
    ],
  }
}

/** What a button of the broadcast may lead to. */
export const buttons = (t: Translate, { id: broadcastId }: Broadcast): Screen => ({
  text: t('cast-buttons'),
  buttons: [
    ...(['book', 'checklist', 'link', 'none'] as const).map((kind) => [
      { label: t(`cast-kind-${kind}`), data: button.pickButton.with({ broadcastId, kind }) },
    ]),
    [{ label: t('back'), data: button.openDraft.with({}) }],
  ],
})

export interface PreviewFacts {
  broadcast: Broadcast
  count: AudienceCount
  begins: Date
  ends: Date
  lastAt: Date
  repeats: number
  needsSecond: boolean
}

/** Below the examples: how many, who not, when it would be over; the button that sends says the number. */
export function preview(t: Translate, facts: PreviewFacts): Screen {
  const { broadcast, count, begins, ends, lastAt, repeats, needsSecond } = facts
  const of = { broadcastId: broadcast.id }
  const moment = (at: Date) => ({ day: t.longDay(at), time: t.time(at) })
  return {
    text: [
      t('cast-preview', { count: count.reached }),
      ...exclusionLines(t, count),
      t('cast-preview-begins', moment(begins)),
      t('cast-preview-last', moment(lastAt)),
      t('cast-ends', moment(ends)),
      ...(lastAt > ends ? [t('cast-preview-too-slow')] : []),
      ...(repeats > 0 ? [t('cast-preview-again')] : []),
      ...(needsSecond ? [t('cast-preview-second')] : []),
    ].join('\n'),
    buttons: [
      ...(count.reached > 0
        ? [
            [
              {
                label: t(needsSecond ? 'cast-preview.ask' : 'cast-preview.send', { count: count.reached }),
                data: button.submit.with({ ...of, revision: broadcast.revision }),
                style: 'success' as const,
              },
            ],
          ]
        : []),
      [
        { label: t('cast-preview.me'), data: button.testOnMe.with(of) },
        { label: t('cast-preview.not'), data: button.seeLeftOut.with(of) },
      ],
      [{ label: t('cast-preview.change'), data: button.openDraft.with({}) }],
    ],
  }
}

/** Some of those who get nothing, with the reason. */
export const leftOut = (
  t: Translate,
  broadcastId: BroadcastId,
  people: readonly { name: string | null; reason: Exclusion }[],
): Screen => ({
  text: [
    t(people.length === 0 ? 'cast-left-out-none' : 'cast-left-out'),
    ...people.map(({ name, reason }) =>
      t('cast-left-out-line', { name: name ?? '–', reason: html(t(`cast-not-${reason}`)) }),
    ),
  ].join('\n'),
  buttons: [[{ label: t('back'), data: button.openPreview.with({ broadcastId }) }]],
})

/** Who pressed its button. */
export const presses = (
  t: Translate,
  broadcastId: BroadcastId,
  people: readonly { name: string | null; at: Date }[],
): Screen => ({
  text: [
    t('cast-pressed'),
    ...people.map(({ name, at }) =>
      t('cast-pressed-line', { name: name ?? '–', day: t.shortDay(at), time: t.clock(at) }),
    ),
  ].join('\n'),
  buttons: [[{ label: t('back'), data: button.openBroadcast.with({ broadcastId }) }]],
})

/** What was said yes to. */
export const submitted = (t: Translate, { state, sendAt }: Broadcast, isLater: boolean): Screen => {
  const back = [[{ label: t('back'), data: button.openBroadcasts.with({}) }]]
  if (state === 'asked') return { text: t('cast-submitted-asked'), buttons: back }
  if (!isLater || !sendAt) return { text: t('cast-submitted-now'), buttons: back }
  return { text: t('cast-submitted-later', { day: t.longDay(sendAt), time: t.time(sendAt) }), buttons: back }
}

/** What is wrong with the words. */
export function mistaken(t: Translate, mistake: TextMistake): Screen {
  const kind = kindOf(mistake)
  if (typeof kind === 'object') return { text: t('cast-unknown-variable', { name: `{${kind.unknown}}` }) }
  return { text: t(`cast-text-${kind}`) }
}

export type Refusal = SendRefusal | 'same-person'

export const refused = (t: Translate, reason: Refusal): Screen => ({
  text: t(`cast-no-${reason}`),
  buttons: reason === 'not-yours' ? [] : [[{ label: t('back'), data: button.openBroadcasts.with({}) }]],
})
