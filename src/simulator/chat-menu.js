// @ts-check
import { el } from './chat-dom.js'
import { icon } from './chat-icons.js'

/** @typedef {{ label: string, detail?: string, icon?: import('./chat-icons.js').IconName, danger?: boolean, act: () => void } | { title: string }} MenuItem */

const margin = 8

/**
 * A menu that hangs on a button; its items are asked for each time it opens. Escape or a tap elsewhere closes it.
 * @param {HTMLButtonElement} button
 * @param {() => MenuItem[]} items
 */
export function hangMenu(button, items) {
  button.setAttribute('aria-haspopup', 'menu')
  button.setAttribute('aria-expanded', 'false')
  const open = () => {
    const menu = el('div', {
      class: 'menu',
      popover: 'auto',
      role: 'menu',
      'aria-label': button.getAttribute('aria-label') ?? '',
    })
    menu.append(...items().map((item) => menuRow(item, menu)))
    menu.addEventListener('toggle', (event) => {
      if (event.newState === 'open') return
      button.setAttribute('aria-expanded', 'false')
      menu.remove()
    })
    menu.addEventListener('keydown', (event) => walk(menu, event))
    button.after(menu)
    menu.showPopover()
    place(menu, button)
    button.setAttribute('aria-expanded', 'true')
    menu.querySelector('button')?.focus({ preventScroll: true })
  }
  // A popover closes on the press of the button; without this the click that follows would open it again.
  let wasOpen = false
  button.addEventListener('pointerdown', () => {
    wasOpen = button.getAttribute('aria-expanded') === 'true'
  })
  button.addEventListener('click', () => {
    if (!wasOpen) open()
    wasOpen = false
  })
}

/**
 * @param {MenuItem} item
 * @param {HTMLElement} menu
 */
function menuRow(item, menu) {
  if ('title' in item) return el('p', { class: 'menu-title', role: 'presentation' }, item.title)
  const act = () => {
    menu.hidePopover()
    item.act()
  }
  const detail = item.detail ? el('small', {}, item.detail) : undefined
  const picture = item.icon ? icon(item.icon) : undefined
  return el(
    'button',
    {
      type: 'button',
      role: 'menuitem',
      class: item.danger ? 'danger' : undefined,
      onclick: act,
    },
    ...(picture ? [picture] : []),
    el('span', {}, item.label, detail),
  )
}

/**
 * @param {HTMLElement} menu
 * @param {KeyboardEvent} event
 */
function walk(menu, event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  event.preventDefault()
  const rows = [...menu.querySelectorAll('button')]
  const now = rows.findIndex((row) => row.matches(':focus'))
  rows[(now + step + rows.length) % rows.length]?.focus()
}

/**
 * Below the button where there is room, otherwise above it; within the button's own phone, and never beyond the window.
 * @param {HTMLElement} menu
 * @param {HTMLElement} button
 */
function place(menu, button) {
  const anchor = button.getBoundingClientRect()
  const rightEdge = Math.min(innerWidth, button.closest('.phone')?.getBoundingClientRect().right ?? innerWidth)
  const { offsetWidth: width, offsetHeight: height } = menu
  const fitsBelow = anchor.bottom + height + margin <= innerHeight
  const top = fitsBelow ? anchor.bottom + 4 : Math.max(margin, anchor.top - height - 4)
  const fitsRight = anchor.left + width + margin <= rightEdge
  const left = fitsRight ? anchor.left : Math.max(margin, anchor.right - width)
  menu.style.top = `${top}px`
  menu.style.left = `${left}px`
}
