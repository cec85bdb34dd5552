// @ts-check
import { bubbleFor, fillBubble, settleButtons } from './chat-bubble.js'
import { arrange, el } from './chat-dom.js'
import { createScroll } from './chat-scroll.js'
import { dayOf } from './chat-time.js'
import { words } from './chat-words.js'

/** @typedef {import('./model.ts').ShownMessage} ShownMessage */

/** Messages of one side within this time stand close together. */
const sameBreath = 120_000
/** A press that changes nothing to see is taken for answered after this time. */
const quietAnswer = 2500

/**
 * The messages of one chat. Each keeps its place in the page for as long as it exists, and is filled again when it changes.
 * @param {string} name whose conversation this is, for screen readers
 * @param {import('./chat-bubble.js').BubbleActions} actions
 * @param {() => void} wasRead called when the newest message is in view
 */
export function createThread(name, actions, wasRead) {
  const list = el('div', { class: 'thread-list' })
  const scroll = createScroll(list, words.thread(name), wasRead)
  const places = createPlaces(actions)
  let newest = 0
  let seen = ''

  const settle = () => settleButtons(list)
  /** @param {ShownMessage[]} messages */
  const render = (messages) => {
    const looks = messages.map(({ id, version }) => `${id}.${version}`).join()
    if (looks === seen) return void setTimeout(settle, quietAnswer)
    settle()
    arrange(list, places.of(messages, newest))
    const arrived = messages.filter((message) => message.id > newest)
    const own = arrived.some((message) => message.from === 'person')
    scroll.grew({ count: arrived.length, own, smooth: newest > 0 })
    newest = Math.max(0, ...messages.map((message) => message.id))
    seen = looks
  }
  return { node: scroll.node, render, settle, isAtEnd: scroll.isAtEnd }
}

/** The places of the messages that exist, and the lines between days. @param {import('./chat-bubble.js').BubbleActions} actions */
function createPlaces(actions) {
  /** @type {Map<number, { place: HTMLElement, version: number }>} */
  const bubbles = new Map()
  /** @type {Map<string, HTMLElement>} */
  const days = new Map()

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
  /**
   * Everything in its order. What came after `newest` arrives with a small movement, unless all of it is new.
   * @param {ShownMessage[]} messages
   * @param {number} newest
   */
  const of = (messages, newest) => {
    const ids = new Set(messages.map((message) => message.id))
    for (const id of [...bubbles.keys()]) if (!ids.has(id)) bubbles.delete(id)
    return messages.flatMap((message, index) => {
      const previous = messages[index - 1]
      const isNewDay = !previous || dayOf(previous.at) !== dayOf(message.at)
      const place = placeOf(message, newest > 0 && message.id > newest)
      place.toggleAttribute('data-close', !isNewDay && isSameBreath(previous, message))
      return isNewDay ? [dayLine(dayOf(message.at)), place] : [place]
    })
  }
  return { of }
}

/**
 * @param {ShownMessage} previous
 * @param {ShownMessage} message
 */
const isSameBreath = (previous, message) => previous.from === message.from && message.at - previous.at < sameBreath
