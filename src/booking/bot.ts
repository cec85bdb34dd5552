import { Composer } from 'grammy'
import { type Dossier, nextStep } from '../dossier/rules.ts'
import { standing } from '../dossier/standing.ts'
import { catalogueOf } from '../dossier/store.ts'
import type { BotContext, KnownContext } from '../people/context.ts'
import { onOrder } from '../people/orders.ts'
import { opened, press } from '../people/press.ts'
import { may } from '../people/rules.ts'
import { qrPicture } from '../platform/qr.ts'
import { answerPress, send, show } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import { calendarFile } from './ical.ts'
import { visitTopic } from './questions.ts'
import type { BookingId, SlotId } from './rules.ts'
import * as service from './service.ts'
import * as tickets from './ticket-store.ts'
import * as views from './views.ts'
import * as line from './waitlist-service.ts'
import * as waitlist from './waitlist-store.ts'

// An owner's way to a seat at a desk: day, time, yes, ticket.

export const booking = new Composer<BotContext>()

const visitors = booking.filter(
  (ctx): ctx is BotContext & KnownContext =>
    ctx.actor !== undefined && (ctx.actor.consented || ctx.speaker.assisting !== undefined),
)

interface Own {
  business: string
  dossier: Dossier
}

/** The dossier the speaker is at, once it is open and theirs to fill in. */
async function ownDossier(ctx: KnownContext): Promise<Own | undefined> {
  const step = nextStep(await standing(ctx))
  return 'home' in step ? { business: step.business.name, dossier: step.home } : undefined
}

onOrder(visitors, 'desks', showSchedule)
press(visitors, button.openSchedule, showSchedule)
press(visitors, button.openAllDesks, (ctx) => showDays(ctx, 'all'))

/** The ticket of whoever has one, else the days with desks. */
async function showSchedule(ctx: KnownContext): Promise<void> {
  await ctx.dropQuestion()
  const own = await ownDossier(ctx)
  const live = own && (await tickets.liveBookingOf(ctx.rt.db, own.dossier.id))
  await (live ? showTicket(ctx, live.id) : showDays(ctx, 'zone'))
}

async function showDays(ctx: KnownContext, which: 'zone' | 'all', head = ''): Promise<void> {
  const { rt, t } = ctx
  const own = await ownDossier(ctx)
  if (!own) return show(ctx, views.noDossier(t))
  const { dossier, business } = own
  const booker = await tickets.bookerOf(rt.db, dossier.id)
  if (booker?.standing !== 'nominated') return show(ctx, views.notNominated(t))
  const days = await tickets.daysAhead(rt.db, rt.clock.now())
  const near = days.filter((day) => day.zone === booker.zone)
  const shown =
    which === 'all' || near.length === 0 ? [...near, ...days.filter((day) => day.zone !== booker.zone)] : near
  const waitsAt = await waitlist.waitsAt(rt.db, dossier.id)
  const hasOthers = shown.length < days.length
  const moves = (await tickets.liveBookingOf(rt.db, dossier.id)) !== undefined
  const screen = views.schedule(t, { business, days: shown, hasOthers, waitsAt, dossierId: dossier.id, moves })
  await show(ctx, { ...screen, text: `${head}${screen.text}` })
}

press(visitors, button.openDay, async (ctx, { dayId }) => {
  const { rt, t } = ctx
  const own = await ownDossier(ctx)
  const day = (await tickets.daysAhead(rt.db, rt.clock.now())).find(({ id }) => id === dayId)
  if (!own || !day) return show(ctx, views.refused(t, 'slot-gone'))
  await show(ctx, views.slots(t, day, await tickets.slotsAhead(rt.db, dayId, rt.clock.now()), own.dossier.id))
})

press(visitors, button.pickSlot, async (ctx, { slotId }) => {
  const { rt, t } = ctx
  const own = await ownDossier(ctx)
  const slot = await tickets.slotPlace(rt.db, slotId)
  if (!own || !slot) return show(ctx, views.refused(t, 'slot-gone'))
  const live = await tickets.liveBookingOf(rt.db, own.dossier.id)
  const yes = live
    ? button.moveTo.with({ bookingId: live.id, slotId })
    : button.book.with({ dossierId: own.dossier.id, slotId })
  await show(ctx, views.confirm(t, { ...slot, business: own.business, yes, moves: live !== undefined }))
})

press(visitors, button.book, async (ctx, { dossierId, slotId }) => {
  const outcome = await service.bookSeat(ctx.rt, ctx.actor, dossierId, slotId)
  if (outcome.ok) return showTicket(ctx, outcome.value)
  await showRefusal(ctx, outcome.reason, slotId)
})
press(visitors, button.moveTo, async (ctx, { bookingId, slotId }) => {
  const outcome = await service.moveBooking(ctx.rt, ctx.actor, bookingId, slotId)
  if (outcome.ok) return showTicket(ctx, outcome.value)
  await showRefusal(ctx, outcome.reason, slotId)
})

type Refusal = Parameters<typeof views.refused>[1] | 'not-yours'

