import fc from 'fast-check'
import type { Update } from 'grammy/types'
import type { Runtime } from '../../src/runtime.ts'
import { expect, png, test, type World } from '../support/index.ts'
import { cut, onWire, outage, refusal } from './wire.ts'

// Door 1: whatever comes in, somebody gets an answer, and what failed in passing is handled again.

const away = () => Object.assign(new Error('Connection terminated while Yanti was being read'), { code: 'ECONNRESET' })

/** Lets the next `count` transactions fail as if the database were away. */
function databaseAway(rt: Runtime, count: number): void {
  const { db } = rt
  let left = count
  rt.db = { ...db, transaction: (work) => (left-- > 0 ? Promise.reject(away()) : db.transaction(work)) }
}

interface Line {
  door: string
  what: string
  id?: number
  outcome?: string
  error?: string
}

const lines = ({ logged }: World): Line[] => logged.map((line) => JSON.parse(line))
const questions = async ({ rt }: World) => (await rt.db.reader.questionState.findMany()).map(({ state }) => state)
const waiting = ({ rt }: World) => rt.db.sql('SELECT id FROM inbox WHERE done_at IS NULL')

/** Sari, who was asked for the name of her business. */
async function asked(world: World) {
  const wired = await onWire(world)
  const sari = await wired.reader('Sari')
  sari.does.says('/lanjut')
  await wired.settle()
  expect(sari.reads().at(-1)).toMatch(/Apa nama usaha/)
  wired.wire.calls.length = 0
  return { ...wired, sari, already: sari.reads().length }
}

/** Lets the next files that people send meet a bug; gives back how to end that. */
function bugInFiles(rt: Runtime): () => void {
  const { files } = rt
  rt.files = {
    ...files,
    put: () => Promise.reject(new TypeError('cannot read the NIK 1376014107900001 of Yanti')),
  }
  return () => {
    rt.files = files
  }
}

test('a bug is told in one sentence, and leaves the open question as it was', async ({ world }) => {
  const { sari, already, settle } = await asked(world)
  const before = await questions(world)
  const mend = bugInFiles(world.rt)
  sari.does.sendsPhoto({ bytes: png() })
  await settle()
  expect(sari.reads().slice(already)).toEqual([expect.stringMatching(/Maaf, ada gangguan.*Kode: \w+/s)])
  expect(await waiting(world)).toEqual([])
  expect(await questions(world)).toEqual(before)
  expect(world.logged.join()).not.toMatch(/1376014107900001|Yanti/)

  mend()
  sari.does.says('Rendang Sari')
  await settle()
  expect(sari.reads().at(-1)).toMatch(/kabupaten\/kota mana/)
})

test('a bug in the middle of an answer leaves its question open, so that the answer can be given again', async ({
  world,
}) => {
  await world.openCycle()
  const sari = await world.owner('Sari')
  await sari.registers('Rendang Sari', 'Kota Payakumbuh', 'Makanan/minuman')
  await sari.says('/lanjut')
  await sari.taps('KTP pemilik')
  await sari.taps('Kirim')
  sari.skims()
  const mend = bugInFiles(world.rt)
  await sari.sendsPhoto()
  await sari.sees(/Maaf, ada gangguan/)
  mend()
  await sari.sendsPhoto()
  await sari.sees(/Berapa NIK/)
})

test('the code a person is told finds the one line that the log has about the bug', async ({ world }) => {
  const { sari, settle } = await asked(world)
  bugInFiles(world.rt)
  sari.does.sendsPhoto({ bytes: png() })
  await settle()
  const code = /Kode: (\w+)/.exec(sari.reads().at(-1) ?? '')?.[1]
  const about = lines(world).filter(({ id }) => String(id) === code)
  const error = expect.stringMatching(/^TypeError/)
  expect(about).toMatchObject([{ door: 'telegram', what: 'message', outcome: 'failed', error }])
})

