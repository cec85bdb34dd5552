import { sweepInbox } from '../../../src/inbox/workers.ts'
import { expect, png, test, type World } from '../../support/index.ts'

// The one question open in a chat, as people meet it. The bot is made anew for every update, as after a restart.

const openQuestions = (world: World) => world.rt.db.reader.questionState.findMany()

async function stored(world: World): Promise<string> {
  const [question, ...others] = await openQuestions(world)
  expect(others).toEqual([])
  return question?.state ?? ''
}

/** Changes the stored question into what another release would have left there. */
async function asLeftBy(world: World, change: (state: string) => string): Promise<void> {
  const before = await stored(world)
  const after = change(before)
  expect(after).not.toBe(before)
  await world.rt.db.sql('UPDATE question_state SET state = $1', [after])
}

/** Sari, who was asked for the name of her business. */
async function asked(world: World) {
  const sari = await world.owner('Sari')
  await sari.says('/lanjut')
  await sari.sees(/Apa nama usaha/)
  return sari
}

const businesses = (world: World) => world.rt.db.reader.business.findMany({ select: { name: true } })

test('an answer is taken once, and what is said next answers the next question', async ({ world }) => {
  const sari = await asked(world)
  await sari.says('Rendang Uni Sari')
  await sari.sees(/Rendang Uni Sari ada di kabupaten\/kota mana/)
  await sari.says('Kota Payakumbuh')
  await sari.sees(/produk utama/)
  expect(await businesses(world)).toEqual([{ name: 'Rendang Uni Sari' }])
})

test('an answer that Telegram brings twice is taken once', async ({ world }) => {
  const sari = await asked(world)
  await sari.doesAtOnce((does) => void does.says('Rendang Uni Sari'))
  await sari.sees(/kabupaten\/kota mana/)
  const [{ update_id }] = (await world.rt.db.sql<{ update_id: number }>(
    'SELECT update_id FROM inbox ORDER BY id DESC LIMIT 1',
  )) as [{ update_id: number }]
  const chat = { id: sari.id, type: 'private' as const, first_name: 'Sari' }
  const from = { id: sari.id, is_bot: false, first_name: 'Sari' }
  await world.inbox.receive([{ update_id, message: { message_id: 9, date: 0, chat, from, text: 'Rendang Uni Sari' } }])
  await world.settle()
  sari.seesNothing()
  expect(await businesses(world)).toHaveLength(1)
})

test('with the answer its question and all it held are gone', async ({ world }) => {
  const sari = await world.owner('Sari')
  await sari.says('/data')
  await sari.sees(/Nama: Sari/)
  await sari.taps('Ubah nama')
  await sari.sees(/nama lengkap/)
  expect(await openQuestions(world)).toHaveLength(1)
  await sari.says('Sari Puspita')
  await sari.sees(/Nama tersimpan: Sari Puspita/)
  expect(await openQuestions(world)).toEqual([])
})

test('a wrong answer is told, and the question stays open for the right one', async ({ world }) => {
  const sari = await asked(world)
  await sari.says('🙂🙂🙂')
  await sari.sees(/huruf dan angka, tanpa emoji/)
  await sari.doesAtOnce((does) => void does.sendsSticker())
  await sari.sees(/pesan tulisan/)
  await sari.doesAtOnce((does) => void does.sharesLocation(-0.22, 100.63))
  await sari.sees(/pesan tulisan/)
  await sari.says('Rendang Uni Sari')
  await sari.sees(/kabupaten\/kota mana/)
})

test('a command in the middle wins, and closes the question', async ({ world }) => {
  const sari = await asked(world)
  await sari.says('/bantuan')
  await sari.sees(/Cara memakai Dampingi/)
  expect(await openQuestions(world)).toEqual([])
  await sari.says('Rendang Uni Sari')
  await sari.sees(/belum kami pahami/)
  await sari.sees(/Apa nama usaha/)
  expect(await businesses(world)).toEqual([])
})

test('a misspelt command is no answer either', async ({ world }) => {
  const sari = await asked(world)
  await sari.says('/bantuaan')
  await sari.sees(/belum kami pahami/)
  await sari.sees(/Apa nama usaha/)
  expect(await businesses(world)).toEqual([])
})

test('a key of the keyboard in the other language wins over the question', async ({ world }) => {
  const sari = await asked(world)
  await sari.says('❓ Help')
  await sari.sees(/Cara memakai Dampingi/)
  expect(await openQuestions(world)).toEqual([])
  expect(await businesses(world)).toEqual([])
})

test('a button of an older message works in the middle, and the question stays open', async ({ world }) => {
  const sari = await world.owner('Sari')
  await sari.says('/menu')
  await sari.sees(/Mau ke mana/)
  const help = sari.button('Bantuan')
  await sari.says('/lanjut')
  await sari.sees(/Apa nama usaha/)
  await sari.presses(help?.messageId ?? 0, help?.data ?? '')
  await sari.sees(/Cara memakai Dampingi/)
  await sari.says('Rendang Uni Sari')
  await sari.sees(/kabupaten\/kota mana/)
})

