// @ts-check
import { el, refill } from './chat-dom.js'
import { messageContent } from './chat-html.js'
import { icon, stickerPicture } from './chat-icons.js'
import { sizeOf, timeOf } from './chat-time.js'
import { words } from './chat-words.js'

/** @typedef {import('./model.ts').ShownMessage} ShownMessage */
/** @typedef {import('./model.ts').ShownButton} ShownButton */
/**
 * What can be done to a message.
 * @typedef {object} BubbleActions
 * @property {(messageId: number, data: string) => Promise<boolean>} press
 * @property {(message: ShownMessage) => void} reply
 * @property {(message: ShownMessage) => void} openPhoto
 */

/**
 * An empty place for one message; `fillBubble` writes into it at each new version.
 * @param {ShownMessage} message
 */
export const bubbleFor = (message) => el('article', { class: 'msg', tabindex: -1, 'data-from': message.from })

/**
 * @param {HTMLElement} place
 * @param {ShownMessage} message
 * @param {BubbleActions} actions
 */
export function fillBubble(place, message, actions) {
  place.toggleAttribute('data-unasked', message.unasked)
  const bubble = el('div', { class: bubbleKind(message) }, ...bubbleParts(message, actions))
  const rows = message.buttons.map((row) =>
    el('div', { class: 'inline-row' }, ...row.map((button) => inlineButton(message, button, actions))),
  )
  const answer = message.from === 'bot' ? replyButton(message, actions) : undefined
  refill(place, [el('div', { class: 'stack' }, el('div', { class: 'bubble-frame' }, bubble, answer), ...rows)])
}

/** Takes the spinners off: something came back. @param {Element} within */
export function settleButtons(within) {
  for (const button of within.querySelectorAll('[aria-busy]')) button.removeAttribute('aria-busy')
}

/** @param {ShownMessage} message */
function bubbleKind(message) {
  if (message.sticker) return 'bubble bare'
  if (message.file?.kind === 'photo') return message.text ? 'bubble pictured' : 'bubble pictured wordless'
  return 'bubble'
}

/**
 * @param {ShownMessage} message
 * @param {BubbleActions} actions
 */
function bubbleParts(message, actions) {
  /** @type {Node[]} */
  const parts = []
  if (message.sticker) parts.push(el('span', { role: 'img', 'aria-label': words.sticker }, stickerPicture()))
  if (message.file?.kind === 'photo') parts.push(photo(message, message.file.fileId, actions))
  if (message.file?.kind === 'document') parts.push(fileCard(message.file))
  if (message.contact) parts.push(contactCard(message.contact))
  const text = el('div', { class: 'text' }, message.sticker ? undefined : messageContent(message.html), meta(message))
  return [...parts, text]
}

/**
 * @param {ShownMessage} message
 * @param {string} fileId
 * @param {BubbleActions} actions
 */
function photo(message, fileId, actions) {
  const picture = el('img', {
    src: fileUrl(fileId),
    alt: message.text || words.photo,
    draggable: !message.protected ? undefined : 'false',
  })
  return el(
    'button',
    {
      type: 'button',
      class: 'photo',
      'data-key': 'photo',
      'aria-label': words.openPhoto,
      onclick: () => actions.openPhoto(message),
    },
    picture,
  )
}

/** @param {import('./model.ts').ShownFile} file */
function fileCard({ fileId, name, mime, size }) {
  const ending = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).slice(0, 4) : ''
  return el(
    'a',
    {
      class: 'file-card',
      href: fileUrl(fileId),
      target: '_blank',
      rel: 'noopener',
      'data-key': 'file',
    },
    el('span', { class: 'file-sign', 'data-pdf': mime === 'application/pdf' }, icon('file'), el('b', {}, ending)),
    el('span', { class: 'file-name' }, name, el('small', {}, sizeOf(size))),
  )
}

/** @param {{ phone: string, name: string }} contact */
const contactCard = ({ phone, name }) =>
  el(
    'div',
    { class: 'contact-card' },
    el('span', { class: 'contact-sign' }, icon('phone')),
    el('span', {}, name, el('small', {}, `+${phone.replace(/^\+/, '')}`)),
  )

/** @param {ShownMessage} message */
function meta(message) {
  const time = el('time', { datetime: new Date(message.at).toISOString() }, timeOf(message.at))
  const unasked = message.unasked
    ? el('span', { class: 'unasked', title: words.unaskedHint }, icon('bell'), words.unasked)
    : undefined
  const lock = message.protected
    ? el('span', { title: words.protected, role: 'img', 'aria-label': words.protected }, icon('lock'))
    : undefined
  return el('span', { class: 'meta' }, unasked, lock, message.edited ? words.edited : undefined, time)
}

/**
 * @param {ShownMessage} message
 * @param {ShownButton} button
 * @param {BubbleActions} actions
 */
function inlineButton(message, { text, data, url, style }, actions) {
  const shared = {
    class: 'inline',
    'data-style': style,
    'data-key': data ?? url ?? text,
  }
  if (url)
    return el(
      'a',
      { ...shared, href: url, target: '_blank', rel: 'noopener noreferrer' },
      el('span', {}, text),
      icon('open'),
    )
  const button = el('button', { ...shared, type: 'button', disabled: data === undefined }, el('span', {}, text))
  button.addEventListener('click', async () => {
    if (data === undefined || button.hasAttribute('aria-busy')) return
    button.setAttribute('aria-busy', 'true')
    if (!(await actions.press(message.id, data))) button.removeAttribute('aria-busy')
  })
  return button
}

/**
 * @param {ShownMessage} message
 * @param {BubbleActions} actions
 */
const replyButton = (message, actions) =>
  el(
    'button',
    {
      type: 'button',
      class: 'icon-button reply',
      'data-key': 'reply',
      'aria-label': words.reply,
      onclick: () => actions.reply(message),
    },
    icon('reply'),
  )

/** @param {string} fileId */
export const fileUrl = (fileId) => `files/${encodeURIComponent(fileId)}`
