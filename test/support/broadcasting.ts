import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { onTestFinished } from 'vitest'
import { submit } from '../../src/broadcast/sending-service.ts'
import { changeDraft, openDraft, setUrgent } from '../../src/broadcast/service.ts'
import { appointAdmins } from '../../src/people/service.ts'
import { identify } from '../../src/people/store.ts'
import { systemClock } from '../../src/platform/clock.ts'
import type { Runtime } from '../../src/runtime.ts'
import { botApi } from '../../src/simulator/http.ts'
import type { PersonActions } from '../../src/simulator/model.ts'
import { createVirtualTelegram, type VirtualTelegram } from '../../src/simulator/virtual-telegram.ts'

// A broadcast of a program in processes of its own, which die, to a Telegram at the end of a wire.

export const TOKEN = '5000:a-bot-that-dies-again-and-again'
export const ADMIN = 7_000_001
const FIRST_READER = 8_000_000
const WORDS = 'Selamat pagi'

/** Telegram with an admin and as many readers as wanted, served until the end of the test. */
export async function telegramWithReaders(count: number): Promise<{
  telegram: VirtualTelegram
  apiRoot: string
  readers: PersonActions[]
}> {
  const telegram = createVirtualTelegram({ token: TOKEN, clock: systemClock })
  const join = (id: number): PersonActions => {
    const person = telegram.addPerson({ id, firstName: 'Pembaca' })
    person.says('/start')
    return person
  }
  join(ADMIN)
  const readers = Array.from({ length: count }, (_, at) => join(FIRST_READER + at))
  telegram.takeUpdates()
  const server = serve({ fetch: botApi(telegram).fetch, hostname: '127.0.0.1', port: 0 }) as Server
  if (!server.listening) await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return { telegram, readers, apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/** The readers as the bot knows them, and a broadcast to all of them that waits for a process to begin it. */
export async function scheduleFor(rt: Runtime, readers: readonly PersonActions[]): Promise<void> {
  const now = rt.clock.now()
  await rt.db.sql(
    `WITH people AS (INSERT INTO person (name, created_at) SELECT 'Pembaca', $2 FROM generate_series(1, $1::int) RETURNING id),
     numbered AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM people),
     accounts AS (
       INSERT INTO account (telegram_id, person_id, first_seen_at, attached_at)
       SELECT $3::bigint + n - 1, id, $2, $2 FROM numbered),
     agreed AS (
       INSERT INTO consent (person_id, version, language, text_hash, telegram_id, given_at)
       SELECT id, 2, 'id', '', 1, $2 FROM numbered)
     INSERT INTO business (owner_id, name, created_at) SELECT id, 'Usaha', $2 FROM numbered`,
    [readers.length, now, FIRST_READER],
  )
  await appointAdmins(rt, [ADMIN])
  const [{ actor }] = await identify(rt.db, ADMIN, -1, now)
  if (!actor) throw new Error('no admin')
  const draft = await openDraft(rt, actor)
  if (!draft.ok) throw new Error(draft.reason)
  const { id } = draft.value
  await changeDraft(rt, actor, id, { words: WORDS })
  await setUrgent(rt, actor, id, 'it is tried at any hour') // of the machine's clock
  const { revision } = await rt.db.reader.broadcast.findUniqueOrThrow({ where: { id } })
  const outcome = await submit(rt, actor, id, revision)
  if (!outcome.ok) throw new Error(outcome.reason)
}

/** How many readers have the broadcast in their chat, and how often it stands there in all; kept as chats change. */
export function countCopies(telegram: VirtualTelegram, readers: readonly PersonActions[]) {
  const copies = new Map(readers.map(({ id }) => [id, 0]))
  telegram.onChange((id) => {
    if (copies.has(id)) copies.set(id, copiesIn(telegram, id))
  })
  return (): { reached: number; sum: number } => {
    const counts = [...copies.values()]
    return { reached: counts.filter((count) => count > 0).length, sum: counts.reduce((sum, count) => sum + count, 0) }
  }
}

const copiesIn = (telegram: VirtualTelegram, id: number): number =>
  telegram.chat(id).messages.filter(({ from, text }) => from === 'bot' && text === WORDS).length
