import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Api, InputFile } from 'grammy'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { botApi } from '../../src/simulator/http.ts'
import { onePixel, settle, startedChat, token } from './support.ts'

const world = startedChat()
const app = new Hono().route('/telegram', botApi(world.telegram))
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
let root = ''

beforeAll(async () => {
  if (!server.listening) await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  root = `http://127.0.0.1:${port}/telegram`
})

afterAll(() => {
  server.close()
  if ('closeAllConnections' in server) server.closeAllConnections()
})

test('another process calls methods, uploads and downloads over HTTP', async () => {
  const api = new Api(token, { apiRoot: root })
  expect(await api.sendMessage(world.sari.id, 'halo')).toMatchObject({ text: 'halo' })
  const sent = await api.sendDocument(world.sari.id, new InputFile(onePixel, 'izin.png'))
  const file = await api.getFile(sent.document.file_id)
  const response = await fetch(`${root}/file/bot${token}/${file.file_path}`)
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(onePixel)
})

test('a poll over HTTP ends with the next update', async () => {
  const waiting = new Api(token, { apiRoot: root }).getUpdates({ timeout: 30 })
  while (!world.telegram.calls().some(({ method }) => method === 'getUpdates')) await settle()
  world.sari.says('a')
  expect(await waiting).toMatchObject([{ message: { text: 'a' } }])
})

test('a caller that hangs up leaves the updates for the next one', async () => {
  const api = new Api(token, { apiRoot: root })
  const { result } = await world.call('getUpdates', { offset: -1 })
  const before = world.telegram.calls().length
  const hangUp = new AbortController()
  const query = `timeout=30&offset=${result[0].update_id + 1}`
  const waiting = fetch(`${root}/bot${token}/getUpdates?${query}`, { signal: hangUp.signal })
  while (world.telegram.calls().length === before) await settle()
  hangUp.abort()
  await expect(waiting).rejects.toThrow()
  world.sari.says('b')
  expect(await api.getUpdates()).toMatchObject([{ message: { text: 'b' } }])
})

test('an unknown path or file is not found', async () => {
  expect((await fetch(`${root}/bot${token}/`)).status).toBe(404)
  expect((await fetch(`${root}/file/bot${token}/documents/none`)).status).toBe(404)
})
