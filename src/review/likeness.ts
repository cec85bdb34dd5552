import type { z } from 'zod'
import type { Sign } from '../dossier/likeness.ts'
import type { BusinessId, DossierId } from '../dossier/rules.ts'
import type { PersonId, Subject } from '../people/rules.ts'
import { rowId } from '../platform/id.ts'

// Two registrations that resemble each other, for an officer to decide once whether they are one.

export const likenessId = () => rowId().brand<'LikenessId'>()
export type LikenessId = z.output<ReturnType<typeof likenessId>>

export interface Registered {
  businessId: BusinessId
  dossierId: DossierId
  ownerId: PersonId
  business: string
  owner: string
  regionName: string
  registeredAt: Date
  /** Papers sent in. */
  papers: number
  subject: Subject
  /** Nominated by the dinas, and nobody has come yet: there is no consent that could have been withdrawn. */
  isUnclaimed: boolean
}

export interface Likeness {
  id: LikenessId
  sign: Sign
  /** Which of the two is kept when they are the same. */
  older: Registered
  newer: Registered
}

export type LikenessVerdict = 'same' | 'other'
export type JoinRefusal = 'not-yours' | 'decided-already' | 'works-here'
