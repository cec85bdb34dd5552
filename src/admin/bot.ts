import { Composer } from 'grammy'
import { cycleFacts } from '../dossier/cycle-store.ts'
import { catalogueOf } from '../dossier/store.ts'
import type { BotContext, KnownContext } from '../people/context.ts'
import { onOrder } from '../people/orders.ts'
import { press } from '../people/press.ts'
import { holds } from '../people/rules.ts'
import { show } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import { ownerDeadline } from './questions.ts'
import { openCycle, switchRequirement } from './service.ts'
import * as views from './views.ts'

export const admin = new Composer<BotContext>()

const admins = admin.filter(
  (ctx): ctx is BotContext & KnownContext => ctx.actor !== undefined && holds(ctx.actor, 'admin'),
)

onOrder(admins, 'admin', showHome)
press(admins, button.openAdmin, showHome)

async function showHome(ctx: KnownContext): Promise<void> {
  await ctx.dropQuestion()
  await show(ctx, views.home(ctx.t, await cycleFacts(ctx.rt.db.reader)))
}

press(admins, button.openSwitches, showSwitches)
press(admins, button.switchRequirement, async (ctx, { requirement, to }) => {
  const outcome = await switchRequirement(ctx.rt, ctx.actor, requirement, to === 'on')
  await (outcome.ok ? showSwitches(ctx) : showHome(ctx))
})

async function showSwitches(ctx: KnownContext): Promise<void> {
  const { reader } = ctx.rt.db
  const cycle = await cycleFacts(reader)
  if (!cycle) return showHome(ctx)
  await show(ctx, views.switches(ctx.t, await catalogueOf(reader, cycle.catalogueVersion), cycle.switchedOn))
}

press(admins, button.planCycle, async (ctx) => ctx.ask(ownerDeadline.with({})))
press(admins, button.confirmCycle, async (ctx, plan) => {
  const outcome = await openCycle(ctx.rt, ctx.actor, plan)
  await show(ctx, outcome.ok ? views.cycleOpened(ctx.t, outcome.value) : views.cycleRefused(ctx.t, outcome.reason))
})
