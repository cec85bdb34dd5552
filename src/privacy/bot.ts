import { Composer } from 'grammy'
import { standingOf } from '../dossier/standing-store.ts'
import { refuseConsent } from '../people/buttons.ts'
import type { BotContext, KnownContext } from '../people/context.ts'
import { onOrder } from '../people/orders.ts'
import { press } from '../people/press.ts'
import { withdrawConsent } from '../people/service.ts'
import { consentOf } from '../people/store.ts'
import { show } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import * as views from './views.ts'

export const privacy = new Composer<BotContext>()

const known = privacy.filter((ctx): ctx is BotContext & KnownContext => ctx.actor !== undefined)

onOrder(known, 'data', showMyData)
press(known, button.openMyData, showMyData)

async function showMyData(ctx: KnownContext): Promise<void> {
  const { rt, actor } = ctx
  const { name, business } = await standingOf(rt.db, actor.personId, 'own')
  await show(ctx, views.myData(ctx.t, { name, business, consent: await consentOf(rt.db.reader, actor.personId) }))
}

press(known, button.askWithdraw, (ctx) => show(ctx, views.withdrawAsk(ctx.t)))
// Saying no after having agreed is a withdrawal, and asked as one.
press(known, refuseConsent, (ctx) => show(ctx, views.withdrawAsk(ctx.t)))
press(known, button.confirmWithdraw, async (ctx) => {
  await ctx.dropQuestion()
  await withdrawConsent(ctx.rt, ctx.actor) // without a consent there is nothing left to withdraw: the same screen
  await show(ctx, views.withdrawn(ctx.t))
})
