import { type LocalDate, localDate } from '../platform/time.ts'
import type { Requirement } from './catalogue.ts'
import { isSent, settled } from './item-states.ts'
import type { Goal } from './requirements.ts'

/** Who acts for which reason; the most pressing reason stands first. */
const actors = {
  returned: 'owner',
  'day-passed': 'owner',
  'to-answer': 'owner',
  'to-send': 'owner',
  'to-check': 'officer',
  'to-rule': 'officer',
  'to-decide': 'officer',
  'to-prepare': 'dinas',
  'to-hand-over': 'owner',
  expected: 'third-party',
  'after-the-rest': 'dinas',
  complete: 'nobody',
} as const
export type ActReason = keyof typeof actors
const pressing = Object.keys(actors)

export interface Act {
  actor: (typeof actors)[ActReason]
  reason: ActReason
  goal?: Goal
  until?: LocalDate
}

/** Who must act next, and why. Gates come first; of the others only what was sent in concerns anybody. */
export const whoActs = (goals: readonly Goal[], now: Date): Act =>
  actsOf(goals, now)[0] ?? { actor: 'nobody', reason: 'complete' }

/** Everything somebody must do, the most pressing first. */
export function actsOf(goals: readonly Goal[], now: Date): Act[] {
  const today = localDate(now)
  const found = goals.flatMap((goal): Act[] => {
    const reason = reasonOf(goal, goals, today)
    if (!reason || (!goal.gate && !['returned', 'to-check', 'to-rule'].includes(reason))) return []
    const until = untilOf(goal)
    return [{ actor: actors[reason], reason, goal, ...(until ? { until } : {}) }]
  })
  const rank = ({ reason, goal }: Act) => pressing.indexOf(reason) + (goal?.gate ? 0 : pressing.length)
  return found.toSorted((a, b) => rank(a) - rank(b) || (a.until ?? '').localeCompare(b.until ?? ''))
}

function reasonOf(goal: Goal, goals: readonly Goal[], today: LocalDate): ActReason | undefined {
  const { state, question, side } = goal
  if (question) return question.unsure ? 'to-decide' : 'to-answer'
  if (settled.includes(state)) return undefined
  if (state === 'submitted') return 'to-check'
  if (state === 'not-applicable-asked') return 'to-rule'
  if (side === 'dinas')
    return isLast(goal) && goals.some((each) => isUnfinishedBefore(each)) ? 'after-the-rest' : 'to-prepare'
  if (state === 'returned') return 'returned'
  const isDue = isDayOver(goal, today)
  if (state === 'waiting' && !isDue) return goal.requirements[0].kind === 'physical' ? 'to-hand-over' : 'expected'
  if (state !== 'started' && !goal.requirements.some((each) => isReady(each, goals))) return undefined
  return state === 'waiting' ? 'day-passed' : 'to-send'
}

const isLast = ({ requirements: [first] }: Goal): boolean => first.kind === 'letter' && first.prepared === 'last'
const isUnfinishedBefore = (goal: Goal): boolean =>
  goal.gate && !isLast(goal) && (goal.question !== undefined || !settled.includes(goal.state))
/** The first day something of it is expected. */
const untilOf = ({ items }: Goal): LocalDate | undefined =>
  items.flatMap(({ state, until }) => (state === 'waiting' && until ? [until] : [])).sort()[0]
const isDayOver = (goal: Goal, today: LocalDate): boolean => (untilOf(goal) ?? today) <= today

/** Whether a requirement can be had at all: what it needs was sent, or is not asked of this business. */
export const isReady = ({ needs }: Requirement, goals: readonly Goal[]): boolean =>
  needs.every(
    (need) => !goals.some(({ requirements, state }) => !isSent(state) && requirements.some(({ id }) => id === need)),
  )
