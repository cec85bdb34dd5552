// Telegram's limits as this bot keeps them, and the arithmetic of keeping them. Pure.

/** What may go at once, and what comes back each second. */
export interface Rate {
  burst: number
  perSecond: number
}

/** How much a bot may send: edits count, answering a press does not. */
export interface Rates {
  /** What one process sends, answers and all. */
  overall: Rate
  /** Into one person's chat. */
  chat: Rate
  group: Rate
  /** What all processes send unasked, together with the answers they gave: a sixth is left for answers still untold. */
  shared: Rate
  /** Seconds between two messages to one person that nobody asked for. */
  personApart: number
}

/** Telegram allows about 30 a second over all, one a second in a chat with short bursts, 20 a minute in a group. */
export const telegramRates: Rates = {
  overall: { burst: 8, perSecond: 28 },
  chat: { burst: 4, perSecond: 1 },
  group: { burst: 20, perSecond: 20 / 60 },
  shared: { burst: 5, perSecond: 25 },
  personApart: 1,
}

const boundless: Rate = { burst: 1_000_000, perSecond: 1_000_000 }

/** For a Telegram without limits: tests that are about something else, and measurements. */
export const noRates: Rates = {
  overall: boundless,
  chat: boundless,
  group: boundless,
  shared: boundless,
  personApart: 0,
}

/** Milliseconds between two messages at the rate's own pace. */
export const apart = ({ perSecond }: Rate): number => 1000 / perSecond

/**
 * A token bucket in one number: the moment at which it will be full again. Takes `count` from it at `now`, more than there
 * is if need be, and tells after how many milliseconds that much will have been there.
 */
export function take(fullAt: number, rate: Rate, count: number, now: number): { fullAt: number; wait: number } {
  const next = Math.max(fullAt, now) + count * apart(rate)
  // The moment it is full is a sum of many small steps, so a hair is nothing.
  const wait = next - now - rate.burst * apart(rate)
  return { fullAt: next, wait: wait > 1e-6 ? wait : 0 }
}
