import { defineQuestion } from '../people/context.ts'
import { alertId } from './rules.ts'
import { notePhone } from './service.ts'
import * as views from './views.ts'

/** An owner's number, as an officer knows it. */
export const ownerPhone = defineQuestion(
  'alert-no-phone',
  { alertId: alertId() },
  {
    prompt: async ({ t }) => ({ text: t('alert-phone-ask') }),
    take: async ({ rt, actor, speaker, t }, { text = '' }, { alertId }) => {
      if (!actor) return { screen: views.refused(t, 'not-yours') }
      const outcome = await notePhone(rt, actor, alertId, text)
      if (outcome.ok) return { screen: views.phone(t, outcome.value, speaker.name ?? '') }
      return {
        screen: views.refused(t, outcome.reason),
        ...(outcome.reason === 'no-phone' ? { again: true as const } : {}),
      }
    },
  },
)
