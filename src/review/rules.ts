import type { DecisionId, DossierId, ItemId, ItemState, ReturnReason, SubmissionId } from '../dossier/rules.ts'
import type { PersonId, RegionCode, Subject } from '../people/rules.ts'

/** A dossier with papers waiting for an officer. */
export interface QueuedDossier {
  dossierId: DossierId
  business: string
  waiting: number
}

/** A paper with what an officer must know about it, and what may be done with it. */
export interface ReviewedPaper {
  submissionId: SubmissionId
  dossierId: DossierId
  itemId: ItemId
  requirementId: string
  catalogueVersion: number
  business: string
  owner: string
  regionName: string
  submittedAt: Date
  replaced: boolean
  state: ItemState
  subject: Subject
  file: { id: number; telegramFileId: string; telegramKind: 'photo' | 'document' }
  decision: Decision | undefined
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
}

/** Whether a standing decision is the very one asked for: the same officer pressed the same thing again. */
export const isSameDecision = (standing: Decision, officerId: PersonId, wanted: Verdict): boolean =>
  standing.officerId === officerId &&
  standing.verdict === wanted.verdict &&
  (wanted.verdict === 'accepted' || standing.reason === wanted.reason)

const WORDS = { min: 5, max: 300 }

/** An officer's own words for a return, in order; undefined when too short or too long. */
export function readWords(typed: string): string | undefined {
  const words = typed.replace(/\s+/g, ' ').trim()
  return words.length >= WORDS.min && words.length <= WORDS.max ? words : undefined
}

export const QUEUE_PAGE = 8

/** A page of the queue: its dossiers, and how many there are in all. */
export interface Queue {
  page: number
  total: number
  dossiers: QueuedDossier[]
}

/** Regions as a query takes them; undefined stands for the whole province. */
export type RegionFilter = RegionCode[] | undefined
