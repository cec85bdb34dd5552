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
      const portal = readDay(text ?? '')
      return portal
        ? { next: fieldVisit.with({ owner, portal }) }
        : { screen: { text: t('cycle-date-wrong') }, again: true }
    },
  },
)

const fieldVisit = defineQuestion(
  'cycle-visit',
  { owner: localDay(), portal: localDay() },
  {
    prompt: async ({ t }) => ({ text: t('cycle-visit-ask') }),
    take: async ({ t }, { text }, { owner, portal }) => {
      const until = readDay(text ?? '')
      return until
        ? { screen: views.cycleConfirm(t, { ownerDeadline: owner, portalDeadline: portal, fieldVisitUntil: until }) }
        : { screen: { text: t('cycle-date-wrong') }, again: true }
    },
  },
)
