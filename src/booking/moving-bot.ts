import { Composer } from 'grammy'
import type { BotContext, KnownContext } from '../people/context.ts'
import { press } from '../people/press.ts'
import { holds, may } from '../people/rules.ts'
import { regionNames } from '../people/store.ts'
import { show } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import { callsOfClosing, settleClosed } from './moving-service.ts'
import * as views from './moving-views.ts'
import { visitOf } from './ticket-store.ts'
import { refused } from './views.ts'

// What owners answer when their day was moved or closed, and whom officers call who did not.

export const moving = new Composer<BotContext>()

const known = moving.filter((ctx): ctx is BotContext & KnownContext => ctx.actor !== undefined)

press(known, button.cannotCome, async (ctx, { bookingId }) => {
  const visit = await visitOf(ctx.rt.db, bookingId)
  if (!visit || !may(ctx.actor, 'see', visit.subject)) return show(ctx, { text: ctx.t('not-yours') })
  await show(ctx, visit.state === 'booked' ? views.cannotCome(ctx.t, visit) : refused(ctx.t, 'ended'))
})
press(known, button.wantsNoOther, async (ctx, { bookingId }) => {
  const outcome = await settleClosed(ctx.rt, ctx.actor, bookingId)
  await show(ctx, outcome.ok ? views.noOtherNoted(ctx.t) : { text: ctx.t('not-yours') })
})

const staff = known.filter(({ actor }) => holds(actor, 'officer') || holds(actor, 'admin'))

press(staff, button.openCalls, (ctx, { page }) => showCalls(ctx, page))
press(staff, button.settleCall, async (ctx, { bookingId }) => {
  const outcome = await settleClosed(ctx.rt, ctx.actor, bookingId)
  await (outcome.ok ? showCalls(ctx, 0) : show(ctx, { text: ctx.t('not-yours') }))
})

async function showCalls(ctx: KnownContext, page: number): Promise<void> {
  const outcome = await callsOfClosing(ctx.rt, ctx.actor)
  if (!outcome.ok) return show(ctx, { text: ctx.t('not-yours') })
  const regionName = await regionNames(ctx.rt.db.reader)
  await show(ctx, views.closingCalls(ctx.t, { calls: outcome.value, page, regionName }))
}
