import { Composer } from 'grammy'
import { accountLink } from '../people/buttons.ts'
import type { BotContext, KnownContext } from '../people/context.ts'
import { press } from '../people/press.ts'
import { holds } from '../people/rules.ts'
import { show } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import * as service from './owner-service.ts'
import * as views from './owner-views.ts'

// What an officer does for an owner: another phone, papers filled in together.

export const ownerDesk = new Composer<BotContext>()

const officers = ownerDesk.filter(
  (ctx): ctx is BotContext & KnownContext => ctx.actor !== undefined && holds(ctx.actor, 'officer'),
)

press(officers, button.askMove, async (ctx, { dossierId }) => {
  const outcome = await service.readOwner(ctx.rt, ctx.actor, dossierId)
  await show(
    ctx,
    outcome.ok ? views.moveAsk(ctx.t, dossierId, outcome.value.owner) : views.moveRefused(ctx.t, outcome.reason),
  )
})

press(officers, button.confirmMove, async (ctx, { dossierId }) => {
  const outcome = await service.linkAccount(ctx.rt, ctx.actor, dossierId)
  if (!outcome.ok) return show(ctx, views.moveRefused(ctx.t, outcome.reason))
  const link = `https://t.me/${ctx.me.username}?start=${accountLink.with({ token: outcome.value.token })}`
  await show(ctx, views.moveLink(ctx.t, dossierId, { ...outcome.value, link }))
})
