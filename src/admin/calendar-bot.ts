import { Composer } from 'grammy'
import { freeDayOf } from '../calendar/edit-store.ts'
import type { BotContext, KnownContext } from '../people/context.ts'
import { press } from '../people/press.ts'
import { may } from '../people/rules.ts'
import { allRegions } from '../people/store.ts'
import { show } from '../platform/telegram/screen.ts'
import * as button from './calendar-buttons.ts'
import * as questions from './calendar-questions.ts'
import { removeFreeDay } from './calendar-service.ts'
import { allOfficers } from './calendar-store.ts'
import * as views from './calendar-views.ts'

export const calendarDesk = new Composer<BotContext>()

const editors = calendarDesk.filter(
  (ctx): ctx is BotContext & KnownContext => ctx.actor !== undefined && may(ctx.actor, 'edit-calendar'),
)

press(editors, button.openCalendar, async (ctx) => {
  await ctx.dropQuestion()
  await show(ctx, await questions.calendarNow(ctx))
})
press(editors, button.pickOffice, async (ctx) => show(ctx, views.offices(ctx.t, await allRegions(ctx.rt.db.reader))))
press(editors, button.askFreeDay, async (ctx, { office }) => ctx.ask(questions.freeDay.with({ office })))
press(editors, button.openFreeDay, async (ctx, { freeId }) => {
  const free = await freeDayOf(ctx.rt.db, freeId)
  await show(ctx, free ? views.removeConfirm(ctx.t, free) : await questions.calendarNow(ctx))
})
press(editors, button.removeFreeDay, async (ctx, { freeId }) => {
  const outcome = await removeFreeDay(ctx.rt, ctx.actor, freeId)
  await show(ctx, outcome.ok ? await questions.calendarNow(ctx) : views.refused(ctx.t, outcome.reason))
})
press(editors, button.openHours, async (ctx, { season }) => show(ctx, await questions.weekNow(ctx, season)))
press(editors, button.askHours, async (ctx, day) => ctx.ask(questions.officeHours.with(day)))
press(editors, button.openRamadan, async (ctx) => show(ctx, await questions.ramadansNow(ctx)))
press(editors, button.askRamadan, async (ctx, year) => ctx.ask(questions.ramadan.with(year)))
press(editors, button.pickOfficer, async (ctx) => show(ctx, await questions.officersNow(ctx)))
press(editors, button.pickKind, (ctx, { personId }) => show(ctx, views.kinds(ctx.t, personId)))
press(editors, button.pickStandIn, async (ctx, away) =>
  show(ctx, views.standIns(ctx.t, await allOfficers(ctx.rt.db), away)),
)
press(editors, button.askAbsence, async (ctx, away) => ctx.ask(questions.absence.with(away)))
