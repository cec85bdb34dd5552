import { openMenu } from '../people/buttons.ts'
import type { Accompanying, AccompanyRefusal, CompanionId } from '../people/companion.ts'
import type { Translate } from '../platform/i18n/translator.ts'
import type { Screen, ScreenButton } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'

const toList = (t: Translate): ScreenButton => ({ label: t('menu.companions'), data: button.openCompanions.with({}) })

/** Who accompanies somebody, and whom they accompany, with what may be done about each. */
export function companions(
  t: Translate,
  { mine, theirs, isOwner }: { mine: Accompanying[]; theirs: Accompanying[]; isOwner: boolean },
): Screen {
  const lines = [
    ...mine.map(({ name, state }) => t(`companion-${state}`, { name })),
    ...theirs.map(({ name }) => t('companion-theirs', { name })),
  ]
  return {
    text: [t('companions'), ...(lines.length > 0 ? [lines.join('\n')] : [])].join('\n\n'),
    buttons: [
      ...mine.flatMap((each) => (each.state === 'asked' ? answers(t, each.id, each.name) : [ending(t, each)])),
      ...theirs.map(({ id, name }) => [
        { label: t.label('companion-theirs.leave', { name }), data: button.endCompanion.with({ companionId: id }) },
      ]),
      ...(isOwner ? [[{ label: t('companions.invite'), data: button.inviteCompanion.with({}) }]] : []),
      [{ label: t('back'), data: openMenu.with({}) }],
    ],
  }
}

const answers = (t: Translate, companionId: CompanionId, name: string): ScreenButton[][] => [
  [
    {
      label: t.label('companion-asked.yes', { name }),
      data: button.answerCompanion.with({ companionId, answer: 'yes' }),
      style: 'success',
    },
  ],
  [
    {
      label: t.label('companion-asked.no', { name }),
      data: button.answerCompanion.with({ companionId, answer: 'no' }),
    },
  ],
]

const ending = (t: Translate, { id, name }: Accompanying): ScreenButton[] => [
  { label: t.label('companion-agreed.end', { name }), data: button.endCompanion.with({ companionId: id }) },
]

export const invitationMade = (t: Translate, { link, expiresAt }: { link: string; expiresAt: Date }): Screen => ({
  text: t('companion-link', { link, day: t.day(expiresAt), time: t.time(expiresAt) }),
  buttons: [[toList(t)]],
})

/** What somebody sees who opened the link: nothing of the owner. */
export const invited = (t: Translate, token: string): Screen => ({
  text: t('companion-invited'),
  buttons: [
    [{ label: t('companion-invited.yes'), data: button.askToAccompany.with({ token }), style: 'success' }],
    [{ label: t('companion-invited.no'), data: button.tooYoung.with({}) }],
  ],
})

export const consentFirst = (t: Translate, token: string): Screen => ({
  text: t('companion-consent-first'),
  buttons: [[{ label: t('companion-consent-first.go-on'), data: button.openInvitation.with({ token }) }]],
})

export const requested = (t: Translate, state: 'asked' | 'agreed' | 'ended'): Screen =>
  state === 'agreed'
    ? { text: t('companion-already'), buttons: [[chooseBusiness(t)]] }
    : { text: t('companion-requested') }

const chooseBusiness = (t: Translate): ScreenButton => ({
  label: t('companion-begin'),
  data: button.openBusinesses.with({}),
  style: 'primary',
})

export const accompanyRefused = (t: Translate, reason: AccompanyRefusal): Screen => ({
  text: t(`companion-link-${reason}`),
})

export const askedNotice = (t: Translate, { id, name }: { id: CompanionId; name: string }): Screen => ({
  text: t('notice-companion-asked', { name }),
  buttons: [
    [
      {
        label: t('notice-companion-asked.yes'),
        data: button.answerCompanion.with({ companionId: id, answer: 'yes' }),
        style: 'success',
      },
      { label: t('notice-companion-asked.no'), data: button.answerCompanion.with({ companionId: id, answer: 'no' }) },
    ],
  ],
})

export const answeredNotice = (t: Translate, { owner }: { owner?: string }): Screen =>
  owner === undefined
    ? { text: t('notice-companion-declined') }
    : { text: t('notice-companion-agreed', { owner }), buttons: [[chooseBusiness(t)]] }

export const endedNotice = (t: Translate, { name, byOwner }: { name: string; byOwner: boolean }): Screen => ({
  text: t(byOwner ? 'notice-companion-ended' : 'notice-companion-left', { name }),
})
