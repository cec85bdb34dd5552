import { Composer } from 'grammy'
import type { BotContext, KnownContext } from '../people/context.ts'
import { press } from '../people/press.ts'
import { may } from '../people/rules.ts'
import { show } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import * as service from './list-service.ts'
import { listFile } from './questions.ts'
import * as views from './views.ts'

// The list of the dinas, for admins.

export const nominationDesk = new Composer<BotContext>()

const admins = nominationDesk.filter(
  (ctx): ctx is BotContext & KnownContext => ctx.actor !== undefined && may(ctx.actor, 'nominate'),
)

press(admins, button.openNominations, async (ctx) => {
  await ctx.dropQuestion()
  const outcome = await service.nominations(ctx.rt, ctx.actor)
  await show(ctx, outcome.ok ? views.home(ctx.t, outcome.value) : views.refused(ctx.t, outcome.reason))
})
press(admins, button.askList, async (ctx) => ctx.ask(listFile.with({})))
press(admins, button.applyList, async (ctx, { listId }) => {
  const outcome = await service.applyList(ctx.rt, ctx.actor, listId)
  await show(ctx, outcome.ok ? views.applied(ctx.t, outcome.value) : views.refused(ctx.t, outcome.reason))
})
press(admins, button.askUndo, async (ctx, { listId }) => {
  const outcome = await service.askUndo(ctx.rt, ctx.actor, listId)
  await show(ctx, outcome.ok ? views.undoAsk(ctx.t, listId, outcome.value) : views.refused(ctx.t, outcome.reason))
})
press(admins, button.undoList, async (ctx, { listId }) => {
  const outcome = await service.undoList(ctx.rt, ctx.actor, listId)
  await show(ctx, outcome.ok ? views.undone(ctx.t, outcome.value) : views.refused(ctx.t, outcome.reason))
})
