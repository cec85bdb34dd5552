import { Composer } from 'grammy'
import type { AlertRules } from '../alerts/rules.ts'
import { changeRule, seeRules } from '../alerts/rules-service.ts'
import type { BotContext, KnownContext } from '../people/context.ts'
import { press } from '../people/press.ts'
import { may } from '../people/rules.ts'
import type { Result } from '../platform/result.ts'
import { type Screen, show } from '../platform/telegram/screen.ts'
import * as button from './rules-buttons.ts'
import { ruleAfter, ruleNumberTo } from './rules-questions.ts'
import * as views from './rules-views.ts'

export const rulesDesk = new Composer<BotContext>()

const editors = rulesDesk.filter(
  (ctx): ctx is BotContext & KnownContext => ctx.actor !== undefined && may(ctx.actor, 'edit-rules'),
)

const showRules = async (
  ctx: KnownContext,
  outcome: Result<AlertRules, string>,
  view: (rules: AlertRules) => Screen,
): Promise<void> => show(ctx, outcome.ok ? view(outcome.value) : { text: ctx.t('not-yours') })

press(editors, button.openRules, async (ctx) => {
  await ctx.dropQuestion()
  await showRules(ctx, await seeRules(ctx.rt, ctx.actor), (rules) => views.rules(ctx.t, rules))
})
press(editors, button.openRule, async (ctx, { reason }) =>
  showRules(ctx, await seeRules(ctx.rt, ctx.actor), (rules) => views.rule(ctx.t, reason, rules)),
)
press(editors, button.switchRule, async (ctx, { reason, to }) =>
  showRules(ctx, await changeRule(ctx.rt, ctx.actor, reason, { on: to === 'on' }), (rules) =>
    views.rule(ctx.t, reason, rules),
  ),
)
press(editors, button.askAfter, async (ctx, { reason }) => ctx.ask(ruleAfter.with({ reason })))
press(editors, button.askNumber, async (ctx, { which }) => ctx.ask(ruleNumberTo.with({ which })))
