import { requirementOf } from '../dossier/catalogue.ts'
import { type SubmissionId, submissionId } from '../dossier/rules.ts'
import { catalogueOf } from '../dossier/store.ts'
import { type BotContext, defineQuestion } from '../people/context.ts'
import { allRegions } from '../people/store.ts'
import type { Outcome } from '../platform/telegram/ask.ts'
import { fillNumber, ruleName } from './paper-service.ts'
import { numberRefused, paperAsk, paper as paperView } from './paper-views.ts'
import { type ReviewedPaper, readWords } from './rules.ts'
import { decide } from './service.ts'
import * as views from './views.ts'

/** A paper as it is now, to go on deciding about it. */
async function paperScreen({ rt, t }: BotContext, paper: ReviewedPaper): Promise<Outcome> {
  return { screen: paperView(t, paper, await catalogueOf(rt.db.reader, paper.catalogueVersion)) }
}

/** An officer's own words for why a paper goes back. */
export const returnWords = defineQuestion(
  'return-words',
  { submissionId: submissionId() },
  {
    takesAnything: true,
    prompt: async ({ t }, { submissionId }) => paperAsk(t, submissionId, t('reason-words-ask')),
    take: async ({ rt, actor, t }, { text }, { submissionId }) => {
      if (!actor) return { screen: views.decideRefused(t, 'not-yours') }
      const words = readWords(text ?? '')
      if (words === undefined) return { screen: paperAsk(t, submissionId, t('reason-words-wrong')), again: true }
      const outcome = await decide(rt, actor, submissionId, { verdict: 'returned', reason: 'other', words })
      if (!outcome.ok) return { screen: views.decideRefused(t, outcome.reason) }
      const catalogue = await catalogueOf(rt.db.reader, outcome.value.paper.catalogueVersion)
      return { screen: views.decided(t, outcome.value, catalogue) }
    },
  },
)

/** On what ground another name is the same person's. */
export const ground = defineQuestion(
  'name-ground',
  { submissionId: submissionId() },
  {
    takesAnything: true,
    prompt: async ({ t }, { submissionId }) => paperAsk(t, submissionId, t('ground-ask')),
    take: async (ctx, { text }, { submissionId }) => {
      const { rt, actor, t } = ctx
      if (!actor) return { screen: views.decideRefused(t, 'not-yours') }
      const words = readWords(text ?? '')
      if (words === undefined) return { screen: paperAsk(t, submissionId, t('reason-words-wrong')), again: true }
      const outcome = await ruleName(rt, actor, submissionId, words)
      return outcome.ok ? paperScreen(ctx, outcome.value) : { screen: views.decideRefused(t, outcome.reason) }
    },
  },
)

/** The number that the owner left to the officer, or a better one. */
export const leftNumber = defineQuestion(
  'left-number',
  { submissionId: submissionId() },
  {
    prompt: async ({ t }, { submissionId }) => paperAsk(t, submissionId, t('left-number-ask')),
    take: async (ctx, { text }, { submissionId }) => takeNumber(ctx, submissionId, text ?? ''),
  },
)

/** Takes a number that was typed, or one that was offered instead. */
export async function takeNumber(ctx: BotContext, id: SubmissionId, typed: string): Promise<Outcome> {
  const { rt, actor, t } = ctx
  if (!actor) return { screen: views.decideRefused(t, 'not-yours') }
  const outcome = await fillNumber(rt, actor, id, typed, await allRegions(rt.db.reader))
  if (outcome.ok) return paperScreen(ctx, outcome.value)
  if (outcome.reason !== 'bad-number') return { screen: views.decideRefused(t, outcome.reason) }
  const { catalogueVersion, requirementId } = outcome.paper
  const requirement = requirementOf(await catalogueOf(rt.db.reader, catalogueVersion), requirementId)
  return { screen: numberRefused(t, id, requirement, outcome.reading), again: true }
}
