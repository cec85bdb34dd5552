import type { Update, User, UserFromGetMe } from 'grammy/types'

// What people do, as the updates Telegram makes of it.

/** One thing a person does, and what the text of the answer must say. */
export interface Act {
  update: Update
  expects: string
}

let lastUpdate = 0
let lastMessage = 1_000_000

const userOf = (id: number): User => ({ id, is_bot: false, first_name: 'Orang', language_code: 'id' })
const chatOf = (id: number) => ({ id, type: 'private', first_name: 'Orang' }) as const
const now = (): number => Math.floor(Date.now() / 1000)

export function says(person: number, text: string, expects: RegExp): Act {
  const entities = text.startsWith('/') ? [{ type: 'bot_command' as const, offset: 0, length: text.length }] : []
  const from = userOf(person)
  const message = { message_id: ++lastMessage, date: now(), chat: chatOf(person), from, text, entities }
  return { update: { update_id: ++lastUpdate, message }, expects: expects.source }
}

/** Presses a button of a message that the bot wrote. */
export function presses(person: number, data: string, expects: RegExp): Act {
  const message = { message_id: ++lastMessage, date: now(), chat: chatOf(person), from: bot, text: 'Berkas usulan' }
  const callback_query = { id: String(lastMessage), from: userOf(person), chat_instance: String(person), message, data }
  return { update: { update_id: ++lastUpdate, callback_query }, expects: expects.source }
}

/** Who the bots are that are measured. */
export const bot: UserFromGetMe = {
  id: 1000,
  is_bot: true,
  first_name: 'Dampingi',
  username: 'dampingi_bench_bot',
  can_join_groups: false,
  can_read_all_group_messages: false,
  can_manage_bots: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  supports_inline_queries: false,
  supports_join_request_queries: false,
}
