// @ts-check
import { el, setText } from './chat-dom.js'
import { icon } from './chat-icons.js'
import { words } from './chat-words.js'

/** Nearer to the end than this is "at the end". */
const nearEnd = 48

/**
 * A scrolling place that stays at its end unless the reader goes up to read; then a pill leads back down.
 * @param {HTMLElement} list what scrolls
 * @param {string} label
 * @param {() => void} reached called whenever the end is in view
 */
export function createScroll(list, label, reached) {
  const scroller = el(
    'div',
    { class: 'thread', role: 'log', 'aria-live': 'polite', 'aria-label': label, tabindex: 0 },
    list,
  )
  const pillText = el('span', {})
  const pill = el('button', { type: 'button', class: 'pill', onclick: () => toEnd(true) }, pillText, icon('down'))
  let stuck = true
  let lastTop = 0
  let below = 0

  const isInView = () => scroller.clientHeight > 0
  const drawPill = () => {
    pill.hidden = stuck
    setText(pillText, below > 0 ? words.newMessages(below) : '')
    pill.setAttribute('aria-label', below > 0 ? words.newMessages(below) : words.toBottom)
  }
  const atEnd = () => {
    below = 0
    drawPill()
    if (isInView()) reached()
  }
  const toEnd = (smooth = false) => {
    stuck = true
    scroller.scrollTo({ top: scroller.scrollHeight, behavior: smooth && !calm.matches ? 'smooth' : 'instant' })
    atEnd()
  }
  // Only going up leaves the end: when the list merely grows, the end moves away by itself.
  scroller.addEventListener('scroll', () => {
    const wentUp = scroller.scrollTop < lastTop - 1
    lastTop = scroller.scrollTop
    const isNearEnd = scroller.scrollHeight - lastTop - scroller.clientHeight < nearEnd
    if (isNearEnd || wentUp) stuck = isNearEnd
    if (isNearEnd) atEnd()
    else drawPill()
  })
  // Pictures arrive late and keyboards come and go; neither may move the end out of sight.
  const resized = new ResizeObserver(() => stuck && toEnd())
  resized.observe(list)
  resized.observe(scroller)
  drawPill()
  return {
    node: el('div', { class: 'thread-frame' }, scroller, pill),
    isAtEnd: () => stuck && isInView(),
    /** After the list grew. @param {{ count: number, own: boolean, smooth: boolean }} arrived */
    grew({ count, own, smooth }) {
      if (stuck || own) return toEnd(smooth)
      below += count
      drawPill()
    },
  }
}

const calm = matchMedia('(prefers-reduced-motion: reduce)')
