import { z } from 'zod'
import type { DossierId } from '../dossier/rules.ts'
import type { RegionCode, Subject } from '../people/rules.ts'
import { rowId } from '../platform/id.ts'
import { type LocalDate, localDate } from '../platform/time.ts'
import type { BookingId, DayId } from './rules.ts'

// The day of a desk: who is there, who is next, what became of them. Nobody is anything by the clock.

export const visitId = () => rowId().brand<'VisitId'>()
export type VisitId = z.output<ReturnType<typeof visitId>>

export const outcomes = ['done', 'again', 'referred'] as const
export type VisitOutcome = (typeof outcomes)[number]
export const visitOutcome = () => z.enum(outcomes)

/** What an officer says of a visit, one after the other; the last one can be taken back. */
export const acts = ['arrive', 'call', 'finish', 'absent'] as const
export type Act = (typeof acts)[number]
export const act = () => z.enum(acts)

/** A day of a desk, as those see it who work there. */
export interface DutyDay {
  id: DayId
  day: LocalDate
  title: string
  venue: string | undefined
  /** The regions of the desk's zone. */
  regions: RegionCode[]
}

export interface VisitBooking {
  id: BookingId
  code: string
  startsAt: Date
  tableNo: number
  topic: string | undefined
  /** The slot, its day or its desk was closed. */
  closed: boolean
}

/** Somebody on the list of a day. */
export interface Visit {
  id: VisitId
  dayId: DayId
  number: number
  /** Undefined of a walk-in. */
  booking: VisitBooking | undefined
  dossierId: DossierId | undefined
  /** The name of the business, or what a walk-in without a dossier said. */
  business: string
  owner: string | undefined
  subject: Subject | undefined
  arrivedAt: Date | undefined
  calledAt: Date | undefined
  finishedAt: Date | undefined
  absentAt: Date | undefined
  outcome: VisitOutcome | undefined
  notes: string | undefined
  rebookAskedAt: Date | undefined
}

export type Stage = 'expected' | 'waiting' | 'serving' | 'done' | 'absent'
type Times = Pick<Visit, 'arrivedAt' | 'calledAt' | 'finishedAt' | 'absentAt'>

export function stageOf({ arrivedAt, calledAt, finishedAt, absentAt }: Times): Stage {
  if (absentAt) return 'absent'
  if (finishedAt) return 'done'
  if (calledAt) return 'serving'
  return arrivedAt ? 'waiting' : 'expected'
}

/** The act by which a visit came to where it is. */
export const lastAct: Record<Stage, Act | undefined> = {
  expected: undefined,
  waiting: 'arrive',
  serving: 'call',
  done: 'finish',
  absent: 'absent',
}

/** Where the time of an act stands. */
export const timeOf = {
  arrive: 'arrivedAt',
  call: 'calledAt',
  finish: 'finishedAt',
  absent: 'absentAt',
} as const satisfies Record<Act, keyof Times>

/** How a visit is called on the list, on paper and on the screen of the desk: 7, W02. */
export const labelOf = ({ number, booking }: Pick<Visit, 'number' | 'booking'>): string =>
  booking ? String(number) : `W${String(number).padStart(2, '0')}`

export type ActRefusal = 'too-early' | 'is-absent' | 'not-there' | 'settled'

/** From where each act leads on. What is done already is done: that is told by `isDone`. */
const leadsFrom: Record<Act, readonly Stage[]> = {
  arrive: ['expected'],
  call: ['waiting'],
  finish: ['waiting', 'serving'],
  absent: ['expected', 'waiting'],
}

/** Whether the act was done before, so that doing it again changes nothing. */
export function isDone(act: Act, visit: Times & Pick<Visit, 'outcome'>, outcome?: VisitOutcome): boolean {
  const stage = stageOf(visit)
  switch (act) {
    case 'arrive':
      return stage === 'waiting' || stage === 'serving' || stage === 'done'
    case 'call':
      return stage === 'serving'
    case 'finish':
      return stage === 'done' && visit.outcome === outcome
    case 'absent':
      return stage === 'absent'
  }
}

/** Why an act cannot be done now. */
export function whyNotAct(act: Act, visit: Times, day: LocalDate, now: Date): ActRefusal | undefined {
  if (day > localDate(now)) return 'too-early'
  const stage = stageOf(visit)
  if (leadsFrom[act].includes(stage)) return undefined
  if (stage === 'absent') return 'is-absent'
  return stage === 'expected' ? 'not-there' : 'settled'
}

/** Why an act cannot be taken back now: another came after it, or nobody may come to that slot any more. */
export function whyNotUndo(act: Act, visit: Visit, now: Date): 'moved-on' | 'slot-closed' | undefined {
  if (lastAct[stageOf(visit)] !== act) return 'moved-on'
  const { booking } = visit
  return act !== 'finish' && booking?.closed && booking.startsAt > now ? 'slot-closed' : undefined
}

/**
 * Who is called next of those who are there: whose booked time has come, then whoever came without a booking, then who
 * came before their time.
 */
export function nextOf(visits: readonly Visit[], now: Date): Visit | undefined {
  const rank = ({ booking }: Visit): number => (!booking ? 1 : booking.startsAt <= now ? 0 : 2)
  return visits.filter((visit) => stageOf(visit) === 'waiting').toSorted((a, b) => rank(a) - rank(b) || bySeat(a, b))[0]
}

/** Bookings by time and table, then walk-ins by number. */
function bySeat(a: Visit, b: Visit): number {
  if (!a.booking || !b.booking) return Number(!a.booking) - Number(!b.booking) || a.number - b.number
  return a.booking.startsAt.getTime() - b.booking.startsAt.getTime() || a.booking.tableNo - b.booking.tableNo
}

/** What is read from a typed code: small letters, spaces and the letters taken for others do not matter. */
export function readCode(typed: string): string | undefined {
  const code = typed
    .toUpperCase()
    .replace(/[\s.\-–]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{6}$/.test(code) ? code : undefined
}

/** Whose business or owner is called so, or who has that number. */
export function visitsNamed(visits: readonly Visit[], typed: string): Visit[] {
  const wanted = plain(typed)
  if (wanted === '') return []
  const byNumber = visits.filter((visit) => plain(labelOf(visit)) === wanted)
  if (byNumber.length > 0) return byNumber
  return visits.filter(({ business, owner = '' }) => [business, owner].some((name) => plain(name).includes(wanted)))
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const NOTES = 300

/** Notes on a visit, or words about it: put in order, or undefined when there are none, or too many. */
export function readNotes(typed: string): string | undefined {
  const notes = typed.replace(/\s+/g, ' ').trim()
  return notes.length > 0 && notes.length <= NOTES ? notes : undefined
}

/** How many of each are on the list. */
export function countStages(visits: readonly Visit[]): Record<Stage, number> {
  const counts = { expected: 0, waiting: 0, serving: 0, done: 0, absent: 0 }
  for (const visit of visits) counts[stageOf(visit)] += 1
  return counts
}

/** So many visits stand on a page of the list. */
export const LIST_PAGE = 20
