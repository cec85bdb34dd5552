import { Agent, createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Act } from './acts.ts'
import { type Order, type Report, SECRET } from './wire.ts'

// The stand-in for Telegram, a process of its own: it brings updates by webhook and answers every call at once. It knows
// just enough to notice an answer that is missing or wrong. It is not the simulator, which looks at every field of every
// call and would be slower than the bots.

const PATIENCE = 20_000

const agent = new Agent({ keepAlive: true })
/** Who waits for an answer, by chat. */
const waiting = new Map<number, (text: string) => void>()
let lastMessage = 0

interface Call {
  chat_id?: number
  text?: string
}

const server = createServer(async (incoming, response) => {
  const method = incoming.url?.split('/').at(-1) ?? ''
  const call: Call = JSON.parse((await bodyOf(incoming)) || '{}')
  const isRead = method === 'sendMessage' || method === 'editMessageText'
  response.setHeader('Content-Type', 'application/json')
  response.end(JSON.stringify({ ok: true, result: isRead ? messageOf(call) : true }))
  if (isRead) waiting.get(call.chat_id ?? 0)?.(call.text ?? '')
})

const messageOf = ({ chat_id, text }: Call) => ({
  message_id: ++lastMessage,
  date: Math.floor(Date.now() / 1000),
  chat: { id: chat_id, type: 'private', first_name: 'Orang' },
  text,
})

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

const chatOf = ({ update }: Act): number => update.message?.chat.id ?? update.callback_query?.from.id ?? 0

/** Brings one act: until the bot took it, and the person reads an answer that fits. */
async function bring(webhook: string, act: Act): Promise<void> {
  await Promise.all([answerTo(act), post(webhook, JSON.stringify(act.update))])
}

function answerTo(act: Act): Promise<void> {
  const chat = chatOf(act)
  const fits = new RegExp(act.expects)
  const read: string[] = []
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new Error(`expected ${fits}, but ${chat} read: ${read.join(' | ') || 'nothing'}`))
    const timer = setTimeout(giveUp, PATIENCE)
    waiting.set(chat, (text) => {
      read.push(text)
      if (!fits.test(text)) return
      clearTimeout(timer)
      resolve()
    })
  })
}

function post(webhook: string, body: string): Promise<void> {
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    'X-Telegram-Bot-Api-Secret-Token': SECRET,
  }
  return new Promise((resolve, reject) => {
    const posting = request(webhook, { method: 'POST', agent, headers }, (response) => {
      response.resume()
      if (response.statusCode === 200) response.once('end', resolve)
      else reject(new Error(`the webhook answered ${response.statusCode}`))
    })
    posting.once('error', reject).end(body)
  })
}

/** Brings acts, those of several people at once; everybody reads the answer before they go on. */
async function bringAll({ webhook, load, atOnce }: Exclude<Order, 'go'>): Promise<void> {
  const people = Map.groupBy(load, chatOf).values()
  const courier = async () => {
    for (const acts of people) for (const act of acts) await bring(webhook, act)
  }
  await Promise.all(Array.from({ length: atOnce }, courier))
}

let loaded: Exclude<Order, 'go'> = { webhook: '', load: [], atOnce: 1 }
const report = (what: Report): void => {
  if (process.connected) process.send?.(what)
}

process.on('message', (order: Order) => {
  if (order !== 'go') {
    loaded = order
    return report('loaded')
  }
  bringAll(loaded).then(
    () => report('answered'),
    (error: unknown) => report({ failure: String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
server.listen(0, '127.0.0.1', () => report({ port: (server.address() as AddressInfo).port }))
