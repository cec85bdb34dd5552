// @ts-check
import { arrange, byId, el, setText } from './chat-dom.js'
import { icon } from './chat-icons.js'
import { avatar, fullName } from './chat-people.js'
import { post } from './chat-server.js'
import { fullDayOf, timeOf } from './chat-time.js'
import { createTroubles } from './chat-troubles.js'
import { words } from './chat-words.js'

/** @typedef {import('./model.ts').ShownPerson} ShownPerson */
/** @typedef {import('./chat-server.js').WorldState} WorldState */

/**
 * The top of the page: the clock, what moves it, the plug, and newcomers. The server leaves out what this demo cannot do.
 * @param {{ newPerson(): void, changed(state: WorldState): void, failed(sentence: string): void }} on
 */
export function createBar(on) {
  const more = byId('more')
  const controls = byId('controls')
  const plug = document.getElementById('plug')
  const troubles = createTroubles(on)
  let pulled = false
  more.append(icon('sliders'))
  byId('new-person').prepend(icon('plus'))

  const fold = (/** @type {boolean} */ open) => {
    controls.toggleAttribute('data-open', open)
    more.setAttribute('aria-expanded', String(open))
  }
  /** @param {WorldState} state */
  const render = (state) => {
    pulled = state.pulled
    setText(byId('clock-day'), fullDayOf(state.now))
    setText(byId('clock-time'), `${timeOf(state.now)} WIB`)
    byId('clock').setAttribute('datetime', new Date(state.now).toISOString())
    plug?.setAttribute('aria-pressed', String(pulled))
    if (plug) setText(byId('plug-label'), pulled ? words.unplug : words.plug)
    troubles.render(state)
  }
  /** One thing at a time, with a sign on the button that was pressed. @param {HTMLElement} button @param {string} path @param {() => object} body */
  const onPress = (button, path, body) =>
    button.addEventListener('click', async () => {
      if (controls.querySelector('[aria-busy]')) return
      button.setAttribute('aria-busy', 'true')
      await post(path, body()).then(on.changed, (error) => on.failed(error.message))
      button.removeAttribute('aria-busy')
    })

  for (const button of controls.querySelectorAll('[data-step]')) {
    if (button instanceof HTMLElement) onPress(button, 'clock', () => ({ step: button.dataset.step }))
  }
  if (plug) onPress(plug, 'plug', () => ({ pulled: !pulled }))
  byId('new-person').addEventListener('click', () => {
    fold(false)
    on.newPerson()
  })
  more.addEventListener('click', () => fold(!controls.hasAttribute('data-open')))
  document.addEventListener('keydown', (event) => event.key === 'Escape' && fold(false))
  document.addEventListener('pointerdown', (event) => {
    const inside = event.target instanceof Node && (controls.contains(event.target) || more.contains(event.target))
    if (!inside) fold(false)
  })
  return { render }
}

/**
 * The row of people: who there is, whose phone is in view, and who has something unread.
 * @param {(personId: number) => void} pick
 */
export function createPeopleRow(pick) {
  const row = byId('people')
  /** @type {Map<number, { chip: HTMLButtonElement, badge: HTMLElement }>} */
  const chips = new Map()

  /** @param {ShownPerson} person */
  const chipOf = (person) => {
    const known = chips.get(person.id)
    if (known) return known
    const badge = el('span', { class: 'badge' })
    const chip = el(
      'button',
      {
        type: 'button',
        class: 'chip',
        title: person.note,
        onclick: () => pick(person.id),
      },
      avatar(person),
      el('span', { class: 'chip-name' }, fullName(person)),
      badge,
    )
    const made = { chip, badge }
    chips.set(person.id, made)
    return made
  }
  /**
   * @param {ShownPerson[]} people
   * @param {(personId: number) => { inView: boolean, active: boolean, unread: number }} standing
   */
  const render = (people, standing) => {
    const wanted = people.map((person) => {
      const { chip, badge } = chipOf(person)
      const { inView, active, unread } = standing(person.id)
      const wasActive = chip.hasAttribute('data-active')
      chip.setAttribute('aria-pressed', String(inView))
      chip.toggleAttribute('data-active', active)
      setText(badge, unread > 0 ? String(Math.min(unread, 99)) : '')
      badge.setAttribute('aria-label', unread > 0 ? words.unread(unread) : '')
      badge.hidden = unread === 0
      if (active && !wasActive)
        requestAnimationFrame(() => chip.scrollIntoView({ block: 'nearest', inline: 'nearest' }))
      return chip
    })
    arrange(row, wanted)
  }
  return { render }
}
