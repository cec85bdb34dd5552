import { Composer } from 'grammy'
import type { BotContext, KnownContext } from '../people/context.ts'
import { onOrder } from '../people/orders.ts'
import { opened, press } from '../people/press.ts'
import { holds } from '../people/rules.ts'
import { regionNames } from '../people/store.ts'
import { translator } from '../platform/i18n/translator.ts'
import { tablePdf } from '../platform/pdf.ts'
import type { Result } from '../platform/result.ts'
import { answerPress, send, show } from '../platform/telegram/screen.ts'
import { localDate } from '../platform/time.ts'
import { ticketLink } from './buttons.ts'
import type { DayList, OpenVisit } from './duty-service.ts'
import { rateVisit } from './feedback-service.ts'
import * as feedback from './feedback-views.ts'
import { callsOfDay } from './moving-service.ts'
import { dayCalls } from './moving-views.ts'
import { printDay } from './paper-service.ts'
import { paper, paperTable } from './paper-views.ts'
import { saveResults } from './result-service.ts'
import type { DayId } from './rules.ts'
import * as button from './visit-buttons.ts'
import { arrival, results, visitNotes, visitWords, walkIn } from './visit-questions.ts'
import type { VisitId } from './visit-rules.ts'
import * as service from './visit-service.ts'
import * as views from './visit-views.ts'
import { saveDossier } from './walk-in-service.ts'

// The day of a desk, for those who run it; and what its visitors say the morning after.

export const deskDay = new Composer<BotContext>()

const officers = deskDay.filter(
  (ctx): ctx is BotContext & KnownContext => ctx.actor !== undefined && holds(ctx.actor, 'officer'),
)

onOrder(officers, 'desk', showDays)
press(officers, button.openDuty, showDays)

/** The day that is on, or the choice among several. */
async function showDays(ctx: KnownContext): Promise<void> {
  const days = await service.openDays(ctx.rt, ctx.actor)
  const [only] = days
  await (only && days.length === 1 ? showList(ctx, only.id, 0) : show(ctx, views.days(ctx.t, days)))
}

press(officers, button.openList, async (ctx, { dayId, page }) => {
  await ctx.dropQuestion()
  await showList(ctx, dayId, page)
})

async function showList(ctx: KnownContext, id: DayId, page: number): Promise<void> {
  const { rt, t } = ctx
  const outcome = await service.openList(rt, ctx.actor, id)
  if (!outcome.ok) return show(ctx, { text: t(`duty-${outcome.reason}`) })
  await showDay(ctx, outcome.value, page)
}

async function showDay(ctx: KnownContext, list: DayList, page: number): Promise<void> {
  const { rt, t } = ctx
  const screen = rt.publicUrl && `${rt.publicUrl}/antrean/${list.day.id}`
  await show(ctx, views.list(t, { ...list, page, screen, today: localDate(rt.clock.now()) }))
}

press(officers, button.openCalls, async (ctx, { dayId, page }) => {
  const { rt, t } = ctx
  const outcome = await callsOfDay(rt, ctx.actor, dayId)
  if (!outcome.ok) return show(ctx, { text: t(`duty-${outcome.reason}`) })
  const regionName = await regionNames(rt.db.reader)
  const links = { page: (to: number) => button.openCalls.with({ dayId, page: to }), back: views.toList(t, dayId) }
  await show(ctx, dayCalls(t, links, '', { calls: outcome.value, page, regionName }))
})

press(officers, button.askArrival, async (ctx, { dayId }) => ctx.ask(arrival.with({ dayId })))
press(officers, button.askWalkIn, async (ctx, { dayId }) => ctx.ask(walkIn.with({ dayId })))

press(officers, button.askResults, async (ctx, { dayId }) => ctx.ask(results.with({ dayId })))
press(officers, button.saveResults, async (ctx, { draftId }) => {
  const { rt, t } = ctx
  const outcome = await saveResults(rt, ctx.actor, draftId)
  if (!outcome.ok) return show(ctx, { text: t(`duty-${outcome.reason}`) })
  await showDay(ctx, outcome.value, 0)
})

