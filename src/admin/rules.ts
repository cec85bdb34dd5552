import type { LocalDate } from '../platform/time.ts'

export type CycleRefusal = 'not-yours' | 'open-already' | 'deadlines-crossed' | 'deadline-past'

/** The days of a cycle that an admin sets. */
export interface CyclePlan {
  /** The last day on which owners' papers are in time. */
  ownerDeadline: LocalDate
  /** The last day on which the dinas can enter proposals on the national portal. */
  portalDeadline: LocalDate
  /** The last day on which assessors may visit: permits must last until then. */
  fieldVisitUntil: LocalDate
}

/** Cycles are called by the year of the award. */
export const cycleName = (ownerDeadline: LocalDate): string => `OVOP ${ownerDeadline.slice(0, 4)}`

interface Deadlines {
  ownerDeadline: Date
  portalDeadline: Date
  fieldVisitUntil: Date
}

/** Owners must have time left, the dinas must be able to enter what came on the last day, and visits come after that. */
export function whyNotOpenCycle(
  { ownerDeadline, portalDeadline, fieldVisitUntil }: Deadlines,
  now: Date,
): CycleRefusal | undefined {
  if (ownerDeadline <= now) return 'deadline-past'
  return portalDeadline < ownerDeadline || fieldVisitUntil < portalDeadline ? 'deadlines-crossed' : undefined
}
