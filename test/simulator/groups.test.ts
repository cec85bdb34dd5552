import { Bot } from 'grammy'
import { expect, test } from 'vitest'
import { onePixel, startedChat, token } from './support.ts'

const refused = (code: number, description: string) => ({ ok: false, error_code: code, description })

test('a bot that is brought into a group says one sentence and leaves', async () => {
  const { telegram, sari } = startedChat()
  const group = telegram.addGroup({ title: 'Grup Rendang' })
  const bot = new Bot(token, { client: { fetch: telegram.fetch } })
  bot.on('my_chat_member', async (ctx) => {
    if (ctx.chat.type === 'private' || ctx.myChatMember.new_chat_member.status !== 'member') return
    await ctx.reply('Saya hanya untuk percakapan pribadi.')
    await ctx.leaveChat()
  })
  await bot.init()
  group.addsBot(sari.id)
  const added = telegram.takeUpdates()
  expect(added).toMatchObject([
    {
      my_chat_member: {
        chat: { id: group.id, type: 'group', title: 'Grup Rendang' },
        from: { id: sari.id },
        old_chat_member: { status: 'left' },
        new_chat_member: { status: 'member', user: { id: 4000 } },
      },
    },
    { message: { chat: { type: 'group' }, new_chat_members: [{ id: 4000, is_bot: true }] } },
  ])
  for (const update of added) await bot.handleUpdate(update)
  expect(group.hasBot()).toBe(false)
  expect(group.messages().at(-1)).toMatchObject({ from: 'bot', text: 'Saya hanya untuk percakapan pribadi.' })
  expect(telegram.takeUpdates()).toMatchObject([
    { my_chat_member: { from: { id: 4000 }, new_chat_member: { status: 'left' } } },
  ])
})

test('in a group the bot hears commands and answers to what it said, nothing else', async () => {
  const { telegram, sari, call } = startedChat()
  const group = telegram.addGroup({ title: 'Grup', kind: 'supergroup' })
  group.says(sari.id, '/sebelum')
  group.addsBot(sari.id)
  telegram.takeUpdates()
  const { result } = await call('sendMessage', { chat_id: group.id, text: 'halo' })
  expect(result.chat).toEqual({ id: group.id, type: 'supergroup', title: 'Grup' })
  for (const text of ['hai', '/start', '/start@dampingi_bot', '/start@lain_bot', '@dampingi_bot']) {
    group.says(sari.id, text)
  }
  group.says(sari.id, 'ya', { replyTo: result.message_id })
  expect(telegram.takeUpdates().map(({ message }) => message?.text)).toEqual(['/start', '/start@dampingi_bot', 'ya'])
})

test('where the bot is not, it may do nothing', async () => {
  const { telegram, sari, call } = startedChat()
  const group = telegram.addGroup({ title: 'Grup' })
  const to = { chat_id: group.id }
  const write = () => call('sendMessage', { ...to, text: 'x' })
  expect(await write()).toEqual(refused(400, 'Bad Request: chat not found'))
  group.addsBot(sari.id)
  expect(await write()).toMatchObject({ ok: true })
  expect(await call('leaveChat', to)).toEqual({ ok: true, result: true })
  expect(await write()).toEqual(refused(403, 'Forbidden: bot is not a member of the group chat'))
  expect(await call('leaveChat', to)).toEqual(refused(403, 'Forbidden: bot is not a member of the group chat'))
  group.addsBot(sari.id)
  group.removesBot(sari.id)
  expect(await write()).toEqual(refused(403, 'Forbidden: bot was kicked from the group chat'))
  expect(telegram.takeUpdates().at(-1)?.my_chat_member?.new_chat_member.status).toBe('kicked')
})

test('where only admins write, the bot hears so', async () => {
  const { telegram, sari, call, chat } = startedChat()
  const group = telegram.addGroup({ title: 'Pengumuman', adminsOnly: true })
  group.addsBot(sari.id)
  sari.sendsPhoto({ bytes: onePixel })
  const photo = chat().messages.at(-1)?.file?.fileId
  expect(await call('sendMessage', { chat_id: group.id, text: 'x' })).toEqual(
    refused(400, 'Bad Request: not enough rights to send text messages to the chat'),
  )
  expect(await call('sendPhoto', { chat_id: group.id, photo })).toEqual(
    refused(400, 'Bad Request: not enough rights to send photos to the chat'),
  )
  expect(await call('leaveChat', { chat_id: group.id })).toMatchObject({ ok: true })
})

test('in a group the bot deletes its own words only', async () => {
  const { telegram, sari, call } = startedChat()
  const group = telegram.addGroup({ title: 'Grup' })
  group.addsBot(sari.id)
  const theirs = group.says(sari.id, '/start')
  const { result } = await call('sendMessage', { chat_id: group.id, text: 'x' })
  const remove = (message_id: number) => call('deleteMessage', { chat_id: group.id, message_id })
  expect(await remove(theirs)).toEqual(refused(400, "Bad Request: message can't be deleted"))
  expect(await remove(result.message_id)).toEqual({ ok: true, result: true })
})

test('groups are on nobody’s phone', async () => {
  const { telegram, sari, call } = startedChat()
  const changed: number[] = []
  telegram.onChange((id) => changed.push(id))
  const group = telegram.addGroup({ title: 'Grup' })
  group.addsBot(sari.id)
  await call('sendMessage', { chat_id: group.id, text: 'x' })
  expect(changed).toEqual([])
  expect(telegram.people()).toHaveLength(1)
})
