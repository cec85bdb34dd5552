import { Composer } from 'grammy'
import { plannedDesk } from '../booking/desk-plan-store.ts'
import * as service from '../booking/desk-service.ts'
import { hoursOffered, type Told, USUAL_SEATS } from '../booking/draft.ts'
import type { BotContext, KnownContext } from '../people/context.ts'
import { press } from '../people/press.ts'
import { may } from '../people/rules.ts'
import { show } from '../platform/telegram/screen.ts'
import { desk } from './desk-views.ts'
import * as button from './draft-buttons.ts'
import { draftAnswer, draftNow } from './draft-questions.ts'
import * as views from './draft-views.ts'

// A new desk, as far as it is pressed; what is typed is taken by its question.

export const deskDrafting = new Composer<BotContext>()

const planners = deskDrafting.filter(
  (ctx): ctx is BotContext & KnownContext => ctx.actor !== undefined && may(ctx.actor, 'plan-desks'),
)

press(planners, button.openDraft, goOn)
press(planners, button.dropDraft, async (ctx) => {
  await service.dropDraft(ctx.rt, ctx.actor)
  await goOn(ctx)
})
press(planners, button.pickZone, (ctx, { zone }) => tell(ctx, { zoneId: zone }))
press(planners, button.leaveForLater, (ctx, { what }) => tell(ctx, { later: what }))
press(planners, button.pickHours, (ctx, { which }) => tell(ctx, { hours: hoursOffered[which] }))
press(planners, button.takeUsualSeats, (ctx) => tell(ctx, { seats: USUAL_SEATS }))

async function tell(ctx: KnownContext, told: Told): Promise<void> {
  await service.tellDraft(ctx.rt, ctx.actor, told)
  await goOn(ctx)
}

/** Asks what comes next, or shows what would be made. */
async function goOn(ctx: KnownContext): Promise<void> {
  await ctx.dropQuestion()
  const now = await draftNow(ctx)
  if ('step' in now) ctx.ask(draftAnswer.with({ step: now.step }))
  else await show(ctx, now.screen)
}

press(planners, button.openDrafted, async (ctx, { draftId }) => {
  const { rt, t } = ctx
  const outcome = await service.openDrafted(rt, ctx.actor, draftId)
  const made = outcome.ok ? await plannedDesk(rt.db, outcome.value) : undefined
  if (!outcome.ok) return show(ctx, views.refused(t, outcome.reason))
  if (!made) return show(ctx, views.refused(t, 'draft-gone'))
  const screen = desk(t, made)
  await show(ctx, { ...screen, text: `${t('draft-opened')}\n\n${screen.text}` })
})
