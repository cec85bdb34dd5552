import { z } from 'zod'
import { newcomer } from '../prisma/seed.ts'
import { freePort, type Program, startProgram } from './program.ts'

/** The simulator in a process of its own, and one of its people, who writes and reads over its page. */
export interface Simulated {
  apiRoot: string
  /** Writes something, and answers a promise of the bot's first word after it. */
  says(text: string): Promise<{ answered: Promise<void> }>
  stop(): Promise<void>
}

/** Longer than any start takes. */
const PATIENCE = 60_000
const WATCHED = newcomer.telegramId

const posted = z.object({ messageId: z.number() })
const chat = z.object({
  person: z.object({ id: z.number() }),
  messages: z.array(z.object({ id: z.number(), from: z.string() })),
})

export async function openSimulated(): Promise<Simulated> {
  const port = await freePort()
  const program = startProgram('src/telegram.ts', { PORT: String(port) })
  const address = `http://127.0.0.1:${port}`
  await Promise.race([isReady(program), program.failed])
  return {
    apiRoot: `${address}/api`,
    async says(text) {
      const watching = await fetch(`${address}/events`, { signal: AbortSignal.timeout(PATIENCE) })
      const body = JSON.stringify({ text })
      const headers = { 'Content-Type': 'application/json' }
      const response = await fetch(`${address}/people/${WATCHED}/say`, { method: 'POST', headers, body })
      const { messageId } = posted.parse(await response.json())
      return { answered: answerAfter(messageId, watching) }
    },
    stop: () => program.stop(),
  }
}

async function isReady({ output }: Program): Promise<void> {
  while (!output().includes('TELEGRAM_API_ROOT')) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** Reads the events of the page until the bot wrote something later than a message. */
async function answerAfter(messageId: number, { body }: Response): Promise<void> {
  if (!body) throw new Error('the simulator tells nothing')
  let read = ''
  for await (const piece of body.pipeThrough(new TextDecoderStream())) {
    const events = (read + piece).split('\n\n')
    read = events.pop() ?? ''
    if (events.some((event) => tellsAnswer(event, messageId))) return
  }
  throw new Error('the simulator ended')
}

function tellsAnswer(event: string, messageId: number): boolean {
  if (!event.includes('event: chat')) return false
  const { person, messages } = chat.parse(JSON.parse(event.slice(event.indexOf('data: ') + 'data: '.length)))
  return person.id === WATCHED && messages.some(({ id, from }) => from === 'bot' && id > messageId)
}
