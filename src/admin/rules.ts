import type { Grant, RegionCode, Role } from '../people/rules.ts'
import type { LocalDate } from '../platform/time.ts'

export type CycleRefusal = 'not-yours' | 'open-already' | 'deadlines-crossed' | 'deadline-past'

/** Cycles are called by the year of the award. */
export const cycleName = (ownerDeadline: LocalDate): string => `OVOP ${ownerDeadline.slice(0, 4)}`

/** Owners must have time left, and the dinas must be able to enter what came on the last day. */
export function whyNotOpenCycle(ownerDeadline: Date, portalDeadline: Date, now: Date): CycleRefusal | undefined {
  if (ownerDeadline <= now) return 'deadline-past'
  return portalDeadline < ownerDeadline ? 'deadlines-crossed' : undefined
}

/** Which roles belong to a region; admins work for the whole province. */
export const isRegional = (role: Role): boolean => role !== 'admin'

export const grantOf = (role: Role, region: RegionCode | 'all'): Grant => ({
  role,
  regions: region === 'all' ? [] : [region],
})
