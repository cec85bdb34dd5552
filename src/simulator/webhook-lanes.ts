import { createFifo, type Fifo } from './fifo.ts'
import type { QueuedUpdate } from './pending-updates.ts'

/** Updates of one kind of one chat or person go one after another; different lanes go at the same time. */
export interface Lane {
  readonly name: string
  readonly updates: Fifo<QueuedUpdate>
  /** An update is under way, or waits to be tried again. */
  busy: boolean
  /** Stands in the line of those that may go. */
  isReady: boolean
  failures: number
}

/** Which update may go next. Each step costs the same, however many wait. */
interface Lanes {
  add(queued: QueuedUpdate): void
  /** Takes a lane with something to deliver out of the line and makes it busy. */
  next(): { lane: Lane; queued: QueuedUpdate } | undefined
  /** The lane may go on; without updates it is forgotten. */
  free(lane: Lane): void
}

export function createLanes(waiting: Iterable<QueuedUpdate>): Lanes {
  const lanes = new Map<string, Lane>()
  const ready = createFifo<Lane>()

  function lineUp(lane: Lane): void {
    if (lane.busy || lane.isReady) return
    lane.isReady = true
    ready.push(lane)
  }
  function add(queued: QueuedUpdate): void {
    const name = nameOf(queued)
    const lane = lanes.get(name) ?? { name, updates: createFifo(), busy: false, isReady: false, failures: 0 }
    lanes.set(name, lane)
    lane.updates.push(queued)
    lineUp(lane)
  }
  for (const queued of waiting) add(queued)
  return {
    add,
    next() {
      for (let lane = ready.shift(); lane; lane = ready.shift()) {
        lane.isReady = false
        const queued = firstAlive(lane)
        if (queued) {
          lane.busy = true
          return { lane, queued }
        }
        lanes.delete(lane.name)
      }
      return undefined
    },
    free(lane) {
      lane.busy = false
      if (firstAlive(lane)) lineUp(lane)
      else lanes.delete(lane.name)
    },
  }
}

function firstAlive({ updates }: Lane): QueuedUpdate | undefined {
  while (updates.first()?.gone) updates.shift()
  return updates.first()
}

/** Messages wait for each other per chat, presses per person in a lane of their own, so that a press may overtake a message. */
function nameOf({ update }: QueuedUpdate): string {
  if (update.callback_query) return `press:${update.callback_query.from.id}`
  const chat = (update.message ?? update.edited_message ?? update.my_chat_member)?.chat
  return `chat:${chat?.id}`
}
