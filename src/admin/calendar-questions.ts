import { z } from 'zod'
import { freeFrom, ramadansFrom } from '../calendar/edit-store.ts'
import { absenceKinds, PROVINCE, readHours, type Season, seasons, type Weekday } from '../calendar/rules.ts'
import { calendarOf } from '../calendar/store.ts'
import { type BotContext, defineQuestion } from '../people/context.ts'
import { personId, regionCode } from '../people/rules.ts'
import { rowId } from '../platform/id.ts'
import type { Screen } from '../platform/telegram/screen.ts'
import { localDate } from '../platform/time.ts'
import { readDayRange, readFreeDay } from './calendar.ts'
import * as service from './calendar-service.ts'
import { absencesFrom, allOfficers } from './calendar-store.ts'
import * as views from './calendar-views.ts'

const FREE_DAYS = 20

// The screens of the calendar as they are now: after a press, and after an answer.

export const calendarNow = async ({ rt, t }: BotContext): Promise<Screen> =>
  views.calendar(t, await freeFrom(rt.db, localDate(rt.clock.now()), FREE_DAYS))
export const weekNow = async ({ rt, t }: BotContext, season: Season): Promise<Screen> =>
  views.week(t, season, (await calendarOf(rt.db.reader, PROVINCE)).hours[season])
export const ramadansNow = async ({ rt, t }: BotContext): Promise<Screen> =>
  views.ramadans(t, await ramadansFrom(rt.db, localDate(rt.clock.now())))
export const officersNow = async ({ rt, t }: BotContext): Promise<Screen> =>
  views.officers(t, await allOfficers(rt.db), await absencesFrom(rt.db, localDate(rt.clock.now())))

/** A day on which an office is closed, with its reason. */
export const freeDay = defineQuestion(
  'cal-add',
  { office: z.union([regionCode(), z.literal('all')]) },
  {
    prompt: async ({ t }) => ({ text: t('cal-add-ask') }),
    take: async (ctx, { text = '' }, { office }) => {
      const { rt, actor, t } = ctx
      const read = readFreeDay(text)
      if (!read) return { screen: { text: t('cal-add-wrong') }, again: true }
      const outcome = actor && (await service.addFreeDay(rt, actor, read, office))
      return { screen: outcome?.ok ? await calendarNow(ctx) : views.refused(t, outcome?.reason ?? 'not-yours') }
    },
  },
)

/** When the province works on one day of the week. */
export const officeHours = defineQuestion(
  'cal-hours',
  { season: z.enum(seasons), weekday: z.enum(['1', '2', '3', '4', '5', '6', '7']) },
  {
    prompt: async ({ t }) => ({ text: t('cal-hours-ask') }),
    take: async (ctx, { text = '' }, { season, weekday }) => {
      const { rt, actor, t } = ctx
      const read = readHours(text)
      const hours = /^(libur|tutup|free|closed)$/i.test(text.trim()) ? 'free' : 'hours' in read ? read.hours : undefined
      if (!hours) return { screen: { text: t('draft-unreadable') }, again: true }
      const outcome = actor && (await service.setOfficeHours(rt, actor, season, Number(weekday) as Weekday, hours))
      return { screen: outcome?.ok ? await weekNow(ctx, season) : views.refused(t, 'not-yours') }
    },
  },
)

/** The first and the last day of a month of fasting. */
export const ramadan = defineQuestion(
  'cal-fast',
  { hijriYear: rowId() },
  {
    prompt: async ({ t }) => ({ text: t('cal-fast-ask') }),
    take: async (ctx, { text = '' }, { hijriYear }) => {
      const { rt, actor, t } = ctx
      const range = readDayRange(text)
      if (!range) return { screen: { text: t('draft-unreadable') }, again: true }
      const outcome = actor && (await service.correctRamadan(rt, actor, hijriYear, range))
      return { screen: outcome?.ok ? await ramadansNow(ctx) : views.refused(t, 'not-yours') }
    },
  },
)

/** From when until when an officer is away. */
export const absence = defineQuestion(
  'cal-away',
  { personId: personId(), kind: z.enum(absenceKinds), standIn: z.union([personId(), z.literal('nobody')]) },
  {
    prompt: async ({ t }) => ({ text: t('cal-away-ask') }),
    take: async (ctx, { text = '' }, { personId: who, kind, standIn }) => {
      const { rt, actor, t } = ctx
      const range = readDayRange(text)
      if (!range) return { screen: { text: t('draft-unreadable') }, again: true }
      const standInId = standIn === 'nobody' ? undefined : standIn
      const outcome = actor && (await service.noteAbsence(rt, actor, { personId: who, kind, standInId }, range))
      return { screen: outcome?.ok ? await officersNow(ctx) : views.refused(t, outcome?.reason ?? 'not-yours') }
    },
  },
)
