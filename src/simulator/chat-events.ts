import { isDeepStrictEqual } from 'node:util'
import type { SSEStreamingApi } from 'hono/streaming'
import type { ShownChat, ShownPerson } from './model.ts'
import type { TroubleState } from './web-faults.ts'

/** What an open page watches. */
export interface WatchedChats {
  /** The bot's name without the at sign, for links t.me/<bot>?start=<payload>. */
  readonly username: string
  people(): ShownPerson[]
  chat(personId: number): ShownChat
  /** Calls back after every change of a person's chat, until the returned function is called. */
  onChange(listener: (personId: number) => void): () => void
}

/** The product's clock in Unix milliseconds, whether the bot is out, and what goes wrong. */
export interface WorldState {
  now: number
  pulled: boolean
  trouble?: TroubleState
}

/** Changes within this time are told together. */
const BURST_MS = 40
const TICK_MS = 1000
const HEARTBEAT_MS = 15_000

/** One open page: everything at first, then who changed and what time it is, until the page goes away. */
export async function tell(stream: SSEStreamingApi, telegram: WatchedChats, world: () => WorldState): Promise<void> {
  const changed = new Set<number>()
  let wake = () => {}
  const stopListening = telegram.onChange((personId) => {
    changed.add(personId)
    wake()
  })
  stream.onAbort(() => wake())
  const sleep = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, TICK_MS)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const send = (event: string, value: unknown) => stream.writeSSE({ event, data: JSON.stringify(value) })
  try {
    let told = world()
    let toldAt = Date.now()
    const chats = telegram.people().map((person) => telegram.chat(person.id))
    await send('snapshot', { bot: telegram.username, chats, state: told })
    while (!stream.aborted) {
      if (changed.size === 0) await sleep()
      if (changed.size > 0) await stream.sleep(BURST_MS)
      const batch = [...changed]
      changed.clear()
      for (const personId of batch) await send('chat', telegram.chat(personId))
      const state = world()
      if (sameState(state, told) && Date.now() - toldAt < HEARTBEAT_MS) continue
      await send('state', state)
      told = state
      toldAt = Date.now()
    }
  } finally {
    stopListening()
  }
}

/** The page shows minutes, so seconds are not news. */
const sameState = (a: WorldState, b: WorldState): boolean =>
  isDeepStrictEqual({ ...a, now: Math.floor(a.now / 60_000) }, { ...b, now: Math.floor(b.now / 60_000) })
