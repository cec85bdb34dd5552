import { Composer } from 'grammy'
import type { DossierId, SubmissionId } from '../dossier/rules.ts'
import { catalogueOf } from '../dossier/store.ts'
import type { BotContext, KnownContext } from '../people/context.ts'
import { onOrder } from '../people/orders.ts'
import { press } from '../people/press.ts'
import { holds } from '../people/rules.ts'
import type { Result } from '../platform/result.ts'
import { show } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import { dossier } from './dossier-views.ts'
import { likenessesOf, openLikenesses } from './likeness-service.ts'
import { ground, leftNumber, returnWords } from './questions.ts'
import type { Verdict } from './rules.ts'
import * as service from './service.ts'
import * as views from './views.ts'

export const review = new Composer<BotContext>()

const officers = review.filter(
  (ctx): ctx is BotContext & KnownContext => ctx.actor !== undefined && holds(ctx.actor, 'officer'),
)

onOrder(officers, 'queue', (ctx) => showQueue(ctx, 0))
press(officers, button.openQueue, (ctx, { page }) => showQueue(ctx, page))

async function showQueue(ctx: KnownContext, page: number): Promise<void> {
  const outcome = await service.openQueue(ctx.rt, ctx.actor, page)
  await show(
    ctx,
    outcome.ok ? views.queue(ctx.t, outcome.value, await countAlike(ctx)) : views.decideRefused(ctx.t, outcome.reason),
  )
}

async function countAlike({ rt, actor }: KnownContext): Promise<number> {
  const outcome = await openLikenesses(rt, actor)
  return outcome.ok ? outcome.value.length : 0
}

press(officers, button.openDossiers, async (ctx, { page }) => {
  const outcome = await service.openDossiers(ctx.rt, ctx.actor, page)
  await show(ctx, outcome.ok ? views.dossiers(ctx.t, outcome.value) : views.decideRefused(ctx.t, outcome.reason))
})
press(officers, button.openDossier, (ctx, { dossierId }) => showDossier(ctx, dossierId))

async function showDossier(ctx: KnownContext, dossierId: DossierId): Promise<void> {
  const outcome = await service.openDossier(ctx.rt, ctx.actor, dossierId)
  if (!outcome.ok) return show(ctx, views.decideRefused(ctx.t, outcome.reason))
  const alike = await likenessesOf(ctx.rt, ctx.actor, dossierId)
  await show(ctx, dossier(ctx.t, outcome.value, await catalogueFor(ctx, outcome.value), alike))
}

// A dossier opens with the paper that waits longest; when none does, with what else is to be ruled on.
press(officers, button.openWaiting, async (ctx, { dossierId }) => {
  const outcome = await service.openWaiting(ctx.rt, ctx.actor, dossierId)
  if (outcome.ok) return show(ctx, views.paper(ctx.t, outcome.value, await catalogueFor(ctx, outcome.value)))
  await (outcome.reason === 'none-waiting'
    ? showDossier(ctx, dossierId)
    : show(ctx, views.decideRefused(ctx.t, outcome.reason)))
})

press(officers, button.openPage, async (ctx, { submissionId, page }) => {
  const outcome = await service.openPage(ctx.rt, ctx.actor, submissionId, page)
  if (!outcome.ok) return show(ctx, views.decideRefused(ctx.t, outcome.reason))
  await show(ctx, views.paper(ctx.t, outcome.value, await catalogueFor(ctx, outcome.value), page))
})

press(officers, button.askGround, async (ctx, { submissionId }) => ctx.ask(ground.with({ submissionId })))
press(officers, button.askNumber, async (ctx, { submissionId }) => ctx.ask(leftNumber.with({ submissionId })))

press(officers, button.receiveSample, async (ctx, { itemId }) =>
  afterRuling(ctx, await service.receiveSample(ctx.rt, ctx.actor, itemId)),
)
press(officers, button.ruleApplies, async (ctx, { itemId, applies }) =>
  afterRuling(ctx, await service.ruleNotApplicable(ctx.rt, ctx.actor, itemId, applies === 'yes')),
)

async function afterRuling(ctx: KnownContext, outcome: Result<DossierId, service.RuleRefusal>): Promise<void> {
  return outcome.ok ? showDossier(ctx, outcome.value) : show(ctx, views.decideRefused(ctx.t, outcome.reason))
}

press(officers, button.acceptPaper, (ctx, { submissionId }) => decide(ctx, submissionId, { verdict: 'accepted' }))

press(officers, button.askReason, async (ctx, { submissionId }) => {
  const outcome = await service.readPaper(ctx.rt, ctx.actor, submissionId)
  if (!outcome.ok) return show(ctx, views.decideRefused(ctx.t, outcome.reason))
  await show(ctx, views.reasonAsk(ctx.t, outcome.value, await catalogueFor(ctx, outcome.value)))
})

press(officers, button.returnPaper, async (ctx, { submissionId, reason }) => {
  if (reason === 'other') return ctx.ask(returnWords.with({ submissionId }))
  await decide(ctx, submissionId, { verdict: 'returned', reason })
})

async function decide(ctx: KnownContext, submissionId: SubmissionId, verdict: Verdict): Promise<void> {
  const outcome = await service.decide(ctx.rt, ctx.actor, submissionId, verdict)
  if (!outcome.ok) return show(ctx, views.decideRefused(ctx.t, outcome.reason))
  await show(ctx, views.decided(ctx.t, outcome.value, await catalogueFor(ctx, outcome.value.paper)))
}

press(officers, button.undoDecision, async (ctx, { decisionId }) => {
  const outcome = await service.undo(ctx.rt, ctx.actor, decisionId)
  if (!outcome.ok) return show(ctx, views.undoRefused(ctx.t, outcome.reason))
  await show(ctx, views.undone(ctx.t, outcome.value, await catalogueFor(ctx, outcome.value)))
})

const catalogueFor = ({ rt }: BotContext, { catalogueVersion }: { catalogueVersion: number }) =>
  catalogueOf(rt.db.reader, catalogueVersion)
