import type { WebhookInfo } from '@grammyjs/types'
import type { Clock } from '../platform/clock.ts'
import type { Machine } from '../platform/machine.ts'
import { type Fields, isFields, type Request } from './check-request.ts'
import type { QueuedUpdate } from './pending-updates.ts'
import { badRequest } from './refusal.ts'
import type { UpdateQueue } from './update-queue.ts'
import { createLanes, type Lane } from './webhook-lanes.ts'

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
  /** How many calls may wait for an answer at once. */
  connections: number
  lastError?: { at: number; message: string }
}

const secondsToAnswer = 60

export function createWebhook(around: Surroundings): Webhook {
  let setting: Setting | undefined
  let delivery: Delivery | undefined

  function clear(): void {
    delivery?.stop()
    setting = undefined
    delivery = undefined
  }
  around.queue.onPush((queued) => delivery?.add(queued))
  return {
    isSet: () => setting !== undefined,
    set(request) {
      const next = readSetting(request)
      clear()
      setting = next
      delivery = startDelivery(around, next)
    },
    clear,
    info: () => describe(setting, around.queue),
  }
}

/** The work of bringing updates to one address, until that is no longer the address. */
interface Delivery {
  add(queued: QueuedUpdate): void
  stop(): void
}

function startDelivery(around: Surroundings, setting: Setting): Delivery {
  const lanes = createLanes(around.queue.pending())
  let underWay = 0
  let isStopped = false

  function pump(): void {
    // Asking for the size lets go of what became too old.
    if (isStopped || around.queue.size() === 0) return
    while (underWay < setting.connections) {
      const next = lanes.next()
      if (!next) return
      underWay++
      void deliver(next.lane, next.queued)
    }
  }
  async function deliver(lane: Lane, queued: QueuedUpdate): Promise<void> {
    const outcome = await post(around, setting, queued)
    if (isStopped) return
    underWay--
    if (outcome.delivered) around.queue.confirm(queued)
    note(around, setting, lane, outcome)
    if (outcome.delivered) return goOn(lane)
    around.machine.after(1000 * (outcome.retryAfter ?? pauseAfter(lane.failures)), () => goOn(lane))
    pump()
  }
  function goOn(lane: Lane): void {
    lanes.free(lane)
    pump()
  }
  pump()
  return {
    add(queued) {
      lanes.add(queued)
      pump()
    },
    stop() {
      isStopped = true
    },
  }
}

/** What is remembered of an attempt: how long to wait before the next, and what getWebhookInfo tells. */
function note({ clock }: Surroundings, setting: Setting, lane: Lane, outcome: Outcome): void {
  lane.failures = outcome.delivered ? 0 : lane.failures + 1
  if (!outcome.delivered) setting.lastError = { at: clock.now().getTime(), message: outcome.error }
}

/** Real Telegram insists on https; a simulator that lives on the same machine does not. */
function readSetting(request: Request<'setWebhook'>): Setting {
  const { url, secret_token: secret, max_connections: connections = 40 } = request
  if (!/^https?:\/\/[^\s]+$/i.test(url) || !URL.canParse(url)) throw badRequest('bad webhook: invalid URL specified')
  if (secret !== undefined && !/^[\w-]{1,256}$/.test(secret)) {
    throw badRequest('secret token contains unallowed characters')
  }
  return { url, secret, connections: Math.min(100, Math.max(1, connections)) }
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
    pending_update_count: queue.size(),
    ...(setting ? { max_connections: setting.connections } : {}),
    ...(allowed ? { allowed_updates: allowed } : {}),
    ...(lastError ? { last_error_date: Math.floor(lastError.at / 1000), last_error_message: lastError.message } : {}),
  }
}
