import type { Update } from 'grammy/types'
import { blandly } from '../platform/log.ts'
import { waitWanted } from '../platform/telegram/failure.ts'
import { beginHandling } from '../platform/telegram/handling.ts'
import type { Runtime } from '../runtime.ts'
import * as store from './store.ts'

/** Handles one update. Throws only what may pass (Telegram or the database away): then the update is handled again. */
export type Handle = (update: Update) => Promise<void>

export interface Inbox {
  /** Stores updates. When it resolves they are safe, and will be handled. Throws when the database is away. */
  receive(updates: readonly Update[]): Promise<void>
  /** Handles what waits until nothing more can be taken now. */
  drain(): Promise<void>
  /** Goes on handling, on its own, whatever arrives; also what other processes left behind. */
  start(): void
  /** Takes no more and waits for what is being handled. */
  stop(): Promise<void>
}

export interface InboxOptions {
  handle: Handle
  /** Tells the person sorry, once, about an update that was tried five times. */
  giveUp: Handle
  /** Updates handled at once, each of another chat. */
  lanes?: number
  /** Called after updates were handled: something may be waiting to be sent. */
  afterwards?: () => void
  /** Milliseconds before the next try; Telegram may have wanted some seconds. */
  retryDelay?: (tries: number, wanted?: number) => number
}

const MAX_TRIES = 5
const RENEW_EVERY = 5_000
const LOOK_EVERY = 1_000
const LOOK_AFTER_FAILURE = 3_000

export function createInbox(rt: Runtime, options: InboxOptions): Inbox {
  const {
    handle,
    giveUp,
    lanes = 8,
    afterwards = () => undefined,
    retryDelay = (tries, wanted = 0) => 1000 * Math.max(2 ** (tries - 1), wanted),
  } = options
  const working = new Set<Promise<void>>()
  let running = false
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | undefined

  async function work(stored: store.StoredUpdate): Promise<void> {
    const { update, id } = stored
    const handling = beginHandling(update, id, () => store.isFollowedByFile(rt.db, stored))
    const renewal = setInterval(() => void store.renew(rt.db, stored).catch(() => undefined), RENEW_EVERY)
    try {
      if (stored.tries > MAX_TRIES) {
        await giveUp(update)
        await store.finish(rt.db, stored, undefined, rt.clock.now())
      } else {
        await handle(update)
        await store.finish(rt.db, stored, handling.question, rt.clock.now())
      }
    } catch (error) {
      rt.log.warn({ door: 'telegram', what: 'retry', id, outcome: `try ${stored.tries}`, error: blandly(error) })
      await store.release(rt.db, stored, retryDelay(stored.tries, waitWanted(error))).catch(() => undefined)
    } finally {
      clearInterval(renewal)
    }
  }

  /** Takes as much as there is room for; each update that is done makes room for the next. */
  async function take(): Promise<number> {
    const claimed = await store.claim(rt.db, lanes - working.size)
    for (const stored of claimed) {
      const job = work(stored).finally(() => {
        working.delete(job)
        if (running) wake()
      })
      working.add(job)
    }
    return claimed.length
  }

  async function drain(): Promise<void> {
    // What was being handled while we looked may have held back the next of its chat: then we look once more.
    let isMore = true
    while (isMore) {
      const busy = working.size
      isMore = (await take()) > 0 || busy > 0
      if (working.size > 0) await Promise.race(working)
    }
    afterwards()
  }

  let again = false
  function wake(): void {
    again = true
    looking ??= look().finally(() => {
      looking = undefined
      if (again && running) wake() // somebody woke us between the last look and here
    })
  }

  async function look(): Promise<void> {
    clearTimeout(timer)
    let pause = LOOK_EVERY
    try {
      while (again && running) {
        again = false
        if (working.size < lanes) await take()
      }
      afterwards()
    } catch {
      pause = LOOK_AFTER_FAILURE // the database is away; whoever asked it already logged that
    }
    if (running) timer = setTimeout(wake, pause)
  }

  let storing: Promise<void> = Promise.resolve()
  let next: { updates: Update[]; stored: Promise<void> } | undefined

  /** Stores updates; those that come in while others are being stored go together in the next statement. */
  function storeWithOthers(updates: readonly Update[]): Promise<void> {
    next ??= gather()
    next.updates.push(...updates)
    return next.stored
  }

  function gather(): NonNullable<typeof next> {
    const updates: Update[] = []
    const stored = storing.then(() => {
      next = undefined
      return store.receive(rt.db, updates, rt.clock.now())
    })
    storing = stored.catch(() => undefined) // whoever brought them is told; those after them have their own try
    return { updates, stored }
  }

  return {
    async receive(updates) {
      await storeWithOthers(updates)
      if (running) wake()
    },
    drain,
    start() {
      running = true
      wake()
    },
    async stop() {
      running = false
      clearTimeout(timer)
      await looking
      await Promise.all(working)
    },
  }
}
