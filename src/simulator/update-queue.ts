import type { Update } from '@grammyjs/types'
import type { Machine } from './machine.ts'

type NewUpdate = Omit<Update, 'update_id'>
type UpdateKind = Exclude<keyof Update, 'update_id'>

export interface QueuedUpdate {
  update: Update
  /** By the machine's time. */
  queuedAt: number
}

/** The updates the bot has not confirmed yet, in order. */
export interface UpdateQueue {
  /** Queues an update, unless the bot said it does not want its kind. */
  push(update: NewUpdate): void
  /** From now on only these kinds; an empty list means all, undefined leaves things as they are. */
  allow(kinds: readonly UpdateKind[] | undefined): void
  allowed(): UpdateKind[] | undefined
  pending(): readonly QueuedUpdate[]
  /** Forgets the updates `which` says yes to. */
  confirm(which: (update: Update) => boolean): void
  /** Calls `listener` after every new update; gives back how to stop that. */
  onPush(listener: () => void): () => void
}

/** Update ids start somewhere and grow by one. */
export function createUpdateQueue(machine: Machine, firstId: number): UpdateQueue {
  let nextId = firstId
  let allowed: Set<string> | undefined
  let allowedKinds: UpdateKind[] | undefined
  let pending: QueuedUpdate[] = []
  const listeners = new Set<() => void>()
  return {
    push(update) {
      if (allowed && !Object.keys(update).every((kind) => allowed?.has(kind))) return
      // A copy: what was reported once does not change when the message is edited later.
      pending.push({ update: structuredClone({ update_id: nextId++, ...update }), queuedAt: machine.now() })
      for (const listener of [...listeners]) listener()
    },
    allow(kinds) {
      if (!kinds) return
      allowedKinds = kinds.length > 0 ? [...kinds] : undefined
      allowed = allowedKinds && new Set(allowedKinds)
    },
    allowed: () => allowedKinds,
    pending: () => pending,
    confirm(which) {
      pending = pending.filter(({ update }) => !which(update))
    },
    onPush(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
