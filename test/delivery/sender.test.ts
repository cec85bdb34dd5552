import { z } from 'zod'
import { defineNotice, type Notice } from '../../src/delivery/notice.ts'
import { createSender } from '../../src/delivery/sender.ts'
import { notify, notifyEach } from '../../src/delivery/service.ts'
import type { PersonId } from '../../src/people/rules.ts'
import { chooseLanguage } from '../../src/people/service.ts'
import { identify } from '../../src/people/store.ts'
import { realMachine } from '../../src/platform/machine.ts'
import { noRates } from '../../src/platform/telegram/rates.ts'
import { createSendGate } from '../../src/platform/telegram/send-gate.ts'
import { later } from '../../src/platform/time.ts'
import type { Runtime } from '../../src/runtime.ts'
import { gate, until } from '../inbox/updates.ts'
import { cut, onWire, outage, refusal } from '../inbox/wire.ts'
import { handMachine } from '../support/hand-machine.ts'
import { expect, png, test } from '../support/index.ts'
import { gone, kinds, type News, news, newsOf, nightly, notices, post, urgent } from './post.ts'

/** The same runtime whose database fails where the test says so. */
const withSql = (rt: Runtime, before: (text: string) => void): Runtime => ({
  ...rt,
  db: {
    ...rt.db,
    sql: async (text, values) => {
      before(text)
      return rt.db.sql(text, values)
    },
  },
})
const away = () => Object.assign(new Error('away'), { code: 'ECONNRESET' })

test('a message is saved with the fact it tells, or not at all', async ({ world }) => {
  const { say, rows, reader } = await post(world)
  const { personId } = await reader('Sari')
  const { rt } = world
  const aborted = rt.db.transaction(async (tx) => {
    await notify(rt, tx, news, { to: personId, purpose: 'a', data: { text: 'a' } })
    throw new Error('no, after all')
  })
  await expect(aborted).rejects.toThrow('no, after all')
  expect(await rows()).toEqual([])
  await say(personId, 'b')
  expect(await rows()).toMatchObject([{ purpose: 'test-news:b', state: 'waiting', due_at: world.clock.now() }])
})

test('one purpose is one message, however often and by whomever it is saved', async ({ world }) => {
  const { say, rows, reader, sender, sends } = await post(world)
  const { personId } = await reader('Sari')
  await Promise.all([say(personId, 'a'), say(personId, 'a'), say(personId, 'b', news, 'test-news:a')])
  await sender.sendDue()
  await say(personId, 'a')
  await sender.sendDue()
  expect(await rows()).toMatchObject([{ state: 'sent' }])
  expect(sends()).toBe(1)
})

test('many readers are many rows, and each gets their own', async ({ world }) => {
  const { reader, sender, rows } = await post(world)
  const readers = await Promise.all(['Sari', 'Yanti', 'Upik'].map((name) => reader(name)))
  const list = readers.map(({ personId }, at) => ({ to: personId, at }))
  await world.rt.db.transaction((tx) =>
    notifyEach(world.rt, tx, news, list, ({ at }) => ({ purpose: `each:${at}`, data: { text: `nomor ${at}` } })),
  )
  expect(await sender.sendDue()).toBe(3)
  expect(readers.map(({ reads }) => reads())).toEqual([0, 1, 2].map((at) => [`Lanjutkan: nomor ${at}`]))
  expect((await rows()).map(({ settled_at }) => settled_at)).toEqual(Array(3).fill(world.clock.now()))
})

test('data that the notice does not know is refused when it is saved, not when it is sent', async ({ world }) => {
  const { reader, rows } = await post(world)
  const { personId } = await reader('Sari')
  const saved = world.rt.db.transaction((tx) =>
    notify(world.rt, tx, news, { to: personId, purpose: 'x', data: {} as News }),
  )
  await expect(saved).rejects.toThrow()
  expect(await rows()).toEqual([])
})

test('what happens in the evening is told at eight in the morning, unless it is wanted at once', async ({ world }) => {
  const { say, reader, sender } = await post(world)
  const { personId, reads } = await reader('Sari')
  world.clock.moveTo(new Date('2024-06-03T20:00:00+07:00'))
  await say(personId, 'besok')
  await say(personId, 'sekarang', nightly)
  await sender.sendDue()
  expect(reads()).toEqual(['Lanjutkan: sekarang'])
  world.clock.moveTo(new Date('2024-06-04T07:59:59+07:00'))
  expect(await sender.sendDue()).toBe(0)
  world.clock.moveTo(new Date('2024-06-04T08:00:00+07:00'))
  expect(await sender.sendDue()).toBe(1)
  expect(reads()).toEqual(['Lanjutkan: sekarang', 'Lanjutkan: besok'])
})

