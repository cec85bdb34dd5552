import { submissionId } from '../dossier/rules.ts'
import { catalogueOf } from '../dossier/store.ts'
import { defineQuestion } from '../people/context.ts'
import { readWords } from './rules.ts'
import { decide } from './service.ts'
import * as views from './views.ts'

/** An officer's own words for why a paper goes back. */
export const returnWords = defineQuestion(
  'return-words',
  { submissionId: submissionId() },
  {
    prompt: async ({ t }) => ({ text: t('reason-words-ask') }),
    take: async ({ rt, actor, t }, { text }, { submissionId }) => {
      if (!actor) return { screen: views.decideRefused(t, 'not-yours') }
      const words = readWords(text ?? '')
      if (words === undefined) return { screen: { text: t('reason-words-wrong') }, again: true }
      const outcome = await decide(rt, actor, submissionId, { verdict: 'returned', reason: 'other', words })
      if (!outcome.ok) return { screen: views.decideRefused(t, outcome.reason) }
      const catalogue = await catalogueOf(rt.db.reader, outcome.value.paper.catalogueVersion)
      return { screen: views.decided(t, outcome.value, catalogue) }
    },
  },
)
