import { acceptedKinds, type PaperNumber, type Requirement } from '../dossier/catalogue.ts'
import {
  type AnswerMistake,
  type DateField,
  type DayMistake,
  type Field,
  NAME,
  NUMBER,
  PLACE,
} from '../dossier/fields.ts'
import type { BadNumber } from '../dossier/number-reading.ts'
import type { ItemId, OwnItem } from '../dossier/rules.ts'
import { paragraphIn } from '../dossier/words.ts'
import { html, type Translate } from '../platform/i18n/translator.ts'
import type { Screen, ScreenButton } from '../platform/telegram/screen.ts'
import { type LocalDate, localDate } from '../platform/time.ts'
import * as button from './buttons.ts'

// The screens that ask for what an item still lacks.

const nameOf = (t: Translate, requirement: Requirement): string => requirement.name[t.language]

const leave = (t: Translate, itemId: ItemId, field: string): ScreenButton[] => [
  { label: t('ask-leave'), data: button.leaveField.with({ itemId, field }) },
]

const backHome = (t: Translate): ScreenButton[] => [{ label: t('pages-ask.home'), data: button.openHome.with({}) }]

/** Asks for a file, or for the next of several. */
export function pagesAsk(
  t: Translate,
  itemId: ItemId,
  requirement: Requirement,
  field: Extract<Field, { kind: 'pages' }>,
): Screen {
  const { have, atLeast, atMost } = field
  const name = nameOf(t, requirement)
  const done: ScreenButton[][] =
    have >= atLeast && have > 0
      ? [
          [{ label: t('pages-ask.done'), data: button.pagesDone.with({ itemId }), style: 'success' }],
          [{ label: t('pages-ask.again'), data: button.pagesAgain.with({ itemId }) }],
        ]
      : []
  if (requirement.kind !== 'media') {
    return have === 0 ? { text: t('send-ask', { name }) } : { text: t('pages-more', { name, have }), buttons: done }
  }
  const shot = requirement.shots[have]?.[t.language]
  const text =
    have >= atLeast ? t('media-enough', { name, have, most: atMost }) : t('media-ask', { name, have, wanted: atLeast })
  return {
    text: shot && have < atLeast ? `${text}\n\n${t('media-shot', { shot })}` : text,
    ...(done.length > 0 ? { buttons: done } : {}),
  }
}

/** No page is there yet, and words came instead of one: what is awaited, and the ways out. */
export const pagesAwaited = (t: Translate, itemId: ItemId, requirement: Requirement): Screen => ({
  ...sendNotFile(t, requirement),
  buttons: [[{ label: t('item.missing'), data: button.howToGet.with({ itemId }) }], backHome(t)],
})

export const sendNotFile = (t: Translate, requirement: Requirement): Screen => ({
  text: t('send-not-file', { name: nameOf(t, requirement) }),
})

/** Asks for the number on a paper. */
export function numberAsk(t: Translate, itemId: ItemId, requirement: Requirement): Screen {
  const kind = 'number' in requirement ? requirement.number : undefined
  return {
    text: numberQuestion(t, kind ?? 'free', nameOf(t, requirement)),
    buttons: [leave(t, itemId, NUMBER)],
  }
}

const numberQuestion = (t: Translate, kind: PaperNumber, name: string): string =>
  kind === 'free' ? t('number-ask-free', { name }) : t(`number-ask-${kind}`)

