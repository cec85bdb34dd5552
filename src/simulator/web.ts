import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import { type StoredFile, serveAsset, serveFile } from './chat-assets.ts'
import { tell, type WatchedChats, type WorldState } from './chat-events.ts'
import type { NewPerson, PersonActions, SentFile, ShownChat } from './model.ts'
import { chatPage } from './pages.ts'
import { addTroubles, type Troubled, troubleOf } from './web-faults.ts'

/** The part of the virtual Telegram that the page shows and plays with. */
export interface SimulatedChats extends WatchedChats, Troubled {
  person(id: number): PersonActions | undefined
  addPerson(person: NewPerson): PersonActions
  file(fileId: string): StoredFile | undefined
}

/** What the page may do to the world around the chats. What is absent is not offered. */
export interface Controls {
  now(): Date
  forward?: { hours(n: number): Promise<void>; toEightTomorrow(): Promise<void> }
  plug?: { pull(): Promise<void>; back(): Promise<void>; pulled(): boolean }
  /** One sentence about this demo, shown in the bar. */
  note?: string
}

const words = {
  foreign: 'Permintaan ini datang dari halaman lain.',
  noPerson: 'Orang ini tidak ada.',
  noMessage: 'Pesan ini tidak ada.',
  blocked: 'Bot sedang diblokir. Buka blokirnya dulu.',
  deleted: 'Akun ini sudah dihapus.',
  notYours: 'Pesan ini bukan pesan sendiri.',
  tooLarge: 'Berkas ini terlalu besar untuk simulator.',
  busy: 'Yang sebelumnya belum selesai.',
  unreadable: 'Isian ini tidak terbaca.',
  text: 'Tulis 1 sampai 4096 huruf.',
  caption: 'Keterangan paling panjang 1024 huruf.',
  file: 'Pilih satu berkas.',
  name: 'Tulis nama, paling panjang 64 huruf.',
  payload: 'Tautan ini tidak terbaca.',
}

/** Where everybody is who shares a location from the page: the market of Payakumbuh. */
const somewhere = { latitude: -0.2246, longitude: 100.6317 }

/** Telegram lets a bot fetch 20 MB; more must be possible here, so that one can see how the bot refuses it. */
const LARGEST_UPLOAD = 64 * 1024 * 1024

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const id = z.coerce.number().int().positive()
const messageId = z.number({ error: words.unreadable }).int().positive()
const text = z.string(words.text).trim().min(1, words.text).max(4096, words.text)
const caption = z.string(words.caption).max(1024, words.caption).optional()
const payload = z.string(words.payload).regex(/^[\w-]{1,64}$/, words.payload)
const firstName = z.string(words.name).trim().min(1, words.name).max(64, words.name)

const aboutMessage = z.object({ messageId: messageId.optional(), replyTo: messageId.optional() })
const allowedToBlockers = new Set(['block', 'unblock', 'link', 'delete'])

const nothing = z.unknown()
const sayBody = z.object({ text, replyTo: messageId.optional() })
const editBody = z.object({ text, messageId })
const pressBody = z.object({ messageId, data: z.string(words.unreadable).min(1).max(64) })
const linkBody = z.object({ payload })
const newPersonBody = z.object({ firstName })
const clockBody = z.object({ step: z.enum(['hour', 'day', 'eight'], words.unreadable) })
const plugBody = z.object({ pulled: z.boolean(words.unreadable) })
const uploadBody = z.object({
  file: z.instanceof(File, { error: words.file }),
  caption,
  album: z.string().max(64).optional(),
})

/** The page where one chats as any of the simulated people, side by side, and moves their clock. */
export function simulatorPages(telegram: SimulatedChats, controls: Controls): Hono {
  const app = new Hono()
  app.post('*', sameOrigin)
  app.get('/', (c) => {
    c.header('Content-Security-Policy', pagePolicy)
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Referrer-Policy', 'no-referrer')
    c.header('Cache-Control', 'no-store')
    const { forward, plug, note } = controls
    const troubles = telegram.faults !== undefined && telegram.limits !== undefined
    return c.html(chatPage({ forward: forward !== undefined, plug: plug !== undefined, troubles, note }))
  })
  app.get('/assets/:name', serveAsset)
  app.get('/events', (c) => streamSSE(c, (stream) => tell(stream, telegram, () => stateOf(telegram, controls))))
  app.get('/files/:fileId', (c) => serveFile(c, telegram.file(c.req.param('fileId'))))
  addDeeds(app, telegram)
  addUploads(app, telegram)
  addWorld(app, telegram, controls)
  addTroubles(app, telegram, { done: (c) => c.json(stateOf(telegram, controls)), badInput })
  return app
}

/** What people do in words and presses. */
function addDeeds(app: Hono, telegram: SimulatedChats): void {
  const deed = <T>(verb: string, schema: z.ZodType<T>, act: (person: PersonActions, body: T) => unknown) => {
    app.post(`/people/:id/${verb}`, async (c) => {
      const person = findPerson(c, telegram)
      if (!person) return c.text(words.noPerson, 404)
      const body = schema.safeParse(await readJson(c))
      if (!body.success) return badInput(c, body.error)
      const refusal = whyNotDo(telegram.chat(person.id), verb, body.data)
      if (refusal) return c.text(refusal, 400)
      return c.json({ messageId: act(person, body.data) })
    })
  }
  deed('say', sayBody, (person, { text, replyTo }) => person.says(text, replyTo === undefined ? {} : { replyTo }))
  deed('edit', editBody, (person, { messageId, text }) => person.edits(messageId, text))
  deed('press', pressBody, (person, { messageId, data }) => person.presses(messageId, data))
  deed('link', linkBody, (person, { payload }) => person.opensLink(payload))
  deed('contact', nothing, (person) => person.sharesContact())
  deed('sticker', nothing, (person) => person.sendsSticker())
  deed('location', nothing, (person) => person.sharesLocation(somewhere.latitude, somewhere.longitude))
  deed('block', nothing, (person) => person.blocks())
  deed('unblock', nothing, (person) => person.unblocks())
  deed('delete', nothing, (person) => person.deletesAccount())
}

