import { escapeHtml, plainOf } from '../platform/telegram/formatting.ts'

// The words of a broadcast, and the names that are put into them for each reader.

const variables = ['nama', 'wilayah', 'zona'] as const
type Variable = (typeof variables)[number]
/** What each variable stands for, for one reader. */
type Reader = Record<Variable, string>

const HOLE = /\{([^{}]*)\}/g

/** As long as a name of each kind can be. */
const longest: Reader = { nama: 'n'.repeat(80), wilayah: 'w'.repeat(40), zona: 'z'.repeat(30) }
const LONGEST = { text: 4096, caption: 1024 }

export type KnownMistake = 'empty' | 'too-long' | 'too-long-for-file' | 'split-variable'
export type TextMistake = KnownMistake | `unknown:${string}`

const holesIn = (text: string): string[] => [...text.matchAll(HOLE)].map(([, name = '']) => name)
const isVariable = (name: string): name is Variable => (variables as readonly string[]).includes(name)

/** What is wrong with the words: an unknown variable, one that formatting cuts in two, or too many of them. */
export function whyNotWords(html: string, hasFile: boolean): TextMistake | undefined {
  const text = plainOf(html)
  if (text.trim() === '') return 'empty'
  const unknown = holesIn(text).find((name) => !isVariable(name))
  if (unknown !== undefined) return `unknown:${unknown}`
  if (holesIn(html).join() !== holesIn(text).join()) return 'split-variable'
  const { length } = plainOf(filled(html, longest))
  if (length > LONGEST.text) return 'too-long'
  return hasFile && length > LONGEST.caption ? 'too-long-for-file' : undefined
}

/** The words as one reader gets them. */
export const filled = (html: string, reader: Reader): string =>
  html.replace(HOLE, (whole, name: string) => (isVariable(name) ? escapeHtml(reader[name]) : whole))

/** A mistake by its kind: one of those that have a sentence of their own, or the variable that does not exist. */
export function kindOf(mistake: TextMistake): KnownMistake | { unknown: string } {
  const unknown = /^unknown:(.*)$/s.exec(mistake)?.[1]
  return unknown === undefined ? (mistake as KnownMistake) : { unknown }
}
