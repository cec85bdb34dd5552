// @ts-check
import { el } from './chat-dom.js'
import { words } from './chat-words.js'

/** @typedef {{ command: string, description: string }} Command */

let made = 0

/**
 * The bot's commands, offered while one types a slash. The focus stays in the field: arrows choose, Enter sends, Escape closes.
 * @param {HTMLTextAreaElement} field
 * @param {(text: string) => void} choose
 */
export function createSuggestions(field, choose) {
  made += 1
  const listId = `suggestions-${made}`
  const node = el('div', {
    class: 'suggestions',
    id: listId,
    role: 'listbox',
    'aria-label': words.commands,
    hidden: true,
  })
  field.setAttribute('aria-controls', listId)
  field.setAttribute('aria-autocomplete', 'list')
  /** @type {Command[]} */
  let commands = []
  let chosen = 0

  const options = () => [...node.children]
  const close = () => {
    node.hidden = true
    field.removeAttribute('aria-activedescendant')
  }
  /** @param {number} index */
  const mark = (index) => {
    const all = options()
    chosen = (index + all.length) % all.length
    for (const [at, option] of all.entries()) option.setAttribute('aria-selected', String(at === chosen))
    field.setAttribute('aria-activedescendant', `${listId}-${chosen}`)
    all[chosen]?.scrollIntoView({ block: 'nearest' })
  }
  /** @param {Command} command @param {number} index */
  const row = ({ command, description }, index) => {
    const take = (/** @type {Event} */ event) => {
      event.preventDefault()
      choose(`/${command}`)
    }
    return el(
      'div',
      {
        role: 'option',
        id: `${listId}-${index}`,
        onpointerdown: (/** @type {Event} */ event) => event.preventDefault(),
        onclick: take,
      },
      el('b', {}, `/${command}`),
      el('span', {}, description),
    )
  }
  const update = () => {
    const typed = /^\/(\w*)$/.exec(field.value)?.[1]?.toLowerCase()
    const fitting = typed === undefined ? [] : commands.filter(({ command }) => command.startsWith(typed))
    node.replaceChildren(...fitting.map(row))
    if (fitting.length === 0) return close()
    node.hidden = false
    mark(0)
  }
  /**
   * True when the key was meant for the list.
   * @param {KeyboardEvent} event
   */
  const takesKey = (event) => {
    if (node.hidden) return false
    if (event.key === 'ArrowDown') mark(chosen + 1)
    else if (event.key === 'ArrowUp') mark(chosen - 1)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter' || event.key === 'Tab')
      choose(options()[chosen]?.querySelector('b')?.textContent ?? '')
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  /** @param {Command[]} offered */
  const offer = (offered) => {
    commands = offered
  }
  return { node, update, close, takesKey, offer }
}
