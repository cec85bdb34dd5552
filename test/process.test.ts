import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemClock } from '../src/platform/clock.ts'
import { botApi } from '../src/simulator/http.ts'
import type { PersonActions } from '../src/simulator/model.ts'
import { createVirtualTelegram } from '../src/simulator/virtual-telegram.ts'
import { emptyFolder, port, type Running, run as runProgram, until } from './support/processes.ts'

// The program as it is really started, with Telegram at the end of a wire.

const token = '3000:a-bot-in-a-process-of-its-own'
const run = (environment: Record<string, string>): Running => runProgram(environment, 'src/main.ts')

const sentences = (output: string): string[] => output.trim().split('\n')

describe('what is wrong with the environment is told in sentences, and the exit code is 1', () => {
  test('nothing is set at all', async () => {
    const { output, ended } = run({})
    expect(await ended).toBe(1)
    expect(sentences(output())).toEqual([expect.stringMatching(/^dampingi: BOT_TOKEN is missing: .*npm run demo.*\.$/)])
  })

  test('several things are wrong: one sentence each, no stack, no values', async () => {
    const wrong = {
      BOT_TOKEN: 'rahasia',
      PORT: '70000',
      ADMIN_IDS: 'eva',
      DATABASE_URL: 'mysql://u:rahasia@h/x',
      WEBHOOK_URL: 'https://a.example',
    }
    const { output, ended } = run(wrong)
    expect(await ended).toBe(1)
    expect(
      sentences(output()).map(
        (line) => /^dampingi: ([A-Z_]+) .+\.$/.exec(line)?.[1] ?? /^dampingi: ([A-Z_]+) /.exec(line)?.[1],
      ),
    ).toEqual(['BOT_TOKEN', 'ADMIN_IDS', 'DATABASE_URL', 'PORT', 'ENCRYPTION_KEY', 'WEBHOOK_SECRET'])
    expect(output()).not.toMatch(/rahasia|\bat .*:\d+:\d+/)
  })
})

describe('with a Telegram', () => {
  const telegram = createVirtualTelegram({ token, clock: systemClock })
  let server: Server
  let apiRoot = ''
  /** While true, messages of the bot are never answered, and reach nobody. */
  let swallowing = false
  let swallowed = 0

  // One folder for all: the first process to run makes a database in it, which takes seconds.
  let folder = ''
  let removeFolder = async () => {}

  beforeAll(async () => {
    const empty = await emptyFolder()
    folder = empty.path
    removeFolder = empty.remove
    const api = botApi(telegram)
    const wire = (request: Request): Response | Promise<Response> => {
      if (!swallowing || !request.url.endsWith('/sendMessage')) return api.fetch(request)
      swallowed++
      return new Promise(() => undefined)
    }
    server = serve({ fetch: wire, hostname: '127.0.0.1', port: 0 }) as Server
    if (!server.listening) await once(server, 'listening')
    apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(async () => {
    server.close()
    server.closeAllConnections()
    await removeFolder()
  })

  const start = async (more: Record<string, string> = {}) =>
    run({ BOT_TOKEN: token, DATA_DIR: folder, TELEGRAM_API_ROOT: apiRoot, PORT: await port(), ...more })
  const lastSeen = ({ id }: PersonActions) => telegram.chat(id).messages.at(-1)
  const sees = (person: PersonActions, what: RegExp, running: Running) =>
    until(() => lastSeen(person)?.from === 'bot' && what.test(lastSeen(person)?.text ?? ''), running)

  function taps(person: PersonActions, label: string): void {
    const message = telegram
      .chat(person.id)
      .messages.findLast(({ buttons }) => buttons.flat().some(({ text }) => text.includes(label)))
    const button = message?.buttons.flat().find(({ text }) => text.includes(label))
    if (!message || !button?.data) throw new Error(`no button ${label}`)
    person.presses(message.id, button.data)
  }

  test('it answers, keeps its folder to itself, survives a kill in the middle of an answer, and stops when asked to', async () => {
    const yanti = telegram.addPerson({ firstName: 'Yanti' })
    yanti.says('/start') // said before the program ran: nothing is lost
    const first = await start()
    await sees(yanti, /mohon izin/, first)

    const second = await start()
    expect(await second.ended).toBe(1)
    expect(sentences(second.output())).toEqual([
      `dampingi: another Dampingi is using the folder ${folder}. Stop it first, or set DATA_DIR to another folder.`,
    ])

    taps(yanti, 'Setuju')
    await sees(yanti, /nama lengkap/, first)
    yanti.says('Yanti Marlina')
    await sees(yanti, /Apa nama usaha/, first)

    swallowing = true
    yanti.says('Rendang Uni Yanti')
    await until(() => swallowed > 0, first)
    first.child.kill('SIGKILL') // the name is kept, and nobody was told
    expect(await first.ended).toBe('SIGKILL')
    swallowing = false
    const third = await start()
    await sees(yanti, /Rendang Uni Yanti ada di kabupaten\/kota mana/, third)
    const { text } = lastSeen(yanti) ?? {}
    third.child.kill('SIGTERM')
    expect(await third.ended).toBe(0)
    expect(third.output()).toContain('"what":"stopped"')
    expect(lastSeen(yanti)?.text).toBe(text)

    const said = first.output() + third.output()
    expect(said).not.toMatch(/Yanti|Marlina|Rendang|a-bot-in-a-process/)
    for (const line of sentences(said)) expect(JSON.parse(line)).toHaveProperty('door')
  }, 120_000)

  /** What somebody reads who started it wrongly: sentences or log lines, neither stack nor token. */
  function expectSentences({ output }: Running, what: RegExp): void {
    expect(output()).not.toContain(token.split(':')[1])
    expect(output()).not.toMatch(/^ +at /m)
    expect(output()).toMatch(what)
  }

  test('a port that is taken is told in one sentence', async () => {
    const running = await start({ PORT: await port('held') })
    expect(await running.ended).toBe(1)
    expectSentences(running, /^dampingi: .*\bPORT\b/m)
  })

  test('a token Telegram does not know is told in one sentence', async () => {
    const running = await start({ BOT_TOKEN: token.replace('a-bot', 'no-bot') })
    expect(await running.ended).toBe(1)
    expectSentences(running, /^dampingi: BOT_TOKEN\b/m)
  })

  test('a Telegram that is away when the program starts does not make it print its token', async () => {
    const running = await start({ TELEGRAM_API_ROOT: `http://127.0.0.1:${await port()}` })
    await Promise.race([running.ended, until(() => /telegram/i.test(running.output()), running)])
    expectSentences(running, /telegram/i)
  })
})
