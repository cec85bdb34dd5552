import { z } from 'zod'
import type { PersonId, RegionCode } from '../people/rules.ts'
import { rowId } from '../platform/id.ts'
import { type Catalogue, type Commodity, type PaperKind, type Requirement, requirementOf } from './catalogue.ts'

export const businessId = () => rowId().brand<'BusinessId'>()
export type BusinessId = z.output<ReturnType<typeof businessId>>
export const dossierId = () => rowId().brand<'DossierId'>()
export type DossierId = z.output<ReturnType<typeof dossierId>>
export const itemId = () => rowId().brand<'ItemId'>()
export type ItemId = z.output<ReturnType<typeof itemId>>
export const submissionId = () => rowId().brand<'SubmissionId'>()
export type SubmissionId = z.output<ReturnType<typeof submissionId>>
export const decisionId = () => rowId().brand<'DecisionId'>()
export type DecisionId = z.output<ReturnType<typeof decisionId>>
export const unsortedId = () => rowId().brand<'UnsortedId'>()
export type UnsortedId = z.output<ReturnType<typeof unsortedId>>

/** What has become of a requirement: nothing yet, waiting for the officer, sent back, accepted. */
export type ItemState = 'open' | 'submitted' | 'returned' | 'accepted'

export const returnReasons = [
  'blurred',
  'cut-off',
  'expired',
  'names-differ',
  'wrong-paper',
  'number-invalid',
  'other',
] as const
export type ReturnReason = (typeof returnReasons)[number]
export const returnReason = () => z.enum(returnReasons)

export interface Item {
  id: ItemId
  requirementId: string
  state: ItemState
  /** Why it came back, while it is returned. */
  reason?: { code: ReturnReason; words?: string }
}

/** Where an owner stands: what was already told about the business, and the dossier of the open cycle. */
export interface Standing {
  personId: PersonId
  name: string | undefined
  business: Business | undefined
  dossier: Dossier | undefined
  cycleOpen: boolean
}

export interface Business {
  id: BusinessId
  name: string
  region: { code: RegionCode; name: string } | undefined
  commodity: Commodity | undefined
}

export interface Dossier {
  id: DossierId
  catalogueVersion: number
  officer: string | undefined
  ownerDeadline: Date
  items: Item[]
}

/** What an owner is to do next, from what the rows say: no dialogue remembers it. */
export type NextStep =
  | { ask: 'own-name' }
  | { ask: 'business-name' }
  | { ask: 'region' | 'commodity'; business: Business }
  | { wait: 'no-cycle'; business: Business }
  | { home: Dossier; business: Business }

export function nextStep({ name, business, dossier }: Standing): NextStep {
  if (name === undefined) return { ask: 'own-name' }
  if (!business) return { ask: 'business-name' }
  if (!business.region) return { ask: 'region', business }
  if (!business.commodity) return { ask: 'commodity', business }
  return dossier ? { home: dossier, business } : { wait: 'no-cycle', business }
}

export interface Progress {
  total: number
  accepted: number
  submitted: number
  returned: number
  open: number
}

export function progress(items: readonly Item[]): Progress {
  const count = (state: ItemState) => items.filter((item) => item.state === state).length
  return {
    total: items.length,
    accepted: count('accepted'),
    submitted: count('submitted'),
    returned: count('returned'),
    open: count('open'),
  }
}

export type NextActor = 'owner' | 'officer' | 'nobody'

/** Who must act: the owner while anything is missing or came back, then the officer, in the end nobody. */
export function whoActs(items: readonly Item[]): NextActor {
  const { open, returned, submitted } = progress(items)
  if (open + returned > 0) return 'owner'
  return submitted > 0 ? 'officer' : 'nobody'
}

const slowness: Record<Requirement['leadTime'], number> = { months: 3, weeks: 2, days: 1, same_day: 0 }
const FIRST_PAPER = 'ktp_pemilik'

/**
 * The item an owner should see to next: what came back first; then the KTP, because everybody has it; then what takes
 * longest to get.
 */
export function nextItem(items: readonly Item[], catalogue: Catalogue): Item | undefined {
  const urgency = (item: Item): number => {
    if (item.state === 'returned') return 20
    if (item.requirementId === FIRST_PAPER) return 10
    return slowness[requirementOf(catalogue, item.requirementId).leadTime]
  }
  const theirs = items.filter((item) => item.state === 'open' || item.state === 'returned')
  return theirs.toSorted((a, b) => urgency(b) - urgency(a))[0]
}

/** Why the item after `state` is next, to be told with it. */
export const isSlow = (requirement: Requirement): boolean => slowness[requirement.leadTime] >= slowness.weeks

export type PaperRefusal = 'empty' | 'too-big' | 'wrong-kind' | 'locked-pdf'

/** Whether a file may stand for a requirement at all; whether it is the right paper, an officer decides. */
export function whyNotPaper(
  kind: PaperKind | 'locked-pdf' | undefined,
  accepts: readonly PaperKind[],
): PaperRefusal | undefined {
  if (kind === 'locked-pdf') return 'locked-pdf'
  return kind === undefined || !accepts.includes(kind) ? 'wrong-kind' : undefined
}

export type SubmitRefusal = 'not-yours' | 'accepted-already' | 'same-as-returned' | PaperRefusal

/** Whether an owner may send in a paper; `sameFile` tells that its bytes are those of the paper last sent. */
export function whyNotSubmit(
  state: ItemState,
  sameFile: boolean,
): Extract<SubmitRefusal, 'accepted-already' | 'same-as-returned'> | undefined {
  if (state === 'accepted') return 'accepted-already'
  return state === 'returned' && sameFile ? 'same-as-returned' : undefined
}

export type DecideRefusal = 'not-yours' | 'replaced' | 'decided-already'

/** Whether a submission may be decided on: it must be the newest, and still wait. */
export function whyNotDecide(
  submission: { replaced: boolean },
  state: ItemState,
): Exclude<DecideRefusal, 'not-yours'> | undefined {
  if (submission.replaced) return 'replaced'
  return state === 'submitted' ? undefined : 'decided-already'
}

export type UndoRefusal = 'not-yours' | 'acted-upon'

/** A decision can be undone until somebody acted on it: the owner by sending anew. */
export const whyNotUndo = (submission: { replaced: boolean }): 'acted-upon' | undefined =>
  submission.replaced ? 'acted-upon' : undefined
