import { Composer } from 'grammy'
import { callsOfClosing } from '../booking/moving-service.ts'
import type { SubmissionId } from '../dossier/rules.ts'
import { openThreads } from '../helpline/service.ts'
import type { BotContext, KnownContext } from '../people/context.ts'
import { onOrder } from '../people/orders.ts'
import { press } from '../people/press.ts'
import { show } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import { catalogueFor, officersOf, showDossier } from './desk.ts'
import { openLikenesses } from './likeness-service.ts'
import { seeNumber } from './paper-service.ts'
import { nameUnruled, paper } from './paper-views.ts'
import { ground, leftNumber, returnWords, takeNumber } from './questions.ts'
import type { Verdict } from './rules.ts'
import * as service from './service.ts'
import * as views from './views.ts'

export const review = new Composer<BotContext>()

const officers = officersOf(review)

onOrder(officers, 'queue', (ctx) => showQueue(ctx, 0))
press(officers, button.openQueue, (ctx, { page }) => showQueue(ctx, page))

async function showQueue(ctx: KnownContext, page: number): Promise<void> {
  const outcome = await service.openQueue(ctx.rt, ctx.actor, page)
  await show(
    ctx,
    outcome.ok
      ? views.queue(ctx.t, outcome.value, {
          alike: await countAlike(ctx),
          calls: await countCalls(ctx),
          questions: await countQuestions(ctx),
        })
      : views.decideRefused(ctx.t, outcome.reason),
  )
}

/** How many whose desk was closed are to be called. */
async function countCalls({ rt, actor }: KnownContext): Promise<number> {
  const outcome = await callsOfClosing(rt, actor)
  return outcome.ok ? outcome.value.length : 0
}

async function countQuestions({ rt, actor }: KnownContext): Promise<number> {
  const outcome = await openThreads(rt, actor, 0)
  return outcome.ok ? outcome.value.total : 0
}

async function countAlike({ rt, actor }: KnownContext): Promise<number> {
  const outcome = await openLikenesses(rt, actor)
  return outcome.ok ? outcome.value.length : 0
}

// A dossier opens with the paper that waits longest; when none does, with what else is to be ruled on.
press(officers, button.openWaiting, async (ctx, { dossierId }) => {
  const outcome = await service.openWaiting(ctx.rt, ctx.actor, dossierId)
  if (outcome.ok) return show(ctx, paper(ctx.t, outcome.value, await catalogueFor(ctx, outcome.value)))
  await (outcome.reason === 'none-waiting'
    ? showDossier(ctx, dossierId)
    : show(ctx, views.decideRefused(ctx.t, outcome.reason)))
})

press(officers, button.openPage, async (ctx, { submissionId, page }) =>
  showPaper(ctx, await service.openPage(ctx.rt, ctx.actor, submissionId, page), { page }),
)
press(officers, button.seeNumber, async (ctx, { submissionId, page }) =>
  showPaper(ctx, await seeNumber(ctx.rt, ctx.actor, submissionId, page), { page, whole: true }),
)

async function showPaper(
  ctx: KnownContext,
  outcome: Awaited<ReturnType<typeof service.openPage>>,
  look: Parameters<typeof paper>[3] = {},
): Promise<void> {
  if (!outcome.ok) return show(ctx, views.decideRefused(ctx.t, outcome.reason))
  await show(ctx, paper(ctx.t, outcome.value, await catalogueFor(ctx, outcome.value), look))
}

press(officers, button.askGround, async (ctx, { submissionId }) => ctx.ask(ground.with({ submissionId })))
press(officers, button.askNumber, async (ctx, { submissionId }) => ctx.ask(leftNumber.with({ submissionId })))
press(officers, button.useNumber, async (ctx, { submissionId, number }) => {
  const { screen, again } = await takeNumber(ctx, submissionId, number)
  if (!again) await ctx.dropQuestion()
  if (screen) await show(ctx, screen)
})
press(officers, button.leaveQuestion, async (ctx, { submissionId }) => {
  await ctx.dropQuestion()
  await showPaper(ctx, await service.openPage(ctx.rt, ctx.actor, submissionId, 0))
})

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
  if (!outcome.ok && outcome.reason === 'name-unruled') return show(ctx, nameUnruled(ctx.t, submissionId))
  if (!outcome.ok) return show(ctx, views.decideRefused(ctx.t, outcome.reason))
  await show(ctx, views.decided(ctx.t, outcome.value, await catalogueFor(ctx, outcome.value.paper)))
}

press(officers, button.undoDecision, async (ctx, { decisionId }) => {
  const outcome = await service.undo(ctx.rt, ctx.actor, decisionId)
  if (!outcome.ok) return show(ctx, views.undoRefused(ctx.t, outcome.reason))
  await show(ctx, views.undone(ctx.t, outcome.value, await catalogueFor(ctx, outcome.value)))
})
