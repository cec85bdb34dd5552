import { writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Bench, Row } from './bench.ts'
import { asJson, type Figure } from './figure.ts'
import { openServer } from './postgres.ts'
import { answer } from './rows/answer.ts'
import { broadcastRows } from './rows/broadcast-rows.ts'
import { flat } from './rows/flat.ts'
import { lastSeat } from './rows/last-seat.ts'
import { press } from './rows/press.ts'
import { replyDuringBroadcast } from './rows/reply-during-broadcast.ts'
import { starts } from './rows/start.ts'
import { sweep } from './rows/sweep.ts'
import { usualWay } from './rows/usual-way.ts'
import { figuresPage, plainTable } from './table.ts'
import { openWire } from './wire.ts'

// `npm run bench`: measures, prints the table, and writes docs/figures.md and docs/figures.json. With `-- --quick` it
// only looks, and writes neither; with names of rows it measures only those, and writes neither.

const rows: Record<string, Row> = {
  press,
  answer,
  flat,
  'usual-way': usualWay,
  'last-seat': lastSeat,
  'broadcast-rows': broadcastRows,
  'reply-during-broadcast': replyDuringBroadcast,
  sweep,
  start: starts,
}

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, json: { type: 'string' } },
})

const say = (text: string): void => void process.stdout.write(`${text}\n`)

async function measure(bench: Bench): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [name, row] of Object.entries(rows)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const began = performance.now()
    figures.push(...(await row(bench)))
    say(`${name}: measured in ${Math.round((performance.now() - began) / 1000)} s`)
  }
  return figures
}

const asFile = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

function writeDocs(figures: readonly Figure[], postgres: string, load: number): void {
  const docs = join(import.meta.dirname, '../docs')
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  const page = figuresPage(figures, {
    day: new Date().toISOString().slice(0, 10),
    command: 'npm run bench',
    machine: `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${gigabytes} GB of memory`,
    node: process.versions.node,
    postgres,
    load: load.toFixed(1),
  })
  writeFileSync(join(docs, 'figures.md'), page)
  writeFileSync(join(docs, 'figures.json'), asFile(asJson(figures)))
}

/** What else the machine was doing. */
const [load = 0] = loadavg()
const unknown = wanted.filter((name) => !(name in rows))
if (unknown.length > 0) throw new Error(`there is no row ${unknown.join(', ')}, only: ${Object.keys(rows).join(', ')}`)
const server = await openServer()
const wire = await openWire()
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => void server.stop().finally(() => process.exit(1)))
try {
  const { quick, json } = options
  const figures = await measure({
    server,
    wire,
    quick,
    rounds: quick ? { warmUps: 2, measured: 3 } : { warmUps: 6, measured: 9 },
  })
  say(`\n${plainTable(figures)}\n\n${figures.map(({ id, detail }) => `${id}: ${detail}`).join('\n')}`)
  if (json) writeFileSync(json, asFile(asJson(figures)))
  if (!quick && wanted.length === 0) writeDocs(figures, server.version, load)
} finally {
  await wire.stop()
  await server.stop()
}
