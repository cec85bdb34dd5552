import { PROVINCE } from '../calendar/rules.ts'
import { workingTimeOf } from '../calendar/store.ts'
import type { WorkingTime } from '../calendar/working-time.ts'
import { notify } from '../delivery/service.ts'
import { type Actor, holds, type PersonId, regionsOf } from '../people/rules.ts'
import { audit } from '../people/store.ts'
import type { Tx } from '../platform/db.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import { atWib, localDate } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import type { Alert } from './alert.ts'
import * as store from './alert-store.ts'
import { looksAfter, type Officer } from './escalation.ts'
import { holderOf, listsOf } from './lists.ts'
import { alertHandedOver, deskSuggested } from './notices.ts'
import { officersOn } from './officer-store.ts'
import { readPhone } from './phone.ts'
import type { AlertId } from './rules.ts'
import { closingAfter } from './working-day.ts'

// What an officer does about something stuck. Each act is one transaction on the alert that is held.

export type AlertRefusal = 'not-yours' | 'closed' | 'taken' | 'no-telegram'

/** What is stuck, as one officer sees it. */
export interface AlertLists {
  mine: Alert[]
  free: Alert[]
  /** Free ones that climbed already. */
  late: Alert[]
}

/** What an officer has taken, what waits for somebody like them, and what was overlooked, in their regions. */
export async function alertsFor(rt: Runtime, actor: Actor): Promise<Result<AlertLists, 'not-yours'>> {
  if (!holds(actor, 'officer')) return refuse('not-yours')
  const now = rt.clock.now()
  const officers = await officersOn(rt.db.reader, localDate(now))
  const near = await store.alertsIn(rt.db, regionsOf(actor, 'officer'))
  // Whoever steps in for a region of nobody's has nothing in their own.
  const open =
    near.length > 0 ? near : (await store.alertsIn(rt.db, undefined)).filter((each) => mayHelp(actor, each, officers))
  const forMe = listsOf(open, officers, now).get(actor.personId) ?? []
  const free = open.filter((alert) => holderOf(alert, officers) === undefined && alert.holderId !== actor.personId)
  return ok({
    mine: open.filter(({ holderId }) => holderId === actor.personId),
    free: [...free.filter((alert) => forMe.includes(alert)), ...free.filter((alert) => !forMe.includes(alert))],
    late: free.filter(({ level }) => level > 0),
  })
}

/** One alert, for an officer of its region. */
export async function seeAlert(rt: Runtime, actor: Actor, id: AlertId): Promise<Result<Alert, 'not-yours'>> {
  const alert = await store.alertWith(rt.db, id)
  const officers = await officersOn(rt.db.reader, localDate(rt.clock.now()))
  return alert && mayHelp(actor, alert, officers) ? ok(alert) : refuse('not-yours')
}

/**
 * Officers of the region help, and any where it has none. Who never agreed is not looked at, but called; who withdrew is
 * left alone.
 */
function mayHelp(actor: Actor, { reason, subject }: Alert, officers: readonly Officer[]): boolean {
  if (subject.frozen && reason !== 'unclaimed') return false
  return looksAfter(actor.personId, subject.region, officers)
}

/** Takes an alert on. Whoever has it already has it; from a colleague it is not taken. */
export const take = (rt: Runtime, actor: Actor, id: AlertId): Promise<Result<Alert, AlertRefusal>> =>
  change(rt, actor, id, async (tx, alert, now) => {
    if (alert.holderId === actor.personId) return undefined
    await store.setHolder(tx, id, actor.personId, now)
    return 'alert-taken'
  })

/** Lets an alert sleep for so many working days; whoever does so has taken it on. */
export const snooze = (rt: Runtime, actor: Actor, id: AlertId, days: number): Promise<Result<Alert, AlertRefusal>> =>
  change(rt, actor, id, async (tx, alert, now, time) => {
    if (alert.holderId !== actor.personId) await store.setHolder(tx, id, actor.personId, now)
    await store.setSnoozed(tx, id, atWib(time.dayAfter(localDate(now), days), '08:00'))
    return 'alert-snoozed'
  })

/** Hands an alert to a colleague, who hears of it in working hours. */
export const give = (rt: Runtime, actor: Actor, id: AlertId, to: PersonId): Promise<Result<Alert, AlertRefusal>> =>
  change(rt, actor, id, async (tx, alert, now, time, officers) => {
    if (!looksAfter(to, alert.place.region, officers)) return 'not-yours'
    if (alert.holderId === to) return undefined
    await store.setHolder(tx, id, to, now)
    const at = time.opening(now)
    const data = { alertId: id, until: closingAfter(time, at).toISOString() }
    if (to !== actor.personId) {
      await notify(rt, tx, alertHandedOver, { to, purpose: `alert-given:${id}:${actor.cause}`, data, notBefore: at })
    }
    return 'alert-given'
  })

