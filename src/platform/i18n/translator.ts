import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FluentBundle, FluentResource } from '@fluent/bundle'
import { atWib, clockHand, clockTime, type LocalDate, longDay, plainDay, shortDay } from '../time.ts'
import { type Language, languages } from './languages.ts'
import type { Messages } from './messages.gen.ts'

type Variables<Key extends keyof Messages> = keyof Messages[Key] extends never ? [] : [variables: Messages[Key]]

/** Text that already is HTML, because `t` made it: the only variable that is not escaped. */
export interface Html {
  readonly html: string
}

/** What a message takes in. Numbers are grouped as the language does it, so codes and ids go in as strings. */
export type Value = string | number | Html

/** Says a message of `locales/` in one language, as Telegram's HTML: every variable is escaped. */
export interface Translate {
  <Key extends keyof Messages>(key: Key, ...variables: Variables<Key>): string
  /** The same as plain text, for button labels, which know no HTML. */
  label<Key extends keyof Messages>(key: Key, ...variables: Variables<Key>): string
  readonly language: Language
  /** "Senin, 10 Juni 2024" */
  longDay(time: Date): string
  /** "10 Juni 2024" */
  day(time: Date): string
  /** The same for a day without a time. */
  dayOf(day: LocalDate): string
  /** "Sen, 10 Jun", for buttons. */
  shortDay(time: Date): string
  /** "09.30 WIB" */
  time(time: Date): string
  /** "09.30", for buttons. */
  clock(time: Date): string
}

const locales = join(import.meta.dirname, '../../../locales')

/** Marks text made by `t` as HTML, to be put into another message. */
export const html = (text: string): Html => ({ html: text })

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const bundles = Object.fromEntries(languages.map((language) => [language, loadBundle(language)])) as Record<
  Language,
  FluentBundle
>
const translators = Object.fromEntries(languages.map((language) => [language, makeTranslator(language)])) as Record<
  Language,
  Translate
>

/** The translator of a language. */
export const translator = (language: Language): Translate => translators[language]

function loadBundle(language: Language): FluentBundle {
  const bundle = new FluentBundle(language, { useIsolating: false })
  for (const file of readdirSync(join(locales, language)).sort()) {
    const errors = bundle.addResource(new FluentResource(readFileSync(join(locales, language, file), 'utf8')))
    if (errors[0]) throw errors[0]
  }
  return bundle
}

function makeTranslator(language: Language): Translate {
  const bundle = bundles[language]
  const format = (key: string, variables: Record<string, string | number>): string => {
    const [id = '', attribute] = key.split('.')
    const message = bundle.getMessage(id)
    const pattern = attribute ? message?.attributes[attribute] : message?.value
    if (!pattern) throw new Error(`no text for ${key} in ${language}`)
    return bundle.formatPattern(pattern, variables)
  }
  const say = (key: string, variables: Record<string, Value> = {}): string => format(key, each(variables, asHtml))
  return Object.assign(say, {
    label: (key: string, variables: Record<string, Value> = {}) => format(key, each(variables, asPlain)),
    language,
    longDay: (time: Date) => longDay(time, language),
    day: (time: Date) => plainDay(time, language),
    dayOf: (day: LocalDate) => plainDay(atWib(day, '12:00'), language),
    shortDay: (time: Date) => shortDay(time, language),
    time: clockTime,
    clock: clockHand,
  }) as Translate
}

const asHtml = (value: Value): string | number => {
  if (typeof value === 'object') return value.html
  return typeof value === 'string' ? escapeHtml(value) : value
}
const asPlain = (value: Value): string | number => {
  if (typeof value === 'object') throw new Error('a label knows no HTML')
  return value
}

const each = (
  variables: Record<string, Value>,
  change: (value: Value) => string | number,
): Record<string, string | number> =>
  Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, change(value)]))
