import { setTimeout as sleep } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import type { Api } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import { template } from '../prisma/template.ts'
import { prepare, startApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import { poll, WANTED_UPDATES } from './inbox/polling.ts'
import { WEBHOOK_PATH } from './inbox/web.ts'
import { systemClock } from './platform/clock.ts'
import { dataFolder, readKey, takeFolder } from './platform/data-folder.ts'
import { connectServer, createPGlite, openEmbedded } from './platform/db.ts'
import { openFolder } from './platform/files.ts'
import { blandly, createLog } from './platform/log.ts'
import { createApi, type TelegramClient } from './platform/telegram/client.ts'
import { mayPass, telegramFailure } from './platform/telegram/failure.ts'
import type { Runtime } from './runtime.ts'
import { createWeb } from './web.ts'

const OLDEST_NODE = 24

/** Tells what is wrong, a line each, and ends the process. */
function refuseToStart(sentences: readonly string[]): never {
  process.stderr.write(`${sentences.map((sentence) => `dampingi: ${sentence}`).join('\n')}\n`)
  process.exit(1)
}

/** The runtime on the server that DATABASE_URL names; any number of processes may have one. */
async function onServer(config: Config, url: string): Promise<Runtime & { close(): Promise<void> }> {
  const folder = await dataFolder(config.dataDir)
  const db = await connectServer(url)
  const key = config.encryptionKey ? readKey(config.encryptionKey) : await folder.encryptionKey()
  const files = openFolder(folder.filesPath, key)
  return { db, files, clock: systemClock, log: createLog(config.logLevel), close: () => db.close() }
}

/** The runtime on the embedded database, which one process at a time may have. */
async function embedded(config: Config): Promise<Runtime & { close(): Promise<void> }> {
  const log = createLog(config.logLevel)
  const folder = await takeFolder(config.dataDir)
  if (folder === 'taken') {
    return refuseToStart([
      `another Dampingi is using the folder ${config.dataDir}. Stop it first, or set DATA_DIR to another folder.`,
    ])
  }
  if (folder.isNew) log.info({ door: 'process', what: 'preparing the database, this takes some seconds' })
  const db = await openEmbedded(await createPGlite(folder.databasePath, folder.isNew ? await template() : undefined))
  const key = config.encryptionKey ? readKey(config.encryptionKey) : await folder.encryptionKey()
  const close = async () => {
    await db.close()
    folder.release()
  }
  return { db, files: openFolder(folder.filesPath, key), clock: systemClock, log, close }
}

async function start(config: Config): Promise<void> {
  const rt = config.databaseUrl ? await onServer(config, config.databaseUrl) : await embedded(config)
  rt.publicUrl = config.publicUrl
  rt.secondAdmin = config.secondAdmin
  await prepare(rt, config.adminIds)
  const client = { token: config.token, apiRoot: config.telegramApiRoot }
  const app = await startApp(rt, client, await meetTelegram(rt, client))
  const server = serve({ fetch: createWeb(rt, app.inbox, config.webhook?.secret).fetch, port: config.port })
  server.once('error', () => refuseToStart([`PORT ${config.port} cannot be used: another program may be using it.`]))
  const stopping = new AbortController()
  const incoming = config.webhook ? listen(app.api, config.webhook) : poll(rt, app.api, app.inbox, stopping.signal)

  async function stop(): Promise<void> {
    stopping.abort()
    server.close()
    await incoming
    await app.stop()
    await rt.close()
    rt.log.info({ door: 'process', what: 'stopped' })
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void stop().then(() => process.exit(0)))
  rt.log.info({ door: 'process', what: 'started', outcome: config.webhook ? 'webhook' : 'polling' })
  await incoming
}

/** Asks Telegram who this bot is, until it answers. A token it does not know ends the start. */
async function meetTelegram(rt: Runtime, client: TelegramClient): Promise<UserFromGetMe> {
  for (;;) {
    try {
      return await createApi(client).getMe()
    } catch (error) {
      const failure = telegramFailure(error)
      if (failure === undefined) throw error
      if (!mayPass(failure)) refuseToStart(['BOT_TOKEN is not known to Telegram: ask @BotFather for it again.'])
      rt.log.warn({ door: 'process', what: 'telegram is away, trying again', error: blandly(error) })
      await sleep(TRY_AGAIN)
    }
  }
}

const TRY_AGAIN = 5_000

/** Lets Telegram bring updates to this server. */
async function listen(api: Api, { url, secret }: NonNullable<Config['webhook']>): Promise<void> {
  await api.setWebhook(`${url}${WEBHOOK_PATH}`, { secret_token: secret, allowed_updates: WANTED_UPDATES })
}

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  refuseToStart([
    `Node ${OLDEST_NODE} or newer is needed, and this is ${process.versions.node}. npm brings it along: use \`npm start\`.`,
  ])
}
const read = readConfig(process.env)
if ('mistakes' in read) refuseToStart(read.mistakes)
await start(read.config)
