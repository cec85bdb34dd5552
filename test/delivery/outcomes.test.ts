import { sweepAll } from '../../src/workers.ts'
import { cut, outage, refusal } from '../inbox/wire.ts'
import { expect, test } from '../support/index.ts'
import { newsOf, nightly, post } from './post.ts'

// What becomes of a message that does not go through: by the class of the failure, and by the clock.

const toPeople = (disturb: () => Response | never) => (method: string) =>
  method === 'sendMessage' ? disturb() : undefined

/** What node-fetch says when nobody listens: nothing went out. */
const refusedConnection = (): never => {
  throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
}

for (const [what, disturb] of [
  ['failed at Telegram', outage],
  ['broke off', cut],
] as const) {
  test(`a message that ${what} again and again, although Telegram is there, is given up and noted as uncertain`, async ({
    world,
  }) => {
    const { wire, say, rows, soon, reader, sender, sends } = await post(world)
    const { personId } = await reader('Sari')
    wire.disturb = toPeople(disturb)
    await say(personId, 'a')
    for (let tries = 1; tries <= 6; tries++) {
      await sender.sendDue()
      await soon()
    }
    expect(await rows()).toMatchObject([{ state: 'failed', failure: 'uncertain', tries: 4 }])
    expect(sends()).toBe(4)
    wire.disturb = undefined
    await say(personId, 'b')
    await sender.sendDue()
    expect((await rows())[1]).toMatchObject({ state: 'sent' })
  })
}

test('a message that arrived without word of it comes four times at most', async ({ world }) => {
  const { telegram, say, rows, soon, reader, sender } = await post(world)
  const { personId, reads } = await reader('Sari')
  telegram.faults.arm({ kind: 'cut', when: 'after', method: 'sendMessage', times: 9 })
  await say(personId, 'a')
  for (let tries = 1; tries <= 9; tries++) {
    await sender.sendDue()
    await soon()
  }
  expect(reads()).toHaveLength(4)
  expect(await rows()).toMatchObject([{ state: 'failed', failure: 'uncertain' }])
})

test('while Telegram is away no message is tried at all, and none is given up', async ({ world }) => {
  const { wire, say, rows, soon, reader, sender, sends } = await post(world)
  const [sari, yanti] = [await reader('Sari'), await reader('Yanti')]
  wire.disturb = outage
  await say(sari.personId, 'a')
  await sender.sendDue()
  await say(yanti.personId, 'b')
  for (let minute = 0; minute < 60; minute++) {
    await sender.sendDue()
    await soon()
  }
  expect(sends()).toBe(1)
  expect(await rows()).toMatchObject([{ uncertain: 1 }, { uncertain: 0, tries: 0 }])
  wire.disturb = undefined
  await sender.sendDue()
  expect([sari.reads(), yanti.reads()]).toEqual([['Lanjutkan: a'], ['Lanjutkan: b']])
})

test('what never went out is tried until it is not worth it any more, however often', async ({ world }) => {
  const brief = newsOf({ kind: 'test-brief', worth: 3_600_000 })
  const { wire, say, rows, soon, reader, sender } = await post(world, [brief])
  const { personId } = await reader('Sari')
  wire.disturb = toPeople(refusedConnection)
  await say(personId, 'a', brief)
  await say(personId, 'b')
  for (let tries = 1; tries <= 20; tries++) {
    await sender.sendDue()
    await soon()
  }
  expect(await rows()).toMatchObject([{ state: 'waiting', uncertain: 0, tries: 20 }, { state: 'waiting' }])
  world.clock.moveTo(new Date('2024-06-03T09:00:00+07:00'))
  wire.disturb = undefined
  await sender.sendDue()
  expect(await rows()).toMatchObject([{ state: 'expired' }, { state: 'sent' }])
})

test('a refused message, one that cannot be made and one nobody knows say why they failed', async ({ world }) => {
  const broken = newsOf({ kind: 'test-broken' })
  const unmakeable = { ...broken, compose: async () => Promise.reject(new Error('a bug')) }
  const { wire, say, rows, reader, sender } = await post(world, [unmakeable])
  const { personId } = await reader('Sari')
  wire.disturb = toPeople(() => refusal(400, "Bad Request: can't parse entities"))
  await say(personId, 'a')
  await say(personId, 'b', unmakeable)
  await say(personId, 'c', newsOf({ kind: 'test-of-yesterday' }))
  await sender.sendDue()
  expect((await rows()).map(({ failure }) => failure)).toEqual(['refused', 'broken', 'unknown-kind'])
})

test('a message is worth being sent until a time that its data tells', async ({ world }) => {
  const eightish = new Date('2024-06-03T08:30:00+07:00')
  const reminder = newsOf({ kind: 'test-reminder', worth: () => eightish })
  const { say, states, reader, sender } = await post(world, [reminder])
  const { personId } = await reader('Sari')
  await say(personId, 'a', reminder)
  await sender.sendDue()
  await say(personId, 'b', reminder)
  world.clock.moveTo(eightish)
  await sweepAll(world.rt)
  expect(await states()).toEqual(['sent', 'expired'])
})

test('what is not worth telling in the morning is not told at all', async ({ world }) => {
  const brief = newsOf({ kind: 'test-brief', worth: 3_600_000 })
  const { say, states, reader, sender } = await post(world, [brief])
  const { personId } = await reader('Sari')
  world.clock.moveTo(new Date('2024-06-03T20:30:00+07:00'))
  await say(personId, 'a', brief)
  world.clock.moveTo(new Date('2024-06-04T08:00:00+07:00'))
  await sender.sendDue()
  expect(await states()).toEqual(['expired'])
})

test('what was held up until the evening waits for the morning, unless it is urgent', async ({ world }) => {
  const { wire, say, states, soon, reader, sender } = await post(world)
  const { personId } = await reader('Sari')
  wire.disturb = outage
  await say(personId, 'a')
  await say((await reader('Yanti')).personId, 'b', nightly)
  await sender.sendDue()
  world.clock.moveTo(new Date('2024-06-03T20:00:00+07:00'))
  wire.disturb = undefined
  await soon()
  await sender.sendDue()
  expect(await states()).toEqual(['waiting', 'sent'])
  world.clock.moveTo(new Date('2024-06-04T08:00:00+07:00'))
  await sender.sendDue()
  expect(await states()).toEqual(['sent', 'sent'])
})
