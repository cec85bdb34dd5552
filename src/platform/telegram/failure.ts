import { GrammyError, HttpError } from 'grammy'

/**
 * What a failed call to Telegram means. `blocked`: this person cannot be written to. `passing`: later it may go through
 * (flood, outage, cut connection, time-out). `refused`: the request itself was wrong, and stays so.
 */
export type TelegramFailure = 'blocked' | 'passing' | 'refused'

/** Classifies an error thrown by a call to Telegram; undefined for every other error. */
export function telegramFailure(error: unknown): TelegramFailure | undefined {
  if (error instanceof HttpError) return 'passing'
  if (!(error instanceof GrammyError)) return undefined
  if (error.error_code === 403 || error.description.includes('chat not found')) return 'blocked'
  return error.error_code === 429 || error.error_code >= 500 ? 'passing' : 'refused'
}

/** Seconds Telegram asks every sender to wait, when it does. */
export const waitWanted = (error: unknown): number | undefined =>
  error instanceof GrammyError ? error.parameters.retry_after : undefined
