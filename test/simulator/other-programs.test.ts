import { Bot, InputFile, TelegramApiError } from 'node-telegram-bot-api'
import { Markup, Telegraf, TelegramError } from 'telegraf'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { served, servedTelegram } from './serving.ts'
import { onePixel, startedChat, token } from './support.ts'

// Two bots written by other people with other libraries, over HTTP as they are: nothing here knows it is a simulator.

const world = startedChat({ unknownFields: 'ignored' })
const { telegram, sari } = world
let root = ''
let close = () => {}

beforeAll(async () => {
  const telegramSide = await servedTelegram(telegram)
  root = telegramSide.root
  close = telegramSide.close
})

afterAll(() => close())

const last = () => telegram.chat(sari.id).messages.at(-1)
const sees = (what: object) => vi.waitFor(() => expect(last()).toMatchObject(what), { timeout: 5000 })
const fetched = async (address: string | URL) => new Uint8Array(await (await fetch(address)).arrayBuffer())

/** A bot that asks, listens to the press, returns pictures and cleans up after itself. */
function telegrafBot(): Telegraf {
  const bot = new Telegraf(token, { telegram: { apiRoot: `${root}/` } })
  bot.command('tanya', (ctx) =>
    ctx.reply('<b>Lanjut?</b>', {
      parse_mode: 'HTML',
      ...Markup.inlineKeyboard([Markup.button.callback('Ya', 'yes')]),
    }),
  )
  bot.action('yes', async (ctx) => {
    await ctx.answerCbQuery('Baik')
    await ctx.editMessageText('Lanjut')
  })
  bot.command('hapus', async (ctx) => {
    const { message_id: id } = await ctx.reply('sebentar')
    await ctx.deleteMessage(id)
    await ctx.reply('terhapus')
  })
  bot.on('photo', async (ctx) => {
    const link = await ctx.telegram.getFileLink(ctx.message.photo.at(-1)?.file_id ?? '')
    await ctx.replyWithPhoto({ source: Buffer.from(await fetched(link)) }, { caption: 'kembali' })
  })
  return bot
}

function ntbaBot(): Bot {
  const bot = new Bot(token, { apiRoot: root, maxRetries: 0 })
  const reply_markup = { inline_keyboard: [[{ text: 'Ya', callback_data: 'yes' }]] }
  bot.command('tanya', (ctx) => ctx.reply('<b>Lanjut?</b>', { parse_mode: 'HTML', reply_markup }))
  bot.on('callback_query', async (ctx) => {
    await ctx.answerCallbackQuery({ text: 'Baik' })
    const message_id = ctx.callbackQuery?.message?.message_id ?? 0
    await bot.api.editMessageText({ chat_id: sari.id, message_id, text: 'Lanjut' })
  })
  bot.command('hapus', async (ctx) => {
    const { message_id } = await ctx.reply('sebentar')
    await bot.api.deleteMessage({ chat_id: sari.id, message_id })
    await ctx.reply('terhapus')
  })
  bot.on('message', async (ctx) => {
    const photo = ctx.message?.photo?.at(-1)
    if (!photo) return
    const { file_path: path } = await bot.api.getFile({ file_id: photo.file_id })
    const bytes = await fetched(`${root}/file/bot${token}/${path}`)
    await bot.api.sendPhoto({
      chat_id: sari.id,
      photo: new InputFile(bytes, { filename: 'x.png' }),
      caption: 'kembali',
    })
  })
  return bot
}

/** Sari talks to whichever bot is there. */
async function conversation(): Promise<void> {
  sari.says('/tanya')
  await sees({ text: 'Lanjut?', html: '<b>Lanjut?</b>', buttons: [[{ text: 'Ya', data: 'yes' }]] })
  sari.presses(last()?.id ?? 0, 'yes')
  await sees({ text: 'Lanjut', buttons: [], edited: true })
  expect(telegram.chat(sari.id).toast).toMatchObject({ text: 'Baik' })
  sari.says('/hapus')
  await sees({ text: 'terhapus' })
  expect(telegram.chat(sari.id).messages.map(({ text }) => text)).not.toContain('sebentar')
  sari.sendsPhoto({ bytes: onePixel })
  await sees({ from: 'bot', text: 'kembali', file: { kind: 'photo', size: onePixel.length } })
  expect(telegram.file(last()?.file?.fileId ?? '')?.bytes).toEqual(onePixel)
}

test('telegraf polls, asks, edits, deletes, and sends pictures there and back', async () => {
  const bot = telegrafBot()
  const running = bot.launch()
  await vi.waitFor(() => expect(telegram.calls().at(-1)?.method).toBe('getUpdates'))
  await conversation()
  bot.stop()
  await running
})

test('telegraf does the same by webhook, with its secret', async () => {
  const bot = telegrafBot()
  const hook = await served(bot.webhookCallback('/hook', { secretToken: 'rahasia' }))
  await bot.telegram.setWebhook(`${hook.root}/hook`, { secret_token: 'rahasia', drop_pending_updates: true })
  await conversation()
  expect(await bot.telegram.getWebhookInfo()).toMatchObject({ url: `${hook.root}/hook`, pending_update_count: 0 })
  await bot.telegram.deleteWebhook()
  hook.close()
})

test('node-telegram-bot-api polls, asks, edits, deletes, and sends pictures there and back', async () => {
  const bot = ntbaBot()
  const running = bot.startPolling()
  await conversation()
  bot.stop()
  await running
})

test('telegraf hears why something is refused', async () => {
  const { telegram: api } = new Telegraf(token, { telegram: { apiRoot: `${root}/` } })
  const failed = api.sendMessage(sari.id, '<b>x', { parse_mode: 'HTML' })
  await expect(failed).rejects.toThrow(TelegramError)
  await expect(failed).rejects.toMatchObject({
    code: 400,
    description: 'Bad Request: can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
  })
  sari.blocks()
  await expect(api.sendMessage(sari.id, 'x')).rejects.toMatchObject({
    code: 403,
    description: 'Forbidden: bot was blocked by the user',
  })
  sari.unblocks()
})

test('node-telegram-bot-api hears why something is refused, and for how long', async () => {
  const { api } = new Bot(token, { apiRoot: root, maxRetries: 0 })
  sari.blocks()
  const failed = api.sendMessage({ chat_id: sari.id, text: 'x' })
  await expect(failed).rejects.toThrow(TelegramApiError)
  await expect(failed).rejects.toMatchObject({
    errorCode: 403,
    description: 'Forbidden: bot was blocked by the user',
  })
  sari.unblocks()
  telegram.faults.arm({ kind: 'error', code: 429, retryAfter: 7 })
  await expect(api.sendMessage({ chat_id: sari.id, text: 'x' })).rejects.toMatchObject({
    errorCode: 429,
    retryAfter: 7,
  })
})

test('a connection that is cut is cut for a program at the other end, whatever became of the message', async () => {
  const { api } = new Bot(token, { apiRoot: root, maxRetries: 0 })
  const count = () => telegram.chat(sari.id).messages.length
  const before = count()
  telegram.faults.arm({ kind: 'cut', when: 'before' })
  await expect(api.sendMessage({ chat_id: sari.id, text: 'x' })).rejects.toMatchObject({ code: 'EFETCH' })
  expect(count()).toBe(before)
  telegram.faults.arm({ kind: 'cut', when: 'after' })
  await expect(api.sendMessage({ chat_id: sari.id, text: 'x' })).rejects.toMatchObject({ code: 'EFETCH' })
  expect(count()).toBe(before + 1)
})
