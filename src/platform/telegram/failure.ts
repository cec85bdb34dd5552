import { GrammyError, HttpError } from 'grammy'

/**
 * What a failed call to Telegram means. `unreachable`: this person cannot be written to. `flood`: Telegram wants silence.
 * `away`: the call never arrived. `uncertain`: it went out, and nobody knows what became of it (outage, cut connection,
 * time-out). `refused`: the request itself was wrong, and stays so.
 */
export type TelegramFailure = 'unreachable' | 'flood' | 'away' | 'uncertain' | 'refused'

/** Classifies an error thrown by a call to Telegram; undefined for every other error. */
export function telegramFailure(error: unknown): TelegramFailure | undefined {
  if (error instanceof HttpError) return neverArrived(error.error) ? 'away' : 'uncertain'
  if (!(error instanceof GrammyError)) return undefined
  if (error.error_code === 429) return 'flood'
  if (error.error_code >= 500) return 'uncertain'
  return error.error_code === 403 || error.description.includes('chat not found') ? 'unreachable' : 'refused'
}

/** Whether the same call may go through later. */
export const mayPass = (failure: TelegramFailure | undefined): boolean =>
  failure === 'flood' || failure === 'away' || failure === 'uncertain'

/** Without a connection nothing was sent: no name, no route, nobody listening. */
const NO_CONNECTION =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT)$/

function neverArrived(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && NO_CONNECTION.test(String(error.code))) || neverArrived(error.cause)
}

/** Why a person cannot be written to. */
export type Unreachable = 'blocked' | 'deactivated' | 'not-started' | 'no-chat'

/** The reason for an `unreachable`, from Telegram's words. */
export function whyUnreachable(error: unknown): Unreachable {
  const words = error instanceof GrammyError ? error.description : ''
  if (words.includes('deactivated')) return 'deactivated'
  if (words.includes("can't initiate")) return 'not-started'
  return words.includes('chat not found') ? 'no-chat' : 'blocked'
}

/** Seconds Telegram asks every sender to wait, when it does. */
export const waitWanted = (error: unknown): number | undefined =>
  error instanceof GrammyError ? error.parameters.retry_after : undefined
