import type { HelpMessageId, Said, ThreadId } from '../../src/helpline/rules.ts'
import * as service from '../../src/helpline/service.ts'
import type { Actor } from '../../src/people/rules.ts'
import { identify } from '../../src/people/store.ts'
import { expect, test, type World } from '../support/index.ts'
import type { TestPerson } from '../support/person.ts'

let cause = 900_000
/** Somebody as an update of theirs would make them act; each call is another update. */
async function actorOf({ rt }: World, person: TestPerson): Promise<Actor> {
  const [{ actor }] = await identify(rt.db, person.id, cause++, rt.clock.now())
  if (!actor) throw new Error('nobody')
  return actor
}
let place = 50_000
const at = (person: TestPerson) => ({ chatId: person.id, messageId: place++ })
const text = (words: string): Said => ({ kind: 'text', text: words })

async function asked(world: World) {
  await world.openCycle()
  const rina = await world.officer('Rina', ['13.76'])
  const yanti = await world.owner('Yanti')
  await yanti.registers('Rendang Yanti', 'Kota Payakumbuh', 'Makanan/minuman')
  const owner = await actorOf(world, yanti)
  const id = await service.noteQuestion(world.rt, owner, text('Boleh?'), 'none', at(yanti))
  const outcome = await service.sendQuestion(world.rt, await actorOf(world, yanti), id, undefined)
  if (!outcome.ok) throw new Error(outcome.reason)
  return { rina, yanti, owner, id, thread: outcome.value.threadId }
}
const counts = async ({ rt }: World) => ({
  threads: await rt.db.reader.helpThread.count(),
  messages: await rt.db.reader.helpMessage.count(),
  told: await rt.db.reader.delivery.count({ where: { kind: { startsWith: 'help-' } } }),
})

test('the same update notes one question, sends it once and answers it once', async ({ world }) => {
  const { rt } = world
  const { rina, yanti, owner, id, thread } = await asked(world)
  expect(await service.noteQuestion(rt, owner, text('Boleh?'), 'none', at(yanti))).toBe(id)
  const penyuluh = await actorOf(world, rina)
  for (let again = 0; again < 2; again++) {
    expect(await service.sendQuestion(rt, owner, id, undefined)).toMatchObject({
      ok: true,
      value: { threadId: thread },
    })
    expect(await service.reply(rt, penyuluh, thread, text('Boleh.'), at(rina))).toMatchObject({ ok: true })
  }
  expect(await counts(world)).toEqual({ threads: 1, messages: 2, told: 2 })
  await world.settle()
  world.skim()
})

test('two presses at the same moment send one question', async ({ world }) => {
  const { rt } = world
  const { yanti } = await asked(world)
  const id = await service.noteQuestion(rt, await actorOf(world, yanti), text('Dan ini?'), 'none', at(yanti))
  const actors = await Promise.all([actorOf(world, yanti), actorOf(world, yanti)])
  await Promise.all(actors.map((actor) => service.sendQuestion(rt, actor, id, undefined)))
  expect(await counts(world)).toEqual({ threads: 1, messages: 2, told: 2 })
  await world.settle()
  world.skim()
})

test('a second question about the same joins the one that waits; after an answer it is a thread of its own', async ({
  world,
}) => {
  const { rt } = world
  const { rina, yanti, thread } = await asked(world)
  const send = async (words: string): Promise<ThreadId | undefined> => {
    const id = await service.noteQuestion(rt, await actorOf(world, yanti), text(words), 'none', at(yanti))
    const outcome = await service.sendQuestion(rt, await actorOf(world, yanti), id, undefined)
    return outcome.ok ? outcome.value.threadId : undefined
  }
  expect(await send('Satu lagi')).toBe(thread)
  await service.reply(rt, await actorOf(world, rina), thread, text('Boleh.'), at(rina))
  expect(await send('Hal lain')).not.toBe(thread)
  await world.settle()
  world.skim()
})

test('nobody but the asker and their officers has a say', async ({ world }) => {
  const { rt } = world
  const { id, thread } = await asked(world)
  const budi = await world.officer('Budi', ['13.71'])
  const sari = await world.owner('Sari')
  const head = await world.admin('Eva')
  const refused = { ok: false, reason: 'not-yours' }
  for (const person of [budi, sari, head]) {
    const actor = await actorOf(world, person)
    expect(await service.reply(rt, actor, thread, text('Saya'), at(person))).toEqual(refused)
    expect(await service.closeThread(rt, actor, thread)).toEqual(refused)
    expect(await service.openThread(rt, actor, thread)).toEqual(refused)
    expect(await service.sendQuestion(rt, actor, id, undefined)).toEqual(refused)
    expect(await service.notedQuestion(rt, actor, id)).toBeUndefined()
  }
  expect(await service.sendQuestion(rt, await actorOf(world, sari), 99_999 as HelpMessageId, undefined)).toEqual({
    ok: false,
    reason: 'gone',
  })
  expect(await counts(world)).toEqual({ threads: 1, messages: 1, told: 1 })
  await world.settle()
  world.skim()
})

test('who withdrew is not answered, and their question is on nobody’s list', async ({ world }) => {
  const { rt } = world
  const { rina, thread } = await asked(world)
  const penyuluh = () => actorOf(world, rina)
  expect(await service.openThreads(rt, await penyuluh(), 0)).toMatchObject({ value: { total: 1 } })
  await rt.db.reader.consent.updateMany({ data: { withdrawnAt: rt.clock.now() } })
  expect(await service.openThreads(rt, await penyuluh(), 0)).toMatchObject({ value: { total: 0 } })
  expect(await service.reply(rt, await penyuluh(), thread, text('Boleh.'), at(rina))).toMatchObject({ ok: false })
  await world.settle()
  world.skim()
})
