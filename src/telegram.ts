import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { cast } from '../prisma/seed.ts'
import { DEMO_TOKEN, readDemoConfig } from './config.ts'
import { systemClock } from './platform/clock.ts'
import { botApi } from './simulator/http.ts'
import { createVirtualTelegram } from './simulator/virtual-telegram.ts'
import { simulatorPages } from './simulator/web.ts'

// The simulator alone: a Telegram for a bot in another process, so that `npm start` can be tried without the real one.

const config = readDemoConfig({ PORT: '8081', ...process.env })
if ('mistakes' in config) {
  process.stderr.write(`${config.mistakes.join('\n')}\n`)
  process.exit(1)
}
const telegram = createVirtualTelegram({
  token: DEMO_TOKEN,
  clock: systemClock,
  username: 'dampingi_demo_bot',
  botName: 'Dampingi',
})
for (const { telegramId, name, note } of cast) telegram.addPerson({ id: telegramId, firstName: name, note })
const pages = simulatorPages(telegram, { now: () => systemClock.now() })
const hostname = config.publicUrl ? '0.0.0.0' : '127.0.0.1'
const address = config.publicUrl ?? `http://localhost:${config.port}`
const { fetch } = new Hono().route('/api', botApi(telegram)).route('/', pages)
serve({ fetch, port: config.port, hostname }, () => {
  process.stdout.write(
    `Chat: ${address}\nBot:  BOT_TOKEN=${DEMO_TOKEN} ADMIN_IDS=3001 TELEGRAM_API_ROOT=${address}/api npm start\n`,
  )
})
