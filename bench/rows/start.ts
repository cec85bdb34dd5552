import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DEMO_TOKEN } from '../../src/config.ts'
import type { Bench, Row } from '../bench.ts'
import { figureOf, type Subject } from '../figure.ts'
import { freePort, startProgram } from '../program.ts'
import { openSimulated, type Simulated } from '../simulated.ts'

const start = (id: string, what: string, atMost: number): Subject => ({
  id,
  what: `start to the first answered update, ${what}`,
  unit: ' s',
  target: { atMost },
})
const idle = (id: string, what: string, atMost: number): Subject => ({
  id,
  what: `memory of the idle process, ${what}`,
  unit: ' MB',
  target: { atMost },
})

interface Start {
  seconds: number
  megabytes: number
}

/** Starts the bot for somebody who already wrote, waits for their answer, and then for the bot to come to rest. */
async function startOnce(
  simulated: Simulated,
  environment: Record<string, string>,
  restSeconds: number,
): Promise<Start> {
  const port = String(await freePort())
  const { answered } = await simulated.says('/start')
  const began = performance.now()
  const given = { BOT_TOKEN: DEMO_TOKEN, TELEGRAM_API_ROOT: simulated.apiRoot, PORT: port, ...environment }
  const program = startProgram('src/main.ts', given)
  try {
    await Promise.race([answered, program.failed])
    const seconds = (performance.now() - began) / 1000
    await sleep(restSeconds * 1000)
    return { seconds, megabytes: await program.residentMemory() }
  } finally {
    await program.stop()
  }
}

async function startOften(
  times: number,
  once: () => Promise<Start>,
): Promise<{ seconds: number[]; megabytes: number[] }> {
  const starts: Start[] = []
  while (starts.length < times) starts.push(await once())
  return { seconds: starts.map(({ seconds }) => seconds), megabytes: starts.map(({ megabytes }) => megabytes) }
}

/** Starts and memory, which come of the same processes. */
export const starts: Row = async ({ server, quick }: Bench) => {
  const [times, rest] = quick ? [1, 2] : [5, 6]
  const simulated = await openSimulated()
  const place = await mkdtemp(join(tmpdir(), 'dampingi-bench-start-'))
  const onServer = {
    DATABASE_URL: await server.freshDatabase('start'),
    ENCRYPTION_KEY: randomBytes(32).toString('hex'),
    DATA_DIR: join(place, 'server'),
  }
  try {
    await startOnce(simulated, onServer, 0) // applies the migrations, as the start after an update does
    const pg = await startOften(times, () => startOnce(simulated, onServer, rest))
    let count = 0
    const first = await startOften(times, () => startOnce(simulated, { DATA_DIR: join(place, `${count++}`) }, 0))
    const again = await startOften(times, () => startOnce(simulated, { DATA_DIR: join(place, '0') }, rest))
    const made = 'From the start of the process to the answer on the screen.'
    const rested = `${rest} seconds after the first answer.`
    return [
      figureOf(start('start-pg', 'PostgreSQL', 2), pg.seconds, `${made} The schema is up to date.`),
      figureOf(start('start-embedded', 'embedded', 3), again.seconds, made),
      figureOf(start('start-first', 'embedded, first time', 10), first.seconds, `${made} The folder is new.`),
      figureOf(idle('idle-pg', 'PostgreSQL', 220), pg.megabytes, rested),
      figureOf(idle('idle-embedded', 'embedded', 450), again.megabytes, rested),
    ]
  } finally {
    await simulated.stop()
    await rm(place, { recursive: true, force: true })
  }
}
