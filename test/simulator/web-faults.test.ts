import { expect, test } from 'vitest'
import { simulatorPages } from '../../src/simulator/web.ts'
import { startedChat } from './support.ts'
import { fakeChats } from './web-fake.ts'

const monday = new Date('2024-06-03T08:00:00+07:00')

function page() {
  const world = startedChat()
  const app = simulatorPages(world.telegram, { now: () => monday })
  const post = (path: string, body: object = {}) =>
    app.request(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
  return { ...world, app, post }
}

test('every fault on the page can be asked for, and is told in words', async () => {
  const { app, post, telegram } = page()
  const html = await (await app.request('/')).text()
  const names = [...html.matchAll(/data-fault="([\w-]+)"/g)].map(([, name]) => name)
  expect(names).toHaveLength(9)
  for (const name of names.slice(0, -1)) expect((await post('/faults', { fault: name })).status, name).toBe(200)
  expect(telegram.faults.armed()).toHaveLength(8)
  const { trouble } = await (await post('/faults', { fault: 'error' })).json()
  expect(trouble.armed).toHaveLength(9)
  expect(new Set(trouble.armed).size).toBe(8)
  expect(trouble.armed[0]).toBe('dijawab 502, 3 kali lagi')
  expect(await (await post('/faults', { fault: 'none' })).json()).toMatchObject({ trouble: { armed: [] } })
  expect((await post('/faults', { fault: 'x' })).status).toBe(400)
})

test('a fault from the page strikes the bot', async () => {
  const { post, call, sari } = page()
  await post('/faults', { fault: 'error' })
  expect(await call('sendMessage', { chat_id: sari.id, text: 'x' })).toMatchObject({ error_code: 502 })
  expect(await (await post('/limits', { enforced: false })).json()).toMatchObject({
    trouble: { armed: ['dijawab 502, 2 kali lagi'], limited: false },
  })
})

test('the limits can be switched on, and the page counts who had to wait', async () => {
  const { post, call, sari } = page()
  expect(await (await post('/limits', { enforced: true })).json()).toMatchObject({
    trouble: { limited: true, refused: 0 },
  })
  for (let count = 0; count < 6; count++) await call('sendMessage', { chat_id: sari.id, text: 'x' })
  expect(await (await post('/limits', { enforced: false })).json()).toMatchObject({
    trouble: { limited: false, refused: 2 },
  })
  expect((await post('/limits', {})).status).toBe(400)
})

test('where nothing can go wrong, nothing is offered', async () => {
  const app = simulatorPages(fakeChats(), { now: () => monday })
  expect(await (await app.request('/')).text()).not.toContain('id="troubles"')
  expect((await app.request('/faults', { method: 'POST', body: '{}' })).status).toBe(404)
})

test('an account is given up from the page, and does nothing any more', async () => {
  const { post, telegram, sari } = page()
  const path = `/people/${sari.id}`
  expect((await post(`${path}/location`)).status).toBe(200)
  expect((await post(`${path}/delete`)).status).toBe(200)
  expect(telegram.chat(sari.id).person.deleted).toBe(true)
  for (const verb of ['say', 'unblock', 'delete', 'link']) {
    const answer = await post(`${path}/${verb}`, { text: 'Halo', payload: 'x' })
    expect([answer.status, await answer.text()]).toEqual([400, 'Akun ini sudah dihapus.'])
  }
})
