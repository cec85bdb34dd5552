import { parseArgs } from 'node:util'
import { startVitest } from 'vitest/node'

// A long season: `npm run season -- --owners 500 --days 182 --seed 123`. It prints its seed, with which it comes out the same.

const { values } = parseArgs({
  options: {
    owners: { type: 'string', default: '500' },
    days: { type: 'string', default: '182' },
    seed: { type: 'string' },
  },
})
process.env.SEASON_OWNERS = values.owners
process.env.SEASON_DAYS = values.days
process.env.SEASON_SEED = values.seed ?? String(Math.floor(Math.random() * 1_000_000))
const vitest = await startVitest('test', ['test/season.test.ts'], { run: true, watch: false })
await vitest.close()
