import { z } from 'zod'
import { dossierId } from '../dossier/rules.ts'
import { pageNumber } from '../platform/id.ts'
import { defineButton, defineLink } from '../platform/telegram/button.ts'
import { bookingId, dayId, deskId, offerId, slotId, ticketCode } from './rules.ts'

export const openSchedule = defineButton('desks', {})
/** The desks of the other zones too. */
export const openAllDesks = defineButton('desks-all', {})
export const openDay = defineButton('desk-day', { dayId: dayId() })
export const pickSlot = defineButton('slot', { slotId: slotId() })
export const book = defineButton('book', { dossierId: dossierId(), slotId: slotId() })

export const openTicket = defineButton('ticket', { bookingId: bookingId() })
export const askTopic = defineButton('topic', { bookingId: bookingId() })
export const sendCalendar = defineButton('ticket-ics', { bookingId: bookingId() })
export const askMove = defineButton('rebook', { bookingId: bookingId() })
export const moveTo = defineButton('rebook-to', { bookingId: bookingId(), slotId: slotId() })
export const askCancel = defineButton('unbook', { bookingId: bookingId() })
export const cancel = defineButton('unbook-yes', { bookingId: bookingId() })
/** Comes to the visit as it was when this was asked: after a move it is another one. */
export const coming = defineButton('coming', { bookingId: bookingId(), sequence: pageNumber() })

/** Whoever cannot come on the date a day was moved to. */
export const cannotCome = defineButton('moved-no', { bookingId: bookingId() })
/** Whose seat was closed, and who wants no other. */
export const wantsNoOther = defineButton('shut-no', { bookingId: bookingId() })
/** Whom officers are to call because their seat was closed. */
export const openCalls = defineButton('to-call', { page: pageNumber() })
export const settleCall = defineButton('called', { bookingId: bookingId() })

export const joinLine = defineButton('wait-in', { dossierId: dossierId(), deskId: deskId() })
export const leaveLine = defineButton('wait-out', { dossierId: dossierId(), deskId: deskId() })
export const answerOffer = defineButton('offer', { offerId: offerId(), answer: z.enum(['take', 'decline']) })

/** t.me/<bot>?start=tiket_<code>: what the QR on a ticket says. */
export const ticketLink = defineLink('tiket', { code: ticketCode() })
