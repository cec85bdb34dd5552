import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Attribute,
  type Message,
  type Pattern,
  parse,
  type Term,
  type VariableReference,
  Visitor,
} from '@fluent/syntax'

// Writes messages.gen.ts from locales/id: every key with the variables it needs, so that an unknown key or a missing
// variable does not compile. Run by `npm run generate`.

const folder = join(import.meta.dirname, '../../../locales/id')

class Variables extends Visitor {
  readonly names = new Set<string>()
  override visitVariableReference(node: VariableReference): void {
    this.names.add(node.id.name)
  }
}

const variablesOf = (node: Pattern | Attribute): string[] => {
  const found = new Variables()
  found.visit(node)
  return [...found.names].sort()
}

function keysOf(entry: Message): [key: string, variables: string[]][] {
  const own: [string, string[]][] = entry.value ? [[entry.id.name, variablesOf(entry.value)]] : []
  return [
    ...own,
    ...entry.attributes.map((each): [string, string[]] => [`${entry.id.name}.${each.id.name}`, variablesOf(each)]),
  ]
}

const isMessage = (entry: { type: string }): entry is Message => entry.type === 'Message'

const lines = readdirSync(folder)
  .sort()
  .flatMap((file) => parse(readFileSync(join(folder, file), 'utf8'), {}).body)
  .filter((entry): entry is Message => isMessage(entry as Message | Term))
  .flatMap(keysOf)
  .map(([key, variables]) => {
    const fields = variables.map((name) => `${name}: Value`).join('; ')
    return `  '${key}': ${fields ? `{ ${fields} }` : 'Record<never, never>'}`
  })

const header = `// Made by src/platform/i18n/generate.ts from locales/id. Do not edit.\nimport type { Value } from './translator.ts'\n\n`
writeFileSync(
  join(import.meta.dirname, 'messages.gen.ts'),
  `${header}export interface Messages {\n${lines.join('\n')}\n}\n`,
)
