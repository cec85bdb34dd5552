import { Bot, type Context } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import { expect, test } from 'vitest'
import { clientOptions } from '../../../src/platform/telegram/client.ts'
import { answerPress, type Screen, show } from '../../../src/platform/telegram/screen.ts'
import { startedChat, token } from '../../simulator/support.ts'
import { png } from '../../support/papers.ts'

/** A bot that shows what the test tells it to, whatever is said or pressed. */
async function smallBot() {
  const { telegram, machine, sari, call, chat } = startedChat()
  const { result } = await call('getMe')
  const client = clientOptions({ token, apiRoot: undefined, fetch: telegram.fetch as typeof fetch })
  let seen = telegram.calls().length

  /** Lets Sari act and the bot react; gives back which methods the bot called. */
  async function when(act: () => void, react: (ctx: Context) => Promise<void>): Promise<string[]> {
    const bot = new Bot(token, { botInfo: result as UserFromGetMe, client })
    bot.use(react)
    act()
    seen = telegram.calls().length
    for (const update of telegram.takeUpdates()) await bot.handleUpdate(update)
    return telegram
      .calls()
      .slice(seen)
      .map(({ method }) => method)
  }

  const newest = () => {
    const message = chat().messages.at(-1)
    if (!message) throw new Error('the chat is empty')
    return message
  }
  return {
    when,
    newest,
    chat,
    sari,
    machine,
    call,
    says: (screen: Screen) =>
      when(
        () => void sari.says('halo'),
        (ctx) => show(ctx, screen),
      ),
    presses: (messageId: number, ...screens: Screen[]) =>
      when(
        () => sari.presses(messageId, 'go'),
        async (ctx) => {
          for (const screen of screens) await show(ctx, screen)
        },
      ),
  }
}

const go = [[{ label: 'Lanjut', data: 'go' }]]
const picture = { kind: 'photo' as const, bytes: png(), name: 'ktp.png' }

test('what is said is answered by a new message', async () => {
  const { says, newest, chat } = await smallBot()
  const before = chat().messages.length
  expect(await says({ text: '<b>Selamat</b> datang &amp; salam', buttons: go })).toEqual(['sendMessage'])
  expect(newest()).toMatchObject({ text: 'Selamat datang & salam', html: expect.stringContaining('<b>Selamat</b>') })
  expect(newest().buttons).toEqual([[{ text: 'Lanjut', data: 'go' }]])
  expect(chat().messages).toHaveLength(before + 2)
})

test('a press changes the message it was made on, and takes its buttons along', async () => {
  const { says, presses, newest, chat } = await smallBot()
  await says({ text: 'satu', buttons: go })
  const { id } = newest()
  const before = chat().messages.length
  expect(await presses(id, { text: 'dua' })).toEqual(['answerCallbackQuery', 'editMessageText'])
  expect(newest()).toMatchObject({ id, text: 'dua', buttons: [] })
  expect(chat().messages).toHaveLength(before)
})

test('a second screen for the same press follows below the first', async () => {
  const { says, presses, newest, chat } = await smallBot()
  await says({ text: 'satu', buttons: go })
  const { id } = newest()
  expect(await presses(id, { text: 'dua' }, { text: 'tiga' })).toEqual([
    'answerCallbackQuery',
    'editMessageText',
    'sendMessage',
  ])
  expect(chat().messages.slice(-2)).toMatchObject([{ id, text: 'dua' }, { text: 'tiga' }])
})

test('the next press on the same message changes it again', async () => {
  const { says, presses, newest } = await smallBot()
  await says({ text: 'satu', buttons: go })
  const { id } = newest()
  await presses(id, { text: 'dua', buttons: go })
  await presses(id, { text: 'tiga' })
  expect(newest()).toMatchObject({ id, text: 'tiga' })
})

