import type { Translate } from '../platform/i18n/translator.ts'
import type { Screen } from '../platform/telegram/screen.ts'
import { atWib } from '../platform/time.ts'
import { openSchedule } from './buttons.ts'
import { askWords, rate } from './visit-buttons.ts'
import type { DutyDay, Visit, VisitId } from './visit-rules.ts'

/** Asks an owner how the visit was: one question, five buttons. */
export const askHowItWas = (t: Translate, { day, visit }: { day: DutyDay; visit: Visit }): Screen => ({
  text: t('visit-how', { business: visit.business, title: day.title }),
  buttons: (['5', '4', '3', '2', '1'] as const).map((score) => [
    { label: t(`visit-score-${score}`), data: rate.with({ visitId: visit.id, score }) },
  ]),
})

export const rated = (t: Translate, visitId: VisitId): Screen => ({
  text: t('visit-rated'),
  buttons: [[{ label: t('visit-rated.words'), data: askWords.with({ visitId }) }]],
})

/** Invites an owner whose visit did not take place to another day. */
export const rebook = (t: Translate, { day, visit }: { day: DutyDay; visit: Visit }): Screen => ({
  text: t('rebook-asked', { business: visit.business, day: t.longDay(atWib(day.day, '12:00')) }),
  buttons: [[{ label: t('desk-days'), data: openSchedule.with({}), style: 'primary' }]],
})