/** Names the mistake in a number, counts what was typed, and offers what was probably meant. */
export function numberRefused(
  t: Translate,
  itemId: ItemId,
  requirement: Requirement,
  bad: BadNumber,
  question?: string,
): Screen {
  const { suggestion, digits } = bad
  const said = [
    mistakeInWords(t, requirement, bad),
    ...(digits === undefined ? [] : [t('number-counted', { count: digits })]),
    ...(suggestion === undefined ? [] : [t('number-suggested', { number: suggestion })]),
  ]
  const offer: ScreenButton[] =
    suggestion === undefined
      ? []
      : [
          {
            label: t('number-suggested.yes'),
            data:
              question === undefined
                ? button.useNumber.with({ itemId, number: suggestion })
                : button.useAnswer.with({ itemId, question, number: suggestion }),
            style: 'success',
          },
        ]
  const howToGet: ScreenButton = { label: t('number-how-to-get'), data: button.howToGet.with({ itemId }) }
  return {
    text: said.join('\n'),
    buttons: [
      ...(offer.length > 0 ? [offer] : []),
      ...(stillToGet.includes(bad.mistake) ? [[howToGet]] : []),
      ...(question === undefined ? [leave(t, itemId, NUMBER)] : []),
    ],
  }
}

/** Mistakes after which the paper is still to be had: what is there is another paper, or is over. */
const stillToGet: readonly BadNumber['mistake'][] = [
  'made-up',
  'nib-sku',
  'p-irt-old',
  'p-irt-expired',
  'md-receipt',
  'halal-kh',
  'halal-receipt',
  'merek-application',
]

function mistakeInWords(t: Translate, requirement: Requirement, { mistake, fits, year }: BadNumber): string {
  if (mistake === 'p-irt-expired') return t('number-p-irt-expired', { year: String(year ?? '') })
  if (mistake !== 'other-kind') return t(`number-${mistake}`)
  const kind = 'number' in requirement ? requirement.number : undefined
  return t('number-other-kind', {
    found: fits ? t.label(`number-kind-${fits}`) : '',
    wanted: kind && kind !== 'free' ? t.label(`number-kind-${kind}`) : nameOf(t, requirement),
  })
}

export function dayAsk(t: Translate, itemId: ItemId, requirement: Requirement, which: DateField): Screen {
  const name = nameOf(t, requirement)
  const mayBeEndless = which === 'expires' && requirement.validity.type === 'dated' && requirement.validity.endless
  return {
    text: mayBeEndless ? t('day-ask-expires-endless', { name }) : t(`day-ask-${which}`, { name }),
    buttons: [leave(t, itemId, which)],
  }
}

/** Why a date was not taken. A permit that is over is renewed first: its owner says until when. */
export function dayRefused(
  t: Translate,
  itemId: ItemId,
  requirement: Requirement,
  which: DateField,
  mistake: DayMistake,
): Screen {
  if (mistake !== 'over') return { text: t(`date-${mistake}`), buttons: [leave(t, itemId, which)] }
  return {
    text: t('date-over', { name: nameOf(t, requirement) }),
    buttons: [[{ label: t('date-over.renew'), data: button.howToGet.with({ itemId }), style: 'primary' }]],
  }
}

/** Asks back which of several days was meant by the date on a paper. */
export const dayEither = (t: Translate, itemId: ItemId, which: DateField, either: readonly LocalDate[]): Screen =>
  eitherOf(t, either, (day) => button.useDay.with({ itemId, which, day }))

/** Asks until when an item waits: on somebody who issues it, or on the owner who hands it over. */
export const waitDayAsk = (t: Translate, requirement: Requirement): Screen => ({
  text: t(requirement.kind === 'physical' ? 'hand-over-ask' : 'wait-ask', { name: nameOf(t, requirement) }),
  buttons: [backHome(t)],
})

/** Why a day to wait until was not taken, with the way out for those who cannot say. */
export const waitDayRefused = (t: Translate, mistake: DayMistake | 'past'): Screen => ({
  text: t(`date-${mistake}`),
  buttons: [backHome(t)],
})

/** Until when an item waits; a day after the owner's deadline is told as what it is. */
export function waitNoted(t: Translate, requirement: Requirement, day: LocalDate, deadline: Date): Screen {
  const noted = t('wait-noted', { name: nameOf(t, requirement), day: t.dayOf(day) })
  return { text: day > localDate(deadline) ? `${noted}\n${t('wait-late', { deadline: t.day(deadline) })}` : noted }
}

