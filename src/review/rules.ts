import type { Values } from '../dossier/fields.ts'
import type { ItemState } from '../dossier/item-states.ts'
import type { BusinessId, DecisionId, DossierId, ItemId, ReturnReason, SubmissionId } from '../dossier/rules.ts'
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

/** What else an officer rules on in a dossier: a requirement said not to apply, or a sample to be handed over. */
export interface DossierTasks {
  dossierId: DossierId
  businessId: BusinessId
  business: string
  owner: string
  subject: Subject
  catalogueVersion: number
  papersWaiting: number
  /** `alone`: accepted by the very officer who sent it in. */
  items: { id: ItemId; requirementId: string; state: ItemState; alone: boolean }[]
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
