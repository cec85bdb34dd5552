import type {
  BotCommand,
  BotCommandScope,
  Chat,
  Message,
  ReplyKeyboardMarkup,
  Update,
  User,
  UserFromGetMe,
} from '@grammyjs/types'
import type { Clock } from '../platform/clock.ts'
import type { Machine } from '../platform/machine.ts'
import type { FileShelf } from './files.ts'
import { badRequest, forbidden } from './refusal.ts'
import type { UpdateQueue } from './update-queue.ts'
import type { Webhook } from './webhook.ts'

/** Everything that is true in this Telegram at a moment; the other files change it. */
export interface World {
  token: string
  bot: UserFromGetMe
  clock: Clock
  machine: Machine
  accounts: Map<number, Account>
  groups: Map<number, Group>
  unknownFields: 'refused' | 'ignored'
  /** How many messages of each chat are remembered. */
  keptMessages: number
  files: FileShelf
  updates: UpdateQueue
  webhook: Webhook
  /** When each press was made, by the machine's time; a press is answered by its id. */
  presses: Map<string, { personId: number; at: number }>
  commands: { scope: BotCommandScope; language: string; commands: readonly BotCommand[] }[]
  /** Tells whoever looks at this chat that it is no longer what it was. */
  changed(chatId: number): void
  /** A number nobody got before, for ids that must not repeat. */
  serial(): number
}

/** What every chat the bot may be in has: a person's own, or a group. */
export interface Room {
  chat: Chat.PrivateChat | Chat.GroupChat | Chat.SupergroupChat
  messages: Map<number, StoredMessage>
  lastMessageId: number
  keyboard: ReplyKeyboardMarkup | undefined
  /** When people last did anything here, by the machine's time. */
  lastActedAt: number
}

/** A person's account, and the one chat it has: the one with the bot. */
export interface Account extends Room {
  user: User
  chat: Chat.PrivateChat
  phone: string
  note: string | undefined
  /** Wrote to the bot at least once; before that the bot may not write. */
  started: boolean
  blocked: boolean
  /** The person gave their account up; its chat stays, and nobody answers there any more. */
  deleted: boolean
  toast: { text: string; alert: boolean; at: number } | undefined
  /** Telegram's ids for the albums this person sent. */
  albums: Map<string, string>
}

/** A group of people, with the bot in it or not. */
export interface Group extends Room {
  chat: Chat.GroupChat | Chat.SupergroupChat
  adminsOnly: boolean
  /** Undefined as long as nobody ever brought the bot in. */
  bot: 'member' | 'left' | 'kicked' | undefined
}

export type ChatMessage = Message & Update.NonChannel

export interface StoredMessage {
  /** As the bot sees it. */
  message: ChatMessage
  byBot: boolean
  /** Unix milliseconds by the product's clock. */
  at: number
  unasked: boolean
  version: number
  /** Its words or file were changed; taking buttons away does not count, as in an app. */
  edited: boolean
  /** Came with a reply keyboard or took one away; Telegram lets nobody edit such a message. */
  carriedKeyboard: boolean
}

/** What makes one message different from another; who, where and when are added when it is stored. */
export type Content = Omit<Partial<ChatMessage>, 'message_id' | 'date' | 'chat' | 'from'>

/** Within this time after something a person did, what the bot sends counts as an answer to it. */
const answerTime = 3000

/** The chat behind an id; refuses chats that do not exist or that the bot never saw. */
export function roomOf(world: World, chatId: number | string | undefined): Account | Group {
  if (chatId === undefined || chatId === '') throw badRequest('chat_id is empty')
  const group = world.groups.get(Number(chatId))
  const room = world.accounts.get(Number(chatId)) ?? (group?.bot ? group : undefined)
  if (!room) throw badRequest('chat not found')
  return room
}

/** The chat behind an id the bot may write to. */
export function reachableRoom(world: World, chatId: number | string): Account | Group {
  const room = roomOf(world, chatId)
  if ('user' in room) checkReachable(room)
  else checkMember(room)
  return room
}

function checkReachable({ deleted, blocked, started }: Account): void {
  if (deleted) throw forbidden('user is deactivated')
  if (blocked) throw forbidden('bot was blocked by the user')
  if (!started) throw forbidden("bot can't initiate conversation with a user")
}

/** Refuses what a bot asks of a group it is not in. */
export function checkMember({ chat, bot }: Group): void {
  if (bot === 'kicked') throw forbidden(`bot was kicked from the ${chat.type} chat`)
  if (bot !== 'member') throw forbidden(`bot is not a member of the ${chat.type} chat`)
}

/** A new id for an album. It is longer than a number holds exactly, as Telegram's are. */
export const albumId = (world: World): string => String(13_000_000_000_000_000n + BigInt(world.serial()))

/**
 * Puts a message into the chat; gives back what is stored. A bot's message is "unasked" when nobody did anything there in the
 * last three real seconds: a guess, but one that needs no sign Telegram does not have, in one process and over HTTP alike.
 */
export function store(world: World, room: Room, from: User, content: Content): StoredMessage {
  const id = ++room.lastMessageId
  const at = world.clock.now().getTime()
  const byBot = from.id === world.bot.id
  const stored: StoredMessage = {
    message: { message_id: id, from, chat: room.chat, date: Math.floor(at / 1000), ...content },
    byBot,
    at,
    unasked: byBot && world.machine.now() - room.lastActedAt > answerTime,
    version: 1,
    edited: false,
    carriedKeyboard: false,
  }
  room.messages.set(id, stored)
  // Deleted here, a message is to the bot what one is that a person deleted: gone.
  for (const oldest of room.messages.keys()) {
    if (room.messages.size <= world.keptMessages) break
    room.messages.delete(oldest)
  }
  world.changed(room.chat.id)
  return stored
}

/** The bot as the sender of a message: without what only getMe tells. */
export function botUser({ bot }: World): User {
  return { id: bot.id, is_bot: true, first_name: bot.first_name, username: bot.username }
}

/** A message as another message quotes it: replies are not nested. */
export function asReply(stored: StoredMessage): Pick<Message, 'reply_to_message'> {
  const { reply_to_message: _, ...message } = stored.message
  // grammY's type wants the field present and undefined, which exact optional properties forbid.
  return { reply_to_message: message as NonNullable<Message['reply_to_message']> }
}
