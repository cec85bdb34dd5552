import { changeBusinessName, changeCommodity, changeRegion } from '../checklist/buttons.ts'
import type { Business } from '../dossier/rules.ts'
import { askConsentAgain, openMenu, rename } from '../people/buttons.ts'
import { html, type Translate } from '../platform/i18n/translator.ts'
import type { Screen, ScreenButton } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'

/** What is kept about somebody, as they see it. */
export interface MyData {
  name: string | undefined
  business: Business | undefined
  /** Staff who never agreed as owners have none, and nothing to withdraw. */
  consent: { version: number; givenAt: Date } | undefined
}

export function myData(t: Translate, { name, business, consent }: MyData): Screen {
  const lines = [
    t('data-name', { name: name ?? t.label('data-none') }),
    ...(business ? businessLines(t, business) : []),
    ...(consent ? [t('data-consent', { version: String(consent.version), since: t.day(consent.givenAt) })] : []),
  ]
  const withdraw: ScreenButton = { label: t('data.withdraw'), data: button.askWithdraw.with({}), style: 'danger' }
  return {
    text: t('data', { lines: html(lines.join('\n')) }),
    buttons: [
      [{ label: t('data.rename'), data: rename.with({}) }],
      ...(business ? changes(t, business) : []),
      ...(consent ? [[withdraw]] : []),
      [{ label: t('back'), data: openMenu.with({}) }],
    ],
  }
}

const businessLines = (t: Translate, { name, region, commodity }: Business): string[] => [
  t('data-business', { name }),
  t('data-region', { name: region?.name ?? t.label('data-none') }),
  t('data-commodity', { name: t.label(commodity ? `commodity-${commodity}` : 'data-none') }),
]

function changes(t: Translate, { id }: Business): ScreenButton[][] {
  return [
    [{ label: t('data.business'), data: changeBusinessName.with({ businessId: id }) }],
    [{ label: t('data.region'), data: changeRegion.with({ businessId: id }) }],
    [{ label: t('data.commodity'), data: changeCommodity.with({ businessId: id }) }],
  ]
}

export const withdrawAsk = (t: Translate): Screen => ({
  text: t('withdraw-ask'),
  buttons: [
    [{ label: t('withdraw-ask.yes'), data: button.confirmWithdraw.with({}), style: 'danger' }],
    [{ label: t('withdraw-ask.no'), data: button.openMyData.with({}) }],
  ],
})

export const withdrawn = (t: Translate): Screen => ({
  text: t('withdrawn'),
  buttons: [[{ label: t('consent-refused.again'), data: askConsentAgain.with({}) }]],
})
