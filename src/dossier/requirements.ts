import type { LocalDate } from '../platform/time.ts'
import { type BusinessForm, type Catalogue, type Commodity, type Group, isGate, type Requirement } from './catalogue.ts'
import { type ItemState, isSent, sideOf } from './item-states.ts'
import type { ItemId } from './rules.ts'

// What is asked of a business, as goals, and how far they are.

export type Answer = 'yes' | 'no' | 'unsure'

/** What decides which requirements a business has. */
export interface Facts {
  commodity: Commodity
  /** `unsure` when the owner could not say: an officer will. */
  form: BusinessForm | 'unsure' | undefined
  /** The `wajib_bersyarat` an admin switched on for the cycle. */
  switchedOn: readonly string[]
  /** What was answered to the questions of groups, by the id of the group. */
  answers: Readonly<Record<string, Answer>>
}

/** What is asked of a business, in the catalogue's own order. A form not known yet asks for no paper of a form. */
export const requirementsFor = (catalogue: Catalogue, facts: Facts): Requirement[] =>
  catalogue.requirements.filter((each) => whetherAsked(catalogue, facts, each) === 'yes')

function whetherAsked({ groups }: Catalogue, facts: Facts, one: Requirement): 'yes' | 'no' | 'form-unknown' {
  const { commodity, form, switchedOn, answers } = facts
  const onYes = groups.find(({ id }) => id === one.group)?.question?.onYes
  const isRuledOut = one.group !== undefined && answers[one.group] === 'yes' && onYes !== undefined && onYes !== one.id
  if (!one.commodities.includes(commodity) || isRuledOut) return 'no'
  if (one.condition === undefined) return 'yes'
  if (one.condition === 'dinas') return switchedOn.includes(one.id) ? 'yes' : 'no'
  if (form === undefined || form === 'unsure') return 'form-unknown'
  return one.condition.form.includes(form) ? 'yes' : 'no'
}

/** An item with what its order depends on. */
export interface Item {
  id: ItemId
  requirementId: string
  state: ItemState
  /** The day it is expected, while it waits. */
  until?: LocalDate
  /** What the owner said when asked whether they have it already. */
  owned?: 'yes' | 'not-yet'
}

/** Something a dossier is to have: one requirement, or any one of a group. */
export interface Goal {
  id: string
  side: 'owner' | 'dinas'
  gate: boolean
  group?: Group
  requirements: [Requirement, ...Requirement[]]
  items: Item[]
  /** That of its item which came farthest. */
  state: ItemState
  /** What must be known first. `unsure`: the owner could not say, an officer will. */
  question?: { about: 'form' | 'group'; unsure: boolean }
}

/** The farthest of several states stands for all; what does not apply stands only for itself. */
const farthest: ItemState[] = [
  ...(['accepted', 'received', 'submitted', 'not-applicable-asked', 'returned'] as const),
  ...(['started', 'waiting', 'open', 'not-applicable'] as const),
]

/** A dossier as its goals, in the catalogue's order. Items no longer asked for are left out; a goal without one is open. */
export function goalsOf(catalogue: Catalogue, facts: Facts, items: readonly Item[]): Goal[] {
  const goals = new Map<string, Goal>()
  for (const requirement of catalogue.requirements) {
    const asked = whetherAsked(catalogue, facts, requirement)
    if (asked === 'no') continue
    const group = catalogue.groups.find(({ id }) => id === requirement.group)
    const id = group?.id ?? requirement.id
    const requirements: Goal['requirements'] = [...(goals.get(id)?.requirements ?? []), requirement]
    const own = requirements.flatMap((each) => items.filter((item) => item.requirementId === each.id))
    goals.set(id, {
      id,
      side: sideOf(requirement),
      gate: isGate(requirement),
      ...(group ? { group } : {}),
      requirements,
      items: own,
      state: farthest.find((state) => own.some((item) => item.state === state)) ?? 'open',
      ...(asked === 'form-unknown' ? { question: { about: 'form', unsure: facts.form === 'unsure' } } : {}),
      ...(group && isGroupOpen(group, facts, own)
        ? { question: { about: 'group', unsure: facts.answers[id] === 'unsure' } }
        : {}),
    })
  }
  return [...goals.values()]
}

/** A group's question need not be answered any more where its `onYes` was sent, which is enough either way. */
function isGroupOpen({ id, question }: Group, { answers }: Facts, items: readonly Item[]): boolean {
  if (!question || answers[id] === 'yes' || answers[id] === 'no') return false
  return !items.some(({ requirementId, state }) => requirementId === question.onYes && isSent(state))
}

const parts = {
  open: 'open',
  started: 'open',
  waiting: 'waiting',
  submitted: 'submitted',
  'not-applicable-asked': 'submitted',
  returned: 'returned',
  accepted: 'accepted',
  received: 'accepted',
} as const satisfies Record<Exclude<ItemState, 'not-applicable'>, string>

/** How many goals there are, and how far they came. What does not apply is not counted. */
export type Tally = Record<'total' | (typeof parts)[keyof typeof parts], number>

/** The gates of the owner, the gates the dinas prepares, and what only adds to the value. */
export function progressOf(goals: readonly Goal[]): Record<'owner' | 'dinas' | 'extras', Tally> {
  const gates = (side: Goal['side']) => goals.filter((goal) => goal.gate && goal.side === side)
  return {
    owner: tally(gates('owner')),
    dinas: tally(gates('dinas')),
    extras: tally(goals.filter(({ gate }) => !gate)),
  }
}

function tally(goals: readonly Goal[]): Tally {
  const counts: Tally = { total: 0, accepted: 0, submitted: 0, returned: 0, waiting: 0, open: 0 }
  for (const { state, question } of goals) {
    if (state === 'not-applicable' || question?.about === 'form') continue
    counts.total++
    counts[question && !question.unsure ? 'open' : parts[state]]++
  }
  return counts
}
