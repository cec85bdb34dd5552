// @ts-check
import { bubbleFor, fillBubble, settleButtons } from './chat-bubble.js'
import { arrange, el, setText } from './chat-dom.js'
import { icon } from './chat-icons.js'
import { dayOf } from './chat-time.js'
import { words } from './chat-words.js'

/** @typedef {import('./model.ts').ShownMessage} ShownMessage */

/** Nearer to the end than this is "at the end". */
const nearEnd = 48
/** Messages of one side within this time stand close together. */
const sameBreath = 120_000
/** A press that changes nothing to see is taken for answered after this time. */
const quietAnswer = 2500

/**
 * The scrolling part of a phone. It stays at the newest message unless its reader went up to read.
 * @param {string} name whose conversation this is, for screen readers
 * @param {import('./chat-bubble.js').BubbleActions} actions
 * @param {() => void} wasRead called when the newest message is in view
 */
export function createThread(name, actions, wasRead) {
  const list = el('div', { class: 'thread-list' })
  const scroller = el(
    'div',
    { class: 'thread', role: 'log', 'aria-live': 'polite', 'aria-label': words.thread(name), tabindex: 0 },
    list,
  )
  const pillText = el('span', {}, words.newMessages(1))
  const pill = el(
    'button',
    { type: 'button', class: 'pill', hidden: true, onclick: () => toEnd(true) },
    pillText,
    icon('down'),
  )
  const node = el('div', { class: 'thread-frame' }, scroller, pill)
  /** @type {Map<number, { place: HTMLElement, version: number }>} */
  const bubbles = new Map()
  /** @type {Map<string, HTMLElement>} */
  const days = new Map()
  let stuck = true
  let below = 0
  let newest = 0
  let looked = ''

  const toEnd = (smooth = false) => {
    stuck = true
    scroller.scrollTo({ top: scroller.scrollHeight, behavior: smooth ? 'smooth' : 'instant' })
    reachedEnd()
  }
  const reachedEnd = () => {
    below = 0
    pill.hidden = true
    if (isInView()) wasRead()
  }
  const isInView = () => scroller.clientHeight > 0
  const showPill = () => {
    pill.hidden = stuck
    setText(pillText, below > 0 ? words.newMessages(below) : '')
    pill.setAttribute('aria-label', below > 0 ? words.newMessages(below) : words.toBottom)
  }
  scroller.addEventListener('scroll', () => {
    stuck = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < nearEnd
    if (stuck) reachedEnd()
    else showPill()
  })
  // Pictures arrive late and keyboards come and go; neither may move the end out of sight.
  const resized = new ResizeObserver(() => stuck && toEnd())
  resized.observe(list)
  resized.observe(scroller)

  /** @param {ShownMessage} message @param {boolean} isNew */
  const placeOf = (message, isNew) => {
    const known = bubbles.get(message.id)
    if (known?.version === message.version) return known.place
    const place = known?.place ?? bubbleFor(message)
    fillBubble(place, message, actions)
    if (!known && isNew) place.classList.add('arriving')
    bubbles.set(message.id, { place, version: message.version })
    return place
  }

  /** @param {string} label */
  const dayLine = (label) => {
    const line = days.get(label) ?? el('p', { class: 'day' }, el('span', {}, label))
    days.set(label, line)
    return line
  }

  /** @param {ShownMessage[]} messages */
  const render = (messages) => {
    const seen = messages.map(({ id, version }) => `${id}.${version}`).join()
    if (seen !== looked) settleButtons(list)
    else setTimeout(() => settleButtons(list), quietAnswer)
    looked = seen
    const before = newest
    const arrived = messages.filter((message) => message.id > before)
    /** @type {Element[]} */
    const wanted = []
    messages.forEach((message, index) => {
      const day = dayOf(message.at)
      const previous = messages[index - 1]
      if (!previous || dayOf(previous.at) !== day) wanted.push(dayLine(day))
      const place = placeOf(message, before > 0)
      place.toggleAttribute('data-close', isSameBreath(previous, message))
      wanted.push(place)
    })
    forgetGone(messages)
    arrange(list, wanted)
    newest = Math.max(0, ...messages.map((message) => message.id))
    if (stuck || arrived.some((message) => message.from === 'person')) return toEnd(before > 0)
    below += arrived.length
    showPill()
  }

  /** @param {ShownMessage[]} messages */
  const forgetGone = (messages) => {
    const ids = new Set(messages.map((message) => message.id))
    for (const id of [...bubbles.keys()]) if (!ids.has(id)) bubbles.delete(id)
  }

  return { node, render, isAtEnd: () => stuck && isInView() }
}

/**
 * @param {ShownMessage | undefined} previous
 * @param {ShownMessage} message
 */
const isSameBreath = (previous, message) =>
  previous !== undefined &&
  previous.from === message.from &&
  message.at - previous.at < sameBreath &&
  dayOf(previous.at) === dayOf(message.at)
