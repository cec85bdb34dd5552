import type { MessageEntity } from '@grammyjs/types'
import { badRequest, type Refusal } from './refusal.ts'

export interface FormattedText {
  text: string
  entities: MessageEntity[]
}

interface OpenTag {
  name: string
  attributes: Map<string, string>
  /** Where its text starts, in UTF-16 code units of the result. */
  offset: number
}

/** What is being read and what came of it so far. */
interface Reading {
  html: string
  at: number
  text: string
  open: OpenTag[]
  entities: MessageEntity[]
}

type SimpleType = MessageEntity.CommonMessageEntity['type']

const simpleTags: Record<string, SimpleType> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
}
const tags = new Set([...Object.keys(simpleTags), 'a', 'code', 'pre', 'blockquote', 'tg-emoji', 'tg-time'])
const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }

/** Reads text with parse_mode HTML into plain text and entities, as Telegram does; offsets count UTF-16 code units. */
export function parseHtml(html: string): FormattedText {
  const reading: Reading = { html, at: 0, text: '', open: [], entities: [] }
  while (reading.at < html.length) {
    const next = html[reading.at]
    if (next === '&') reading.text += readReference(reading)
    else if (next !== '<') reading.text += html[reading.at++]
    else if (html[reading.at + 1] === '/') closeTag(reading)
    else openTag(reading)
  }
  const unclosed = reading.open.at(-1)
  if (unclosed) throw cannotParse(`Can't find end tag corresponding to start tag "${unclosed.name}"`)
  return { text: reading.text, entities: sortEntities(reading.entities) }
}

/** Outer entities first: the order Telegram gives them in. */
export function sortEntities(entities: MessageEntity[]): MessageEntity[] {
  return entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length)
}

/** Telegram's wording for text it cannot read. */
function cannotParse(reason: string): Refusal {
  return badRequest(`can't parse entities: ${reason}`)
}

/** Telegram counts positions of mistakes in bytes, unlike everything else. */
function byteOffset(reading: Reading, at: number): number {
  return Buffer.byteLength(reading.html.slice(0, at))
}

/** Reads a character reference such as "&lt;" or "&#33;"; anything else is a plain ampersand. */
function readReference(reading: Reading): string {
  const found = /^&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));?/i.exec(
    reading.html.slice(reading.at, reading.at + 12),
  )
  const code = found?.[1] ? Number.parseInt(found[1], 16) : Number(found?.[2] ?? 0)
  const valid = code > 0 && code < 0x10ffff && (code < 0xd800 || code > 0xdfff)
  const character = found?.[3] ? named[found[3]] : valid ? String.fromCodePoint(code) : undefined
  reading.at += character === undefined ? 1 : (found?.[0].length ?? 1)
  return character ?? '&'
}

function openTag(reading: Reading): void {
  const start = reading.at
  const name = /^<([^\s>]*)/.exec(reading.html.slice(start))?.[1] ?? ''
  reading.at += name.length + 1
  if (reading.at >= reading.html.length) {
    throw cannotParse(`Unclosed start tag at byte offset ${byteOffset(reading, start)}`)
  }
  const tag = { name: name.toLowerCase(), attributes: new Map<string, string>(), offset: reading.text.length }
  if (!tags.has(tag.name)) {
    throw cannotParse(`Unsupported start tag "${tag.name}" at byte offset ${byteOffset(reading, start)}`)
  }
  while (!readTagEnd(reading)) readAttribute(reading, tag, start)
  if (tag.name === 'span' && tag.attributes.get('class') !== 'tg-spoiler') {
    throw cannotParse(`Tag "span" must have class "tg-spoiler" at byte offset ${byteOffset(reading, start)}`)
  }
  reading.open.push(tag)
}

/** Steps over spaces, and over ">" when it comes; says whether it came. */
function readTagEnd(reading: Reading): boolean {
  while (/\s/.test(reading.html[reading.at] ?? '')) reading.at++
  if (reading.html[reading.at] !== '>') return false
  reading.at++
  return true
}

