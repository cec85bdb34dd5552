import { setTimeout as sleep } from 'node:timers/promises'
import { openHome, openPapers } from '../../src/checklist/buttons.ts'
import { telegramRates } from '../../src/platform/telegram/rates.ts'
import type { Runtime } from '../../src/runtime.ts'
import { type Act, presses } from '../acts.ts'
import type { Row } from '../bench.ts'
import { serveDampingi } from '../bots.ts'
import { figureOf, median, short } from '../figure.ts'
import { type Owner, openBenchCycle, registerOwners } from '../people.ts'

const EVERY = 200
const OWNERS = 40
const READERS = 2_500
const FIRST_READER = 5_000_000

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

/** The owners look at their papers and go back, one after the other. */
const looks = (owners: readonly Owner[], count: number): Act[] =>
  Array.from({ length: count }, (_, at) => {
    const { chat } = owners[at % owners.length] as Owner
    const isBack = Math.floor(at / owners.length) % 2 === 1
    return isBack ? presses(chat, openHome.with({}), /Rendang/) : presses(chat, openPapers.with({}), /NIB/)
  })

/** People who once wrote, and a link that every message of the broadcast is about. */
async function invite({ db, clock }: Runtime, count: number): Promise<void> {
  await db.sql(
    `WITH made AS (INSERT INTO person (name, created_at) SELECT 'Pembaca', $2 FROM generate_series(1, $1) RETURNING id)
     INSERT INTO account (telegram_id, person_id, first_seen_at, attached_at)
     SELECT $3::bigint + id, id, $2, $2 FROM made`,
    [count, clock.now(), FIRST_READER],
  )
  await db.sql(
    `INSERT INTO access_link (person_id, made_by_id, kind, cause, token_hash, created_at, expires_at)
     SELECT min(person_id), min(person_id), 'account', 0, 'bench', $1::timestamptz, $1::timestamptz + interval '1 day' FROM account`,
    [clock.now()],
  )
}

let broadcasts = 0

/** Has something to tell to `count` people. */
async function broadcast({ db, clock }: Runtime, count: number): Promise<void> {
  await db.sql(
    `INSERT INTO delivery (kind, purpose, person_id, data, priority, due_at, created_at)
     SELECT 'account-link', 'bench:' || $1::int || ':' || person_id, person_id,
       jsonb_build_object('linkId', (SELECT min(id) FROM access_link)), -10, $2, $2
     FROM account WHERE telegram_id > $3::bigint ORDER BY person_id LIMIT $4`,
    [++broadcasts, clock.now(), FIRST_READER, count],
  )
}

const STATES = `
  SELECT count(*) FILTER (WHERE state = 'sent') AS sent, count(*) FILTER (WHERE state = 'waiting') AS waiting,
    extract(epoch FROM max(settled_at) - min(settled_at))::float8 AS seconds FROM delivery WHERE purpose LIKE $1`

const progress = async ({ db }: Runtime) => {
  const [row] = await db.sql<{ sent: number; waiting: number; seconds: number }>(STATES, [`bench:${broadcasts}:%`])
  return row ?? { sent: 0, waiting: 0, seconds: 0 }
}

async function finished(rt: Runtime): Promise<{ sent: number; seconds: number }> {
  for (;;) {
    const now = await progress(rt)
    if (now.waiting === 0) return now
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
  await invite(rt, READERS)
  const [acts, readers, rounds] = quick ? [50, 400, 1] : [150, 800, 3]
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
    await broadcast(rt, readers)
    const during = await answers(acts)
    busy.push(p95(during.waits))
    const { waiting } = await progress(rt)
    if (waiting === 0) throw new Error('the broadcast was over before the answers')
    sent += (await finished(rt)).sent
    await broadcast(rt, readers / 4)
    const alone = await finished(rt)
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
