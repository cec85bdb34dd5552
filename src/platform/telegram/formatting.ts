import type { MessageEntity } from 'grammy/types'

// What somebody wrote, with the formatting they gave it, as the HTML in which the bot says it again.

/** A stretch of text that is set in one way, by UTF-16 units, as Telegram and JavaScript both count. */
interface Stretch {
  from: number
  until: number
  open: string
  close: string
}

const plain = { bold: 'b', italic: 'i', underline: 'u', strikethrough: 's', code: 'code', pre: 'pre' } as const
/** Text as it stands in HTML. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** What a bot may say again; the rest (mentions, bare links, pictures in the text) is found by Telegram itself, or lost. */
function tagsOf(entity: MessageEntity): { open: string; close: string } | undefined {
  if (entity.type in plain) {
    const tag = plain[entity.type as keyof typeof plain]
    return { open: `<${tag}>`, close: `</${tag}>` }
  }
  if (entity.type === 'spoiler') return { open: '<tg-spoiler>', close: '</tg-spoiler>' }
  if (entity.type === 'blockquote' || entity.type === 'expandable_blockquote')
    return { open: '<blockquote>', close: '</blockquote>' }
  return entity.type === 'text_link' ? { open: `<a href="${escapeHtml(entity.url)}">`, close: '</a>' } : undefined
}

/**
 * The text as HTML that Telegram takes, whatever the entities are: those that cross each other are cut where they do, and
 * what lies outside the text is left out.
 */
export function htmlOf(text: string, entities: readonly MessageEntity[] = []): string {
  const stretches = entities.flatMap((entity): Stretch[] => {
    const [from, until] = [Math.max(0, entity.offset), Math.min(text.length, entity.offset + entity.length)]
    const tags = tagsOf(entity)
    return tags && from < until ? [{ from, until, ...tags }] : []
  })
  const cuts = [...new Set([0, text.length, ...stretches.flatMap(({ from, until }) => [from, until])])]
  let html = ''
  let open: Stretch[] = []
  for (const [at, from] of cuts.toSorted((a, b) => a - b).entries()) {
    const wanted = stretches
      .filter((one) => one.from <= from && from < one.until)
      .toSorted((a, b) => a.from - b.from || b.until - a.until)
    const same = open.findIndex((one, place) => one !== wanted[place])
    const kept = same < 0 ? open.length : same
    html += open
      .slice(kept)
      .toReversed()
      .map(({ close }) => close)
      .join('')
    html += wanted
      .slice(kept)
      .map((one) => one.open)
      .join('')
    open = wanted
    html += escapeHtml(text.slice(from, cuts.toSorted((a, b) => a - b)[at + 1] ?? from))
  }
  return html
}

/** The same text without its tags, as a reader counts it. */
export const plainOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
