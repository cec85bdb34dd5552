import { Agent, createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { realMachine } from '../src/platform/machine.ts'
import { createFloodGate } from '../src/simulator/limits.ts'
import { Refusal } from '../src/simulator/refusal.ts'
import type { Act } from './acts.ts'
import { type Answered, type Load, type Order, type Report, SECRET } from './wire.ts'

// The stand-in for Telegram, a process of its own: it brings updates by webhook and answers every call at once. It knows
// just enough to notice an answer that is missing or wrong. It is not the simulator, which looks at every field of every
// call and would be slower than the bots.

const PATIENCE = 20_000

const limits = createFloodGate(realMachine)
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
  try {
    limits.pass(method as Parameters<typeof limits.pass>[0], call.chat_id ?? 0, 1)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, message, retryAfter } = error
    const parameters = { retry_after: retryAfter }
    return void response
      .writeHead(code)
      .end(JSON.stringify({ ok: false, error_code: code, description: message, parameters }))
  }
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

/** Brings one act: until the bot took it, and the person reads an answer that fits. Answers how long that took, in ms. */
async function bring(webhook: string, act: Act): Promise<number> {
  const began = performance.now()
  const answered = answerTo(act).then(() => performance.now() - began)
  const [wait] = await Promise.all([answered, post(webhook, JSON.stringify(act.update))])
  return wait
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
async function bringAll({ webhook, load, atOnce }: Load): Promise<number[]> {
  const people = Map.groupBy(load, chatOf).values()
  const waits: number[] = []
  const courier = async () => {
    for (const acts of people) for (const act of acts) waits.push(await bring(webhook, act))
  }
  await Promise.all(Array.from({ length: atOnce }, courier))
  return waits
}

/** Brings an act every so often, as people write who know nothing of each other. */
const bringSteadily = ({ webhook, load }: Load, every: number): Promise<number[]> =>
  Promise.all(load.map((act, at) => sleep(at * every).then(() => bring(webhook, act))))

async function carryOut(load: Load): Promise<Answered> {
  const waits = await (load.every === undefined ? bringAll(load) : bringSteadily(load, load.every))
  return { waits, floods: Object.values(limits.refusals()).reduce((sum, count) => sum + count) }
}

let loaded: Load = { webhook: '', load: [], atOnce: 1 }
const report = (what: Report): void => {
  if (process.connected) process.send?.(what)
}

process.on('message', (order: Order) => {
  if (order !== 'go') {
    loaded = order
    limits.enforce(order.limited === true)
    return report('loaded')
  }
  carryOut(loaded).then(report, (error: unknown) => report({ failure: String(error) }))
})
process.on('disconnect', () => process.exit(0))
server.listen(0, '127.0.0.1', () => report({ port: (server.address() as AddressInfo).port }))
