import { regionsOfDesk } from '../booking/desk-plan-store.ts'
import { previewMove } from '../booking/moving-service.ts'
import { dayToMove } from '../booking/moving-store.ts'
import { dayId } from '../booking/rules.ts'
import { freeAmong } from '../calendar/store.ts'
import { defineQuestion } from '../people/context.ts'
import { readDay } from '../platform/time.ts'
import * as views from './desk-views.ts'

/** The date to which a day of a desk is moved. */
export const moveTo = defineQuestion(
  'plan-move',
  { dayId: dayId() },
  {
    prompt: async ({ t }) => ({ text: t('plan-move-ask') }),
    take: async ({ rt, actor, t }, { text }, { dayId }) => {
      const to = readDay(text ?? '')
      if (!to) return { screen: { text: t('cycle-date-wrong') }, again: true }
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
