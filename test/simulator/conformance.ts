import { isFields } from '../../src/simulator/check-request.ts'
import type { VirtualTelegram } from '../../src/simulator/virtual-telegram.ts'
import { methodResults, typeFields, unions } from './result-types.gen.ts'

type Table = Readonly<Record<string, string>>
const tables: Readonly<Record<string, Table>> = typeFields
const members: Table = unions

/** Why `value` is none of the types, such as "Message|Boolean", by the Bot API's own description; undefined when it is one. */
export function whyNotFits(types: string, value: unknown, path: string): string | undefined {
  const complaints = types.split('|').map((type) => whyNotType(type, value, path))
  return complaints.includes(undefined) ? undefined : complaints.toSorted(longestPathFirst)[0]
}

/** The member of a union that fits furthest is the one that was meant. */
const longestPathFirst = (a = '', b = '') => b.split(':', 1).join().length - a.split(':', 1).join().length

function whyNotType(type: string, value: unknown, path: string): string | undefined {
  if (type.endsWith('[]')) return whyNotArray(type.slice(0, -2), value, path)
  if (members[type]) return whyNotFits(members[type], value, path)
  const table = tables[type]
  if (table) return whyNotObject(type, table, value, path)
  return isScalar(type, value) ? undefined : `${path}: ${JSON.stringify(value)} is no ${type}`
}

function isScalar(type: string, value: unknown): boolean {
  if (type.startsWith('=')) return String(value) === type.slice(1)
  if (type === 'Integer') return Number.isSafeInteger(value)
  if (type === 'Float') return Number.isFinite(value)
  return typeof value === type.toLowerCase()
}

function whyNotArray(type: string, value: unknown, path: string): string | undefined {
  if (!Array.isArray(value)) return `${path}: no array`
  return first(value, (item, index) => whyNotFits(type, item, `${path}[${index}]`))
}

function whyNotObject(name: string, table: Table, value: unknown, path: string): string | undefined {
  if (!isFields(value)) return `${path}: no ${name}`
  const missing = Object.entries(table).find(([field, types]) => types.startsWith('!') && value[field] === undefined)
  if (missing) return `${path}: ${name} without ${missing[0]}`
  return first(Object.entries(value), ([field, inside]) => {
    const types = table[field]
    if (types === undefined) return `${path}.${field}: ${name} has no such field`
    return whyNotFits(types.replace('!', ''), inside, `${path}.${field}`)
  })
}

function first<T>(items: readonly T[], complaint: (item: T, index: number) => string | undefined): string | undefined {
  for (const [index, item] of items.entries()) {
    const found = complaint(item, index)
    if (found) return found
  }
  return undefined
}

const refusalShape = { ok: 'boolean', error_code: 'number', description: 'string' }

/** Why the body of an answer is none that Telegram gives. */
export function whyNotAnswer(method: string, status: number, body: unknown): string | undefined {
  if (!isFields(body)) return `${method}: no object`
  if (body.ok === true) return whyNotFits(methodResults[method] ?? 'nothing', body.result, method)
  const { parameters, ...rest } = body
  const isShaped = Object.entries(refusalShape).every(([field, type]) => typeof rest[field] === type)
  const isWhole = isShaped && Object.keys(rest).length === 3 && body.error_code === status
  if (!isWhole) return `${method}: ${JSON.stringify(body)} is no refusal`
  return parameters === undefined ? undefined : whyNotParameters(method, parameters)
}

function whyNotParameters(method: string, parameters: unknown): string | undefined {
  const isWhole = isFields(parameters) && Object.keys(parameters).join() === 'retry_after'
  return isWhole && Number.isSafeInteger(parameters.retry_after) ? undefined : `${method}: parameters of no refusal`
}

function insist(complaint: string | undefined): void {
  if (complaint) throw new Error(`not what Telegram sends: ${complaint}`)
}

/** The same Telegram, with an eye on all it says: whatever does not fit the Bot API fails the test that provoked it. */
export function watched(telegram: VirtualTelegram): VirtualTelegram {
  return {
    ...telegram,
    async fetch(input, init) {
      const response = await telegram.fetch(input, init)
      const url = new URL(input instanceof Request ? input.url : input)
      const method = /\/bot[^/]+\/(\w*)$/.exec(url.pathname)?.[1]
      if (method !== undefined && !url.pathname.includes('/file/')) {
        insist(whyNotAnswer(method, response.status, await response.clone().json()))
      }
      return response
    },
    takeUpdates() {
      const updates = telegram.takeUpdates()
      insist(whyNotFits('Update[]', updates, 'takeUpdates'))
      return updates
    },
  }
}

/** The way to a bot's webhook, with the same eye on it. */
export function watchedWebhook(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return (input, init) => {
    insist(whyNotFits('Update', JSON.parse(String(init?.body)), 'webhook'))
    return fetch(input, init)
  }
}