test('the words are in the language the reader has when it is sent', async ({ world }) => {
  const { say, reader, sender } = await post(world)
  const { personId, does, reads } = await reader('Sari')
  await say(personId, 'a')
  const [speaker] = await identify(world.rt.db, does.id, 0, world.clock.now())
  await chooseLanguage(world.rt, speaker, 'en')
  await sender.sendDue()
  expect(reads()).toEqual(['Continue: a'])
})

for (const [what, disturb] of [
  ['an outage of Telegram', outage],
  ['a cut connection', cut],
] as const) {
  test(`after ${what} a message is tried again, once, and others need not wait for it`, async ({ world }) => {
    const { wire, say, states, rows, soon, reader, sender } = await post(world)
    const [sari, yanti] = [await reader('Sari'), await reader('Yanti')]
    let failures = 1
    wire.disturb = () => (failures-- > 0 ? disturb() : undefined)
    await say(sari.personId, 'a')
    await say(yanti.personId, 'b')
    await sender.sendDue()
    expect((await states()).toSorted()).toEqual(['sent', 'waiting'])
    await sender.sendDue()
    expect((await states()).toSorted()).toEqual(['sent', 'waiting'])
    await soon()
    await sender.sendDue()
    expect(await states()).toEqual(['sent', 'sent'])
    expect((await rows()).map(({ tries }) => tries).toSorted()).toEqual([1, 2])
    expect([sari.reads(), yanti.reads()]).toEqual([['Lanjutkan: a'], ['Lanjutkan: b']])
  })
}

test('when Telegram asks for a pause, nobody is written to until it is over', async ({ world }) => {
  const machine = handMachine()
  const { wire, say, states, soon, reader, newSender, sends } = await post(world)
  const sender = newSender(noRates, machine)
  const readers = [await reader('Sari'), await reader('Yanti'), await reader('Upik')]
  wire.disturb = (method) => (method === 'sendMessage' ? refusal(429, 'Too Many Requests', 30) : undefined)
  for (const [at, { personId }] of readers.entries()) await say(personId, `nomor ${at}`)
  await sender.sendDue()
  wire.disturb = undefined
  const before = sends() // those that were under way when Telegram said so
  await machine.pass(29_000)
  await soon()
  await say(readers[0]?.personId ?? (0 as never), 'new in the pause')
  await sender.sendDue()
  expect(sends()).toBe(before)
  expect(await states()).toEqual(Array(4).fill('waiting'))
  await machine.pass(2_000)
  await sender.sendDue()
  expect(await states()).toEqual(Array(4).fill('sent'))
  expect(sends()).toBe(before + 4)
})

test('a message outlives any number of pauses Telegram asks for', async ({ world }) => {
  const machine = handMachine()
  const { wire, say, states, rows, soon, reader, newSender } = await post(world)
  const sender = newSender(noRates, machine)
  const { personId, reads } = await reader('Sari')
  await say(personId, 'a')
  wire.disturb = (method) => (method === 'sendMessage' ? refusal(429, 'Too Many Requests', 5) : undefined)
  for (let round = 1; round <= 12; round++) {
    await sender.sendDue()
    await machine.pass(6_000)
    await soon()
  }
  expect(await states()).toEqual(['waiting'])
  expect(await rows()).toMatchObject([{ tries: 12, uncertain: 0 }])
  wire.disturb = undefined
  await sender.sendDue()
  expect(reads()).toEqual(['Lanjutkan: a'])
})

test('a message outlives an hour without Telegram', async ({ world }) => {
  const { wire, say, states, soon, reader, sender } = await post(world)
  const { personId, reads } = await reader('Sari')
  await say(personId, 'a')
  wire.disturb = outage
  // As often as it is tried in an hour: after 2, 4, 8 … seconds, and at last every five minutes.
  for (let tries = 1; tries <= 18; tries++) {
    await sender.sendDue()
    await soon()
  }
  expect(await states()).toEqual(['waiting'])
  wire.disturb = undefined
  await sender.sendDue()
  expect(reads()).toEqual(['Lanjutkan: a'])
})

