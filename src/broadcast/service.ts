import { isGate } from '../dossier/catalogue.ts'
import { openCycleOf } from '../dossier/cycle-store.ts'
import { catalogueOf } from '../dossier/store.ts'
import { type Actor, may, type PersonId } from '../people/rules.ts'
import { audit } from '../people/store.ts'
import type { Tx } from '../platform/db.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import { days, later } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import { type AudienceCount, choose, type Exclusion, everyOwner, type Facet } from './audience.ts'
import * as people from './audience-store.ts'
import { type AudienceId, type Broadcast, type BroadcastId, lastMessageAt, timesOf } from './rules.ts'
import * as store from './store.ts'
import { type TextMistake, whyNotWords } from './text.ts'

// A broadcast as its author writes it; nothing here goes out to anybody.

export type DraftRefusal = 'not-yours' | 'gone'

/** The draft an admin is at, begun when there is none. */
export function openDraft(rt: Runtime, actor: Actor): Promise<Result<Broadcast, DraftRefusal>> {
  return rt.db.transaction(async (tx) => {
    if (!may(actor, 'broadcast')) return refuse('not-yours')
    return draftFor(rt, tx, actor)
  })
}

async function draftFor(rt: Runtime, tx: Tx, { personId, cause }: Actor): Promise<Result<Broadcast, DraftRefusal>> {
  await store.createDraft(tx, personId, cause, rt.clock.now())
  const draft = await store.draftOf(tx, personId)
  return draft ? ok(draft) : refuse('gone')
}

/** Changes a draft of the actor's own. */
export async function changeDraft(
  rt: Runtime,
  actor: Actor,
  id: BroadcastId,
  change: store.DraftChange,
): Promise<Result<Broadcast, DraftRefusal | TextMistake>> {
  return rt.db.transaction(async (tx) => {
    const draft = await ownDraft(tx, actor, id)
    if (!draft.ok) return draft
    const words = change.words ?? draft.value.words
    const attachment = change.attachment === undefined ? draft.value.attachment : change.attachment
    const mistake = words === undefined ? undefined : whyNotWords(words, Boolean(attachment))
    if (mistake !== undefined) return { ok: false, reason: mistake }
    return changed(tx, id, change)
  })
}

async function ownDraft(tx: Tx, actor: Actor, id: BroadcastId): Promise<Result<Broadcast, DraftRefusal>> {
  if (!may(actor, 'broadcast')) return refuse('not-yours')
  const draft = await store.lockBroadcast(tx, id)
  if (draft?.authorId !== actor.personId) return refuse('not-yours')
  return draft.state === 'draft' ? ok(draft) : refuse('gone')
}

async function changed(tx: Tx, id: BroadcastId, change: store.DraftChange): Promise<Result<Broadcast, 'gone'>> {
  await store.saveChange(tx, id, change)
  const draft = await store.broadcastWith(tx, id)
  return draft ? ok(draft) : refuse('gone')
}

/** Chooses one thing of the audience, or takes it out again. */
export function pickAudience(
  rt: Runtime,
  actor: Actor,
  id: BroadcastId,
  facet: Facet,
  value: string,
): Promise<Result<Broadcast, DraftRefusal>> {
  return rt.db.transaction(async (tx) => {
    const draft = await ownDraft(tx, actor, id)
    return draft.ok ? changed(tx, id, { audience: choose(draft.value.audience, facet, value) }) : draft
  })
}

/** A broadcast made ready from the schedule of a desk: its words, its zone, and the button to book. */
export function draftFromDesk(
  rt: Runtime,
  actor: Actor,
  desk: { id: number; zoneId: string; words: string; lastStart: Date },
): Promise<Result<Broadcast, DraftRefusal>> {
  return rt.db.transaction(async (tx) => {
    if (!may(actor, 'broadcast')) return refuse('not-yours')
    const draft = await draftFor(rt, tx, actor)
    const seen = await store.deskFace(tx, desk.id)
    if (!draft.ok || !seen) return draft.ok ? refuse('gone') : draft
    return changed(tx, draft.value.id, {
      words: desk.words,
      attachment: null,
      button: { kind: 'book' },
      audience: { ...everyOwner, zones: [desk.zoneId], stages: ['nominated'], booking: 'without' },
      desk: { id: desk.id, face: seen.face },
      urgentReason: null,
      sendAt: null,
      expiresAt: desk.lastStart,
    })
  })
}

/** Throws a draft away. */
export function dropDraft(rt: Runtime, actor: Actor, id: BroadcastId): Promise<Result<undefined, DraftRefusal>> {
  return rt.db.transaction(async (tx) => {
    const draft = await ownDraft(tx, actor, id)
    if (!draft.ok) return draft
    await store.saveState(tx, id, 'dropped')
    return ok()
  })
}

