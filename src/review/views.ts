import { openHome, sendItem } from '../checklist/buttons.ts'
import { type Catalogue, requirementOf } from '../dossier/catalogue.ts'
import { isNameUnruled, NUMBER } from '../dossier/fields.ts'
import type { ItemState } from '../dossier/item-states.ts'
import { type DecideRefusal, returnReasons, type UndoRefusal } from '../dossier/rules.ts'
import { toldReason, valueLines } from '../dossier/words.ts'
import { html, type Translate } from '../platform/i18n/translator.ts'
import type { Picture, Screen, ScreenButton } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import {
  type Decided,
  type Decision,
  QUEUE_PAGE,
  type Queue,
  type QueuedDossier,
  type ReviewedPage,
  type ReviewedPaper,
} from './rules.ts'

const pageButtons = (t: Translate, { page, total }: Queue, data: (page: number) => string): ScreenButton[][] => {
  const less = page > 0 ? [{ label: t('queue.less'), data: data(page - 1) }] : []
  const more = (page + 1) * QUEUE_PAGE < total ? [{ label: t('queue.more'), data: data(page + 1) }] : []
  return less.length + more.length > 0 ? [[...less, ...more]] : []
}

const dossierButton = (t: Translate, { dossierId, business, waiting }: QueuedDossier): ScreenButton[] => [
  { label: t.label('queue.dossier', { business, count: waiting }), data: button.openDossier.with({ dossierId }) },
]

/** What waits in the officer's regions; `alike` counts the pairs of registrations to be decided about. */
export const queue = (t: Translate, queued: Queue, alike = 0): Screen => ({
  text: t('queue', { count: queued.total }),
  buttons: [
    ...queued.dossiers.map(({ dossierId, business, waiting }) => [
      { label: t.label('queue.dossier', { business, count: waiting }), data: button.openWaiting.with({ dossierId }) },
    ]),
    ...pageButtons(t, queued, (page) => button.openQueue.with({ page })),
    ...(alike > 0 ? [[{ label: t.label('queue.alike', { count: alike }), data: button.openLikenesses.with({}) }]] : []),
    [
      { label: t('queue.refresh'), data: button.openQueue.with({ page: queued.page }) },
      { label: t('queue.all'), data: button.openDossiers.with({ page: 0 }) },
    ],
  ],
})

export const dossiers = (t: Translate, queued: Queue): Screen => ({
  text: t('dossiers', { count: queued.total }),
  buttons: [
    ...queued.dossiers.map((each) => dossierButton(t, each)),
    ...pageButtons(t, queued, (page) => button.openDossiers.with({ page })),
    [{ label: t('staff-home.enrol'), data: button.enrol.with({}) }],
    [toQueue(t)],
  ],
})

export const toQueue = (t: Translate): ScreenButton => ({
  label: t('paper.queue'),
  data: button.openQueue.with({ page: 0 }),
})

