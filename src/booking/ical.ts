import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Booking } from './rules.ts'

/**
 * A visit as a file that calendars take in (RFC 5545). The UID stays when it is moved and SEQUENCE grows, so that a later
 * file replaces the entry; of a booking that ended, it takes the entry away.
 */
export function calendarFile(
  { code, sequence, state, startsAt, endsAt, title, venue, point }: Booking,
  { summary, stamp }: { summary: string; stamp: Date },
): Uint8Array {
  const isLive = state === 'booked'
  const calendar = ical({
    method: isLive ? ICalCalendarMethod.PUBLISH : ICalCalendarMethod.CANCEL,
    prodId: '//Dampingi//ID',
  })
  calendar.createEvent({
    id: `${code}@dampingi`,
    sequence,
    stamp,
    start: startsAt,
    end: endsAt,
    summary,
    status: isLive ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    location: {
      title: venue ?? title,
      ...(point ? { geo: { lat: point.latitude, lon: point.longitude } } : {}),
    },
  })
  return new TextEncoder().encode(calendar.toString())
}
