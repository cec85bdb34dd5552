import type { PersonId, RegionCode, Subject } from './rules.ts'

/** A row of the view `subject`. */
export interface SubjectRow {
  ownerId: PersonId
  region: RegionCode | null
  frozen: boolean
  offline: boolean
  companions: PersonId[]
}

/** What a row of it says, as the rules of permission take it. */
export const subjectIn = ({ ownerId, region, frozen, offline, companions }: SubjectRow): Subject => ({
  ownerId,
  region: region ?? undefined,
  frozen,
  offline,
  companions,
})
