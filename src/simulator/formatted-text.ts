import type { MessageEntity, User } from '@grammyjs/types'
import { checkedUrl, type FormattedText, parseHtml, sortEntities } from './html-entities.ts'
import { badRequest } from './refusal.ts'

interface GivenText {
  text: string
  parse_mode?: string | undefined
  entities?: readonly MessageEntity[] | undefined
}

export interface GivenCaption {
  caption?: string | undefined
  parse_mode?: string | undefined
  caption_entities?: readonly MessageEntity[] | undefined
}

/** Everybody there is, by id; who is mentioned without a user name must be one of them. */
type People = ReadonlyMap<number, { user: User }>

const entityTypes = new Set(
  `mention hashtag cashtag bot_command url email phone_number bold italic underline strikethrough spoiler blockquote
  expandable_blockquote code pre text_link text_mention custom_emoji date_time`.split(/\s+/),
)
const splittable = new Set(['bold', 'italic', 'underline', 'strikethrough', 'spoiler'])

/** The text of a message as a bot gave it: parsed, trimmed, with commands and links found; 1 to 4096 characters. */
export function readText(given: GivenText, people: People = new Map()): FormattedText {
  const formatted = format(given, people)
  if (formatted.text === '') throw badRequest('message text is empty')
  // Counted in UTF-16 code units: the stricter reading of "characters", so what passes here passes there.
  if (formatted.text.length > 4096) throw badRequest('message is too long')
  return formatted
}

/** The caption of a photo or document: as a text, 0 to 1024 characters. */
export function readCaption(given: GivenCaption, people: People): FormattedText {
  const { caption: text = '', parse_mode, caption_entities: entities } = given
  const formatted = format({ text, parse_mode, entities }, people)
  if (formatted.text.length > 1024) throw badRequest('message caption is too long')
  return formatted
}

/** What a person typed: no markup, but commands and links are found in it. */
export function readTyped(text: string): FormattedText {
  return withFoundEntities(trim({ text: clean(text), entities: [] }))
}

function format(given: GivenText, people: People): FormattedText {
  const { text, entities } = parse({ ...given, text: clean(given.text) })
  const known = entities.flatMap((entity) => withMentioned(entity, people))
  return withFoundEntities(trim(withoutNestedInCode({ text, entities: known })))
}

/** A mention names the whole user, whatever the bot said about them; one of nobody known is plain text. */
function withMentioned(entity: MessageEntity, people: People): MessageEntity[] {
  if (entity.type !== 'text_mention') return [entity]
  const account = people.get(entity.user.id)
  return account ? [{ ...entity, user: account.user }] : []
}

function parse({ text, parse_mode: mode, entities = [] }: GivenText): FormattedText {
  switch (mode?.toLowerCase()) {
    case undefined:
    case '':
      return { text, entities: sortEntities(entities.map((entity) => checkEntity(text, entity))) }
    case 'html':
      return parseHtml(text)
    case 'markdown':
    case 'markdownv2':
      throw badRequest('the simulator reads parse_mode HTML only')
    default:
      throw badRequest('unsupported parse_mode')
  }
}

/** Control characters never reach a reader. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return text.replaceAll('\r', '').replaceAll(/[\u0000-\u0009\u000b-\u001f]/g, ' ')
}

function checkEntity(text: string, entity: MessageEntity): MessageEntity {
  const { type, offset, length } = entity
  if (!entityTypes.has(type)) throw badRequest("can't parse MessageEntity: Unsupported type specified")
  if (offset < 0) throw badRequest(`receive an entity with incorrect offset ${offset}`)
  if (length < 0) throw badRequest(`receive an entity with incorrect length ${length}`)
  if (offset >= text.length) {
    throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`)
  }
  if (offset + length > text.length) {
    const end = offset + length
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
    )
  }
  if (entity.type !== 'text_link') return entity
  const url = checkedUrl(entity.url)
  if (!url) throw badRequest(`entity URL '${entity.url}' is invalid: Wrong HTTP URL`)
  return { ...entity, url }
}

/** Code holds no other formatting: bold around it is cut in two, a link inside it is dropped. */
function withoutNestedInCode({ text, entities }: FormattedText): FormattedText {
  const blocks = entities.filter(({ type }) => type === 'code' || type === 'pre')
  const kept = entities.flatMap((entity) => {
    const others = blocks.filter((block) => block !== entity)
    if (splittable.has(entity.type)) return others.reduce(cutOut, [entity])
    return others.some((block) => contains(block, entity)) ? [] : [entity]
  })
  return { text, entities: sortEntities(kept) }
}

function cutOut(pieces: MessageEntity[], block: MessageEntity): MessageEntity[] {
  return pieces.flatMap((piece) => {
    const before = { ...piece, length: Math.min(endOf(piece), block.offset) - piece.offset }
    const from = Math.max(piece.offset, endOf(block))
    const after = { ...piece, offset: from, length: endOf(piece) - from }
    const apart = block.offset >= endOf(piece) || endOf(block) <= piece.offset
    return apart ? [piece] : [before, after].filter(({ length }) => length > 0)
  })
}

function contains(outer: MessageEntity, inner: MessageEntity): boolean {
  if (outer.offset === inner.offset && outer.length === inner.length && outer.type === inner.type) return false
  return outer.offset <= inner.offset && endOf(inner) <= endOf(outer)
}

function endOf(entity: MessageEntity): number {
  return entity.offset + entity.length
}

/** Blank space goes from the end, and from the start up to the first entity; entities shrink and move accordingly. */
function trim({ text, entities }: FormattedText): FormattedText {
  const end = text.trimEnd().length
  const blank = text.length - text.trimStart().length
  const start = Math.min(blank, end, ...entities.map(({ offset }) => offset))
  const kept = entities.flatMap((entity) => {
    const length = Math.min(endOf(entity), end) - entity.offset
    return length > 0 ? [{ ...entity, offset: entity.offset - start, length }] : []
  })
  return { text: text.slice(start, end), entities: kept }
}

const detectors: readonly [MessageEntity.CommonMessageEntity['type'], RegExp][] = [
  ['url', /https?:\/\/[^\s<>"']*[^\s<>"'.,:;!?)]/gi],
  ['email', /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/gi],
  ['bot_command', /(?<![\w/<>@.])\/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![\w/<>])/gi],
  ['mention', /(?<![\w@.])@[a-z0-9_]{4,32}(?!\w)/gi],
  ['hashtag', /(?<![\p{L}\p{N}_/#])#(?=[\p{N}_]*\p{L})[\p{L}\p{N}_]{1,256}/giu],
]

function withFoundEntities({ text, entities }: FormattedText): FormattedText {
  const closed = entities.filter(({ type }) => ['code', 'pre', 'text_link', 'text_mention'].includes(type))
  const found: MessageEntity[] = []
  for (const [type, pattern] of detectors) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length }
      const taken = [...closed, ...found].some((other) => other.offset < endOf(entity) && entity.offset < endOf(other))
      if (!taken && !entities.some((given) => given.type === type && contains(given, entity))) found.push(entity)
    }
  }
  return { text, entities: sortEntities([...entities, ...found]) }
}
