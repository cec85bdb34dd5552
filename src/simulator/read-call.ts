import { type Fields, isFields } from './check-request.ts'
import { readMultipart } from './multipart.ts'
import { badRequest } from './refusal.ts'

export interface Upload {
  name: string | undefined
  mime: string | undefined
  bytes: Uint8Array
}

/** A request as Telegram's front door understands it, whatever encoding it came in. */
export interface Call {
  token: string
  /** Present when a method is called; otherwise `filePath` is asked for. */
  method?: string
  filePath?: string
  fields: Fields
  /** Values came as text, from a form or a query string. */
  loose: boolean
  uploads: ReadonlyMap<string, Upload>
  signal: AbortSignal | undefined
}

const noUploads: ReadonlyMap<string, Upload> = new Map()

/** Reads what a caller hands to fetch: a native Request, or grammY's address with plain options and a Node stream. */
export async function readCall(
  input: string | URL | globalThis.Request,
  init: RequestInit = {},
): Promise<Call | undefined> {
  const native = asNative(input, init)
  const url = new URL(native ? native.url : String(input))
  const path = /\/(?<file>file\/)?bot(?<token>[^/]+)\/(?<rest>.+)$/.exec(url.pathname)?.groups
  if (!path?.rest || !path.token) return undefined
  const headers = native?.headers ?? new Headers(init.headers)
  const body = native ? new Uint8Array(await native.arrayBuffer()) : await readBytes(init.body)
  const rest = decodeURIComponent(path.rest)
  return {
    token: decodeURIComponent(path.token),
    ...(path.file ? { filePath: rest } : { method: rest }),
    ...decode(headers.get('content-type') ?? '', body, url.searchParams),
    signal: native?.signal ?? init.signal ?? undefined,
  }
}

/** Forms and blobs know their own encoding only as part of a native Request; streams and foreign signals do not fit into one. */
function asNative(input: string | URL | globalThis.Request, init: RequestInit): globalThis.Request | undefined {
  if (input instanceof globalThis.Request) return init.body ? new globalThis.Request(input, init) : input
  const { body } = init
  const selfDescribing = body instanceof FormData || body instanceof URLSearchParams || body instanceof Blob
  return selfDescribing ? new globalThis.Request(input, { ...init, method: init.method ?? 'POST' }) : undefined
}

async function readBytes(body: BodyInit | null | undefined): Promise<Uint8Array> {
  if (body === undefined || body === null) return new Uint8Array()
  if (typeof body === 'string') return new TextEncoder().encode(body)
  if (body instanceof Uint8Array) return body
  if (!isStream(body)) return new Uint8Array(await new Response(body).arrayBuffer())
  const chunks: Uint8Array[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function isStream(body: object): body is AsyncIterable<Uint8Array> {
  return Symbol.asyncIterator in body
}

function decode(type: string, body: Uint8Array, query: URLSearchParams): Pick<Call, 'fields' | 'loose' | 'uploads'> {
  const inQuery: Fields = Object.fromEntries(query)
  const boundary = /multipart\/form-data.*boundary=("?)([^";]+)\1/i.exec(type)?.[2]
  if (boundary) return decodeMultipart(body, boundary, inQuery)
  const text = new TextDecoder().decode(body)
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return { fields: { ...inQuery, ...Object.fromEntries(new URLSearchParams(text)) }, loose: true, uploads: noUploads }
  }
  if (text.trim() === '') return { fields: inQuery, loose: true, uploads: noUploads }
  return { fields: { ...inQuery, ...jsonObject(text) }, loose: query.size > 0, uploads: noUploads }
}

function jsonObject(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text)
    if (isFields(value)) return value
  } catch {
    // Answered below, like any other body that is not an object.
  }
  throw badRequest("can't parse JSON object")
}

/** A file part is kept under its name; where that name is a field of the method, the field says "attach://<name>". */
function decodeMultipart(
  body: Uint8Array,
  boundary: string,
  fields: Fields,
): Pick<Call, 'fields' | 'loose' | 'uploads'> {
  const uploads = new Map<string, Upload>()
  const decoded: Fields = { ...fields }
  for (const part of readMultipart(body, boundary)) {
    if (part.fileName === undefined) decoded[part.name] = new TextDecoder().decode(part.bytes)
    else uploads.set(part.name, { name: part.fileName || undefined, mime: part.mime, bytes: part.bytes })
  }
  const named = JSON.stringify(decoded)
  for (const name of uploads.keys()) if (!named.includes(`attach://${name}`)) decoded[name] = `attach://${name}`
  return { fields: decoded, loose: true, uploads }
}
