import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// How the code in src names the keys of locales/: always where `t` is called, or as the `key` of a table. A key with a hole
// in it, as t(`name-${reason}`), says those keys whose ending is a word of the code ('too-short'), and no others.

const root = join(import.meta.dirname, '../../..')
const files = globSync('src/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.gen.ts'))
const code = files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n')

const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((found) => found[1] ?? '')

/** What stands between the bracket of a call of `t` and the first bracket inside it. */
const calls = matches(code, /\bt(?:\.label)?\(((?:[^`(){}]|`[^`]*`)*)/g)

const inQuotes = /'([\w.-]+)'/g
const words = new Set([...matches(code, inQuotes), ...matches(code, /\b(\w+):/g)])
const inTables = matches(code, /\bkey: '([\w.-]+)'/g)
const said = new Set([...calls.flatMap((call) => matches(call, inQuotes)), ...inTables])

/** The keys with a hole, as they are written: `name-${reason}`. */
export const withHole: string[] = [...new Set(calls.flatMap((call) => matches(call, /`([a-z][\w.-]*\$\{[^`]*)`/g)))]

/** The keys that `t` is called with, as they are written. */
export const called: string[] = [...new Set(matches(code, /\bt(?:\.label)?\(\s*'([^']*)'/g)), ...inTables]

const patternOf = (template: string): RegExp =>
  new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '([\\w-]+)')}$`)

/** Whether a key can be said by a template, the words of the code being all that can fill its hole. */
export const fills = (key: string, template: string): boolean => {
  const found = patternOf(template).exec(key)
  return found?.slice(1).every((word) => words.has(word)) === true
}

/** Whether the code says this key anywhere. */
export const isSaid = (key: string): boolean => said.has(key) || withHole.some((template) => fills(key, template))

const labelled = matches(code, /\blabel: ((?:[^`(){},]|`[^`]*`)*\bt(?:\.label)?\((?:[^`(){}]|`[^`]*`)*)/g)
const labels = new Set([...labelled.flatMap((text) => matches(text, inQuotes)), ...inTables])
const labelsWithHole = labelled.flatMap((text) => matches(text, /`([a-z][\w.-]*\$\{[^`]*)`/g))

/** Whether a key stands on a button. */
export const isLabel = (key: string): boolean =>
  labels.has(key) || labelsWithHole.some((template) => fills(key, template))
