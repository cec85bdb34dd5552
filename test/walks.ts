import { parseArgs } from 'node:util'
import { startVitest } from 'vitest/node'

// Long random walks: `npm run walks -- --minutes 5 --seed 123`. Each walk has a seed of its own, counted from the first.

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '5' }, seed: { type: 'string' } } })
process.env.WALK_MINUTES = values.minutes
process.env.WALK_SEED = values.seed ?? String(Math.floor(Math.random() * 1_000_000))
const vitest = await startVitest('test', ['test/random-walks.test.ts'], { run: true, watch: false })
await vitest.close()
