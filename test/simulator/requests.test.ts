import { expect, test } from 'vitest'
import { callMethod, startedChat, token } from './support.ts'

const { call, sari, telegram, chat } = startedChat()
const to = { chat_id: sari.id }

test.each([
  ['getUser', {}, 404, 'Not Found'],
  ['sendDice', to, 501, 'Not Implemented: the simulator does not simulate the method sendDice'],
  ['sendMessage', { text: 'x' }, 400, 'Bad Request: chat_id is empty'],
  ['sendMessage', { ...to }, 400, 'Bad Request: message text is empty'],
  ['sendMessage', { ...to, text: '' }, 400, 'Bad Request: message text is empty'],
  ['sendMessage', { ...to, text: '   ' }, 400, 'Bad Request: message text is empty'],
  [
    'sendMessage',
    { ...to, txt: 'x' },
    400,
    'Bad Request: unknown field "txt" (sendMessage has no such field in Bot API 10.1)',
  ],
  ['sendMessage', { ...to, text: 5 }, 400, 'Bad Request: field "text" must be of type String'],
  [
    'sendMessage',
    { ...to, text: 'x', protect_content: 'true' },
    400,
    'Bad Request: field "protect_content" must be of type Boolean',
  ],
  [
    'sendMessage',
    { ...to, text: 'x', message_effect_id: '5' },
    501,
    'Not Implemented: the simulator does not simulate the field message_effect_id',
  ],
  ['sendMessage', { ...to, text: 'x', reply_markup: 'keyboard' }, 400, 'Bad Request: object expected as reply markup'],
  [
    'sendMessage',
    { ...to, text: 'x', reply_markup: { inline_keyboard: [[{ txt: 'x' }]] } },
    400,
    'Bad Request: unknown field "reply_markup.inline_keyboard[0][0].txt" (InlineKeyboardButton has no such field in Bot API 10.1)',
  ],
  [
    'sendMessage',
    { ...to, text: 'x', reply_markup: { inline_keyboard: [{ text: 'x' }] } },
    400,
    'Bad Request: field "reply_markup.inline_keyboard[0]" must be of type InlineKeyboardButton[]',
  ],
  [
    'sendMessage',
    { ...to, text: 'x', reply_parameters: { message_id: 99 } },
    400,
    'Bad Request: message to be replied not found',
  ],
  ['sendMessage', { chat_id: 5, text: 'x' }, 400, 'Bad Request: chat not found'],
  ['sendMessage', { chat_id: '@nobody', text: 'x' }, 400, 'Bad Request: chat not found'],
  ['sendPhoto', { ...to }, 400, 'Bad Request: there is no photo in the request'],
  [
    'sendMediaGroup',
    { ...to, media: [{ type: 'text', media: 'x' }] },
    400,
    'Bad Request: field "media[0]" is none of InputMediaAudio, InputMediaDocument, InputMediaLivePhoto, InputMediaPhoto, InputMediaVideo',
  ],
  ['sendChatAction', { ...to, action: 'dancing' }, 400, 'Bad Request: wrong parameter action in request'],
  ['editMessageText', { ...to, text: 'x' }, 400, 'Bad Request: message identifier is not specified'],
  [
    'answerCallbackQuery',
    { callback_query_id: '1' },
    400,
    'Bad Request: query is too old and response timeout expired or query ID is invalid',
  ],
  [
    'editMessageText',
    { ...to, message_id: 1, text: 'x', reply_markup: { keyboard: [['x']] } },
    400,
    'Bad Request: inline keyboard expected',
  ],
  ['sendLocation', { ...to, latitude: 91, longitude: 0 }, 400, 'Bad Request: invalid coordinates specified'],
  ['getFile', { file_id: 'x' }, 400, 'Bad Request: wrong file_id or the file is temporarily unavailable'],
  ['setMyCommands', { commands: [{ command: 'Start', description: 'x' }] }, 400, 'Bad Request: BOT_COMMAND_INVALID'],
  ['leaveChat', to, 400, "Bad Request: chat member status can't be changed in private chats"],
])('%s %o is refused', async (method, payload, code, description) => {
  expect(await call(method, payload)).toEqual({ ok: false, error_code: code, description })
})