test('a message is not lost because the database was away while it was put into words', async ({ world }) => {
  let failures = 1
  const fragile = defineNotice({
    ...kinds,
    kind: 'test-fragile',
    data: z.object({ text: z.string() }),
    load: async (_, facts: News) => {
      if (failures-- > 0) throw away()
      return facts
    },
    render: (_, { text }) => ({ text }),
  })
  const wired = await onWire(world, [fragile] as unknown as Notice<never>[])
  const { personId, reads } = await wired.reader('Sari')
  await world.rt.db.transaction((tx) =>
    notify(world.rt, tx, fragile, { to: personId, purpose: 'a', data: { text: 'a' } }),
  )
  const sender = wired.newSender()
  await sender.sendDue().catch(() => undefined)
  await world.rt.db.sql('UPDATE delivery SET leased_until = NULL')
  await sender.sendDue()
  expect(reads()).toEqual(['a'])
})

test('a message whose fact is gone is not sent', async ({ world }) => {
  const { say, states, reader, sender, sends } = await post(world)
  const { personId } = await reader('Sari')
  await say(personId, 'a')
  await say(personId, 'b')
  gone.add('a')
  expect(await sender.sendDue()).toBe(2)
  expect(await states()).toEqual(['skipped', 'sent'])
  expect(sends()).toBe(1)
})

test('a message Telegram refuses, or of a kind nobody knows any more, holds up nothing else', async ({ world }) => {
  const { wire, say, states, reader, sender } = await post(world)
  const { personId, reads } = await reader('Sari')
  wire.disturb = (method) =>
    method === 'sendMessage' && reads().length === 0 ? refusal(400, "Bad Request: can't parse entities") : undefined
  await say(personId, 'a', urgent)
  await sender.sendDue()
  wire.disturb = undefined
  await say(personId, 'b', newsOf({ kind: 'test-of-yesterday' }))
  await say(personId, 'c')
  await sender.sendDue()
  expect(await states()).toEqual(['failed', 'failed', 'sent'])
  expect(reads()).toEqual(['Lanjutkan: c'])
  expect(world.logged.filter((line) => line.includes('"error":'))).toHaveLength(1)
})

test('what is more urgent goes first, whenever it was saved', async ({ world }) => {
  const { say, reader, sender } = await post(world)
  const { personId, reads } = await reader('Sari')
  for (let at = 1; at <= 12; at++) {
    await say(personId, `biasa ${at}`)
    await say(personId, `penting ${at}`, urgent)
  }
  await sender.sendDue()
  const urgentAt = reads().flatMap((text, at) => (text.includes('penting') ? [at] : []))
  expect(urgentAt).toEqual(Array.from({ length: 12 }, (_, at) => at))
})

test('two messages to one person come in the order in which they were due', async ({ world }) => {
  const { say, reader, sender } = await post(world)
  const { personId, reads } = await reader('Sari')
  for (let at = 1; at <= 15; at++) {
    await say(personId, `nomor ${at}`)
    world.clock.moveTo(new Date(world.clock.now().getTime() + 1_000))
  }
  await sender.sendDue()
  expect(reads()).toEqual(Array.from({ length: 15 }, (_, at) => `Lanjutkan: nomor ${at + 1}`))
})

test('two senders at once send nothing twice', async ({ world }) => {
  const { say, states, reader, newSender, sends } = await post(world)
  const readers = [await reader('Sari'), await reader('Yanti')]
  for (let at = 0; at < 50; at++) await say(readers[at % 2]?.personId ?? (0 as never), `nomor ${at}`)
  const settled = await Promise.all([newSender().sendDue(), newSender().sendDue(), newSender().sendDue()])
  expect(settled.reduce((sum, count) => sum + count)).toBe(50)
  expect(await states()).toEqual(Array(50).fill('sent'))
  expect(sends()).toBe(50)
  expect(new Set(readers.flatMap(({ reads }) => reads())).size).toBe(50)
})

test('a sender that Telegram kept waiting does not repeat what another has sent meanwhile', async ({ world }) => {
  const { wire, say, soon, reader, newSender } = await post(world)
  const { personId, reads } = await reader('Sari')
  for (let at = 0; at < 5; at++) await say(personId, `nomor ${at}`)
  const slow = gate()
  let held = 0
  wire.disturb = async (method) => {
    if (method === 'sendMessage' && held++ === 0) await slow.promise
    return undefined
  }
  const first = newSender().sendDue()
  await until(() => held === 1)
  await soon() // the minute for which the first one had taken them is over
  await newSender().sendDue()
  slow.open()
  await first
  // The message that was in flight may come twice; the others may not.
  expect(reads().length).toBeLessThanOrEqual(6)
  expect(new Set(reads()).size).toBe(5)
})

