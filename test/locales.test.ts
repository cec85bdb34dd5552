import { expect, test } from 'vitest'
import { languages } from '../src/platform/i18n/languages.ts'
import type { Value } from '../src/platform/i18n/translator.ts'
import { folders, messagesOf, sayings, type Text, textsOf } from './platform/i18n/locale-files.ts'
import { called, fills, isLabel, isSaid, withHole } from './platform/i18n/usage.ts'

const TELEGRAM_TEXT = 4096
const BUTTON_LABEL = 64
const SENTENCE_WORDS = 24

const source = messagesOf('id')
const keys = source.map(({ key }) => key)
const everyMessage = languages.flatMap((language) => messagesOf(language).map((text) => ({ language, text })))

const numbers = ['count', 'accepted', 'total']
const ordinary = (variable: string): Value[] => {
  if (numbers.includes(variable)) return [0, 1, 12]
  return variable === 'officer' ? ['none', 'Rina'] : ['Randang Sari']
}

// As long as people and the catalogue can make them: names have 80 letters, a reason 300, an explanation a few lines.
const longest: Record<string, number> = {
  lines: 25 * 110,
  mistakes: 1000,
  explain: 600,
  how: 2000,
  next: 200,
  reason: 300,
  words: 300,
  roles: 1000,
  grant: 400,
}
const long = (variable: string): Value[] =>
  numbers.includes(variable) ? [1_234_567] : ['w'.repeat(longest[variable] ?? 80)]

/** One line for each message that breaks a rule, to be read in the report. */
const faults = (faultsOf: (said: string, text: Text) => string[]): string[] => [
  ...new Set(
    everyMessage.flatMap(({ language, text }) =>
      sayings(language, text, ordinary)
        .flatMap((said) => faultsOf(said, text))
        .map((fault) => `${language} ${text.key}: ${fault}`),
    ),
  ),
]

test('every language has the same keys, attributes and variables, in the same files', () => {
  const shape = (language: string) =>
    textsOf(language)
      .map(({ file, key, variables }) => `${file} ${key} ${variables.join(' ')}`)
      .sort()
  expect(folders()).toEqual([...languages].sort())
  for (const language of languages) expect(shape(language), language).toEqual(shape('id'))
})

test('no key is unused', () => {
  const mentioned = new Set(textsOf('id').flatMap(({ mentions }) => mentions))
  const unused = textsOf('id')
    .map(({ key }) => key)
    .filter((key) => !mentioned.has(key) && !isSaid(key))
  expect(unused).toEqual([])
})

test('no key is unknown', () => {
  expect(called.length).toBeGreaterThan(0)
  const unknown = called.filter((key) => !keys.includes(key))
  const saysNothing = withHole.filter((written) => !keys.some((key) => fills(key, written)))
  expect([...unknown, ...saysNothing]).toEqual([])
})

test('every message reads in every language and fits a Telegram message', () => {
  for (const { language, text } of everyMessage) {
    for (const said of [...sayings(language, text, ordinary), ...sayings(language, text, long)]) {
      expect(said.trim(), `${language} ${text.key}`).not.toBe('')
      expect(said.length, `${language} ${text.key}`).toBeLessThanOrEqual(TELEGRAM_TEXT)
    }
  }
})

test('every button label is one short line of plain text', () => {
  expect(keys.filter(isLabel).length).toBeGreaterThan(0)
  const wrong = (said: string) => said.length >= BUTTON_LABEL || /[\n<>&]/.test(said)
  expect(faults((said, { key }) => (isLabel(key) && wrong(said) ? [said] : []))).toEqual([])
})

const TAGS = ['b', 'i', 'u', 's', 'code', 'a', 'blockquote']

/** What Telegram would refuse: an unknown tag, or one that is not closed in its turn. */
function wrongTags(said: string): string[] {
  const open: string[] = []
  for (const [tag, slash, name = '', link] of said.matchAll(/<(\/?)([^\s>]*)([^>]*)>/g)) {
    const linked = name === 'a' && !slash
    if (!TAGS.includes(name) || !(linked ? /^ href="[^"]+"$/ : /^$/).test(link ?? '')) return [tag]
    if (!slash) open.push(name)
    else if (open.pop() !== name) return [tag]
  }
  const rest = said.replace(/<[^>]*>/g, '').replace(/&(lt|gt|amp|quot);/g, '')
  return [...open.map((name) => `<${name}>`), ...(rest.match(/[<>&]/g) ?? [])]
}

test('only the tags of Telegram appear, balanced', () => {
  expect(faults(wrongTags)).toEqual([])
})

test('wrong tags are found', () => {
  expect(wrongTags('<b>a</b> <a href="https://t.me">b</a> &amp;')).toEqual([])
  expect(wrongTags('<b>a')).toEqual(['<b>'])
  expect(wrongTags('<b><i>a</b></i>')).toEqual(['</b>'])
  expect(wrongTags('<strong>a</strong>')).toEqual(['<strong>'])
  expect(wrongTags('a & b')).toEqual(['&'])
})

const sentencesIn = (said: string): string[] => said.replace(/<[^>]*>/g, '').split(/\n|(?<=[.!?])\s+/)
const wordsIn = (sentence: string): number => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

test('no Indonesian sentence is long', () => {
  const isLong = (sentence: string) => wordsIn(sentence) > SENTENCE_WORDS
  const found = source.flatMap((text) =>
    sayings('id', text, ordinary)
      .flatMap(sentencesIn)
      .filter(isLong)
      .map((sentence) => `${text.key}: ${wordsIn(sentence)} words: ${sentence}`),
  )
  expect(found).toEqual([])
})

const ABBREVIATIONS =
  'OVOP IKM NIB KTP NIK NPWP KBLI IRT MD SK PDF MB HP WIB ID IDM KH ML BPOM OSS SKU CV PT KK SE QR CSV'.split(' ')

test('nobody is called kamu, and nothing is shouted', () => {
  const capitals = (said: string) => said.match(/(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu) ?? []
  const shouted = (said: string) => capitals(said).filter((word) => !ABBREVIATIONS.includes(word))
  expect(faults((said) => [...(said.match(/\bkamu\b/gi) ?? []), ...shouted(said)])).toEqual([])
})
