import type { Machine } from '../platform/machine.ts'
import type { Method } from './check-request.ts'
import { Refusal } from './refusal.ts'

/** Telegram's limits on how much a bot may send. */
export interface FloodLimits {
  /** Off at first, so that they stand in the way of those tests alone that ask for them. */
  enforce(on: boolean): void
  enforced(): boolean
  /** How many calls were answered 429, by the limit they went over. */
  refusals(): Readonly<Record<Limit, number>>
}

type Limit = 'overall' | 'chat' | 'group'

/** Lets a call pass or throws 429. Refused calls do not make the wait longer. */
export interface FloodGate extends FloodLimits {
  pass(method: Method, chatId: number | string, count: number): void
}

/** What is there at once, and what comes back each second. */
const sizes: Record<Limit, { burst: number; perSecond: number }> = {
  overall: { burst: 30, perSecond: 30 },
  chat: { burst: 4, perSecond: 1 },
  group: { burst: 20, perSecond: 20 / 60 },
}

interface Bucket {
  limit: Limit
  tokens: number
  /** When the tokens were counted last, in the machine's milliseconds. */
  at: number
}

/** More buckets than a bot can have running within the limits; then the full ones, which say nothing, go. */
const manyBuckets = 4000

export function createFloodGate(machine: Machine): FloodGate {
  const refused = { overall: 0, chat: 0, group: 0 }
  const buckets = createBuckets()
  let overall = fullBucket('overall', machine.now())
  let pausedUntil = Number.NEGATIVE_INFINITY
  let on = false

  function refuse(limit: Limit, milliseconds: number): never {
    refused[limit]++
    const seconds = Math.max(1, Math.ceil(milliseconds / 1000))
    throw new Refusal(429, `Too Many Requests: retry after ${seconds}`, seconds)
  }
  return {
    enforce(next) {
      on = next
      buckets.clear()
      overall = fullBucket('overall', machine.now())
      pausedUntil = Number.NEGATIVE_INFINITY
    },
    enforced: () => on,
    refusals: () => ({ ...refused }),
    pass(method, chatId, count) {
      if (!on || !isLimited(method)) return
      const now = machine.now()
      if (now < pausedUntil) refuse('overall', pausedUntil - now)
      const bucket = buckets.of(String(chatId), now)
      const wait = waitFor(bucket, count, now)
      if (wait > 0) refuse(bucket.limit, wait)
      const pause = waitFor(overall, count, now)
      // Over this limit the whole bot has to be silent, for whole seconds, as it is told.
      if (pause > 0) {
        pausedUntil = now + 1000 * Math.ceil(pause / 1000)
        refuse('overall', pause)
      }
      bucket.tokens -= count
      overall.tokens -= count
    },
  }
}

/** A bucket for each chat that was written to lately. */
function createBuckets() {
  const buckets = new Map<string, Bucket>()
  const isFull = (bucket: Bucket, now: number) => waitFor(bucket, sizes[bucket.limit].burst, now) === 0
  return {
    of(chatId: string, now: number): Bucket {
      if (buckets.size > manyBuckets) {
        for (const [id, bucket] of buckets) if (isFull(bucket, now)) buckets.delete(id)
      }
      const bucket = buckets.get(chatId) ?? fullBucket(chatId.startsWith('-') ? 'group' : 'chat', now)
      buckets.set(chatId, bucket)
      return bucket
    },
    clear: () => buckets.clear(),
  }
}

/** Sending and changing share the limits; answering a press, deleting and "is typing" are free. */
function isLimited(method: Method): boolean {
  return /^(?:send|edit)/.test(method) && method !== 'sendChatAction'
}

function fullBucket(limit: Limit, at: number): Bucket {
  return { limit, tokens: sizes[limit].burst, at }
}

/** Brings the bucket up to date; gives back how long until it holds `count`, where more than it can ever hold is all it can. */
function waitFor(bucket: Bucket, count: number, now: number): number {
  const { burst, perSecond } = sizes[bucket.limit]
  bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) * perSecond) / 1000)
  bucket.at = now
  const lacking = Math.min(count, burst) - bucket.tokens
  // Counted in fractions of a message, a bucket may lack a hair.
  return lacking > 1e-9 ? (lacking * 1000) / perSecond : 0
}
