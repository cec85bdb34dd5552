import { claim, receive } from '../../src/inbox/store.ts'
import { sweepInbox } from '../../src/inbox/workers.ts'
import { expect, test } from '../support/index.ts'
import { said } from './updates.ts'

test('which updates were handled is forgotten after seven days; what still waits is kept', async ({ world }) => {
  const { rt, clock, inbox } = world
  await inbox.receive([said(1, 7, '/start')])
  await inbox.drain()
  clock.moveTo(new Date('2024-06-04T08:00:00+07:00'))
  await receive(rt.db, [said(2, 8, '/start')], clock.now())
  const left = () => rt.db.sql<{ update_id: number }>('SELECT update_id FROM inbox ORDER BY id')

  clock.moveTo(new Date('2024-06-10T08:00:00+07:00'))
  expect(await sweepInbox(rt)).toBe(0)
  expect(await left()).toHaveLength(2)
  clock.moveTo(new Date('2024-06-10T08:00:01+07:00'))
  expect(await sweepInbox(rt)).toBe(1)
  expect(await left()).toEqual([{ update_id: 2 }])
  expect(await sweepInbox(rt)).toBe(0)

  clock.moveTo(new Date('2024-09-01T08:00:00+07:00'))
  expect(await sweepInbox(rt)).toBe(0)
  expect(await claim(rt.db, 1)).toMatchObject([{ update: { update_id: 2 } }])
})
