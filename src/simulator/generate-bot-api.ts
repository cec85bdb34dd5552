/**
 * Writes bot-api.gen.ts, what a bot may ask, and test/simulator/result-types.gen.ts, what it may get, from the Bot API as data:
 * `node src/simulator/generate-bot-api.ts <path to api.json>`. That file comes from
 * github.com/PaulSonOfLars/telegram-bot-api-spec (MIT). Run it again when the bot needs a newer Bot API.
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
    'sendVoice',
  ],
  ...[
    'sendMediaGroup',
    'sendVenue',
    'sendLocation',
    'sendChatAction',
    'editMessageText',
    'editMessageCaption',
    'editMessageMedia',
  ],
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
  methods: z.record(z.string(), z.object({ fields: z.array(fieldSchema).default([]), returns: z.array(z.string()) })),
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

/** One field as `name: '!Integer|String'`; "!" marks a required one, "=photo" the only value it may have. */
function fieldLine(field: Field): string {
  const only = onlyValue(field)
  const types = only ? `=${only}` : field.types.map(shortType).join('|')
  return `${field.name}: '${field.required ? '!' : ''}${types}'`
}

/** The members of a union are told apart by such fields; only the description says so. */
function onlyValue({ name, description }: Field): string | undefined {
  if (name === 'date') return /^Always (0)\b/.exec(description)?.[1]
  if (name !== 'type' && name !== 'status' && name !== 'source') return undefined
  return /(?:must be|always) ["“]?(\w+)["”]?$/.exec(description)?.[1]
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

const origin =
  '// Written by generate-bot-api.ts; do not edit. Facts from github.com/PaulSonOfLars/telegram-bot-api-spec (MIT, © 2020 Paul Larsen).'
const legend = "// A field reads 'types': '!' means required, '[]' an array, '=x' that only the value x is allowed."

/** What a bot may ask. */
function renderRequests(api: Api): string {
  const types = simulated.reduce((found, method) => reachable(api, fieldsOf(api, method), found), new Set<string>())
  return [
    origin,
    legend,
    `export const botApiVersion = '${api.version}'`,
    '',
    '/** Every method of that version, also those the simulator does not answer. */',
    `export const knownMethods = '${Object.keys(api.methods).sort().join(' ')}'.split(' ')`,
    '',
    'export const methodFields = {',
    ...simulated.map((name) => objectLine(name, fieldsOf(api, name))),
    '} as const',
    '',
    ...typeTables(api, types),
  ].join('\n')
}

/** What a bot may get: answers, and updates. */
function renderResults(api: Api): string {
  const returns = (method: string) => api.methods[method]?.returns ?? []
  const types = new Set<string>()
  for (const name of ['Update', ...simulated.flatMap(returns)]) visit(api, name.replaceAll('Array of ', ''), types)
  return [
    origin,
    legend,
    'export const methodResults: Readonly<Record<string, string>> = {',
    ...simulated.map((name) => `  ${name}: '${returns(name).map(shortType).join('|')}',`),
    '}',
    '',
    ...typeTables(api, types),
  ].join('\n')
}

function typeTables(api: Api, types: ReadonlySet<string>): string[] {
  const isUnion = (name: string) => api.types[name]?.subtypes !== undefined
  const names = [...types].sort()
  return [
    'export const typeFields = {',
    ...names.filter((name) => !isUnion(name)).map((name) => objectLine(name, api.types[name]?.fields ?? [])),
    '} as const',
    '',
    'export const unions = {',
    ...names.filter(isUnion).map((name) => `  ${name}: '${api.types[name]?.subtypes?.join('|')}',`),
    '} as const',
    '',
  ]
}

const path = process.argv[2]
if (!path) throw new Error('usage: node src/simulator/generate-bot-api.ts <path to api.json>')
const api = apiSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
writeFileSync(new URL('bot-api.gen.ts', import.meta.url), renderRequests(api))
writeFileSync(new URL('../../test/simulator/result-types.gen.ts', import.meta.url), renderResults(api))
