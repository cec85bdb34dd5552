import type { WebhookInfo } from '@grammyjs/types'
import type { Clock } from '../platform/clock.ts'
import { type Fields, isFields, type Request } from './check-request.ts'
import type { Machine } from './machine.ts'
import { badRequest } from './refusal.ts'
import type { QueuedUpdate, UpdateQueue } from './update-queue.ts'

/** Delivery of updates by calling the bot's own address. */
export interface Webhook {
  isSet(): boolean
  set(request: Request<'setWebhook'>): void
  clear(): void
  info(): WebhookInfo
}

interface Surroundings {
  clock: Clock
  machine: Machine
  queue: UpdateQueue
  fetch: typeof fetch
  /** Carries out a method that the bot named in its answer. */
  callBack(method: string, fields: Fields): Promise<unknown>
}

interface Setting {
  url: string
  secret: string | undefined
  connections: number
  lanes: Map<string, Lane>
  lastError?: { at: number; message: string }
}

/** Updates of one kind of one person go one after another; different lanes go at the same time. */
interface Lane {
  busy: boolean
  failures: number
}

const secondsToAnswer = 60
const minute = 60_000

export function createWebhook(around: Surroundings): Webhook {
  let setting: Setting | undefined

  function pump(): void {
    const current = setting
    if (!current) return
    dropExpired(around)
    for (const { lane, queued } of freeLanes(current, around.queue.pending())) {
      lane.busy = true
      void deliver(current, lane, queued)
    }
  }

  async function deliver(current: Setting, lane: Lane, queued: QueuedUpdate): Promise<void> {
    const outcome = await post(around, current, queued)
    if (setting !== current) return
    if (outcome.delivered) around.queue.confirm((update) => update === queued.update)
    else current.lastError = { at: around.clock.now().getTime(), message: outcome.error }
    lane.failures = outcome.delivered ? 0 : lane.failures + 1
    const goOn = () => {
      lane.busy = false
      pump()
    }
    if (outcome.delivered) goOn()
    else around.machine.after(1000 * (outcome.retryAfter ?? pauseAfter(lane.failures)), goOn)
  }

  around.queue.onPush(pump)
  return {
    isSet: () => setting !== undefined,
    set(request) {
      setting = readSetting(request)
      pump()
    },
    clear() {
      setting = undefined
    },
    info: () => describe(setting, around.queue),
  }
}

/** Real Telegram insists on https; a simulator that lives on the same machine does not. */
function readSetting(request: Request<'setWebhook'>): Setting {
  const { url, secret_token: secret, max_connections: connections = 40 } = request
  if (!/^https?:\/\/[^\s]+$/i.test(url) || !URL.canParse(url)) throw badRequest('bad webhook: invalid URL specified')
  if (secret !== undefined && !/^[\w-]{1,256}$/.test(secret)) {
    throw badRequest('secret token contains unallowed characters')
  }
  return { url, secret, connections: Math.min(100, Math.max(1, connections)), lanes: new Map() }
}

/** The first update of each lane that waits for nothing, as many as there may be connections. */
function freeLanes({ lanes, connections }: Setting, pending: readonly QueuedUpdate[]) {
  const firsts = new Map<string, QueuedUpdate>()
  for (const queued of pending) if (!firsts.has(laneOf(queued))) firsts.set(laneOf(queued), queued)
  const free = [...firsts].flatMap(([name, queued]) => {
    const lane = lanes.get(name) ?? { busy: false, failures: 0 }
    lanes.set(name, lane)
    return lane.busy ? [] : [{ lane, queued }]
  })
  const busy = [...lanes.values()].filter((lane) => lane.busy).length
  return free.slice(0, Math.max(0, connections - busy))
}

/** Messages wait for each other per chat, presses per person in a lane of their own, as in Telegram. */
function laneOf({ update }: QueuedUpdate): string {
  if (update.callback_query) return `press:${update.callback_query.from.id}`
  const chat = (update.message ?? update.edited_message ?? update.my_chat_member)?.chat
  return `chat:${chat?.id}`
}

/** A press dies after 150 seconds, everything else after a day. */
function dropExpired({ machine, queue }: Surroundings): void {
  const ages = new Map(queue.pending().map(({ update, queuedAt }) => [update, machine.now() - queuedAt]))
  queue.confirm((update) => (ages.get(update) ?? 0) > (update.callback_query ? 2.5 * minute : 24 * 60 * minute))
}

type Outcome = { delivered: true } | { delivered: false; error: string; retryAfter: number | undefined }

async function post(around: Surroundings, setting: Setting, { update }: QueuedUpdate): Promise<Outcome> {
  const patience = new AbortController()
  const stop = around.machine.after(secondsToAnswer * 1000, () => patience.abort())
  try {
    const response = await around.fetch(setting.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(setting.secret ? { 'x-telegram-bot-api-secret-token': setting.secret } : {}),
      },
      body: JSON.stringify(update),
      signal: patience.signal,
    })
    const text = await response.text()
    if (response.ok) {
      await carryOut(around, text)
      return { delivered: true }
    }
    const error = `Wrong response from the webhook: ${response.status} ${response.statusText}`.trim()
    return { delivered: false, error, retryAfter: readRetryAfter(response) }
  } catch {
    const error = patience.signal.aborted ? 'Read timeout expired' : 'Connection failed'
    return { delivered: false, error, retryAfter: undefined }
  } finally {
    stop()
  }
}

/** The answer to an update may be a method to carry out; what becomes of it nobody is told. */
async function carryOut(around: Surroundings, text: string): Promise<void> {
  let answer: unknown
  try {
    answer = JSON.parse(text)
  } catch {
    return
  }
  if (!isFields(answer) || typeof answer.method !== 'string') return
  const { method: _, ...fields } = answer
  await around.callBack(answer.method, fields)
}

function readRetryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return seconds >= 0 ? Math.min(seconds, 3600) : undefined
}

/** Seconds to wait after so many failures in a row: 0, 2, 4, 8 … 120. */
function pauseAfter(failures: number): number {
  return failures <= 1 ? 0 : Math.min(120, 2 ** (failures - 1))
}

function describe(setting: Setting | undefined, queue: UpdateQueue): WebhookInfo {
  const { lastError } = setting ?? {}
  const allowed = queue.allowed()
  return {
    url: setting?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: queue.pending().length,
    ...(setting ? { max_connections: setting.connections } : {}),
    ...(allowed ? { allowed_updates: allowed } : {}),
    ...(lastError ? { last_error_date: Math.floor(lastError.at / 1000), last_error_message: lastError.message } : {}),
  }
}
