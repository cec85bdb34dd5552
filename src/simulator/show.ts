import type { InlineKeyboardButton, KeyboardButton, Message } from '@grammyjs/types'
import { commandsFor } from './commands.ts'
import type { FormattedText } from './html-entities.ts'
import type { ShownButton, ShownChat, ShownFile, ShownKey, ShownMessage, ShownPerson } from './model.ts'
import { showHtml } from './show-html.ts'
import type { Account, StoredMessage, World } from './world.ts'

export function showPerson({ user, note, blocked, deleted }: Account): ShownPerson {
  return {
    id: user.id,
    firstName: user.first_name,
    ...(user.last_name ? { lastName: user.last_name } : {}),
    ...(user.username ? { username: user.username } : {}),
    ...(note ? { note } : {}),
    blockedBot: blocked,
    ...(deleted ? { deleted } : {}),
  }
}

/** The chat as the person's own app would show it. */
export function showChat(world: World, account: Account): ShownChat {
  const { keyboard, toast } = account
  const placeholder = keyboard?.input_field_placeholder
  return {
    person: showPerson(account),
    messages: [...account.messages.values()].map((stored) => showMessage(world, stored)),
    ...(keyboard
      ? {
          keyboard: { rows: keyboard.keyboard.map((row) => row.map(showKey)), ...(placeholder ? { placeholder } : {}) },
        }
      : {}),
    ...(toast ? { toast } : {}),
    commands: commandsFor(world, account).map(({ command, description }) => ({ command, description })),
  }
}

export function showMessage(world: World, stored: StoredMessage): ShownMessage {
  const { message, byBot, at, unasked, version, edited } = stored
  const formatted = readable(message)
  const file = showFile(world, message)
  const { contact } = message
  const name = [contact?.first_name, contact?.last_name].filter(Boolean).join(' ')
  return {
    id: message.message_id,
    from: byBot ? 'bot' : 'person',
    at,
    text: formatted.text,
    html: showHtml(formatted),
    buttons: (message.reply_markup?.inline_keyboard ?? []).map((row) => row.map(showButton)),
    ...(file ? { file } : {}),
    ...(contact ? { contact: { phone: contact.phone_number, name } } : {}),
    ...(message.sticker ? { sticker: true } : {}),
    edited,
    protected: message.has_protected_content ?? false,
    unasked,
    version,
  }
}

function readable({ text, entities, caption, caption_entities, venue, location, sticker }: Message): FormattedText {
  if (venue) return placeText(`${venue.title}\n${venue.address}`, venue.title.length)
  if (location) return placeText(`${location.latitude}, ${location.longitude}`, 0)
  return { text: text ?? caption ?? sticker?.emoji ?? '', entities: entities ?? caption_entities ?? [] }
}

/** A place as words: apps draw a map here. */
function placeText(text: string, boldLength: number): FormattedText {
  return { text, entities: boldLength > 0 ? [{ type: 'bold', offset: 0, length: boldLength }] : [] }
}

function showFile(world: World, { photo, document, voice }: Message): ShownFile | undefined {
  const id = document?.file_id ?? voice?.file_id ?? photo?.at(-1)?.file_id
  const file = id === undefined ? undefined : world.files.byId.get(id)
  if (!file) return undefined
  const { fileId, name, mime, size } = file
  return { kind: photo ? 'photo' : voice ? 'voice' : 'document', fileId, name, mime, size }
}

function showButton(button: InlineKeyboardButton): ShownButton {
  return {
    text: button.text,
    ...('callback_data' in button ? { data: button.callback_data } : {}),
    ...('url' in button ? { url: button.url } : {}),
    ...(button.style ? { style: button.style } : {}),
  }
}

function showKey(button: KeyboardButton): ShownKey {
  if (typeof button === 'string') return { text: button, requestsContact: false }
  return { text: button.text, requestsContact: 'request_contact' in button && button.request_contact === true }
}
