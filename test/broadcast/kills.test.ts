import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { template } from '../../prisma/template.ts'
import { prepare } from '../../src/app.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { takeFolder } from '../../src/platform/data-folder.ts'
import { connectServer, createPGlite, type Database, openEmbedded } from '../../src/platform/db.ts'
import { openFolder } from '../../src/platform/files.ts'
import { createLog } from '../../src/platform/log.ts'
import type { PersonActions } from '../../src/simulator/model.ts'
import type { VirtualTelegram } from '../../src/simulator/virtual-telegram.ts'
import { ADMIN, countCopies, scheduleFor, TOKEN, telegramWithReaders } from '../support/broadcasting.ts'
import { expect, test } from '../support/index.ts'
import { emptyFolder, port, type Running, run } from '../support/processes.ts'
import { databaseUrl, serverUrl } from '../support/template.ts'

// Processes are killed while they send a broadcast, with a Telegram that keeps to its limits, whose answers are lost, and
// whose people block the bot. `npm run chaos` does it with 10,000 readers and 20 deaths.

const READERS = Number(process.env.CHAOS_READERS ?? 300)
const KILLS = Number(process.env.CHAOS_KILLS ?? 3)
const BLOCKED = Math.floor(READERS / 50)
/** Longer than it takes at 25 a second, with every death and the two minutes for which a dead process held its last ones. */
const PATIENCE = READERS * 60 + KILLS * 20_000 + 200_000

const runtimeOn = (db: Database, filesPath: string) => ({
  db,
  clock: systemClock,
  log: createLog('silent'),
  files: openFolder(filesPath, randomBytes(32)),
})

interface Tally {
  reached: number
  repeats: number
  /** Messages that had arrived at a death and were not noted yet: those alone may come twice. */
  inFlight: number
  /** The longest it took from a start after a death until somebody was reached again, in seconds. */
  slowest: number
}

/** Waits until so many are reached; what it takes is counted in seconds. */
async function untilReached(
  tally: ReturnType<typeof countCopies>,
  wanted: number,
  bots: readonly Running[],
): Promise<number> {
  const began = performance.now()
  while (tally().reached < wanted) {
    if (performance.now() - began > PATIENCE)
      throw new Error(`only ${tally().reached} of ${wanted}: ${bots.map((bot) => bot.output()).join('\n')}`)
    await sleep(200)
  }
  return (performance.now() - began) / 1000
}

/** Kills the processes in turn, evenly over the readers, starts each again, and waits until all is done. */
async function throughKills(
  start: () => Promise<Running>,
  noted: () => Promise<number>,
  processes: number,
  telegram: VirtualTelegram,
  readers: readonly PersonActions[],
): Promise<Tally> {
  const free = readers.slice(BLOCKED)
  const tally = countCopies(telegram, free)
  const bots: Running[] = []
  for (let at = 0; at < processes; at++) bots.push(await start())
  let slowest = 0
  let inFlight = 0
  for (let kill = 1; kill <= KILLS; kill++) {
    await untilReached(tally, Math.floor((free.length * kill) / (KILLS + 1)), bots)
    disturb(telegram)
    const victim = kill % processes
    bots[victim]?.child.kill('SIGKILL')
    await bots[victim]?.ended
    const before = tally().reached
    inFlight += Math.max(0, before - (await noted()))
    bots[victim] = await start()
    slowest = Math.max(slowest, await untilReached(tally, Math.min(free.length, before + 1), bots))
  }
  await untilReached(tally, free.length, bots)
  // Whatever is to come twice has come, and everybody who blocked the bot was tried, when its author reads that it is over.
  const patience = performance.now() + PATIENCE
  while (!isOver(telegram) && performance.now() < patience) await sleep(200)
  for (const bot of bots) {
    bot.child.kill('SIGTERM')
    await bot.ended
  }
  const { reached, sum } = tally()
  return { reached, repeats: sum - reached, inFlight, slowest }
}

async function sentOf(db: Database): Promise<number> {
  const [row] = await db.sql<{ count: number }>(
    `SELECT count(*) AS count FROM delivery WHERE broadcast_id IS NOT NULL AND state = 'sent'`,
  )
  return row?.count ?? 0
}

const isOver = (telegram: VirtualTelegram): boolean =>
  telegram.chat(ADMIN).messages.some(({ text }) => /Siaran · selesai/.test(text))

/** Some have blocked the bot, which does not know it yet; Telegram keeps to its limits. */
function prepareTelegram(telegram: VirtualTelegram, readers: readonly PersonActions[]): void {
  telegram.limits.enforce(true)
  for (const reader of readers.slice(0, BLOCKED)) reader.blocks()
  telegram.takeUpdates()
}

