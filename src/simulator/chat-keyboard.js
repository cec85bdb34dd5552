// @ts-check
import { el, refill } from './chat-dom.js'
import { icon } from './chat-icons.js'
import { words } from './chat-words.js'

/** @typedef {import('./model.ts').ShownChat['keyboard']} Keyboard */
/** @typedef {{ say(text: string): void, contact(): void }} KeyActions */

/**
 * The bot's own keys, and the small button in the field that shows or hides them.
 * @param {KeyActions} actions
 */
export function createKeyboard(actions) {
  const node = el('div', { class: 'keyboard', role: 'group', hidden: true })
  const toggle = el(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      hidden: true,
      'aria-expanded': 'true',
    },
    icon('keyboard'),
  )
  let shown = true
  let drawn = ''
  const apply = () => {
    const has = drawn !== ''
    toggle.hidden = !has
    node.hidden = !has || !shown
    toggle.setAttribute('aria-expanded', String(shown))
    toggle.setAttribute('aria-label', shown ? words.hideKeyboard : words.showKeyboard)
  }
  toggle.addEventListener('click', () => {
    shown = !shown
    apply()
  })

  /** @param {Keyboard} keyboard */
  const render = (keyboard) => {
    const next = keyboard ? JSON.stringify(keyboard.rows) : ''
    if (next === drawn) return
    drawn = next
    shown = true
    refill(
      node,
      keyboard?.rows.map((row) => el('div', { class: 'key-row' }, ...row.map((key) => keyButton(key, actions)))) ?? [],
    )
    apply()
  }
  return { node, toggle, render }
}

/**
 * @param {import('./model.ts').ShownKey} key
 * @param {KeyActions} actions
 */
const keyButton = ({ text, requestsContact }, actions) =>
  el(
    'button',
    {
      type: 'button',
      class: 'key',
      'data-key': text,
      onclick: () => (requestsContact ? actions.contact() : actions.say(text)),
    },
    ...(requestsContact ? [icon('phone')] : []),
    el('span', {}, text),
  )
