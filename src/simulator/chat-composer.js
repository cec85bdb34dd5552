// @ts-check
import { createAbout } from './chat-about.js'
import { attachButton, onPastedFiles } from './chat-attach.js'
import { el } from './chat-dom.js'
import { icon } from './chat-icons.js'
import { createKeyboard } from './chat-keyboard.js'
import { createSuggestions } from './chat-suggestions.js'
import { words } from './chat-words.js'

/** @typedef {import('./model.ts').ShownMessage} ShownMessage */
/** @typedef {import('./model.ts').ShownChat} ShownChat */
/**
 * @typedef {object} ComposerActions
 * @property {(text: string, replyTo?: number) => Promise<boolean>} say
 * @property {(messageId: number, text: string) => Promise<boolean>} edit
 * @property {() => void} contact
 * @property {(files: File[], asPhoto: boolean) => void} attach
 */

const tallest = 140

/**
 * Where a person writes: the field, the bot's keyboard, what is being answered or changed.
 * @param {string} name
 * @param {ComposerActions} actions
 */
export function createComposer(name, actions) {
  const field = createField(name)
  const send = el('button', { class: 'send', 'aria-label': words.send, disabled: true }, icon('send'))
  const slash = el(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': words.commands, hidden: true },
    icon('slash'),
  )
  const about = createAbout(() => leaveAbout())
  const keyboard = createKeyboard({ say: (text) => interject(text, field.value), contact: actions.contact })
  const suggestions = createSuggestions(field, (text) => interject(text, ''))
  const box = el('div', { class: 'field' }, field, slash, keyboard.toggle)
  const row = el('div', { class: 'write-row' }, attachButton(actions.attach), box, send)
  const node = el('form', { class: 'composer' }, suggestions.node, about.node, row, keyboard.node)
  /** @type {ShownChat | undefined} */
  let chat

  const refresh = () => {
    field.style.height = 'auto'
    field.style.height = `${Math.min(field.scrollHeight, tallest)}px`
    slash.hidden = field.value !== '' || !chat?.commands.length
    send.disabled = field.value.trim() === ''
    suggestions.update()
  }
  /** @param {string} text */
  const write = (text) => {
    field.value = text
    refresh()
  }
  /** @param {import('./chat-about.js').About | undefined} next */
  const setAbout = (next) => {
    about.set(next)
    const isEdit = next?.kind === 'edit'
    send.replaceChildren(icon(isEdit ? 'check' : 'send'))
    send.setAttribute('aria-label', isEdit ? words.save : words.send)
  }
  const leaveAbout = () => {
    if (about.get()?.kind === 'edit') write('')
    setAbout(undefined)
    field.focus()
  }
  /** Leaves `rest` in the field at once, and gives everything back if the text could not be sent. @param {string} text @param {string} rest */
  const deliver = async (text, rest) => {
    const draft = field.value
    const was = about.get()
    write(rest)
    setAbout(undefined)
    const sent = was?.kind === 'edit' ? actions.edit(was.message.id, text) : actions.say(text, was?.message.id)
    if (await sent) return
    if (field.value === rest) write(draft)
    setAbout(was)
  }
  /** A key or a command is always a new message, even while an old one is being changed. @param {string} text @param {string} rest */
  const interject = (text, rest) => {
    const isEdit = about.get()?.kind === 'edit'
    if (isEdit) setAbout(undefined)
    void deliver(text, isEdit ? '' : rest)
  }
  const editLast = () => {
    const last = chat?.messages.findLast((message) => message.from === 'person')
    if (!last || last.text === '' || last.contact || last.sticker) return false
    setAbout({ kind: 'edit', message: last })
    write(last.text)
    return true
  }
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.isComposing || suggestions.takesKey(event)) return
    const { key, shiftKey } = event
    if (key === 'Enter' && !shiftKey) node.requestSubmit()
    else if (key === 'Escape' && about.get()) leaveAbout()
    else if (key !== 'ArrowUp' || field.value !== '' || !editLast()) return
    event.preventDefault()
  }

  node.addEventListener('submit', (event) => {
    event.preventDefault()
    const text = field.value.trim()
    if (text) void deliver(text, '')
    field.focus()
  })
  slash.addEventListener('click', () => {
    write('/')
    field.focus()
  })
  field.addEventListener('input', refresh)
  field.addEventListener('focus', suggestions.update)
  field.addEventListener('blur', suggestions.close)
  field.addEventListener('keydown', onKey)
  onPastedFiles(field, (files) => actions.attach(files, true))
  return {
    node,
    focus: () => field.focus(),
    /** @param {ShownMessage} message */
    reply(message) {
      if (about.get()?.kind === 'edit') write('')
      setAbout({ kind: 'reply', message })
      field.focus()
    },
    /** @param {ShownChat} next */
    render(next) {
      chat = next
      suggestions.offer(next.commands)
      keyboard.render(next.keyboard)
      field.placeholder = next.keyboard?.placeholder ?? words.write
      slash.hidden = field.value !== '' || next.commands.length === 0
    },
  }
}

/** @param {string} name */
const createField = (name) =>
  el('textarea', {
    rows: 1,
    maxlength: 4096,
    placeholder: words.write,
    'aria-label': words.writeTo(name),
    enterkeyhint: 'send',
  })
