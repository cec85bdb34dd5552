import { type Catalogue, type Requirement, requirementOf } from '../dossier/catalogue.ts'
import { isNameUnruled, NUMBER } from '../dossier/fields.ts'
import type { BadNumber } from '../dossier/number-reading.ts'
import type { SubmissionId } from '../dossier/rules.ts'
import { isNumberMasked, numberMistake, valueLines } from '../dossier/words.ts'
import type { Translate } from '../platform/i18n/translator.ts'
import type { Picture, Screen, ScreenButton } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import type { ReviewedPage, ReviewedPaper } from './rules.ts'
import { toQueue } from './views.ts'

// A paper as its officer sees it, and what is asked about it.

interface Look {
  /** Counted from 0. */
  page?: number
  /** The number is to be read whole, not masked. */
  whole?: boolean
}

/** A paper to look at, a page at a time. Whatever shows a person's identity cannot be forwarded or saved. */
export function paper(t: Translate, reviewed: ReviewedPaper, catalogue: Catalogue, look: Look = {}): Screen {
  const { page = 0, whole = false } = look
  const { submissionId, business, owner, regionName, submittedAt, pages, values } = reviewed
  const requirement = requirementOf(catalogue, reviewed.requirementId)
  const about = t('paper', {
    requirement: requirement.name[t.language],
    business,
    owner,
    region: regionName,
    day: t.day(submittedAt),
    time: t.time(submittedAt),
  })
  const lines = [
    about,
    ...(reviewed.sender ? [t('paper-sender', { name: reviewed.sender.name })] : []),
    ...valueLines(t, requirement, values, whole),
    ...(pages.length > 1 ? [t('paper-page', { page: page + 1, of: pages.length })] : []),
    `<i>${t('paper-hint', { hint: requirement.reviewHint[t.language] })}</i>`,
  ]
  const shown = pages[page]
  return {
    text: lines.join('\n'),
    ...(shown ? { picture: pictureOf(shown), protect: requirement.identity } : {}),
    buttons: [
      ...turning(t, submissionId, page, pages.length),
      ...(isNameUnruled(values)
        ? [[{ label: t('paper.same-person'), data: button.askGround.with({ submissionId }) }]]
        : []),
      ...aboutNumber(t, reviewed, requirement, { page, whole }),
      [
        { label: t('paper.accept'), data: button.acceptPaper.with({ submissionId }), style: 'success' },
        { label: t('paper.return'), data: button.askReason.with({ submissionId }) },
      ],
      [toQueue(t)],
    ],
  }
}

function turning(
  t: Translate,
  submissionId: ReviewedPaper['submissionId'],
  page: number,
  of: number,
): ScreenButton[][] {
  if (of < 2) return []
  const to = (next: number, label: string): ScreenButton => ({
    label,
    data: button.openPage.with({ submissionId, page: next }),
  })
  return [
    [...(page > 0 ? [to(page - 1, t('queue.less'))] : []), ...(page + 1 < of ? [to(page + 1, t('queue.more'))] : [])],
  ]
}

export const pictureOf = ({ telegramKind, telegramFileId }: ReviewedPage): Picture => ({
  kind: telegramKind,
  fileId: telegramFileId,
})

/** To read a number whole, and to fill it in or correct it while the paper waits. */
function aboutNumber(
  t: Translate,
  { submissionId, values, state }: ReviewedPaper,
  requirement: Requirement,
  { page, whole }: Required<Look>,
): ScreenButton[][] {
  const number = values[NUMBER]
  if (!number) return []
  const seen = whole
    ? { label: t('paper.hide-number'), data: button.openPage.with({ submissionId, page }) }
    : { label: t('paper.see-number'), data: button.seeNumber.with({ submissionId, page }) }
  const label = t(number.source === 'left' ? 'paper.fill-number' : 'paper.change-number')
  return [
    [
      ...(isNumberMasked(requirement, number) ? [seen] : []),
      ...(state === 'submitted' ? [{ label, data: button.askNumber.with({ submissionId }) }] : []),
    ],
  ].filter((row) => row.length > 0)
}

/** Another name stands on the paper: the officer says that it is the same person, or returns it. */
export const nameUnruled = (t: Translate, submissionId: SubmissionId): Screen => ({
  text: t('decide-name-unruled'),
  buttons: [
    [{ label: t('paper.same-person'), data: button.askGround.with({ submissionId }), style: 'primary' }],
    [{ label: t('paper.return'), data: button.askReason.with({ submissionId }) }],
    [toQueue(t)],
  ],
})

const orNot = (t: Translate, submissionId: SubmissionId): ScreenButton[] => [
  { label: t('paper.leave'), data: button.leaveQuestion.with({ submissionId }) },
]

/** Asks about a paper in words; the officer may leave it at that. */
export const paperAsk = (t: Translate, submissionId: SubmissionId, text: string): Screen => ({
  text,
  buttons: [orNot(t, submissionId)],
})

/** Names the mistake in a number, and offers what was probably meant. */
export const numberRefused = (
  t: Translate,
  submissionId: SubmissionId,
  requirement: Requirement,
  bad: BadNumber,
): Screen => ({
  text: numberMistake(t, requirement, bad),
  buttons: [
    ...(bad.suggestion === undefined
      ? []
      : [
          [
            {
              label: t('number-suggested.yes'),
              data: button.useNumber.with({ submissionId, number: bad.suggestion }),
              style: 'success' as const,
            },
          ],
        ]),
    orNot(t, submissionId),
  ],
})
