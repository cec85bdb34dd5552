import { type BusinessForm, businessForms, commodities } from '../dossier/catalogue.ts'
import type { Business, BusinessId, Standing } from '../dossier/rules.ts'
import type { Region } from '../people/regions.ts'
import type { Translate } from '../platform/i18n/translator.ts'
import { inPairs, type Screen, type ScreenButton } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'

// What is asked about a business, and which one to go on with.

/** The businesses somebody may go on with, to choose from. */
export const businessList = (t: Translate, { business, businesses }: Standing): Screen => ({
  text: business ? t('businesses', { business: business.name }) : t('businesses-which'),
  buttons: [
    ...businesses.map(({ id, name, owner }): ScreenButton[] => [
      {
        label: owner === undefined ? name : t.label('businesses.of', { business: name, owner }),
        data: button.openBusiness.with({ businessId: id }),
        ...(id === business?.id ? { style: 'primary' } : {}),
      },
    ]),
    [{ label: t('businesses.add'), data: button.addBusiness.with({}) }],
    [{ label: t('back'), data: button.openHome.with({}) }],
  ],
})

/** A question of the registration, with the way to the other businesses of whoever has some. */
export const withOthers = (t: Translate, { businesses }: Standing, screen: Screen): Screen =>
  businesses.length > 1
    ? {
        ...screen,
        buttons: [...(screen.buttons ?? []), [{ label: t('home.other'), data: button.openBusinesses.with({}) }]],
      }
    : screen

export const regionAsk = (t: Translate, business: Business, regions: readonly Region[]): Screen => ({
  text: t('region-ask', { business: business.name }),
  buttons: regionButtons(business.id, regions),
})

/** What was typed is no region, or several. */
export const regionAgain = (
  t: Translate,
  business: Business,
  found: readonly Region[],
  all: readonly Region[],
): Screen => ({
  text: found.length > 0 ? t('region-unclear') : t('region-unknown'),
  buttons: regionButtons(business.id, found.length > 0 ? found : all),
})

function regionButtons(businessId: BusinessId, regions: readonly Region[]): ScreenButton[][] {
  const few = regions.length <= 4
  const buttons = regions.map((region) => ({
    label: few ? region.name : region.shortName,
    data: button.pickRegion.with({ businessId, region: region.code }),
  }))
  return few ? buttons.map((each) => [each]) : inPairs(buttons)
}

export const commodityAsk = (t: Translate, business: Business): Screen => ({
  text: t('commodity-ask', { business: business.name }),
  buttons: commodities.map((commodity) => [
    { label: t(`commodity-${commodity}`), data: button.pickCommodity.with({ businessId: business.id, commodity }) },
  ]),
})

const forms: readonly (BusinessForm | 'unsure')[] = [...businessForms, 'unsure']

export const formAsk = (t: Translate, { id, name }: Business): Screen => ({
  text: t('form-ask', { business: name }),
  buttons: forms.map((form) => [{ label: t(`form-${form}`), data: button.pickForm.with({ businessId: id, form }) }]),
})

export const noCycle = (t: Translate, { business }: Standing): Screen => ({
  text: t('no-cycle', { business: business?.name ?? '' }),
})
