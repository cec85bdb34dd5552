import { moveBroadcasts } from '../../src/broadcast/running-service.ts'
import type { Runtime } from '../../src/runtime.ts'
import type { Row } from '../bench.ts'
import { openRuntime } from '../bots.ts'
import { broadcastTo, inviteReaders } from '../broadcasts.ts'
import { figureOf, median, ratios, short } from '../figure.ts'

const MANY = 1_000_000
const REGION = '13.01'

const subject = {
  id: 'broadcast-rows',
  what: 'making the rows of a broadcast: their rate ÷ that of an INSERT … SELECT by hand',
  unit: '×',
  target: { atLeast: 0.5 },
}

// What somebody would write who needs it once: whoever owns a business there, agreed, and can be reached.
const BY_HAND = `
  INSERT INTO broadcast_recipient (broadcast_id, person_id)
  SELECT DISTINCT $1::int, b.owner_id FROM business b
  JOIN consent c ON c.person_id = b.owner_id AND c.withdrawn_at IS NULL
  JOIN account a ON a.person_id = b.owner_id AND a.blocked_at IS NULL
  WHERE b.region_code = $2 AND b.merged_into_id IS NULL`

/** Both write the same rows into the same table, in turns; each time they are taken away again. */
export const broadcastRows: Row = async ({ server, quick }) => {
  const rt = await openRuntime(await server.freshDatabase('broadcast_rows'))
  const many = quick ? 100_000 : MANY
  await inviteReaders(rt, many, REGION)
  await rt.db.sql('ANALYZE')
  const ours: number[] = []
  const byHand: number[] = []
  let grown = 0
  for (let round = -1; round < (quick ? 3 : 5); round++) {
    const id = await broadcastTo(rt, REGION)
    const turns = [
      async () => {
        const before = process.memoryUsage().heapUsed
        const began = performance.now()
        await moveBroadcasts(rt) // begins what is due: writes the recipients
        const took = performance.now() - began
        grown = Math.max(grown, process.memoryUsage().heapUsed - before)
        if (round >= 0) ours.push(took)
        await takenAway(rt, many)
      },
      async () => {
        const began = performance.now()
        await rt.db.sql(BY_HAND, [id, REGION])
        if (round >= 0) byHand.push(performance.now() - began)
        await takenAway(rt, many)
      },
    ]
    for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn()
    await rt.db.sql(`UPDATE broadcast SET state = 'ended' WHERE id = $1`, [id])
  }
  await rt.db.close()
  const rate = (times: number[]): string => Math.round(many / (median(times) / 1000)).toLocaleString('en')
  const detail = `${many.toLocaleString('en')} recipients: ${rate(ours)} a second, with the reason worked out for everybody who is left out, against ${rate(byHand)} by hand (${short(median(ours) / 1000)} s and ${short(median(byHand) / 1000)} s). The heap grew by at most ${Math.max(0, Math.round(grown / 1_000_000))} MB.`
  return [figureOf(subject, ratios(byHand, ours), detail)]
}

async function takenAway({ db }: Runtime, expected: number): Promise<void> {
  const [row] = await db.sql<{ count: number }>('SELECT count(*) AS count FROM broadcast_recipient')
  if (row?.count !== expected) throw new Error(`${row?.count} recipients instead of ${expected}`)
  await db.sql('TRUNCATE broadcast_recipient')
}
