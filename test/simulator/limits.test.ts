import { expect, test } from 'vitest'
import { startedChat } from './support.ts'

function limitedChat() {
  const world = startedChat()
  world.telegram.limits.enforce(true)
  const people = Array.from({ length: 40 }, (_, index) => {
    const person = world.telegram.addPerson({ firstName: `Orang ${index}` })
    person.says('/start')
    return person
  })
  const write = (chat_id: number) => world.call('sendMessage', { chat_id, text: 'x' })
  return { ...world, people, write }
}

const waitFor = (seconds: number) => ({
  ok: false,
  error_code: 429,
  description: `Too Many Requests: retry after ${seconds}`,
  parameters: { retry_after: seconds },
})

test('without asking for them there are no limits', async () => {
  const { telegram, call, sari } = startedChat()
  for (let count = 0; count < 100; count++) {
    expect(await call('sendMessage', { chat_id: sari.id, text: 'x' })).toMatchObject({ ok: true })
  }
  expect(telegram.limits.enforced()).toBe(false)
})

test('one chat takes a short burst, then one message a second, and edits count', async () => {
  const { telegram, call, sari, machine, people, write } = limitedChat()
  const { result } = await write(sari.id)
  const edit = (text: string) => call('editMessageText', { chat_id: sari.id, message_id: result.message_id, text })
  for (const text of ['a', 'b', 'c']) expect(await edit(text)).toMatchObject({ ok: true })
  expect(await edit('d')).toEqual(waitFor(1))
  expect(await write(sari.id)).toEqual(waitFor(1))
  expect(await write(people[0]?.id ?? 0)).toMatchObject({ ok: true })
  await machine.pass(1000)
  expect(await edit('e')).toMatchObject({ ok: true })
  expect(await edit('f')).toEqual(waitFor(1))
  expect(telegram.limits.refusals()).toEqual({ overall: 0, chat: 3, group: 0 })
})

test('what is refused did not happen', async () => {
  const { sari, chat, write } = limitedChat()
  for (let count = 0; count < 6; count++) await write(sari.id)
  expect(chat().messages.filter(({ from }) => from === 'bot')).toHaveLength(4)
})

test('over thirty a second the whole bot has to be silent, and knocking does not make it longer', async () => {
  const { telegram, machine, people, write, sari } = limitedChat()
  for (const { id } of people.slice(0, 30)) expect(await write(id)).toMatchObject({ ok: true })
  expect(await write(people[30]?.id ?? 0)).toEqual(waitFor(1))
  await machine.pass(500)
  expect(await write(people[31]?.id ?? 0)).toEqual(waitFor(1))
  expect(await write(sari.id)).toEqual(waitFor(1))
  await machine.pass(500)
  for (const { id } of people.slice(0, 30)) expect(await write(id)).toMatchObject({ ok: true })
  expect(telegram.limits.refusals()).toMatchObject({ overall: 3 })
})

test('a group takes twenty messages a minute', async () => {
  const { telegram, machine, sari, write } = limitedChat()
  const group = telegram.addGroup({ title: 'Grup' })
  group.addsBot(sari.id)
  for (let count = 0; count < 20; count++) expect(await write(group.id)).toMatchObject({ ok: true })
  expect(await write(group.id)).toEqual(waitFor(3))
  await machine.pass(3000)
  expect(await write(group.id)).toMatchObject({ ok: true })
  expect(telegram.limits.refusals()).toEqual({ overall: 0, chat: 0, group: 1 })
})

test('an album counts as many; answering a press, deleting and "is typing" are free', async () => {
  const { call, chat, sari, machine, telegram, write } = limitedChat()
  const { result } = await write(sari.id)
  sari.sendsFile({ bytes: new Uint8Array([1]) })
  const media = Array.from({ length: 3 }, () => ({ type: 'document', media: chat().messages.at(-1)?.file?.fileId }))
  expect(await call('sendMediaGroup', { chat_id: sari.id, media })).toMatchObject({ ok: true })
  expect(await write(sari.id)).toEqual(waitFor(1))
  sari.presses(result.message_id, 'a')
  const query = telegram.takeUpdates().at(-1)?.callback_query
  for (let count = 0; count < 10; count++) {
    expect(await call('answerCallbackQuery', { callback_query_id: query?.id })).toMatchObject({ ok: true })
    expect(await call('sendChatAction', { chat_id: sari.id, action: 'typing' })).toMatchObject({ ok: true })
  }
  expect(await call('deleteMessage', { chat_id: sari.id, message_id: result.message_id })).toMatchObject({ ok: true })
  await machine.pass(4000)
  // More at once than fits is let through when all is free, and paid for afterwards.
  expect(await call('sendMediaGroup', { chat_id: sari.id, media: [...media, ...media] })).toMatchObject({ ok: true })
  expect(await write(sari.id)).toEqual(waitFor(3))
})

test('a bot that waits as long as it is told is never refused twice', async () => {
  const { machine, people, write, telegram } = limitedChat()
  let refused = 0
  for (const { id } of [...people, ...people, ...people, ...people, ...people]) {
    const answer = await write(id)
    if (answer.ok) continue
    refused++
    await machine.pass(1000 * Number(/\d+$/.exec(answer.description ?? '')?.[0]))
    expect(await write(id)).toMatchObject({ ok: true })
  }
  expect(Object.values(telegram.limits.refusals()).reduce((sum, count) => sum + count)).toBe(refused)
  expect(refused).toBeGreaterThan(3)
})
