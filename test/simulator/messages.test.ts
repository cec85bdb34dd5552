import { expect, test } from 'vitest'
import { onePixel, startedChat } from './support.ts'

const failure = (description: string, code = 400) => ({ ok: false, error_code: code, description })
const notModified =
  'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

test('the bot writes to nobody who has not started it or has blocked it', async () => {
  const { call, telegram } = startedChat()
  const budi = telegram.addPerson({ firstName: 'Budi' })
  const write = () => call('sendMessage', { chat_id: budi.id, text: 'x' })
  expect(await write()).toEqual(failure("Forbidden: bot can't initiate conversation with a user", 403))
  budi.says('halo')
  expect(await write()).toMatchObject({ ok: true })
  budi.blocks()
  expect(await write()).toEqual(failure('Forbidden: bot was blocked by the user', 403))
  expect(() => budi.says('x')).toThrow('unblock first')
  expect(telegram.people().at(-1)).toMatchObject({ firstName: 'Budi', blockedBot: true })
  budi.unblocks()
  expect(await write()).toMatchObject({ ok: true })
  expect(telegram.takeUpdates().map((update) => update.my_chat_member?.new_chat_member.status)).toEqual([
    undefined,
    'kicked',
    'member',
  ])
})

test('an account that was given up is not written to, and its old buttons are pressed no more', async () => {
  const { call, sari, chat, telegram } = startedChat()
  const { result } = await call('sendMessage', { chat_id: sari.id, text: 'x' })
  sari.deletesAccount()
  const edit = { chat_id: sari.id, message_id: result.message_id, text: 'y' }
  const gone = failure('Forbidden: user is deactivated', 403)
  expect(await call('sendMessage', { chat_id: sari.id, text: 'x' })).toEqual(gone)
  expect(await call('editMessageText', edit)).toEqual(gone)
  expect(await call('sendChatAction', { chat_id: sari.id, action: 'typing' })).toEqual(gone)
  for (const act of [() => sari.says('x'), () => sari.presses(result.message_id, 'a'), () => sari.blocks()]) {
    expect(act).toThrow('no account any more')
  }
  expect(chat().person.deleted).toBe(true)
  expect(telegram.takeUpdates()).toEqual([])
})

test('who has no user name is mentioned by id, as long as there is such a person', async () => {
  const { call, sari } = startedChat()
  const mention = (id: number) =>
    call('sendMessage', { chat_id: sari.id, text: `<a href="tg://user?id=${id}">Uni</a> x`, parse_mode: 'HTML' })
  const user = { id: sari.id, is_bot: false, first_name: 'Sari' }
  expect((await mention(sari.id)).result.entities).toEqual([{ type: 'text_mention', offset: 0, length: 3, user }])
  expect((await mention(99)).result).not.toHaveProperty('entities')
})

test('an edit must change something; leaving the buttons out takes them away', async () => {
  const { call, sari, chat } = startedChat()
  const reply_markup = { inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] }
  const sent = await call('sendMessage', { chat_id: sari.id, text: '<b>x</b>', parse_mode: 'HTML', reply_markup })
  const target = { chat_id: sari.id, message_id: sent.result.message_id }
  const same = { ...target, text: ' <b>x</b>', parse_mode: 'HTML' }
  expect(await call('editMessageText', { ...same, reply_markup })).toEqual(failure(notModified))
  expect(await call('editMessageReplyMarkup', { ...target, reply_markup })).toEqual(failure(notModified))
  expect(await call('editMessageText', same)).toMatchObject({ ok: true })
  expect(chat().messages.at(-1)).toMatchObject({ buttons: [], edited: false, version: 2 })
  expect(await call('editMessageText', { ...target, text: 'x' })).toMatchObject({ ok: true, result: { text: 'x' } })
  expect(chat().messages.at(-1)).toMatchObject({ html: 'x', edited: true, version: 3 })
})

test('what cannot be edited says why', async () => {
  const { call, sari, chat } = startedChat()
  const to = { chat_id: sari.id }
  const edit = (method: string, message_id: number, more: object) => call(method, { ...to, message_id, ...more })
  const theirs = sari.says('x')
  expect(await edit('editMessageText', 99, { text: 'y' })).toEqual(failure('Bad Request: message to edit not found'))
  expect(await edit('editMessageText', theirs, { text: 'y' })).toEqual(failure("Bad Request: message can't be edited"))
  const { result: text } = await call('sendMessage', { ...to, text: 'x' })
  expect(await edit('editMessageCaption', text.message_id, { caption: 'y' })).toEqual(
    failure('Bad Request: there is no caption in the message to edit'),
  )
  sari.sendsPhoto({ bytes: onePixel })
  const fileId = chat().messages.at(-1)?.file?.fileId
  const { result: photo } = await call('sendPhoto', { ...to, photo: fileId, caption: 'a' })
  expect(await edit('editMessageText', photo.message_id, { text: 'y' })).toEqual(
    failure('Bad Request: there is no text in the message to edit'),
  )
  expect(await edit('editMessageCaption', photo.message_id, { caption: 'a' })).toEqual(failure(notModified))
  expect(await edit('editMessageCaption', photo.message_id, { caption: 'b' })).toMatchObject({
    result: { caption: 'b' },
  })
  const { result: keyboard } = await call('sendMessage', { ...to, text: 'x', reply_markup: { keyboard: [['a']] } })
  expect(await edit('editMessageText', keyboard.message_id, { text: 'y' })).toEqual(
    failure("Bad Request: message can't be edited"),
  )
  const media = { type: 'photo', media: fileId }
  expect(await edit('editMessageMedia', text.message_id, { media })).toMatchObject({
    result: { photo: [{ width: 1 }] },
  })
})

