import { expect, test } from 'vitest'
import { whyNotAnswer, whyNotFits } from './conformance.ts'
import { methodResults } from './result-types.gen.ts'
import { onePixel, startedChat } from './support.ts'

const chat = { id: 1, type: 'private', first_name: 'Sari' }
const reply_markup = { inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] }
const message = { message_id: 1, date: 1, chat, text: 'x' }

test.each([
  ['Message', message, undefined],
  ['Message', { ...message, text: 5 }, 'x.text: 5 is no String'],
  ['Message', { ...message, note: 'x' }, 'x.note: Message has no such field'],
  ['Message', { message_id: 1, chat }, 'x: Message without date'],
  ['Message', { ...message, text: undefined }, 'x.text: undefined is no String'],
  ['Message|Boolean', true, undefined],
  ['Message[]', [message, {}], 'x[1]: Message without message_id'],
  ['ChatMember', { status: 'kicked', user: { id: 1, is_bot: true, first_name: 'x' }, until_date: 0 }, undefined],
  ['ChatMember', { status: 'guest', user: { id: 1, is_bot: true, first_name: 'x' } }, /is no =/],
  ['Update', { update_id: 1, callback_query: { id: '1' } }, 'x.callback_query: CallbackQuery without from'],
])('the eye on what is sent judges %s %o', (type, value, complaint) => {
  const found = whyNotFits(type, value, 'x')
  if (complaint === undefined) expect(found).toBeUndefined()
  else expect(found).toMatch(complaint)
})

test('an answer is a result, or a refusal with its code', () => {
  const refusal = { ok: false, error_code: 429, description: 'x', parameters: { retry_after: 3 } }
  expect(whyNotAnswer('sendMessage', 429, refusal)).toBeUndefined()
  expect(whyNotAnswer('sendMessage', 200, refusal)).toContain('is no refusal')
  expect(whyNotAnswer('sendMessage', 429, { ...refusal, parameters: { retry_after: '3' } })).toContain('parameters')
  expect(whyNotAnswer('sendMessage', 200, { ok: true, result: true })).toContain('no Message')
})

test('what every method answers fits, and so does every update', async () => {
  const { telegram, sari, call, chat: shown } = startedChat()
  const to = { chat_id: sari.id }
  const { result: text } = await call('sendMessage', {
    ...to,
    text: `<b>x</b> <a href="tg://user?id=${sari.id}">Sari</a> <tg-time unix="1">x</tg-time>`,
    parse_mode: 'HTML',
    reply_markup,
  })
  sari.presses(text.message_id, 'b')
  sari.sendsPhoto({ bytes: onePixel, caption: '#x' })
  const photo = shown().messages.at(-1)?.file?.fileId
  sari.sendsFile({ bytes: onePixel, album: 'a' })
  const document = shown().messages.at(-1)?.file?.fileId
  sari.sendsVoice()
  const voice = shown().messages.at(-1)?.file?.fileId
  sari.sharesContact()
  sari.sharesLocation(-0.22, 100.63)
  sari.sendsSticker()
  sari.edits(sari.says('x', { replyTo: text.message_id }), 'y')
  sari.blocks()
  sari.unblocks()
  const group = telegram.addGroup({ title: 'Grup', kind: 'supergroup' })
  group.addsBot(sari.id)
  group.says(sari.id, '/start')
  const updates = telegram.takeUpdates()
  const query = updates.find(({ callback_query: press }) => press)?.callback_query
  const calls = everyMethod(to, group.id, text.message_id, { photo, document, voice, press: query?.id })
  for (const [method, payload] of calls) expect(await call(method, payload), method).toMatchObject({ ok: true })
  expect(new Set(calls.map(([method]) => method))).toEqual(new Set(Object.keys(methodResults)))
  expect(telegram.takeUpdates()).toHaveLength(1)
})

interface Things {
  photo: string | undefined
  document: string | undefined
  voice: string | undefined
  press: string | undefined
}

/** A good call of each method the simulator does, in an order in which all of them are. */
function everyMethod(
  to: { chat_id: number },
  groupId: number,
  messageId: number,
  { photo, document, voice, press }: Things,
): [string, object?][] {
  const place = { ...to, latitude: -0.22, longitude: 100.63 }
  const media = [
    { type: 'photo', media: photo },
    { type: 'photo', media: photo },
  ]
  const edited = { ...to, message_id: messageId }
  return [
    ['getMe'],
    ['getUpdates'],
    ['setWebhook', { url: 'http://127.0.0.1:1/hook', allowed_updates: ['message', 'my_chat_member'] }],
    ['getWebhookInfo'],
    ['deleteWebhook'],
    ['sendMessage', { chat_id: groupId, text: 'x' }],
    ['sendPhoto', { ...to, photo, has_spoiler: true, show_caption_above_media: true }],
    ['sendDocument', { ...to, document, protect_content: true, reply_parameters: { message_id: messageId } }],
    ['sendVoice', { ...to, voice, caption: 'x' }],
    ['sendMediaGroup', { ...to, media }],
    ['sendVenue', { ...place, title: 'Dinas', address: 'Jalan' }],
    ['sendLocation', place],
    ['sendChatAction', { ...to, action: 'typing' }],
    ['editMessageText', { ...edited, text: 'y', reply_markup }],
    ['editMessageReplyMarkup', edited],
    ['editMessageMedia', { ...edited, media: media[0] }],
    ['editMessageCaption', { ...edited, caption: 'z' }],
    ['deleteMessage', edited],
    ['answerCallbackQuery', { callback_query_id: press }],
    ['getFile', { file_id: photo }],
    ['setMyCommands', { commands: [{ command: 'start', description: 'Mulai' }] }],
    ['getMyCommands'],
    ['deleteMyCommands'],
    ['leaveChat', { chat_id: groupId }],
  ]
}
