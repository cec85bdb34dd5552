// @ts-check
import { el } from './chat-dom.js'

const kept = new Set(['B', 'I', 'U', 'S', 'A', 'CODE', 'PRE', 'BLOCKQUOTE', 'TG-SPOILER'])
const safeLink = /^(https?|tg|tel):/i
/** What Telegram makes tappable by itself in plain text: web addresses and commands of the bot. */
const tappable = /(?<web>https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])|(?<=^|\s)(?<command>\/[a-z0-9_]{1,32})(?![\w/])/gi

/**
 * The server's HTML of a message, built anew from the few elements a message may have.
 * @param {string} html
 * @returns {DocumentFragment}
 */
export function messageContent(html) {
  const template = document.createElement('template')
  template.innerHTML = html
  const content = document.createDocumentFragment()
  content.append(...[...template.content.childNodes].flatMap((node) => rebuilt(node, false)))
  return content
}

/**
 * @param {Node} node
 * @param {boolean} literal inside a link or code, where nothing becomes tappable
 * @returns {(Node | string)[]}
 */
function rebuilt(node, literal) {
  if (node instanceof Text) return literal ? [node.data] : linked(node.data)
  if (!(node instanceof Element)) return []
  const tag = node.tagName
  const inside = [...node.childNodes].flatMap((child) => rebuilt(child, literal || ['A', 'CODE', 'PRE'].includes(tag)))
  if (!kept.has(tag)) return tag === 'BR' ? ['\n'] : inside
  if (tag === 'A') return [link(node.getAttribute('href') ?? '', inside)]
  if (tag === 'TG-SPOILER') return [spoiler(inside)]
  const copy = document.createElement(tag)
  copy.append(...inside)
  return [copy]
}

/** @param {string} text */
function linked(text) {
  /** @type {(Node | string)[]} */
  const parts = []
  let from = 0
  for (const match of text.matchAll(tappable)) {
    parts.push(text.slice(from, match.index))
    const [found] = match
    parts.push(
      match.groups?.web
        ? link(found, [found])
        : el('button', { type: 'button', class: 'command', 'data-command': found }, found),
    )
    from = match.index + found.length
  }
  parts.push(text.slice(from))
  return parts
}

/**
 * @param {string} href
 * @param {(Node | string)[]} inside
 */
function link(href, inside) {
  const anchor = el('a', safeLink.test(href) ? { href, target: '_blank', rel: 'noopener noreferrer' } : {})
  anchor.append(...inside)
  return anchor
}

/** @param {(Node | string)[]} inside */
function spoiler(inside) {
  const reveal = () => {
    cover.dataset.shown = ''
    cover.removeAttribute('role')
  }
  const cover = el('span', {
    class: 'spoiler',
    role: 'button',
    tabindex: 0,
    onclick: reveal,
  })
  cover.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') reveal()
  })
  cover.append(...inside)
  return cover
}
