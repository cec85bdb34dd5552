import { z } from 'zod'
import { defineNotice } from '../delivery/notice.ts'
import type { Database } from '../platform/db.ts'
import { type LocalDate, localDay } from '../platform/time.ts'
import { endedLine } from './moving-store.ts'
import * as views from './moving-views.ts'
import { type BookingId, bookingId } from './rules.ts'
import { visitOf } from './ticket-store.ts'

// What the dinas changed about a visit. What begins within a day is told at any hour.

const moved = {
  data: z.object({ bookingId: bookingId(), sequence: z.int(), from: localDay() }),
  priority: 3,
  async load(db: Database, { bookingId, sequence, from }: { bookingId: BookingId; sequence: number; from: LocalDate }) {
    const visit = await visitOf(db, bookingId)
    const isTold = visit?.state === 'booked' && visit.sequence === sequence && !visit.subject.frozen
    return isTold ? { visit, from } : undefined
  },
  render: views.dayMoved,
}
/** Tells that a visit was moved; nothing when it was moved again or ended since. */
export const dayMoved = defineNotice({ kind: 'day-moved', ...moved })
export const dayMovedSoon = defineNotice({ kind: 'day-moved-soon', ...moved, daytime: false })

const closed = {
  data: z.object({ bookingId: bookingId() }),
  priority: 3,
  async load(db: Database, { bookingId }: { bookingId: BookingId }) {
    const visit = await visitOf(db, bookingId)
    return visit && !visit.subject.frozen ? visit : undefined
  },
  render: views.seatClosed,
}
/** Tells that a visit will not take place, and where else there are seats. */
export const seatClosed = defineNotice({ kind: 'seat-closed', ...closed })
export const seatClosedSoon = defineNotice({ kind: 'seat-closed-soon', ...closed, daytime: false })

/** Tells whoever waited at a desk that it will not take place. */
export const lineClosed = defineNotice({
  kind: 'line-closed',
  data: z.object({ waitingId: z.int() }),
  async load(db, { waitingId }) {
    const line = await endedLine(db.reader, waitingId)
    return line && !line.frozen ? line : undefined
  },
  render: views.lineClosed,
})

/** Tells where a visit takes place, once that is known or another place. */
export const placeChanged = defineNotice({
  kind: 'place-changed',
  data: z.object({ bookingId: bookingId() }),
  priority: 2,
  async load(db, { bookingId }) {
    const visit = await visitOf(db, bookingId)
    return visit?.state === 'booked' && !visit.subject.frozen ? visit : undefined
  },
  render: views.placeChanged,
})
