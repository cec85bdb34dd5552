import { type Catalogue, requirementOf } from '../dossier/catalogue.ts'
import { isSent, settled } from '../dossier/item-states.ts'
import { type Goal, goalsOf } from '../dossier/requirements.ts'
import { type Turn, type TurnFacts, turnOf, turnsOf } from '../dossier/turn.ts'
import type { PersonId } from '../people/rules.ts'
import { atWib, days, hours, later } from '../platform/time.ts'
import type { OpenAlert } from './alert.ts'
import { stepOf } from './escalation.ts'
import {
  type AlertId,
  type AlertReason,
  type AlertRules,
  type Cause,
  type Clocks,
  causesOf,
  nudgeAt,
  type StuckFacts,
} from './rules.ts'
import type { Looked, LookedAt } from './store.ts'

// One look at one dossier: whose turn it is, what is stuck from now on, what is not any more, and when to look again.

/** What is known of the alerts of a dossier. */
export interface Known {
  open: readonly OpenAlert[]
  /** When an alert for this reason was closed within the last day. */
  closedAt(reason: AlertReason): Date | undefined
  /** Whether somebody looks after the region of the dossier. */
  looksAfter(id: PersonId): boolean
}

/** What a look comes to. */
export interface Look {
  looked: Looked
  opens: Cause[]
  gone: OpenAlert[]
  climbs: OpenAlert[]
  asks: OpenAlert[]
  releases: AlertId[]
  /** How many reminders the owner has had with the one that is due now. */
  nudge: number | undefined
}

/** An alert that was closed is not opened again for so long. */
const REST = days(1)

export function lookAt(
  seen: LookedAt,
  catalogue: Catalogue,
  rules: AlertRules,
  clocks: Clocks,
  known: Known,
  now: Date,
): Look {
  const { turns, turn, gates } = turnsIn(seen, catalogue, now)
  const facts = stuckFacts(seen, catalogue, turns, gates)
  const causes = isOver(seen, now) ? [] : causesOf(facts, rules, clocks, now)
  const holds = causes.filter(({ at }) => at <= now)
  const gone = known.open.filter(({ reason }) => !holds.some((cause) => cause.reason === reason))
  const stays = known.open.filter((alert) => !gone.includes(alert))
  const news = holds.filter(({ reason }) => !known.open.some((alert) => alert.reason === reason))
  const rested = news.map((cause) => ({ cause, from: restUntil(known.closedAt(cause.reason)) }))
  const releases = stays.filter(({ holderId }) => holderId !== undefined && !known.looksAfter(holderId))
  const steps = stays
    .filter((alert) => !releases.includes(alert))
    .flatMap((alert) => {
      const step = stepOf(alert, rules, clocks.office)
      return step ? [{ alert, ...step }] : []
    })
  const due = steps.filter(({ at }) => at <= now)
  const nudge = nudgeOf(seen, facts, turn, rules, now)
  const times = [
    ...causes.filter(({ at }) => at > now).map(({ at }) => at),
    ...rested.flatMap(({ from }) => (from && from > now ? [from] : [])),
    ...steps.filter(({ at }) => at > now).map(({ at }) => at),
    ...(nudge.next ? [nudge.next] : []),
    ...changesOfItself(seen, now),
  ]
  return {
    looked: {
      dossierId: seen.dossierId,
      turn,
      dueAt: causes.find(({ reason }) => reason === stuckAs[turn.actor])?.at,
      nudges: nudge.sent,
      ownerDoneAt: isOwnerDone(gates) ? now : undefined,
      // Whatever is done at once may call for the next look: asking again, or climbing on.
      lookAt: due.length > 0 || releases.length > 0 ? later(now, 1) : earliest(times),
    },
    opens: rested.filter(({ from }) => !from || from <= now).map(({ cause }) => cause),
    gone,
    climbs: due.filter(({ does }) => does === 'climb').map(({ alert }) => alert),
    asks: due.filter(({ does }) => does === 'ask').map(({ alert }) => alert),
    releases: releases.map(({ id }) => id),
    nudge: nudge.due,
  }
}

/** Everything that makes a dossier stuck, now or later; nothing once its cycle is over. */
export function causesIn(seen: LookedAt, catalogue: Catalogue, rules: AlertRules, clocks: Clocks, now: Date): Cause[] {
  if (isOver(seen, now)) return []
  const { turns, gates } = turnsIn(seen, catalogue, now)
  return causesOf(stuckFacts(seen, catalogue, turns, gates), rules, clocks, now)
}

