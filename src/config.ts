import { z } from 'zod'

// The environment, read once, here only. Every mistake is one sentence, and all of them are told together.

const port = z.coerce.number().int().min(1).max(65_535)
const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol))

const fields = {
  BOT_TOKEN: [z.string().regex(/^\d+:[\w-]{20,}$/), 'must be the token @BotFather gave, like 123456:ABC…'],
  ADMIN_IDS: [
    z.string().regex(/^\s*\d{1,15}(\s*,\s*\d{1,15})*\s*$/),
    'must be Telegram ids separated by commas, like 1234567,7654321',
  ],
  DATABASE_URL: [
    url('postgres:', 'postgresql:'),
    'must be the address of a PostgreSQL server, like postgresql://user:password@host:5432/name',
  ],
  DATA_DIR: [z.string().min(1), 'must name a folder'],
  PORT: [port, 'must be a port number from 1 to 65535'],
  PUBLIC_URL: [url('https:', 'http:'), 'must be the web address of this server'],
  WEBHOOK_URL: [url('https:', 'http:'), 'must be the web address Telegram is to call, without a path'],
  WEBHOOK_SECRET: [z.string().regex(/^[\w-]{16,256}$/), 'must be 16 to 256 letters, digits, _ or -'],
  TELEGRAM_API_ROOT: [url('https:', 'http:'), 'must be the web address of a Bot API server'],
  ENCRYPTION_KEY: [z.string().regex(/^[0-9a-f]{64}$/i), 'must be 64 hexadecimal digits (32 bytes)'],
  BROADCAST_SECOND_ADMIN: [z.enum(['yes', 'no']), 'must be yes or no'],
  LOG_LEVEL: [z.enum(['debug', 'info', 'warn', 'error', 'silent']), 'must be debug, info, warn, error or silent'],
} as const

type Name = keyof typeof fields

export interface Config {
  token: string
  adminIds: number[]
  databaseUrl: string | undefined
  dataDir: string
  port: number
  publicUrl: string | undefined
  telegramApiRoot: string | undefined
  webhook: { url: string; secret: string } | undefined
  /** Only in the environment; the embedded database keeps a key of its own in its folder. */
  encryptionKey: string | undefined
  /** Whether a broadcast waits for another admin's yes. */
  secondAdmin: boolean
  logLevel: string
}

export type Environment = Record<string, string | undefined>

/** Reads the environment. Either a whole configuration, or one sentence for every mistake in it. */
export function readConfig(environment: Environment): { config: Config } | { mistakes: string[] } {
  const given = (name: Name): string | undefined => environment[name]?.trim() || undefined
  const names = Object.keys(fields) as Name[]
  const malformed = names.flatMap((name) => {
    const value = given(name)
    const [schema, sentence] = fields[name]
    return value === undefined || schema.safeParse(value).success ? [] : [`${name} ${sentence}.`]
  })
  const mistakes = [...malformed, ...missing(given)]
  return mistakes.length > 0 ? { mistakes } : { config: configFrom(given) }
}

function missing(given: (name: Name) => string | undefined): string[] {
  return [
    ...(given('BOT_TOKEN')
      ? []
      : ['BOT_TOKEN is missing: ask @BotFather for one, or try `npm run demo`, which needs none.']),
    ...(given('DATABASE_URL') && !given('ENCRYPTION_KEY')
      ? [
          'ENCRYPTION_KEY is missing: with DATABASE_URL every process must be given the same one (openssl rand -hex 32).',
        ]
      : []),
    ...(given('WEBHOOK_URL') && !given('WEBHOOK_SECRET')
      ? ['WEBHOOK_SECRET is missing: with WEBHOOK_URL Telegram must be recognised.']
      : []),
  ]
}

function configFrom(given: (name: Name) => string | undefined): Config {
  const [webhookUrl, secret] = [given('WEBHOOK_URL'), given('WEBHOOK_SECRET')]
  return {
    token: given('BOT_TOKEN') ?? '',
    adminIds: (given('ADMIN_IDS') ?? '')
      .split(',')
      .filter((id) => id.trim() !== '')
      .map(Number),
    databaseUrl: given('DATABASE_URL'),
    dataDir: given('DATA_DIR') ?? 'data',
    port: Number(given('PORT') ?? DEFAULT_PORT),
    publicUrl: given('PUBLIC_URL')?.replace(/\/$/, ''),
    telegramApiRoot: given('TELEGRAM_API_ROOT')?.replace(/\/$/, ''),
    webhook: webhookUrl && secret ? { url: webhookUrl.replace(/\/$/, ''), secret } : undefined,
    encryptionKey: given('ENCRYPTION_KEY'),
    secondAdmin: given('BROADCAST_SECOND_ADMIN') === 'yes',
    logLevel: given('LOG_LEVEL') ?? 'info',
  }
}

const DEFAULT_PORT = 3000

/** The token of a bot that exists only inside the simulator. */
export const DEMO_TOKEN = '1000:a-bot-that-lives-in-memory'

export interface DemoConfig {
  port: number
  logLevel: string
  /** Where people reach the page, when that is not this machine's own address. */
  publicUrl: string | undefined
}

/** The few settings of the demo, which needs no token. */
export function readDemoConfig({
  PORT,
  PUBLIC_URL,
  LOG_LEVEL = 'warn',
}: Environment): DemoConfig | { mistakes: string[] } {
  const read = readConfig({ BOT_TOKEN: DEMO_TOKEN, PORT, PUBLIC_URL, LOG_LEVEL })
  return 'mistakes' in read ? read : read.config
}
