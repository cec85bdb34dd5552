import { defineQuestion } from '../people/context.ts'
import { localDay, readDay } from '../platform/time.ts'
import * as views from './views.ts'

/** The first of two dates of a new cycle. */
export const ownerDeadline = defineQuestion(
  'cycle-owner',
  {},
  {
    prompt: async ({ t }) => ({ text: t('cycle-owner-ask') }),
    take: async ({ t }, { text }) => {
      const day = readDay(text ?? '')
      return day
        ? { next: portalDeadline.with({ owner: day }) }
        : { screen: { text: t('cycle-date-wrong') }, again: true }
    },
  },
)

const portalDeadline = defineQuestion(
  'cycle-portal',
  { owner: localDay() },
  {
    prompt: async ({ t }) => ({ text: t('cycle-portal-ask') }),
    take: async ({ t }, { text }, { owner }) => {
      const day = readDay(text ?? '')
      return day
        ? { screen: views.cycleConfirm(t, owner, day) }
        : { screen: { text: t('cycle-date-wrong') }, again: true }
    },
  },
)