/** A paper to look at, a page at a time. Whatever shows a person's identity cannot be forwarded or saved. */
export function paper(t: Translate, reviewed: ReviewedPaper, catalogue: Catalogue, page = 0): Screen {
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
    ...valueLines(t, requirement, values),
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
      ...(values[NUMBER]?.source === 'left'
        ? [[{ label: t('paper.fill-number'), data: button.askNumber.with({ submissionId }) }]]
        : []),
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

const pictureOf = ({ telegramKind, telegramFileId }: ReviewedPage): Picture => ({
  kind: telegramKind,
  fileId: telegramFileId,
})

const nameOf = (t: Translate, { requirementId }: ReviewedPaper, catalogue: Catalogue): string =>
  requirementOf(catalogue, requirementId).name[t.language]

export const reasonAsk = (t: Translate, reviewed: ReviewedPaper, catalogue: Catalogue): Screen => ({
  text: t('reason-ask', { requirement: nameOf(t, reviewed, catalogue), business: reviewed.business }),
  buttons: [
    ...returnReasons.map((reason) => [
      { label: t(`reason-${reason}`), data: button.returnPaper.with({ submissionId: reviewed.submissionId, reason }) },
    ]),
    [{ label: t('back'), data: button.openWaiting.with({ dossierId: reviewed.dossierId }) }],
  ],
})

export function decided(
  t: Translate,
  { paper: reviewed, decisionId, verdict, alone }: Decided,
  catalogue: Catalogue,
): Screen {
  const told = t(reviewed.subject.offline ? 'decided-tell' : 'decided-told')
  const about = { requirement: nameOf(t, reviewed, catalogue), business: reviewed.business, told }
  const said =
    verdict.verdict === 'accepted'
      ? t('decided-accepted', about)
      : t('decided-returned', { ...about, reason: verdict.words ?? t.label(`reason-${verdict.reason}`) })
  return {
    text: [said, ...(alone ? [t('decided-alone')] : [])].join('\n'),
    buttons: [
      [
        {
          label: t('decided-accepted.next'),
          data: button.openWaiting.with({ dossierId: reviewed.dossierId }),
          style: 'primary',
        },
      ],
      [{ label: t('decided-accepted.undo'), data: button.undoDecision.with({ decisionId }) }, toQueue(t)],
    ],
  }
}

export const decideRefused = (t: Translate, reason: DecideRefusal): Screen => ({
  text: t(`decide-${reason}`),
  buttons: [[toQueue(t)]],
})

export const undone = (t: Translate, reviewed: ReviewedPaper, catalogue: Catalogue): Screen => ({
  text: t('undone', { requirement: nameOf(t, reviewed, catalogue), business: reviewed.business }),
  buttons: [
    [{ label: t('decided-accepted.next'), data: button.openWaiting.with({ dossierId: reviewed.dossierId }) }],
    [toQueue(t)],
  ],
})

export const undoRefused = (t: Translate, reason: UndoRefusal): Screen => ({
  text: reason === 'not-yours' ? t('decide-not-yours') : t('undo-acted-upon'),
  buttons: [[toQueue(t)]],
})

interface DecisionFacts {
  paper: ReviewedPaper
  decision: Decision
  catalogue: Catalogue
}

/** What the owner hears: good news in a line, or the picture with what to do about it. */
export function decisionNotice(t: Translate, { paper: reviewed, decision, catalogue }: DecisionFacts): Screen {
  const about = { requirement: nameOf(t, reviewed, catalogue), business: reviewed.business }
  if (decision.verdict === 'accepted') {
    return {
      text: t('notice-accepted', about),
      buttons: [[{ label: t('notice-accepted.continue'), data: openHome.with({}), style: 'primary' }]],
    }
  }
  const reason = decision.reason ?? 'other'
  const [first] = reviewed.pages
  return {
    text: t('notice-returned', {
      ...about,
      reason: html(toldReason(t, reason, decision.words)),
      tip: html(t(`told-${reason}.tip`)),
    }),
    ...(first ? { picture: pictureOf(first) } : {}),
    buttons: [
      [{ label: t('notice-returned.retake'), data: sendItem.with({ itemId: reviewed.itemId }), style: 'primary' }],
    ],
  }
}

export const undoneNotice = (t: Translate, facts: { paper: ReviewedPaper; catalogue: Catalogue }): Screen => ({
  text: t('notice-undone', { requirement: nameOf(t, facts.paper, facts.catalogue), business: facts.paper.business }),
})

/** What the owner hears of a ruling on an item that is no paper. */
export const ruledNotice = (
  t: Translate,
  facts: {
    requirementId: string
    business: string
    state: Extract<ItemState, 'received' | 'not-applicable' | 'open'>
    catalogue: Catalogue
  },
): Screen => ({
  text: t(`notice-ruled-${facts.state}`, {
    requirement: requirementOf(facts.catalogue, facts.requirementId).name[t.language],
    business: facts.business,
  }),
  buttons: [[{ label: t('notice-accepted.continue'), data: openHome.with({}), style: 'primary' }]],
})
