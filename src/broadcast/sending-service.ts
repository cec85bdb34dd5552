import { notifyEach } from '../delivery/service.ts'
import { type Actor, may, type PersonId } from '../people/rules.ts'
import { audit } from '../people/store.ts'
import type { Tx } from '../platform/db.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import { inDaytime } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import * as figures from './figure-store.ts'
import { broadcastAsked, broadcastRefused } from './notices.ts'
import {
  type Broadcast,
  type BroadcastId,
  type Figures,
  type Receipt,
  type SendRefusal,
  type Steer,
  timesOf,
  whyNotSend,
} from './rules.ts'
import * as running from './running-store.ts'
import { countOf } from './service.ts'
import * as store from './store.ts'

// The yes to a broadcast, and what may be said while it is under way.

/**
 * Says yes to a draft as it was shown: it is sent at its time, or another admin is asked first. Said twice it is one
 * broadcast. Whom it is for is written down when it begins.
 */
export async function submit(
  rt: Runtime,
  actor: Actor,
  id: BroadcastId,
  revision: number,
): Promise<Result<Broadcast, SendRefusal>> {
  const seen = may(actor, 'broadcast') ? await store.broadcastWith(rt.db.reader, id) : undefined
  if (!seen || seen.authorId !== actor.personId) return refuse('not-yours')
  const { reached } = seen.state === 'draft' ? await countOf(rt, seen) : { reached: 0 }
  const now = rt.clock.now()
  return rt.db.transaction(async (tx) => {
    const draft = await store.lockBroadcast(tx, id)
    if (!draft) return refuse('gone')
    if (draft.state !== 'draft')
      return draft.revision === revision && draft.state !== 'dropped' ? ok(draft) : refuse('gone')
    if (draft.revision !== revision) return refuse('changed')
    const refusal = whyNotSend(draft, reached, now)
    if (refusal) return refuse(refusal)
    const { begins, ends } = timesOf(draft, now)
    if (rt.secondAdmin && (await othersThan(tx, actor.personId)).length === 0) return refuse('no-second')
    const state = rt.secondAdmin ? 'asked' : 'scheduled'
    await store.saveState(tx, id, state, { sendAt: begins, expiresAt: ends })
    await audit(tx, { actor, deed: 'broadcast-submitted', subject: 'broadcast', subjectId: id, now })
    if (state === 'asked') await askOthers(rt, tx, draft, reached)
    return ok({ ...draft, state, sendAt: begins, expiresAt: ends })
  })
}

/** The admins besides somebody. */
const othersThan = async (tx: Tx, personId: PersonId): Promise<PersonId[]> =>
  (await store.holdersOf(tx, 'admin')).filter((other) => other !== personId)

async function askOthers(rt: Runtime, tx: Tx, { id, authorId, revision }: Broadcast, reached: number): Promise<void> {
  const others = await othersThan(tx, authorId)
  await notifyEach(
    rt,
    tx,
    broadcastAsked,
    others.map((to) => ({ to })),
    ({ to }) => ({
      purpose: `broadcast-asked:${id}:${revision}:${authorId}:${to}`,
      data: { broadcastId: id, reached },
    }),
  )
}

export type ApprovalRefusal = 'not-yours' | 'gone' | 'same-person'

/** Another admin's yes or no. It is not taken from its author, by whatever account. */
export function approve(
  rt: Runtime,
  actor: Actor,
  id: BroadcastId,
  answer: 'yes' | 'no',
): Promise<Result<Broadcast, ApprovalRefusal>> {
  const now = rt.clock.now()
  return rt.db.transaction(async (tx) => {
    if (!may(actor, 'broadcast')) return refuse('not-yours')
    const asked = await store.lockBroadcast(tx, id)
    if (!asked) return refuse('gone')
    if (await store.isSamePerson(tx, actor.personId, asked.authorId)) return refuse('same-person')
    if (asked.approvedById === actor.personId && answer === 'yes') return ok(asked)
    if (asked.state !== 'asked') return refuse('gone')
    const deed = answer === 'yes' ? 'broadcast-approved' : 'broadcast-refused'
    await audit(tx, { actor, deed, subject: 'broadcast', subjectId: id, now })
    if (answer === 'yes') {
      await store.saveState(tx, id, 'scheduled', { approvedById: actor.personId })
      return ok({ ...asked, state: 'scheduled' })
    }
    await store.saveState(tx, id, 'ended', { endedAt: now })
    await notifyEach(rt, tx, broadcastRefused, [{ to: asked.authorId }], () => ({
      purpose: `broadcast-refused:${id}`,
      data: { broadcastId: id },
    }))
    return ok({ ...asked, state: 'ended' })
  })
}

export type SteerRefusal = 'not-yours' | 'gone'

/**
 * Stops a broadcast, lets it go on, or ends it for good. Any admin may: whoever sees that something is wrong stops it.
 * Going on after a look at what was held means that it is right as it is now.
 */
