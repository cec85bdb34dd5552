// @ts-check
import { createBar, createPeopleRow } from './chat-bar.js'
import { createColumn } from './chat-column.js'
import { askNewPerson, askWhoOpens, showAlert } from './chat-dialogs.js'
import { arrange, byId, el } from './chat-dom.js'
import { recall, remember } from './chat-memory.js'
import { listen, post } from './chat-server.js'
import { words } from './chat-words.js'

/** @typedef {import('./model.ts').ShownChat} ShownChat */

/** On a first visit this many phones lie on the table. */
const firstPhones = 2
/** A blink of the connection is not worth a banner. */
const patience = 700

const narrow = matchMedia('(max-width: 719px)')
const phones = byId('phones')
const banners = byId('banners')
const memory = recall()
/** @type {Map<number, ShownChat>} */
const chats = new Map()
/** @type {Map<number, import('./chat-column.js').Column>} */
const columns = new Map()
let bot = ''
let pulled = false
let lost = false
/** Whoever was asked for before the server told of them, a newcomer above all. @type {number | undefined} */
let awaited

const people = () => [...chats.values()].map((chat) => chat.person)
const openIds = () => (memory.open ?? []).filter((id) => chats.has(id))
const activeId = () => (memory.active !== undefined && openIds().includes(memory.active) ? memory.active : openIds()[0])
const inViewIds = () => (narrow.matches ? openIds().filter((id) => id === activeId()) : openIds())

const bar = createBar({
  newPerson: () => askNewPerson((name) => void welcome(name)),
  changed: takeState,
  failed: showAlert,
})
const row = createPeopleRow((id) => {
  const inView = inViewIds().includes(id)
  if (inView && !narrow.matches) return close(id)
  open(id)
})

/** @param {number} id */
function open(id) {
  memory.open = openIds().includes(id) ? openIds() : [...openIds(), id]
  memory.active = id
  draw()
  const column = columns.get(id)
  column?.node.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  if (matchMedia('(hover: hover)').matches) column?.focus()
}

/** @param {number} id */
function close(id) {
  memory.open = openIds().filter((other) => other !== id)
  draw()
}

/** Newcomers get a phone of their own, on the table at once. @param {string} firstName @returns {Promise<number | undefined>} */
async function welcome(firstName) {
  const { id } = await post('people', { firstName }).catch((error) => {
    showAlert(error.message)
    return { id: undefined }
  })
  if (id === undefined) return undefined
  if (chats.has(id)) open(id)
  else awaited = id
  return id
}

/** @param {number} personId @param {string} payload */
async function openLink(personId, payload) {
  if (chats.has(personId)) open(personId)
  await post(`people/${personId}/link`, { payload }).catch((error) => showAlert(error.message))
}

/**
 * Links to the bot itself are opened in here, by whomever they are meant for; tg: links would leave for a real Telegram.
 * @param {number} personId
 * @param {string} href
 */
function followLink(personId, href) {
  const url = new URL(href)
  if (url.protocol === 'tg:') return true
  const isOwnBot = url.hostname === 't.me' && url.pathname.slice(1).toLowerCase() === bot.toLowerCase()
  const payload = url.searchParams.get('start')
  if (!isOwnBot || !payload) return false
  askWhoOpens(
    people(),
    personId,
    (id) => void openLink(id, payload),
    async (name) => {
      const id = await welcome(name)
      if (id !== undefined) await openLink(id, payload)
    },
  )
  return true
}

const newestOf = (/** @type {ShownChat} */ chat) => chat.messages.at(-1)?.id ?? 0

/** A restarted simulator counts messages from the start again, so what was read may lie beyond the newest. @param {ShownChat} chat */
function unreadIn(chat) {
  const read = memory.read[chat.person.id] ?? 0
  const from = read > newestOf(chat) ? 0 : read
  return chat.messages.filter((message) => message.from === 'bot' && message.id > from).length
}

/** @param {number} id */
function wasRead(id) {
  const chat = chats.get(id)
  if (!chat || document.hidden || memory.read[id] === newestOf(chat)) return
  memory.read[id] = newestOf(chat)
  drawPeople()
}

function drawPeople() {
  const inView = new Set(inViewIds())
  const standing = (/** @type {number} */ id) => {
    const chat = chats.get(id)
    return {
      inView: inView.has(id),
      active: narrow.matches && id === activeId(),
      unread: chat ? unreadIn(chat) : 0,
    }
  }
  row.render(people(), standing)
  const unread = people().reduce((sum, person) => sum + standing(person.id).unread, 0)
  document.title = unread > 0 ? `(${unread}) ${words.title}` : words.title
  remember({ ...memory, open: chats.size > 0 ? openIds() : memory.open })
}

/** @param {number} id @param {ShownChat} chat */
function columnOf(id, chat) {
  const column = columns.get(id) ?? createColumn(chat, { close, wasRead, followLink })
  columns.set(id, column)
  return column
}

const emptyTable = el('p', { class: 'empty-table' })

function draw() {
  for (const id of [...columns.keys()]) if (!openIds().includes(id)) columns.delete(id)
  const inView = new Set(inViewIds())
  const nodes = [...chats]
    .filter(([id]) => openIds().includes(id))
    .map(([id, chat]) => {
      const { node } = columnOf(id, chat)
      node.hidden = !inView.has(id)
      return node
    })
  emptyTable.textContent = chats.size === 0 ? words.nobody : words.noneOpen
  arrange(phones, nodes.length > 0 ? nodes : [emptyTable])
  drawPeople()
}

function drawBanners() {
  const texts = [lost ? words.reconnecting : '', pulled ? words.pulled : ''].filter(Boolean)
  const shown = [...banners.children].map((banner) => banner.textContent)
  if (shown.join() === texts.join()) return
  banners.replaceChildren(
    ...texts.map((text) => el('p', { class: text === words.pulled ? 'banner calm' : 'banner' }, text)),
  )
}

/** @param {ShownChat} chat */
function take(chat) {
  const { id } = chat.person
  const isNew = !chats.has(id)
  chats.set(id, chat)
  columns.get(id)?.render(chat)
  if (columns.get(id)?.isRead()) wasRead(id)
  if (awaited === id) {
    awaited = undefined
    open(id)
  } else if (isNew) draw()
  else drawPeople()
}

/** @param {import('./chat-server.js').WorldState} state */
function takeState(state) {
  pulled = state.pulled
  bar.render(state)
  drawBanners()
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let losing

listen({
  snapshot(value) {
    bot = value.bot
    const there = new Set(value.chats.map((chat) => chat.person.id))
    for (const id of [...chats.keys()]) if (!there.has(id)) chats.delete(id)
    for (const chat of value.chats) {
      chats.set(chat.person.id, chat)
      columns.get(chat.person.id)?.render(chat)
    }
    memory.open ??= value.chats.slice(0, firstPhones).map((chat) => chat.person.id)
    takeState(value.state)
    draw()
  },
  chat: take,
  state: takeState,
  lost(isLost) {
    clearTimeout(losing)
    const apply = () => {
      lost = isLost
      drawBanners()
    }
    if (isLost) losing = setTimeout(apply, patience)
    else apply()
  },
})

narrow.addEventListener('change', draw)
document.addEventListener('visibilitychange', () => {
  for (const [id, column] of columns) if (column.isRead()) wasRead(id)
})
