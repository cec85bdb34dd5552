import { z } from 'zod'
import type { WorkingTime } from '../calendar/working-time.ts'
import type { ItemState } from '../dossier/item-states.ts'
import type { ItemId } from '../dossier/rules.ts'
import type { Turn } from '../dossier/turn.ts'
import { rowId } from '../platform/id.ts'
import { atWib, days, daysAfter, type LocalDate, later, localDate } from '../platform/time.ts'

// When a dossier counts as stuck. The rules are data: which of them hold, and after how long.

export const alertId = () => rowId().brand<'AlertId'>()
export type AlertId = z.output<ReturnType<typeof alertId>>

/** Why a dossier is stuck, the most urgent first. */
export const alertReasons = [
  'desk-soon',
  'deadline-near',
  'blocked',
  'unclaimed',
  'no-show',
  'question-waits',
  'review-late',
  'returned-often',
  'third-party-late',
  'owner-silent',
  'dinas-silent',
  'permit-ends',
] as const
export type AlertReason = (typeof alertReasons)[number]
export const alertReason = () => z.enum(alertReasons)

/** In what the number of a rule is counted; a rule without one holds at once. */
export const units = {
  'desk-soon': 'days',
  'deadline-near': 'working-days',
  blocked: 'none',
  unclaimed: 'working-days',
  'no-show': 'none',
  'question-waits': 'working-days',
  'review-late': 'working-days',
  'returned-often': 'times',
  'third-party-late': 'days',
  'owner-silent': 'days',
  'dinas-silent': 'days',
  'permit-ends': 'none',
} as const satisfies Record<AlertReason, 'days' | 'working-days' | 'times' | 'none'>

/** What may not wait for the next morning. */
const urgent: readonly AlertReason[] = ['desk-soon', 'deadline-near']
export const isUrgent = (reason: AlertReason): boolean => urgent.includes(reason)

/** No rule waits longer than this. */
export const LONGEST_AFTER = 60

const rule = z.strictObject({ on: z.boolean(), after: z.int().min(0).max(LONGEST_AFTER) })
export type Rule = z.output<typeof rule>

const workingDays = z.int().min(1).max(20)
/** A version of the rules. */
const alertRules = z.strictObject({
  reasons: z.record(alertReason(), rule),
  /** Of the gates, the share in percent that must be there before a visit to the desk. */
  gatesBeforeDesk: z.int().min(0).max(100),
  /** Working days after which an alert that nobody took climbs, and after which whoever took it is asked again. */
  climbsAfter: workingDays,
  asksAfter: workingDays,
  /** Days without an act after which an owner is reminded. */
  nudges: z.array(z.int().min(1).max(60)).max(5),
})
export type AlertRules = z.output<typeof alertRules>

/** As the domain proposes them, until an admin says otherwise. */
export const proposed: AlertRules = {
  reasons: {
    'desk-soon': { on: true, after: 3 },
    'deadline-near': { on: true, after: 5 },
    blocked: { on: true, after: 0 },
    unclaimed: { on: true, after: 5 },
    'no-show': { on: true, after: 0 },
    'question-waits': { on: true, after: 1 },
    'review-late': { on: true, after: 2 },
    'returned-often': { on: true, after: 2 },
    'third-party-late': { on: true, after: 1 },
    'owner-silent': { on: true, after: 7 },
    'dinas-silent': { on: true, after: 14 },
    'permit-ends': { on: true, after: 0 },
  },
  gatesBeforeDesk: 80,
  climbsAfter: 2,
  asksAfter: 3,
  nudges: [5, 10, 15],
}

/** What counts for all reasons, and is changed as numbers. */
export const ruleNumbers = ['gatesBeforeDesk', 'climbsAfter', 'asksAfter', 'nudges'] as const
export type RuleNumber = (typeof ruleNumbers)[number]
export const ruleNumber = () => z.enum(ruleNumbers)

/** Reads what an admin typed for one of them: a number, or the days of the reminders, each later than the one before. */
export function readRuleNumber(which: RuleNumber, typed: string): Partial<AlertRules> | undefined {
  const numbers = (typed.match(/\d{1,4}/g) ?? []).map(Number)
  const isRising = numbers.every((each, at) => at === 0 || each > (numbers[at - 1] ?? 0))
  if (numbers.length === 0 || !isRising || (which !== 'nudges' && numbers.length > 1)) return undefined
  const read = alertRules.shape[which].safeParse(which === 'nudges' ? numbers : numbers[0])
  return read.success ? { [which]: read.data } : undefined
}

/** A version as it was kept; what a later release added is as proposed. */
export function readRules(body: unknown): AlertRules {
  const { reasons, ...rest } = keptRules.parse(body)
  return alertRules.parse({ ...proposed, ...rest, reasons: { ...proposed.reasons, ...reasons } })
}
const keptRules = z.looseObject({ reasons: z.record(z.string(), z.unknown()) })

/** A dossier as far as it may be stuck. */
export interface StuckFacts {
  standing: 'candidate' | 'nominated'
  createdAt: Date
  ownerDeadline: Date
  portalDeadline: Date
  fieldVisitUntil: LocalDate
  /** Everything somebody must do, the most pressing first. */
  turns: readonly Turn[]
  /** The owner's gates: how many there are, and how many were sent. */
  gates: { total: number; sent: number }
  items: readonly StuckItem[]
  /** Since when the owner cannot be reached. */
  blockedAt: Date | undefined
  /** The owner agreed once, or an officer fills in for them. */
  isClaimed: boolean
  /** Somebody may look at all: the owner did not withdraw. */
  isFrozen: boolean
  /** The next visit to a desk. */
  visitAt: Date | undefined
  /** When the last visit did not take place, if no other is booked. */
  missedAt: Date | undefined
  /** Since when a question of the owner waits for an answer. */
  waitingSince: Date | undefined
}

