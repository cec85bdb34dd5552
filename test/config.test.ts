import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Config, DEMO_TOKEN, type Environment, readConfig, readDemoConfig } from '../src/config.ts'

const token = '123456:AAF-abcdefghijklmnopqrstuvwxyz_0'
const key = '0f'.repeat(32)
const url = 'postgresql://dampingi:rahasia@db.example:5432/dampingi'
const secret = 'a-secret_of_the_house'

function configOf(environment: Environment): Config {
  const read = readConfig({ BOT_TOKEN: token, ...environment })
  if ('mistakes' in read) throw new Error(read.mistakes.join(' '))
  return read.config
}

function mistakesOf(environment: Environment): string[] {
  const read = readConfig(environment)
  return 'mistakes' in read ? read.mistakes : []
}

/** Of every variable: what will do, with the variables it needs beside it, and what will not. */
const variables: Record<string, { right: string[]; wrong: string[]; beside?: Environment }> = {
  BOT_TOKEN: { right: [token, ` ${token} `], wrong: ['abc', '123456', `${token}!`, '123456:short', `x${token}`] },
  ADMIN_IDS: {
    right: ['1234567', '1234567, 7654321', '7000000001'],
    wrong: ['eva', '1;2', '1,,2', '-5', '1.5', '@eva', ','],
  },
  DATABASE_URL: {
    right: [url, 'postgres://localhost/x'],
    wrong: ['localhost', 'mysql://db/x', 'db'],
    beside: { ENCRYPTION_KEY: key },
  },
  DATA_DIR: { right: ['data', '/var/lib/dampingi'], wrong: [] },
  PORT: { right: ['1', '3000', '65535'], wrong: ['0', '65536', '-1', '80.5', 'http'] },
  PUBLIC_URL: {
    right: ['https://dampingi.example', 'http://localhost:3000/'],
    wrong: ['dampingi.example', 'ftp://dampingi.example'],
  },
  WEBHOOK_URL: {
    right: ['https://dampingi.example'],
    wrong: ['dampingi.example', 'file:///x'],
    beside: { WEBHOOK_SECRET: secret },
  },
  WEBHOOK_SECRET: { right: [secret, 'x'.repeat(256)], wrong: ['short', 'x'.repeat(257), 'sixteen letters and spaces'] },
  TELEGRAM_API_ROOT: { right: ['http://localhost:8081'], wrong: ['localhost', 'api.telegram.org'] },
  ENCRYPTION_KEY: { right: [key, key.toUpperCase()], wrong: [key.slice(1), `${key}0`, 'z'.repeat(64)] },
  BROADCAST_SECOND_ADMIN: { right: ['yes', 'no'], wrong: ['true', '1'] },
  LOG_LEVEL: { right: ['debug', 'info', 'warn', 'error', 'silent'], wrong: ['loud', 'INFO'] },
}

describe.each(Object.entries(variables))('%s', (name, { right, wrong, beside = {} }) => {
  test.each(right)('may be %j', (value) => {
    expect(mistakesOf({ BOT_TOKEN: token, ...beside, [name]: value })).toEqual([])
  })

  test.each(wrong)('may not be %j, which is told in one sentence', (value) => {
    const mistakes = mistakesOf({ BOT_TOKEN: token, ...beside, [name]: value })
    expect(mistakes).toEqual([expect.stringMatching(new RegExp(`^${name} must [^\\n]+\\.$`))])
    if (value.length > 8) expect(mistakes[0]).not.toContain(value)
  })

  test('that is empty counts as not given', () => {
    expect(readConfig({ BOT_TOKEN: token, [name]: ' ' })).toEqual(
      name === 'BOT_TOKEN'
        ? { mistakes: [expect.stringMatching(/^BOT_TOKEN is missing/)] }
        : readConfig({ BOT_TOKEN: token }),
    )
  })
})

test('a token is all it takes', () => {
  expect(configOf({})).toEqual({
    token,
    adminIds: [],
    databaseUrl: undefined,
    dataDir: 'data',
    port: 3000,
    publicUrl: undefined,
    telegramApiRoot: undefined,
    webhook: undefined,
    encryptionKey: undefined,
    secondAdmin: false,
    logLevel: 'info',
  })
})

