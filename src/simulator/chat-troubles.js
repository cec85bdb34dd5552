// @ts-check
import { byId, el, setText } from './chat-dom.js'
import { post } from './chat-server.js'
import { words } from './chat-words.js'

/** @typedef {import('./chat-server.js').WorldState} WorldState */

/**
 * The folded panel of what may go wrong. The server leaves it out where nothing can.
 * @param {{ changed(state: WorldState): void, failed(sentence: string): void }} on
 */
export function createTroubles(on) {
  const panel = document.getElementById('troubles')
  if (!(panel instanceof HTMLDetailsElement)) return { render() {} }
  const limits = byId('limits')
  const disarm = byId('disarm')
  const summary = panel.querySelector('summary')
  let told = ''

  /** @param {Element} button @param {string} path @param {() => object} body */
  const onPress = (button, path, body) =>
    button.addEventListener('click', async () => {
      if (panel.querySelector('[aria-busy]')) return
      button.setAttribute('aria-busy', 'true')
      await post(path, body()).then(on.changed, (error) => on.failed(error.message))
      button.removeAttribute('aria-busy')
    })
  for (const button of panel.querySelectorAll('[data-fault]')) {
    if (button instanceof HTMLElement) onPress(button, 'faults', () => ({ fault: button.dataset.fault }))
  }
  onPress(limits, 'limits', () => ({ enforced: limits.getAttribute('aria-pressed') !== 'true' }))

  foldAway(panel, summary)
  /** @param {WorldState} state */
  const render = ({ trouble }) => {
    if (!trouble || JSON.stringify(trouble) === told) return
    told = JSON.stringify(trouble)
    const { armed, limited, refused } = trouble
    panel.toggleAttribute('data-armed', armed.length > 0 || limited)
    setText(byId('armed-title'), armed.length > 0 ? words.armed : words.nothingArmed)
    byId('armed').replaceChildren(...armed.map((sentence) => el('li', {}, sentence)))
    // What vanishes must not take the focus along.
    if (armed.length === 0 && disarm === document.activeElement) summary?.focus()
    disarm.hidden = armed.length === 0
    limits.setAttribute('aria-pressed', String(limited))
    setText(byId('limits-label'), limited ? words.unlimit : words.limit)
    setText(byId('limits-count'), refused > 0 ? words.refused(refused) : '')
  }
  return { render }
}

/**
 * Escape and a tap elsewhere fold the panel.
 * @param {HTMLDetailsElement} panel
 * @param {HTMLElement | null} summary
 */
function foldAway(panel, summary) {
  const fold = () => {
    panel.open = false
  }
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !panel.open) return
    // On a narrow page the bar folds by Escape too: one thing at a time.
    event.stopImmediatePropagation()
    fold()
    summary?.focus()
  })
  document.addEventListener('pointerdown', (event) => {
    if (event.target instanceof Node && !panel.contains(event.target)) fold()
  })
}
