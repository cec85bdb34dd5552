/**
 * Writes bot-api.gen.ts from the Bot API as data: `node src/simulator/generate-bot-api.ts <path to api.json>`.
 * The file comes from github.com/PaulSonOfLars/telegram-bot-api-spec (MIT). Run it again when the bot needs a newer Bot API.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

/** The methods the simulator answers; every other method is only known by name. */
const simulated = [
  ...[
    'getMe',
    'getUpdates',
    'setWebhook',
    'deleteWebhook',
    'getWebhookInfo',
    'sendMessage',
    'sendPhoto',
    'sendDocument',
  ],
  ...['sendMediaGroup', 'sendVenue', 'sendChatAction', 'editMessageText', 'editMessageCaption', 'editMessageMedia'],
  ...['editMessageReplyMarkup', 'deleteMessage', 'answerCallbackQuery', 'getFile', 'setMyCommands', 'deleteMyCommands'],
  ...['getMyCommands', 'leaveChat'],
]

const fieldSchema = z.object({
  name: z.string(),
  types: z.array(z.string()),
  required: z.boolean(),
  description: z.string(),
})
const apiSchema = z.object({
  version: z.string(),
  methods: z.record(z.string(), z.object({ fields: z.array(fieldSchema).default([]) })),
  types: z.record(
    z.string(),
    z.object({ fields: z.array(fieldSchema).default([]), subtypes: z.array(z.string()).optional() }),
  ),
})
type Api = z.infer<typeof apiSchema>
type Field = z.infer<typeof fieldSchema>

/** "Array of Array of X" becomes "X[][]". */
function shortType(type: string): string {
  return type.startsWith('Array of ') ? `${shortType(type.slice('Array of '.length))}[]` : type
}

/** One field as `name: '!Integer|String'`; "!" marks a required one, and "'photo'" the only value a type field may have. */
function fieldLine(field: Field): string {
  const only = /must be “?(\w+)”?$/.exec(field.description)?.[1]
  const types = field.name === 'type' && only ? `=${only}` : field.types.map(shortType).join('|')
  return `${field.name}: '${field.required ? '!' : ''}${types}'`
}

function objectLine(name: string, fields: Field[]): string {
  return fields.length === 0 ? `  ${name}: {},` : `  ${name}: { ${fields.map(fieldLine).join(', ')} },`
}

/** Names of all object types that can occur inside `fields`, directly or deeper. */
function reachable(api: Api, fields: Field[], found: Set<string>): Set<string> {
  for (const name of fields.flatMap((field) => field.types.map((type) => type.replaceAll('Array of ', '')))) {
    visit(api, name, found)
  }
  return found
}

function visit(api: Api, name: string, found: Set<string>): void {
  const type = api.types[name]
  if (!type || name === 'InputFile' || found.has(name)) return
  found.add(name)
  reachable(api, type.fields, found)
  for (const subtype of type.subtypes ?? []) visit(api, subtype, found)
}

function fieldsOf(api: Api, method: string): Field[] {
  const found = api.methods[method]
  if (!found) throw new Error(`the Bot API has no method ${method}`)
  return found.fields
}

function render(api: Api): string {
  const types = [
    ...simulated.reduce((found, method) => reachable(api, fieldsOf(api, method), found), new Set<string>()),
  ]
  const isUnion = (name: string) => api.types[name]?.subtypes !== undefined
  return [
    '// Written by generate-bot-api.ts; do not edit. Facts from github.com/PaulSonOfLars/telegram-bot-api-spec (MIT, © 2020 Paul Larsen).',
    "// A field reads 'types': '!' means required, '[]' an array, '=x' that only the value x is allowed.",
    `export const botApiVersion = '${api.version}'`,
    '',
    '/** Every method of that version, also those the simulator does not answer. */',
    `export const knownMethods = '${Object.keys(api.methods).sort().join(' ')}'.split(' ')`,
    '',
    'export const methodFields = {',
    ...simulated.map((name) => objectLine(name, fieldsOf(api, name))),
    '} as const',
    '',
    'export const typeFields = {',
    ...types
      .filter((name) => !isUnion(name))
      .sort()
      .map((name) => objectLine(name, api.types[name]?.fields ?? [])),
    '} as const',
    '',
    'export const unions = {',
    ...types
      .filter(isUnion)
      .sort()
      .map((name) => `  ${name}: '${api.types[name]?.subtypes?.join('|')}',`),
    '} as const',
    '',
  ].join('\n')
}

const path = process.argv[2]
if (!path) throw new Error('usage: node src/simulator/generate-bot-api.ts <path to api.json>')
const api = apiSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
writeFileSync(new URL('bot-api.gen.ts', import.meta.url), render(api))
