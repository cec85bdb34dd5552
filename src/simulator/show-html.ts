import type { MessageEntity } from '@grammyjs/types'
import type { FormattedText } from './html-entities.ts'

/** Formatted text as safe HTML: only b, i, u, s, a, code, pre, blockquote and tg-spoiler; everything else is escaped text. */
export function showHtml({ text, entities }: FormattedText): string {
  const visible = entities.filter((entity) => tagsOf(entity, text) !== undefined)
  const edges = new Set([0, text.length, ...visible.flatMap(({ offset, length }) => [offset, offset + length])])
  const stops = [...edges].toSorted((a, b) => a - b)
  const open: MessageEntity[] = []
  let html = ''
  stops.forEach((stop, index) => {
    html += closeEnding(open, stop, text) + openStarting(open, visible, stop, text)
    html += escapeHtml(text.slice(stop, stops[index + 1] ?? text.length))
  })
  return html
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** Closes what ends here; what was opened inside it and goes on is closed with it and opened again. */
function closeEnding(open: MessageEntity[], stop: number, text: string): string {
  const from = open.findIndex((entity) => entity.offset + entity.length <= stop)
  if (from < 0) return ''
  const closed = open.splice(from)
  const goesOn = closed.filter((entity) => entity.offset + entity.length > stop)
  open.push(...goesOn)
  return (
    closed
      .toReversed()
      .map((entity) => tagsOf(entity, text)?.[1])
      .join('') + goesOn.map((entity) => tagsOf(entity, text)?.[0]).join('')
  )
}

function openStarting(open: MessageEntity[], entities: MessageEntity[], stop: number, text: string): string {
  const starting = entities.filter((entity) => entity.offset === stop && entity.length > 0)
  open.push(...starting)
  return starting.map((entity) => tagsOf(entity, text)?.[0]).join('')
}

/** The opening and closing tag of an entity; undefined for those a reader sees as plain text. */
function tagsOf(entity: MessageEntity, text: string): readonly [string, string] | undefined {
  switch (entity.type) {
    case 'bold':
      return ['<b>', '</b>']
    case 'italic':
      return ['<i>', '</i>']
    case 'underline':
      return ['<u>', '</u>']
    case 'strikethrough':
      return ['<s>', '</s>']
    case 'spoiler':
      return ['<tg-spoiler>', '</tg-spoiler>']
    case 'code':
      return ['<code>', '</code>']
    case 'pre':
      return ['<pre>', '</pre>']
    case 'blockquote':
    case 'expandable_blockquote':
      return ['<blockquote>', '</blockquote>']
    case 'text_link':
      return link(entity.url)
    case 'url':
      return link(text.slice(entity.offset, entity.offset + entity.length))
    default:
      return undefined
  }
}

/** Only addresses a browser may follow become links. */
function link(url: string): readonly [string, string] | undefined {
  if (!/^(https?|tg):\/\//i.test(url)) return undefined
  return [`<a href="${escapeHtml(url)}">`, '</a>']
}
