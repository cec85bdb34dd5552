import { atWib } from '../platform/time.ts'
import { type Act, type ActReason, actsOf } from './acts.ts'
import type { ItemState } from './item-states.ts'
import type { Goal } from './requirements.ts'
import type { ItemId } from './rules.ts'

// Who must act on a dossier, and since when: the clock runs only against that one.

/** What turns follow from, besides the goals. */
export interface TurnFacts {
  goals: readonly Goal[]
  /** Since when each item is in its state. */
  since: ReadonlyMap<ItemId, Date>
  createdAt: Date
  /** The last thing that the owner's side did. */
  ownerActedAt: Date | undefined
  /** The last thing that an officer decided. */
  decidedAt: Date | undefined
  /** When the owner first said of something that they do not know it. */
  unsureSince: Date | undefined
}

export interface Turn {
  actor: Act['actor']
  reason: ActReason
  itemId?: ItemId
  since: Date
}

/** Everything somebody must do about a dossier, the most pressing first, each with the beginning of its clock. */
export function turnsOf(facts: TurnFacts, now: Date): Turn[] {
  return actsOf(facts.goals, now).map((act) => {
    const { actor, reason, goal } = act
    const itemId = goal && itemOf(goal, reason)
    return { actor, reason, since: sinceOf(act, facts), ...(itemId === undefined ? {} : { itemId }) }
  })
}

/** The first of these turns; nobody's when everything is there. */
export const turnOf = (turns: readonly Turn[], facts: TurnFacts): Turn =>
  turns[0] ?? { actor: 'nobody', reason: 'complete', since: movedAt(facts) }

const latest = (...times: (Date | undefined)[]): Date =>
  new Date(Math.max(...times.map((time) => time?.getTime() ?? 0)))
const movedAt = ({ createdAt, ownerActedAt, decidedAt }: TurnFacts): Date => latest(createdAt, ownerActedAt, decidedAt)

/** The state of the items a reason is about. */
const stateOf: Partial<Record<ActReason, ItemState>> = {
  returned: 'returned',
  'to-check': 'submitted',
  'to-rule': 'not-applicable-asked',
  expected: 'waiting',
  'to-hand-over': 'waiting',
  'day-passed': 'waiting',
}

const itemOf = ({ items, state }: Goal, reason: ActReason): ItemId | undefined =>
  (items.find((item) => item.state === (stateOf[reason] ?? state)) ?? items[0])?.id

/** The owner's clock begins anew with whatever they do; everybody else's with what waits for them. */
function sinceOf({ actor, reason, goal, until }: Act, facts: TurnFacts): Date {
  const began = beganAt(reason, goal, facts, until)
  return actor === 'owner' ? latest(began, facts.ownerActedAt) : began
}

function beganAt(reason: ActReason, goal: Goal | undefined, facts: TurnFacts, until: Act['until']): Date {
  if (reason === 'day-passed' && until) return atWib(until, '00:00')
  if (reason === 'to-decide') return facts.unsureSince ?? facts.createdAt
  if (reason === 'to-prepare') return facts.createdAt
  const state = stateOf[reason]
  const times = (goal?.items ?? []).flatMap((item) => (item.state === state ? [facts.since.get(item.id)] : []))
  const first = times.flatMap((time) => (time ? [time.getTime()] : [])).sort((a, b) => a - b)[0]
  return first === undefined ? movedAt(facts) : new Date(first)
}
