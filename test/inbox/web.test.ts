import type { Inbox } from '../../src/inbox/service.ts'
import { createInbox } from '../../src/inbox/service.ts'
import { webhook } from '../../src/inbox/web.ts'
import { createWeb } from '../../src/web.ts'
import { expect, test, type World } from '../support/index.ts'
import { said } from './updates.ts'

const secret = 'a-secret_of_the_house'

const inboxOf = ({ rt }: World): Inbox =>
  createInbox(rt, { handle: async () => undefined, giveUp: async () => undefined })

function doorOf(world: World, inbox: Inbox = inboxOf(world)) {
  const app = webhook(world.rt, inbox, secret)
  const post = (body: unknown, given: string | undefined = secret) =>
    app.request('/telegram', {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        ...(given === undefined ? {} : { 'X-Telegram-Bot-Api-Secret-Token': given }),
      },
    })
  return { app, post }
}

const stored = ({ rt }: World) => rt.db.sql<{ update_id: number }>('SELECT update_id FROM inbox ORDER BY id')

test('an update with the right secret is stored before Telegram is told so', async ({ world }) => {
  const { post } = doorOf(world)
  expect((await post(said(1, 7))).status).toBe(200)
  expect(await stored(world)).toEqual([{ update_id: 1 }])
  expect((await post(said(1, 7))).status).toBe(200)
  expect(await stored(world)).toHaveLength(1)
})

test('what the answer to the webhook says is empty, so that nothing is carried out twice', async ({ world }) => {
  expect(await (await doorOf(world).post(said(1, 7))).text()).toBe('')
})

test('a wrong secret, or none, is turned away and leaves nothing', async ({ world }) => {
  const { app, post } = doorOf(world)
  for (const given of ['', 'x', secret.slice(1), `${secret}x`, secret.toUpperCase(), 'x'.repeat(secret.length)]) {
    expect((await post(said(1, 7), given)).status, given).toBe(401)
  }
  const none = await app.request('/telegram', { method: 'POST', body: JSON.stringify(said(1, 7)) })
  expect(none.status).toBe(401)
  expect(await stored(world)).toEqual([])
})

test('junk is refused, and leaves nothing', async ({ world }) => {
  const { post } = doorOf(world)
  const junk = ['', '{', 'null', '[]', '"update"', '7', {}, { update_id: 'x' }, { update_id: 1.5 }, { update_id: null }]
  for (const body of junk) expect((await post(body)).status, JSON.stringify(body)).toBe(400)
  expect(await stored(world)).toEqual([])
})

test('a kind of update nobody knows yet is taken, and answered by nothing', async ({ world }) => {
  expect((await doorOf(world).post({ update_id: 5, something_new: { in: 'Telegram' } })).status).toBe(200)
  expect(await stored(world)).toEqual([{ update_id: 5 }])
})

test('when the database is away Telegram is asked to come again, and the update is not lost', async ({ world }) => {
  let away = true
  const inbox = inboxOf(world)
  const { post } = doorOf(world, {
    ...inbox,
    receive: (updates) =>
      away ? Promise.reject(Object.assign(new Error('rahasia'), { code: 'ECONNREFUSED' })) : inbox.receive(updates),
  })
  const refused = await post(said(1, 7))
  expect(refused.status).toBe(503)
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect(world.logged.filter((line) => line.includes('webhook'))).toHaveLength(1)
  expect(world.logged.join()).not.toContain('rahasia')
  away = false
  expect((await post(said(1, 7))).status).toBe(200)
  expect(await stored(world)).toEqual([{ update_id: 1 }])
})

test('the webhook is open only where a secret was set, and only for posting', async ({ world }) => {
  const closed = createWeb(world.rt, inboxOf(world), undefined)
  expect((await closed.request('/telegram', { method: 'POST', body: JSON.stringify(said(1, 7)) })).status).toBe(404)
  const open = createWeb(world.rt, inboxOf(world), secret)
  expect((await open.request('/telegram')).status).toBe(404)
  const headers = { 'X-Telegram-Bot-Api-Secret-Token': secret }
  expect((await open.request('/telegram', { method: 'POST', body: JSON.stringify(said(1, 7)), headers })).status).toBe(
    200,
  )
})

test('the process is alive without its database, but not ready', async ({ world }) => {
  const { rt } = world
  const web = createWeb(rt, inboxOf(world), undefined)
  expect((await web.request('/readyz')).status).toBe(200)
  const away = createWeb(
    { ...rt, db: { ...rt.db, sql: () => Promise.reject(new Error('rahasia')) } },
    inboxOf(world),
    undefined,
  )
  expect((await away.request('/healthz')).status).toBe(200)
  const notReady = await away.request('/readyz')
  expect(notReady.status).toBe(503)
  expect(await notReady.text()).not.toContain('rahasia')
})
