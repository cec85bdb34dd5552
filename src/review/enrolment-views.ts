import { openBusiness } from '../checklist/buttons.ts'
import { commodities } from '../dossier/catalogue.ts'
import type { Region } from '../people/regions.ts'
import type { Translate } from '../platform/i18n/translator.ts'
import { inPairs, type Screen, type ScreenButton } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import type { Enrolment, EnrolmentId, WholeEnrolment } from './enrolment.ts'

const giveUp = (t: Translate, enrolmentId: EnrolmentId): ScreenButton[] => [
  { label: t('enrol.drop'), data: button.dropEnrolment.with({ enrolmentId }) },
]

export const ownerAsk = (t: Translate, id: EnrolmentId): Screen => ({
  text: t('enrol-owner'),
  buttons: [giveUp(t, id)],
})

export const businessAsk = (t: Translate, { id, owner = '' }: Enrolment): Screen => ({
  text: t('enrol-business', { owner }),
  buttons: [giveUp(t, id)],
})

export const regionAsk = (t: Translate, { id, business = '' }: Enrolment, regions: readonly Region[]): Screen => ({
  text: t('enrol-region', { business }),
  buttons: [
    ...inPairs(
      regions.map(({ code, shortName }) => ({
        label: shortName,
        data: button.enrolInto.with({ enrolmentId: id, region: code }),
      })),
    ),
    giveUp(t, id),
  ],
})

export const productAsk = (t: Translate, { id, business = '' }: Enrolment): Screen => ({
  text: t('commodity-ask', { business }),
  buttons: [
    ...commodities.map((commodity) => [
      { label: t(`commodity-${commodity}`), data: button.enrolMaking.with({ enrolmentId: id, commodity }) },
    ]),
    giveUp(t, id),
  ],
})

export const formAsk = (t: Translate, { id, owner = '' }: Enrolment): Screen => ({
  text: t('enrol-form', { owner }),
  buttons: [[{ label: t('enrol-form.text'), data: button.readForm.with({}) }], giveUp(t, id)],
})

/** The text that is printed and signed, to copy. */
export const formText = (t: Translate, text: string): Screen => ({
  text,
  buttons: [[{ label: t('back'), data: button.enrol.with({}) }]],
})

/** The photo of the form beside all that was told, for the officer to confirm. */
export const confirmAsk = (t: Translate, { id, owner, business, region, commodity, form }: WholeEnrolment): Screen => ({
  text: t('enrol-confirm', { owner, business, region: region.name, product: t.label(`commodity-${commodity}`) }),
  picture: form,
  protect: true,
  buttons: [
    [{ label: t('enrol-confirm.yes'), data: button.confirmEnrolment.with({ enrolmentId: id }), style: 'success' }],
    [{ label: t('enrol-confirm.retake'), data: button.retakeForm.with({ enrolmentId: id }) }],
    giveUp(t, id),
  ],
})

export const enrolled = (t: Translate, { owner = '', business = '', made }: Enrolment): Screen => ({
  text: made?.dossierId ? t('enrolled', { owner, business }) : t('enrolled-no-cycle', { owner, business }),
  buttons: [
    ...(made?.dossierId
      ? [
          [
            {
              label: t('dossier.fill'),
              data: openBusiness.with({ businessId: made.businessId }),
              style: 'primary' as const,
            },
          ],
        ]
      : []),
    [{ label: t('paper.queue'), data: button.openQueue.with({ page: 0 }) }],
  ],
})

export const dropped = (t: Translate): Screen => ({
  text: t('enrol-dropped'),
  buttons: [[{ label: t('paper.queue'), data: button.openQueue.with({ page: 0 }) }]],
})
