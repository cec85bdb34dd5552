import { z } from 'zod'
import { defineNotice } from '../delivery/notice.ts'
import { catalogueOf } from '../dossier/store.ts'
import { bookingId, offerId } from './rules.ts'
import { visitOf } from './ticket-store.ts'
import * as views from './views.ts'
import { offerFacts } from './waitlist-store.ts'

/** Reminds of a visit; nothing when it was moved or ended since. */
export const visitReminder = defineNotice({
  kind: 'visit-reminder',
  data: z.object({
    bookingId: bookingId(),
    sequence: z.int(),
    which: z.enum(['day-before', 'same-day']),
    startsAt: z.iso.datetime(),
  }),
  priority: 1,
  worth: ({ startsAt }) => new Date(startsAt),
  async load(db, { bookingId, sequence, which }) {
    const visit = await visitOf(db, bookingId)
    if (visit?.state !== 'booked' || visit.sequence !== sequence || visit.subject.frozen) return undefined
    return { visit, which, catalogue: await catalogueOf(db.reader, visit.catalogueVersion) }
  },
  render: views.reminder,
})

/** Offers a freed seat to the next in line; nothing when the offer is over. */
export const seatOffered = defineNotice({
  kind: 'seat-offered',
  // Messages that were saved before it was kept say no time.
  data: z.object({ offerId: offerId(), expiresAt: z.iso.datetime().optional() }),
  priority: 2,
  worth: ({ expiresAt }) => (expiresAt === undefined ? undefined : new Date(expiresAt)),
  async load(db, { offerId }) {
    const offer = await offerFacts(db.reader, offerId)
    return offer && offer.outcome === null && !offer.frozen ? { ...offer, offerId } : undefined
  },
  render: views.offer,
})
