import { openHome, sendItem } from '../checklist/buttons.ts'
import { type Catalogue, requirementOf } from '../dossier/catalogue.ts'
import { type DecideRefusal, returnReasons, type UndoRefusal } from '../dossier/rules.ts'
import { toldReason } from '../dossier/words.ts'
import { html, type Translate } from '../platform/i18n/translator.ts'
import type { Picture, Screen, ScreenButton } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import { type Decided, type Decision, QUEUE_PAGE, type Queue, type ReviewedPaper } from './rules.ts'

export function queue(t: Translate, { page, total, dossiers }: Queue): Screen {
  const less = { label: t('queue.less'), data: button.openQueue.with({ page: Math.max(0, page - 1) }) }
  const more = { label: t('queue.more'), data: button.openQueue.with({ page: page + 1 }) }
  const turning = [...(page > 0 ? [less] : []), ...((page + 1) * QUEUE_PAGE < total ? [more] : [])]
  return {
    text: t('queue', { count: total }),
    buttons: [
      ...dossiers.map(({ dossierId, business, waiting }) => [
        { label: t.label('queue.dossier', { business, count: waiting }), data: button.openWaiting.with({ dossierId }) },
      ]),
      ...(turning.length > 0 ? [turning] : []),
      [{ label: t('queue.refresh'), data: button.openQueue.with({ page }) }],
    ],
  }
}

const toQueue = (t: Translate): ScreenButton => ({ label: t('paper.queue'), data: button.openQueue.with({ page: 0 }) })

/** A paper to look at. Whatever shows a person's identity cannot be forwarded or saved. */
export function paper(t: Translate, reviewed: ReviewedPaper, catalogue: Catalogue): Screen {
  const { submissionId, business, owner, regionName, submittedAt } = reviewed
  const requirement = requirementOf(catalogue, reviewed.requirementId)
  return {
    text: t('paper', {
      requirement: requirement.name[t.language],
      business,
      owner,
      region: regionName,
      day: t.day(submittedAt),
      time: t.time(submittedAt),
    }),
    picture: pictureOf(reviewed),
    protect: requirement.identity,
    buttons: [
      [
        { label: t('paper.accept'), data: button.acceptPaper.with({ submissionId }), style: 'success' },
        { label: t('paper.return'), data: button.askReason.with({ submissionId }) },
      ],
      [toQueue(t)],
    ],
  }
}

const pictureOf = ({ file }: ReviewedPaper): Picture => ({ kind: file.telegramKind, fileId: file.telegramFileId })

export const noneWaiting = (t: Translate): Screen => ({ text: t('paper-none'), buttons: [[toQueue(t)]] })

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

export function decided(t: Translate, { paper: reviewed, decisionId, verdict }: Decided, catalogue: Catalogue): Screen {
  const about = { requirement: nameOf(t, reviewed, catalogue), business: reviewed.business }
  return {
    text:
      verdict.verdict === 'accepted'
        ? t('decided-accepted', about)
        : t('decided-returned', { ...about, reason: verdict.words ?? t.label(`reason-${verdict.reason}`) }),
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
  return {
    text: t('notice-returned', {
      ...about,
      reason: html(toldReason(t, reason, decision.words)),
      tip: html(t(`told-${reason}.tip`)),
    }),
    picture: pictureOf(reviewed),
    buttons: [
      [{ label: t('notice-returned.retake'), data: sendItem.with({ itemId: reviewed.itemId }), style: 'primary' }],
    ],
  }
}

export const undoneNotice = (t: Translate, facts: { paper: ReviewedPaper; catalogue: Catalogue }): Screen => ({
  text: t('notice-undone', { requirement: nameOf(t, facts.paper, facts.catalogue), business: facts.paper.business }),
})