test('what is given is what the program gets, without the slash at the end', () => {
  const given = {
    ADMIN_IDS: ' 1234567, 7000000001 ',
    DATABASE_URL: url,
    DATA_DIR: '/srv/dampingi',
    PORT: '8080',
    PUBLIC_URL: 'https://dampingi.example/',
    WEBHOOK_URL: 'https://bot.example/',
    WEBHOOK_SECRET: secret,
    TELEGRAM_API_ROOT: 'http://localhost:8081/',
    ENCRYPTION_KEY: key,
    LOG_LEVEL: 'debug',
  }
  expect(configOf(given)).toEqual({
    token,
    adminIds: [1234567, 7000000001],
    databaseUrl: url,
    dataDir: '/srv/dampingi',
    port: 8080,
    publicUrl: 'https://dampingi.example',
    telegramApiRoot: 'http://localhost:8081',
    webhook: { url: 'https://bot.example', secret },
    encryptionKey: key,
    secondAdmin: false,
    logLevel: 'debug',
  })
})

test('an admin id that no account can have is told as a mistake, not as a crash at the start', () => {
  expect(mistakesOf({ BOT_TOKEN: token, ADMIN_IDS: '99999999999999999999' })).toEqual([
    expect.stringMatching(/^ADMIN_IDS must /),
  ])
})

test('all mistakes are told at once, a sentence each', () => {
  const wrong = Object.fromEntries(
    Object.entries(variables).flatMap(
      ([
        name,
        {
          wrong: [first],
        },
      ]) => (first ? [[name, first]] : []),
    ),
  )
  const mistakes = mistakesOf(wrong)
  expect(mistakes.map((sentence) => sentence.split(' ')[0])).toEqual(Object.keys(wrong))
})

test('what is missing is told beside what is wrong', () => {
  expect(mistakesOf({ PORT: 'x', DATABASE_URL: url, WEBHOOK_URL: 'https://bot.example' })).toEqual([
    expect.stringMatching(/^PORT must/),
    expect.stringMatching(/^BOT_TOKEN is missing: .*npm run demo/),
    expect.stringMatching(/^ENCRYPTION_KEY is missing: with DATABASE_URL/),
    expect.stringMatching(/^WEBHOOK_SECRET is missing: with WEBHOOK_URL/),
  ])
})

test('the demo needs no token, and lets nothing of a real installation in', () => {
  const read = readDemoConfig({
    PORT: '8080',
    BOT_TOKEN: token,
    DATABASE_URL: url,
    WEBHOOK_URL: 'nonsense',
    DATA_DIR: '/srv',
  })
  expect(read).toMatchObject({ port: 8080, logLevel: 'warn', publicUrl: undefined, token: DEMO_TOKEN })
  expect(read).toMatchObject({ databaseUrl: undefined, webhook: undefined, dataDir: 'data' })
  expect(readDemoConfig({})).toMatchObject({ port: 3000 })
  expect(readDemoConfig({ PORT: 'x', LOG_LEVEL: 'loud' })).toEqual({
    mistakes: [expect.stringMatching(/^PORT must/), expect.stringMatching(/^LOG_LEVEL must/)],
  })
})

describe('.env.example', async () => {
  const example = await readFile(join(import.meta.dirname, '../.env.example'), 'utf8').catch(() => '')
  const source = await readFile(join(import.meta.dirname, '../src/config.ts'), 'utf8')
  const known = [...source.matchAll(/^ {2}([A-Z][A-Z_]+): \[/gm)].map(([, name]) => name)

  test('this test knows every variable of src/config.ts', () => {
    expect(Object.keys(variables)).toEqual(known)
  })

  test('names every variable the program knows, and no other', () => {
    const named = [...example.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name)
    expect([...new Set(named)].sort()).toEqual([...known].sort())
  })

  test('is a right environment once a token is filled in', () => {
    const given = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [
      name,
      value.replace(/^(["'])(.*)\1$/, '$2'),
    ])
    expect(mistakesOf({ ...Object.fromEntries(given), BOT_TOKEN: token })).toEqual([])
  })
})
