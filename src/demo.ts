import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { admins, cast, newcomer, seed } from '../prisma/seed.ts'
import { template } from '../prisma/template.ts'
import { type App, prepare, startApp } from './app.ts'
import { DEMO_TOKEN, type DemoConfig, readDemoConfig } from './config.ts'
import { poll } from './inbox/polling.ts'
import { type MovableClock, movableClock } from './platform/clock.ts'
import { createPGlite, openEmbedded } from './platform/db.ts'
import { openFolder } from './platform/files.ts'
import { createLog } from './platform/log.ts'
import { atWib, daysAfter, hours, later, localDate } from './platform/time.ts'
import type { Runtime } from './runtime.ts'
import { botApi } from './simulator/http.ts'
import { createVirtualTelegram, type VirtualTelegram } from './simulator/virtual-telegram.ts'
import { simulatorPages } from './simulator/web.ts'
import { publicPages } from './web.ts'

// The demo: the real bot and a real database, with a Telegram that lives in this process and a clock that can be moved.
// Nothing is kept when it ends.

const OPENING = new Date('2024-06-03T08:00:00+07:00')

/** The bot in the demo, which can be cut off in the middle of anything and started again. */
async function plugged(rt: Runtime, telegram: VirtualTelegram) {
  let running: { app: App; polling: Promise<void>; cut: AbortController } | undefined

  async function start(): Promise<void> {
    const cut = new AbortController()
    // Once the plug is out, no call of the bot that was running reaches Telegram any more.
    const wire: typeof fetch = (input, init) => {
      if (cut.signal.aborted) return Promise.reject(new Error('the plug is out'))
      return telegram.fetch(input, init)
    }
    await prepare(
      rt,
      admins.map(({ telegramId }) => telegramId),
    )
    const app = await startApp(rt, { token: DEMO_TOKEN, apiRoot: undefined, fetch: wire })
    running = { app, cut, polling: poll(rt, app.api, app.inbox, cut.signal) }
  }

  await start()
  return {
    pulled: () => running === undefined,
    back: start,
    async pull() {
      const old = running
      running = undefined
      old?.cut.abort()
      await old?.polling
      await old?.app.stop()
    },
    wake: () => running?.app.workers.wake('sweep'),
  }
}

function clockControls(clock: MovableClock, wake: () => void) {
  const moveTo = async (time: Date) => {
    clock.moveTo(time)
    wake()
  }
  return {
    hours: (count: number) => moveTo(later(clock.now(), hours(count))),
    toEightTomorrow: () => moveTo(atWib(daysAfter(localDate(clock.now()), 1), '08:00')),
  }
}

async function start({ port, logLevel, publicUrl }: DemoConfig): Promise<void> {
  const say = (text: string) => process.stdout.write(`${text}\n`)
  say('Dampingi demo: menyiapkan basis data …')
  const address = publicUrl ?? `http://localhost:${port}`
  const folder = await mkdtemp(join(tmpdir(), 'dampingi-demo-'))
  const clock = movableClock(OPENING, 'running')
  const rt: Runtime = {
    db: await openEmbedded(await createPGlite(undefined, await template())),
    files: openFolder(folder, randomBytes(32)),
    clock,
    log: createLog(logLevel),
    publicUrl: address,
  }
  const telegram = createVirtualTelegram({
    token: DEMO_TOKEN,
    clock,
    username: 'dampingi_demo_bot',
    botName: 'Dampingi',
  })
  for (const { telegramId, name, note } of cast) telegram.addPerson({ id: telegramId, firstName: name, note })
  const plug = await plugged(rt, telegram)
  await seed(rt)
  // Whoever belongs to the cast has spoken with the bot before, so that it may write to them.
  for (const member of cast) if (member !== newcomer) telegram.person(member.telegramId).says('/start')
  const pages = simulatorPages(telegram, { now: () => clock.now(), forward: clockControls(clock, plug.wake), plug })
  // Whoever opens the page may speak as anybody, so without an address of its own it is for this machine alone.
  const hostname = publicUrl ? '0.0.0.0' : '127.0.0.1'
  const web = new Hono().route('/api', botApi(telegram)).route('/', publicPages(rt)).route('/', pages)
  const server = serve({ fetch: web.fetch, port, hostname })
  say(`Dampingi demo: buka ${address}`)

  async function stop(): Promise<void> {
    server.close()
    if ('closeAllConnections' in server) server.closeAllConnections() // open event streams would wait for ever
    await plug.pull()
    await rt.db.close()
    await rm(folder, { recursive: true, force: true })
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void stop().then(() => process.exit(0)))
}

const config = readDemoConfig(process.env)
if ('mistakes' in config) {
  process.stderr.write(`${config.mistakes.join('\n')}\n`)
  process.exit(1)
}
await start(config)
