// @ts-check
import { el, setText } from './chat-dom.js'
import { icon } from './chat-icons.js'
import { createKeyboard } from './chat-keyboard.js'
import { hangMenu } from './chat-menu.js'
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
  const field = el('textarea', {
    rows: 1,
    maxlength: 4096,
    placeholder: words.write,
    'aria-label': words.writeTo(name),
    enterkeyhint: 'send',
  })
  const slash = el(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': words.commands, hidden: true },
    icon('slash'),
  )
  const sendIcon = el('span', {}, icon('send'))
  const send = el('button', { class: 'send', 'aria-label': words.send }, sendIcon)
  const contextTitle = el('strong', {})
  const contextText = el('span', {})
  const contextIcon = el('span', {})
  const cancel = el('button', { type: 'button', class: 'icon-button', 'aria-label': words.cancel }, icon('close'))
  const context = el(
    'div',
    { class: 'context', hidden: true },
    contextIcon,
    el('div', {}, contextTitle, contextText),
    cancel,
  )
  const keyboard = createKeyboard({ say: (text) => void sendText(text), contact: actions.contact })
  const suggestions = createSuggestions(field, (text) => void sendText(text))
  const attach = attachButton(actions.attach)
  const row = el(
    'div',
    { class: 'write-row' },
    attach,
    el('div', { class: 'field' }, field, slash, keyboard.toggle),
    send,
  )
  const node = el('form', { class: 'composer' }, suggestions.node, context, row, keyboard.node)
  /** @type {{ kind: 'reply' | 'edit', message: ShownMessage } | undefined} */
  let about
  /** @type {ShownMessage[]} */
  let messages = []
  let hasCommands = false

  const fieldChanged = () => {
    field.style.height = 'auto'
    field.style.height = `${Math.min(field.scrollHeight, tallest)}px`
    slash.hidden = !hasCommands || field.value !== ''
    send.disabled = field.value.trim() === ''
    suggestions.update()
  }
  /** @param {string} text */
  const write = (text) => {
    field.value = text
    fieldChanged()
  }
  /** @param {typeof about} next */
  const setAbout = (next) => {
    about = next
    context.hidden = next === undefined
    contextIcon.replaceChildren(icon(next?.kind === 'edit' ? 'pen' : 'reply'))
    setText(contextTitle, next?.kind === 'edit' ? words.editing : words.replying)
    setText(contextText, next?.message.text || words.photo)
    sendIcon.replaceChildren(icon(next?.kind === 'edit' ? 'check' : 'send'))
    send.setAttribute('aria-label', next?.kind === 'edit' ? words.save : words.send)
  }
  const leaveAbout = () => {
    if (about?.kind === 'edit') write('')
    setAbout(undefined)
    field.focus()
  }
  /** Clears the field at once and gives the text back if it could not be sent. @param {string} text */
  const sendText = async (text) => {
    const was = about
    const isTyped = text === field.value.trim()
    const draft = field.value
    write(isTyped || text.startsWith('/') ? '' : draft)
    setAbout(undefined)
    const sent =
      was?.kind === 'edit' ? await actions.edit(was.message.id, text) : await actions.say(text, was?.message.id)
    if (sent) return
    if (field.value === '') write(draft)
    setAbout(was)
  }
  const editLast = () => {
    const last = messages.findLast((message) => message.from === 'person')
    if (!last || last.text === '' || last.contact || last.sticker) return false
    setAbout({ kind: 'edit', message: last })
    write(last.text)
    return true
  }

  node.addEventListener('submit', (event) => {
    event.preventDefault()
    const text = field.value.trim()
    if (text) void sendText(text)
    field.focus()
  })
  field.addEventListener('input', fieldChanged)
  field.addEventListener('blur', suggestions.close)
  field.addEventListener('focus', suggestions.update)
  field.addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    actions.attach(files, true)
  })
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || suggestions.takesKey(event)) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      node.requestSubmit()
    } else if (event.key === 'Escape' && about) leaveAbout()
    else if (event.key === 'ArrowUp' && field.value === '' && editLast()) event.preventDefault()
  })
  cancel.addEventListener('click', leaveAbout)
  slash.addEventListener('click', () => {
    write('/')
    field.focus()
  })

  /** @param {ShownChat} chat */
  const render = (chat) => {
    messages = chat.messages
    hasCommands = chat.commands.length > 0
    suggestions.offer(chat.commands)
    keyboard.render(chat.keyboard)
    field.placeholder = chat.keyboard?.placeholder ?? words.write
    slash.hidden = !hasCommands || field.value !== ''
  }
  send.disabled = true
  setAbout(undefined)
  return {
    node,
    render,
    /** @param {ShownMessage} message */
    reply: (message) => {
      if (about?.kind === 'edit') write('')
      setAbout({ kind: 'reply', message })
      field.focus()
    },
    focus: () => field.focus(),
  }
}

/** @param {(files: File[], asPhoto: boolean) => void} attach */
function attachButton(attach) {
  const button = el('button', { type: 'button', class: 'icon-button', 'aria-label': words.attach }, icon('attach'))
  hangMenu(button, () => [
    { label: words.asPhoto, icon: 'image', act: () => pick('image/*', (files) => attach(files, true)) },
    { label: words.asFile, icon: 'file', act: () => pick('', (files) => attach(files, false)) },
  ])
  return button
}

/**
 * @param {string} accept
 * @param {(files: File[]) => void} picked
 */
function pick(accept, picked) {
  const input = el('input', { type: 'file', multiple: true, accept })
  input.addEventListener('change', () => input.files && input.files.length > 0 && picked([...input.files]))
  input.click()
}