test.each([
  ['a picture', { text: 'KTP', picture, buttons: go, protect: true }],
  ['a document', { text: 'NIB', picture: { ...picture, kind: 'document' as const } }],
  ['a keyboard', { text: 'selesai', keyboard: [['Bantuan']] }],
])('after a press %s comes as a new message, and the old buttons go', async (_, screen: Screen) => {
  const { says, presses, newest, chat } = await smallBot()
  await says({ text: 'satu', buttons: go })
  const { id } = newest()
  await presses(id, screen)
  expect(chat().messages.slice(-2)).toMatchObject([{ id, text: 'satu', buttons: [] }, { text: screen.text }])
  expect(newest().protected).toBe(screen.protect === true)
  expect(newest().file?.kind).toBe(screen.picture?.kind)
  expect(newest().buttons).toHaveLength(screen.buttons?.length ?? 0)
  expect(
    chat()
      .keyboard?.rows.flat()
      .map(({ text }) => text),
  ).toEqual(screen.keyboard?.flat())
})

test('from a picture back to words, the words come anew and the picture loses its buttons', async () => {
  const { says, presses, newest, chat } = await smallBot()
  await says({ text: 'KTP', picture, buttons: go })
  const { id } = newest()
  expect(await presses(id, { text: 'dua', buttons: go })).not.toContain('editMessageText')
  expect(chat().messages.slice(-2)).toMatchObject([{ id, text: 'KTP', buttons: [] }, { text: 'dua' }])
  expect(newest().buttons).toHaveLength(1)
})

test('the same screen again is no failure, and nothing is sent twice', async () => {
  const { says, presses, newest, chat } = await smallBot()
  await says({ text: 'satu', buttons: go })
  const before = chat().messages.length
  expect(await presses(newest().id, { text: 'satu', buttons: go })).toEqual(['answerCallbackQuery', 'editMessageText'])
  expect(chat().messages).toHaveLength(before)
})

test('a press on a message that is gone is answered by a new one', async () => {
  const { says, presses, newest, chat, call, sari } = await smallBot()
  await says({ text: 'satu', buttons: go })
  const { id } = newest()
  await call('deleteMessage', { chat_id: sari.id, message_id: id })
  await presses(id, { text: 'dua' })
  expect(newest().text).toBe('dua')
  expect(chat().messages.map((message) => message.id)).not.toContain(id)
})

test('a message deleted between the press and the answer is answered by a new one', async () => {
  const { says, when, newest, call, sari } = await smallBot()
  await says({ text: 'satu', buttons: go })
  const { id } = newest()
  await when(
    () => sari.presses(id, 'go'),
    async (ctx) => {
      await call('deleteMessage', { chat_id: sari.id, message_id: id })
      await show(ctx, { text: 'dua' })
    },
  )
  expect(newest()).toMatchObject({ text: 'dua' })
})

test('a press that waited too long to be answered still gets its screen', async () => {
  const { says, when, newest, machine, sari } = await smallBot()
  await says({ text: 'satu', buttons: go })
  const { id } = newest()
  await when(
    () => sari.presses(id, 'go'),
    async (ctx) => {
      await machine.pass(200_000)
      await expect(ctx.answerCallbackQuery()).rejects.toThrow('too old')
      await show(ctx, { text: 'dua' })
    },
  )
  expect(newest()).toMatchObject({ id, text: 'dua' })
})

test('a note answers a press once, and the screen after it does not take the note away', async () => {
  const { says, when, newest, chat, sari } = await smallBot()
  await says({ text: 'satu', buttons: go })
  const methods = await when(
    () => sari.presses(newest().id, 'go'),
    async (ctx) => {
      await answerPress(ctx, 'Tombol ini sudah tidak berlaku.')
      await show(ctx, { text: 'dua' })
      await answerPress(ctx)
    },
  )
  expect(methods.filter((method) => method === 'answerCallbackQuery')).toHaveLength(1)
  expect(chat().toast?.text).toBe('Tombol ini sudah tidak berlaku.')
})

test('nothing but the words "not modified" is hidden: a screen Telegram refuses is a failure', async () => {
  const { says, presses, newest } = await smallBot()
  await expect(says({ text: '<b>' })).rejects.toThrow()
  await says({ text: 'satu', buttons: go })
  await expect(presses(newest().id, { text: '' })).rejects.toThrow()
})
