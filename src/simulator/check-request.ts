import type { Opts } from '@grammyjs/types'
import { botApiVersion, knownMethods, methodFields, typeFields, unions } from './bot-api.gen.ts'
import { badRequest, notSimulated, Refusal } from './refusal.ts'

export type Method = keyof typeof methodFields
/** What a checked request holds: grammY's own types, with files as "attach://name", a file_id or a link. */
export type Request<M extends Method> = Opts<string>[M]
export type Fields = Record<string, unknown>
type Table = Readonly<Record<string, string>>

/** Telegram's own words where a missing field has some. */
const missing: Record<string, string> = {
  text: 'message text is empty',
  chat_id: 'chat_id is empty',
  photo: 'there is no photo in the request',
  document: 'there is no document in the request',
  message_id: 'message identifier is not specified',
}

/** Real fields that would change what happens, and are not simulated: refused, so that nobody relies on them by accident. */
const unsimulatedFields = new Set([
  ...['business_connection_id', 'message_thread_id', 'direct_messages_topic_id', 'allow_paid_broadcast'],
  ...['message_effect_id', 'suggested_post_parameters', 'inline_message_id', 'rich_message', 'certificate'],
])

const otherMarkups = ['keyboard', 'remove_keyboard', 'force_reply']

/** The method of that name; refuses unknown ones (404) and ones the simulator does not do (501). */
export function checkMethod(name: string): Method {
  if (isMethod(name)) return name
  if (knownMethods.includes(name)) throw notSimulated(`the method ${name}`)
  throw new Refusal(404, 'Not Found')
}

function isMethod(name: string): name is Method {
  return Object.hasOwn(methodFields, name)
}

/** How fields are to be read. */
interface Manner {
  /** For forms and query strings, where numbers, booleans and objects all arrive as text. */
  loose: boolean
  /** Real Telegram ignores fields it does not know; refused, they are our own typing mistakes. */
  unknownFields: 'refused' | 'ignored'
}

/** Checks fields against the Bot API table and gives them back with the right types. */
export function checkRequest<M extends Method>(method: M, fields: Fields, manner: Manner): Request<M> {
  const table: Table = methodFields[method]
  for (const name of unsimulatedFields) {
    const value = fields[name]
    if (name in table && value !== undefined && value !== null) throw notSimulated(`the field ${name}`)
  }
  const checked = checkObject(method, table, fields, '', manner)
  // The table is the check; it and grammY's types describe the same Bot API.
  return checked as unknown as Request<M>
}

function checkObject(owner: string, table: Table, value: Fields, path: string, manner: Manner): Fields {
  const checked: Fields = {}
  for (const [name, given] of Object.entries(value)) {
    const types = Object.hasOwn(table, name) ? table[name] : undefined
    if (types === undefined) {
      if (manner.unknownFields === 'ignored') continue
      throw badRequest(`unknown field "${path}${name}" (${owner} has no such field in ${botApiVersion})`)
    }
    if (given === undefined || given === null) continue
    checked[name] = checkValue(types.replace('!', '').split('|'), given, path + name, manner)
  }
  for (const [name, types] of Object.entries(table)) {
    const words = path === '' ? missing[name] : undefined
    const empty = checked[name] === undefined || (checked[name] === '' && words !== undefined)
    if (types.startsWith('!') && empty) throw badRequest(words ?? `field "${path}${name}" is required`)
  }
  return checked
}

function checkValue(types: string[], value: unknown, path: string, manner: Manner): unknown {
  if (types.every((type) => type.endsWith('[]'))) return checkArray(types, value, path, manner)
  for (const type of types) {
    const scalar = readScalar(type, value, manner.loose)
    if (scalar !== undefined) return scalar
  }
  const objects = types.flatMap(members).filter((type) => Object.hasOwn(typeFields, type))
  // A keyboard button without any extras may be written as its text.
  if (objects[0] === 'KeyboardButton' && typeof value === 'string') return { text: value }
  if (objects.length > 0) return checkOneOf(objects, parsedJson(value), path, manner)
  throw wrongType(types, path)
}

function wrongType(types: string[], path: string): Refusal {
  return badRequest(`field "${path}" must be of type ${types.join(' or ').replaceAll('=', 'exactly ')}`)
}

function members(type: string): string[] {
  const union: Table = unions
  return union[type]?.split('|') ?? [type]
}

function readScalar(type: string, value: unknown, loose: boolean): unknown {
  if (type.startsWith('=')) return value === type.slice(1) ? value : undefined
  if (type === 'String' || type === 'InputFile') return typeof value === 'string' ? value : undefined
  if (type === 'Integer') return readNumber(value, loose, Number.isSafeInteger)
  if (type === 'Float') return readNumber(value, loose, Number.isFinite)
  if (type !== 'Boolean') return undefined
  if (typeof value === 'boolean') return value
  if (!loose || typeof value !== 'string') return undefined
  return { true: true, '1': true, false: false, '0': false }[value.toLowerCase()]
}

function readNumber(value: unknown, loose: boolean, fits: (number: number) => boolean): number | undefined {
  const number = loose && typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && fits(number) ? number : undefined
}

/** Objects and arrays may also come as their JSON text, whatever the encoding of the request is. */
function parsedJson(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

function checkArray(types: string[], value: unknown, path: string, manner: Manner): unknown[] {
  const items = parsedJson(value)
  if (!Array.isArray(items)) throw wrongType(types, path)
  const itemTypes = types.map((type) => type.slice(0, -2))
  return items.map((item, index) => {
    if (item === null || item === undefined) throw wrongType(itemTypes, `${path}[${index}]`)
    return checkValue(itemTypes, item, `${path}[${index}]`, { ...manner, loose: false })
  })
}

function checkOneOf(types: string[], value: unknown, path: string, manner: Manner): Fields {
  if (!isFields(value))
    throw path === 'reply_markup' ? badRequest('object expected as reply markup') : wrongType(types, path)
  if (types.join() === 'InlineKeyboardMarkup' && otherMarkups.some((name) => name in value)) {
    throw badRequest('inline keyboard expected')
  }
  const tables: Readonly<Record<string, Table>> = typeFields
  const candidates = types.flatMap((type) => (tables[type] ? [{ type, table: tables[type] }] : []))
  const chosen =
    candidates.find(({ table }) => fits(table, value)) ?? candidates.find(({ table }) => sameType(table, value))
  if (!chosen) throw badRequest(`field "${path}" is none of ${types.join(', ')}`)
  return checkObject(chosen.type, chosen.table, value, `${path}.`, { ...manner, loose: false })
}

function fits(table: Table, value: Fields): boolean {
  return (
    sameType(table, value) && Object.entries(table).every(([name, types]) => !types.startsWith('!') || name in value)
  )
}

/** Whether the value of `type` is the one this table wants; a table without such a field is chosen only when it fits. */
function sameType(table: Table, value: Fields): boolean {
  const wanted = table.type
  return wanted?.includes('=') ? wanted.endsWith(`=${String(value.type)}`) : true
}

/** Whether `value` is an object with named fields. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
