import { setTimeout as sleep } from 'node:timers/promises'
import { openHome, openPapers } from '../../src/checklist/buttons.ts'
import { telegramRates } from '../../src/platform/telegram/rates.ts'
import type { Runtime } from '../../src/runtime.ts'
import { type Act, presses } from '../acts.ts'
import type { Row } from '../bench.ts'
import { serveDampingi } from '../bots.ts'
import { broadcastTo, inviteReaders } from '../broadcasts.ts'
import { figureOf, median, short } from '../figure.ts'
import { type Owner, openBenchCycle, registerOwners } from '../people.ts'

const EVERY = 200
const OWNERS = 40

const reply = {
  id: 'reply-during-broadcast',
  what: 'an answer while a broadcast runs, p95, beyond the same without one',
  unit: ' ms',
  target: { atMost: 200 },
}
const pace = {
  id: 'broadcast-pace',
  what: 'a broadcast to Telegram with its limits, of the pace it is to keep',
  unit: ' %',
  target: { atLeast: 98 },
}

/** Where the readers of a long broadcast live, and those of a short one. */
const MANY = '13.01'
const FEW = '13.02'

/** The owners look at their papers and go back, one after the other. */
const looks = (owners: readonly Owner[], count: number): Act[] =>
  Array.from({ length: count }, (_, at) => {
    const { chat } = owners[at % owners.length] as Owner
    const isBack = Math.floor(at / owners.length) % 2 === 1
    return isBack ? presses(chat, openHome.with({}), /Rendang/) : presses(chat, openPapers.with({}), /NIB/)
  })

const STATES = `
  SELECT b.state, count(v.id) FILTER (WHERE v.state = 'sent') AS sent,
    extract(epoch FROM max(v.settled_at) - min(v.settled_at))::float8 AS seconds
  FROM broadcast b LEFT JOIN delivery v ON v.broadcast_id = b.id WHERE b.id = $1 GROUP BY b.id`

interface Progress {
  state: string
  sent: number
  seconds: number
}

const progress = async ({ db }: Runtime, id: number): Promise<Progress> =>
  (await db.sql<Progress>(STATES, [id]))[0] ?? { state: 'none', sent: 0, seconds: 0 }

async function finished(rt: Runtime, id: number): Promise<Progress> {
  for (;;) {
    const now = await progress(rt, id)
    if (now.state === 'done') return now
    await sleep(200)
  }
}

const p95 = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN
}

/** Both are taken at the same time of real life: a broadcast cannot be hurried. */
export const replyDuringBroadcast: Row = async ({ server, wire, quick }) => {
  const dampingi = await serveDampingi(await server.freshDatabase('broadcast'), wire, telegramRates)
  const { rt, webhook } = dampingi
  await openBenchCycle(rt)
  const owners = await registerOwners(rt, OWNERS, 1000)
  const [acts, readers, rounds] = quick ? [50, 400, 1] : [150, 800, 3]
  await inviteReaders(rt, readers, MANY)
  await inviteReaders(rt, readers / 4, FEW)
  const answers = async (count: number) => {
    await wire.loadSteadily(webhook, looks(owners, count), EVERY)
    return wire.deliver()
  }
  await answers(OWNERS) // warms up
  const quiet: number[] = []
  const busy: number[] = []
  let floods = 0
  let sent = 0
  const paces: number[] = []
  for (let round = 0; round < rounds; round++) {
    quiet.push(p95((await answers(acts)).waits))
    const beside = await broadcastTo(rt, MANY)
    const during = await answers(acts)
    busy.push(p95(during.waits))
    if ((await progress(rt, beside)).state === 'done') throw new Error('the broadcast was over before the answers')
    sent += (await finished(rt, beside)).sent
    const alone = await finished(rt, await broadcastTo(rt, FEW))
    paces.push(((alone.sent - 1) / alone.seconds / telegramRates.shared.perSecond) * 100)
    sent += alone.sent
    floods = (await answers(1)).floods
  }
  await dampingi.stop()
  if (floods > 0) throw new Error(`${floods} calls were refused as a flood`)
  const detail = `${short(median(busy))} ms at the 95th percentile against ${short(median(quiet))} ms without a broadcast; ${sent} messages were sent meanwhile, and none was refused as a flood.`
  const about = `${readers / 4} messages with nothing beside them, of ${telegramRates.shared.perSecond} a second.`
  return [
    figureOf(
      reply,
      busy.map((value, round) => value - (quiet[round] ?? Number.NaN)),
      detail,
    ),
    figureOf(pace, paces, about),
  ]
}
