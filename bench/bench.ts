import type { Act } from './acts.ts'
import type { Served } from './bots.ts'
import type { Figure } from './figure.ts'
import type { Server } from './postgres.ts'
import type { Rounds, Trial } from './rounds.ts'
import type { Wire } from './wire.ts'

/** What every row is handed. */
export interface Bench {
  server: Server
  wire: Wire
  /** A look at the figures instead of a measurement: fewer rounds, fewer people. */
  quick: boolean
  rounds: Rounds
}

/** Measures one line of the table, or several that come of the same work. */
export type Row = (bench: Bench) => Promise<Figure[]>

/** What people do in a round, and how. */
export interface Play {
  /** Made anew for every round, because every update has a number of its own. */
  acts(): Act[]
  /** Puts things back in place before a round; not measured. */
  before?(): Promise<void>
  /** People who act at the same time. */
  atOnce?: number
  /** What the cost is counted per, when that is not the single act. */
  per?: number
}

/** Measures a bot while people do things. */
export function playing(wire: Wire, bot: Served, { acts, before, atOnce, per }: Play): Trial {
  let count = 0
  return {
    async prepare() {
      await before?.()
      const all = acts()
      count = per ?? all.length
      await wire.load(bot.webhook, all, atOnce)
    },
    async run() {
      await wire.deliver()
      await bot.settled()
      return count
    },
  }
}

/** Lets people do things that are not measured. */
export async function play(wire: Wire, bot: Served, acts: Act[]): Promise<void> {
  await wire.load(bot.webhook, acts)
  await wire.deliver()
  await bot.settled()
}

/** Milliseconds in words, from microseconds. */
export const inMs = (microseconds: number): string => `${Number((microseconds / 1000).toPrecision(2))} ms`
