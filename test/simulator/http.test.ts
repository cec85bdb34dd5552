import { Api, InputFile } from 'grammy'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { servedTelegram } from './serving.ts'
import { onePixel, settle, startedChat, token } from './support.ts'

const world = startedChat()
let root = ''
let close = () => {}

beforeAll(async () => {
  const served = await servedTelegram(world.telegram)
  root = served.root
  close = served.close
})

afterAll(() => close())

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
