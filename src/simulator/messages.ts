import type { ReplyParameters } from '@grammyjs/types'
import type { Request } from './check-request.ts'
import { describeDocument, describeVoice, givenFile, shelve, shelvePhoto } from './files.ts'
import { type GivenCaption, readCaption, readText } from './formatted-text.ts'
import type { FormattedText } from './html-entities.ts'
import { applyKeyboard, checkMarkup, inlineMarkup, type Markup } from './keyboards.ts'
import type { Upload } from './read-call.ts'
import { badRequest, notSimulated } from './refusal.ts'
import {
  type Account,
  albumId,
  asReply,
  botUser,
  type ChatMessage,
  type Content,
  type Group,
  type Room,
  reachableRoom,
  roomOf,
  store,
  type World,
} from './world.ts'

type Uploads = ReadonlyMap<string, Upload>

interface SendOptions {
  reply_markup?: Markup
  reply_parameters?: ReplyParameters
  protect_content?: boolean
}

const chatActions = new Set(
  `typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker find_location
  record_video_note upload_video_note`.split(/\s+/),
)

export function sendMessage(world: World, request: Request<'sendMessage'>): ChatMessage {
  const content = textContent(readText(request, world.accounts))
  return send(world, reachableRoom(world, request.chat_id), content, request)
}

export function sendPhoto(world: World, request: Request<'sendPhoto'>, uploads: Uploads): ChatMessage {
  const content = mediaContent(world, { ...request, type: 'photo', media: request.photo }, uploads)
  return send(world, reachableRoom(world, request.chat_id), content, request)
}

export function sendDocument(world: World, request: Request<'sendDocument'>, uploads: Uploads): ChatMessage {
  const content = mediaContent(world, { ...request, type: 'document', media: request.document }, uploads)
  return send(world, reachableRoom(world, request.chat_id), content, request)
}

export function sendVoice(world: World, request: Request<'sendVoice'>, uploads: Uploads): ChatMessage {
  const caption = captionContent(readCaption(request, world.accounts))
  const file = givenFile(world.files, 'voice', request.voice, uploads)
  const content = { voice: describeVoice(shelve(world.files, 'voice', file)), ...caption }
  return send(world, reachableRoom(world, request.chat_id), content, request)
}

export function sendVenue(world: World, request: Request<'sendVenue'>): ChatMessage {
  const { title, address } = request
  const location = readLocation(request)
  const content = { location, venue: { location, title, address } }
  return send(world, reachableRoom(world, request.chat_id), content, request)
}

export function sendLocation(world: World, request: Request<'sendLocation'>): ChatMessage {
  return send(world, reachableRoom(world, request.chat_id), { location: readLocation(request) }, request)
}

function readLocation({ latitude, longitude }: { latitude: number; longitude: number }) {
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) throw badRequest('invalid coordinates specified')
  return { latitude, longitude }
}

export function sendMediaGroup(world: World, request: Request<'sendMediaGroup'>, uploads: Uploads): ChatMessage[] {
  const room = reachableRoom(world, request.chat_id)
  const { media } = request
  if (media.length === 0) throw badRequest('there are no messages to send')
  if (media.length > 10) throw badRequest('too many messages to send as an album')
  if (new Set(media.map(({ type }) => type)).size > 1)
    throw badRequest("Document can't be mixed with other media types")
  const contents = media.map((item) => mediaContent(world, item, uploads))
  const album = media.length > 1 ? { media_group_id: albumId(world) } : {}
  return contents.map((content) => send(world, room, { ...content, ...album }, request))
}

export function sendChatAction(world: World, request: Request<'sendChatAction'>): true {
  reachableRoom(world, request.chat_id)
  if (!chatActions.has(request.action)) throw badRequest('wrong parameter action in request')
  return true
}

/** Text as a message carries it. */
export function textContent({ text, entities }: FormattedText): Content {
  return { text, ...(entities.length > 0 ? { entities } : {}) }
}

/** A caption as a message carries it; nothing when it is empty. */
export function captionContent({ text, entities }: FormattedText): Content {
  if (text === '') return {}
  return { caption: text, ...(entities.length > 0 ? { caption_entities: entities } : {}) }
}

interface GivenMedia extends GivenCaption {
  type: string
  media: string
  has_spoiler?: boolean
  show_caption_above_media?: boolean
}

/** A photo or document with its caption, the file put on the shelf. */
export function mediaContent({ files, accounts }: World, given: GivenMedia, uploads: Uploads): Content {
  const { type } = given
  if (type !== 'photo' && type !== 'document') throw notSimulated(`media of type ${type}`)
  const caption = captionContent(readCaption(given, accounts))
  const file = givenFile(files, type, given.media, uploads)
  if (type === 'document') return { document: describeDocument(shelve(files, 'document', file)), ...caption }
  return {
    photo: shelvePhoto(files, file.bytes, file.name),
    ...caption,
    ...(given.has_spoiler ? { has_media_spoiler: true as const } : {}),
    ...(given.show_caption_above_media ? { show_caption_above_media: true as const } : {}),
  }
}

function send(world: World, room: Account | Group, content: Content, options: SendOptions): ChatMessage {
  if ('adminsOnly' in room && room.adminsOnly) {
    const kind = content.photo ? 'photos' : content.document ? 'documents' : 'text messages'
    throw badRequest(`not enough rights to send ${kind} to the chat`)
  }
  const { reply_markup: markup, protect_content: isProtected } = options
  checkMarkup(markup)
  const stored = store(world, room, botUser(world), {
    ...replyTo(world, room, options.reply_parameters),
    ...content,
    ...(isProtected ? { has_protected_content: true as const } : {}),
    ...inlineMarkup(markup),
  })
  applyKeyboard(room, stored, markup)
  return stored.message
}

function replyTo(world: World, room: Room, parameters: ReplyParameters | undefined): Content {
  if (!parameters) return {}
  const { chat_id: chatId, message_id: id, quote, allow_sending_without_reply: optional } = parameters
  if (quote !== undefined) throw notSimulated('quotes in replies')
  if (chatId !== undefined && roomOf(world, chatId) !== room) throw notSimulated('replies to another chat')
  const original = room.messages.get(id ?? 0)
  if (original) return asReply(original)
  if (optional) return {}
  throw badRequest('message to be replied not found')
}
