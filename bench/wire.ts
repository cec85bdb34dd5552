import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Act } from './acts.ts'

/** What the stand-in is told: whom to bring what, and then to begin. */
export type Order = Load | 'go'
export type Report = { port: number } | 'loaded' | Answered | { failure: string }

export interface Load {
  webhook: string
  load: Act[]
  /** People who act at the same time. */
  atOnce: number
  /** Milliseconds from one act to the next, whether the one before was answered or not; then `atOnce` says nothing. */
  every?: number
  /** Whether Telegram's limits are kept to, from now on. */
  limited?: boolean
}

/** All of it was answered as expected: after so many milliseconds each, and with so many calls refused as a flood. */
export interface Answered {
  waits: number[]
  floods: number
}

export const TOKEN = '1000:a-bot-that-is-measured'
export const SECRET = 'secret-of-the-measured-bot'

/** Telegram as far as a bot under load sees it, in a process of its own whose work is not measured. */
export interface Wire {
  apiRoot: string
  /** Hands acts over, so that bringing them costs the measured process nothing more. */
  load(webhook: string, acts: Act[], atOnce?: number): Promise<void>
  /** The same for acts that follow each other at a steady pace, where Telegram keeps to its limits. */
  loadSteadily(webhook: string, acts: Act[], every: number): Promise<void>
  /** Brings what was loaded and waits until every act was answered as expected. Rejects when one was not. */
  deliver(): Promise<Answered>
  stop(): Promise<void>
}

/** As many people at once as Dampingi has lanes. */
const CROWD = 8

export async function openWire(): Promise<Wire> {
  const child = fork(join(import.meta.dirname, 'wire-telegram.ts'))
  const next = async (): Promise<Report> => {
    const [report] = (await once(child, 'message')) as [Report]
    if (typeof report === 'object' && 'failure' in report) throw new Error(report.failure)
    return report
  }
  const tell = (order: Order): Promise<Report> => {
    child.send(order)
    return next()
  }
  const started = await next()
  if (typeof started !== 'object' || !('port' in started)) throw new Error('the stand-in did not start')
  return {
    apiRoot: `http://127.0.0.1:${started.port}`,
    load: async (webhook, load, atOnce = CROWD) => void (await tell({ webhook, load, atOnce })),
    loadSteadily: async (webhook, load, every) => void (await tell({ webhook, load, atOnce: 1, every, limited: true })),
    async deliver() {
      const report = await tell('go')
      if (typeof report !== 'object' || !('waits' in report)) throw new Error('the stand-in said something else')
      return report
    },
    async stop() {
      if (!child.connected) return
      child.disconnect()
      await once(child, 'exit')
    },
  }
}
