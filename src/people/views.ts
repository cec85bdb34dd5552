import { openAdmin } from '../admin/buttons.ts'
import { openAlerts } from '../alerts/buttons.ts'
import { openBusinesses, openCompanions, openHome } from '../checklist/buttons.ts'
import { openFigures } from '../figures/buttons.ts'
import { html, type Translate } from '../platform/i18n/translator.ts'
import type { Screen, ScreenButton } from '../platform/telegram/screen.ts'
import { openMyData } from '../privacy/buttons.ts'
import { enrol, openQueue } from '../review/buttons.ts'
import * as button from './buttons.ts'
import { type Actor, CONSENT_VERSION, type Grant, holds, may, type NameRefusal, type Speaker } from './rules.ts'
import type { InvitationRefusal } from './service.ts'

/** The text people agree to, whole: what the record of their agreement points at. */
export const consentText = (t: Translate): string => t('consent-full', { version: String(CONSENT_VERSION) })

export const consentAsk = (t: Translate): Screen => ({
  text: t('consent-ask'),
  buttons: [
    [{ label: t('consent-ask.agree'), data: button.agree.with({}), style: 'success' }],
    [
      { label: t('consent-ask.read'), data: button.readConsent.with({}) },
      { label: t('consent-ask.refuse'), data: button.refuseConsent.with({}) },
    ],
    [otherLanguage(t)],
  ],
})

/** For those who agree in words: which button records it. */
export const consentToPress = (t: Translate): Screen => ({ ...consentAsk(t), text: t('consent-press') })

/** The same question, for those who sent files before they were asked. */
export const consentBeforeFiles = (t: Translate): Screen => ({
  ...consentAsk(t),
  text: `${t('consent-files')}\n\n${t('consent-ask')}`,
})

export const consentFull = (t: Translate): Screen => ({
  text: consentText(t),
  buttons: [
    [{ label: t('consent-full.agree'), data: button.agree.with({}), style: 'success' }],
    [{ label: t('consent-full.refuse'), data: button.refuseConsent.with({}) }],
  ],
})

export const consentRefused = (t: Translate): Screen => ({
  text: t('consent-refused'),
  buttons: [[{ label: t('consent-refused.again'), data: button.askConsentAgain.with({}) }]],
})

export const menu = (t: Translate, actor: Actor | undefined): Screen => ({
  text: t('menu'),
  buttons: [
    ...(actor?.consented
      ? [
          [
            { label: t('menu.home'), data: openHome.with({}) },
            { label: t('menu.businesses'), data: openBusinesses.with({}) },
          ],
          [{ label: t('menu.companions'), data: openCompanions.with({}) }],
        ]
      : []),
    [
      { label: t('menu.data'), data: openMyData.with({}) },
      { label: t('menu.help'), data: button.openHelp.with({}) },
    ],
    [otherLanguage(t)],
  ],
})

const otherLanguage = (t: Translate): ScreenButton =>
  t.language === 'id'
    ? { label: t('menu.english'), data: button.speak.with({ language: 'en' }) }
    : { label: t('menu.indonesian'), data: button.speak.with({ language: 'id' }) }

const backToMenu = (t: Translate): ScreenButton => ({ label: t('back'), data: button.openMenu.with({}) })

export const help = (t: Translate): Screen => ({
  text: t('help'),
  buttons: [[{ label: t('menu.data'), data: openMyData.with({}) }], [backToMenu(t)]],
})

export const nameRefused = (t: Translate, reason: NameRefusal): Screen => ({ text: t(`name-${reason}`) })

/** "penyuluh untuk Payakumbuh, Agam". `regionName` turns a code into its short name. */
export function grantInWords(t: Translate, { role, regions }: Grant, regionName: (code: string) => string): string {
  const called = t(`role-${role}`)
  return regions.length === 0
    ? t('role-everywhere', { role: called })
    : t('role-in-regions', { role: called, regions: regions.map(regionName).join(', ') })
}

export interface StaffFacts {
  actor: Actor
  name: string
  roles: string[]
  assisting: Speaker['assisting']
  said: 'greeted' | 'not-understood' | undefined
}

export const staffHome = (t: Translate, { actor, name, roles, assisting, said }: StaffFacts): Screen => ({
  text: [
    said === 'not-understood'
      ? t('staff-not-understood', { name })
      : t('staff-home', { name, roles: html(roles.join('\n')) }),
    ...(assisting ? [t('staff-assisting', assisting)] : []),
  ].join('\n\n'),
  buttons: [
    ...(assisting
      ? [
          [{ label: t('staff-assisting.go-on'), data: openHome.with({}), style: 'primary' as const }],
          [{ label: t('assisting-stop'), data: button.stopAssisting.with({}) }],
        ]
      : []),
    ...(holds(actor, 'officer')
      ? [
          [{ label: t('staff-home.queue'), data: openQueue.with({ page: 0 }) }],
          [{ label: t('staff-home.alerts'), data: openAlerts.with({ kind: 'free', page: 0 }) }],
          [{ label: t('staff-home.enrol'), data: enrol.with({}) }],
        ]
      : []),
    ...(may(actor, 'see-figures') ? [[{ label: t('order-figures'), data: openFigures.with({}) }]] : []),
    ...(holds(actor, 'admin') ? [[{ label: t('staff-home.admin'), data: openAdmin.with({}) }]] : []),
    ...(assisting ? [] : [ownBusiness(t, actor)]),
  ],
})

const ownBusiness = (t: Translate, actor: Actor): ScreenButton[] => [
  actor.consented
    ? { label: t('staff-home.business'), data: openHome.with({}) }
    : { label: t('staff-home.register'), data: button.askConsentAgain.with({}) },
]

export const invitation = (t: Translate, token: string, grant: string): Screen => ({
  text: t('invitation', { grant: html(grant) }),
  buttons: [[{ label: t('invitation.accept'), data: button.acceptInvitation.with({ token }), style: 'success' }]],
})

export const invitationRefused = (t: Translate, reason: InvitationRefusal): Screen => ({
  text: t(`invitation-${reason}`),
})
