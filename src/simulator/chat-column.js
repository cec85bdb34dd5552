// @ts-check
import { onDroppedFiles } from './chat-attach.js'
import { fileUrl } from './chat-bubble.js'
import { createComposer } from './chat-composer.js'
import { createDeeds } from './chat-deeds.js'
import { showPhoto } from './chat-dialogs.js'
import { el, setText } from './chat-dom.js'
import { icon } from './chat-icons.js'
import { hangMenu } from './chat-menu.js'
import { avatar, fullName } from './chat-people.js'
import { createThread } from './chat-thread.js'
import { createToast } from './chat-toast.js'
import { words } from './chat-words.js'

/** @typedef {import('./model.ts').ShownChat} ShownChat */
/** @typedef {import('./chat-deeds.js').Deeds} Deeds */
/**
 * What a phone asks of the page around it.
 * @typedef {object} Neighbours
 * @property {(personId: number) => void} close
 * @property {(personId: number) => void} wasRead
 * @property {(personId: number, href: string) => boolean} followLink true when the link stays in the simulator
 */
/** @typedef {ReturnType<typeof createColumn>} Column */

/**
 * One person's phone.
 * @param {ShownChat} first
 * @param {Neighbours} neighbours
 */
export function createColumn(first, neighbours) {
  const { person } = first
  const name = fullName(person)
  let chat = first
  const toast = createToast(name, first.toast)
  const deeds = createDeeds(person.id, toast.show)
  const composer = createComposer(name, deeds)
  const thread = createThread(
    name,
    {
      press: deeds.press,
      reply: composer.reply,
      openPhoto: ({ file, text, protected: isProtected }) =>
        file && showPhoto(fileUrl(file.fileId), text, !isProtected),
    },
    () => neighbours.wasRead(person.id),
  )
  const head = phoneHead(
    person,
    () => menuItems(chat, deeds),
    () => neighbours.close(person.id),
  )
  const welcome = welcomeScreen()
  const start = bottomButton(words.start, () => void deeds.say('/start'))
  const unblock = bottomButton(words.unblock, deeds.unblock)
  const node = el(
    'section',
    { class: 'phone', 'aria-label': words.phoneOf(name) },
    ...[head.node, thread.node, welcome, toast.node, composer.node, start, unblock],
    el('div', { class: 'drop-hint', 'aria-hidden': true }, words.drop),
  )
  thread.node.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target.closest('a[href], [data-command]') : null
    if (target instanceof HTMLAnchorElement && neighbours.followLink(person.id, target.href)) event.preventDefault()
    if (target instanceof HTMLButtonElement && target.dataset.command) void deeds.say(target.dataset.command)
  })
  onDroppedFiles(node, (files) =>
    deeds.attach(
      files,
      files.every((file) => file.type.startsWith('image/')),
    ),
  )

  /** @param {ShownChat} next */
  const render = (next) => {
    chat = next
    const { blockedBot, deleted = false, note } = next.person
    const isEmpty = next.messages.length === 0
    const standing = deleted ? words.deleted : blockedBot ? words.blocked : undefined
    setText(head.note, [standing, note].filter(Boolean).join(' · '))
    welcome.hidden = !isEmpty
    thread.node.hidden = isEmpty
    start.hidden = !isEmpty || blockedBot || deleted
    unblock.hidden = !blockedBot || deleted
    composer.node.hidden = isEmpty || blockedBot || deleted
    composer.render(next)
    thread.render(next.messages)
    if (toast.notice(next.toast)) thread.settle()
  }
  render(first)
  return { node, render, isRead: thread.isAtEnd, focus: () => (composer.node.hidden ? start : composer).focus() }
}

/**
 * @param {ShownChat} chat
 * @param {Deeds} deeds
 * @returns {import('./chat-menu.js').MenuItem[]}
 */
const menuItems = ({ person, commands }, deeds) => [
  ...(person.deleted ? [{ title: words.deleted }] : accountItems(person, deeds)),
  ...(commands.length > 0 && !person.deleted ? [{ title: words.commands }] : []),
  ...(person.deleted ? [] : commands).map(({ command, description }) => ({
    label: `/${command}`,
    detail: description,
    act: () => void deeds.say(`/${command}`),
  })),
]

/**
 * @param {import('./model.ts').ShownPerson} person
 * @param {Deeds} deeds
 * @returns {import('./chat-menu.js').MenuItem[]}
 */
const accountItems = (person, deeds) => [
  { label: words.ownContact, icon: 'phone', act: deeds.contact },
  { label: words.sendLocation, icon: 'pin', act: deeds.location },
  { label: words.sendSticker, icon: 'smile', act: deeds.sticker },
  person.blockedBot
    ? { label: words.unblock, icon: 'check', act: deeds.unblock }
    : { label: words.block, icon: 'block', danger: true, act: deeds.block },
  {
    label: words.deleteAccount,
    detail: words.deleteAccountHint,
    icon: 'close',
    danger: true,
    act: deeds.deleteAccount,
  },
]

/**
 * @param {import('./model.ts').ShownPerson} person
 * @param {() => import('./chat-menu.js').MenuItem[]} items
 * @param {() => void} close
 */
function phoneHead(person, items, close) {
  const name = fullName(person)
  const note = el('p', {})
  const menu = el('button', { type: 'button', class: 'icon-button', 'aria-label': words.menuOf(name) }, icon('menu'))
  hangMenu(menu, items)
  const cross = el(
    'button',
    { type: 'button', class: 'icon-button close', 'aria-label': words.closePhone(name), onclick: close },
    icon('close'),
  )
  const who = el('div', { class: 'who' }, el('h2', {}, name), note)
  return { node: el('header', { class: 'phone-head' }, avatar(person), who, menu, cross), note }
}

/** What an empty chat shows, as Telegram does. */
const welcomeScreen = () =>
  el(
    'div',
    { class: 'welcome' },
    el('span', { class: 'welcome-mark' }),
    el('strong', {}, words.bot),
    el('p', {}, words.botIs),
    el('p', { class: 'hint' }, words.startHint),
  )

/**
 * @param {string} label
 * @param {() => void} act
 */
const bottomButton = (label, act) => el('button', { type: 'button', class: 'bottom-button', onclick: act }, label)
