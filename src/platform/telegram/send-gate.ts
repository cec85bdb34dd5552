import type { Machine } from '../machine.ts'
import { type Rates, take, telegramRates } from './rates.ts'

/** What this process has to tell the others: answers they have not heard of, and a pause that Telegram asked for. */
export interface SendNews {
  answers: number
  /** Milliseconds that are left of it. */
  pause: number
}

/**
 * Every call that sends or edits passes here, inside conversations too, because it stands in place of `fetch`. It keeps this
 * process within Telegram's limits without asking the database.
 */
export interface SendGate {
  readonly machine: Machine
  readonly rates: Rates
  /** For answers: they wait for their turn, and for a short pause, and are counted. */
  answering(fetch: Fetch): Fetch
  /** For what the bot says unasked, which is given its turn elsewhere. In a pause it is refused as Telegram would. */
  telling(fetch: Fetch): Fetch
  /** Milliseconds for which Telegram wants silence. */
  pausedFor(): number
  /** Another process was told to be silent. */
  pause(milliseconds: number): void
  /** What the others do not know yet; handed out once. */
  takeNews(): SendNews
  /** Called when Telegram wants silence, so that the others hear of it soon. */
  onFlood(tell: () => void): void
}

type Fetch = typeof fetch

/** Longer than this nobody waits here: the update is handled again when the pause is over. */
const PATIENCE = 10_000
/** What Telegram's clock may be behind ours. */
const MARGIN = 100
/** More chats than anybody writes to within a few seconds; then those that are free again are forgotten. */
const MANY_CHATS = 2_000

export function createSendGate(machine: Machine, rates: Rates = telegramRates): SendGate {
  let pausedUntil = Number.NEGATIVE_INFINITY
  let news: SendNews = { answers: 0, pause: 0 }
  let tell = (): void => undefined
  const turns = createTurns(machine, rates)

  const pausedFor = (): number => Math.max(0, pausedUntil - machine.now())
  const pause = (milliseconds: number): void => {
    pausedUntil = Math.max(pausedUntil, machine.now() + milliseconds)
  }
  function flooded(seconds: number): void {
    pause(seconds * 1000 + MARGIN)
    news.pause = pausedUntil
    tell()
  }

  /** Carries a call out; notes when Telegram asks for silence instead. */
  async function carry(inner: Fetch, input: Input, init: RequestInit | undefined): Promise<Response> {
    const response = await inner(input, init)
    if (response.status === 429) flooded(await retryAfter(response.clone()))
    return response
  }

  const answering = (inner: Fetch): Fetch =>
    limited(inner, async (input, init) => {
      const latest = machine.now() + PATIENCE
      const ownWait = await turns.inChat(init, PATIENCE)
      if (ownWait > 0) return tooMany(ownWait)
      for (;;) {
        const wait = Math.max(pausedFor(), turns.waitOverAll())
        if (machine.now() + wait > latest) return tooMany(wait)
        turns.takeOverAll()
        await pass(machine, wait, init)
        if (pausedFor() > 0) continue
        news.answers += 1
        const response = await carry(inner, input, init)
        // What was refused for its number did not happen, so it may be asked for again. A stream cannot be sent twice.
        if (response.status !== 429 || typeof init?.body !== 'string') return response
      }
    })

  const telling = (inner: Fetch): Fetch =>
    limited(inner, async (input, init) => {
      if (pausedFor() > 0) return tooMany(pausedFor())
      const ownWait = await turns.inChat(init, PATIENCE)
      if (ownWait > 0 || pausedFor() > 0) return tooMany(Math.max(ownWait, pausedFor()))
      turns.takeOverAll()
      return carry(inner, input, init)
    })

  return {
    machine,
    rates,
    answering,
    telling,
    pausedFor,
    pause,
    takeNews() {
      const { answers, pause } = news
      news = { answers: 0, pause: 0 }
      return { answers, pause: Math.max(0, pause - machine.now()) }
    },
    onFlood(listener) {
      tell = listener
    },
  }
}

type Input = Parameters<Fetch>[0]

/** Lets through at once what Telegram does not limit. */
const limited =
  (inner: Fetch, gated: Fetch): Fetch =>
  (input, init) =>
    isLimited(String(input)) ? gated(input, init) : inner(input, init)

const isLimited = (url: string): boolean => /\/(?:send(?!ChatAction)|edit)\w+$/.test(url)

/** Telegram's own answer to a call too many. */
function tooMany(wait: number): Response {
  const retry_after = Math.max(1, Math.ceil(wait / 1000))
  const description = `Too Many Requests: retry after ${retry_after}`
  return Response.json({ ok: false, error_code: 429, description, parameters: { retry_after } }, { status: 429 })
}

const UNTOLD = 5

async function retryAfter(response: Response): Promise<number> {
  const body = (await response.json().catch(() => undefined)) as { parameters?: { retry_after?: unknown } } | undefined
  const seconds = body?.parameters?.retry_after
  return typeof seconds === 'number' ? seconds : UNTOLD
}

async function pass(machine: Machine, wait: number, init: RequestInit | undefined): Promise<void> {
  if (wait > 0) await new Promise<void>((resolve) => void machine.after(wait, resolve))
  if (init?.signal?.aborted) throw new DOMException('This operation was aborted', 'AbortError')
}

/** Whose turn it is in this process: a bucket for all that is sent, and one for each chat. */
function createTurns(machine: Machine, { overall, chat, group }: Rates) {
  let fullAt = Number.NEGATIVE_INFINITY
  const chats = new Map<string, number>()

  function forgetTheFull(now: number): void {
    if (chats.size > MANY_CHATS) for (const [id, at] of chats) if (at <= now) chats.delete(id)
  }
  return {
    /** Waits for the chat's turn; resolves to what is too long to wait for, without waiting. */
    async inChat(init: RequestInit | undefined, most: number): Promise<number> {
      const id = chatOf(init)
      if (id === undefined) return 0
      const now = machine.now()
      const rate = id.startsWith('-') ? group : chat
      const taken = take(chats.get(id) ?? Number.NEGATIVE_INFINITY, rate, 1, now)
      if (taken.wait > most) return taken.wait
      forgetTheFull(now)
      chats.set(id, taken.fullAt)
      await pass(machine, taken.wait, init)
      return 0
    },
    waitOverAll: (): number => take(fullAt, overall, 1, machine.now()).wait,
    takeOverAll(): void {
      fullAt = take(fullAt, overall, 1, machine.now()).fullAt
    },
  }
}

/** The chat a call is about. Uploads are streams that cannot be looked into; they count over all only. */
function chatOf(init: RequestInit | undefined): string | undefined {
  return typeof init?.body === 'string' ? /"chat_id":"?(-?\d+)/.exec(init.body)?.[1] : undefined
}
