import { type DestinationStream, pino } from 'pino'

/** One line per update, job and request. Ids, durations and outcomes only: never names, numbers, texts or tokens. */
export interface LogLine {
  door: 'telegram' | 'worker' | 'web' | 'process'
  what: string
  id?: string | number
  actor?: number
  ms?: number
  outcome?: string
  /** What a bug said, without the values it said it about. */
  error?: string
}

export interface Log {
  info(line: LogLine): void
  warn(line: LogLine): void
  error(line: LogLine): void
}

/** A log of JSON lines on standard output, or into `destination`. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = { level, base: null, timestamp: () => `,"at":"${new Date().toISOString()}"` }
  const logger = destination ? pino(options, destination) : pino(options)
  return {
    info: (line) => logger.info(line),
    warn: (line) => logger.warn(line),
    error: (line) => logger.error(line),
  }
}

/**
 * What may be logged of an error: its kind, and where in our code it came from. Messages are left out, because Prisma,
 * PostgreSQL and Telegram quote the values they refuse.
 */
export function blandly(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const ours = frames.filter((line) => line.includes('/src/')).slice(0, 3)
  const places = ours.map((line) => line.replace(/^.*\/src\//, 'src/').replace(/\)$/, ''))
  return `${error.name}${code} ${places.join(' < ')}`.trim()
}