/** What goes wrong beside each death: silence that Telegram wants, a call that is lost, and an answer that is. */
function disturb({ faults }: VirtualTelegram): void {
  faults.arm({ kind: 'error', code: 429, retryAfter: 1, method: 'sendMessage' })
  faults.arm({ kind: 'cut', when: 'before', method: 'sendMessage' })
  faults.arm({ kind: 'cut', when: 'after', method: 'sendMessage' })
}

async function expectAllWell(db: Database, { reached, repeats, inFlight, slowest }: Tally): Promise<void> {
  process.stdout.write(
    `broadcast: ${KILLS} kills with ${inFlight} messages in flight, ${reached} of ${READERS - BLOCKED} reached, ${repeats} repeated, resumed within ${slowest.toFixed(1)} s\n`,
  )
  expect(reached).toBe(READERS - BLOCKED)
  // Besides those, the one of each death whose answer was lost on the way.
  expect(repeats).toBeLessThanOrEqual(inFlight + KILLS)
  expect(slowest).toBeLessThan(60)
  const states = await db.sql(
    `SELECT state, count(*) AS count FROM delivery WHERE broadcast_id IS NOT NULL GROUP BY state ORDER BY state`,
  )
  expect(states).toEqual([
    { state: 'blocked', count: BLOCKED },
    { state: 'sent', count: READERS - BLOCKED },
  ])
  expect(await db.sql('SELECT state, total FROM broadcast')).toEqual([{ state: 'done', total: READERS }])
}

test('killed again and again, a broadcast reaches everybody', { timeout: PATIENCE * 2 }, async () => {
  const { telegram, apiRoot, readers } = await telegramWithReaders(READERS)
  const { path, remove } = await emptyFolder()
  try {
    const open = async () => {
      const folder = await takeFolder(path)
      if (folder === 'taken') throw new Error('the folder is taken')
      const db = await openEmbedded(
        await createPGlite(folder.databasePath, folder.isNew ? await template() : undefined),
      )
      return {
        db,
        filesPath: folder.filesPath,
        async close() {
          await db.close()
          folder.release()
        },
      }
    }
    const before = await open()
    const rt = runtimeOn(before.db, before.filesPath)
    await prepare(rt, [ADMIN])
    await scheduleFor(rt, readers)
    await before.close()
    prepareTelegram(telegram, readers)
    const environment = { BOT_TOKEN: TOKEN, DATA_DIR: path, TELEGRAM_API_ROOT: apiRoot, ADMIN_IDS: String(ADMIN) }
    const start = async () => run({ ...environment, PORT: await port() }, 'src/main.ts')
    const noted = async () => {
      const dead = await open()
      const count = await sentOf(dead.db)
      await dead.close()
      return count
    }
    const outcome = await throughKills(start, noted, 1, telegram, readers)
    const after = await open()
    await expectAllWell(after.db, outcome)
    await after.close()
  } finally {
    await remove()
  }
})

const isServer = serverUrl() !== undefined
test.runIf(isServer)('two processes at once, killed in turn, reach everybody', { timeout: PATIENCE * 2 }, async () => {
  const { telegram, apiRoot, readers } = await telegramWithReaders(READERS)
  const { path, remove } = await emptyFolder()
  const name = 'dampingi_chaos'
  const admin = new Client({ connectionString: serverUrl() })
  await admin.connect()
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await admin.query(`CREATE DATABASE ${name}`)
  const db = await connectServer(databaseUrl(name))
  try {
    const rt = runtimeOn(db, path)
    await prepare(rt, [ADMIN])
    await scheduleFor(rt, readers)
    prepareTelegram(telegram, readers)
    const environment = {
      ...{ BOT_TOKEN: TOKEN, DATA_DIR: path, TELEGRAM_API_ROOT: apiRoot, ADMIN_IDS: String(ADMIN) },
      ...{ DATABASE_URL: databaseUrl(name), ENCRYPTION_KEY: randomBytes(32).toString('hex') },
      ...{ WEBHOOK_URL: 'http://127.0.0.1:9', WEBHOOK_SECRET: 'x'.repeat(16) },
    }
    const start = async () => run({ ...environment, PORT: await port() }, 'src/main.ts')
    await expectAllWell(db, await throughKills(start, () => sentOf(db), 2, telegram, readers))
  } finally {
    await db.close()
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await admin.end()
    await remove()
  }
})
