import { Composer } from 'grammy'
import { catalogueOf } from '../dossier/store.ts'
import type { BotContext, KnownContext } from '../people/context.ts'
import { onOrder } from '../people/orders.ts'
import { press } from '../people/press.ts'
import { holds } from '../people/rules.ts'
import type { Result } from '../platform/result.ts'
import { answerPress, type Screen, send, show } from '../platform/telegram/screen.ts'
import type { Alert } from './alert.ts'
import * as button from './buttons.ts'
import { list } from './list-views.ts'
import { ownerPhone } from './questions.ts'
import { refreshMessages } from './refresh.ts'
import * as service from './service.ts'
import * as views from './views.ts'

export const alerts = new Composer<BotContext>()

const officers = alerts.filter(
  (ctx): ctx is BotContext & KnownContext => ctx.actor !== undefined && holds(ctx.actor, 'officer'),
)

onOrder(officers, 'alerts', (ctx) => showList(ctx, 'free', 0))
press(officers, button.openAlerts, (ctx, { kind, page }) => showList(ctx, kind, page))

press(officers, button.openTold, async (ctx, { kind }) => {
  await answerPress(ctx)
  await send(ctx, await listNow(ctx, kind, 0))
})

const showList = async (ctx: KnownContext, kind: button.ListKind, page: number): Promise<void> =>
  show(ctx, await listNow(ctx, kind, page))

async function listNow({ rt, actor, t }: KnownContext, kind: button.ListKind, page: number): Promise<Screen> {
  const outcome = await service.alertsFor(rt, actor)
  return outcome.ok ? list(t, outcome.value, kind, page) : views.refused(t, outcome.reason)
}

press(officers, button.openAlert, async (ctx, { alertId }) => {
  const outcome = await service.seeAlert(ctx.rt, ctx.actor, alertId)
  await (outcome.ok ? showCard(ctx, outcome.value) : show(ctx, views.refused(ctx.t, outcome.reason)))
})

const showCard = async (ctx: KnownContext, alert: Alert): Promise<void> =>
  show(
    ctx,
    views.card(
      ctx.t,
      { alert, catalogue: await catalogueOf(ctx.rt.db.reader, alert.catalogueVersion) },
      ctx.actor.personId,
    ),
  )

/** What came of an act: the card as it is now, and the same for everybody else who has it on their screen. */
async function acted(ctx: KnownContext, acting: Promise<Result<Alert, service.AlertRefusal>>): Promise<void> {
  const outcome = await acting
  if (!outcome.ok) return show(ctx, views.refused(ctx.t, outcome.reason))
  await showCard(ctx, outcome.value)
  await refreshMessages(ctx, outcome.value.id)
}

press(officers, button.takeAlert, (ctx, { alertId }) => acted(ctx, service.take(ctx.rt, ctx.actor, alertId)))
press(officers, button.snoozeAlert, (ctx, { alertId, days }) =>
  acted(ctx, service.snooze(ctx.rt, ctx.actor, alertId, Number(days))),
)
press(officers, button.solveAlert, (ctx, { alertId }) => acted(ctx, service.solve(ctx.rt, ctx.actor, alertId)))
press(officers, button.offerDesk, (ctx, { alertId }) => acted(ctx, service.suggestDesk(ctx.rt, ctx.actor, alertId)))
press(officers, button.handOver, (ctx, { alertId, personId }) =>
  acted(ctx, service.give(ctx.rt, ctx.actor, alertId, personId)),
)
press(officers, button.askHandOver, async (ctx, { alertId, page }) => {
  const outcome = await service.colleagues(ctx.rt, ctx.actor, alertId)
  await show(
    ctx,
    outcome.ok ? views.colleagues(ctx.t, alertId, outcome.value, page) : views.refused(ctx.t, outcome.reason),
  )
})
press(officers, button.seePhone, async (ctx, { alertId }) => {
  const outcome = await service.callOwner(ctx.rt, ctx.actor, alertId)
  await show(
    ctx,
    outcome.ok ? views.phone(ctx.t, outcome.value, ctx.speaker.name ?? '') : views.refused(ctx.t, outcome.reason),
  )
})
press(officers, button.askPhone, async (ctx, { alertId }) => {
  const outcome = await service.seeAlert(ctx.rt, ctx.actor, alertId)
  await (outcome.ok ? ctx.ask(ownerPhone.with({ alertId })) : show(ctx, views.refused(ctx.t, outcome.reason)))
})
