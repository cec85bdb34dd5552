import type { RegionCode } from '../people/rules.ts'
import { hours, type LocalDate, localDate } from '../platform/time.ts'
import type { BookingId } from './rules.ts'

// Days that are moved, and slots, days and desks that are closed: decided by the dinas, and told to whoever has a seat.

/** What is closed as a whole. */
export const targets = ['slot', 'day', 'desk'] as const
export type TargetKind = (typeof targets)[number]
export interface Target {
  what: TargetKind
  id: number
}

export type MoveRefusal = 'day-gone' | 'day-begun' | 'date-past' | 'date-taken' | 'moved-meanwhile'

/** A day of a desk as far as moving it is concerned. */
export interface MovableDay {
  day: LocalDate
  closed: boolean
  /** When its first slot begins; undefined when it has none. */
  startsAt: Date | undefined
  /** Somebody was there already, or noted as absent. */
  hasVisits: boolean
}

/** Why a day may not be moved to the date on which it would begin at `newStart`. */
export function whyNotMove(
  { closed, startsAt, hasVisits }: MovableDay,
  newStart: Date,
  isTaken: boolean,
  now: Date,
): MoveRefusal | undefined {
  if (closed || !startsAt) return 'day-gone'
  if (startsAt <= now || hasVisits) return 'day-begun'
  if (newStart <= now) return 'date-past'
  return isTaken ? 'date-taken' : undefined
}

const SOON = hours(24)

/** Whether something begins so soon that people hear of it at any hour. */
export const isSoon = (startsAt: Date, now: Date): boolean => startsAt.getTime() - now.getTime() < SOON

/** Somebody to be called: why the bot is not enough. */
export type CallReason = 'offline' | 'blocked' | 'silent'

export interface Call {
  bookingId: BookingId
  business: string
  owner: string
  region: RegionCode | undefined
  startsAt: Date
  reason: CallReason
}

/** So many stand on one screen. */
export const CALLS_PAGE = 20

/** The working days before a closed visit from which on its owner is called. */
const CALL_BEFORE = 2

/** Whether it is time to call somebody whose visit was to be on `day`. */
export function isTimeToCall(day: LocalDate, time: { dayAfter(day: LocalDate, count: number): LocalDate }, now: Date) {
  const today = localDate(now)
  return day <= today || time.dayAfter(day, -CALL_BEFORE) <= today
}