test('while the database is away nobody is told anything; the answer comes when it is back, once', async ({
  world,
}) => {
  const { sari, already, settle } = await asked(world)
  const { db } = world.rt
  databaseAway(world.rt, 3)
  sari.does.says('Rendang Sari')
  await settle()
  world.rt.db = db
  expect(sari.reads().slice(already)).toEqual([expect.stringMatching(/kabupaten\/kota mana/)])
  expect(await db.reader.business.count()).toBe(1)
  expect(lines(world).filter(({ what }) => what === 'retry')).toHaveLength(3)
  expect(world.logged.join()).not.toContain('Yanti')
})

for (const [what, disturb] of [
  ['Telegram has an outage', outage],
  ['the connection to Telegram is cut', cut],
  ['Telegram asks for a pause', () => refusal(429, 'Too Many Requests: retry after 1', 1)],
] as const) {
  test(`when ${what} in the middle of an answer, it is handled again: one business, one question, one reply`, async ({
    world,
  }) => {
    const { sari, already, settle, wire } = await asked(world)
    let failures = 2
    wire.disturb = (method) => (method === 'sendMessage' && failures-- > 0 ? disturb() : undefined)
    sari.does.says('Rendang Sari')
    await settle()
    expect(sari.reads().slice(already)).toEqual([expect.stringMatching(/kabupaten\/kota mana/)])
    expect(await world.rt.db.reader.business.count()).toBe(1)
    expect(await questions(world)).toEqual([expect.stringContaining('?business-region')])
    sari.does.says('Kota Payakumbuh')
    await settle()
    expect(sari.reads().at(-1)).toMatch(/produk utama/)
  })
}

test('when Telegram stays away for five tries the update is done, and the next one is answered', async ({ world }) => {
  const { sari, already, settle, wire } = await asked(world)
  const before = await questions(world)
  wire.disturb = (method) => (method === 'sendMessage' ? outage() : undefined)
  sari.does.says('Rendang Sari')
  await settle()
  expect(await waiting(world)).toEqual([])
  expect(await questions(world)).toEqual(before)
  wire.disturb = undefined
  sari.does.says('Rendang Sari')
  await settle()
  expect(sari.reads().slice(already)).toEqual([expect.stringMatching(/kabupaten\/kota mana/)])
})

test('who blocks the bot in the middle of an answer is no failure, and nothing is tried again', async ({ world }) => {
  const { sari, settle, wire } = await asked(world)
  sari.does.says('Rendang Sari')
  sari.does.blocks()
  await settle()
  expect(await waiting(world)).toEqual([])
  expect(wire.calls.filter((method) => method === 'sendMessage')).toHaveLength(1)
  expect(lines(world).filter(({ outcome }) => outcome === 'failed')).toEqual([])
  expect(lines(world)).toContainEqual(expect.objectContaining({ outcome: 'blocked' }))
})

const group = { id: -100_123, type: 'supergroup' as const, title: 'Grup Rendang' }
const someone = { id: 5_001, is_bot: false, first_name: 'Upik' }
const bot = { id: 2_000, is_bot: true, first_name: 'Dampingi' }
const inGroup: Update = {
  update_id: 1,
  message: { message_id: 1, date: 0, chat: group, from: someone, text: '/start' },
}
const membership = (chat: object, status: 'member' | 'administrator' | 'left' | 'kicked', update_id = 1): Update =>
  ({
    update_id,
    my_chat_member: {
      chat,
      from: someone,
      date: 0,
      old_chat_member: { status: 'left', user: bot },
      new_chat_member: { status, user: bot },
    },
  }) as Update

/** Telegram's side of a group, which the simulator does not have. */
const groupAnswers = (method: string) => {
  if (method === 'sendMessage')
    return Response.json({ ok: true, result: { message_id: 2, date: 0, chat: group, text: '' } })
  return method === 'leaveChat' ? Response.json({ ok: true, result: true }) : undefined
}

