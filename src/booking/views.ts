import type { Catalogue } from '../dossier/catalogue.ts'
import { isOpenToOwner } from '../dossier/item-states.ts'
import { goalsOf } from '../dossier/requirements.ts'
import type { DossierId } from '../dossier/rules.ts'
import { html, type Translate } from '../platform/i18n/translator.ts'
import { inPairs, type Screen, type ScreenButton } from '../platform/telegram/screen.ts'
import { atWib } from '../platform/time.ts'
import * as button from './buttons.ts'
import type { Booking, BookingId, BookRefusal, ChangeRefusal, DeskDay, OfferId, Place, Slot } from './rules.ts'
import type { VisitFacts } from './ticket-store.ts'
import type { OfferFacts, WaitsAt } from './waitlist-store.ts'

const toSchedule = (t: Translate): ScreenButton[] => [{ label: t('desk-days'), data: button.openSchedule.with({}) }]

/** The place in words: its venue, or that it is still to be named. */
const venueOf = (t: Translate, { title, venue }: Pick<Place, 'title' | 'venue'>): string =>
  venue === undefined ? t('desk-venue-later', { title }) : t('desk-venue', { title, venue })

/** What somebody sees who asks for the desks: who may not book hears why. */
export const notNominated = (t: Translate): Screen => ({ text: t('desk-not-nominated') })
export const noDossier = (t: Translate): Screen => ({ text: t('desk-no-dossier') })

export interface Schedule {
  business: string
  /** The days that are shown, their own zone's first. */
  days: readonly DeskDay[]
  hasOthers: boolean
  /** Whether they have a seat already, which is to be moved. */
  moves: boolean
  waitsAt: readonly WaitsAt[]
  dossierId: DossierId
}

/** The days with desks, each with the seats that are left. */
export function schedule(t: Translate, { business, days, hasOthers, waitsAt, dossierId, moves }: Schedule): Screen {
  const isEmpty = days.length === 0
  return {
    text: [
      t(moves ? 'desk-schedule-move' : 'desk-schedule', { business }),
      t(isEmpty ? 'desk-schedule.none' : 'desk-schedule.ask'),
      ...waitsAt.map(({ title, before }) => t('desk-waiting', { title, place: before + 1 })),
    ].join('\n\n'),
    buttons: [
      ...days.map(({ id, day, title, free }): ScreenButton[] => [
        {
          label: t.label(free > 0 ? 'desk-day' : 'desk-day-full', {
            day: t.shortDay(atWib(day, '12:00')),
            title,
            free,
          }),
          data: button.openDay.with({ dayId: id }),
        },
      ]),
      ...(hasOthers ? [[{ label: t('desk-schedule.others'), data: button.openAllDesks.with({}) }]] : []),
      ...waitsAt.map(({ deskId, title }): ScreenButton[] => [
        { label: t.label('desk-waiting.leave', { title }), data: button.leaveLine.with({ dossierId, deskId }) },
      ]),
    ],
  }
}

/** The times of a day; those without a seat are left out, and a full day offers its line. */
export function slots(t: Translate, day: DeskDay, times: readonly Slot[], dossierId: DossierId): Screen {
  const free = times.filter((each) => each.free > 0)
  const about = { day: t.longDay(atWib(day.day, '12:00')), venue: html(venueOf(t, day)) }
  if (free.length === 0) {
    const join = button.joinLine.with({ dossierId, deskId: day.deskId })
    return {
      text: t('desk-full', about),
      buttons: [[{ label: t('desk-full.wait'), data: join, style: 'primary' }], toSchedule(t)],
    }
  }
  return {
    text: t('desk-slots', about),
    buttons: [
      ...inPairs(
        free.map((each) => ({
          label: t.label('desk-slot', { time: t.clock(each.startsAt), free: each.free }),
          data: button.pickSlot.with({ slotId: each.id }),
        })),
      ),
      [{ label: t('desk-other-days'), data: button.openAllDesks.with({}) }],
    ],
  }
}

export interface Choice extends Place {
  startsAt: Date
  business: string
  /** What the yes does. */
  yes: string
  moves: boolean
}

/** Asks once more before a seat is taken or a booking moved. */
export const confirm = (t: Translate, { startsAt, business, yes, moves, ...place }: Choice): Screen => ({
  text: t(moves ? 'desk-confirm-move' : 'desk-confirm', {
    business,
    day: t.longDay(startsAt),
    time: t.time(startsAt),
    venue: html(venueOf(t, place)),
  }),
  buttons: [
    [{ label: t(moves ? 'desk-confirm-move.yes' : 'desk-confirm.yes'), data: yes, style: 'primary' }],
    toSchedule(t),
  ],
})

/** At most so many papers are named on a ticket. */
const PAPERS = 8

/** The papers to bring: the gates of the owner that are not with the officer yet. */
function papersToBring(t: Translate, visit: VisitFacts, catalogue: Catalogue): string {
  const open = goalsOf(catalogue, visit, visit.items ?? []).filter(
    ({ side, gate, state }) => side === 'owner' && gate && isOpenToOwner(state) && state !== 'submitted',
  )
  if (open.length === 0) return t('ticket-papers-none')
  const names = open
    .slice(0, PAPERS)
    .map(({ group, requirements: [first] }) => `• ${(group?.name ?? first.shortName)[t.language]}`)
  const more = open.length - names.length
  return [t('ticket-papers'), ...names, ...(more > 0 ? [t('ticket-papers-more', { count: more })] : [])].join('\n')
}

