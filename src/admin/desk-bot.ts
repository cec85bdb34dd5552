import { Composer } from 'grammy'
import { openCalls as openClosingCalls } from '../booking/buttons.ts'
import * as plan from '../booking/desk-plan-store.ts'
import type { Target } from '../booking/moving.ts'
import * as service from '../booking/moving-service.ts'
import { dayCalls } from '../booking/moving-views.ts'
import type { DayId, DeskId, SlotId } from '../booking/rules.ts'
import type { BotContext, KnownContext } from '../people/context.ts'
import { press } from '../people/press.ts'
import { may } from '../people/rules.ts'
import { regionNames } from '../people/store.ts'
import { show } from '../platform/telegram/screen.ts'
import { localDate } from '../platform/time.ts'
import * as button from './desk-buttons.ts'
import { dayPlan, deskPlace, moveTo } from './desk-questions.ts'
import * as views from './desk-views.ts'

// The desks as an admin plans them: looked at, moved, closed.

export const deskPlanning = new Composer<BotContext>()

const planners = deskPlanning.filter(
  (ctx): ctx is BotContext & KnownContext => ctx.actor !== undefined && may(ctx.actor, 'plan-desks'),
)

press(planners, button.openDesks, async (ctx) => {
  await ctx.dropQuestion()
  const { rt, t } = ctx
  await show(ctx, views.desks(t, await plan.desksFrom(rt.db, localDate(rt.clock.now()))))
})
press(planners, button.openDesk, (ctx, { deskId }) => showDesk(ctx, deskId))
press(planners, button.openDay, async (ctx, { dayId }) => {
  await ctx.dropQuestion()
  await showDay(ctx, dayId)
})

async function showDesk(ctx: KnownContext, id: DeskId): Promise<void> {
  const desk = await plan.plannedDesk(ctx.rt.db, id)
  await show(ctx, desk ? views.desk(ctx.t, desk) : views.refused(ctx.t, 'day-gone'))
}

async function showDay(ctx: KnownContext, id: DayId): Promise<void> {
  const day = await plan.plannedDay(ctx.rt.db, id)
  await show(ctx, day ? views.day(ctx.t, day) : views.refused(ctx.t, 'day-gone'))
}

press(planners, button.askPlace, async (ctx, { deskId }) => ctx.ask(deskPlace.with({ deskId })))
press(planners, button.askChange, async (ctx, { dayId, what }) => ctx.ask(dayPlan.with({ dayId, what })))

// ── Moving a day ──

press(planners, button.askMove, async (ctx, { dayId }) => ctx.ask(moveTo.with({ dayId })))
press(planners, button.moveDay, async (ctx, { dayId, from, to }) => {
  const outcome = await service.moveDay(ctx.rt, ctx.actor, dayId, from, to)
  if (outcome.ok) return showCalls(ctx, dayId, 0, views.moved(ctx.t, from, to))
  await show(ctx, views.refused(ctx.t, outcome.reason, dayId))
})
press(planners, button.openCalls, (ctx, { dayId, page }) => showCalls(ctx, dayId, page))

async function showCalls(ctx: KnownContext, dayId: DayId, page: number, head = ''): Promise<void> {
  const { rt, t } = ctx
  const outcome = await service.callsOfDay(rt, ctx.actor, dayId)
  if (!outcome.ok) return show(ctx, views.refused(t, outcome.reason))
  const regionName = await regionNames(rt.db.reader)
  await show(ctx, dayCalls(t, views.callLinks(t, dayId), head, { calls: outcome.value, page, regionName }))
}

// ── Closing a slot, a day, a desk ──

press(planners, button.pickSlot, async (ctx, { dayId }) => {
  const day = await plan.plannedDay(ctx.rt.db, dayId)
  await show(ctx, day ? views.slots(ctx.t, day, ctx.rt.clock.now()) : views.refused(ctx.t, 'day-gone'))
})
press(planners, button.askClose, async (ctx, target) => {
  const { rt, t } = ctx
  const outcome = await service.previewClosing(rt, ctx.actor, target)
  if (!outcome.ok) return show(ctx, views.refused(t, outcome.reason))
  await show(ctx, views.closeConfirm(t, target, outcome.value, await dayOf(ctx, target)))
})
press(planners, button.reopen, async (ctx, { slotId }) => {
  const outcome = await service.reopen(ctx.rt, ctx.actor, slotId)
  if (!outcome.ok) return show(ctx, views.refused(ctx.t, outcome.reason))
  await showDay(ctx, outcome.value)
})
press(planners, button.close, async (ctx, target) => {
  const outcome = await service.close(ctx.rt, ctx.actor, target)
  if (!outcome.ok) return show(ctx, views.refused(ctx.t, outcome.reason))
  await show(ctx, views.closed(ctx.t, outcome.value, openClosingCalls.with({ page: 0 })))
})

async function dayOf({ rt }: KnownContext, { what, id }: Target): Promise<DayId | undefined> {
  if (what === 'day') return id as DayId
  return what === 'slot' ? plan.dayIdOf(rt.db, id as SlotId) : undefined
}
