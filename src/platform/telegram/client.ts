import { createRequire } from 'node:module'
import { Api, type ApiClientOptions, HttpError } from 'grammy'
import type { FetchFile } from './download.ts'

export interface TelegramClient {
  token: string
  /** Where the Bot API is; Telegram's own when undefined. */
  apiRoot: string | undefined
  /** Stands in for the network: the simulator in the same process. */
  fetch?: typeof fetch
  /** The policy every call goes through; files are fetched without it. */
  gate?: (inner: typeof fetch) => typeof fetch
}

// Longer than a long poll lasts, far shorter than grammY's 500 seconds: a lost connection must not hold a chat up.
const TIMEOUT_SECONDS = 30
const FILE_TIMEOUT = 60_000
const TELEGRAM = 'https://api.telegram.org'

/** Options for every grammY client; what each call needs is set here, because it also holds inside conversations. */
export function clientOptions({ apiRoot, fetch: given, gate }: TelegramClient): ApiClientOptions {
  const fetch = gate ? gate(given ?? grammyFetch()) : given
  return {
    timeoutSeconds: TIMEOUT_SECONDS,
    ...(apiRoot ? { apiRoot } : {}),
    // grammY types its fetch after the polyfill it ships; the simulator's takes the same arguments.
    ...(fetch ? { fetch: fetch as unknown as NonNullable<ApiClientOptions['fetch']> } : {}),
  }
}

/** What grammY fetches with unless it is told otherwise; Node's own costs more than twice the CPU. */
function grammyFetch(): typeof fetch {
  const grammy = createRequire(import.meta.url).resolve('grammy')
  return createRequire(grammy)('node-fetch')
}

export const createApi = (client: TelegramClient): Api => new Api(client.token, clientOptions(client))

/** Fetches file bytes. Failures are told apart from bugs like those of any other call. */
export function fileFetcher({ token, apiRoot = TELEGRAM, fetch = globalThis.fetch }: TelegramClient): FetchFile {
  return async (filePath) => {
    const failed = (error: unknown) => new HttpError('a file could not be fetched', error)
    const response = await fetch(`${apiRoot}/file/bot${token}/${filePath}`, {
      signal: AbortSignal.timeout(FILE_TIMEOUT),
    }).catch((error: unknown) => {
      throw failed(error)
    })
    if (!response.ok) throw failed(new Error(`status ${response.status}`))
    return new Uint8Array(await response.arrayBuffer())
  }
}