for (const [what, update] of [
  ['is written to in a group', inGroup],
  ['is added to a group', membership(group, 'member')],
  ['is made an admin of a group', membership({ ...group, type: 'group' }, 'administrator')],
] as const) {
  test(`when the bot ${what}, it says one sentence and leaves, and keeps nothing of it`, async ({ world }) => {
    const { wire, settle } = await onWire(world)
    wire.calls.length = 0
    wire.disturb = groupAnswers
    await settle([update])
    expect(wire.calls).toEqual(['sendMessage', 'leaveChat'])
    expect(await world.rt.db.reader.account.count()).toBe(0)
    expect(await questions(world)).toEqual([])
    expect(await waiting(world)).toEqual([])
    expect(world.logged.join()).not.toMatch(/Rendang|Upik/)
  })
}

for (const [what, update] of [
  ['is removed from a group', membership(group, 'left')],
  ['is banned from a group', membership(group, 'kicked')],
] as const) {
  test(`when the bot ${what}, it says nothing`, async ({ world }) => {
    const { wire, settle } = await onWire(world)
    wire.calls.length = 0
    await settle([update])
    expect(wire.calls).toEqual([])
    expect(await world.rt.db.reader.account.count()).toBe(0)
  })
}

test('when the bot is added to a channel, it leaves without a word', async ({ world }) => {
  const { wire, settle } = await onWire(world)
  wire.calls.length = 0
  wire.disturb = groupAnswers
  await settle([membership({ ...group, type: 'channel' }, 'administrator')])
  expect(wire.calls).toEqual(['leaveChat'])
})

test('a group in which the bot may not write is left all the same', async ({ world }) => {
  const { wire, settle } = await onWire(world)
  wire.calls.length = 0
  wire.disturb = (method) =>
    method === 'sendMessage'
      ? refusal(400, 'Bad Request: not enough rights to send text messages to the chat')
      : groupAnswers(method)
  await settle([inGroup])
  expect(wire.calls).toContain('leaveChat')
})

test('a changed message is answered by one sentence and changes nothing', async ({ world }) => {
  const { sari, already, settle } = await asked(world)
  const messageId = sari.does.says('Rendang Sari')
  await settle()
  const before = await questions(world)
  sari.does.edits(messageId, 'Rendang Uni Sari')
  await settle()
  expect(sari.reads().slice(already + 1)).toEqual([expect.stringMatching(/Pesan yang diubah tidak kami baca/)])
  expect(await questions(world)).toEqual(before)
  expect(await world.rt.db.reader.business.findFirst()).toMatchObject({ name: 'Rendang Sari' })
})

type Act = (does: Awaited<ReturnType<typeof asked>>['sari']['does']) => void
const oddities: [what: string, act: Act][] = [
  ['a sticker', (does) => void does.sendsSticker()],
  ['a location', (does) => void does.sharesLocation(-0.22, 100.63)],
  ['a contact', (does) => void does.sharesContact({ phone: '628123', name: 'Upik' })],
  ['an unknown command', (does) => void does.says('/apa_ini')],
  ['a link from nowhere', (does) => void does.opensLink('undangan_x')],
  ['forged callback data', (does) => does.presses(1, 'accept:1')],
  ['the data of a question as callback data', (does) => does.presses(1, '?own-name')],
  ['senseless callback data', (does) => does.presses(1, '\u202e:::💥')],
]

for (const [what, act] of oddities) {
  test(`${what} gets an answer, from a stranger, in the middle of a question, and after it`, async ({ world }) => {
    const { telegram, sari, settle, botTexts, wire } = await asked(world)
    const stranger = telegram.addPerson({ firstName: 'Upik' })
    stranger.says('/start')
    await settle()
    for (const does of [stranger, sari.does]) {
      const before = botTexts(does.id).length
      wire.calls.length = 0
      act(does)
      await settle()
      const answers = wire.calls.filter((method) =>
        ['sendMessage', 'editMessageText', 'answerCallbackQuery'].includes(method),
      )
      expect(answers.length, String(does.id)).toBeGreaterThan(0)
      if (!what.includes('callback')) expect(botTexts(does.id).length, String(does.id)).toBeGreaterThan(before)
    }
    sari.does.says('/batal')
    await settle()
    act(sari.does)
    await settle()
    expect(sari.reads().at(-1)).not.toMatch(/gangguan/)
    expect(lines(world).filter(({ outcome }) => outcome === 'failed')).toEqual([])
    expect(await waiting(world)).toEqual([])
  })
}