/** The facts of a visit, as they stand on its ticket and in its reminders. */
export const visitWords = (t: Translate, visit: VisitFacts) => ({
  business: visit.business,
  day: t.longDay(visit.startsAt),
  time: t.time(visit.startsAt),
  venue: html(venueOf(t, visit)),
  table: String(visit.tableNo),
  code: visit.code,
})

export const mapButton = (t: Translate, { point }: Place): ScreenButton[][] =>
  point ? [[{ label: t('ticket-map'), url: `https://www.google.com/maps?q=${point.latitude},${point.longitude}` }]] : []

/** The ticket: code and QR picture, when and where, what to bring. */
export function ticket(t: Translate, visit: VisitFacts, catalogue: Catalogue, qr: Uint8Array): Screen {
  const { id: bookingId, topic } = visit
  return {
    text: [
      t('ticket', visitWords(t, visit)),
      papersToBring(t, visit, catalogue),
      ...(topic === undefined ? [] : [t('ticket-topic', { topic })]),
    ].join('\n\n'),
    picture: { kind: 'photo', bytes: qr, name: `tiket-${visit.code}.png` },
    buttons: [
      ...mapButton(t, visit),
      [
        { label: t('ticket-move'), data: button.askMove.with({ bookingId }) },
        { label: t('ticket-cancel'), data: button.askCancel.with({ bookingId }) },
      ],
      [
        { label: t('ticket-ask-topic'), data: button.askTopic.with({ bookingId }) },
        { label: t('ticket-calendar'), data: button.sendCalendar.with({ bookingId }) },
      ],
    ],
  }
}

/** The entry for the phone's own calendar. */
export const calendarFile = (t: Translate, { code }: Booking, bytes: Uint8Array): Screen => ({
  text: t('ticket-calendar-file'),
  picture: { kind: 'document', bytes, name: `desk-${code}.ics` },
})

export const confirmCancel = (t: Translate, visit: VisitFacts): Screen => ({
  text: t('ticket-cancel-ask', visitWords(t, visit)),
  buttons: [
    [{ label: t('ticket-cancel-ask.yes'), data: button.cancel.with({ bookingId: visit.id }), style: 'danger' }],
    [{ label: t('ticket-cancel-ask.no'), data: button.openTicket.with({ bookingId: visit.id }) }],
  ],
})

export const cancelled = (t: Translate): Screen => ({ text: t('ticket-cancelled'), buttons: [toSchedule(t)] })

/** Why nothing was booked, with where to look next. */
export const refused = (
  t: Translate,
  reason: BookRefusal | Exclude<ChangeRefusal, 'not-yours'> | 'offer-over',
): Screen => ({
  text: t(`desk-${reason}`),
  buttons: [toSchedule(t)],
})

/** A reminder, the day before or two hours before. */
export function reminder(
  t: Translate,
  { visit, which, catalogue }: { visit: VisitFacts; which: 'day-before' | 'same-day'; catalogue: Catalogue },
): Screen {
  const { id: bookingId, sequence } = visit
  return {
    text: [t(`visit-${which}`, visitWords(t, visit)), papersToBring(t, visit, catalogue)].join('\n\n'),
    buttons: [
      [
        { label: t('visit-coming'), data: button.coming.with({ bookingId, sequence }), style: 'success' },
        { label: t('visit-not-coming'), data: button.askCancel.with({ bookingId }) },
      ],
      [{ label: t('visit-ticket'), data: button.openTicket.with({ bookingId }) }],
      ...mapButton(t, visit),
    ],
  }
}

/** The visit is at another time than the one that was asked about: asked anew. */
export const comingAgain = (t: Translate, visit: VisitFacts): Screen => ({
  text: t('visit-moved-meanwhile', visitWords(t, visit)),
  buttons: [
    [
      {
        label: t('visit-coming'),
        data: button.coming.with({ bookingId: visit.id, sequence: visit.sequence }),
        style: 'success',
      },
      { label: t('visit-not-coming'), data: button.askCancel.with({ bookingId: visit.id }) },
    ],
  ],
})

export const comingNoted = (t: Translate, visit: VisitFacts): Screen => ({
  text: t('visit-coming-noted', visitWords(t, visit)),
  buttons: [[{ label: t('visit-ticket'), data: button.openTicket.with({ bookingId: visit.id }) }]],
})

/** A freed seat, held for some minutes. */
export const offer = (t: Translate, { offerId, ...facts }: OfferFacts & { offerId: OfferId }): Screen => ({
  text: t('offer', {
    business: facts.business,
    day: t.longDay(facts.startsAt),
    time: t.time(facts.startsAt),
    venue: html(venueOf(t, { title: facts.title, venue: facts.venue ?? undefined })),
    untilDay: t.longDay(facts.expiresAt),
    until: t.time(facts.expiresAt),
  }),
  buttons: [
    [{ label: t('offer.take'), data: button.answerOffer.with({ offerId, answer: 'take' }), style: 'success' }],
    [{ label: t('offer.decline'), data: button.answerOffer.with({ offerId, answer: 'decline' }) }],
  ],
})

export const offerDeclined = (t: Translate): Screen => ({ text: t('offer-declined'), buttons: [toSchedule(t)] })

export const inLine = (t: Translate, place: number): Screen => ({
  text: t('desk-in-line', { place: place + 1 }),
  buttons: [toSchedule(t)],
})

export const topicKept = (t: Translate, bookingId: BookingId): Screen => ({
  text: t('ticket-topic-kept'),
  buttons: [[{ label: t('visit-ticket'), data: button.openTicket.with({ bookingId }) }]],
})