test('a process that dies before sending loses nothing, and repeats nothing', async ({ world }) => {
  const { api, say, states, soon, reader, sender } = await post(world)
  const { personId, reads } = await reader('Sari')
  await say(personId, 'a')
  const dying = withSql(world.rt, (text) => {
    if (text.includes('FROM account')) throw away()
  })
  const dead = createSender(dying, api, notices, createSendGate(realMachine, noRates))
  await dead.sendDue().catch(() => undefined)
  expect(await states()).toEqual(['waiting'])
  await soon()
  await sender.sendDue()
  expect(reads()).toEqual(['Lanjutkan: a'])
})

test('a process that dies after sending and before noting it sends once more, rather than not at all', async ({
  world,
}) => {
  const { api, say, states, soon, reader, sender } = await post(world)
  const { personId, reads } = await reader('Sari')
  await say(personId, 'a')
  const dying = withSql(world.rt, (text) => {
    if (text.includes('SET state')) throw away()
  })
  await expect(createSender(dying, api, notices, createSendGate(realMachine, noRates)).sendDue()).rejects.toThrow(
    'away',
  )
  expect(await states()).toEqual(['waiting'])
  expect(await sender.sendDue()).toBe(0)
  await soon()
  await sender.sendDue()
  expect(await states()).toEqual(['sent'])
  expect(reads()).toEqual(['Lanjutkan: a', 'Lanjutkan: a'])
})

test('a person without an account is nobody to write to', async ({ world }) => {
  const { say, states, sender, sends } = await post(world)
  await say(999_999 as PersonId, 'a')
  await sender.sendDue()
  expect(await states()).toEqual(['skipped'])
  expect(sends()).toBe(0)
})

test('a person with two phones is written to on the one they joined with last, or on the other if that one is closed', async ({
  world,
}) => {
  const { telegram, say, states, reader, sender } = await post(world)
  const [old, young] = [await reader('Sari'), await reader('Sari, ponsel baru')]
  const { personId } = old
  await world.rt.db.reader.account.update({
    where: { telegramId: young.does.id },
    data: { personId, attachedAt: later(world.clock.now(), 1) },
  })
  await say(personId, 'a')
  await sender.sendDue()
  expect([old.reads(), young.reads()]).toEqual([[], ['Lanjutkan: a']])
  young.does.blocks()
  telegram.takeUpdates()
  await say(personId, 'b')
  await sender.sendDue()
  expect(await states()).toEqual(['sent', 'sent'])
  expect(old.reads()).toEqual(['Lanjutkan: b'])
})

test('a picture and a document come with their words', async ({ world }) => {
  const pictured = (kind: 'photo' | 'document') =>
    defineNotice({
      kind: `test-${kind}`,
      data: z.object({ text: z.string() }),
      load: async (_, facts: News) => facts,
      render: (_, { text }) => ({ text, picture: { kind, bytes: png(), name: 'papan.png' }, protect: true }),
    })
  const both = [pictured('photo'), pictured('document')]
  const { reader, newSender, telegram } = await onWire(world, both as unknown as Notice<never>[])
  const { does, personId } = await reader('Sari')
  for (const notice of both) {
    await world.rt.db.transaction((tx) =>
      notify(world.rt, tx, notice, { to: personId, purpose: notice.kind, data: { text: notice.kind } }),
    )
  }
  expect(await newSender().sendDue()).toBe(2)
  const shown = telegram.chat(does.id).messages.filter(({ from }) => from === 'bot')
  expect(shown.toSorted((a, b) => a.text.localeCompare(b.text))).toMatchObject([
    { text: 'test-document', file: { kind: 'document' }, protected: true },
    { text: 'test-photo', file: { kind: 'photo' }, protected: true },
  ])
})

test('the log of what was sent has neither words nor names', async ({ world }) => {
  const { say, reader, sender } = await post(world)
  const { personId } = await reader('Zubaidah')
  await say(personId, 'rahasia dapur')
  await sender.sendDue()
  const lines = world.logged.filter((line) => line.includes('test-news'))
  expect(lines).toHaveLength(1)
  expect(lines.join()).toMatch(/"outcome":"sent"/)
  expect(world.logged.join()).not.toMatch(/rahasia|Zubaidah/)
})
