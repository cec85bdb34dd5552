import { notify, notifyEach } from '../delivery/service.ts'
import type { DossierId } from '../dossier/rules.ts'
import { catalogueOf } from '../dossier/store.ts'
import type { PersonId } from '../people/rules.ts'
import type { Tx } from '../platform/db.ts'
import { blandly } from '../platform/log.ts'
import { atWib, clockHand, days, hours, later, localDate, minutes } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import type { OpenAlert, Place } from './alert.ts'
import * as alerts from './alert-store.ts'
import { clockmaker } from './clock-service.ts'
import { audienceOf, looksAfter, type Officer } from './escalation.ts'
import { type Look, lookAt } from './look.ts'
import { alertGone, alertUrgent, ownerNudged } from './notices.ts'
import { officersOn, zonesByRegion } from './officer-store.ts'
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
  zones: Awaited<ReturnType<typeof zonesByRegion>>
}

async function lookAtSome(rt: Runtime, tx: Tx): Promise<number> {
  const now = rt.clock.now()
  const due = (await store.claimDue(tx, now, BATCH)).map(({ dossierId }) => dossierId)
  if (due.length === 0) return 0
  const [rules, officers, zones] = [
    await store.rulesNow(tx),
    await officersOn(tx, localDate(now)),
    await zonesByRegion(tx),
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
      looksAfter: (id: PersonId) => looksAfter(id, seen.region, officers),
    }
    const catalogue = await catalogueOf(tx, seen.catalogueVersion)
    const look = guarded(rt, seen, () => lookAt(seen, catalogue, rules, own, known, now), now)
    looks.push({ seen, look, clocks: own })
  }
  await keep(round, looks)
  await tell(round, looks)
  return due.length
}

/** One dossier that cannot be looked at holds up no other: nobody's turn is known, its alerts stay, and it is looked at again in an hour. */
function guarded(rt: Runtime, { dossierId, before }: store.LookedAt, work: () => Look, now: Date): Look {
  try {
    return work()
  } catch (error) {
    rt.log.error({ door: 'worker', what: 'look', id: dossierId, outcome: 'failed', error: blandly(error) })
    const looked = {
      dossierId,
      turn: undefined,
      dueAt: undefined,
      ownerDoneAt: undefined,
      nudges: before.nudges,
      lookAt: later(now, hours(1)),
    }
    return { looked, opens: [], gone: [], climbs: [], asks: [], releases: [], nudge: undefined }
  }
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
  await tellUrgent(round, looks, opened)
  for (const { seen, look, clocks } of looks) {
    const at = clocks.office.opening(now)
    const until = closingAfter(clocks.office, at).toISOString()
    for (const { id: alertId, holderId: to } of look.gone) {
      if (to === undefined) continue
      await notify(rt, tx, alertGone, { to, purpose: `alert-gone:${alertId}`, data: { alertId, until }, notBefore: at })
    }
    if (look.nudge !== undefined) await nudge(round, seen, look)
  }
}

/**
 * Tells at the next quarter of an hour in working time, so that several at once are one message. What comes before the
 * message of the morning stands in that. One statement, in the order of the purposes: two sweeps at once do not wait for
 * each other in a circle.
 */
async function tellUrgent(
  { rt, tx, now, officers, zones }: Round,
  looks: readonly Seen[],
  opened: readonly { id: AlertId; dossierId: DossierId; reason: AlertReason }[],
): Promise<void> {
  const told = new Map<string, { to: PersonId; at: Date; until: Date }>()
  for (const { seen, look, clocks } of looks) {
    const at = nextQuarter(clocks.office.opening(now))
    if (!clocks.office.isWorking(at) || at <= atWib(localDate(at), MORNING)) continue
    const place: Place = {
      region: seen.region,
      zone: (seen.region && zones.get(seen.region)) ?? [],
      officerId: seen.officerId,
    }
    const ids: AlertId[] = []
    for (const { id, level } of urgentOf(seen.dossierId, look, opened)) {
      const readers = audienceOf(level, place, officers)
      if (readers.length > 0) ids.push(id)
      for (const to of readers) {
        told.set(`urgent:${localDate(at)}:${to}:${clockHand(at)}`, { to, at, until: closingAfter(clocks.office, at) })
      }
    }
    await alerts.setTold(tx, ids, at)
  }
  const messages = [...told]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([purpose, message]) => ({ purpose, ...message }))
  await notifyEach(rt, tx, alertUrgent, messages, ({ purpose, to, at, until }) => ({
    purpose,
    data: { personId: to, at: at.toISOString(), until: until.toISOString() },
    notBefore: at,
  }))
}

/** The urgent alerts of a dossier that are new, and those that climb, with the level they are at then. */
const urgentOf = (
  dossierId: DossierId,
  { climbs }: Look,
  opened: readonly { id: AlertId; dossierId: DossierId; reason: AlertReason }[],
): { id: AlertId; level: 0 | 1 | 2 }[] => [
  ...opened
    .filter((each) => each.dossierId === dossierId && isUrgent(each.reason))
    .map(({ id }) => ({ id, level: 0 as const })),
  ...climbs
    .filter(({ reason }) => isUrgent(reason))
    .map(({ id, level }) => ({ id, level: level === 0 ? (1 as const) : (2 as const) })),
]

const QUARTER = minutes(15)
/** The next quarter of an hour that is at least a minute away, so that its message has not gone yet. */
const nextQuarter = (at: Date): Date => new Date(Math.ceil((at.getTime() + minutes(1)) / QUARTER) * QUARTER)

async function nudge(
  { rt, tx, now }: Round,
  { dossierId, ownerId }: store.LookedAt,
  { looked, nudge: count }: Look,
): Promise<void> {
  const since = looked.turn?.since.toISOString()
  if (since === undefined || count === undefined) return
  await notify(rt, tx, ownerNudged, {
    to: ownerId,
    purpose: `nudge:${dossierId}:${since}:${count}`,
    data: { dossierId, since, count, at: now.toISOString() },
  })
}
