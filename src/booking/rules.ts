import { z } from 'zod'
import type { DossierId } from '../dossier/rules.ts'
import type { Subject } from '../people/rules.ts'
import { rowId } from '../platform/id.ts'
import { atWib, daysAfter, hours, type LocalDate, later, localDate, minutes } from '../platform/time.ts'

// Who may have which seat, and when somebody is told.

export const deskId = () => rowId().brand<'DeskId'>()
export type DeskId = z.output<ReturnType<typeof deskId>>
export const dayId = () => rowId().brand<'DayId'>()
export type DayId = z.output<ReturnType<typeof dayId>>
export const slotId = () => rowId().brand<'SlotId'>()
export type SlotId = z.output<ReturnType<typeof slotId>>
export const bookingId = () => rowId().brand<'BookingId'>()
export type BookingId = z.output<ReturnType<typeof bookingId>>
export const offerId = () => rowId().brand<'OfferId'>()
export type OfferId = z.output<ReturnType<typeof offerId>>

/** What stands on a ticket and is read aloud: six characters without those that are taken for others (Crockford's base 32). */
export const ticketCode = () => z.string().regex(/^[0-9A-HJKMNP-TV-Z]{6}$/)

/** Where a desk is. */
export interface Place {
  title: string
  /** Undefined while it is still to be named. */
  venue: string | undefined
  point: { latitude: number; longitude: number } | undefined
}

/** A day of a desk that is still to come, with the seats that are left. */
export interface DeskDay extends Place {
  id: DayId
  deskId: DeskId
  zone: string
  day: LocalDate
  free: number
}

export interface Slot {
  id: SlotId
  startsAt: Date
  free: number
}

/** What a dossier has at the desks. */
export interface Booking extends Place {
  id: BookingId
  code: string
  dossierId: DossierId
  deskId: DeskId
  slotId: SlotId
  tableNo: number
  startsAt: Date
  endsAt: Date
  topic: string | undefined
  /** How often it was moved or ended. */
  sequence: number
  state: 'booked' | 'cancelled' | 'served' | 'no-show'
}

/** A dossier as far as a seat at a desk is concerned. */
export interface Visitor {
  dossierId: DossierId
  standing: 'candidate' | 'nominated'
  subject: Subject
}

export type BookRefusal = 'not-nominated' | 'slot-gone' | 'slot-past' | 'slot-full' | 'booked-already'

/** Why a seat of this slot may not be booked now. That one is free, and that it is their only one, the database says. */
export function whyNotBook(
  visitor: Pick<Visitor, 'standing'>,
  slot: { startsAt: Date; closed: boolean } | undefined,
  now: Date,
): BookRefusal | undefined {
  if (visitor.standing !== 'nominated') return 'not-nominated'
  if (!slot || slot.closed) return 'slot-gone'
  return slot.startsAt <= now ? 'slot-past' : undefined
}

export type ChangeRefusal = 'not-yours' | 'ended' | 'begun'

/** Why a booking may not be moved, cancelled or written on any more: it is over, or the visit has begun, if only early. */
export function whyNotChange(
  { state, startsAt, isCalled }: Pick<Booking, 'state' | 'startsAt'> & { isCalled: boolean },
  now: Date,
): ChangeRefusal | undefined {
  if (state !== 'booked') return 'ended'
  return startsAt <= now || isCalled ? 'begun' : undefined
}

/** A reminder: which one, and when it is due. */
export interface Reminder {
  which: 'day-before' | 'same-day'
  at: Date
}

const EVENING = '16:00'
const BEFORE_VISIT = hours(2)
const EARLIEST_SECOND = '10:00'

/**
 * The reminders of a visit that are still ahead: the day before at 16.00, and two hours before, unless the visit begins
 * before 10.00.
 */
export function remindersOf(startsAt: Date, now: Date): Reminder[] {
  const day = localDate(startsAt)
  const reminders: Reminder[] = [{ which: 'day-before', at: atWib(daysAfter(day, -1), EVENING) }]
  if (startsAt >= atWib(day, EARLIEST_SECOND)) {
    reminders.push({ which: 'same-day', at: later(startsAt, -BEFORE_VISIT) })
  }
  return reminders.filter(({ at }) => at > now)
}

/** How long a freed seat is held for the next in line, in working time. */
export const OFFER_HOLDS = minutes(30)

/** Until when a seat is held that was offered; undefined when the visit begins before the answer would be due. */
export const offerExpires = (startsAt: Date, due: Date): Date | undefined => (due < startsAt ? due : undefined)

const TOPIC = 300

/** What somebody would like to talk about: put in order, or undefined when it is nothing, or too long. */
export function readTopic(typed: string): string | undefined {
  const topic = typed.replace(/\s+/g, ' ').trim()
  return topic.length > 0 && topic.length <= TOPIC ? topic : undefined
}
