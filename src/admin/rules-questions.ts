import { alertReason, ruleNumber } from '../alerts/rules.ts'
import { changeNumber, changeRule } from '../alerts/rules-service.ts'
import { defineQuestion } from '../people/context.ts'
import * as views from './rules-views.ts'

/** After how long a rule holds. */
export const ruleAfter = defineQuestion(
  'stuck-after',
  { reason: alertReason() },
  {
    prompt: async ({ t }, { reason }) => views.afterAsk(t, reason),
    take: async ({ rt, actor, t }, { text = '' }, { reason }) => {
      const after = /^\D*(\d{1,3})\D*$/.exec(text)?.[1]
      const outcome = actor && (await changeRule(rt, actor, reason, { after: Number(after ?? Number.NaN) }))
      if (outcome?.ok) return { screen: views.rule(t, reason, outcome.value) }
      return outcome?.reason === 'bad-number'
        ? { screen: views.badAfter(t), again: true }
        : { screen: { text: t('not-yours') } }
    },
  },
)

/** What counts for all reasons. */
export const ruleNumberTo = defineQuestion(
  'stuck-number',
  { which: ruleNumber() },
  {
    prompt: async ({ t }, { which }) => views.numberAsk(t, which),
    take: async ({ rt, actor, t }, { text = '' }, { which }) => {
      const outcome = actor && (await changeNumber(rt, actor, which, text))
      if (outcome?.ok) return { screen: views.rules(t, outcome.value) }
      return outcome?.reason === 'bad-number'
        ? { screen: views.badNumber(t, which), again: true }
        : { screen: { text: t('not-yours') } }
    },
  },
)
