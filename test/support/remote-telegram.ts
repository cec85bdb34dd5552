import type { ShownChat, ShownMessage } from '../../src/simulator/model.ts'
import { port, type Running, run, until } from './processes.ts'

/** The simulated Telegram in a process of its own, and what people do in it, over HTTP. */
export interface RemoteTelegram {
  /** Where a bot reaches it. */
  apiRoot: string
  token: string
  says(person: number, text: string): Promise<void>
  opens(person: number, payload: string): Promise<void>
  taps(person: number, label: string): Promise<void>
  sendsPhoto(person: number, bytes: Uint8Array): Promise<void>
  /** Waits until the newest message of the bot says this, and is another than was seen before. */
  sees(person: number, what: RegExp, bot: Running): Promise<ShownMessage>
}

/** How long somebody waits for an answer, on a busy machine. */
const PATIENCE = 60_000

export async function remoteTelegram(): Promise<RemoteTelegram> {
  const program = run({ PORT: await port() }, 'src/telegram.ts')
  const ready = () => /Chat: (\S+)\nBot: {2}BOT_TOKEN=(\S+) .*TELEGRAM_API_ROOT=(\S+)/.exec(program.output())
  await until(() => ready() !== null, program)
  const [, address = '', token = '', apiRoot = ''] = ready() ?? []
  const chats = await watched(address)
  const seen = new Map<number, string>()
  const newest = (person: number) => chats.get(person)?.messages.at(-1)
  const faceOf = ({ id, version }: ShownMessage) => `${id}:${version}`

  const does = async (person: number, deed: string, body: unknown): Promise<void> => {
    const isForm = body instanceof FormData
    const response = await fetch(`${address}/people/${person}/${deed}`, {
      method: 'POST',
      body: isForm ? body : JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${deed}: ${await response.text()}`)
  }
  return {
    apiRoot,
    token,
    says: (person, text) => does(person, 'say', { text }),
    opens: (person, payload) => does(person, 'link', { payload }),
    async taps(person, label) {
      for (const { id, buttons } of (chats.get(person)?.messages ?? []).toReversed()) {
        const data = buttons.flat().find(({ text }) => text.includes(label))?.data
        if (data !== undefined) return does(person, 'press', { messageId: id, data })
      }
      throw new Error(`no button ${label}`)
    },
    sendsPhoto(person, bytes) {
      const form = new FormData()
      form.set('file', new File([new Uint8Array(bytes)], 'ktp.png', { type: 'image/png' }))
      return does(person, 'photo', form)
    },
    async sees(person, what, bot) {
      const found = () => {
        const message = newest(person)
        const isNew = message?.from === 'bot' && faceOf(message) !== seen.get(person)
        return isNew && what.test(message.text) ? message : undefined
      }
      const patience = Date.now() + PATIENCE
      await until(() => found() !== undefined || Date.now() > patience, bot)
      if (!found()) throw new Error(`${person} waits for ${what} and reads: ${newest(person)?.text}`)
      const message = found() as ShownMessage
      seen.set(person, faceOf(message))
      return message
    },
  }
}

/** Everybody's chats, kept as the page is told of them. */
async function watched(address: string): Promise<Map<number, ShownChat>> {
  const chats = new Map<number, ShownChat>()
  const keep = (chat: ShownChat) => chats.set(chat.person.id, chat)
  const { body } = await fetch(`${address}/events`)
  if (!body) throw new Error('the page is told nothing')
  const told = async () => {
    let text = ''
    for await (const piece of body.pipeThrough(new TextDecoderStream())) {
      const events = (text + piece).split('\n\n')
      text = events.pop() ?? ''
      for (const event of events) {
        const [, kind, data = ''] = /^event: (\w+)\ndata: (.*)/s.exec(event) ?? []
        if (kind === 'snapshot') for (const chat of JSON.parse(data).chats) keep(chat)
        if (kind === 'chat') keep(JSON.parse(data))
      }
    }
  }
  void told().catch(() => undefined) // until Telegram goes, at the end of the test
  return chats
}
