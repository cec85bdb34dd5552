import type { Update } from '@grammyjs/types'
import type { Machine } from '../platform/machine.ts'
import { createFifo } from './fifo.ts'

export interface QueuedUpdate {
  readonly update: Update
  /** By the machine's time. */
  readonly queuedAt: number
  /** Confirmed, dropped or too old: lists that still name it step over it. */
  gone: boolean
}

/** What waits, without what became too old. No step looks at all of it, except the two that give it out. */
interface PendingUpdates {
  add(queued: QueuedUpdate): void
  forget(queued: QueuedUpdate): void
  size(): number
  pending(): Iterable<QueuedUpdate>
}

type Age = 'press' | 'other'

const minute = 60_000
/** A press dies after 150 seconds, everything else after a day: of Telegram's own time, the machine's. */
const lifetimes: Record<Age, number> = { press: 2.5 * minute, other: 24 * 60 * minute }

export function createPendingUpdates(machine: Machine): PendingUpdates {
  const lists = createLists()
  let alive = 0
  let holes = 0

  function forget(queued: QueuedUpdate): void {
    if (queued.gone) return
    queued.gone = true
    alive--
    holes++
    if (holes <= 1000 || holes <= alive * 2) return
    lists.tidy()
    holes = 0
  }
  function dropExpired(): void {
    for (const age of ['press', 'other'] as const) {
      const dead = machine.now() - lifetimes[age]
      for (let oldest = lists.oldest(age); oldest && oldest.queuedAt < dead; oldest = lists.oldest(age)) forget(oldest)
    }
  }
  return {
    forget,
    add(queued) {
      lists.add(queued)
      alive++
    },
    size() {
      dropExpired()
      return alive
    },
    pending() {
      dropExpired()
      return lists.inOrder()
    },
  }
}

/** Everything in one order, and once more by how long it lives, so that the oldest of each kind stands in front. */
function createLists() {
  let order = createFifo<QueuedUpdate>()
  let byAge = { press: createFifo<QueuedUpdate>(), other: createFifo<QueuedUpdate>() }
  const withoutGone = (items: Iterable<QueuedUpdate>) => createFifo([...items].filter(({ gone }) => !gone))
  return {
    add(queued: QueuedUpdate) {
      order.push(queued)
      byAge[queued.update.callback_query ? 'press' : 'other'].push(queued)
    },
    /** The oldest that is not gone. */
    oldest(age: Age): QueuedUpdate | undefined {
      const list = byAge[age]
      while (list.first()?.gone) list.shift()
      return list.first()
    },
    *inOrder() {
      while (order.first()?.gone) order.shift()
      for (const queued of order) if (!queued.gone) yield queued
    },
    tidy() {
      order = withoutGone(order)
      byAge = { press: withoutGone(byAge.press), other: withoutGone(byAge.other) }
    },
  }
}
