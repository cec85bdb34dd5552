import type { DayHours } from '../calendar/rules.ts'
import { atWib, type LocalDate, later, minutes } from '../platform/time.ts'

// From the hours of a day to its slots and seats.

/** What the slots of a day are laid out from. */
export interface DayPlan extends DayHours {
  day: LocalDate
  slotMinutes: number
  tables: number
  /** In percent of the day's seats, rounded down. */
  walkInShare: number
}

export interface PlannedSlot {
  startsAt: Date
  endsAt: Date
  /** How many of its tables are kept for people who come without a booking: those with the highest numbers. */
  walkIns: number
}

/**
 * The slots of a day: one after the other from the opening, none reaching into the break or past the closing. Seats for
 * walk-ins are spread evenly, so that nobody who just comes waits half a day.
 */
export function layOut({ day, opens, closes, break: pause, slotMinutes, tables, walkInShare }: DayPlan): PlannedSlot[] {
  const stretches = pause
    ? [
        [opens, pause.from],
        [pause.until, closes],
      ]
    : [[opens, closes]]
  const starts = stretches.flatMap(([from = '', until = '']) => {
    const [begin, end] = [atWib(day, from), atWib(day, until)]
    const count = Math.floor((end.getTime() - begin.getTime()) / minutes(slotMinutes))
    return Array.from({ length: Math.max(0, count) }, (_, index) => later(begin, minutes(slotMinutes * index)))
  })
  const kept = Math.floor((tables * starts.length * walkInShare) / 100)
  const keptBefore = (index: number): number => Math.floor((kept * index) / starts.length)
  return starts.map((startsAt, index) => ({
    startsAt,
    endsAt: later(startsAt, minutes(slotMinutes)),
    walkIns: keptBefore(index + 1) - keptBefore(index),
  }))
}