export function steer(
  rt: Runtime,
  actor: Actor,
  id: BroadcastId,
  what: Steer,
): Promise<Result<Broadcast, SteerRefusal>> {
  return rt.db.transaction(async (tx) => {
    if (!may(actor, 'broadcast')) return refuse('not-yours')
    const broadcast = await store.lockBroadcast(tx, id)
    if (!broadcast) return refuse('gone')
    const isDone = await steering[what](rt, tx, actor, broadcast)
    if (!isDone) return refuse('gone')
    await audit(tx, { actor, deed: `broadcast-${what}`, subject: 'broadcast', subjectId: id, now: rt.clock.now() })
    return ok((await store.broadcastWith(tx, id)) ?? broadcast)
  })
}

type Steering = (rt: Runtime, tx: Tx, actor: Actor, broadcast: Broadcast) => Promise<boolean>

const steering: Record<Steer, Steering> = {
  async stop(_rt, tx, _actor, { id, state }) {
    if (state === 'stopped') return true
    if (state !== 'sending') return false
    await store.saveState(tx, id, 'stopped')
    await running.standStill(tx, id)
    return true
  },
  async end(rt, tx, _actor, { id, state }) {
    if (state === 'ended') return true
    if (!['asked', 'scheduled', 'sending', 'stopped', 'held'].includes(state)) return false
    const now = rt.clock.now()
    await store.saveState(tx, id, 'ended', { endedAt: now })
    await running.settleRest(tx, id, 'skipped', now)
    return true
  },
  async resume(rt, tx, actor, broadcast) {
    const { state } = broadcast
    if (state === 'sending' || (state === 'scheduled' && broadcast.startedAt === undefined)) return true
    if (state !== 'stopped' && state !== 'held') return false
    return broadcast.startedAt === undefined ? scheduleAgain(rt, tx, actor, broadcast) : sendOn(rt, tx, broadcast)
  },
}

async function sendOn(rt: Runtime, tx: Tx, { id, heldFor, deskId, urgentReason }: Broadcast): Promise<boolean> {
  const now = rt.clock.now()
  const face = deskId === undefined ? undefined : await store.deskFace(tx, deskId)
  await store.saveState(tx, id, 'sending', { deskFace: face?.face ?? null })
  await running.goOn(tx, id, urgentReason === undefined ? inDaytime(now) : now, heldFor === 'refused')
  return true
}

/** What was held before it began becomes the broadcast of whoever lets it go on; where two are needed, a second is asked. */
async function scheduleAgain(rt: Runtime, tx: Tx, actor: Actor, broadcast: Broadcast): Promise<boolean> {
  const { id, deskId, approvedById } = broadcast
  const face = deskId === undefined ? undefined : await store.deskFace(tx, deskId)
  const isTaken = broadcast.heldFor === 'author-left'
  const needsSecond = rt.secondAdmin === true && (isTaken || approvedById === undefined)
  await store.saveState(tx, id, needsSecond ? 'asked' : 'scheduled', {
    deskFace: face?.face ?? null,
    ...(isTaken ? { authorId: actor.personId, approvedById: null } : {}),
  })
  if (needsSecond) await askOthers(rt, tx, { ...broadcast, authorId: actor.personId }, 0)
  return true
}

/** Takes the picture away that Telegram refuses, and lets the broadcast go on. */
export function goOnWithoutFile(rt: Runtime, actor: Actor, id: BroadcastId): Promise<Result<Broadcast, SteerRefusal>> {
  return rt.db.transaction(async (tx) => {
    if (!may(actor, 'broadcast')) return refuse('not-yours')
    const broadcast = await store.lockBroadcast(tx, id)
    if (broadcast?.state !== 'held' || broadcast.heldFor !== 'refused') return refuse('gone')
    await store.saveChange(tx, id, { attachment: null })
    await sendOn(rt, tx, broadcast)
    const now = rt.clock.now()
    await audit(tx, { actor, deed: 'broadcast-without-file', subject: 'broadcast', subjectId: id, now })
    return ok((await store.broadcastWith(tx, id)) ?? broadcast)
  })
}

const MOST_RECEIPTS = 20_000

/** What became of a broadcast, for each reader; who looked is written down. */
export async function receipts(
  rt: Runtime,
  actor: Actor,
  id: BroadcastId,
): Promise<Result<{ broadcast: Broadcast; figures: Figures; receipts: Receipt[] }, SteerRefusal>> {
  const broadcast = may(actor, 'broadcast') ? await store.broadcastWith(rt.db.reader, id) : undefined
  if (!broadcast) return refuse('not-yours')
  const now = rt.clock.now()
  await rt.db.transaction((tx) =>
    audit(tx, { actor, deed: 'broadcast-receipts', subject: 'broadcast', subjectId: id, now }),
  )
  return ok({
    broadcast,
    figures: await figures.figuresOf(rt.db, id),
    receipts: await figures.receiptsOf(rt.db, id, MOST_RECEIPTS),
  })
}
