import { type DutyDay, labelOf, type Visit } from './visit-rules.ts'

/** A day's list as it is printed: a row for everybody, the result left to be written by hand. */
export interface DayPaper {
  day: DutyDay
  rows: { label: string; startsAt: Date | undefined; business: string; owner: string; code: string; topic: string }[]
}

/** Empty rows for whoever comes without a booking. */
const EMPTY_ROWS = 8

export const paperOf = (day: DutyDay, visits: readonly Visit[]): DayPaper => {
  const walkIns = visits.filter(({ booking }) => !booking).map(({ number }) => number)
  const next = Math.max(0, ...walkIns) + 1
  const empty = Array.from({ length: EMPTY_ROWS }, (_, index) => ({
    ...{ label: labelOf({ number: next + index, booking: undefined }), startsAt: undefined },
    ...{ business: '', owner: '', code: '', topic: '' },
  }))
  return { day, rows: [...visits.map(rowOf), ...empty] }
}

const rowOf = (visit: Visit): DayPaper['rows'][number] => ({
  label: labelOf(visit),
  startsAt: visit.booking?.startsAt,
  business: visit.business,
  owner: visit.owner ?? '',
  code: visit.booking?.code ?? '',
  topic: visit.booking?.topic ?? '',
})
