/** Where every "now" in the product comes from. Leases and time-outs of the machine itself use the machine's time instead. */
export interface Clock {
  now(): Date
}

/** A clock that people may move forward: the demo's and the tests'. */
export interface MovableClock extends Clock {
  /** Jumps to `time`; going backwards is refused, because nothing in the product expects yesterday. */
  moveTo(time: Date): void
}

export const systemClock: Clock = { now: () => new Date() }

/** Starts at `start` and stands still until moved (`tests`), or goes on at the pace of real time (`demo`). */
export function movableClock(start: Date, pace: 'still' | 'running' = 'still'): MovableClock {
  let base = start.getTime()
  let since = Date.now()
  const now = () => new Date(pace === 'still' ? base : base + Date.now() - since)
  return {
    now,
    moveTo(time) {
      if (time < now()) throw new Error(`the clock cannot go back from ${now().toISOString()} to ${time.toISOString()}`)
      base = time.getTime()
      since = Date.now()
    },
  }
}
