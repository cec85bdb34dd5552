import { expect, test } from 'vitest'
import { movableClock } from '../../../src/platform/clock.ts'
import { createApi } from '../../../src/platform/telegram/client.ts'
import { telegramFailure } from '../../../src/platform/telegram/failure.ts'
import { noRates, type Rates, telegramRates } from '../../../src/platform/telegram/rates.ts'
import { createSendGate } from '../../../src/platform/telegram/send-gate.ts'
import { createVirtualTelegram } from '../../../src/simulator/virtual-telegram.ts'
import { handMachine, settle } from '../../support/hand-machine.ts'

const token = '3000:gate'

/** A Telegram that keeps to its limits, and a bot that reaches it through the gate. */
function gated(rates: Rates = telegramRates) {
  const machine = handMachine()
  const telegram = createVirtualTelegram({ token, clock: movableClock(new Date('2026-06-08T01:00:00Z')), machine })
  telegram.limits.enforce(true)
  const people = Array.from({ length: 100 }, (_, at) => {
    const person = telegram.addPerson({ firstName: `Orang ${at}` })
    person.says('/start')
    return person.id
  })
  const gate = createSendGate(machine, rates)
  const client = { token, apiRoot: undefined, fetch: telegram.fetch as typeof fetch }
  const answers = createApi({ ...client, gate: gate.answering })
  const told = createApi({ ...client, gate: gate.telling })
  const calls = () => telegram.calls().filter(({ method }) => method === 'sendMessage').length
  const floods = () => Object.values(telegram.limits.refusals()).reduce((sum, count) => sum + count)
  return { machine, telegram, gate, answers, told, people, calls, floods, sari: people[0] ?? 0 }
}

test('a crowd is answered at the pace Telegram allows, everybody once, without a refusal', async () => {
  const { machine, answers, people, floods, calls } = gated()
  const all = Promise.all(people.map((id) => answers.sendMessage(id, 'x')))
  await machine.pass(1_000)
  expect(calls()).toBeGreaterThan(30)
  expect(calls()).toBeLessThan(people.length)
  await machine.pass(4_000)
  await all
  expect(calls()).toBe(people.length)
  expect(floods()).toBe(0)
})

test('somebody who presses fast waits for their own sake only', async () => {
  const { machine, answers, sari, people, floods, calls } = gated()
  const fast = Promise.all(Array.from({ length: 8 }, () => answers.sendMessage(sari, 'x')))
  await answers.sendMessage(people[1] ?? 0, 'x')
  expect(calls()).toBe(5)
  await machine.pass(4_100)
  await fast
  expect(floods()).toBe(0)
})

test('answering a press, deleting and "is typing" pass at once, also in a pause', async () => {
  const { gate, answers, sari } = gated()
  gate.pause(60_000)
  await answers.sendChatAction(sari, 'typing')
  await expect(answers.answerCallbackQuery('1')).rejects.toThrow('query')
  await expect(answers.deleteMessage(sari, 77)).rejects.toThrow('delete')
})

test('an answer that met a flood is given once it is over, and the others are told of the pause', async () => {
  const { machine, telegram, gate, answers, sari, calls } = gated()
  let told = 0
  gate.onFlood(() => {
    told += 1
  })
  telegram.faults.arm({ kind: 'error', code: 429, retryAfter: 3, method: 'sendMessage' })
  const answer = answers.sendMessage(sari, 'x')
  await settle()
  expect(told).toBe(1)
  expect(gate.takeNews()).toEqual({ answers: 1, pause: 3_100 })
  await machine.pass(2_000)
  expect(calls()).toBe(1)
  await machine.pass(2_000)
  expect(await answer).toMatchObject({ text: 'x' })
  expect(gate.takeNews()).toEqual({ answers: 1, pause: 0 })
})

test('nobody waits here for a long pause: the answer is refused as Telegram would', async () => {
  const { gate, answers, sari, calls } = gated()
  gate.pause(25_000)
  const refused = await answers.sendMessage(sari, 'x').catch((error: unknown) => error)
  expect(telegramFailure(refused)).toBe('flood')
  expect(refused).toMatchObject({ parameters: { retry_after: 25 } })
  expect(calls()).toBe(0)
})

test('what is told unasked is refused in a pause, does not wait for answers, and is no answer', async () => {
  const { machine, gate, told, answers, people, sari, calls } = gated({
    ...noRates,
    overall: { burst: 1, perSecond: 1 },
  })
  await told.sendMessage(sari, 'x')
  await told.sendMessage(sari, 'x')
  expect(gate.takeNews()).toEqual({ answers: 0, pause: 0 })
  const answer = answers.sendMessage(people[1] ?? 0, 'waits for what was told') // answers of this process come after it
  await settle()
  expect(calls()).toBe(2)
  gate.pause(1_000)
  await expect(told.sendMessage(sari, 'x')).rejects.toThrow('Too Many Requests')
  expect(calls()).toBe(2)
  await machine.pass(3_000)
  expect(await answer).toMatchObject({ text: 'waits for what was told' })
})
