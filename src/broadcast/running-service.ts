import { notifyEach } from '../delivery/service.ts'
import type { PersonId } from '../people/rules.ts'
import type { Tx } from '../platform/db.ts'
import { inDaytime } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import { writeRecipients } from './audience-store.ts'
import { broadcastBegun, broadcastHeld } from './notices.ts'
import type { Broadcast, BroadcastId, Hold } from './rules.ts'
import * as running from './running-store.ts'
import { contextOf } from './service.ts'
import * as store from './store.ts'

// What time does to a broadcast. Everything is read from rows, so that any process goes on where another one died.

/** Looks at every broadcast that something is still to become of; answers how many something was done to. */
export async function moveBroadcasts(rt: Runtime): Promise<number> {
  let moved = 0
  for (const active of await running.activeBroadcasts(rt.db)) if (await move(rt, active)) moved += 1
  return moved
}

async function move(rt: Runtime, active: running.Active): Promise<boolean> {
  const now = rt.clock.now()
  const { id, state, expiresAt } = active
  if (expiresAt && expiresAt <= now) return expire(rt, id)
  if (active.deskId !== null && (state === 'scheduled' || state === 'sending') && (await holdIfDeskChanged(rt, id)))
    return true
  if (state === 'scheduled') return active.sendAt !== null && active.sendAt <= now && begin(rt, id)
  return state === 'sending' && goOn(rt, active)
}

/** Writes down whom it is for, and tells its author. Two processes begin it once. */
async function begin(rt: Runtime, id: BroadcastId): Promise<boolean> {
  const broadcast = await store.broadcastWith(rt.db.reader, id)
  if (broadcast?.state !== 'scheduled') return false
  const admins = await store.holdersOf(rt.db.reader, 'admin')
  if (!admins.includes(broadcast.authorId)) return hold(rt, id, 'author-left')
  await writeRecipients(rt.db, id, await contextOf(rt, broadcast))
  return true
}

async function goOn(rt: Runtime, { id, total, isUrgent }: running.Active): Promise<boolean> {
  if (total === null) return tellBegun(rt, id)
  const now = rt.clock.now()
  const dueAt = isUrgent ? now : inDaytime(now)
  if (dueAt > now) {
    await running.deferRest(rt.db, id, dueAt)
    return false
  }
  const made = await running.feed(rt.db, id, dueAt, now)
  if (made > 0) return true
  if (await running.isRefused(rt.db, id)) return hold(rt, id, 'refused')
  return (await running.isThrough(rt.db, id)) && finish(rt, id)
}

/** Counts the recipients once they are written down, and tells the author. Nobody at all: the author is asked. */
const tellBegun = (rt: Runtime, id: BroadcastId): Promise<boolean> =>
  rt.db.transaction(async (tx) => {
    const broadcast = await store.lockBroadcast(tx, id)
    if (broadcast?.state !== 'sending' || broadcast.total !== undefined) return false
    if ((await running.countRecipients(tx, id)) === 0) {
      await holdIn(rt, tx, broadcast, 'empty')
      return true
    }
    await tellAuthor(rt, tx, broadcast)
    return true
  })

/** The message that shows how far it is. */
const tellAuthor = (rt: Runtime, tx: Tx, { id, authorId }: Broadcast): Promise<void> =>
  notifyEach(rt, tx, broadcastBegun, [{ to: authorId }], () => ({
    purpose: `broadcast-begun:${id}`,
    data: { broadcastId: id },
  }))

const finish = (rt: Runtime, id: BroadcastId): Promise<boolean> =>
  rt.db.transaction(async (tx) => {
    const broadcast = await store.lockBroadcast(tx, id)
    if (broadcast?.state !== 'sending') return false
    await store.saveState(tx, id, 'done', { endedAt: rt.clock.now() })
    return true
  })

const expire = (rt: Runtime, id: BroadcastId): Promise<boolean> =>
  rt.db.transaction(async (tx) => {
    const broadcast = await store.lockBroadcast(tx, id)
    const now = rt.clock.now()
    if (!broadcast?.expiresAt || broadcast.expiresAt > now) return false
    await store.saveState(tx, id, 'expired', { endedAt: now })
    await running.settleRest(tx, id, 'expired', now)
    // One that never began has no message yet that shows it.
    if (broadcast.startedAt === undefined) await tellAuthor(rt, tx, broadcast)
    return true
  })

/** Holds a broadcast back whose desk is no longer what it says. */
const holdIfDeskChanged = (rt: Runtime, id: BroadcastId): Promise<boolean> =>
  rt.db.transaction(async (tx) => {
    const broadcast = await store.lockBroadcast(tx, id)
    if (broadcast?.deskId === undefined || !isMoving(broadcast)) return false
    const desk = await store.deskFace(tx, broadcast.deskId)
    if (desk?.face === broadcast.deskFace) return false
    await holdIn(rt, tx, broadcast, !desk || desk.closed ? 'desk-closed' : 'desk-changed')
    return true
  })

const isMoving = ({ state }: Broadcast): boolean => state === 'scheduled' || state === 'sending'

const hold = (rt: Runtime, id: BroadcastId, why: Hold): Promise<boolean> =>
  rt.db.transaction(async (tx) => {
    const broadcast = await store.lockBroadcast(tx, id)
    if (!broadcast || !isMoving(broadcast)) return false
    await holdIn(rt, tx, broadcast, why)
    return true
  })

async function holdIn(rt: Runtime, tx: Tx, { id, authorId, revision }: Broadcast, why: Hold): Promise<void> {
  await store.saveState(tx, id, 'held', { heldFor: why })
  await running.standStill(tx, id)
  const asked: PersonId[] = why === 'author-left' ? await store.holdersOf(tx, 'admin') : [authorId]
  await notifyEach(
    rt,
    tx,
    broadcastHeld,
    asked.map((to) => ({ to })),
    ({ to }) => ({
      purpose: `broadcast-held:${id}:${why}:${revision}:${to}:${rt.clock.now().toISOString()}`,
      data: { broadcastId: id, why },
    }),
  )
}
