import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// How the code names the keys of locales/: always where `t` is called, or as the `key` of a table. A key with a hole in it,
// as t(`name-${reason}`), says those keys whose ending is itself a word of the code, as 'too-short', and no others.

const root = join(import.meta.dirname, '../../..')
const comment = /^\s*(\/\/|\/\*|\*).*$/gm
const read = (file: string): string => readFileSync(join(root, file), 'utf8').replace(comment, '')
const code = globSync('src/**/*.ts', { cwd: root })
  .filter((file) => !file.endsWith('.gen.ts'))
  .map(read)
  .join('\n')

const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, first = '']) => first)
const foundIn = (texts: string[], pattern: RegExp): string[] => [
  ...new Set(texts.flatMap((text) => found(text, pattern))),
]

const call = String.raw`(?:\bt|\btranslator\([^()]*\))(?:\.label)?\(`
// What is written before a bracket comes, a template as a whole.
const argument = '(?:[^`(){}]|`[^`]*`)*'
const key = /'([\w.-]+)'/g
const template = /`([a-z][\w.-]*\$\{[^`]*)`/g

const calls = found(code, new RegExp(`${call}(${argument})`, 'g'))
const inTables = found(code, /\bkey: '([\w.-]+)'/g)
const said = new Set([...foundIn(calls, key), ...inTables])
const words = new Set([...found(code, key), ...found(code, /^ +(\w+): \{/gm)])

/** The keys that `t` is called with, as they are written. */
export const called: string[] = [...foundIn([code], new RegExp(`${call}\\s*'([^']*)'`, 'g')), ...inTables]

/** The keys with a hole, as they are written: `name-${reason}`. */
export const withHole: string[] = foundIn(calls, template)

/** Whether a key is what such a one says, when its hole is filled with a word of the code. */
export function fills(candidate: string, written: string): boolean {
  const pattern = written.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '([\\w-]+)')
  const filling = new RegExp(`^${pattern}$`).exec(candidate)?.slice(1)
  return filling?.every((word) => words.has(word)) === true
}

/** Whether the code says this key anywhere. */
export const isSaid = (candidate: string): boolean =>
  said.has(candidate) || withHole.some((written) => fills(candidate, written))

const onButtons = found(code, new RegExp(`\\blabel: (${call}${argument})`, 'g'))
const labels = new Set([...foundIn(onButtons, key), ...inTables])
const labelsWithHole = foundIn(onButtons, template)

/** Whether a key stands on a button. */
export const isLabel = (candidate: string): boolean =>
  labels.has(candidate) || (!said.has(candidate) && labelsWithHole.some((written) => fills(candidate, written)))
