// @ts-check
import { showAlert } from './chat-dialogs.js'
import { el } from './chat-dom.js'
import { words } from './chat-words.js'

/** @typedef {import('./model.ts').ShownChat['toast']} BotToast */

const shownFor = 4000

/**
 * The short note at the top of a phone: what the bot answers a press with, or why something was not sent.
 * @param {string} name whose phone it is
 * @param {BotToast} first already old when the page opens
 */
export function createToast(name, first) {
  const node = el('div', { class: 'toast', role: 'status' })
  let seen = JSON.stringify(first)
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let hiding
  /** @param {string} text */
  const show = (text) => {
    clearTimeout(hiding)
    node.replaceChildren(el('span', {}, text))
    hiding = setTimeout(() => node.replaceChildren(), shownFor)
  }
  /** True when the bot has just answered with words. @param {BotToast} latest */
  const notice = (latest) => {
    const isOld = JSON.stringify(latest) === seen
    seen = JSON.stringify(latest)
    if (isOld || !latest) return false
    if (latest.alert) showAlert(latest.text, words.botTo(name))
    else show(latest.text)
    return true
  }
  return { node, show, notice }
}
