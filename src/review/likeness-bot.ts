import { Composer } from 'grammy'
import type { BotContext, KnownContext } from '../people/context.ts'
import { press } from '../people/press.ts'
import { holds } from '../people/rules.ts'
import type { Result } from '../platform/result.ts'
import { type Screen, show } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import type { JoinRefusal, Likeness } from './likeness.ts'
import * as service from './likeness-service.ts'
import * as views from './likeness-views.ts'

// Registrations that resemble each other: the same, or another.

export const likenessDesk = new Composer<BotContext>()

const officers = likenessDesk.filter(
  (ctx): ctx is BotContext & KnownContext => ctx.actor !== undefined && holds(ctx.actor, 'officer'),
)

press(officers, button.openLikenesses, async (ctx) => {
  const outcome = await service.openLikenesses(ctx.rt, ctx.actor)
  await show(ctx, outcome.ok ? views.likenesses(ctx.t, outcome.value) : views.joinRefused(ctx.t, outcome.reason))
})

press(officers, button.openLikeness, async (ctx, { likenessId }) =>
  showPair(ctx, await service.readLikeness(ctx.rt, ctx.actor, likenessId), views.likeness),
)
press(officers, button.askJoin, async (ctx, { likenessId }) =>
  showPair(ctx, await service.readLikeness(ctx.rt, ctx.actor, likenessId), views.joinAsk),
)

const showPair = (
  ctx: BotContext,
  outcome: Result<Likeness, JoinRefusal>,
  view: (t: BotContext['t'], likeness: Likeness) => Screen,
): Promise<void> => show(ctx, outcome.ok ? view(ctx.t, outcome.value) : views.joinRefused(ctx.t, outcome.reason))

press(officers, button.keepApart, async (ctx, { likenessId }) => {
  const outcome = await service.keepApart(ctx.rt, ctx.actor, likenessId)
  await show(ctx, outcome.ok ? views.keptApart(ctx.t) : views.joinRefused(ctx.t, outcome.reason))
})
press(officers, button.join, async (ctx, { likenessId }) => {
  const outcome = await service.join(ctx.rt, ctx.actor, likenessId)
  await show(ctx, outcome.ok ? views.joined(ctx.t) : views.joinRefused(ctx.t, outcome.reason))
})