press(officers, button.printList, async (ctx, { dayId }) => {
  const { rt, t } = ctx
  const outcome = await printDay(rt, ctx.actor, dayId)
  if (!outcome.ok) return show(ctx, { text: t(`duty-${outcome.reason}`) })
  const { day } = outcome.value
  // A paper is passed from hand to hand, so it is in the language of the office.
  await answerPress(ctx)
  await send(ctx, paper(t, { day, bytes: await tablePdf(paperTable(translator('id'), outcome.value)) })) // below, so that its buttons stay
})

// An officer who scans a ticket notes that its owner is there; the owner, also one who is an officer, sees the ticket.
opened(officers, ticketLink, async (ctx, { code }, next) => {
  const { rt, t } = ctx
  if (await service.isOwnTicket(rt, ctx.actor, code)) return next()
  const outcome = await service.checkInByCode(rt, ctx.actor, code)
  if (outcome.ok) return show(ctx, views.arrived(t, outcome.value))
  await (outcome.reason === 'not-yours' ? next() : show(ctx, { text: t(`duty-${outcome.reason}`) }))
})

// ── One visit ──

press(officers, button.openVisit, async (ctx, { visitId }) => {
  await ctx.dropQuestion()
  await showVisit(ctx, visitId, await service.openVisit(ctx.rt, ctx.actor, visitId))
})

const deeds = { arrive: service.checkIn, call: service.call, absent: service.markAbsent }
press(officers, button.doAct, async (ctx, { visitId, act }) =>
  showVisit(ctx, visitId, await deeds[act](ctx.rt, ctx.actor, visitId)),
)
press(officers, button.finish, async (ctx, { visitId, outcome }) =>
  showVisit(ctx, visitId, await service.finish(ctx.rt, ctx.actor, visitId, outcome)),
)
press(officers, button.askToRebook, async (ctx, { visitId }) =>
  showVisit(ctx, visitId, await service.askToRebook(ctx.rt, ctx.actor, visitId)),
)
press(officers, button.sayDossier, async (ctx, { visitId, dossierId }) =>
  showVisit(ctx, visitId, await saveDossier(ctx.rt, ctx.actor, visitId, dossierId)),
)
press(officers, button.askNotes, async (ctx, { visitId }) => ctx.ask(visitNotes.with({ visitId })))

press(officers, button.undo, async (ctx, { visitId, act }) => {
  const outcome = await service.undo(ctx.rt, ctx.actor, visitId, act)
  if (!outcome.ok) return showVisit(ctx, visitId, outcome)
  const { day, visit } = outcome.value
  await (visit ? show(ctx, views.visit(ctx.t, { day, visit })) : showList(ctx, day.id, 0))
})

press(officers, button.callNext, async (ctx, { dayId, called }) => {
  const outcome = await service.callNext(ctx.rt, ctx.actor, dayId, called)
  if (outcome.ok) return show(ctx, views.visit(ctx.t, outcome.value))
  await show(ctx, views.ask(ctx.t, dayId, ctx.t(`duty-${outcome.reason}`)))
})

/** The visit as it is now; where something could not be done, why, above it. */
async function showVisit(
  ctx: KnownContext,
  id: VisitId,
  outcome: Result<OpenVisit, service.VisitRefusal | 'on-list'>,
): Promise<void> {
  const { rt, t } = ctx
  if (outcome.ok) return show(ctx, views.visit(t, outcome.value))
  const refusal = t(`duty-${outcome.reason}`)
  const now = await service.openVisit(rt, ctx.actor, id)
  if (!now.ok) return show(ctx, { text: refusal })
  const screen = views.visit(t, now.value)
  await show(ctx, { ...screen, text: `${refusal}\n\n${screen.text}` })
}

// ── The morning after ──

const owners = deskDay.filter((ctx): ctx is BotContext & KnownContext => ctx.actor !== undefined)

press(owners, button.rate, async (ctx, { visitId, score }) => {
  const outcome = await rateVisit(ctx.rt, ctx.actor, visitId, Number(score))
  await show(ctx, outcome.ok ? feedback.rated(ctx.t, visitId) : { text: ctx.t('not-yours') })
})
press(owners, button.askWords, async (ctx, { visitId }) => ctx.ask(visitWords.with({ visitId })))
