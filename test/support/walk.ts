import type { Update } from 'grammy/types'
import { requirementOf } from '../../src/dossier/catalogue.ts'
import { type ItemState, mayMove } from '../../src/dossier/item-states.ts'
import { catalogueOf } from '../../src/dossier/store.ts'
import { atWib, days, daysAfter, hours, later, localDate } from '../../src/platform/time.ts'
import type { PersonActions } from '../../src/simulator/model.ts'
import type { VirtualTelegram } from '../../src/simulator/virtual-telegram.ts'
import { type Chance, chance } from './chance.ts'
import { act, type Stage } from './deeds.ts'
import { brokenPromises } from './invariants.ts'
import type { TestPerson } from './person.ts'
import type { World } from './world.ts'

// A random walk: a small cast does anything that can be done in a chat, in any order, while the clock moves, the process
// dies and Telegram stumbles. After each step everybody has had an answer; every now and then every row has a reason.

/** Walks so many steps. Whatever goes wrong is told with the steps that led there. */
export async function walks(world: World, seed: number, steps: number): Promise<void> {
  const walk = await beginWalk(world, chance(seed))
  try {
    for (let step = 1; step <= steps; step++) {
      await takeStep(walk)
      if (step % 25 === 0 || step === steps) await expectReasons(walk)
    }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new Error(`seed ${seed}: ${said}\n\nThe last steps:\n${walk.trace.slice(-12).join('\n')}`, { cause: error })
  }
}

interface Walk extends Stage {
  world: World
  people: [weight: number, PersonActions][]
  /** Who did something last; mostly they go on. */
  acting: PersonActions
  /** Whoever blocked the bot. */
  blocked: Set<number>
  /** What happened, a step each. */
  trace: string[]
  /** In every other walk the process dies now and then. */
  isMortal: boolean
}

async function beginWalk(world: World, by: Chance): Promise<Walk> {
  if (!by.onceIn(4)) await world.openCycle()
  const darlis = await world.owner('Darlis')
  await darlis.registers('Usaha Darlis', 'Kota Payakumbuh', 'Makanan/minuman')
  const nurhayati = await world.owner('Nurhayati')
  await nurhayati.registers('Usaha Nurhayati', 'Tanah Datar', 'Kain tenun')
  const cast: [number, TestPerson][] = [
    [6, darlis],
    [3, nurhayati],
    [2, world.newcomer('Yanti')],
    [1, world.newcomer('Upik')],
    [4, await world.officer('Rina', ['13.76', '13.04'])],
    [1, await world.officer('Mega', [])],
    [1, await world.admin('Eva')],
  ]
  const people = cast.map(([weight, { id }]): [number, PersonActions] => [weight, world.telegram.person(id)])
  const stage: Stage = { telegram: world.telegram, by, seen: new Set(), odd: [] }
  return { ...stage, world, people, acting: by.weigh(people), blocked: new Set(), trace: [], isMortal: by.onceIn(2) }
}

type Call = ReturnType<VirtualTelegram['calls']>[number]

/** Somebody does something, or several at once; it is handled, whatever comes in between; everybody has had an answer. */
async function takeStep(walk: Walk): Promise<void> {
  const { world, by, telegram, blocked } = walk
  if (by.onceIn(40)) await timeGoes(walk)
  const before = { items: await itemStates(world), calls: telegram.calls().at(-1), log: world.logged.length }
  const mayMiss = new Set(blocked)
  if (by.onceIn(10)) telegram.faults.arm({ kind: 'duplicate' })
  const told: string[] = []
  for (
    let acts = by.weigh([
      [12, 1],
      [2, 2],
      [1, 4],
    ] as const);
    acts > 0;
    acts--
  )
    told.push(somebodyActs(walk))
  walk.trace.push(told.join(' + '))
  const updates = [...telegram.takeUpdates(), ...walk.odd.splice(0)]
  await handle(walk, updates)
  for (const id of blocked) mayMiss.add(id)
  const calls = telegram.calls()
  await expectQuiet(world, before.log)
  expectAnswers(updates, calls.slice(before.calls ? calls.indexOf(before.calls) + 1 : 0), mayMiss)
  if (updates.length === 1) await expectMoves(world, before.items)
}

function somebodyActs(walk: Walk): string {
  const { by, blocked, people } = walk
  if (by.onceIn(3)) walk.acting = by.weigh(people)
  const who = walk.acting
  if (blocked.delete(who.id)) {
    who.unblocks()
    return `${who.id} unblocks`
  }
  if (!by.onceIn(100)) return `${who.id} ${act(walk, who)}`
  who.blocks()
  blocked.add(who.id)
  return `${who.id} blocks`
}

