import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { UserFromGetMe } from 'grammy/types'
import { test as base, expect } from 'vitest'
import { openCycle } from '../../src/admin/service.ts'
import { alertReasons, proposed } from '../../src/alerts/rules.ts'
import { prepare } from '../../src/app.ts'
import { openDesk } from '../../src/booking/desk-service.ts'
import type { DayPlan } from '../../src/booking/layout.ts'
import type { DeskId } from '../../src/booking/rules.ts'
import { createBot } from '../../src/bot.ts'
import { showProgress } from '../../src/broadcast/progress.ts'
import { sweepBroadcasts } from '../../src/broadcast/workers.ts'
import { createSender } from '../../src/delivery/sender.ts'
import { createInbox, type Handle, type Inbox } from '../../src/inbox/service.ts'
import { type Role, regionCode } from '../../src/people/rules.ts'
import { appointAdmins, giveConsent } from '../../src/people/service.ts'
import { identify, saveGrant } from '../../src/people/store.ts'
import { type MovableClock, movableClock } from '../../src/platform/clock.ts'
import { openFolder } from '../../src/platform/files.ts'
import { createLog } from '../../src/platform/log.ts'
import { realMachine } from '../../src/platform/machine.ts'
import { createApi, type TelegramClient } from '../../src/platform/telegram/client.ts'
import { noRates } from '../../src/platform/telegram/rates.ts'
import { createSendGate } from '../../src/platform/telegram/send-gate.ts'
import { localDay } from '../../src/platform/time.ts'
import type { Runtime } from '../../src/runtime.ts'
import { createVirtualTelegram, type VirtualTelegram } from '../../src/simulator/virtual-telegram.ts'
import { notices, sweepAll } from '../../src/workers.ts'
import { testDatabase } from './database.ts'
import { type Fault, faultyDatabase, faultyFetch, noFault } from './faults.ts'
import { TestPerson } from './person.ts'

const TOKEN = '1000:test-token-of-the-tests-only'
const NOWHERE = { venue: undefined, point: undefined }
const MONDAY = '2024-06-03T08:00:00+07:00'

const folders = mkdtempSync(join(tmpdir(), 'dampingi-test-'))

/** The whole system: the real bot and database, a clock that stands still, and Telegram in memory. */
export interface World {
  rt: Runtime
  telegram: VirtualTelegram
  clock: MovableClock
  inbox: Inbox
  fault: Fault
  /** Where the papers lie. */
  folder: string
  /** Everything the process logged, a JSON line each. */
  logged: string[]
  /** Hands over what people did, handles it, and sends what came of it, until all is quiet. */
  settle(): Promise<void>
  clockStrikes(time: string): Promise<void>
  /** One life of the process: handles what is stored, sends what is due. */
  drainAndSend(): Promise<void>
  /** Makes the dead process's leases end now, and its tries not count. */
  forgetTries(): Promise<void>
  /** Several people press at the same moment, and their presses are handled side by side. */
  atOnce(...presses: [person: TestPerson, label: string][]): Promise<void>
  /** Everybody reads what came, for tests that are about something else. */
  skim(): void
  newcomer(name: string): TestPerson
  /** Somebody who has agreed and said their name; the rest of the registration is left to the test. */
  owner(name: string): Promise<TestPerson>
  /** An owner with a business that makes rendang, admitted to the cycle. */
  participant(name: string, region?: string): Promise<TestPerson>
  officer(name: string, regions: string[]): Promise<TestPerson>
  admin(name: string): Promise<TestPerson>
  head(name: string): Promise<TestPerson>
  openCycle(): Promise<void>
  /** A desk of one day, with a single table unless the test says otherwise. */
  desk(title: string, day?: Partial<DayPlan>, zone?: string): Promise<DeskId>
  /** Nobody is told of what is stuck, nor reminded: for tests that are about something else and take days. */
  quiet(): Promise<void>
  /** Admits every business there is. */
  admitAll(): Promise<void>
}

export const test = base.extend<{ world: World }>({
  world: async ({ task: _ }, use) => {
    const world = await makeWorld()
    await use(world)
    for (const person of people.get(world) ?? []) person.hasReadEverything()
  },
})

const people = new WeakMap<World, TestPerson[]>()

/**
 * A world of its own, for whoever needs more than the one of their test. `keptMessages` is how many messages of each chat
 * are remembered, for runs of very many; all of them when not said.
 */
export async function makeWorld({ keptMessages }: { keptMessages?: number } = {}): Promise<World> {
  const { db: real, clear } = await testDatabase()
  await clear()
  const clock = movableClock(new Date(MONDAY))
  const folder = mkdtempSync(join(folders, 'papers-'))
  const fault = noFault()
  const db = faultyDatabase(real, fault)
  const logged: string[] = []
  const log = createLog('debug', { write: (line) => void logged.push(line) })
  const rt: Runtime = { db, clock, log, files: openFolder(folder, randomBytes(32)) }
  const telegram = createVirtualTelegram({
    token: TOKEN,
    clock,
    username: 'dampingi_test_bot',
    ...(keptMessages && { keptMessages }),
  })
  const client: TelegramClient = { token: TOKEN, apiRoot: undefined, fetch: faultyFetch(telegram.fetch, fault) }
  const api = createApi(client)
  await prepare(rt, [])
  const me = await api.getMe()
  const world = assemble({ rt, telegram, clock, fault, folder, logged, client, me })
  people.set(world, [])
  return world
}

