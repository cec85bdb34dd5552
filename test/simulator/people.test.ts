import { expect, test } from 'vitest'
import { onePixel, startedChat } from './support.ts'

const megabyte = 1024 * 1024

test('each action makes the update Telegram would make', () => {
  const { sari, telegram } = startedChat()
  sari.says('/bantuan@dampingi_bot satu')
  sari.says('lagi', { replyTo: 2 })
  sari.sharesContact()
  sari.sharesContact({ phone: '6281', name: 'Budi' })
  sari.sharesLocation(-0.22, 100.63)
  sari.sendsSticker()
  sari.edits(2, 'diubah')
  const [command, reply, own, other, place, sticker, edited] = telegram.takeUpdates()
  expect(command?.message).toMatchObject({
    message_id: 2,
    text: '/bantuan@dampingi_bot satu',
    entities: [{ type: 'bot_command', offset: 0, length: 21 }],
    from: { id: 1001, is_bot: false, first_name: 'Sari' },
    chat: { id: 1001, type: 'private', first_name: 'Sari' },
    date: Date.parse('2026-06-08T01:00:00Z') / 1000,
  })
  expect(reply?.message?.reply_to_message).toMatchObject({ message_id: 2 })
  expect(own?.message?.contact).toEqual({ phone_number: '6281266001001', first_name: 'Sari', user_id: 1001 })
  expect(other?.message?.contact).toEqual({ phone_number: '6281', first_name: 'Budi' })
  expect(place?.message?.location).toEqual({ latitude: -0.22, longitude: 100.63 })
  expect(sticker?.message?.sticker).toMatchObject({ type: 'regular' })
  expect(edited?.edited_message).toMatchObject({ message_id: 2, text: 'diubah', edit_date: expect.any(Number) })
  expect(command?.message?.text).toBe('/bantuan@dampingi_bot satu')
})

test('a link starts the bot with its payload, and unblocks it', () => {
  const { sari, telegram } = startedChat()
  sari.blocks()
  sari.opensLink('undangan_7-a')
  sari.opensLink('')
  expect(telegram.takeUpdates().map(({ message }) => message?.text)).toEqual([
    undefined,
    undefined,
    '/start undangan_7-a',
    '/start',
  ])
  expect(() => sari.opensLink('a b')).toThrow('not a start payload')
  expect(() => sari.opensLink('x'.repeat(65))).toThrow('not a start payload')
})

test('ids of files are new with every sending, unique ids follow the content', () => {
  const { sari, telegram } = startedChat()
  sari.sendsFile({ bytes: onePixel, name: 'izin.png' })
  sari.sendsFile({ bytes: onePixel, name: 'lain.png' })
  const [first, second] = telegram.takeUpdates().map(({ message }) => message?.document)
  expect(first?.file_id).not.toBe(second?.file_id)
  expect(first?.file_unique_id).toBe(second?.file_unique_id)
  expect(first).toMatchObject({ file_name: 'izin.png', mime_type: 'image/png', file_size: 70 })
  expect(telegram.file(first?.file_id ?? '')).toMatchObject({ name: 'izin.png', mime: 'image/png', bytes: onePixel })
})

test('a photo comes in up to three sizes, smallest first', () => {
  const { sari, telegram } = startedChat()
  const large = Uint8Array.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0x06, 0x40, 0x0c, 0x80, 3])
  sari.sendsPhoto({ bytes: large, caption: 'x' })
  sari.sendsPhoto({ bytes: new Uint8Array([1, 2, 3]) })
  const sizes = telegram.takeUpdates().map(({ message }) => message?.photo?.map(({ width, height }) => [width, height]))
  expect(sizes).toEqual([
    [
      [90, 45],
      [320, 160],
      [1280, 640],
    ],
    [
      [90, 68],
      [320, 240],
      [1280, 960],
    ],
  ])
})

test('files that are empty or above 20 MB cannot be fetched', async () => {
  const { sari, call, chat } = startedChat()
  const fetchLast = () => call('getFile', { file_id: chat().messages.at(-1)?.file?.fileId })
  sari.sendsFile({ bytes: new Uint8Array(), name: 'kosong.pdf' })
  expect(await fetchLast()).toMatchObject({ description: 'Bad Request: file must be non-empty' })
  sari.sendsFile({ bytes: onePixel, size: 21 * megabyte })
  expect(await fetchLast()).toMatchObject({ description: 'Bad Request: file is too big' })
  sari.sendsFile({ bytes: onePixel, name: 'izin.pdf' })
  expect((await fetchLast()).result.file_path).toMatch(/^documents\/file_\d+\.pdf$/)
})

test('a bot sends only pictures as photos, and each file as what it is', async () => {
  const { sari, call, telegram, chat } = startedChat()
  const upload = async (method: string, field: string, bytes: BlobPart) => {
    const body = new FormData()
    body.set('chat_id', String(sari.id))
    body.set(field, new Blob([bytes]), 'x.bin')
    const response = await telegram.fetch(`http://telegram/bot4000:test/${method}`, { method: 'POST', body })
    return response.json()
  }
  expect(await upload('sendPhoto', 'photo', 'words')).toMatchObject({
    description: 'Bad Request: IMAGE_PROCESS_FAILED',
  })
  expect(await upload('sendDocument', 'document', '')).toMatchObject({
    description: 'Bad Request: file must be non-empty',
  })
  expect(await upload('sendDocument', 'document', 'words')).toMatchObject({ result: { document: { file_size: 5 } } })
  const document = chat().messages.at(-1)?.file?.fileId
  expect(await call('sendPhoto', { chat_id: sari.id, photo: document })).toMatchObject({
    description: "Bad Request: can't use file of type Document as Photo",
  })
  expect(await call('sendDocument', { chat_id: sari.id, document })).toMatchObject({ ok: true })
  expect(await call('sendDocument', { chat_id: sari.id, document: 'attach://x' })).toMatchObject({ error_code: 400 })
  const media = [
    { type: 'document', media: document },
    { type: 'photo', media: document },
  ]
  expect(await call('sendMediaGroup', { chat_id: sari.id, media })).toMatchObject({
    description: "Bad Request: Document can't be mixed with other media types",
  })
})

test('people have their own ids, or the next free one', () => {
  const { telegram } = startedChat()
  expect(telegram.addPerson({ firstName: 'Budi', id: 2000 }).id).toBe(2000)
  expect(telegram.addPerson({ firstName: 'Ani', note: 'penyuluh' }).id).toBe(2001)
  expect(telegram.person(2001).id).toBe(2001)
  expect(() => telegram.addPerson({ firstName: 'X', id: 2000 })).toThrow('there is a person 2000 already')
  expect(telegram.people().at(-1)).toEqual({ id: 2001, firstName: 'Ani', note: 'penyuluh', blockedBot: false })
})
