import { Composer } from 'grammy'
import type { BotContext, KnownContext } from '../people/context.ts'
import { onOrder } from '../people/orders.ts'
import { press } from '../people/press.ts'
import { may } from '../people/rules.ts'
import { answerBelow, show } from '../platform/telegram/screen.ts'
import { writeWorkbook } from '../platform/workbook.ts'
import * as button from './buttons.ts'
import { figuresOf, pressedBy } from './figure-store.ts'
import { leadsTo } from './message-views.ts'
import { progress, refusedByOther } from './progress-views.ts'
import { notePress } from './reader-store.ts'
import { receiptFile, sheets } from './receipt-views.ts'
import type { Broadcast } from './rules.ts'
import * as sending from './sending-service.ts'
import { broadcastWith, newestBroadcasts } from './store.ts'
import * as views from './views.ts'

// Broadcasts on their way: seen, agreed to, stopped; and the button that their readers press.

/** Stands before the features whose screens the button of a broadcast leads to. */
export const broadcastButtons = new Composer<BotContext>()

press(broadcastButtons, button.follow, async (ctx, { broadcastId, to }, next) => {
  if (ctx.actor) await notePress(ctx.rt.db, broadcastId, ctx.actor.personId, ctx.rt.clock.now())
  await answerBelow(ctx) // what was written to many stays in the chat
  // From here on it is the button that it stands for, with all that is checked there.
  if (ctx.callbackQuery) ctx.callbackQuery.data = leadsTo(to)
  await next()
})

export const broadcasting = new Composer<BotContext>()

const admins = broadcasting.filter(
  (ctx): ctx is BotContext & KnownContext => ctx.actor !== undefined && may(ctx.actor, 'broadcast'),
)

const LISTED = 8

onOrder(admins, 'broadcasts', showHome)
press(admins, button.openBroadcasts, showHome)

async function showHome(ctx: KnownContext): Promise<void> {
  await ctx.dropQuestion()
  await show(ctx, views.home(ctx.t, await newestBroadcasts(ctx.rt.db, LISTED)))
}

press(admins, button.openBroadcast, async (ctx, { broadcastId }) => {
  const broadcast = await broadcastWith(ctx.rt.db.reader, broadcastId)
  await (broadcast ? showProgress(ctx, broadcast) : show(ctx, views.refused(ctx.t, 'gone')))
})

const showProgress = async (ctx: KnownContext, broadcast: Broadcast): Promise<void> =>
  show(ctx, progress(ctx.t, { broadcast, figures: await figuresOf(ctx.rt.db, broadcast.id) }))

press(admins, button.submit, async (ctx, { broadcastId, revision }) => {
  const outcome = await sending.submit(ctx.rt, ctx.actor, broadcastId, revision)
  if (!outcome.ok) return show(ctx, views.refused(ctx.t, outcome.reason))
  const { sendAt } = outcome.value
  await show(ctx, views.submitted(ctx.t, outcome.value, sendAt !== undefined && sendAt > ctx.rt.clock.now()))
})

press(admins, button.approve, async (ctx, { broadcastId, answer }) => {
  const outcome = await sending.approve(ctx.rt, ctx.actor, broadcastId, answer)
  if (!outcome.ok) return show(ctx, views.refused(ctx.t, outcome.reason))
  if (answer === 'no') return show(ctx, refusedByOther(ctx.t, outcome.value))
  await showProgress(ctx, outcome.value)
})

press(admins, button.steer, async (ctx, { broadcastId, what }) => {
  const outcome = await sending.steer(ctx.rt, ctx.actor, broadcastId, what)
  await (outcome.ok ? showProgress(ctx, outcome.value) : show(ctx, views.refused(ctx.t, outcome.reason)))
})

press(admins, button.withoutFile, async (ctx, { broadcastId }) => {
  const outcome = await sending.goOnWithoutFile(ctx.rt, ctx.actor, broadcastId)
  await (outcome.ok ? showProgress(ctx, outcome.value) : show(ctx, views.refused(ctx.t, outcome.reason)))
})

const MOST_NAMES = 40

press(admins, button.seePresses, async (ctx, { broadcastId }) =>
  show(ctx, views.presses(ctx.t, broadcastId, await pressedBy(ctx.rt.db, broadcastId, MOST_NAMES))),
)

press(admins, button.askReceipts, async (ctx, { broadcastId }) => {
  await answerBelow(ctx)
  const outcome = await sending.receipts(ctx.rt, ctx.actor, broadcastId)
  if (!outcome.ok) return show(ctx, views.refused(ctx.t, outcome.reason))
  const { figures, receipts } = outcome.value
  await show(ctx, receiptFile(ctx.t, broadcastId, await writeWorkbook(sheets(ctx.t, figures, receipts))))
})
