import { z } from 'zod'
import { defineNotice } from '../delivery/notice.ts'
import { drawChart } from '../platform/chart.ts'
import { figuresOf } from './store.ts'
import * as views from './views.ts'

/** The head's week begins with one picture, and the same numbers in words. */
export const headsMonday = defineNotice({
  kind: 'heads-monday',
  data: z.object({ at: z.iso.datetime(), until: z.iso.datetime() }),
  worth: ({ until }) => new Date(until),
  async load(db, { at }) {
    const now = new Date(at)
    const figures = await figuresOf(db, now)
    return figures && { figures, now }
  },
  async render(t, { figures, now }) {
    const chart = views.chartOf(t, figures, now)
    return views.drawn(t, chart, await drawChart(chart), views.toRegions(t))
  },
})