/** Handles updates to the end, though the process may die once, Telegram may stumble, and updates may come again. */
async function handle(walk: Walk, updates: Update[]): Promise<void> {
  const { world, by, telegram } = walk
  const { fault, inbox } = world
  await inbox.receive(updates)
  if (walk.isMortal && by.onceIn(6)) {
    const dieAfter = by.below(24)
    walk.trace.push(`… the process dies after ${dieAfter}`)
    Object.assign(fault, { dieAfter, steps: 0, dead: false })
    await world.drainAndSend().catch(() => undefined)
    await inbox.stop() // whatever it was doing beside comes to its end too
    Object.assign(fault, { dieAfter: undefined, steps: 0, dead: false })
  } else if (by.onceIn(12)) {
    const stumble = by.pick([
      { kind: 'error', code: 502, times: 2 },
      { kind: 'cut', when: 'before' },
      { kind: 'cut', when: 'after' },
    ] as const)
    walk.trace.push(`… Telegram: ${stumble.kind}`)
    telegram.faults.arm(stumble)
    await world.settle()
    telegram.faults.disarm()
  }
  await world.forgetTries()
  await world.settle()
  if (by.onceIn(10)) await inbox.receive(updates)
  await world.settle()
  world.skim()
}

async function timeGoes({ world, by, trace }: Walk): Promise<void> {
  const now = world.clock.now()
  const morning = atWib(daysAfter(localDate(now), 1), '08:05')
  const time = by.pick([later(now, hours(1)), morning, later(now, days(8))])
  trace.push(`… it is ${time.toISOString()}`)
  await world.clockStrikes(time.toISOString())
  world.skim()
}

/** Each press was answered, each message brought one; files sent together are answered together. Nobody was told sorry. */
function expectAnswers(updates: readonly Update[], calls: readonly Call[], mayMiss: ReadonlySet<number>): void {
  const answered = new Set(calls.map(({ payload }) => payload.callback_query_id))
  const had = Map.groupBy(
    calls.filter(({ method }) => /^(send|edit)/.test(method)),
    ({ payload }) => payload.chat_id,
  )
  const sorry = calls.find(({ payload }) => /ada gangguan di pihak kami/.test(String(payload.text)))
  if (sorry) throw new Error('somebody was told sorry')
  const once = [...new Map(updates.map((update) => [update.update_id, update])).values()]
  for (const { callback_query: press } of once) {
    if (press && !mayMiss.has(press.from.id) && !answered.has(press.id))
      throw new Error(`press ${press.data} unanswered`)
  }
  const messages = once.flatMap(({ message, edited_message }) => message ?? edited_message ?? [])
  for (const [id, wrote] of Map.groupBy(messages, ({ chat }) => chat.id)) {
    const files = wrote.filter(({ photo, document }) => photo ?? document).length
    const wanted = wrote.length - files + Math.min(files, 1)
    const got = had.get(id)?.length ?? 0
    if (got < wanted && !mayMiss.has(id)) throw new Error(`${id} had ${got} answers to ${wrote.length} messages`)
  }
}

/** Ids, numbers and fixed words: a line of the log has no room for anything else. */
const LOG_LINE = new RegExp(
  [
    String.raw`^\{"level":\d+,"at":"[\d:.TZ-]+","door":"\w+","what":"[a-z_ -]+"(,"id":\d+)?(,"ms":\d+)?`,
    String.raw`(,"outcome":"(\d+ rows|try \d|[a-z ]+)")?(,"error":"[A-Za-z]+( \w+)?(( <)? src/[\w./:-]+)*")?(,"actor":\d+)?\}\n$`,
  ].join(''),
)

/** Nothing is left in the inbox, nothing failed, and the log tells of nobody. */
async function expectQuiet({ rt, logged }: World, from: number): Promise<void> {
  const left = await rt.db.sql('SELECT id FROM inbox WHERE done_at IS NULL OR payload IS NOT NULL')
  if (left.length > 0) throw new Error('an update is left in the inbox')
  for (const line of logged.slice(from)) {
    if (!LOG_LINE.test(line)) throw new Error(`the log says ${line}`)
    if (/"outcome":"(failed|given up)/.test(line)) throw new Error(`a failure: ${line}`)
  }
}

interface ItemRow {
  id: number
  requirement: string
  version: number
  state: ItemState
}
async function itemStates({ rt }: World): Promise<Map<number, ItemRow>> {
  const rows = await rt.db.sql<ItemRow>(`
    SELECT i.id, i.requirement_id AS requirement, d.catalogue_version AS version, i.state
    FROM item i JOIN dossier d ON d.id = i.dossier_id`)
  return new Map(rows.map((row) => [row.id, row]))
}

/** An update moves items only as the table of moves lets an owner or an officer. */
async function expectMoves(world: World, before: ReadonlyMap<number, ItemRow>): Promise<void> {
  for (const { id, requirement, version, state } of (await itemStates(world)).values()) {
    const was = before.get(id)?.state ?? state
    const about = requirementOf(await catalogueOf(world.rt.db.reader, version), requirement)
    const may = was === state || mayMove(was, state, 'owner', about) || mayMove(was, state, 'officer', about)
    if (!may) throw new Error(`${requirement} went from ${was} to ${state}`)
  }
}

async function expectReasons({ world, isMortal }: Walk): Promise<void> {
  const broken = await brokenPromises(world.rt, world.folder, isMortal)
  if (broken.length > 0) throw new Error(broken.join('\n'))
}
