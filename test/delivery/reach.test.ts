import { outOfReach } from '../../src/people/store.ts'
import { sweepAll } from '../../src/workers.ts'
import { expect, test } from '../support/index.ts'
import { newsOf, post } from './post.ts'

// Whoever cannot be written to is left alone until they write, and then has what was kept for them.

test('whoever blocked the bot is not tried again until they are back, and then reads what waited', async ({
  world,
}) => {
  const { telegram, say, states, reader, sender, sends, settle } = await post(world)
  const { personId, does, reads } = await reader('Sari')
  const { rt, clock } = world
  does.blocks()
  telegram.takeUpdates()
  await say(personId, 'a')
  await sender.sendDue()
  expect(await states()).toEqual(['blocked'])
  expect(sends()).toBe(1)
  const since = clock.now()
  expect(await outOfReach(rt.db.reader, [personId])).toEqual([{ personId, since, why: 'blocked' }])

  await say(personId, 'b')
  await sweepAll(rt)
  await sender.sendDue()
  expect(await states()).toEqual(['blocked', 'blocked'])
  expect(sends()).toBe(1)

  does.unblocks()
  telegram.takeUpdates() // Telegram's word of it was lost; what they say is enough
  does.says('/menu')
  await settle()
  expect(await outOfReach(rt.db.reader, [personId])).toEqual([])
  expect(await rt.db.reader.account.findFirst()).toMatchObject({ blockedAt: null, blockedAs: null })
  await sweepAll(rt)
  await sender.sendDue()
  expect(await states()).toEqual(['sent', 'sent'])
  expect(reads().slice(-2)).toEqual(['Lanjutkan: a', 'Lanjutkan: b'])
})

test('a block that Telegram told of is noted at once, and its end too', async ({ world }) => {
  const { say, states, reader, sender, sends, settle } = await post(world)
  const { personId, does } = await reader('Sari')
  does.blocks()
  await settle()
  await say(personId, 'a')
  await sender.sendDue()
  expect(sends()).toBe(0)
  expect(await states()).toEqual(['blocked'])
  does.unblocks()
  await settle()
  await say(personId, 'b')
  await sweepAll(world.rt)
  await sender.sendDue()
  expect(await states()).toEqual(['sent', 'sent'])
})

test('an account that was deleted is noted as such, and others are written to', async ({ world }) => {
  const { say, states, reader, sender, sends } = await post(world)
  const [sari, yanti] = [await reader('Sari'), await reader('Yanti')]
  sari.does.deletesAccount()
  await say(sari.personId, 'a')
  await say(yanti.personId, 'b')
  await sender.sendDue()
  await sender.sendDue()
  expect(await states()).toEqual(['blocked', 'sent'])
  expect(sends()).toBe(2)
  expect(await outOfReach(world.rt.db.reader, [sari.personId, yanti.personId])).toMatchObject([
    { personId: sari.personId, why: 'deactivated' },
  ])
})

test('what waited for somebody and is not worth it any more is not sent when they are back', async ({ world }) => {
  const brief = newsOf({ kind: 'test-brief', worth: 3_600_000 })
  const { say, states, reader, sender, settle } = await post(world, [brief])
  const { personId, does } = await reader('Sari')
  does.blocks()
  await settle()
  await say(personId, 'a', brief)
  await say(personId, 'b')
  await sender.sendDue()
  world.clock.moveTo(new Date('2024-06-03T09:00:00+07:00'))
  does.unblocks()
  await settle()
  await sweepAll(world.rt)
  await sender.sendDue()
  expect(await states()).toEqual(['expired', 'sent'])
})

test('what waited for somebody who comes back at night is told in the morning', async ({ world }) => {
  const { say, states, reader, sender, settle, soon } = await post(world)
  const { personId, does, reads } = await reader('Sari')
  does.blocks()
  await settle()
  await say(personId, 'a')
  await sender.sendDue()
  world.clock.moveTo(new Date('2024-06-03T22:00:00+07:00'))
  does.unblocks()
  await settle()
  await sweepAll(world.rt)
  expect(await sender.sendDue()).toBe(0)
  expect(await states()).toEqual(['waiting'])
  world.clock.moveTo(new Date('2024-06-04T08:00:00+07:00'))
  await soon()
  expect(await sender.sendDue()).toBe(1)
  expect(reads().at(-1)).toBe('Lanjutkan: a')
})
