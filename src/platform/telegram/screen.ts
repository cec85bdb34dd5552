import { type Context, GrammyError, InlineKeyboard, InputFile, Keyboard } from 'grammy'

/** What a person is shown: one message, as data. Text is Telegram's HTML. */
export interface Screen {
  text: string
  buttons?: ScreenButton[][]
  /** Sets the keyboard below the input field; Telegram allows it or inline buttons, not both. */
  keyboard?: ScreenKey[][]
  picture?: Picture
  /** Forbids forwarding and saving. */
  protect?: boolean
}

export type ScreenButton = { label: string; style?: 'primary' | 'success' | 'danger' } & (
  | { data: string }
  | { url: string }
)
export type ScreenKey = string | { label: string; asks: 'contact' }

/** A photo or document already known to Telegram, or bytes of our own; of a voice note only Telegram knows. */
export type Picture =
  | ({ kind: 'photo' | 'document' } & ({ fileId: string } | { bytes: Uint8Array; name: string }))
  | { kind: 'voice'; fileId: string }

/** Two buttons to a row, for long lists of short names. */
export const inPairs = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / 2) }, (_, row) => list.slice(2 * row, 2 * row + 2))

/**
 * Shows a screen as the answer to an update: edits the message whose button was pressed, otherwise replies. Media and
 * text cannot become each other, and an edit cannot bring a keyboard: then the screen is sent anew and the old buttons
 * are taken away. A second screen for the same press follows below the first. A press is always answered, so that the
 * phone stops waiting.
 */
export async function show(ctx: Context, screen: Screen): Promise<void> {
  const pressed = ctx.callbackQuery?.message
  if (!pressed || replaced.has(pressed)) return void (await send(ctx, screen))
  replaced.add(pressed)
  await answerPress(ctx)
  const canEdit = 'text' in pressed && !screen.picture && !screen.keyboard
  if (canEdit && (await editAt(ctx, pressed.message_id, screen)) !== 'impossible') return
  await send(ctx, screen)
  await withoutOldButtons(ctx)
}

/** Answers a press once; later calls for the same update do nothing. A press too old to answer is no reason to stop. */
export async function answerPress(ctx: Context, text?: string): Promise<void> {
  if (!ctx.callbackQuery || answered.has(ctx.callbackQuery)) return
  answered.add(ctx.callbackQuery)
  await unlessRefused(ctx.answerCallbackQuery(text ? { text } : {}))
}

/** Leaves the message whose button was pressed as it is: the answer follows below it. */
export async function answerBelow(ctx: Context): Promise<void> {
  await answerPress(ctx)
  const pressed = ctx.callbackQuery?.message
  if (pressed) replaced.add(pressed)
}

const answered = new WeakSet<object>()
const replaced = new WeakSet<object>()

/** What a screen says to `sendMessage`, `sendPhoto` or `sendDocument`, without the chat. */
export function messageOptions(screen: Screen) {
  return {
    parse_mode: 'HTML' as const,
    link_preview_options: { is_disabled: true },
    ...(screen.protect ? { protect_content: true } : {}),
    ...(screen.buttons ? { reply_markup: inlineKeyboard(screen.buttons) } : {}),
    ...(screen.keyboard ? { reply_markup: replyKeyboard(screen.keyboard) } : {}),
  }
}

export const inputOf = (picture: Picture): InputFile | string =>
  'fileId' in picture ? picture.fileId : new InputFile(picture.bytes, picture.name)

const LONGEST_CAPTION = 1024
/** Whether a text, counted without its tags, does not fit under a picture. */
const isLongerThanCaption = (text: string): boolean => text.replace(/<[^>]+>/g, '').length > LONGEST_CAPTION

/** Sends a screen as a new message, below its picture when it is too long for a caption. Returns the message's id. */
export async function send(ctx: Context, screen: Screen): Promise<number> {
  const { picture } = screen
  const { link_preview_options, ...options } = messageOptions(screen)
  if (picture && isLongerThanCaption(screen.text)) {
    const { picture: _, ...words } = screen
    await send(ctx, { text: '', picture, protect: screen.protect === true })
    return send(ctx, words)
  }
  const caption = { ...options, caption: screen.text }
  const { message_id: id } = !picture
    ? await ctx.reply(screen.text, { ...options, link_preview_options })
    : picture.kind === 'photo'
      ? await ctx.replyWithPhoto(inputOf(picture), caption)
      : picture.kind === 'voice'
        ? await ctx.replyWithVoice(picture.fileId, caption)
        : await ctx.replyWithDocument(inputOf(picture), caption)
  return id
}

/** What came of an edit: `impossible` when the message is gone, too old, or of another kind. */
export type Edit = 'edited' | 'same' | 'impossible'

/** Changes an earlier message, of this chat unless another one is named, into a screen. */
export async function editAt(
  ctx: Context,
  messageId: number,
  screen: Screen,
  chatId: number = ctx.chatId ?? 0,
): Promise<Edit> {
  const { picture, text } = screen
  const { parse_mode, link_preview_options } = messageOptions(screen)
  const reply_markup = inlineKeyboard(screen.buttons ?? [])
  if (picture?.kind === 'voice') return 'impossible'
  return outcomeOf(
    picture
      ? ctx.api.editMessageMedia(
          chatId,
          messageId,
          { type: picture.kind, media: inputOf(picture), caption: text, parse_mode },
          { reply_markup },
        )
      : ctx.api.editMessageText(chatId, messageId, text, { parse_mode, link_preview_options, reply_markup }),
  )
}

async function outcomeOf(edit: Promise<unknown>): Promise<Edit> {
  try {
    await edit
    return 'edited'
  } catch (error) {
    if (!isRefusal(error)) throw error
    return error.description.includes('message is not modified') ? 'same' : 'impossible'
  }
}

const withoutOldButtons = (ctx: Context): Promise<void> => unlessRefused(ctx.editMessageReplyMarkup())

/** Waits for a call whose refusal changes nothing for the person; a failure in passing is still thrown. */
export async function unlessRefused(call: Promise<unknown>): Promise<void> {
  try {
    await call
  } catch (error) {
    if (!isRefusal(error)) throw error
  }
}

const isRefusal = (error: unknown): error is GrammyError => error instanceof GrammyError && error.error_code === 400

function inlineKeyboard(rows: ScreenButton[][]): InlineKeyboard {
  return new InlineKeyboard(
    rows.map((row) =>
      row.map((button) => ({
        text: button.label,
        ...('data' in button ? { callback_data: button.data } : { url: button.url }),
        ...(button.style ? { style: button.style } : {}),
      })),
    ),
  )
}

function replyKeyboard(rows: ScreenKey[][]): Keyboard {
  const keys = rows.map((row) =>
    row.map((key) => (typeof key === 'string' ? Keyboard.text(key) : Keyboard.requestContact(key.label))),
  )
  return Keyboard.from(keys).persistent().resized()
}
