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
import type { FileShelf } from './files.ts'
import type { Machine } from './machine.ts'
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
  files: FileShelf
  updates: UpdateQueue
  webhook: Webhook
  /** When each press was made, by the machine's time; a press is answered by its id. */
  presses: Map<string, { personId: number; at: number }>
  commands: { scope: BotCommandScope; language: string; commands: readonly BotCommand[] }[]
  /** Tells whoever looks at this person's chat that it is no longer what it was. */
  changed(personId: number): void
  /** A number nobody got before, for ids that must not repeat. */
  serial(): number
}

/** A person's account, and the one chat it has: the one with the bot. */
export interface Account {
  user: User
  chat: Chat.PrivateChat
  phone: string
  note: string | undefined
  /** Wrote to the bot at least once; before that the bot may not write. */
  started: boolean
  blocked: boolean
  messages: Map<number, StoredMessage>
  lastMessageId: number
  keyboard: ReplyKeyboardMarkup | undefined
  toast: { text: string; alert: boolean; at: number } | undefined
  /** When the person last did anything, by the machine's time. */
  lastActedAt: number
  /** Telegram's ids for the albums this person sent. */
  albums: Map<string, string>
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

/** The account behind a chat id; refuses chats that do not exist. */
export function accountOf(world: World, chatId: number | string | undefined): Account {
  if (chatId === undefined || chatId === '') throw badRequest('chat_id is empty')
  const account = world.accounts.get(Number(chatId))
  if (!account) throw badRequest('chat not found')
  return account
}

/** The account behind a chat id the bot may write to. */
export function reachableAccount(world: World, chatId: number | string): Account {
  const account = accountOf(world, chatId)
  if (account.blocked) throw forbidden('bot was blocked by the user')
  if (!account.started) throw forbidden("bot can't initiate conversation with a user")
  return account
}

/**
 * Puts a message into the chat; gives back what is stored. A bot's message is "unasked" when the person did nothing in the
 * last three real seconds: a guess, but one that needs no sign Telegram does not have, in one process and over HTTP alike.
 */
export function store(world: World, account: Account, byBot: boolean, content: Content): StoredMessage {
  const id = ++account.lastMessageId
  const at = world.clock.now().getTime()
  const stored: StoredMessage = {
    message: {
      message_id: id,
      from: byBot ? botUser(world) : account.user,
      chat: account.chat,
      date: Math.floor(at / 1000),
      ...content,
    },
    byBot,
    at,
    unasked: byBot && world.machine.now() - account.lastActedAt > answerTime,
    version: 1,
    edited: false,
    carriedKeyboard: false,
  }
  account.messages.set(id, stored)
  world.changed(account.user.id)
  return stored
}

/** The bot as the sender of a message: without what only getMe tells. */
function botUser({ bot }: World): User {
  return { id: bot.id, is_bot: true, first_name: bot.first_name, username: bot.username }
}

/** A message as another message quotes it: replies are not nested. */
export function asReply(stored: StoredMessage): Pick<Message, 'reply_to_message'> {
  const { reply_to_message: _, ...message } = stored.message
  // grammY's type wants the field present and undefined, which exact optional properties forbid.
  return { reply_to_message: message as NonNullable<Message['reply_to_message']> }
}
