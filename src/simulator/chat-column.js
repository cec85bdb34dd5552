// @ts-check
import { fileUrl } from './chat-bubble.js'
import { createComposer } from './chat-composer.js'
import { showAlert, showPhoto } from './chat-dialogs.js'
import { el, setText } from './chat-dom.js'
import { askToSend, uploadForm } from './chat-files.js'
import { icon } from './chat-icons.js'
import { hangMenu } from './chat-menu.js'
import { avatar, fullName } from './chat-people.js'
import { post } from './chat-server.js'
import { createThread } from './chat-thread.js'
import { words } from './chat-words.js'

/** @typedef {import('./model.ts').ShownChat} ShownChat */
/**
 * What a phone asks of the page around it.
 * @typedef {object} Neighbours
 * @property {(personId: number) => void} close
 * @property {(personId: number) => void} wasRead
 * @property {(personId: number, href: string) => boolean} followLink true when the link stays in the simulator
 */
/** @typedef {ReturnType<typeof createColumn>} Column */

const toastTime = 4000

/**
 * One person's phone.
 * @param {ShownChat} first
 * @param {Neighbours} neighbours
 */
export function createColumn(first, neighbours) {
  const { person } = first
  const name = fullName(person)
  let chat = first
  let seenToast = JSON.stringify(first.toast)

  /** Does one deed and says so when it fails. @param {string} verb @param {object | FormData} [body] */
  const act = async (verb, body) => {
    try {
      await post(`people/${person.id}/${verb}`, body)
      return true
    } catch (error) {
      showToast(error instanceof Error ? error.message : words.notSent)
      return false
    }
  }
  const say = (/** @type {string} */ text, /** @type {number | undefined} */ replyTo = undefined) =>
    act('say', replyTo === undefined ? { text } : { text, replyTo })

  const toast = el('div', { class: 'toast', role: 'status' })
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let hiding
  /** @param {string} text */
  const showToast = (text) => {
    clearTimeout(hiding)
    toast.replaceChildren(el('span', {}, text))
    hiding = setTimeout(() => toast.replaceChildren(), toastTime)
  }

  /** @param {File[]} files @param {boolean} asPhoto */
  const attach = (files, asPhoto) =>
    askToSend(files, asPhoto, async (uploads) => {
      for (const upload of uploads) {
        try {
          await act(upload.kind, await uploadForm(upload))
        } catch (error) {
          showToast(error instanceof Error ? error.message : words.notSent)
        }
      }
    })

  const thread = createThread(
    name,
    {
      press: (messageId, data) => act('press', { messageId, data }),
      reply: (message) => composer.reply(message),
      openPhoto: (message) => message.file && showPhoto(fileUrl(message.file.fileId), message.text, !message.protected),
    },
    () => neighbours.wasRead(person.id),
  )
  const composer = createComposer(name, {
    say,
    edit: (messageId, text) => act('edit', { messageId, text }),
    contact: () => void act('contact'),
    attach,
  })
  const note = el('p', {})
  const welcome = el(
    'div',
    { class: 'welcome' },
    el('span', { class: 'welcome-mark' }),
    el('strong', {}, words.bot),
    el('p', {}, words.botIs),
    el('p', { class: 'hint' }, words.startHint),
  )
  const start = el('button', { type: 'button', class: 'bottom-button', onclick: () => void say('/start') }, words.start)
  const unblock = el(
    'button',
    { type: 'button', class: 'bottom-button', onclick: () => void act('unblock') },
    words.unblock,
  )
  const menuButton = el(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': words.menuOf(name) },
    icon('menu'),
  )
  const closeButton = el(
    'button',
    {
      type: 'button',
      class: 'icon-button close',
      'aria-label': words.closePhone(name),
      onclick: () => neighbours.close(person.id),
    },
    icon('close'),
  )
  const header = el(
    'header',
    { class: 'phone-head' },
    avatar(person),
    el('div', { class: 'who' }, el('h2', {}, name), note),
    menuButton,
    closeButton,
  )
  const dropHint = el('div', { class: 'drop-hint', 'aria-hidden': true }, words.drop)
  const node = el(
    'section',
    { class: 'phone', 'aria-label': words.phoneOf(name) },
    header,
    thread.node,
    welcome,
    toast,
    composer.node,
    start,
    unblock,
    dropHint,
  )

  hangMenu(menuButton, () => [
    { label: words.ownContact, icon: 'phone', act: () => void act('contact') },
    { label: words.sendSticker, icon: 'smile', act: () => void act('sticker') },
    chat.person.blockedBot
      ? { label: words.unblock, icon: 'check', act: () => void act('unblock') }
      : { label: words.block, icon: 'block', danger: true, act: () => void act('block') },
    ...(chat.commands.length > 0 ? [{ title: words.commands }] : []),
    ...chat.commands.map(({ command, description }) => ({
      label: `/${command}`,
      detail: description,
      act: () => void say(`/${command}`),
    })),
  ])
  thread.node.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target.closest('a[href], [data-command]') : null
    if (target instanceof HTMLAnchorElement && neighbours.followLink(person.id, target.href)) event.preventDefault()
    if (target instanceof HTMLButtonElement && target.dataset.command) void say(target.dataset.command)
  })
  acceptDrops(node, (files) =>
    attach(
      files,
      files.every((file) => file.type.startsWith('image/')),
    ),
  )

  const noticeToast = () => {
    const latest = JSON.stringify(chat.toast)
    if (latest === seenToast) return
    seenToast = latest
    if (chat.toast?.alert) showAlert(chat.toast.text)
    else if (chat.toast) showToast(chat.toast.text)
  }
  /** @param {ShownChat} next */
  const render = (next) => {
    chat = next
    const { blockedBot } = chat.person
    const isEmpty = chat.messages.length === 0
    node.toggleAttribute('data-blocked', blockedBot)
    setText(note, [chat.person.note, blockedBot ? words.blocked : undefined].filter(Boolean).join(' · '))
    welcome.hidden = !isEmpty
    thread.node.hidden = isEmpty
    start.hidden = !isEmpty || blockedBot
    unblock.hidden = !blockedBot
    composer.node.hidden = isEmpty || blockedBot
    composer.render(chat)
    thread.render(chat.messages)
    noticeToast()
  }
  render(first)
  return {
    node,
    render,
    isRead: () => thread.isAtEnd(),
    focus: () => (composer.node.hidden ? start : composer).focus(),
  }
}

/**
 * @param {HTMLElement} node
 * @param {(files: File[]) => void} dropped
 */
function acceptDrops(node, dropped) {
  let depth = 0
  const hasFiles = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes('Files') ?? false
  const mark = (/** @type {number} */ next) => {
    depth = next
    node.toggleAttribute('data-dropping', depth > 0)
  }
  node.addEventListener('dragenter', (event) => hasFiles(event) && mark(depth + 1))
  node.addEventListener('dragleave', (event) => hasFiles(event) && mark(Math.max(0, depth - 1)))
  node.addEventListener('dragover', (event) => hasFiles(event) && event.preventDefault())
  node.addEventListener('drop', (event) => {
    mark(0)
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    dropped(files)
  })
}
