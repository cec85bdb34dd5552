import { type LocalDate, localDate } from '../platform/time.ts'
import type { BusinessForm, Catalogue, Commodity, Group, Question, Requirement, RequirementOf } from './catalogue.ts'
import { isGate, variablesOf } from './catalogue.ts'
import type { ItemId } from './rules.ts'

/**
 * What has become of a requirement. `started`: something of it is there, but it is not sent in. `waiting`: it comes from
 * somebody else, or is handed over, on a day. `received`: an officer holds the sample.
 */
export type ItemState =
  | 'open'
  | 'started'
  | 'waiting'
  | 'submitted'
  | 'returned'
  | 'accepted'
  | 'received'
  | 'not-applicable-asked'
  | 'not-applicable'

/** On whose side one acts: an officer who fills in for an owner acts on the owner's. */
export type Side = 'owner' | 'officer' | 'dinas'

type Moves = Partial<Record<ItemState, readonly ItemState[]>>

const preparing: Moves = {
  open: ['started', 'waiting', 'submitted', 'not-applicable-asked'],
  started: ['open', 'waiting', 'submitted', 'not-applicable-asked'],
  waiting: ['open', 'started', 'waiting', 'submitted', 'not-applicable-asked'],
  submitted: ['submitted'],
  returned: ['waiting', 'submitted', 'not-applicable-asked'],
  'not-applicable-asked': ['open', 'started', 'submitted'],
  'not-applicable': ['started', 'submitted'],
}

const moves: Record<Side, Moves> = {
  owner: preparing,
  dinas: preparing,
  officer: {
    open: ['received'],
    waiting: ['received'],
    submitted: ['accepted', 'returned'],
    returned: ['submitted', 'received'],
    accepted: ['submitted', 'returned'],
    received: ['open', 'returned'],
    'not-applicable-asked': ['not-applicable', 'open'],
    'not-applicable': ['not-applicable-asked'],
  },
}

/** Whether an item of this requirement may go from one state to another by somebody on this side. */
export function mayMove(from: ItemState, to: ItemState, by: Side, requirement: Requirement): boolean {
  if (!moves[by][from]?.includes(to) || !isStateOf(to, requirement)) return false
  return by === 'officer' || by === sideOf(requirement)
}

function isStateOf(state: ItemState, { kind, level }: Requirement): boolean {
  if (state === 'not-applicable-asked' || state === 'not-applicable') return level === 'wajib_bersyarat'
  if (state === 'received') return kind === 'physical'
  return kind !== 'physical' || state === 'open' || state === 'waiting' || state === 'returned'
}

const sideOf = ({ preparedBy }: Requirement): 'owner' | 'dinas' => (preparedBy === 'pemilik' ? 'owner' : 'dinas')

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
/** Whether the owner may still do something about an item in this state. */
export const isOpenToOwner = (state: ItemState): boolean => !settled.includes(state) && state !== 'not-applicable-asked'

const settled: readonly ItemState[] = ['accepted', 'received', 'not-applicable']
/** Whether the maker has done their part; what an officer sent back is missing again. */
const isSent = (state: ItemState): boolean =>
  settled.includes(state) || state === 'submitted' || state === 'not-applicable-asked'

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
    counts[question ? 'open' : parts[state]]++
  }
  return counts
}

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
  const found = goals.flatMap((goal): Act[] => {
    const reason = reasonOf(goal, goals, localDate(now))
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
const isReady = ({ needs }: Requirement, goals: readonly Goal[]): boolean =>
  needs.every(
    (need) => !goals.some(({ requirements, state }) => !isSent(state) && requirements.some(({ id }) => id === need)),
  )

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
  const up = goals.filter(({ side }) => side === 'owner').flatMap((goal) => upOf(goal, goals, localDate(now)))
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

/** The paragraph of a data item; a sentence whose answer is missing is left out. */
export function paragraphOf(
  { paragraph, questions }: RequirementOf<'data'>,
  answers: Readonly<Record<string, string>>,
  language: 'id' | 'en',
): string {
  const said = new Map(questions.map((question) => [question.id, wordsFor(question, answers[question.id], language)]))
  return paragraph
    .map((sentence) => sentence[language])
    .filter((sentence) => variablesOf(sentence).every((name) => said.get(name)))
    .map((sentence) => sentence.replace(/\{(\w+)\}/g, (_, name: string) => said.get(name) ?? ''))
    .join(' ')
}

/** An answer as it stands in the paragraph: the words for a button, typed ones without the full stop the sentence has itself. */
function wordsFor(question: Question, answer: string | undefined, language: 'id' | 'en'): string | undefined {
  if (question.answer === 'choice') return question.options.find(({ id }) => id === answer)?.said[language]
  if (question.answer === 'yes-no')
    return answer === 'yes' || answer === 'no' ? question.said[answer][language] : undefined
  return answer?.trim().replace(/[.\s]+$/, '')
}
