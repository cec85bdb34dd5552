import { parseArgs } from 'node:util'
import { startVitest } from 'vitest/node'

// Deaths in the middle of a broadcast: `npm run chaos -- --readers 10000 --kills 20`. On the embedded database, and with
// two processes at once where TEST_DATABASE_URL names a server.

const { values } = parseArgs({
  options: { readers: { type: 'string', default: '10000' }, kills: { type: 'string', default: '20' } },
})
process.env.CHAOS_READERS = values.readers
process.env.CHAOS_KILLS = values.kills
const vitest = await startVitest('test', ['test/broadcast/kills.test.ts'], { run: true, watch: false })
await vitest.close()
