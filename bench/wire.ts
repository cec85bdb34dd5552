import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Act } from './acts.ts'

/** What the stand-in is told: whom to bring what, and then to begin. */
export type Order = { webhook: string; load: Act[]; atOnce: number } | 'go'
export type Report = { port: number } | 'loaded' | 'answered' | { failure: string }

export const TOKEN = '1000:a-bot-that-is-measured'
export const SECRET = 'secret-of-the-measured-bot'

/** Telegram as far as a bot under load sees it, in a process of its own whose work is not measured. */
export interface Wire {
  apiRoot: string
  /** Hands acts over, so that bringing them costs the measured process nothing more. */
  load(webhook: string, acts: Act[], atOnce?: number): Promise<void>
  /** Brings what was loaded and waits until every act was answered as expected. Rejects when one was not. */
  deliver(): Promise<void>
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
    deliver: async () => void (await tell('go')),
    async stop() {
      if (!child.connected) return
      child.disconnect()
      await once(child, 'exit')
    },
  }
}