/** Whether all that an owner must bring is there and accepted. */
const isOwnerDone = (gates: readonly Goal[]): boolean =>
  gates.length > 0 && gates.every(({ state, question }) => !question && settled.includes(state))

const stuckAs: Partial<Record<Turn['actor'], AlertReason>> = {
  owner: 'owner-silent',
  officer: 'review-late',
  dinas: 'dinas-silent',
  'third-party': 'third-party-late',
}

const restUntil = (closedAt: Date | undefined): Date | undefined => closedAt && later(closedAt, REST)

const earliest = (times: readonly Date[]): Date | undefined =>
  times.length === 0 ? undefined : new Date(Math.min(...times.map((time) => time.getTime())))

const isOver = ({ cycle, isMerged, commodity }: LookedAt, now: Date): boolean =>
  !cycle.isOpen || isMerged || commodity === undefined || cycle.portalDeadline <= now

/** What happens by itself as time goes by. */
const changesOfItself = ({ cycle, visitAt, items }: LookedAt, now: Date): Date[] =>
  [
    cycle.portalDeadline,
    ...(visitAt ? [later(visitAt, hours(12))] : []),
    ...items.flatMap(({ state, until }) => (state === 'waiting' && until ? [atWib(until, '00:00')] : [])),
  ].filter((at) => at > now)

/** Whose turn it is: what everybody must do, the most pressing first. */
export function turnsIn(seen: LookedAt, catalogue: Catalogue, now: Date): { turns: Turn[]; turn: Turn; gates: Goal[] } {
  const { commodity, form, switchedOn, answers, items } = seen
  const goals = commodity
    ? goalsOf(
        catalogue,
        { commodity, form, switchedOn, answers },
        items.map(({ id, requirementId, state, until, owned }) => ({
          id,
          requirementId,
          state,
          ...(until ? { until } : {}),
          ...(owned ? { owned } : {}),
        })),
      )
    : []
  const facts: TurnFacts = {
    goals,
    since: new Map(items.map(({ id, since }) => [id, since])),
    createdAt: seen.createdAt,
    ownerActedAt: seen.ownerActedAt,
    decidedAt: seen.decidedAt,
    unsureSince: seen.unsureSince,
  }
  const turns = turnsOf(facts, now)
  return { turns, turn: turnOf(turns, facts), gates: goals.filter(({ gate, side }) => gate && side === 'owner') }
}

function stuckFacts(seen: LookedAt, catalogue: Catalogue, turns: Turn[], gates: readonly Goal[]): StuckFacts {
  const { cycle, items } = seen
  const counted = gates.filter(({ state, question }) => state !== 'not-applicable' && question?.about !== 'form')
  return {
    ...seen,
    ...cycle,
    turns,
    gates: { total: counted.length, sent: counted.filter(({ state, question }) => !question && isSent(state)).length },
    items: items.filter(({ requirementId }) => requirementOf(catalogue, requirementId).preparedBy === 'pemilik'),
  }
}

/**
 * Why an owner is not reminded at present: it is somebody else's turn too, they cannot be reached, or they come to a desk
 * anyway, of which they are reminded.
 */
function whyNotNudge(
  seen: LookedAt,
  turns: readonly Turn[],
  turn: Turn,
): 'not-theirs' | 'out-of-reach' | 'visit' | undefined {
  const isOthersToo = turns.some(({ actor }) => actor === 'officer') || seen.waitingSince !== undefined
  if (turn.actor !== 'owner' || isOthersToo) return 'not-theirs'
  if (seen.isFrozen || seen.isOffline || seen.blockedAt !== undefined) return 'out-of-reach'
  return seen.visitAt ? 'visit' : undefined
}

/** The reminders of an owner whose turn it is, and nobody else's. */
function nudgeOf(
  seen: LookedAt,
  { gates, turns }: StuckFacts,
  turn: Turn,
  rules: AlertRules,
  now: Date,
): { sent: number; due: number | undefined; next: Date | undefined } {
  const sent = seen.before.since?.getTime() === turn.since.getTime() ? seen.before.nudges : 0
  const none = { sent, due: undefined, next: undefined }
  if (gates.sent === gates.total || isOver(seen, now) || whyNotNudge(seen, turns, turn)) return none
  let count = sent
  for (let at = nudgeAt(turn.since, count, rules); at && at <= now; at = nudgeAt(turn.since, count, rules)) count++
  return { sent: count, due: count > sent ? count : undefined, next: nudgeAt(turn.since, count, rules) }
}
