import { openCalls } from '../booking/buttons.ts'
import { type Catalogue, requirementOf } from '../dossier/catalogue.ts'
import { type DecideRefusal, returnReasonsOf, type UndoRefusal } from '../dossier/rules.ts'
import { openThreads } from '../helpline/buttons.ts'
import type { Translate } from '../platform/i18n/translator.ts'
import type { Screen, ScreenButton } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import { type Decided, QUEUE_PAGE, type Queue, type QueuedDossier, type ReviewedPaper } from './rules.ts'

const pageButtons = (t: Translate, { page, total }: Queue, data: (page: number) => string): ScreenButton[][] => {
  const less = page > 0 ? [{ label: t('queue.less'), data: data(page - 1) }] : []
  const more = (page + 1) * QUEUE_PAGE < total ? [{ label: t('queue.more'), data: data(page + 1) }] : []
  return less.length + more.length > 0 ? [[...less, ...more]] : []
}

const dossierButton = (t: Translate, { dossierId, business, waiting }: QueuedDossier): ScreenButton[] => [
  { label: t.label('queue.dossier', { business, count: waiting }), data: button.openDossier.with({ dossierId }) },
]

interface Besides {
  /** Pairs of registrations to be decided about. */
  alike: number
  /** Owners to be called because their desk was closed. */
  calls: number
  /** Questions that wait for an answer. */
  questions: number
}

/** What waits in the officer's regions. */
export const queue = (t: Translate, queued: Queue, { alike, calls, questions }: Besides): Screen => ({
  text: t('queue', { count: queued.total }),
  buttons: [
    ...queued.dossiers.map(({ dossierId, business, waiting }) => [
      { label: t.label('queue.dossier', { business, count: waiting }), data: button.openWaiting.with({ dossierId }) },
    ]),
    ...pageButtons(t, queued, (page) => button.openQueue.with({ page })),
    ...(alike > 0 ? [[{ label: t.label('queue.alike', { count: alike }), data: button.openLikenesses.with({}) }]] : []),
    ...(questions > 0
      ? [[{ label: t.label('queue.questions', { count: questions }), data: openThreads.with({ page: 0 }) }]]
      : []),
    ...(calls > 0 ? [[{ label: t.label('queue.calls', { count: calls }), data: openCalls.with({ page: 0 }) }]] : []),
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

export const nameOf = (t: Translate, { requirementId }: ReviewedPaper, catalogue: Catalogue): string =>
  requirementOf(catalogue, requirementId).name[t.language]

export const reasonAsk = (t: Translate, reviewed: ReviewedPaper, catalogue: Catalogue): Screen => ({
  text: t('reason-ask', { requirement: nameOf(t, reviewed, catalogue), business: reviewed.business }),
  buttons: [
    ...returnReasonsOf(requirementOf(catalogue, reviewed.requirementId).kind).map((reason) => [
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
    [
      {
        label: t('undone.again'),
        data: button.openPage.with({ submissionId: reviewed.submissionId, page: 0 }),
        style: 'primary',
      },
    ],
    [{ label: t('decided-accepted.next'), data: button.openWaiting.with({ dossierId: reviewed.dossierId }) }],
    [toQueue(t)],
  ],
})

export const undoRefused = (t: Translate, reason: UndoRefusal): Screen => ({
  text: reason === 'not-yours' ? t('decide-not-yours') : t('undo-acted-upon'),
  buttons: [[toQueue(t)]],
})
