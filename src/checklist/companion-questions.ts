import { z } from 'zod'
import { defineQuestion } from '../people/context.ts'
import { introduce } from '../people/service.ts'
import { nameRefused } from '../people/views.ts'
import { askToAccompany } from './companion-service.ts'
import * as views from './companion-views.ts'
import { notText } from './questions.ts'

/** The name of somebody who wants to accompany: the owner must know whom they say yes to. */
export const companionName = defineQuestion(
  'companion-name',
  { token: z.string().regex(/^[0-9a-f]{32}$/) },
  {
    prompt: async ({ t }) => ({ text: t('name-ask') }),
    take: async (ctx, { text }, { token }) => {
      const { rt, actor, speaker, t } = ctx
      if (!actor) return { screen: { text: t('not-yours') } }
      if (text === undefined) return notText(ctx)
      const named = await introduce(rt, actor, text)
      if (!named.ok) return { screen: nameRefused(t, named.reason), again: true }
      const outcome = await askToAccompany(rt, actor, speaker.accountId, token)
      if (outcome.ok) return { screen: views.requested(t, outcome.value) }
      const { reason } = outcome
      return { screen: reason === 'not-yours' ? { text: t('not-yours') } : views.accompanyRefused(t, reason) }
    },
  },
)
