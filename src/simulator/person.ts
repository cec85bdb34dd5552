import type { Message } from '@grammyjs/types'
import { describeDocument, describeVoice, shelve, shelvePhoto } from './files.ts'
import { readTyped } from './formatted-text.ts'
import { tellMembership } from './membership.ts'
import { captionContent, textContent } from './messages.ts'
import type { NewPerson, PersonActions, SentFile } from './model.ts'
import { notePress } from './presses.ts'
import { type Account, albumId, asReply, type Content, type StoredMessage, store, type World } from './world.ts'

/** A new account; it exists in Telegram, and the bot knows nothing of it until it writes. */
export function createAccount(person: NewPerson, id: number): Account {
  const name = {
    first_name: person.firstName,
    ...(person.lastName ? { last_name: person.lastName } : {}),
    ...(person.username ? { username: person.username } : {}),
  }
  return {
    user: { id, is_bot: false, ...name, ...(person.languageCode ? { language_code: person.languageCode } : {}) },
    chat: { id, type: 'private', ...name },
    phone: person.phone ?? `628${String(id).padStart(9, '0')}`,
    note: person.note,
    started: false,
    blocked: false,
    deleted: false,
    messages: new Map(),
    lastMessageId: 0,
    keyboard: undefined,
    toast: undefined,
    lastActedAt: Number.NEGATIVE_INFINITY,
    albums: new Map(),
  }
}

/** What a person can do; mistakes a real app would not let them make are thrown, since here a test or a page made them. */
export function actionsOf(world: World, account: Account): PersonActions {
  const says = (content: Content) => say(world, account, content)
  return {
    id: account.user.id,
    says(text, { replyTo } = {}) {
      const original = replyTo === undefined ? undefined : existing(account, replyTo)
      return says({ ...(original ? asReply(original) : {}), ...typed(text) })
    },
    opensLink(payload) {
      if (!/^[\w-]{0,64}$/.test(payload)) throw new Error(`not a start payload: ${payload}`)
      if (account.blocked) setBlocked(world, account, false)
      return says(typed(`/start ${payload}`))
    },
    presses: (messageId, data) => press(world, account, messageId, data),
    sendsPhoto: (file) =>
      says({ photo: shelvePhoto(world.files, file.bytes, file.name), ...mediaParts(world, account, file) }),
    sendsFile(file) {
      const document = describeDocument(shelve(world.files, 'document', file))
      return says({ document, ...mediaParts(world, account, file) })
    },
    sharesContact: (contact) => says(contactContent(account, contact)),
    sharesLocation: (latitude, longitude) => says({ location: { latitude, longitude } }),
    sendsVoice({ replyTo } = {}) {
      const original = replyTo === undefined ? undefined : existing(account, replyTo)
      const bytes = new TextEncoder().encode('OggS voice')
      return says({
        ...(original ? asReply(original) : {}),
        voice: describeVoice(shelve(world.files, 'voice', { bytes })),
      })
    },
    sendsSticker: () => says({ sticker: sticker(world) }),
    edits: (messageId, text) => edit(world, account, messageId, text),
    blocks: () => setBlocked(world, account, true),
    unblocks: () => setBlocked(world, account, false),
    deletesAccount() {
      account.deleted = true
      world.changed(account.user.id)
    },
  }
}

function say(world: World, account: Account, content: Content): number {
  act(world, account)
  if (account.blocked) throw new Error(`${account.user.first_name} has blocked the bot; unblock first`)
  account.started = true
  if (account.keyboard?.one_time_keyboard && isOnKeyboard(account, content)) account.keyboard = undefined
  const { message } = store(world, account, account.user, content)
  world.updates.push({ message })
  return message.message_id
}

/** Whatever the bot sends soon after this is an answer, not something unasked. */
function act(world: World, account: Account): void {
  if (account.deleted) throw new Error(`${account.user.first_name} has no account any more`)
  account.lastActedAt = world.machine.now()
  account.toast = undefined
}