const button = (fields: object) => ({
  ...to,
  text: 'x',
  reply_markup: { inline_keyboard: [[{ text: 'b', ...fields }]] },
})

test.each([
  [{ text: '', callback_data: 'x' }, 'inline keyboard button text must be non-empty'],
  [{}, "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"],
  [{ callback_data: '' }, "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"],
  [{ callback_data: 'é'.repeat(33) }, 'BUTTON_DATA_INVALID'],
  [
    { callback_data: 'x', url: 'https://example.com' },
    "can't parse inline keyboard button: url and callback_data exclude each other",
  ],
  [{ url: 'not-a-url' }, "inline keyboard button URL 'not-a-url' is invalid: Wrong HTTP URL"],
  [{ url: 'http://localhost:3000/' }, "inline keyboard button URL 'http://localhost:3000/' is invalid: Wrong HTTP URL"],
  [{ url: 'ftp://example.com' }, "inline keyboard button URL 'ftp://example.com' is invalid: Unsupported URL protocol"],
])('a button %o is refused', async (fields, reason) => {
  expect(await call('sendMessage', button(fields))).toMatchObject({
    error_code: 400,
    description: `Bad Request: ${reason}`,
  })
})

test.each([
  { callback_data: 'é'.repeat(32) },
  { url: 'http://127.0.0.1:3000/x' },
  { url: 'example.com', style: 'primary' },
])('a button %o is taken', async (fields) => {
  expect(await call('sendMessage', button(fields))).toMatchObject({ ok: true })
})

test('for programs of other people unknown fields can be ignored, as in real life', async () => {
  const world = startedChat({ unknownFields: 'ignored' })
  const reply_markup = { inline_keyboard: [[{ text: 'b', callback_data: 'x', hide: false }]] }
  const given = { chat_id: world.sari.id, text: 'x', txt: 1, reply_markup }
  const { result } = await world.call('sendMessage', given)
  expect(result.reply_markup).toEqual({ inline_keyboard: [[{ text: 'b', callback_data: 'x' }]] })
})

test('another token is refused', async () => {
  const response = await telegram.fetch('http://telegram/bot4000:wrong/getMe')
  expect(response.status).toBe(401)
  expect(await response.json()).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' })
})

test('a request may be a query string, a form, multipart or a native Request', async () => {
  const address = `http://telegram/bot${token}/sendMessage`
  const fields = {
    chat_id: String(sari.id),
    text: 'x',
    protect_content: 'true',
    reply_markup: '{"remove_keyboard":true}',
  }
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const ways = [
    telegram.fetch(`${address}?${new URLSearchParams(fields)}`),
    telegram.fetch(address, { method: 'POST', body: new URLSearchParams(fields) }),
    telegram.fetch(address, { method: 'POST', body: form }),
    telegram.fetch(new Request(address, { method: 'POST', body: form })),
    telegram.fetch(
      new Request(address, { method: 'POST', body: JSON.stringify({ ...fields, protect_content: true }) }),
    ),
  ]
  for (const response of await Promise.all(ways)) {
    expect(await response.json()).toMatchObject({ ok: true, result: { text: 'x', has_protected_content: true } })
  }
  expect(chat().messages.at(-1)).toMatchObject({ text: 'x', protected: true })
})

test('what is not JSON is refused', async () => {
  expect(await callMethod(telegram, 'sendMessage', {}, { body: '{' })).toMatchObject({ error_code: 400 })
})

test('calls are logged in order, refused ones too', async () => {
  const before = telegram.calls().length
  await call('getMe')
  await call('sendMessage', { ...to, txt: 1 })
  expect(telegram.calls().slice(before)).toMatchObject([
    { method: 'getMe' },
    { method: 'sendMessage', payload: { txt: 1 } },
  ])
})
