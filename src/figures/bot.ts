import { Composer } from 'grammy'
import type { BotContext, KnownContext } from '../people/context.ts'
import { onOrder } from '../people/orders.ts'
import { press } from '../people/press.ts'
import { may } from '../people/rules.ts'
import { drawChart } from '../platform/chart.ts'
import { show } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import { figuresOf, regionFiguresOf } from './store.ts'
import * as views from './views.ts'

// `/statistik`: how the cycle stands, as a picture and in words.

export const figures = new Composer<BotContext>()

const readers = figures.filter(
  (ctx): ctx is BotContext & KnownContext => ctx.actor !== undefined && may(ctx.actor, 'see-figures'),
)

onOrder(readers, 'figures', showFigures)
press(readers, button.openFigures, showFigures)

async function showFigures(ctx: KnownContext): Promise<void> {
  const { rt, t } = ctx
  const now = rt.clock.now()
  const seen = await figuresOf(rt.db, now)
  if (!seen) return show(ctx, views.none(t))
  const chart = views.chartOf(t, seen, now)
  await show(ctx, views.drawn(t, chart, await drawChart(chart), views.toRegions(t)))
}

press(readers, button.openRegions, async (ctx) => {
  const { rt, t } = ctx
  const regions = await regionFiguresOf(rt.db)
  if (regions.length === 0) return show(ctx, views.noRegions(t))
  const chart = views.regionChartOf(t, regions, rt.clock.now())
  await show(ctx, views.drawn(t, chart, await drawChart(chart), views.toFigures(t)))
})