function readAttribute(reading: Reading, tag: OpenTag, start: number): void {
  const rest = reading.html.slice(reading.at)
  const found = /^([^\s=>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([a-z0-9.-]+)(?=[\s>])))?/i.exec(rest)
  const afterwards = rest.slice(found?.[0].length ?? 0).trimStart()
  if (rest === '' || afterwards === '' || /^=\s*["'][^>]*$/.test(afterwards)) {
    throw cannotParse(`Unclosed start tag at byte offset ${byteOffset(reading, start)}`)
  }
  if (!found?.[1]) {
    throw cannotParse(`Empty attribute name in the tag "${tag.name}" at byte offset ${byteOffset(reading, start)}`)
  }
  if (afterwards.startsWith('=')) {
    throw cannotParse(`Unexpected end of name token at byte offset ${byteOffset(reading, reading.at)}`)
  }
  reading.at += found[0].length
  const quoted = found[2] ?? found[3]
  tag.attributes.set(
    found[1].toLowerCase(),
    quoted === undefined ? (found[4]?.toLowerCase() ?? '') : decodeReferences(quoted),
  )
}

function decodeReferences(value: string): string {
  const reading: Reading = { html: value, at: 0, text: '', open: [], entities: [] }
  while (reading.at < value.length) {
    reading.text += value[reading.at] === '&' ? readReference(reading) : value[reading.at++]
  }
  return reading.text
}

function closeTag(reading: Reading): void {
  const offset = byteOffset(reading, reading.at)
  const tag = reading.open.pop()
  if (!tag) throw cannotParse(`Unexpected end tag at byte offset ${offset}`)
  const found = /^<\/([^\s>]*)\s*(>?)/.exec(reading.html.slice(reading.at))
  if (!found?.[2]) throw cannotParse(`Unclosed end tag at byte offset ${offset}`)
  const name = found[1]?.toLowerCase()
  if (name && name !== tag.name) {
    throw cannotParse(`Unmatched end tag at byte offset ${offset}, expected "</${tag.name}>", found "</${name}>"`)
  }
  reading.at += found[0].length
  const length = reading.text.length - tag.offset
  if (length > 0) addEntity(reading, tag, { offset: tag.offset, length })
}

function addEntity(reading: Reading, tag: OpenTag, place: { offset: number; length: number }): void {
  const simple = simpleTags[tag.name]
  if (simple) reading.entities.push({ type: simple, ...place })
  else if (tag.name === 'code' || tag.name === 'pre') addCode(reading, tag, place)
  else if (tag.name === 'a') addLink(reading, tag, place)
  else if (tag.name === 'blockquote') {
    reading.entities.push({ type: tag.attributes.has('expandable') ? 'expandable_blockquote' : 'blockquote', ...place })
  } else if (tag.name === 'tg-emoji') {
    const id = tag.attributes.get('emoji-id') ?? ''
    if (!/^[1-9]\d{0,19}$/.test(id)) throw cannotParse('Invalid custom emoji identifier specified')
    reading.entities.push({ type: 'custom_emoji', custom_emoji_id: id, ...place })
  } else addTime(reading, tag, place)
}

/** `<pre><code class="language-x">` around the same text is one block with a language. */
function addCode(reading: Reading, tag: OpenTag, place: { offset: number; length: number }): void {
  const last = reading.entities.at(-1)
  const same = last && last.offset === place.offset && last.length === place.length
  const language = /^language-(.+)$/.exec(tag.attributes.get('class') ?? '')?.[1]
  if (tag.name === 'code' && !reading.open.some(({ name }) => name === 'pre')) {
    reading.entities.push({ type: 'code', ...place })
  } else if (tag.name === 'code') {
    reading.entities.push({ type: 'pre', ...(language ? { language } : {}), ...place })
  } else if (!(same && last.type === 'pre')) reading.entities.push({ type: 'pre', ...place })
}

/** A link without a usable address stays plain text; a link to a user's id mentions them. */
function addLink(reading: Reading, tag: OpenTag, place: { offset: number; length: number }): void {
  const id = /^tg:\/\/user\?id=(\d+)$/i.exec(tag.attributes.get('href') ?? '')?.[1]
  if (id) {
    // Only the id is known here; whoever knows the people fills in the rest.
    reading.entities.push({ type: 'text_mention', user: { id: Number(id), is_bot: false, first_name: '' }, ...place })
    return
  }
  const url = checkedUrl(tag.attributes.get('href') || reading.text.slice(place.offset))
  if (url) reading.entities.push({ type: 'text_link', url, ...place })
}

/**
 * The address as Telegram stores it, or undefined when it is none. A host needs a dot: "localhost" is refused, "127.0.0.1"
 * is not.
 */
export function checkedUrl(given: string): string | undefined {
  const address = given.trim()
  if (/^tg:\/\/\S+$/i.test(address)) return address
  const full = /^https?:\/\//i.test(address) ? address : `http://${address}`
  if (/\s/.test(full) || !/^https?:\/\/[^/?#]*\.[^/?#]/i.test(full) || !URL.canParse(full)) return undefined
  return new URL(full).href
}

function addTime(reading: Reading, tag: OpenTag, place: { offset: number; length: number }): void {
  const unix = Number(tag.attributes.get('unix') ?? Number.NaN)
  if (!Number.isSafeInteger(unix) || unix < 0) throw cannotParse('Invalid Unix time specified')
  const format = tag.attributes.get('format') ?? ''
  if (!isTimeFormat(format)) throw cannotParse('Invalid date-time format specified')
  reading.entities.push({ type: 'date_time', unix_time: unix, date_time_format: format, ...place })
}

function isTimeFormat(format: string): format is MessageEntity.DateTimeMessageEntity['date_time_format'] {
  return /^(r|w?[dD]?[tT]?)$/.test(format)
}