test('messages are deleted within 48 hours, the person’s too', async () => {
  const { call, sari, clock, chat } = startedChat()
  const id = sari.says('x')
  const remove = (message_id: number) => call('deleteMessage', { chat_id: sari.id, message_id })
  expect(await remove(id)).toEqual({ ok: true, result: true })
  expect(await remove(id)).toEqual(failure('Bad Request: message to delete not found'))
  const { result } = await call('sendMessage', { chat_id: sari.id, text: 'x' })
  clock.moveTo(new Date(clock.now().getTime() + 49 * 3_600_000))
  expect(await remove(result.message_id)).toEqual(failure("Bad Request: message can't be deleted for everyone"))
  expect(chat().messages.map(({ text }) => text)).toEqual(['/start', 'x'])
})

test('a press can be answered for 150 seconds of machine time, however far the clock moves', async () => {
  const { call, sari, clock, machine, telegram } = startedChat()
  const { result } = await call('sendMessage', { chat_id: sari.id, text: 'x' })
  sari.presses(result.message_id, 'forged')
  const query = telegram.takeUpdates()[0]?.callback_query
  expect(query).toMatchObject({ data: 'forged', from: { id: sari.id }, message: { text: 'x' } })
  const answer = () => call('answerCallbackQuery', { callback_query_id: query?.id, text: 'baik' })
  clock.moveTo(new Date('2026-07-01T00:00:00Z'))
  expect(await answer()).toMatchObject({ ok: true })
  expect(await answer()).toMatchObject({ ok: true })
  await machine.pass(151_000)
  expect(await answer()).toEqual(
    failure('Bad Request: query is too old and response timeout expired or query ID is invalid'),
  )
})

test('a press on a message that is gone comes with an inaccessible message', async () => {
  const { call, sari, telegram } = startedChat()
  const { result } = await call('sendMessage', { chat_id: sari.id, text: 'x' })
  await call('deleteMessage', { chat_id: sari.id, message_id: result.message_id })
  sari.presses(result.message_id, 'a')
  expect(telegram.takeUpdates()[0]?.callback_query?.message).toEqual({
    chat: { id: sari.id, type: 'private', first_name: 'Sari' },
    message_id: result.message_id,
    date: 0,
  })
  expect(() => sari.presses(99, 'a')).toThrow('sees no message 99')
})

test('a bot message is unasked when the person did nothing for three seconds', async () => {
  const { call, sari, machine, chat } = startedChat()
  const write = async () => {
    await call('sendMessage', { chat_id: sari.id, text: 'x' })
    return chat().messages.at(-1)?.unasked
  }
  expect(await write()).toBe(false)
  await machine.pass(3001)
  expect(await write()).toBe(true)
  sari.says('y')
  expect(await write()).toBe(false)
})

test('a one-time keyboard goes when it is used', async () => {
  const { call, sari, chat } = startedChat()
  const reply_markup = { keyboard: [['Ya'], [{ text: 'Nomor', request_contact: true }]], one_time_keyboard: true }
  await call('sendMessage', { chat_id: sari.id, text: 'x', reply_markup })
  sari.says('lain')
  expect(chat().keyboard).toBeDefined()
  sari.sharesContact()
  expect(chat().keyboard).toBeUndefined()
})

test('commands of the person’s own chat and language come first', async () => {
  const { call, telegram, chat } = startedChat()
  const budi = telegram.addPerson({ firstName: 'Budi', languageCode: 'en' })
  const set = (description: string, more: object = {}) =>
    call('setMyCommands', { commands: [{ command: 'help', description }], ...more })
  const offered = () => telegram.chat(budi.id).commands[0]?.description
  await set('Bantuan')
  await set('Help', { language_code: 'en' })
  expect([offered(), chat().commands[0]?.description]).toEqual(['Help', 'Bantuan'])
  const scope = { type: 'chat', chat_id: budi.id }
  await set('Untuk Budi', { scope })
  expect(offered()).toBe('Untuk Budi')
  expect(await call('getMyCommands', { scope })).toMatchObject({
    result: [{ command: 'help', description: 'Untuk Budi' }],
  })
  await call('deleteMyCommands', { scope })
  expect(offered()).toBe('Help')
})

test('listeners hear whose chat changed', async () => {
  const { call, sari, telegram } = startedChat()
  const heard: number[] = []
  const stop = telegram.onChange((id) => heard.push(id))
  await call('sendMessage', { chat_id: sari.id, text: 'x' })
  stop()
  sari.says('y')
  expect(heard).toEqual([sari.id])
})

test('a place is shown as words', async () => {
  const { call, sari, chat } = startedChat()
  const place = { latitude: -0.22, longitude: 100.63, title: 'Dinas', address: 'Jl. Sudirman 1' }
  expect(await call('sendVenue', { chat_id: sari.id, ...place })).toMatchObject({
    result: { venue: { title: 'Dinas' } },
  })
  expect(chat().messages.at(-1)?.html).toBe('<b>Dinas</b>\nJl. Sudirman 1')
  expect(await call('sendLocation', { chat_id: sari.id, latitude: -0.22, longitude: 100.63 })).toMatchObject({
    result: { location: { latitude: -0.22, longitude: 100.63 } },
  })
})