test('a file nobody asked for is kept, and the question is asked again and stays open', async ({ world }) => {
  const sari = await asked(world)
  await sari.sendsPhoto(png(3))
  await sari.sees(/1 file menunggu tempatnya/)
  await sari.sees(/Apa nama usaha/)
  expect(await world.rt.db.reader.unsortedFile.count()).toBe(1)
  await sari.says('Rendang Uni Sari')
  await sari.sees(/kabupaten\/kota mana/)
})

test('a question that takes files takes words as a wrong answer, and waits for the file', async ({ world }) => {
  await world.openCycle()
  const sari = await world.owner('Sari')
  await sari.registers('Rendang Sari', 'Kota Payakumbuh', 'Makanan/minuman')
  await sari.says('/lanjut')
  await sari.taps('KTP pemilik')
  await sari.taps('Kirim')
  sari.skims()
  await sari.says('nanti ya')
  await sari.sees(/Kami menunggu foto KTP pemilik/)
  await sari.sendsPhoto()
  await sari.sees(/Berapa NIK/)
  expect(await openQuestions(world)).toHaveLength(1)
})

test('asking anew replaces the open question; there is never a second one', async ({ world }) => {
  const sari = await asked(world)
  await sari.says('/data')
  await sari.sees(/Nama: Sari/)
  await sari.taps('Ubah nama')
  await sari.sees(/nama lengkap/)
  const [question, ...others] = await openQuestions(world)
  expect(others).toEqual([])
  expect(question?.state).toContain('?own-name')
  await sari.says('Sari Puspita')
  await sari.sees(/Nama tersimpan: Sari Puspita/)
  expect(await businesses(world)).toEqual([])
})

const leftovers: [what: string, change: (state: string) => string][] = [
  ['a question that no longer exists', (state) => state.replaceAll('?business-name', '?business-nick')],
  ['a question that has other fields today', (state) => state.replaceAll('?business-name', '?business-name:7')],
  ['a conversation of another shape', (state) => JSON.stringify({ ...JSON.parse(state), version: [0, 99] })],
  ['a conversation of another name', (state) => state.replace('"ask":', '"wizard":')],
]

for (const [what, change] of leftovers) {
  test(`${what}, left open by the release before, costs one answer and leaves nobody without one`, async ({
    world,
  }) => {
    const sari = await asked(world)
    await asLeftBy(world, change)
    await sari.says('Rendang Uni Sari')
    await sari.sees(/belum kami pahami/)
    await sari.sees(/Apa nama usaha/)
    expect(await stored(world)).toContain(String.raw`?business-name\"`)
    await sari.says('Rendang Uni Sari')
    await sari.sees(/kabupaten\/kota mana/)
  })
}

test('a question older than seven days is not answered any more, and the person is asked afresh', async ({ world }) => {
  const sari = await asked(world)
  world.clock.moveTo(new Date('2024-06-10T07:59:59+07:00'))
  await sari.says('🙂')
  await sari.sees(/tanpa emoji/)
  world.clock.moveTo(new Date('2024-06-17T07:59:59+07:00'))
  await sari.says('Rendang Uni Sari')
  await sari.sees(/belum kami pahami/)
  await sari.sees(/Apa nama usaha/)
  expect(await businesses(world)).toEqual([])
  await sari.says('Rendang Uni Sari')
  await sari.sees(/kabupaten\/kota mana/)
})

test('a question nobody answered for seven days is swept away with all it held', async ({ world }) => {
  await asked(world)
  world.clock.moveTo(new Date('2024-06-10T08:00:00+07:00'))
  await sweepInbox(world.rt)
  expect(await openQuestions(world)).toHaveLength(1)
  world.clock.moveTo(new Date('2024-06-10T08:00:01+07:00'))
  await sweepInbox(world.rt)
  expect(await openQuestions(world)).toEqual([])
})

test('what is stored does not grow with wrong answers, and holds none but the last', async ({ world }) => {
  const sari = await asked(world)
  const wrong = (count: number) => `${String(count).padStart(2, '0')}`
  await sari.says(wrong(1))
  await sari.sees(/terlalu pendek/)
  const afterOne = await stored(world)
  for (let count = 2; count <= 30; count++) {
    await sari.says(wrong(count))
    await sari.sees(/terlalu pendek/)
  }
  const afterThirty = await stored(world)
  expect(Math.abs(afterThirty.length - afterOne.length)).toBeLessThanOrEqual(afterOne.length / 10)
  expect(afterThirty.length).toBeLessThan(2_000)
  for (let count = 1; count < 30; count++) expect(afterThirty).not.toContain(`"${wrong(count)}"`)
})

test('presses and files in the middle do not make what is stored grow', async ({ world }) => {
  const sari = await world.owner('Sari')
  await sari.says('/menu')
  const help = sari.button('Bantuan')
  await sari.says('/lanjut')
  const before = await stored(world)
  for (let count = 1; count <= 5; count++) {
    await sari.presses(help?.messageId ?? 0, help?.data ?? '')
    await sari.sendsPhoto(png(count))
  }
  sari.skims()
  expect((await stored(world)).length).toBe(before.length)
  await sari.says('Rendang Uni Sari')
  await sari.sees(/kabupaten\/kota mana/)
})
