import type { DayHours } from '../calendar/rules.ts'
import { notifyEach } from '../delivery/service.ts'
import { type Actor, may } from '../people/rules.ts'
import { audit } from '../people/store.ts'
import type { Tx } from '../platform/db.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import { localDate } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import * as desks from './desk-store.ts'
import { type Draft, type DraftMistake, daysOf, type Seats, type Told, whyNotTold } from './draft.ts'
import * as drafts from './draft-store.ts'
import { type DayPlan, layOut } from './layout.ts'
import { placeChanged } from './moving-notices.ts'
import { lockDay, lockSlots } from './moving-store.ts'
import type { DayId, DeskId, Place } from './rules.ts'
import { passAllOn } from './turn-service.ts'

/** A desk as an admin plans it: where, and its days. */
export interface DeskPlan extends Place {
  zone: string
  days: readonly DayPlan[]
}

export type PlanRefusal = 'not-yours' | 'unknown-zone' | 'no-days'

/** Makes a desk with its days, slots and seats. */
export function openDesk(rt: Runtime, actor: Actor, plan: DeskPlan): Promise<Result<DeskId, PlanRefusal>> {
  return rt.db.transaction(async (tx) => {
    if (!may(actor, 'plan-desks')) return refuse('not-yours')
    if (!(await desks.hasZone(tx, plan.zone))) return refuse('unknown-zone')
    if (plan.days.every((day) => layOut(day).length === 0)) return refuse('no-days')
    return ok(await makeDesk(tx, actor, plan, rt.clock.now()))
  })
}

async function makeDesk(tx: Tx, actor: Actor, plan: DeskPlan, now: Date): Promise<DeskId> {
  const { zone, title, venue, point, days } = plan
  const id = await desks.createDesk(tx, { zone, title, venue, point, cause: actor.cause, now })
  for (const day of days) {
    await desks.laySlots(tx, await desks.saveDay(tx, id, day), layOut(day), day.tables, now)
  }
  await audit(tx, { actor, deed: 'desk-opened', subject: 'desk', subjectId: id, now })
  return id
}

/** The draft of an admin as far as it is; begun when there is none. */
export async function openDraft(rt: Runtime, actor: Actor): Promise<Result<Draft, 'not-yours'>> {
  return may(actor, 'plan-desks') ? ok(await drafts.draftOf(rt.db.reader, actor.personId)) : refuse('not-yours')
}

/** Keeps one answer of a draft. */
export function tellDraft(rt: Runtime, actor: Actor, told: Told): Promise<Result<Draft, 'not-yours' | DraftMistake>> {
  return rt.db.transaction(async (tx) => {
    if (!may(actor, 'plan-desks')) return refuse('not-yours')
    await drafts.draftOf(tx, actor.personId)
    const mistake = whyNotTold(told, localDate(rt.clock.now()))
    if (mistake) return refuse(mistake)
    if (told.zoneId !== undefined && !(await desks.hasZone(tx, told.zoneId))) return refuse('unreadable')
    await drafts.saveTold(tx, actor.personId, told)
    return ok(await drafts.draftOf(tx, actor.personId))
  })
}

/** Gives a draft up: nothing of it is kept. */
export async function dropDraft(rt: Runtime, actor: Actor): Promise<void> {
  await rt.db.transaction((tx) => drafts.dropDraft(tx, actor.personId))
}

/** Makes the desk of a draft that is whole. */
export function openDrafted(
  rt: Runtime,
  actor: Actor,
  id: number,
): Promise<Result<DeskId, 'not-yours' | 'draft-gone' | 'no-days'>> {
  return rt.db.transaction(async (tx) => {
    if (!may(actor, 'plan-desks')) return refuse('not-yours')
    const made = await desks.deskBy(tx, actor.cause)
    if (made !== undefined) return ok(made)
    const draft = await drafts.lockDraft(tx, actor.personId, id)
    const days = draft && daysOf(draft)
    if (!draft?.zoneId || draft.title === undefined || !days) return refuse('draft-gone')
    const now = rt.clock.now()
    if (days.some((day) => day.day < localDate(now) || layOut(day).length === 0)) return refuse('no-days')
    const { zoneId: zone, title, venue, point } = draft
    const desk = await makeDesk(tx, actor, { zone, title, venue, point, days }, now)
    await drafts.dropDraft(tx, actor.personId)
    return ok(desk)
  })
}

/** Names the place of a desk or puts it on the map; whoever has a seat there hears of it once. */
export function changePlace(
  rt: Runtime,
  actor: Actor,
  id: DeskId,
  place: Pick<Told, 'venue' | 'point'>,
): Promise<Result<undefined, 'not-yours' | 'day-gone'>> {
  return rt.db.transaction(async (tx) => {
    if (!may(actor, 'plan-desks')) return refuse('not-yours')
    const changed = await desks.changePlace(tx, id, place)
    if (changed === undefined) return refuse('day-gone')
    if (!changed) return ok()
    const now = rt.clock.now()
    await audit(tx, { actor, deed: 'desk-place-changed', subject: 'desk', subjectId: id, now })
    await notifyEach(rt, tx, placeChanged, await desks.bookedAt(tx, id, now), ({ bookingId }) => ({
      purpose: `place:${bookingId}:${actor.cause}`,
      data: { bookingId },
    }))
    return ok()
  })
}

/** Lays a day out anew. What is booked stays as it is; seats that are free now go to whoever waits. */
export async function changeDay(
  rt: Runtime,
  actor: Actor,
  id: DayId,
  change: { hours: DayHours } | { seats: Seats },
): Promise<Result<undefined, 'not-yours' | 'day-gone' | 'no-days'>> {
  if (!may(actor, 'plan-desks')) return refuse('not-yours')
  const now = rt.clock.now()
  return rt.db.transaction(async (tx) => {
    const held = await lockDay(tx, id)
    const plan = await desks.planOf(tx, id)
    if (!held || held.closed || !plan) return refuse('day-gone')
    const { day, slotMinutes, tables, walkInShare } = plan
    const changed: DayPlan =
      'hours' in change ? { day, slotMinutes, tables, walkInShare, ...change.hours } : { ...plan, ...change.seats }
    const laid = layOut(changed)
    if (laid.length === 0) return refuse('no-days')
    await desks.laySlots(tx, await desks.saveDay(tx, held.deskId, changed), laid, changed.tables, now)
    await audit(tx, { actor, deed: 'day-changed', subject: 'desk-day', subjectId: id, now })
    for (const slot of await lockSlots(tx, { what: 'day', id })) await passAllOn(rt, tx, slot.id)
    return ok()
  })
}
