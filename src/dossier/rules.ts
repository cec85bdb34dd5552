import { z } from 'zod'
import type { PersonId, RegionCode, Subject } from '../people/rules.ts'
import { rowId } from '../platform/id.ts'
import type { BusinessForm, Commodity, PaperKind, Requirement } from './catalogue.ts'
import type { Values } from './fields.ts'
import type { ItemState } from './item-states.ts'
import type { Answer, Item } from './requirements.ts'

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

/** The name of a field or a question of the catalogue. */
export const fieldName = () => z.string().regex(/^[a-z_-]{2,24}$/)
/** A number that is offered instead of the one typed; as the answer to a question it is a short one. */
export const offeredNumber = () => z.string().regex(/^[A-Z0-9]{5,24}$/)
export const offeredAnswer = () => z.string().regex(/^[A-Z0-9]{5,16}$/)

const paperReasons = [
  ...(['blurred', 'cut-off', 'expired', 'names-differ', 'wrong-paper', 'number-invalid'] as const),
  'other',
] as const
const dataReasons = ['incomplete', 'no-figures', 'not-matching', 'other'] as const
export type ReturnReason = (typeof paperReasons | typeof dataReasons)[number]
export const returnReasons: readonly ReturnReason[] = [...new Set([...paperReasons, ...dataReasons])]
export const returnReason = () => z.enum(returnReasons)

/** Why something of this kind may be returned: answers are never blurred, and a paper never lacks figures. */
export const returnReasonsOf = (kind: Requirement['kind']): readonly ReturnReason[] =>
  kind === 'data' ? dataReasons : paperReasons

/** An item as its owner sees it: how far it is, what was answered, why it came back. */
export interface OwnItem extends Item {
  /** Pages of what is being prepared; of what was sent when nothing is. */
  pages: number
  /** Something newer than what was sent is being prepared. */
  drafting: boolean
  values: Values
  reason?: { code: ReturnReason; words?: string }
}

/** Where an owner stands: what was already told about the business, and the dossier of the open cycle. */
export interface Standing {
  ownerId: PersonId
  /** The owner's, who need not be the one who looks. */
  name: string | undefined
  business: Business | undefined
  /** What permission to this business depends on. */
  subject: Subject | undefined
  /** All those whose papers the one who looks may fill in as owner or companion. */
  businesses: OwnBusiness[]
  /** Files of the one who looks that nobody has said of which papers they are. */
  unsorted: number
  dossier: Dossier | undefined
  cycleOpen: boolean
}

export interface OwnBusiness {
  id: BusinessId
  name: string
  /** For whom somebody else fills in. */
  owner?: string
}

export interface Business {
  id: BusinessId
  name: string
  region: { code: RegionCode; name: string } | undefined
  commodity: Commodity | undefined
  form: BusinessForm | 'unsure' | undefined
}

/** A dossier apart from its items. */
export interface DossierFacts {
  id: DossierId
  catalogueVersion: number
  officer: string | undefined
  ownerDeadline: Date
  switchedOn: string[]
  answers: Record<string, Answer>
}

export interface Dossier extends DossierFacts {
  items: OwnItem[]
}

/** What an owner is to do next, from what the rows say: no dialogue remembers it. */
export type NextStep =
  | { ask: 'own-name' }
  | { ask: 'business-name' }
  | { ask: 'region' | 'commodity'; business: Business }
  | { wait: 'no-cycle'; business: Business }
  | { home: Dossier; business: Business & { commodity: Commodity } }

export function nextStep({ name, business, dossier }: Standing): NextStep {
  if (name === undefined) return { ask: 'own-name' }
  if (!business) return { ask: 'business-name' }
  if (!business.region) return { ask: 'region', business }
  const { commodity } = business
  if (!commodity) return { ask: 'commodity', business }
  return dossier ? { home: dossier, business: { ...business, commodity } } : { wait: 'no-cycle', business }
}

export type PaperRefusal = 'empty' | 'too-big' | 'wrong-kind' | 'locked-pdf'

/** Whether a file may stand for a requirement at all; whether it is the right paper, an officer decides. */
export function whyNotPaper(
  kind: PaperKind | 'locked-pdf' | undefined,
  accepts: readonly PaperKind[],
): PaperRefusal | undefined {
  if (kind === 'locked-pdf') return 'locked-pdf'
  return kind === undefined || !accepts.includes(kind) ? 'wrong-kind' : undefined
}

/** Why an item cannot be filled in now. */
export type FillRefusal = 'not-yours' | 'accepted-already'
export type PageRefusal = FillRefusal | PaperRefusal | 'same-as-returned' | 'no-more-pages'

const closed: readonly ItemState[] = ['accepted', 'received']

/** What an officer accepted is not changed by the owner any more. */
export const whyNotFill = (state: ItemState): 'accepted-already' | undefined =>
  closed.includes(state) ? 'accepted-already' : undefined

/** Why a decision is no longer to be made: a colleague made it, or the one who asks, or the owner changed something. */
export type Settled = 'decided-already' | 'decided-by-you' | 'owner-changed'
export type DecideRefusal = 'not-yours' | 'replaced' | 'name-unruled' | Settled

/** Whether a submission may be decided on: it must be the newest, and still wait. */
export function whyNotDecide(
  submission: { replaced: boolean },
  state: ItemState,
): 'replaced' | 'decided-already' | undefined {
  if (submission.replaced) return 'replaced'
  return state === 'submitted' ? undefined : 'decided-already'
}

export type UndoRefusal = 'not-yours' | 'acted-upon'

/** A decision can be undone until somebody acted on it: the owner by sending anew, or by beginning to. */
export const whyNotUndo = (submission: { replaced: boolean; begunAnew: boolean }): 'acted-upon' | undefined =>
  submission.replaced || submission.begunAnew ? 'acted-upon' : undefined