/** Asks back which of several days was meant as the one until which to wait. */
export const waitDayEither = (t: Translate, itemId: ItemId, either: readonly LocalDate[]): Screen =>
  eitherOf(t, either, (day) => button.useWaitDay.with({ itemId, day }))

const eitherOf = (t: Translate, either: readonly LocalDate[], data: (day: LocalDate) => string): Screen => ({
  text: t('date-either'),
  buttons: either.map((day) => [{ label: t.dayOf(day), data: data(day) }]),
})

/** A permit that will not last until the assessors come. */
export const endsEarly = (t: Translate, requirement: Requirement): Screen => ({
  text: t('ends-early', { name: nameOf(t, requirement) }),
})

export const nameAsk = (t: Translate, itemId: ItemId, requirement: Requirement, ownerName: string): Screen => ({
  text: t('name-check-ask', { name: nameOf(t, requirement), owner: ownerName }),
  buttons: [
    [
      { label: t('name-check-ask.same'), data: button.nameIsSame.with({ itemId }), style: 'success' },
      { label: t('name-check-ask.differs'), data: button.nameDiffers.with({ itemId }) },
    ],
    leave(t, itemId, NAME),
  ],
})

export const otherNameAsk = (t: Translate, requirement: Requirement): Screen => ({
  text: t('other-name-ask', { name: nameOf(t, requirement) }),
})

/** One question of a data item; those with few answers come with a button for each. */
export function questionAsk(t: Translate, itemId: ItemId, field: Extract<Field, { kind: 'question' }>): Screen {
  const { question, position, of } = field
  const hint = question.hint?.[t.language]
  const text = t('question-ask', {
    position,
    of,
    ask: question.ask[t.language],
    hint: html(hint ? t('question-hint', { hint }) : ''),
  })
  const pick = (answer: string, label: string): ScreenButton[] => [
    { label, data: button.pickAnswer.with({ itemId, question: question.id, answer }) },
  ]
  if (question.answer === 'choice') {
    return { text, buttons: question.options.map(({ id, label }) => pick(id, label[t.language])) }
  }
  if (question.answer === 'yes-no') {
    return { text, buttons: [pick('yes', t('group-yes')), pick('no', t('group-no'))] }
  }
  return { text }
}

export const answerRefused = (t: Translate, mistake: AnswerMistake): Screen => ({ text: t(`answer-${mistake}`) })

/** The paragraph made of the answers, for its owner to say yes to. Where files may accompany it, they are offered. */
export function paragraphAsk(t: Translate, requirement: Requirement, { id: itemId, values, pages }: OwnItem): Screen {
  const text = t('paragraph-ask', {
    name: nameOf(t, requirement),
    paragraph: paragraphIn(requirement, values, t.language),
    files: html(pages > 0 ? `\n${t('paragraph-files', { count: pages })}` : ''),
  })
  const mayAttach = acceptedKinds(requirement).length > 0
  return {
    text,
    buttons: [
      [{ label: t('paragraph-ask.yes'), data: button.confirmParagraph.with({ itemId }), style: 'success' }],
      ...(mayAttach ? [[{ label: t('paragraph-ask.attach'), data: button.attachFile.with({ itemId }) }]] : []),
      [{ label: t('paragraph-ask.again'), data: button.answerAgain.with({ itemId }) }],
    ],
  }
}

/** Asks for a file that accompanies the answers. */
export const attachAsk = (t: Translate, requirement: Requirement): Screen => ({
  text: t('attach-ask', { name: nameOf(t, requirement) }),
})

/** Asks for the point on the map. */
export const placeAsk = (t: Translate, itemId: ItemId, requirement: Requirement): Screen => ({
  text: t('place-ask', { name: nameOf(t, requirement) }),
  buttons: [leave(t, itemId, PLACE)],
})
