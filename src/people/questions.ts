import { defineQuestion } from './context.ts'
import { introduce } from './service.ts'
import * as views from './views.ts'

/** The name of somebody already here: staff at their first word, anybody who wants to change theirs. */
export const ownName = defineQuestion(
  'own-name',
  {},
  {
    prompt: async ({ t }) => ({ text: t('name-ask') }),
    take: async ({ rt, actor, t }, { text }) => {
      if (!actor) return { screen: views.consentAsk(t) }
      if (text === undefined) return { screen: { text: t('answer-not-text') }, again: true }
      const outcome = await introduce(rt, actor, text)
      return outcome.ok
        ? { screen: { ...views.menu(t, actor), text: t('name-saved', { name: outcome.value }) } }
        : { screen: views.nameRefused(t, outcome.reason), again: true }
    },
  },
)
