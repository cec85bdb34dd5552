import { apart, type Rates } from '../platform/telegram/rates.ts'

// When messages that nobody is waiting for may go. All processes share one bucket; answers do not wait for it, and what
// they took of it is missing to these.

/**
 * After how many milliseconds each of `count` messages may go, where the shared bucket is full again in `fullIn`. What is
 * told to one person may go a little ahead of the pace; a broadcast, whose priority is below zero, never does, so that
 * something is always left for the others.
 */
export function turns(fullIn: number, count: number, priority: number, { shared }: Rates): number[] {
  const ahead = priority < 0 ? 1 : shared.burst
  return Array.from({ length: count }, (_, at) => Math.max(0, fullIn + (at + 1 - ahead) * apart(shared)))
}

/** How often a message may go out without word of what became of it: as many copies at worst. */
const MOST_UNCERTAIN = 4
const AGAIN_AFTER = [5, 30, 120]

/** Seconds until a message is tried again that went out uncertainly so many times; undefined when it is given up. */
export const againAfter = (uncertain: number): number | undefined =>
  uncertain >= MOST_UNCERTAIN ? undefined : AGAIN_AFTER[uncertain - 1]