function isOnKeyboard({ keyboard }: Account, { text, contact }: Content): boolean {
  const buttons = keyboard?.keyboard.flat() ?? []
  return contact !== undefined || buttons.some((button) => (typeof button === 'string' ? button : button.text) === text)
}

function typed(text: string): Content {
  const formatted = readTyped(text)
  if (formatted.text === '') throw new Error('nobody can send an empty text')
  if (formatted.text.length > 4096) throw new Error('an app splits texts above 4096 characters')
  return textContent(formatted)
}

function existing(account: Account, messageId: number): StoredMessage {
  const stored = account.messages.get(messageId)
  if (!stored) throw new Error(`${account.user.first_name} sees no message ${messageId}`)
  return stored
}

function mediaParts(world: World, account: Account, { caption = '', album }: SentFile): Content {
  const parts = captionContent(readTyped(caption))
  if (album === undefined) return parts
  const id = account.albums.get(album) ?? albumId(world)
  account.albums.set(album, id)
  return { ...parts, media_group_id: id }
}

/** One's own contact by default. Sent by the keyboard's button, it answers the message that brought the keyboard. */
function contactContent(
  account: Account,
  contact: { phone: string; name: string; userId?: number } | undefined,
): Content {
  if (contact) {
    const user = contact.userId === undefined ? {} : { user_id: contact.userId }
    return { contact: { phone_number: contact.phone, first_name: contact.name, ...user } }
  }
  const { id, first_name, last_name } = account.user
  const asked = [...account.messages.values()].findLast(({ carriedKeyboard }) => carriedKeyboard)
  const own = { phone_number: account.phone, first_name, ...(last_name ? { last_name } : {}), user_id: id }
  return { ...(account.keyboard && asked ? asReply(asked) : {}), contact: own }
}

function sticker(world: World): NonNullable<Message['sticker']> {
  const file = shelve(world.files, 'sticker', { bytes: new TextEncoder().encode('RIFFsticker'), mime: 'image/webp' })
  return {
    file_id: file.fileId,
    file_unique_id: file.uniqueId,
    file_size: file.size,
    type: 'regular',
    width: 512,
    height: 512,
    is_animated: false,
    is_video: false,
    emoji: '👍',
  }
}

/** Old buttons stay where they are for years and anyone can forge one, so the data is not compared with the message. */
function press(world: World, account: Account, messageId: number, data: string): void {
  if (messageId < 1 || messageId > account.lastMessageId) existing(account, messageId)
  const stored = account.messages.get(messageId)
  act(world, account)
  const id = notePress(world, account.user.id)
  const message = stored?.message ?? { chat: account.chat, message_id: messageId, date: 0 as const }
  const chatInstance = String(-7_000_000_000_000_000 - account.user.id)
  world.updates.push({ callback_query: { id, from: account.user, message, chat_instance: chatInstance, data } })
  world.changed(account.user.id)
}

/** Changes the text, or the caption of a photo or file. */
function edit(world: World, account: Account, messageId: number, text: string): void {
  const stored = existing(account, messageId)
  if (stored.byBot) throw new Error('people edit only what they wrote themselves')
  act(world, account)
  const { text: _text, entities: _e, caption: _c, caption_entities: _ce, ...rest } = stored.message
  const isText = stored.message.text !== undefined
  const message = {
    ...rest,
    ...(isText ? typed(text) : captionContent(readTyped(text))),
    edit_date: Math.floor(world.clock.now().getTime() / 1000),
  }
  stored.message = message
  stored.version++
  stored.edited = true
  world.updates.push({ edited_message: message })
  world.changed(account.user.id)
}

function setBlocked(world: World, account: Account, blocked: boolean): void {
  if (account.blocked === blocked) return
  act(world, account)
  account.blocked = blocked
  tellMembership(world, account.chat, account.user, blocked ? ['member', 'kicked'] : ['kicked', 'member'])
  world.changed(account.user.id)
}