/** Marks a draft as one that may go out at night, for a reason that is written down; without one it is so no longer. */
export function setUrgent(
  rt: Runtime,
  actor: Actor,
  id: BroadcastId,
  reason: string | undefined,
): Promise<Result<Broadcast, DraftRefusal>> {
  return rt.db.transaction(async (tx) => {
    const draft = await ownDraft(tx, actor, id)
    if (!draft.ok) return draft
    const deed = reason === undefined ? 'broadcast-not-urgent' : 'broadcast-urgent'
    await audit(tx, { actor, deed, subject: 'broadcast', subjectId: id, now: rt.clock.now() })
    return changed(tx, id, { urgentReason: reason ?? null })
  })
}

/** Keeps the audience of a draft under a name. */
export function saveAudience(
  rt: Runtime,
  actor: Actor,
  id: BroadcastId,
  name: string,
): Promise<Result<Broadcast, DraftRefusal>> {
  return rt.db.transaction(async (tx) => {
    const draft = await ownDraft(tx, actor, id)
    if (!draft.ok) return draft
    const { audience } = draft.value
    await store.keepAudience(tx, { name, audience, madeById: actor.personId, now: rt.clock.now() })
    return draft
  })
}

export function takeSavedAudience(
  rt: Runtime,
  actor: Actor,
  id: BroadcastId,
  from: AudienceId,
): Promise<Result<Broadcast, DraftRefusal>> {
  return rt.db.transaction(async (tx) => {
    const draft = await ownDraft(tx, actor, id)
    const audience = await store.audienceWith(tx, from)
    if (!draft.ok) return draft
    return audience ? changed(tx, id, { audience }) : refuse('gone')
  })
}

// ── Looking at it ──

/** What the audience of a broadcast is worked out from. */
export async function contextOf(
  rt: Runtime,
  { audience, deskId }: Pick<Broadcast, 'audience' | 'deskId'>,
): Promise<people.AudienceContext> {
  const { reader } = rt.db
  const cycle = audience.gates === 'any' ? undefined : await openCycleOf(reader)
  const catalogue = cycle && (await catalogueOf(reader, cycle.catalogueVersion))
  const gates = (catalogue?.requirements ?? []).filter(
    (one) => isGate(one) && one.level === 'wajib' && one.preparedBy === 'pemilik',
  )
  return { audience, deskId, gates: gates.map(({ id }) => id), now: rt.clock.now() }
}

/** Whom a broadcast would reach at this moment, and who would be left out. */
export const countOf = async (rt: Runtime, broadcast: Broadcast): Promise<AudienceCount> =>
  people.countAudience(rt.db, await contextOf(rt, broadcast))

const SAMPLES = 3
const SHOWN = 20
const WARN_DAYS = 1

/** All that speaks for and against sending a draft. */
export interface Preview {
  broadcast: Broadcast
  count: AudienceCount
  samples: PersonId[]
  begins: Date
  ends: Date
  lastAt: Date
  /** How often the same words went out within a day. */
  repeats: number
  needsSecond: boolean
}

export async function preview(rt: Runtime, actor: Actor, id: BroadcastId): Promise<Result<Preview, DraftRefusal>> {
  const broadcast = may(actor, 'broadcast') ? await store.broadcastWith(rt.db.reader, id) : undefined
  if (!broadcast) return refuse('not-yours')
  const context = await contextOf(rt, broadcast)
  const count = await people.countAudience(rt.db, context)
  const now = rt.clock.now()
  const { begins, ends } = timesOf(broadcast, now)
  return ok({
    broadcast,
    count,
    samples: await people.sampleAudience(rt.db, context, SAMPLES),
    begins,
    ends,
    lastAt: lastMessageAt(begins, count.reached, broadcast.urgentReason !== undefined),
    repeats: await store.sameWordsSince(rt.db.reader, broadcast, later(now, -days(WARN_DAYS))),
    needsSecond: rt.secondAdmin === true,
  })
}

/** Who would get nothing, and why. */
export async function leftOut(
  rt: Runtime,
  actor: Actor,
  id: BroadcastId,
): Promise<Result<{ name: string | null; reason: Exclusion }[], DraftRefusal>> {
  const broadcast = may(actor, 'broadcast') ? await store.broadcastWith(rt.db.reader, id) : undefined
  if (!broadcast) return refuse('not-yours')
  return ok(await people.excludedOf(rt.db, await contextOf(rt, broadcast), SHOWN))
}
