import { Bot, GrammyError, InlineKeyboard, InputFile, InputMediaBuilder, Keyboard } from 'grammy'
import { expect, test } from 'vitest'
import { callMethod, onePixel, settle, startedChat, token } from './support.ts'

function botOn({ telegram }: ReturnType<typeof startedChat>): Bot {
  return new Bot(token, { client: { fetch: telegram.fetch } })
}

test('a grammY bot answers a command and a press', async () => {
  const world = startedChat()
  const bot = botOn(world)
  bot.command('start', (ctx) =>
    ctx.reply(`<b>Halo</b>, ${ctx.match}`, {
      parse_mode: 'HTML',
      reply_markup: new InlineKeyboard().text('Ya', 'yes'),
    }),
  )
  bot.callbackQuery('yes', async (ctx) => {
    await ctx.answerCallbackQuery({ text: 'Baik', show_alert: true })
    await ctx.editMessageText('Sudah')
  })
  await bot.init()
  world.sari.opensLink('kode_1')
  for (const update of world.telegram.takeUpdates()) await bot.handleUpdate(update)
  const greeting = world.chat().messages.at(-1)
  expect(greeting).toMatchObject({
    text: 'Halo, kode_1',
    html: '<b>Halo</b>, kode_1',
    buttons: [[{ text: 'Ya', data: 'yes' }]],
  })

  world.sari.presses(greeting?.id ?? 0, 'yes')
  for (const update of world.telegram.takeUpdates()) await bot.handleUpdate(update)
  expect(world.chat()).toMatchObject({ toast: { text: 'Baik', alert: true } })
  expect(world.chat().messages.at(-1)).toMatchObject({ text: 'Sudah', buttons: [], edited: true, version: 2 })
})

test('grammY uploads photos, documents and albums, and fetches a file', async () => {
  const world = startedChat()
  const { api } = botOn(world)
  const photo = await api.sendPhoto(world.sari.id, new InputFile(onePixel, 'izin; "1".png'), {
    caption: '<i>Izin</i>',
    parse_mode: 'HTML',
    reply_markup: new InlineKeyboard().text('Ya', 'yes'),
  })
  expect(photo).toMatchObject({ photo: [{ width: 1, height: 1, file_size: 70 }], caption: 'Izin' })
  const pdf = new InputFile(Buffer.from('%PDF-1.7'), 'berkas.pdf')
  const document = await api.sendDocument(world.sari.id, pdf, { protect_content: true })
  expect(document.document).toMatchObject({ file_name: 'berkas.pdf', mime_type: 'application/pdf', file_size: 8 })
  const album = await api.sendMediaGroup(world.sari.id, [
    InputMediaBuilder.photo(new InputFile(onePixel), { caption: '1' }),
    InputMediaBuilder.photo(photo.photo[0]?.file_id ?? ''),
  ])
  expect(new Set(album.map((message) => ('media_group_id' in message ? message.media_group_id : undefined))).size).toBe(
    1,
  )

  const file = await api.getFile(document.document.file_id)
  const response = await world.telegram.fetch(`http://telegram/file/bot${token}/${file.file_path}`)
  expect(await response.text()).toBe('%PDF-1.7')
})

test('grammY polls until it is stopped', async () => {
  const world = startedChat()
  const bot = botOn(world)
  const heard: string[] = []
  bot.on('message:text', (ctx) => {
    heard.push(ctx.message.text)
  })
  const running = bot.start({ drop_pending_updates: true })
  await settle()
  world.sari.says('satu')
  await settle()
  world.sari.says('dua')
  await settle()
  await bot.stop()
  await running
  expect(heard).toEqual(['satu', 'dua'])
  expect(world.telegram.takeUpdates()).toEqual([])
})

test('an error reaches grammY with its description', async () => {
  const world = startedChat()
  const failed = botOn(world).api.sendMessage(world.sari.id, '<b>x', { parse_mode: 'HTML' })
  await expect(failed).rejects.toThrow(GrammyError)
  await expect(failed).rejects.toMatchObject({ error_code: 400, description: /Can't find end tag/ })
})

test('a reply keyboard made by grammY stays until it is taken away', async () => {
  const world = startedChat()
  const { api } = botOn(world)
  await api.sendMessage(world.sari.id, 'x', {
    reply_markup: new Keyboard().requestContact('Nomor').row().text('Menu').placeholder('Pilih'),
  })
  expect(world.chat().keyboard).toEqual({
    rows: [[{ text: 'Nomor', requestsContact: true }], [{ text: 'Menu', requestsContact: false }]],
    placeholder: 'Pilih',
  })
  await api.sendMessage(world.sari.id, 'x', { reply_markup: new InlineKeyboard().text('a', 'b') })
  expect(world.chat().keyboard?.rows).toHaveLength(2)
  await api.sendMessage(world.sari.id, 'x', { reply_markup: { remove_keyboard: true } })
  expect(world.chat().keyboard).toBeUndefined()
})

test('getMe says who the bot is', async () => {
  const { telegram } = startedChat({ username: 'lain_bot' })
  expect(await callMethod(telegram, 'getMe')).toMatchObject({
    result: { id: 4000, is_bot: true, username: 'lain_bot' },
  })
})
