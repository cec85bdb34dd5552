import { type LocalDate, localDate } from '../platform/time.ts'
import { isReady } from './acts.ts'
import type { Group, Requirement } from './catalogue.ts'
import type { Goal, Item } from './requirements.ts'

/** Why an item is next, to be told with it. */
export type NextReason =
  | 'returned'
  | 'begun'
  | 'day-passed'
  | 'first-paper'
  | 'with-penyuluh'
  | 'slowest'
  | 'next'
  | 'extra'

/** The next thing for an owner: an item, a question, or the round "do you have it already?" over the slow goals. */
export type Next =
  | { offer: Item; requirement: Requirement; reason: NextReason }
  | { ask: 'form' }
  | { ask: 'group'; group: Group }
  | { ask: 'owned'; goals: Goal[] }

/** What is up to an owner today: an item, or the question of a goal. */
interface Up {
  goal: Goal
  requirement: Requirement
  item?: Item
}

/** The next thing for an owner, or undefined when nothing is up to them today. What came back is always first. */
export function nextItem(goals: readonly Goal[], now: Date): Next | undefined {
  const today = localDate(now)
  const up = goals.filter(({ side }) => side === 'owner').flatMap((goal) => upOf(goal, goals, today))
  const [gates, extras] = [up.filter(({ goal }) => goal.gate), up.filter(({ goal }) => !goal.gate)]
  return (
    firstOf([...gates, ...extras], ({ goal }) => goal.state === 'returned', 'returned') ??
    nextGate(gates, goals) ??
    firstBegun(extras) ??
    firstOf(extras.toSorted(bySlowness), () => true, 'extra')
  )
}

/** What only adds to the value stays folded while any gate is up to the owner. */
export const areExtrasFolded = (goals: readonly Goal[], now: Date): boolean =>
  nextItem(
    goals.filter(({ gate }) => gate),
    now,
  ) !== undefined

function nextGate(gates: readonly Up[], goals: readonly Goal[]): Next | undefined {
  const first = firstBegun(gates) ?? firstOf(gates, ({ requirement }) => requirement.id === FIRST_PAPER, 'first-paper')
  if (first) return first
  const group = gates.find(({ goal }) => goal.question?.about === 'group')?.goal.group
  if (group) return { ask: 'group', group }
  const unknown = goals.filter(isUnknown)
  if (unknown.length > 0) return { ask: 'owned', goals: unknown }
  const [slowest] = gates.toSorted(bySlowness)
  if (slowest?.goal.question) return { ask: 'form' }
  return (
    slowest &&
    offer(slowest, isRouted(slowest.goal) ? 'with-penyuluh' : isSlow(slowest.requirement) ? 'slowest' : 'next')
  )
}

const FIRST_PAPER = 'ktp_pemilik'

/** Of a goal, the item the owner has already, otherwise the catalogue's first that can be had today. */
function upOf(goal: Goal, goals: readonly Goal[], today: LocalDate): Up[] {
  if (goal.question) return goal.question.unsure ? [] : [{ goal, requirement: goal.requirements[0] }]
  const able = goal.items.flatMap((item) => {
    const requirement = goal.requirements.find(({ id }) => id === item.requirementId)
    const isUp = item.state === goal.state && requirement !== undefined && isUpToOwner(item, requirement, goals, today)
    return isUp ? [{ goal, requirement, item }] : []
  })
  return able.toSorted((a, b) => Number(b.item.owned === 'yes') - Number(a.item.owned === 'yes')).slice(0, 1)
}

/** Prerequisites hold back only what must still be had: what was begun or sent once is there. */
function isUpToOwner(item: Item, requirement: Requirement, goals: readonly Goal[], today: LocalDate): boolean {
  if (item.state === 'returned' || item.state === 'started') return true
  const isTheirs = item.state === 'open' || (item.state === 'waiting' && (item.until ?? today) <= today)
  return isTheirs && isReady(requirement, goals)
}

/** A slow gate of which nobody asked yet whether the owner has it already. */
const isUnknown = ({ side, gate, state, question, requirements, items }: Goal): boolean =>
  side === 'owner' &&
  gate &&
  state === 'open' &&
  !question &&
  requirements.every(isSlow) &&
  items.length > 0 &&
  items.every(({ owned }) => owned === undefined)

/** Of a group whose answer left only the way a penyuluh goes along. */
const isRouted = ({ group, requirements }: Goal): boolean => group?.question !== undefined && requirements.length === 1

const slowness: Record<Requirement['leadTime'], number> = { months: 3, weeks: 2, days: 1, same_day: 0 }
const isSlow = ({ leadTime }: Requirement): boolean => slowness[leadTime] >= slowness.weeks
const bySlowness = (a: Up, b: Up): number => slowness[b.requirement.leadTime] - slowness[a.requirement.leadTime]

const firstBegun = (up: readonly Up[]): Next | undefined =>
  firstOf(up, ({ goal }) => goal.state === 'started', 'begun') ??
  firstOf(up, ({ goal }) => goal.state === 'waiting', 'day-passed')

function firstOf(up: readonly Up[], isIt: (each: Up) => boolean, reason: NextReason): Next | undefined {
  const found = up.find((each) => each.item && isIt(each))
  return found && offer(found, reason)
}

const offer = ({ item, requirement }: Up, reason: NextReason): Next | undefined =>
  item && { offer: item, requirement, reason }
