import type { Requirement } from '../dossier/catalogue.ts'
import type { Values } from '../dossier/fields.ts'
import type { ItemState } from '../dossier/item-states.ts'
import type { Answer } from '../dossier/requirements.ts'
import {
  type Business,
  type BusinessId,
  type DecisionId,
  type DossierId,
  type ItemId,
  type ReturnReason,
  type Settled,
  type SubmissionId,
  whyNotDecide,
} from '../dossier/rules.ts'
import type { PersonId, RegionCode, Subject } from '../people/rules.ts'

/** A dossier with something waiting for an officer. */
export interface QueuedDossier {
  dossierId: DossierId
  business: string
  waiting: number
}

/** What was sent in for an item, with all an officer must know about it, and what may be done with it. */
export interface ReviewedPaper {
  submissionId: SubmissionId
  dossierId: DossierId
  itemId: ItemId
  requirementId: string
  catalogueVersion: number
  business: string
  owner: string
  regionName: string
  /** Who sent it in, when that was not the owner. */
  sender: { id: PersonId; name: string } | undefined
  submittedAt: Date
  replaced: boolean
  /** Since it was decided on, its owner began another. */
  begunAnew: boolean
  state: ItemState
  subject: Subject
  pages: ReviewedPage[]
  values: Values
  decision: Decision | undefined
}

export interface ReviewedPage {
  fileId: number
  telegramFileId: string
  telegramKind: 'photo' | 'document'
}

export interface Decision {
  id: DecisionId
  officerId: PersonId
  verdict: 'accepted' | 'returned'
  reason: ReturnReason | undefined
  words: string | undefined
}

export type Verdict = { verdict: 'accepted' } | { verdict: 'returned'; reason: ReturnReason; words?: string }

/** A decision as it was just made, with the paper it is about. */
export interface Decided {
  paper: ReviewedPaper
  decisionId: DecisionId
  verdict: Verdict
  /** Nobody but this officer looked at it. */
  alone: boolean
}

/** Whether an officer accepts what they sent in themselves, so that nobody else looked at it. */
export const isAlone = ({ sender }: ReviewedPaper, officerId: PersonId, { verdict }: Verdict): boolean =>
  verdict === 'accepted' && sender?.id === officerId

/** Whether a standing decision is the very one asked for: the same officer pressed the same thing again. */
export const isSameDecision = (standing: Decision, officerId: PersonId, wanted: Verdict): boolean =>
  standing.officerId === officerId &&
  standing.verdict === wanted.verdict &&
  (wanted.verdict === 'accepted' || standing.reason === wanted.reason)

/** Why this officer can no longer decide on a paper: somebody did, or its owner changed something. */
export function whyNotReview(paper: ReviewedPaper, officerId: PersonId): 'replaced' | Settled | undefined {
  const refusal = whyNotDecide(paper, paper.state)
  // Taken back to be worked on: there is nothing newer to open yet.
  if (refusal === 'replaced' && paper.state === 'started') return 'owner-changed'
  return refusal === 'decided-already' ? settledBy(paper.decision?.officerId, officerId) : refusal
}

/** Who settled what is asked for: a colleague, the one who asks, or (nobody) its owner. */
export function settledBy(decider: PersonId | undefined, officerId: PersonId): Settled {
  if (decider === undefined) return 'owner-changed'
  return decider === officerId ? 'decided-by-you' : 'decided-already'
}

const WORDS = { min: 5, max: 300 }

/** An officer's own words, in order; undefined when too short or too long. */
export function readWords(typed: string): string | undefined {
  const words = typed.replace(/\s+/g, ' ').trim()
  return words.length >= WORDS.min && words.length <= WORDS.max ? words : undefined
}

export const QUEUE_PAGE = 8

/** A page of a list of dossiers, and how many there are in all. */
export interface Queue {
  page: number
  total: number
  dossiers: QueuedDossier[]
}

/** Regions as a query takes them; undefined stands for the whole province. */
export type RegionFilter = RegionCode[] | undefined

/** What an officer rules on in a dossier: what its owner did not know, what is said not to apply, samples. */
export interface DossierTasks {
  dossierId: DossierId
  businessId: BusinessId
  business: string
  owner: string
  subject: Subject
  catalogueVersion: number
  standing: 'candidate' | 'nominated'
  papersWaiting: number
  form: Business['form']
  /** What was answered to the questions of groups. */
  answers: Readonly<Record<string, Answer>>
  /** `alone`: accepted by the very officer who sent it in. */
  items: { id: ItemId; requirementId: string; state: ItemState; alone: boolean }[]
}

/** What an officer rules on an item without looking at a paper. */
export const rulings = ['received', 'applies', 'not-applicable'] as const
export type Ruling = (typeof rulings)[number]

/** Whether a ruling is still asked for, as an item stands. */
export function isAwaited(ruling: Ruling, state: ItemState, kind: Requirement['kind']): boolean {
  return ruling === 'received'
    ? kind === 'physical' && ['open', 'waiting', 'returned'].includes(state)
    : state === 'not-applicable-asked'
}

/** Why the account of an owner is not moved; of somebody who works here, an admin would have to. */
export type MoveRefusal = 'not-yours' | 'works-here'

/** A link made for an owner's new phone, as the officer hands it on. */
export interface AccountLink {
  token: string
  owner: string
  expiresAt: Date
}

/** Whose papers are to go to another phone. */
export interface MovedOwner {
  dossierId: DossierId
  owner: string
  /** It is their first: until now an officer filled in. */
  offline: boolean
}