test('an old or forged button says that it has expired, and where to go on', async ({ world }) => {
  const { telegram, sari, settle } = await asked(world)
  sari.does.presses(1, 'a-button-of-years-ago:7')
  await settle()
  expect(telegram.chat(sari.does.id).toast?.text).toMatch(/sudah tidak berlaku/)
  expect(sari.reads().at(-1)).toMatch(/Apa nama usaha/)
})

test('a forged button with an id no row can have is answered like any expired one', async ({ world }) => {
  const { sari, settle } = await asked(world)
  for (const data of ['region:99999999999:13.76', 'make:99999999999:gerabah', 'sort:99999999999:1']) {
    sari.does.presses(1, data)
    await settle()
  }
  expect(sari.reads().filter((text) => text.includes('gangguan'))).toEqual([])
  expect(lines(world).filter(({ outcome }) => outcome === 'failed')).toEqual([])
})

test('no press, whatever its data, is a failure or stays unanswered', async ({ world }) => {
  const { sari, settle, wire } = await asked(world)
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 16 }), async (data) => {
      wire.calls.length = 0
      sari.does.presses(1, data)
      await settle()
      expect(wire.calls).toContain('answerCallbackQuery')
    }),
    { numRuns: 25 },
  )
  expect(lines(world).filter(({ outcome }) => outcome === 'failed')).toEqual([])
})

test('nothing a story is about is in the log of it: no name, number, word or token', async ({ world }) => {
  await world.openCycle()
  const officer = await world.officer('Qonitah Zulaikha', ['13.76'])
  const owner = world.newcomer('Zubaidah')
  await owner.says('/start')
  await owner.taps('Setuju')
  await owner.says('Zubaidah Xenia')
  await owner.says('Songket Quraisy')
  await owner.says('Wakanda')
  await owner.says('Kota Payakumbuh')
  await owner.taps('Makanan/minuman')
  await owner.says('NIK saya 1376014107900001')
  await owner.doesAtOnce((does) => void does.sharesContact({ phone: '628126600100', name: 'Xaverius' }))
  await owner.sendsFile({ bytes: Buffer.from('GIF89a'), name: 'ktp-zubaidah.gif', caption: 'ini ya bu' })
  await owner.sendsKtp(png(40))
  await officer.says('/antrean')
  await officer.taps('Songket Quraisy')
  await officer.taps('Kembalikan')
  await officer.taps('Lainnya')
  await officer.says('Stempelnya terbalik semua')
  const { files } = world.rt
  world.rt.files = { ...files, put: () => Promise.reject(new TypeError('broken for Zubaidah')) }
  await owner.sendsKtp(png(41))
  world.rt.files = files
  databaseAway(world.rt, 1)
  await owner.says('/lanjut')
  for (const person of [owner, officer]) expect(person.skims().length).toBeGreaterThan(0)

  const log = world.logged.join('')
  expect(lines(world).length).toBeGreaterThan(15)
  expect(lines(world).map(({ outcome }) => outcome)).toContain('failed')
  const told =
    /zubaidah|xenia|qonitah|zulaikha|songket|quraisy|wakanda|payakumbuh|1376014107900001|6281266|xaverius|ktp-|ini ya bu|stempel|terbalik|setuju|test-token/i
  expect(told.exec(log)?.[0]).toBeUndefined()
})

test('every update is one line in the log, which says what came, how long it took and what became of it', async ({
  world,
}) => {
  const sari = await world.owner('Sari')
  await sari.says('/menu')
  await sari.taps('Bantuan')
  await sari.says('/lanjut')
  sari.skims()
  const handled = lines(world).filter(({ door }) => door === 'telegram')
  expect(handled.map(({ what }) => what)).toEqual(['message', 'callback_query', 'message'])
  expect(new Set(handled.map(({ id }) => id)).size).toBe(3)
  for (const line of handled)
    expect(line).toMatchObject({ ms: expect.any(Number), outcome: 'done', id: expect.any(Number) })
})
