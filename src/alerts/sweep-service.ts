import { notify, notifyEach } from '../delivery/service.ts'
import type { DossierId } from '../dossier/rules.ts'
import { catalogueOf } from '../dossier/store.ts'
import type { PersonId } from '../people/rules.ts'
import type { Tx } from '../platform/db.ts'
import { atWib, clockHand, days, later, localDate, minutes } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import type { OpenAlert, Place } from './alert.ts'
import * as alerts from './alert-store.ts'
import { clockmaker } from './clock-service.ts'
import { audienceOf, type Officer } from './escalation.ts'
import { type Look, lookAt } from './look.ts'
import { alertGone, alertUrgent, ownerNudged } from './notices.ts'
import { type AlertId, type AlertReason, type AlertRules, type Clocks, isUrgent } from './rules.ts'
import * as store from './store.ts'
import { closingAfter, MORNING } from './working-day.ts'

/** So many dossiers are looked at in one transaction: few enough that nobody who answers waits for it. */
const BATCH = 100

/**
 * Looks at every dossier that is due: whose turn it is, which alerts open, climb, are asked about or close, and which
 * owners are reminded. Any number of processes may do so at once; each dossier is taken by one of them. Answers how many.
 */
export async function lookAtDossiers(rt: Runtime): Promise<number> {
  for (let count = 0; ; ) {
    const looked = await rt.db.transaction((tx) => lookAtSome(rt, tx))
    count += looked
    if (looked < BATCH) return count
  }
}

/** What the dossiers of a batch have in common. */
interface Round {
  rt: Runtime
  tx: Tx
  now: Date
  rules: AlertRules
  officers: readonly Officer[]
  zones: Awaited<ReturnType<typeof alerts.zonesByRegion>>
}

async function lookAtSome(rt: Runtime, tx: Tx): Promise<number> {
  const now = rt.clock.now()
  const due = (await store.claimDue(tx, now, BATCH)).map(({ dossierId }) => dossierId)
  if (due.length === 0) return 0
  const [rules, officers, zones] = [
    await store.rulesNow(tx),
    await alerts.officersOn(tx, localDate(now)),
    await alerts.zonesByRegion(tx),
  ]
  const round: Round = { rt, tx, now, rules, officers, zones }
  const clocks = await clockmaker(tx, now)
  const [open, closed] = [await alerts.openAlerts(tx, due), await alerts.closedLately(tx, due, later(now, -days(1)))]
  const looks: Seen[] = []
  for (const seen of await store.factsOf(tx, due, now)) {
    const own = await clocks(seen.region, seen.officerId)
    const known = {
      open: open.get(seen.dossierId) ?? [],
      closedAt: (reason: AlertReason) => closed.get(`${seen.dossierId} ${reason}`),
      isOfficer: (id: PersonId) => officers.some((officer) => officer.id === id),
    }
    const look = lookAt(seen, await catalogueOf(tx, seen.catalogueVersion), rules, own, known, now)
    looks.push({ seen, look, clocks: own })
  }
  await keep(round, looks)
  await tell(round, looks)
  return due.length
}

interface Seen {
  seen: store.LookedAt
  look: Look
  clocks: Clocks
}

/** Keeps what came of the looks, in a few statements for all of them. */
async function keep({ tx, now }: Round, looks: readonly Seen[]): Promise<void> {
  const ids = (of: (look: Look) => readonly OpenAlert[]): AlertId[] =>
    looks.flatMap(({ look }) => of(look).map(({ id }) => id))
  await store.saveLooks(
    tx,
    looks.map(({ look }) => look.looked),
  )
  await alerts.closeGone(
    tx,
    ids(({ gone }) => gone),
    now,
  )
  await alerts.climb(
    tx,
    ids(({ climbs }) => climbs),
  )
  await alerts.setAsked(
    tx,
    ids(({ asks }) => asks),
    now,
  )
  await alerts.release(
    tx,
    looks.flatMap(({ look }) => look.releases),
  )
}

/** Opens what is new, and tells whom it concerns: what is urgent within a quarter of an hour of work. */
async function tell(round: Round, looks: readonly Seen[]): Promise<void> {
  const { rt, tx, now } = round
  const opened = await alerts.open(
    tx,
    looks.flatMap(({ seen, look }) =>
      look.opens.map(({ reason, itemId }) => ({ dossierId: seen.dossierId, reason, itemId })),
    ),
    now,
  )
  for (const one of looks) {
    const { seen, look, clocks } = one
    const mine = opened.filter(({ dossierId, reason }) => dossierId === seen.dossierId && isUrgent(reason))
    const climbing = look.climbs.filter(({ reason }) => isUrgent(reason))
    await tellUrgent(round, one, [
      ...mine.map(({ id }) => ({ id, level: 0 as const })),
      ...climbing.map(({ id, level }) => ({ id, level: level === 0 ? (1 as const) : (2 as const) })),
    ])
    const at = clocks.office.opening(now)
    const until = closingAfter(clocks.office, at).toISOString()
    for (const { id: alertId, holderId: to } of look.gone) {
      if (to === undefined) continue
      await notify(rt, tx, alertGone, { to, purpose: `alert-gone:${alertId}`, data: { alertId, until }, notBefore: at })
    }
    if (look.nudge !== undefined) await nudge(round, seen.dossierId, seen.ownerId, look)
  }
}

/**
 * Tells at the next quarter of an hour in working time, so that several at once are one message. What comes before the
 * message of the morning stands in that.
 */
async function tellUrgent(
  { rt, tx, now, officers, zones }: Round,
  { seen, clocks }: Seen,
  told: readonly { id: AlertId; level: 0 | 1 | 2 }[],
): Promise<void> {
  const at = nextQuarter(clocks.office.opening(now))
  const day = localDate(at)
  if (!clocks.office.isWorking(at) || at <= atWib(day, MORNING)) return
  const zone = (seen.region && zones.get(seen.region)) ?? []
  const place: Place = { region: seen.region, zone, officerId: seen.officerId }
  const data = { at: at.toISOString(), until: closingAfter(clocks.office, at).toISOString() }
  for (const { id, level } of told) {
    const readers = audienceOf(level, place, officers).map((to) => ({ to }))
    await notifyEach(rt, tx, alertUrgent, readers, ({ to }) => ({
      purpose: `urgent:${day}:${to}:${clockHand(at)}`,
      data: { personId: to, ...data },
      notBefore: at,
    }))
    if (readers.length > 0) await alerts.setTold(tx, [id], at)
  }
}

const QUARTER = minutes(15)
const nextQuarter = (at: Date): Date => new Date(Math.ceil(at.getTime() / QUARTER) * QUARTER)

async function nudge(
  { rt, tx }: Round,
  dossierId: DossierId,
  ownerId: PersonId,
  { looked, nudge: count }: Look,
): Promise<void> {
  const since = looked.turn?.since.toISOString()
  if (since === undefined || count === undefined) return
  await notify(rt, tx, ownerNudged, {
    to: ownerId,
    purpose: `nudge:${dossierId}:${since}:${count}`,
    data: { dossierId, since, count },
  })
}
