// @ts-check
import { el, setText } from './chat-dom.js'
import { icon } from './chat-icons.js'
import { words } from './chat-words.js'

/** @typedef {{ kind: 'reply' | 'edit', message: import('./model.ts').ShownMessage }} About */

/**
 * The strip above the field that says which message is being answered or changed.
 * @param {() => void} cancelled
 */
export function createAbout(cancelled) {
  const sign = el('span', {})
  const title = el('strong', {})
  const quote = el('span', {})
  const cancel = el(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': words.cancel, onclick: cancelled },
    icon('close'),
  )
  const node = el('div', { class: 'context', hidden: true }, sign, el('div', {}, title, quote), cancel)
  /** @type {About | undefined} */
  let about
  return {
    node,
    get: () => about,
    /** @param {About | undefined} next */
    set(next) {
      about = next
      node.hidden = next === undefined
      const isEdit = next?.kind === 'edit'
      sign.replaceChildren(icon(isEdit ? 'pen' : 'reply'))
      setText(title, isEdit ? words.editing : words.replying)
      setText(quote, next?.message.text || words.photo)
    },
  }
}
