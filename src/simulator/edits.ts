import { isDeepStrictEqual } from 'node:util'
import type { Request } from './check-request.ts'
import { readCaption, readText } from './formatted-text.ts'
import { checkMarkup, inlineMarkup, type Markup } from './keyboards.ts'
import { captionContent, mediaContent, textContent } from './messages.ts'
import type { Upload } from './read-call.ts'
import { badRequest } from './refusal.ts'
import { type ChatMessage, type Content, reachableRoom, roomOf, type StoredMessage, type World } from './world.ts'

const notModified =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'
const twoDays = 48 * 60 * 60 * 1000

interface Target {
  chat_id?: number | string
  message_id?: number
}

export function editMessageText(world: World, request: Request<'editMessageText'>): ChatMessage {
  const stored = editable(world, request)
  const content = textContent(readText({ ...request, text: request.text ?? '' }, world.accounts))
  if (stored.message.text === undefined) throw badRequest('there is no text in the message to edit')
  return replace(world, stored, content, request.reply_markup)
}

export function editMessageCaption(world: World, request: Request<'editMessageCaption'>): ChatMessage {
  const stored = editable(world, request)
  const { photo, document, media_group_id: album, has_media_spoiler: spoiler } = stored.message
  if (!photo && !document) throw badRequest('there is no caption in the message to edit')
  const media = photo ? { photo } : document ? { document } : {}
  const kept = {
    ...media,
    ...(album ? { media_group_id: album } : {}),
    ...(spoiler ? { has_media_spoiler: spoiler } : {}),
  }
  return replace(
    world,
    stored,
    { ...kept, ...captionContent(readCaption(request, world.accounts)) },
    request.reply_markup,
  )
}

/** A text may become a photo or document, never the other way round. */
export function editMessageMedia(
  world: World,
  request: Request<'editMessageMedia'>,
  uploads: ReadonlyMap<string, Upload>,
): ChatMessage {
  const stored = editable(world, request)
  const { text, document, photo, media_group_id: album } = stored.message
  if (text === undefined && !document && !photo) throw badRequest('there is no media in the message to edit')
  const wanted = document ? 'document' : 'photo'
  if (album && request.media.type !== wanted) throw badRequest("can't use media of the specified type in the album")
  const content = mediaContent(world, request.media, uploads)
  return replace(world, stored, { ...content, ...(album ? { media_group_id: album } : {}) }, request.reply_markup)
}

export function editMessageReplyMarkup(world: World, request: Request<'editMessageReplyMarkup'>): ChatMessage {
  const stored = editable(world, request)
  const {
    message_id: _id,
    from: _from,
    chat: _chat,
    date: _date,
    edit_date: _edited,
    reply_markup: _old,
    ...content
  } = stored.message
  return replace(world, stored, content, request.reply_markup)
}

export function deleteMessage(world: World, request: Request<'deleteMessage'>): true {
  const room = roomOf(world, request.chat_id)
  const stored = room.messages.get(request.message_id)
  if (!stored) throw badRequest('message to delete not found')
  // In a group it takes an admin to delete what others wrote, and the bot is none.
  if (!stored.byBot && room.chat.type !== 'private') throw badRequest("message can't be deleted")
  if (world.clock.now().getTime() - stored.at > twoDays) throw badRequest("message can't be deleted for everyone")
  room.messages.delete(request.message_id)
  world.changed(room.chat.id)
  return true
}

/** The message to change: the bot's own, and without a reply keyboard, which Telegram never lets anybody edit. */
function editable(world: World, { chat_id: chatId, message_id: id }: Target): StoredMessage {
  if (id === undefined) throw badRequest('message identifier is not specified')
  const room = roomOf(world, chatId)
  const stored = room.messages.get(id)
  if (!stored) throw badRequest('message to edit not found')
  reachableRoom(world, room.chat.id)
  if (!stored.byBot || stored.carriedKeyboard) throw badRequest("message can't be edited")
  return stored
}

/** Gives the message new content and buttons; without a markup in the request the old buttons go. */
function replace(world: World, stored: StoredMessage, content: Content, markup: Markup | undefined): ChatMessage {
  checkMarkup(markup)
  const {
    message_id: id,
    from,
    chat,
    date,
    reply_to_message: reply,
    has_protected_content: isProtected,
  } = stored.message
  const next: ChatMessage = {
    message_id: id,
    from,
    chat,
    date,
    ...(reply ? { reply_to_message: reply } : {}),
    ...(isProtected ? { has_protected_content: isProtected } : {}),
    ...content,
    ...inlineMarkup(markup),
  }
  const { edit_date: _, ...before } = stored.message
  const { reply_markup: _was, ...contentBefore } = before
  const { reply_markup: _is, ...contentNow } = next
  if (isDeepStrictEqual(comparable(before), comparable(next))) throw badRequest(notModified)
  stored.message = { ...next, edit_date: Math.floor(world.clock.now().getTime() / 1000) }
  stored.version++
  stored.edited ||= !isDeepStrictEqual(comparable(contentBefore), comparable(contentNow))
  world.changed(chat.id)
  return stored.message
}

/** Files are the same when their content is: a file_id is new with every sending. */
function comparable({ photo, document, ...rest }: ChatMessage): unknown {
  return { ...rest, photo: photo?.map(({ file_unique_id: id }) => id), document: document?.file_unique_id }
}
