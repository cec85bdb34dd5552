import fc, { type Arbitrary } from 'fast-check'

/** What happens by chance: the same seed, the same happenings. */
export interface Chance {
  /** A whole number below `count`. */
  below(count: number): number
  /** True once in so many times. */
  onceIn(times: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of several, those of more weight more often. */
  weigh<T>(list: readonly (readonly [weight: number, one: T])[]): T
  sample<T>(arbitrary: Arbitrary<T>): T
}

export function chance(seed: number): Chance {
  let state = seed >>> 0
  // Mulberry32: small, and good enough for walks.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number): number => Math.floor(next() * count)
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Error('nothing to pick from')
    return list[below(list.length)] as T
  }
  return {
    below,
    pick,
    onceIn: (times) => below(times) === 0,
    weigh(list) {
      let left = next() * list.reduce((sum, [weight]) => sum + weight, 0)
      const found = list.find(([weight]) => {
        left -= weight
        return left < 0
      })
      return (found ?? pick(list))[1]
    },
    sample(arbitrary) {
      const [one] = fc.sample(arbitrary, { seed: below(2 ** 31), numRuns: 1 })
      return one as never
    },
  }
}
