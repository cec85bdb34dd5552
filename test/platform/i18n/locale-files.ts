import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type BaseNode,
  Junk,
  Message,
  type MessageReference,
  parse,
  Term,
  type TermReference,
  type VariableReference,
  Visitor,
} from '@fluent/syntax'
import type { Language } from '../../../src/platform/i18n/languages.ts'
import { translator, type Value } from '../../../src/platform/i18n/translator.ts'

const locales = join(import.meta.dirname, '../../../locales')

/** One text of a locale file: a message, an attribute of one (`home.next`), or a term (`-berkas`). */
export interface Text {
  key: string
  file: string
  variables: string[]
  /** The messages and terms it is made of. */
  mentions: string[]
}

class Names extends Visitor {
  readonly variables = new Set<string>()
  readonly mentions = new Set<string>()
  override visitVariableReference({ id }: VariableReference): void {
    this.variables.add(id.name)
  }
  override visitMessageReference({ id, attribute }: MessageReference): void {
    this.mentions.add(attribute ? `${id.name}.${attribute.name}` : id.name)
  }
  override visitTermReference(node: TermReference): void {
    this.mentions.add(`-${node.id.name}`)
    this.genericVisit(node)
  }
}

function textOf(file: string, key: string, node: BaseNode): Text {
  const names = new Names()
  names.visit(node)
  return { key, file, variables: [...names.variables].sort(), mentions: [...names.mentions] }
}

/** The languages that have a folder. */
export const folders = (): string[] => readdirSync(locales).sort()

/** Every text of a language, in the order of its files. Throws where a file does not read. */
export const textsOf = (language: string): Text[] =>
  readdirSync(join(locales, language))
    .sort()
    .flatMap((file) => textsIn(file, readFileSync(join(locales, language, file), 'utf8')))

function textsIn(file: string, source: string): Text[] {
  return parse(source, {}).body.flatMap((entry) => {
    if (entry instanceof Junk) throw new Error(`${file} does not read: ${entry.content}`)
    if (!(entry instanceof Message || entry instanceof Term)) return []
    const key = entry instanceof Term ? `-${entry.id.name}` : entry.id.name
    const own = entry.value ? [textOf(file, key, entry.value)] : []
    return [...own, ...entry.attributes.map((each) => textOf(file, `${key}.${each.id.name}`, each))]
  })
}

/** The texts that `t` can say: all but the terms. */
export const messagesOf = (language: string): Text[] => textsOf(language).filter(({ key }) => !key.startsWith('-'))

// `t` with its types put aside: the keys come from the files here, not from the code.
type Say = (key: string, variables: Record<string, Value>) => string

/** Says a message with every value that `sample` gives for its variables. */
export function sayings(language: Language, { key, variables }: Text, sample: (variable: string) => Value[]): string[] {
  const say = translator(language) as unknown as Say
  const choices = variables.map((name) => sample(name).map((value): [string, Value] => [name, value]))
  return combinations(choices).map((chosen) => say(key, Object.fromEntries(chosen)))
}

const combinations = <Each>(choices: Each[][]): Each[][] =>
  choices.reduce<Each[][]>((done, next) => done.flatMap((begun) => next.map((each) => [...begun, each])), [[]])