interface Parts {
  rt: Runtime
  telegram: VirtualTelegram
  clock: MovableClock
  fault: Fault
  folder: string
  logged: string[]
  client: TelegramClient
  me: UserFromGetMe
}

function assemble({ rt, telegram, clock, fault, folder, logged, client, me }: Parts): World {
  // The bot is made anew for every update: whatever it would keep in memory is lost, and a test says so.
  const handle: Handle = (update) => createBot(rt, client, me).handle(update)
  const giveUp: Handle = (update) => createBot(rt, client, me).giveUp(update)
  const inbox = createInbox(rt, { handle, giveUp, retryDelay: () => -1_000 })
  const sender = createSender(rt, createApi(client), notices, createSendGate(realMachine, noRates))
  let cause = -1
  const changed = new Set<number>()
  telegram.onChange((id) => changed.add(id))

  const world: World = {
    rt,
    telegram,
    clock,
    inbox,
    fault,
    folder,
    logged,
    async settle() {
      for (;;) {
        const updates = telegram.takeUpdates()
        await inbox.receive(updates)
        await inbox.drain()
        const moved = await sweepBroadcasts(rt)
        const sent = await sender.sendDue()
        if (updates.length === 0 && sent === 0 && moved === 0) break
      }
      for (const person of people.get(world) ?? []) if (changed.delete(person.id)) person.looks()
    },
    async drainAndSend() {
      await inbox.drain()
      await sender.sendDue()
    },
    async forgetTries() {
      await rt.db.sql('UPDATE inbox SET tries = 0, leased_until = NULL WHERE done_at IS NULL')
      await rt.db.sql(`UPDATE delivery SET tries = 0, leased_until = NULL WHERE state = 'waiting'`)
    },
    async clockStrikes(time) {
      clock.moveTo(new Date(time))
      await sweepAll(rt)
      await world.settle()
      await showProgress(rt, createApi(client))
      for (const person of people.get(world) ?? []) person.looks()
    },
    async atOnce(...presses) {
      for (const [person, label] of presses) person.pressesUnhandled(label)
      await world.settle()
    },
    skim() {
      for (const person of people.get(world) ?? []) person.skims()
    },
    newcomer(name) {
      const person = new TestPerson(world, telegram.addPerson({ firstName: name }), name)
      people.get(world)?.push(person)
      return person
    },
    async owner(name) {
      const person = world.newcomer(name)
      const [speaker] = await identify(rt.db, person.id, cause--, clock.now())
      const actor = await giveConsent(rt, speaker, 'text', cause--)
      await rt.db.reader.person.update({ where: { id: actor.personId }, data: { name } })
      person.startsChat()
      return person
    },
    async participant(name, region = 'Kota Payakumbuh') {
      const owner = await world.owner(name)
      await owner.registers(`Rendang ${name}`, region, 'Makanan/minuman')
      await world.admitAll()
      return owner
    },
    officer: (name, regions) => employ(world, name, 'officer', regions),
    head: (name) => employ(world, name, 'head', []),
    async admin(name) {
      const person = world.newcomer(name)
      await appointAdmins(rt, [person.id])
      const [{ actor }] = await identify(rt.db, person.id, cause--, clock.now())
      await rt.db.reader.person.update({ where: { id: actor?.personId ?? 0 }, data: { name } })
      person.startsChat()
      return person
    },
    async desk(title, day = {}, zone = 'payakumbuh') {
      const head = await employ(world, `Admin ${title}`, 'admin', [])
      const [{ actor }] = await identify(rt.db, head.id, cause--, clock.now())
      if (!actor) throw new Error('no admin')
      const plan = {
        day: localDay().parse('2024-06-10'),
        ...{ opens: '08:00', closes: '12:00', slotMinutes: 30, tables: 1, walkInShare: 0 },
        ...day,
      }
      const outcome = await openDesk(rt, { ...actor, cause: cause-- }, { ...NOWHERE, title, zone, days: [plan] })
      if (!outcome.ok) throw new Error(outcome.reason)
      return outcome.value
    },
    async quiet() {
      const off = alertReasons.map((reason) => [reason, { ...proposed.reasons[reason], on: false }])
      const body = { ...proposed, reasons: Object.fromEntries(off), nudges: [] }
      await rt.db.reader.alertRules.create({ data: { body, madeAt: clock.now() } })
    },
    admitAll: async () => void (await rt.db.sql(`UPDATE dossier SET standing = 'nominated'`)),
    async openCycle() {
      const head = await employ(world, 'Kepala', 'admin', [])
      const [{ actor }] = await identify(rt.db, head.id, cause--, clock.now())
      if (!actor) throw new Error('no admin')
      const plan = {
        ownerDeadline: localDay().parse('2024-06-21'),
        portalDeadline: localDay().parse('2024-06-30'),
        fieldVisitUntil: localDay().parse('2024-10-05'),
      }
      expect(await openCycle(rt, actor, plan)).toMatchObject({ ok: true })
    },
  }
  return world
}

async function employ(world: World, name: string, role: Role, regions: string[]): Promise<TestPerson> {
  const { rt, clock } = world
  const person = world.newcomer(name)
  const now = clock.now()
  await rt.db.transaction(async (tx) => {
    const { id: personId } = await tx.person.create({ data: { name, createdAt: now } })
    await tx.account.create({ data: { telegramId: person.id, personId, attachedAt: now, firstSeenAt: now } })
    const codes = regions.map((code) => regionCode().parse(code))
    await saveGrant(tx, { personId: personId as never, role, regions: codes, source: 'invitation', now })
  })
  person.startsChat()
  return person
}

export { expect }
