import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { openSync, writeSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { Bot, type Context, webhookCallback } from 'grammy'
import { Hono } from 'hono'
import { prepare, startApp } from '../src/app.ts'
import { WEBHOOK_PATH } from '../src/inbox/web.ts'
import { systemClock } from '../src/platform/clock.ts'
import { connectServer } from '../src/platform/db.ts'
import { openFolder } from '../src/platform/files.ts'
import { createLog } from '../src/platform/log.ts'
import { noRates, type Rates } from '../src/platform/telegram/rates.ts'
import type { Runtime } from '../src/runtime.ts'
import { createWeb } from '../src/web.ts'
import { bot as me } from './acts.ts'
import { ADMIN } from './people.ts'
import { SECRET, TOKEN, type Wire } from './wire.ts'

// The bots that are compared, each behind a webhook of its own in this process.

/** A bot at work. */
export interface Served {
  webhook: string
  /** Waits until it has nothing left to do. */
  settled(): Promise<void>
  stop(): Promise<void>
}

export interface DampingiServed extends Served {
  rt: Runtime
}

/** What every service is handed, on a database that is ready; nothing is served, and no sweep runs. */
export async function openRuntime(databaseUrl: string): Promise<Runtime> {
  const nowhere = openSync('/dev/null', 'w')
  const rt: Runtime = {
    db: await connectServer(databaseUrl),
    files: openFolder(join(tmpdir(), 'dampingi-bench-files'), randomBytes(32)),
    clock: systemClock,
    log: createLog('info', { write: (line) => void writeSync(nowhere, line) }),
  }
  await prepare(rt, [ADMIN])
  return rt
}

/** Dampingi as `main.ts` puts it together with DATABASE_URL and WEBHOOK_URL, whose Telegram has no limits unless told; no log. */
export async function serveDampingi(
  databaseUrl: string,
  { apiRoot }: Wire,
  rates: Rates = noRates,
): Promise<DampingiServed> {
  const rt = await openRuntime(databaseUrl)
  const app = await startApp(rt, { token: TOKEN, apiRoot }, me, rates)
  const web = await listen(createWeb(rt, app.inbox, SECRET))
  return {
    rt,
    webhook: web.webhook,
    settled: () => app.inbox.drain(),
    async stop() {
      await web.close()
      await app.stop()
      await rt.db.close()
    },
  }
}

/** A grammY bot as the documentation of grammY serves one. */
export async function serveGrammy<C extends Context>(
  { apiRoot }: Wire,
  addHandlers: (bot: Bot<C>) => void,
): Promise<Served> {
  const bot = new Bot<C>(TOKEN, { botInfo: me, client: { apiRoot } })
  addHandlers(bot)
  const app = new Hono()
  app.post(WEBHOOK_PATH, webhookCallback(bot, 'hono', { secretToken: SECRET }))
  const web = await listen(app)
  return { webhook: web.webhook, settled: async () => undefined, stop: web.close }
}

/** The baseline: every text comes back. */
export const serveEcho = (wire: Wire): Promise<Served> =>
  serveGrammy(wire, (bot) => bot.on('message:text', (ctx) => ctx.reply(ctx.message.text)))

async function listen(app: Hono): Promise<{ webhook: string; close(): Promise<void> }> {
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }) as Server
  if (!server.listening) await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    webhook: `http://127.0.0.1:${port}${WEBHOOK_PATH}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