/** Colleagues to whom an alert may be handed. */
export async function colleagues(
  rt: Runtime,
  actor: Actor,
  id: AlertId,
): Promise<Result<{ id: PersonId; name: string }[], 'not-yours'>> {
  const seen = await seeAlert(rt, actor, id)
  if (!seen.ok) return seen
  const officers = await officersOn(rt.db.reader, localDate(rt.clock.now()))
  return ok(
    officers.filter(
      (each) => each.id !== actor.personId && !each.isAway && looksAfter(each.id, seen.value.place.region, officers),
    ),
  )
}

/** Says that an alert is solved. If its cause is still there after a day, it comes back. */
export const solve = (rt: Runtime, actor: Actor, id: AlertId): Promise<Result<Alert, AlertRefusal>> =>
  change(rt, actor, id, async (tx, _, now) => {
    await store.closeSolved(tx, id, actor.personId, now)
    return 'alert-solved'
  })

/** Suggests to the owner to come to a desk. Whoever does so has taken the alert on. */
export const suggestDesk = (rt: Runtime, actor: Actor, id: AlertId): Promise<Result<Alert, AlertRefusal>> =>
  change(rt, actor, id, async (tx, alert, now) => {
    if (alert.subject.offline) return 'no-telegram'
    if (alert.holderId !== actor.personId) await store.setHolder(tx, id, actor.personId, now)
    const { dossierId, ownerId } = alert
    await notify(rt, tx, deskSuggested, {
      to: ownerId,
      purpose: `desk-suggested:${id}:${localDate(now)}`,
      data: { dossierId },
    })
    return 'desk-suggested'
  })

/** Shows an owner's number; that it was looked at is written down. */
export const callOwner = (rt: Runtime, actor: Actor, id: AlertId): Promise<Result<Alert, AlertRefusal>> =>
  change(rt, actor, id, async () => 'phone-seen', 'anybody')

/** Keeps an owner's number as it was typed. */
export async function notePhone(
  rt: Runtime,
  actor: Actor,
  id: AlertId,
  typed: string,
): Promise<Result<Alert, AlertRefusal | 'no-phone'>> {
  const phone = readPhone(typed)
  if (phone === undefined) return refuse('no-phone')
  return change(
    rt,
    actor,
    id,
    async (tx, { ownerId }) => {
      await tx.person.update({ where: { id: ownerId }, data: { phone } })
      return 'phone-noted'
    },
    'anybody',
  )
}

/**
 * One act on an open alert, by whoever has it, or when it is free; a number may be asked for by `anybody` of the region.
 * `work` answers with the name of the deed, nothing when it was done already, or a refusal.
 */
function change(
  rt: Runtime,
  actor: Actor,
  id: AlertId,
  work: (
    tx: Tx,
    alert: Alert,
    now: Date,
    time: WorkingTime,
    officers: readonly Officer[],
  ) => Promise<string | undefined>,
  by: 'its-holder' | 'anybody' = 'its-holder',
): Promise<Result<Alert, AlertRefusal>> {
  return rt.db.transaction(async (tx) => {
    const now = rt.clock.now()
    const alert = await store.lockAlert(tx, id)
    const officers = await officersOn(tx, localDate(now))
    if (!alert || !mayHelp(actor, alert, officers)) return refuse('not-yours')
    if (alert.closedAt) return alert.outcome === 'solved' ? ok(alert) : refuse('closed')
    const holder = holderOf(alert, officers)
    if (by === 'its-holder' && holder !== undefined && holder !== actor.personId) return refuse('taken')
    const time = await workingTimeOf(tx, alert.place.region ?? PROVINCE, now)
    const done = await work(tx, alert, now, time, officers)
    if (done === 'not-yours' || done === 'no-telegram') return refuse(done)
    if (done) {
      const { ownerId } = alert
      await audit(tx, { actor, deed: done, subject: 'alert', subjectId: id, ownerId, now })
      await tx.turn.updateMany({ where: { dossierId: alert.dossierId }, data: { lookAt: new Date(0) } })
    }
    return ok((await store.alertWith(tx, id)) ?? alert)
  })
}
