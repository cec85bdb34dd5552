import type { Update } from '@grammyjs/types'
import type { Machine } from '../platform/machine.ts'
import type { Request } from './check-request.ts'
import { Refusal } from './refusal.ts'
import { abortedBy } from './signals.ts'
import type { UpdateQueue } from './update-queue.ts'

const terminatedByOther =
  'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running'
const webhookIsActive =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"

/** Long polling: one caller waits at a time. */
export interface Polling {
  /** Confirms what lies before the offset and gives the next updates, at once or when there are some. */
  getUpdates(request: Request<'getUpdates'>, webhookSet: boolean, signal: AbortSignal | undefined): Promise<Update[]>
  /** Sends the waiting caller away, with 409 and these words. */
  interrupt(reason: string): void
}

export function createPolling(machine: Machine, queue: UpdateQueue): Polling {
  let sendAway: ((reason: string) => void) | undefined

  function wait(limit: number, seconds: number, signal: AbortSignal | undefined): Promise<Update[]> {
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void) => {
        stopListening()
        stopTimer()
        signal?.removeEventListener('abort', onAbort)
        if (sendAway === onConflict) sendAway = undefined
        settle()
      }
      const onConflict = (reason: string) => finish(() => reject(new Refusal(409, reason)))
      const onAbort = () => finish(() => reject(abortedBy(signal)))
      // The updates of one moment, such as an album, go together.
      const stopListening = queue.onPush(() => queueMicrotask(() => finish(() => resolve(queue.first(limit)))))
      const stopTimer = machine.after(seconds * 1000, () => finish(() => resolve([])))
      signal?.addEventListener('abort', onAbort)
      sendAway = onConflict
    })
  }

  return {
    async getUpdates({ offset = 0, limit = 100, timeout = 0, allowed_updates: kinds }, webhookSet, signal) {
      if (webhookSet) throw new Refusal(409, webhookIsActive)
      sendAway?.(terminatedByOther)
      queue.allow(kinds)
      queue.confirmBefore(offset)
      const size = limit >= 1 && limit <= 100 ? limit : 100
      const ready = queue.first(size)
      if (ready.length > 0 || timeout <= 0) return ready
      return wait(size, Math.min(timeout, 50), signal)
    },
    interrupt(reason) {
      sendAway?.(reason)
    },
  }
}
