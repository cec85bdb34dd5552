import { z } from 'zod'
import { plannedDay, plannedDesk, regionsOfDesk } from '../booking/desk-plan-store.ts'
import { changeDay, changePlace } from '../booking/desk-service.ts'
import { inOneLine, readDays, readSeats, whyNotTold } from '../booking/draft.ts'
import { previewMove } from '../booking/moving-service.ts'
import { dayToMove } from '../booking/moving-store.ts'
import { dayId, deskId } from '../booking/rules.ts'
import { readHours } from '../calendar/rules.ts'
import { freeAmong } from '../calendar/store.ts'
import { defineQuestion } from '../people/context.ts'
import { localDate } from '../platform/time.ts'
import * as views from './desk-views.ts'

/** The date to which a day of a desk is moved. */
export const moveTo = defineQuestion(
  'plan-move',
  { dayId: dayId() },
  {
    prompt: async ({ rt, t }, { dayId }) => views.moveAsk(t, dayId, localDate(rt.clock.now())),
    take: async ({ rt, actor, t }, { text }, { dayId }) => {
      const today = localDate(rt.clock.now())
      const [to, ...more] = readDays(text ?? '', today) ?? []
      if (!to || more.length > 0) return { screen: views.moveUnread(t, dayId, today), again: true }
      const outcome = actor && (await previewMove(rt, actor, dayId, to))
      if (!outcome?.ok) return { screen: views.refused(t, outcome?.reason ?? 'not-yours') }
      const { refusal } = outcome.value
      const isOver = refusal === 'day-gone' || refusal === 'day-begun'
      if (refusal) return { screen: views.refused(t, refusal, dayId), ...(isOver ? {} : { again: true as const }) }
      const day = await dayToMove(rt.db, dayId)
      const free = await freeAmong(rt.db, [to], day ? await regionsOfDesk(rt.db, day.deskId) : [])
      return { screen: views.moveConfirm(t, { dayId, to, preview: outcome.value, free }) }
    },
  },
)

/** The place of a desk: its name, or a point on the map that was sent. */
export const deskPlace = defineQuestion(
  'plan-place',
  { deskId: deskId() },
  {
    prompt: async ({ t }) => ({ text: t('plan-place-ask') }),
    take: async ({ rt, actor, t }, { text, location }, { deskId }) => {
      const venue = text === undefined ? undefined : inOneLine(text)
      const isWrong = venue === undefined ? !location : whyNotTold({ venue }, localDate(rt.clock.now())) !== undefined
      if (isWrong) return { screen: { text: t('plan-place-wrong') }, again: true }
      const place = venue === undefined ? (location ? { point: location } : {}) : { venue }
      const outcome = actor && (await changePlace(rt, actor, deskId, place))
      if (!outcome?.ok) return { screen: views.refused(t, outcome?.reason ?? 'not-yours') }
      const desk = await plannedDesk(rt.db, deskId)
      return { screen: desk ? views.desk(t, desk) : views.refused(t, 'day-gone') }
    },
  },
)

/** Hours, or seats, of a day that is there already. */
export const dayPlan = defineQuestion(
  'plan-change',
  { dayId: dayId(), what: z.enum(['hours', 'seats']) },
  {
    prompt: async ({ t }, { what }) => ({ text: t(`plan-change-${what}`) }),
    take: async ({ rt, actor, t }, { text = '' }, { dayId, what }) => {
      const hours = readHours(text)
      const seats = readSeats(text)
      const change = what === 'seats' ? seats && { seats } : 'hours' in hours ? { hours: hours.hours } : undefined
      if (!change) return { screen: { text: t('draft-unreadable') }, again: true }
      const outcome = actor && (await changeDay(rt, actor, dayId, change))
      if (!outcome?.ok) return { screen: views.refused(t, outcome?.reason ?? 'not-yours', dayId) }
      const day = await plannedDay(rt.db, dayId)
      return { screen: day ? views.day(t, day) : views.refused(t, 'day-gone') }
    },
  },
)