/** What no app would let a person do; the virtual Telegram takes it for a mistake of this page. */
function whyNotDo({ person, messages }: ShownChat, verb: string, about: unknown): string | undefined {
  if (person.deleted) return words.deleted
  if (person.blockedBot && !allowedToBlockers.has(verb)) return words.blocked
  const { messageId, replyTo } = aboutMessage.parse(about ?? {})
  const target = messageId ?? replyTo
  const message = messages.find(({ id }) => id === target)
  if (verb === 'edit' && message?.from !== 'person') return words.notYours
  return target !== undefined && !message ? words.noMessage : undefined
}

/** Photos and files come as forms, one file each; the same `album` ties several together. */
function addUploads(app: Hono, telegram: SimulatedChats): void {
  const limit = bodyLimit({ maxSize: LARGEST_UPLOAD, onError: (c) => c.text(words.tooLarge, 413) })
  const upload = (verb: string, act: (person: PersonActions, file: SentFile) => number) => {
    app.post(`/people/:id/${verb}`, limit, async (c) => {
      const person = findPerson(c, telegram)
      if (!person) return c.text(words.noPerson, 404)
      const { blockedBot, deleted } = telegram.chat(person.id).person
      if (blockedBot || deleted) return c.text(deleted ? words.deleted : words.blocked, 400)
      const body = uploadBody.safeParse(await c.req.parseBody().catch(() => undefined))
      if (!body.success) return badInput(c, body.error)
      return c.json({ messageId: act(person, await sentFile(body.data)) })
    })
  }
  upload('photo', (person, file) => person.sendsPhoto(file))
  upload('file', (person, file) => person.sendsFile(file))
}

async function sentFile({ file, caption, album }: z.infer<typeof uploadBody>): Promise<SentFile> {
  return {
    bytes: new Uint8Array(await file.arrayBuffer()),
    name: file.name || 'berkas',
    ...(file.type && { mime: file.type }),
    ...(caption && { caption }),
    ...(album && { album }),
  }
}

/** New people, the clock and the plug. The clock and the plug take their time, so only one of these goes on at once. */
function addWorld(app: Hono, telegram: SimulatedChats, controls: Controls): void {
  const { forward, plug } = controls
  let busy = false
  const oneAtATime = async (c: Context, act: () => Promise<void>) => {
    if (busy) return c.text(words.busy, 409)
    busy = true
    await act().finally(() => {
      busy = false
    })
    return c.json(stateOf(telegram, controls))
  }
  app.post('/people', async (c) => {
    const body = newPersonBody.safeParse(await readJson(c))
    if (!body.success) return badInput(c, body.error)
    return c.json({ id: telegram.addPerson({ firstName: body.data.firstName, languageCode: 'id' }).id })
  })
  if (forward) {
    app.post('/clock', async (c) => {
      const body = clockBody.safeParse(await readJson(c))
      if (!body.success) return badInput(c, body.error)
      const { step } = body.data
      return oneAtATime(c, () =>
        step === 'eight' ? forward.toEightTomorrow() : forward.hours(step === 'day' ? 24 : 1),
      )
    })
  }
  if (plug) {
    app.post('/plug', async (c) => {
      const body = plugBody.safeParse(await readJson(c))
      if (!body.success) return badInput(c, body.error)
      return oneAtATime(c, () => (body.data.pulled ? plug.pull() : plug.back()))
    })
  }
}

const stateOf = (telegram: Troubled, { now, plug }: Controls): WorldState => ({
  now: now().getTime(),
  pulled: plug?.pulled() ?? false,
  ...troubleOf(telegram),
})

/** The simulator listens on localhost, where any page in the same browser could write to it. */
const sameOrigin: MiddlewareHandler = async (c, next) => {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const foreign =
    site !== undefined ? site !== 'same-origin' : origin !== undefined && hostOf(origin) !== hostOf(c.req.url)
  if (foreign) return c.text(words.foreign, 403)
  return next()
}

const hostOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).host : undefined)

function findPerson(c: Context, telegram: SimulatedChats): PersonActions | undefined {
  const personId = id.safeParse(c.req.param('id'))
  const isKnown = telegram.people().some((person) => person.id === personId.data)
  return personId.success && isKnown ? telegram.person(personId.data) : undefined
}

/** Deeds without a body send none, so nothing readable is simply nothing. */
const readJson = (c: Context): Promise<unknown> => c.req.json().catch(() => undefined)

const badInput = (c: Context, error: z.ZodError): Response => c.text(sentenceOf(error), 400)

function sentenceOf(error: z.ZodError): string {
  const message = error.issues[0]?.message
  return Object.values(words).find((sentence) => sentence === message) ?? words.unreadable
}