/** Why it did not work, and the seats that are left: the last one may have gone while somebody made up their mind. */
async function showRefusal(ctx: KnownContext, reason: Refusal, slotId?: SlotId): Promise<void> {
  const { rt, t } = ctx
  if (reason === 'not-yours') return show(ctx, { text: t('not-yours') })
  const isGone = reason === 'slot-full' || reason === 'slot-gone'
  const own = isGone ? await ownDossier(ctx) : undefined
  const day = own && slotId !== undefined ? await tickets.dayOfSlot(rt.db, slotId, rt.clock.now()) : undefined
  if (!own || !isGone) return show(ctx, views.refused(t, reason))
  const head = `${t(`desk-${reason}`)}\n\n`
  if (!day) return showDays(ctx, 'all', head)
  const left = views.slots(t, day, await tickets.slotsAhead(rt.db, day.id, rt.clock.now()), own.dossier.id)
  await show(ctx, { ...left, text: `${head}${left.text}` })
}

// ── The ticket ──

press(visitors, button.openTicket, (ctx, { bookingId }) => showTicket(ctx, bookingId))
opened(visitors, button.ticketLink, async (ctx, { code }, next) => {
  const id = await tickets.bookingByCode(ctx.rt.db, code)
  return id === undefined ? next() : showTicket(ctx, id)
})

async function showTicket(ctx: KnownContext, id: BookingId): Promise<void> {
  const { rt, t } = ctx
  const visit = await ownVisit(ctx, id)
  if (!visit) return show(ctx, { text: t('not-yours') })
  if (visit.state !== 'booked') return show(ctx, views.refused(t, 'ended'))
  const link = `https://t.me/${ctx.me.username}?start=${button.ticketLink.with({ code: visit.code })}`
  const catalogue = await catalogueOf(rt.db.reader, visit.catalogueVersion)
  await show(ctx, views.ticket(t, visit, catalogue, await qrPicture(link)))
}

/** A visit that the speaker may see. */
async function ownVisit({ rt, actor }: KnownContext, id: BookingId): Promise<tickets.VisitFacts | undefined> {
  const visit = await tickets.visitOf(rt.db, id)
  return visit && may(actor, 'see', visit.subject) ? visit : undefined
}

press(visitors, button.askMove, async (ctx, { bookingId }) => {
  const visit = await ownVisit(ctx, bookingId)
  if (!visit) return show(ctx, { text: ctx.t('not-yours') })
  await (visit.state === 'booked' ? showDays(ctx, 'zone') : show(ctx, views.refused(ctx.t, 'ended')))
})
press(visitors, button.askCancel, async (ctx, { bookingId }) => {
  const visit = await ownVisit(ctx, bookingId)
  if (!visit) return show(ctx, { text: ctx.t('not-yours') })
  await show(ctx, visit.state === 'booked' ? views.confirmCancel(ctx.t, visit) : views.refused(ctx.t, 'ended'))
})
press(visitors, button.cancel, async (ctx, { bookingId }) => {
  const outcome = await service.cancelBooking(ctx.rt, ctx.actor, bookingId)
  await (outcome.ok ? show(ctx, views.cancelled(ctx.t)) : showRefusal(ctx, outcome.reason))
})
press(visitors, button.coming, async (ctx, { bookingId, sequence }) => {
  const outcome = await service.sayComing(ctx.rt, ctx.actor, bookingId, sequence)
  const visit = await ownVisit(ctx, bookingId)
  if (!outcome.ok && outcome.reason !== 'moved') return showRefusal(ctx, outcome.reason)
  if (!visit) return showRefusal(ctx, 'ended')
  await show(ctx, outcome.ok ? views.comingNoted(ctx.t, visit) : views.comingAgain(ctx.t, visit))
})
press(visitors, button.askTopic, async (ctx, { bookingId }) => ctx.ask(visitTopic.with({ bookingId })))
press(visitors, button.sendCalendar, async (ctx, { bookingId }) => {
  const { rt, t } = ctx
  const visit = await ownVisit(ctx, bookingId)
  if (!visit) return show(ctx, { text: t('not-yours') })
  const summary = t.label('ticket-calendar-entry', { business: visit.business, title: visit.title })
  await answerPress(ctx)
  await send(ctx, views.calendarFile(t, visit, calendarFile(visit, { summary, stamp: rt.clock.now() }))) // below, so that its buttons stay
})

// ── The line ──

press(visitors, button.joinLine, async (ctx, { dossierId, deskId }) => {
  const { rt, t } = ctx
  const outcome = await line.joinWaitlist(rt, ctx.actor, dossierId, deskId)
  if (outcome.ok) {
    const place = (await waitlist.waitsAt(rt.db, dossierId)).find((each) => each.deskId === deskId)
    return show(ctx, views.inLine(t, place?.before ?? 0))
  }
  await (outcome.reason === 'seats-left' ? showDays(ctx, 'all') : showRefusal(ctx, outcome.reason))
})
press(visitors, button.leaveLine, async (ctx, { dossierId, deskId }) => {
  const outcome = await line.leaveWaitlist(ctx.rt, ctx.actor, dossierId, deskId)
  await (outcome.ok ? showDays(ctx, 'zone') : showRefusal(ctx, outcome.reason))
})
press(visitors, button.answerOffer, async (ctx, { offerId, answer }) => {
  const outcome = await line.answerOffer(ctx.rt, ctx.actor, offerId, answer)
  if (!outcome.ok) return showRefusal(ctx, outcome.reason)
  await (outcome.value === undefined ? show(ctx, views.offerDeclined(ctx.t)) : showTicket(ctx, outcome.value))
})
