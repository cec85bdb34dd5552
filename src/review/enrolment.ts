import type { z } from 'zod'
import type { Commodity } from '../dossier/catalogue.ts'
import type { BusinessId, DossierId } from '../dossier/rules.ts'
import type { PersonId, RegionCode } from '../people/rules.ts'
import { rowId } from '../platform/id.ts'

// How an officer takes in an owner without Telegram: answer by answer, each a row, and nobody before the form is confirmed.

export const enrolmentId = () => rowId().brand<'EnrolmentId'>()
export type EnrolmentId = z.output<ReturnType<typeof enrolmentId>>

/** The photo of the signed form, where Telegram keeps it. */
export interface Form {
  fileId: string
  kind: 'photo' | 'document'
}

export interface Enrolment {
  id: EnrolmentId
  officerId: PersonId
  owner: string | undefined
  business: string | undefined
  region: { code: RegionCode; name: string } | undefined
  commodity: Commodity | undefined
  form: Form | undefined
  /** What came of it, once it was confirmed. */
  made: { businessId: BusinessId; dossierId: DossierId | undefined } | undefined
}

/** One that lacks nothing any more. */
export type WholeEnrolment = Enrolment &
  Required<{ [Told in 'owner' | 'business' | 'region' | 'commodity' | 'form']: NonNullable<Enrolment[Told]> }>

export type EnrolStep = 'owner' | 'business' | 'region' | 'commodity' | 'form'

/** What is still to be told, or undefined when it only has to be confirmed. */
export const nextEnrolStep = (enrolment: Enrolment): EnrolStep | undefined =>
  (['owner', 'business', 'region', 'commodity', 'form'] as const).find((step) => enrolment[step] === undefined)

export const isWhole = (enrolment: Enrolment): enrolment is WholeEnrolment => nextEnrolStep(enrolment) === undefined

/** How long one that was not finished is kept. */
export const ENROLMENT_DAYS = 7
