import { openBusiness } from '../checklist/buttons.ts'
import type { BusinessId } from '../dossier/rules.ts'
import { html, type Translate } from '../platform/i18n/translator.ts'
import type { Screen, ScreenButton } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import type { JoinRefusal, Likeness, Registered } from './likeness.ts'

const toQueue = (t: Translate): ScreenButton[] => [
  { label: t('paper.queue'), data: button.openQueue.with({ page: 0 }) },
]

/** All pairs an officer is to decide about. */
export const likenesses = (t: Translate, pairs: readonly Likeness[]): Screen => ({
  text: t('likenesses', { count: pairs.length }),
  buttons: [
    ...pairs.map(({ id, older, newer }) => [
      {
        label: t.label('likenesses.pair', { older: older.business, newer: newer.business }),
        data: button.openLikeness.with({ likenessId: id }),
      },
    ]),
    toQueue(t),
  ],
})

const sideInWords = (t: Translate, { business, owner, regionName, registeredAt, papers, subject }: Registered) =>
  html(
    t(subject.offline ? 'likeness-offline' : 'likeness-side', {
      business,
      owner,
      region: regionName,
      day: t.day(registeredAt),
      count: papers,
    }),
  )

/** A pair side by side, and whether they are one. */
export const likeness = (t: Translate, { id, sign, older, newer }: Likeness): Screen => ({
  text: t('likeness', {
    sign: t.label(`likeness-by-${sign}`),
    older: sideInWords(t, older),
    newer: sideInWords(t, newer),
  }),
  buttons: [
    [older, newer].map(({ business, dossierId }) => ({
      label: business,
      data: button.openDossier.with({ dossierId }),
    })),
    [{ label: t('likeness.same'), data: button.askJoin.with({ likenessId: id }) }],
    [{ label: t('likeness.other'), data: button.keepApart.with({ likenessId: id }) }],
    toQueue(t),
  ],
})

export const joinAsk = (t: Translate, { id, older, newer }: Likeness): Screen => ({
  text: `${t('join-ask', { older: older.business, newer: newer.business })}\n\n${t('verify-ask')}`,
  buttons: [
    [{ label: t('move-ask.yes'), data: button.join.with({ likenessId: id }), style: 'primary' }],
    [{ label: t('back'), data: button.openLikeness.with({ likenessId: id }) }],
  ],
})

export const joined = (t: Translate): Screen => ({ text: t('joined'), buttons: [toQueue(t)] })

export const keptApart = (t: Translate): Screen => ({ text: t('kept-apart'), buttons: [toQueue(t)] })

export const joinRefused = (t: Translate, reason: JoinRefusal): Screen => ({
  text: reason === 'not-yours' ? t('decide-not-yours') : t(`join-${reason}`),
  buttons: [toQueue(t)],
})

export const joinedNotice = (
  t: Translate,
  { businessId, business }: { businessId: BusinessId; business: string },
): Screen => ({
  text: t('notice-joined', { business }),
  buttons: [[{ label: t('notice-accepted.continue'), data: openBusiness.with({ businessId }), style: 'primary' }]],
})
