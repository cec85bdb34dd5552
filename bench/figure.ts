// What a measurement comes to, and whether that is good enough. Pure.

export type Target = { atMost: number } | { atLeast: number }

/** What a row promises to measure: its name, in words, and how good it has to be. */
export interface Subject {
  id: string
  what: string
  /** Follows the number, as it is: `×`, ` s`, ` MB`. */
  unit: string
  target: Target
}

/** One measured line of the table. */
export interface Figure extends Subject {
  value: number
  /** The lowest and the highest of the rounds whose median `value` is. */
  spread: [low: number, high: number]
  /** What the value is made of, in a sentence. */
  detail: string
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  if (low === undefined || high === undefined) throw new Error('nothing was measured')
  return (low + high) / 2
}

/** The figure of several rounds. */
export const figureOf = (subject: Subject, rounds: readonly number[], detail: string): Figure => ({
  ...subject,
  value: median(rounds),
  spread: [Math.min(...rounds), Math.max(...rounds)],
  detail,
})

/** Round by round, how many times as much one is as the other. */
export function ratios(some: readonly number[], baseline: readonly number[]): number[] {
  if (some.length !== baseline.length) throw new Error('a round without its baseline')
  return some.map((value, round) => value / (baseline[round] ?? Number.NaN))
}

export const isMet = ({ target, value }: Pick<Figure, 'target' | 'value'>): boolean =>
  'atMost' in target ? value <= target.atMost : value >= target.atLeast

/** What `--json` and docs/figures.json hold. Their target is the bare number; `met` knows its direction. */
export const asJson = (figures: readonly Figure[]) =>
  figures.map((figure) => {
    const { id, value, unit, target, spread } = figure
    const bound = 'atMost' in target ? target.atMost : target.atLeast
    return { id, value: short(value), unit: unit.trim(), target: bound, met: isMet(figure), spread: spread.map(short) }
  })

/** Three digits say all there is to say of a measurement. */
export const short = (value: number): number => Number(value.toPrecision(3))
