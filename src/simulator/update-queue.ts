import type { Update } from '@grammyjs/types'
import type { Machine } from '../platform/machine.ts'
import { createPendingUpdates, type QueuedUpdate } from './pending-updates.ts'

type NewUpdate = Omit<Update, 'update_id'>
type UpdateKind = Exclude<keyof Update, 'update_id'>

/** The updates the bot has not confirmed yet, in order; what became too old is not among them. */
export interface UpdateQueue {
  /** Queues an update, unless the bot said it does not want its kind. */
  push(update: NewUpdate): void
  /** From now on only these kinds; an empty list means all, undefined leaves things as they are. */
  allow(kinds: readonly UpdateKind[] | undefined): void
  allowed(): UpdateKind[] | undefined
  size(): number
  pending(): Iterable<QueuedUpdate>
  /** The oldest, at most so many. */
  first(limit: number): Update[]
  confirm(queued: QueuedUpdate): void
  /** Forgets what lies before this id; a negative number keeps so many of the newest. */
  confirmBefore(offset: number): void
  clear(): void
  /** Calls `listener` after every new update; gives back how to stop that. */
  onPush(listener: (queued: QueuedUpdate) => void): () => void
}

/** What may go wrong with updates on their way into the queue. */
interface Disturbances {
  /** How often the next update comes. */
  copies(): number
  /** Where ids go on from now, if they do not simply go on. */
  jump(): number | undefined
}

/** An offset further ahead than this is taken for a mistake, and nothing is confirmed. */
const farAhead = 10

/** Update ids start somewhere and grow by one. */
export function createUpdateQueue(machine: Machine, firstId: number, disturbed: Disturbances): UpdateQueue {
  let nextId = firstId
  let allowed: UpdateKind[] | undefined
  const list = createPendingUpdates(machine)
  const listeners = new Set<(queued: QueuedUpdate) => void>()

  const enqueue = (update: Update) => {
    const queued = { update, queuedAt: machine.now(), gone: false }
    list.add(queued)
    for (const listener of [...listeners]) listener(queued)
  }
  return {
    push(update) {
      if (allowed && !Object.keys(update).every((kind) => allowed?.some((wanted) => wanted === kind))) return
      if (list.size() === 0) nextId = disturbed.jump() ?? nextId
      // A copy: what was reported once does not change when the message is edited later.
      const made = structuredClone({ update_id: nextId++, ...update })
      for (let copies = disturbed.copies(); copies > 0; copies--) enqueue(made)
    },
    allow(kinds) {
      if (kinds) allowed = kinds.length > 0 ? [...kinds] : undefined
    },
    allowed: () => allowed,
    size: list.size,
    pending: list.pending,
    first: (limit) => firstOf(list.pending(), limit),
    confirm: list.forget,
    confirmBefore(offset) {
      if (offset <= nextId + farAhead) for (const queued of before(list.pending(), offset)) list.forget(queued)
    },
    clear() {
      for (const queued of list.pending()) list.forget(queued)
    },
    onPush(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function firstOf(pending: Iterable<QueuedUpdate>, limit: number): Update[] {
  const updates: Update[] = []
  for (const { update } of pending) {
    if (updates.length >= limit) break
    updates.push(update)
  }
  return updates
}

/** What an offset confirms; all but the newest when it is negative. Ids only grow while anything waits. */
function before(pending: Iterable<QueuedUpdate>, offset: number): QueuedUpdate[] {
  if (offset < 0) return [...pending].slice(0, offset)
  const confirmed: QueuedUpdate[] = []
  for (const queued of pending) {
    if (queued.update.update_id >= offset) break
    confirmed.push(queued)
  }
  return confirmed
}
