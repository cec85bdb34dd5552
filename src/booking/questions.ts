import { defineQuestion } from '../people/context.ts'
import { bookingId } from './rules.ts'
import { setTopic } from './service.ts'
import * as views from './views.ts'

/** What an owner would like to talk about at the desk. */
export const visitTopic = defineQuestion(
  'visit-topic',
  { bookingId: bookingId() },
  {
    takesAnything: true,
    prompt: async ({ t }) => ({ text: t('ticket-topic-ask') }),
    take: async ({ rt, actor, t }, { text }, { bookingId }) => {
      if (!actor) return { screen: { text: t('not-yours') } }
      if (text === undefined) return { screen: { text: t('answer-not-text') }, again: true }
      const outcome = await setTopic(rt, actor, bookingId, text)
      if (outcome.ok) return { screen: views.topicKept(t, bookingId) }
      const { reason } = outcome
      return reason === 'no-topic'
        ? { screen: { text: t('ticket-topic-long') }, again: true }
        : { screen: reason === 'not-yours' ? { text: t('not-yours') } : views.refused(t, reason) }
    },
  },
)
