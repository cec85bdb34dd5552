import type { Requirement } from './catalogue.ts'

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
  // Answers are taken back to be given anew; a paper stays until the next one replaces it.
  submitted: ['submitted', 'started'],
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
  if (from === 'submitted' && to === 'started' && requirement.kind !== 'data') return false
  return by === 'officer' || by === sideOf(requirement)
}

function isStateOf(state: ItemState, { kind, level }: Requirement): boolean {
  if (state === 'not-applicable-asked' || state === 'not-applicable') return level === 'wajib_bersyarat'
  if (state === 'received') return kind === 'physical'
  return kind !== 'physical' || state === 'open' || state === 'waiting' || state === 'returned'
}

/** Who prepares it. */
export const sideOf = ({ preparedBy }: Requirement): 'owner' | 'dinas' => (preparedBy === 'pemilik' ? 'owner' : 'dinas')

/** Whether the owner may still do something about an item in this state. */
export const isOpenToOwner = (state: ItemState): boolean => !settled.includes(state) && state !== 'not-applicable-asked'

/** Nothing is expected of anybody any more. */
export const settled: readonly ItemState[] = ['accepted', 'received', 'not-applicable']
/** Whether the maker has done their part; what an officer sent back is missing again. */
export const isSent = (state: ItemState): boolean =>
  settled.includes(state) || state === 'submitted' || state === 'not-applicable-asked'
