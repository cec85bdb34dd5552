import { readdir } from 'node:fs/promises'
import { describe, expect, test, vi } from 'vitest'
import { type Controls, simulatorPages } from '../../src/simulator/web.ts'
import { fakeChats } from './web-fake.ts'

const monday = new Date('2024-06-03T08:00:00+07:00')

function open(controls: Partial<Controls> = {}) {
  const chats = fakeChats()
  const app = simulatorPages(chats, { now: () => monday, ...controls })
  const post = (path: string, body: object = {}, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: 'POST',
      body: body instanceof FormData ? body : JSON.stringify(body),
      headers: { ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }), ...headers },
    })
  return { chats, app, post }
}

function formWith(file: File, fields: Record<string, string> = {}): FormData {
  const form = new FormData()
  form.append('file', file)
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

describe('the page', () => {
  test('asks nothing of the outside and runs no inline script', async () => {
    const page = await open().app.request('/')
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe')
    const html = await page.text()
    expect(html).toContain('<html lang="id">')
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=|https?:\/\//)
  })

  test('offers only what this demo can do', async () => {
    const bare = await (await open().app.request('/')).text()
    expect(bare).not.toMatch(/data-step|id="plug"/)
    const full = open({
      forward: { hours: async () => {}, toEightTomorrow: async () => {} },
      plug: { pull: async () => {}, back: async () => {}, pulled: () => false },
      note: 'Semua <rekaan>.',
    })
    const html = await (await full.app.request('/')).text()
    expect(html).toMatch(/data-step="eight"/)
    expect(html).toMatch(/id="plug"/)
    expect(html).toContain('Semua &lt;rekaan&gt;.')
  })

  test('serves every file of its own, sends it once, and nothing else', async () => {
    const { app } = open()
    const folder = new URL('../../src/simulator/', import.meta.url)
    const own = (await readdir(folder)).filter((name) => /^chat.*\.(js|css|svg)$/.test(name))
    expect(own.length).toBeGreaterThan(20)
    for (const name of own) {
      const first = await app.request(`/assets/${name}`)
      expect(first.status, name).toBe(200)
      const again = await app.request(`/assets/${name}`, {
        headers: { 'if-none-match': first.headers.get('etag') ?? '' },
      })
      expect(again.status, name).toBe(304)
    }
    expect((await app.request('/assets/web.ts')).status).toBe(404)
    expect((await app.request('/assets/..%2F..%2Fpackage.json')).status).toBe(404)
  })
})

describe('events', () => {
  test('tell everything at first, then who changed, a burst as one, and let go when the tab closes', async () => {
    const { chats, app } = open({ plug: { pull: async () => {}, back: async () => {}, pulled: () => true } })
    const events = read(await app.request('/events'))
    const snapshot = await events.next('snapshot')
    expect(snapshot).toMatchObject({ bot: 'dampingi_bot', state: { now: monday.getTime(), pulled: true } })
    expect(snapshot.chats).toHaveLength(2)

    for (const text of ['satu', 'dua', 'tiga']) chats.botSays(2, text)
    const changed = await events.next('chat')
    expect(changed.person.firstName).toBe('Buyung')
    expect(changed.messages).toHaveLength(4)
    chats.botSays(1, 'Kabar baik')
    expect((await events.next('chat')).person.firstName).toBe('Sari')

    expect(chats.listeners.size).toBe(1)
    await events.close()
    await vi.waitFor(() => expect(chats.listeners.size).toBe(0))
  })

  test('tell the new time within a second of its change', async () => {
    let now = monday
    const events = read(await open({ now: () => now }).app.request('/events'))
    await events.next('snapshot')
    now = new Date(monday.getTime() + 3_600_000)
    expect(await events.next('state')).toEqual({ now: now.getTime(), pulled: false })
    await events.close()
  })
})

describe('what people do', () => {
  test.each([
    ['say', { text: ' Halo ' }, ['says', 'Halo', {}]],
    ['say', { text: 'Ya', replyTo: 1 }, ['says', 'Ya', { replyTo: 1 }]],
    ['press', { messageId: 1, data: 'menu:' }, ['presses', 1, 'menu:']],
    ['link', { payload: 'p_8fK2-x' }, ['opensLink', 'p_8fK2-x']],
    ['edit', { messageId: 1, text: 'Hai' }, ['edits', 1, 'Hai']],
    ['contact', {}, ['sharesContact']],
    ['sticker', {}, ['sendsSticker']],
    ['block', {}, ['blocks']],
    ['unblock', {}, ['unblocks']],
  ])('%s %j reaches the person', async (verb, body, deed) => {
    const { chats, post } = open()
    expect((await post(`/people/1/${verb}`, body)).status).toBe(200)
    expect(chats.deeds).toEqual([[1, ...deed]])
  })

  test.each([
    ['photo', 'sendsPhoto'],
    ['file', 'sendsFile'],
  ])('a %s reaches the person with its name, caption and album', async (verb, deed) => {
    const { chats, post } = open()
    const file = new File([new Uint8Array([7, 8])], 'ktp.jpg', { type: 'image/jpeg' })
    expect((await post(`/people/2/${verb}`, formWith(file, { caption: 'KTP', album: 'a1' }))).status).toBe(200)
    const sent = { bytes: new Uint8Array([7, 8]), name: 'ktp.jpg', mime: 'image/jpeg', caption: 'KTP', album: 'a1' }
    expect(chats.deeds).toEqual([[2, deed, sent]])
  })

  test.each([
    ['say', {}],
    ['say', { text: '   ' }],
    ['say', { text: 'a'.repeat(4097) }],
    ['say', { text: 'Ya', replyTo: 99 }],
    ['press', { messageId: 'satu', data: 'x' }],
    ['press', { messageId: 1, data: 'x'.repeat(65) }],
    ['press', { messageId: 99, data: 'x' }],
    ['link', { payload: 'a b' }],
    ['edit', { messageId: 2, text: 'kata bot' }],
    ['file', {}],
    ['photo', new FormData()],
  ])('%s with %j is refused in one sentence', async (verb, body) => {
    const { chats, post } = open()
    chats.botSays(1, 'Selamat pagi')
    const answer = await post(`/people/1/${verb}`, body)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toMatch(/^[A-Z][^.]*\.( [A-Z][^.]*\.)?$/)
    expect(chats.deeds).toEqual([])
  })

  test('whoever blocked the bot can only come back', async () => {
    const { chats, post } = open()
    chats.block(1)
    expect((await post('/people/1/say', { text: 'Halo' })).status).toBe(400)
    expect((await post('/people/1/photo', formWith(new File(['x'], 'x.jpg')))).status).toBe(400)
    expect((await post('/people/1/link', { payload: 'abc' })).status).toBe(200)
    expect((await post('/people/1/unblock')).status).toBe(200)
  })

  test('nobody there is 404', async () => {
    const { post } = open()
    expect((await post('/people/77/say', { text: 'Halo' })).status).toBe(404)
    expect((await post('/people/Sari/photo', formWith(new File(['x'], 'x.jpg')))).status).toBe(404)
  })

  test('a newcomer joins', async () => {
    const { chats, post } = open()
    expect(await (await post('/people', { firstName: ' Upik ' })).json()).toEqual({ id: 3 })
    expect(chats.people().at(-1)?.firstName).toBe('Upik')
    expect((await post('/people', { firstName: ' ' })).status).toBe(400)
  })

  test('another site in the same browser is turned away', async () => {
    const { chats, post } = open()
    const halo = { text: 'Halo' }
    expect((await post('/people/1/say', halo, { origin: 'https://example.org' })).status).toBe(403)
    expect((await post('/people/1/say', halo, { origin: 'null' })).status).toBe(403)
    expect((await post('/people/1/say', halo, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await post('/people/1/say', halo, { 'sec-fetch-site': 'same-site' })).status).toBe(403)
    expect(chats.deeds).toEqual([])
    const own = { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }
    expect((await post('/people/1/say', halo, own)).status).toBe(200)
  })
})

describe('the world around the chats', () => {
  test('the clock moves by an hour, a day, or to eight tomorrow', async () => {
    const moved: unknown[] = []
    const { post } = open({
      forward: {
        hours: async (n) => void moved.push(n),
        toEightTomorrow: async () => void moved.push('eight'),
      },
    })
    for (const step of ['hour', 'day', 'eight']) expect((await post('/clock', { step })).status).toBe(200)
    expect(moved).toEqual([1, 24, 'eight'])
    expect((await post('/clock', { step: 'year' })).status).toBe(400)
  })

  test('one move at a time', async () => {
    let arrive = () => {}
    const hours = () => new Promise<void>((resolve) => (arrive = resolve))
    const { post } = open({ forward: { hours, toEightTomorrow: async () => {} } })
    const first = post('/clock', { step: 'hour' })
    await vi.waitFor(async () => expect((await post('/clock', { step: 'eight' })).status).toBe(409))
    arrive()
    expect(await (await first).json()).toEqual({ now: monday.getTime(), pulled: false })
    expect((await post('/clock', { step: 'eight' })).status).toBe(200)
  })

  test('the plug comes out and goes back in', async () => {
    let out = false
    const plug = {
      async pull() {
        out = true
      },
      async back() {
        out = false
      },
      pulled: () => out,
    }
    const { post } = open({ plug })
    expect(await (await post('/plug', { pulled: true })).json()).toMatchObject({ pulled: true })
    expect(await (await post('/plug', { pulled: false })).json()).toMatchObject({ pulled: false })
    expect((await post('/plug', {})).status).toBe(400)
  })

  test('what this demo cannot do is not there', async () => {
    const { post } = open()
    expect((await post('/clock', { step: 'hour' })).status).toBe(404)
    expect((await post('/plug', { pulled: true })).status).toBe(404)
  })
})

describe('files', () => {
  test.each([
    ['photo', 'image/jpeg', "inline; filename*=UTF-8''foto.jpg"],
    ['pdf', 'application/pdf', "inline; filename*=UTF-8''hasil%20%22uji%22.pdf"],
    ['page', 'text/html', "attachment; filename*=UTF-8''halaman.html"],
    ['odd', 'application/octet-stream', "attachment; filename*=UTF-8''aneh.txt"],
  ])('%s is served as %s and never run', async (fileId, type, disposition) => {
    const answer = await open().app.request(`/files/${fileId}`)
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('content-disposition')).toBe(disposition)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    const policy = answer.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    if (fileId !== 'pdf') expect(policy).toContain('sandbox')
  })

  test('an unknown file is 404', async () => {
    expect((await open().app.request('/files/none')).status).toBe(404)
  })
})

/** Reads server-sent events one by one. */
function read(response: Response) {
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const next = async (wanted: string) => {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end < 0) {
        const chunk = await reader?.read()
        if (!chunk || chunk.done) throw new Error(`the stream ended before ${wanted}`)
        text += chunk.value
        continue
      }
      const [name, data] = text.slice(0, end).split('\n')
      text = text.slice(end + 2)
      if (name === `event: ${wanted}`) return JSON.parse(data?.replace('data: ', '') ?? '')
    }
  }
  return { next, close: async () => reader?.cancel() }
}
