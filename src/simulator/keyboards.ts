import type {
  ForceReply,
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  Message,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from '@grammyjs/types'
import { checkedUrl } from './html-entities.ts'
import { badRequest, notSimulated } from './refusal.ts'
import type { Room, StoredMessage } from './world.ts'

export type Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply

const actions = [
  ...['url', 'callback_data', 'copy_text', 'switch_inline_query', 'switch_inline_query_current_chat'],
  ...['switch_inline_query_chosen_chat', 'web_app', 'login_url', 'callback_game', 'pay'],
]
const unsimulated = new Set(['web_app', 'login_url', 'callback_game', 'pay'])
const styles = new Set(['danger', 'success', 'primary'])

/** Refuses buttons Telegram would refuse, and a few that only the simulator cannot do. */
export function checkMarkup(markup: Markup | undefined): void {
  if (!markup) return
  if ('inline_keyboard' in markup) checkInline(markup)
  else if ('keyboard' in markup) checkReplyKeyboard(markup)
}

function checkInline({ inline_keyboard: rows }: InlineKeyboardMarkup): void {
  const buttons = rows.flat()
  if (buttons.length > 100) throw badRequest('reply markup is too long')
  for (const button of buttons) checkButton(button)
}

function checkButton(button: InlineKeyboardButton): void {
  if (button.text.trim() === '') throw badRequest('inline keyboard button text must be non-empty')
  checkStyle(button.style)
  const [action, ...others] = actions.filter((name) => name in button)
  const empty = 'callback_data' in button && button.callback_data === ''
  if (action === undefined || empty) {
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
  }
  if (others.length > 0) {
    throw badRequest(`can't parse inline keyboard button: ${action} and ${others.join(', ')} exclude each other`)
  }
  if (unsimulated.has(action)) throw notSimulated(`${action} buttons`)
  if ('callback_data' in button && Buffer.byteLength(button.callback_data) > 64) throw badRequest('BUTTON_DATA_INVALID')
  if ('url' in button) checkButtonUrl(button.url)
}

function checkStyle(style: string | undefined): void {
  if (style !== undefined && !styles.has(style))
    throw badRequest(`button style "${style}" is none of danger, success, primary`)
}

function checkButtonUrl(url: string): void {
  if (/^[a-z][\w+.-]*:\/\//i.test(url) && !/^(https?|tg|ton):\/\//i.test(url)) {
    throw badRequest(`inline keyboard button URL '${url}' is invalid: Unsupported URL protocol`)
  }
  if (!checkedUrl(url)) throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`)
}

function checkReplyKeyboard({ keyboard, input_field_placeholder: placeholder }: ReplyKeyboardMarkup): void {
  for (const button of keyboard.flat()) {
    if (typeof button === 'string') continue
    if (button.text.trim() === '') throw badRequest('keyboard button text must be non-empty')
    checkStyle(button.style)
    const kinds = Object.keys(button).filter((name) => name.startsWith('request_') || name === 'web_app')
    if (kinds.length > 1) throw badRequest(`can't parse keyboard button: ${kinds.join(' and ')} exclude each other`)
    const other = kinds.find((name) => name !== 'request_contact' && name !== 'request_location')
    if (other) throw notSimulated(`${other} buttons`)
  }
  if (placeholder !== undefined && (placeholder.length < 1 || placeholder.length > 64)) {
    throw badRequest('input_field_placeholder must have 1 to 64 characters')
  }
}

/** The part of a markup that stays on the message: inline buttons. An empty inline keyboard is none. */
export function inlineMarkup(markup: Markup | undefined): Pick<Message, 'reply_markup'> {
  if (!markup || !('inline_keyboard' in markup)) return {}
  const rows = markup.inline_keyboard.filter((row) => row.length > 0)
  return rows.length > 0 ? { reply_markup: { inline_keyboard: rows } } : {}
}

/** The part of a markup that changes the chat: the keyboard under the text field comes, is replaced, or goes. */
export function applyKeyboard(room: Room, stored: StoredMessage, markup: Markup | undefined): void {
  if (!markup || 'inline_keyboard' in markup) return
  stored.carriedKeyboard = true
  if ('remove_keyboard' in markup) room.keyboard = undefined
  else if ('keyboard' in markup) {
    const rows = markup.keyboard.filter((row) => row.length > 0)
    room.keyboard = rows.length > 0 ? { ...markup, keyboard: rows } : undefined
  }
}