export interface StuckItem {
  id: ItemId
  state: ItemState
  since: Date
  until: LocalDate | undefined
  /** How often it came back. */
  returns: number
  expires: LocalDate | undefined
}

/** The working times a dossier is measured by: of its office, and of the officer who looks after it. */
export interface Clocks {
  office: WorkingTime
  officer: WorkingTime
}

/** Something that makes a dossier stuck, from a moment on. */
export interface Cause {
  reason: AlertReason
  at: Date
  itemId?: ItemId
}

type Check = (facts: StuckFacts, rule: Rule, rules: AlertRules, clocks: Clocks) => Omit<Cause, 'reason'> | undefined

const checks: Record<AlertReason, Check> = {
  'desk-soon': ({ visitAt, gates }, { after }, { gatesBeforeDesk }) =>
    visitAt && gates.sent * 100 < gates.total * gatesBeforeDesk
      ? { at: atWib(daysAfter(localDate(visitAt), -after), '00:00') }
      : undefined,
  'deadline-near': ({ ownerDeadline, gates }, { after }, _, { office }) =>
    gates.sent < gates.total
      ? { at: office.opening(atWib(office.dayAfter(localDate(ownerDeadline), -after), '00:00')) }
      : undefined,
  blocked: ({ blockedAt }) => blockedAt && { at: blockedAt },
  unclaimed: ({ isClaimed, createdAt, standing }, { after }, _, { office }) =>
    isClaimed || standing !== 'nominated' ? undefined : from(dueAfter(office, createdAt, after)),
  'no-show': ({ missedAt }) => missedAt && { at: missedAt },
  'question-waits': ({ waitingSince }, { after }, _, { office }) =>
    waitingSince && from(dueAfter(office, waitingSince, after)),
  'review-late': ({ turns }, { after }, _, { officer }) =>
    earliest(turns, 'officer', ({ since }) => dueAfter(officer, since, after)),
  'returned-often': ({ items }, { after }) =>
    firstItem(items, ({ state, returns, since }) => (state === 'returned' && returns >= after ? since : undefined)),
  'third-party-late': ({ items }, { after }) =>
    firstItem(items, ({ state, until }) =>
      state === 'waiting' && until ? atWib(daysAfter(until, after), '00:00') : undefined,
    ),
  'owner-silent': ({ turns: [first], gates }, { after }) =>
    first?.actor === 'owner' && gates.sent < gates.total ? of(first, later(first.since, days(after))) : undefined,
  'dinas-silent': ({ turns }, { after }) =>
    earliest(turns, 'dinas', ({ reason, since }) => (reason === 'to-prepare' ? later(since, days(after)) : undefined)),
  'permit-ends': ({ items, fieldVisitUntil }) =>
    firstItem(items, ({ expires, since, state }) =>
      expires && expires < fieldVisitUntil && state !== 'not-applicable' ? since : undefined,
    ),
}

/** What concerns officers of those who are not admitted yet: only what waits for an officer. */
const forCandidates: readonly AlertReason[] = ['question-waits', 'review-late']

/** Everything that makes a dossier stuck, now or from a later moment on if nothing happens. */
export function causesOf(facts: StuckFacts, rules: AlertRules, clocks: Clocks, now: Date): Cause[] {
  if (facts.isFrozen && facts.isClaimed) return []
  if (facts.portalDeadline <= now) return []
  return alertReasons.flatMap((reason): Cause[] => {
    const each = rules.reasons[reason]
    if (!each.on || (facts.standing === 'candidate' && !forCandidates.includes(reason))) return []
    // Whoever never came has not agreed: there is nothing that could be looked at, and one thing to do.
    if (!facts.isClaimed && reason !== 'unclaimed') return []
    const found = checks[reason](facts, each, rules, clocks)
    return found ? [{ reason, ...found }] : []
  })
}

const from = (at: Date | undefined): Omit<Cause, 'reason'> | undefined => at && { at }

/** So many working days later; undefined beyond the reach of the calendar, where no answer would be true. */
function dueAfter(time: WorkingTime, at: Date, days: number): Date | undefined {
  try {
    return time.daysAfter(at, days)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const of = ({ itemId }: Turn, at: Date): Omit<Cause, 'reason'> => (itemId === undefined ? { at } : { at, itemId })

function earliest(
  turns: readonly Turn[],
  actor: Turn['actor'],
  when: (turn: Turn) => Date | undefined,
): Omit<Cause, 'reason'> | undefined {
  const found = turns.flatMap((turn) => {
    const at = turn.actor === actor ? when(turn) : undefined
    return at ? [of(turn, at)] : []
  })
  return found.toSorted((a, b) => a.at.getTime() - b.at.getTime())[0]
}

function firstItem(
  items: readonly StuckItem[],
  when: (item: StuckItem) => Date | undefined,
): Omit<Cause, 'reason'> | undefined {
  const found = items.flatMap((item) => {
    const at = when(item)
    return at ? [{ at, itemId: item.id }] : []
  })
  return found.toSorted((a, b) => a.at.getTime() - b.at.getTime())[0]
}

/** When the next reminder of an owner is due, whose clock runs since `since` and who got `sent` already. */
export function nudgeAt(since: Date, sent: number, { nudges }: AlertRules): Date | undefined {
  const after = nudges.toSorted((a, b) => a - b)[sent]
  return after === undefined ? undefined : later(since, days(after))
}
