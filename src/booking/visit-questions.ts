import { type BotContext, defineQuestion } from '../people/context.ts'
import type { Outcome } from '../platform/telegram/ask.ts'
import * as feedback from './feedback-service.ts'
import { draftResults } from './result-service.ts'
import { preview } from './result-views.ts'
import { type DayId, dayId } from './rules.ts'
import { readCode, visitId, visitsNamed } from './visit-rules.ts'
import * as service from './visit-service.ts'
import * as views from './visit-views.ts'
import { letIn } from './walk-in-service.ts'

const notYours = ({ t }: BotContext): Outcome => ({ screen: { text: t('duty-not-yours') } })

/** Who is there: a code, a number of the list, or a part of a name. */
export const arrival = defineQuestion(
  'duty-arrival',
  { dayId: dayId() },
  {
    prompt: async ({ t }, { dayId }) => views.ask(t, dayId, t('duty-arrival-ask')),
    take: async (ctx, { text }, { dayId }) => {
      if (text === undefined) return { screen: views.ask(ctx.t, dayId, ctx.t('answer-not-text')), again: true }
      return (await byCode(ctx, dayId, text)) ?? byName(ctx, dayId, text)
    },
  },
)

/** Undefined when it is nobody's code. */
async function byCode({ rt, actor, t }: BotContext, id: DayId, typed: string): Promise<Outcome | undefined> {
  if (!actor || readCode(typed) === undefined) return undefined
  const outcome = await service.checkInByCode(rt, actor, typed)
  if (outcome.ok) return { screen: views.arrived(t, outcome.value) }
  if (outcome.reason === 'unknown-code') return undefined
  return { screen: views.ask(t, id, t(`duty-${outcome.reason}`)), again: true }
}

async function byName(ctx: BotContext, id: DayId, typed: string): Promise<Outcome> {
  const { rt, actor, t } = ctx
  if (!actor) return notYours(ctx)
  const outcome = await service.openList(rt, actor, id)
  if (!outcome.ok) return { screen: { text: t(`duty-${outcome.reason}`) } }
  const { day, visits } = outcome.value
  const found = visitsNamed(visits, typed)
  const [only] = found
  if (!only) return { screen: views.nobodyFound(t, id), again: true }
  return { screen: found.length === 1 ? views.visit(t, { day, visit: only }) : views.choices(t, id, found) }
}

/** What the business of somebody is called who came without a booking. */
export const walkIn = defineQuestion(
  'duty-walk-in',
  { dayId: dayId() },
  {
    prompt: async ({ t }, { dayId }) => views.ask(t, dayId, t('duty-walk-in-ask')),
    take: async (ctx, { text }, { dayId }) => {
      const { rt, actor, t } = ctx
      if (!actor) return notYours(ctx)
      const outcome = await letIn(rt, actor, dayId, text ?? '')
      if (outcome.ok) return { screen: views.letIn(t, outcome.value) }
      const { reason } = outcome
      if (reason === 'not-yours' || reason === 'gone' || reason === 'too-early') {
        return { screen: { text: t(`duty-${reason}`) } }
      }
      return { screen: views.ask(t, dayId, t(`business-name-${reason}`)), again: true }
    },
  },
)

/** What became of several visits, typed in one message. */
export const results = defineQuestion(
  'duty-results',
  { dayId: dayId() },
  {
    prompt: async ({ t }, { dayId }) => views.ask(t, dayId, t('results-ask')),
    take: async (ctx, { text }, { dayId }) => {
      const { rt, actor, t } = ctx
      if (!actor) return notYours(ctx)
      const outcome = await draftResults(rt, actor, dayId, text ?? '')
      if (!outcome.ok) return { screen: { text: t(`duty-${outcome.reason}`) } }
      const screen = preview(t, dayId, outcome.value)
      return outcome.value.draftId === undefined ? { screen, again: true } : { screen }
    },
  },
)

/** Notes of an officer on a visit. */
export const visitNotes = defineQuestion(
  'visit-notes',
  { visitId: visitId() },
  {
    takesAnything: true,
    prompt: async ({ t }, { visitId }) => views.askOf(t, visitId, t('guest-note-ask')),
    take: async (ctx, { text }, { visitId }) => {
      const { rt, actor, t } = ctx
      if (!actor) return notYours(ctx)
      const outcome = await service.note(rt, actor, visitId, text ?? '')
      if (outcome.ok) return { screen: views.visit(t, outcome.value) }
      return outcome.reason === 'no-notes'
        ? { screen: views.askOf(t, visitId, t('guest-note-long')), again: true }
        : { screen: { text: t(`duty-${outcome.reason}`) } }
    },
  },
)

/** What an owner has to say about the visit besides the five buttons. */
export const visitWords = defineQuestion(
  'visit-words',
  { visitId: visitId() },
  {
    takesAnything: true,
    prompt: async ({ t }) => ({ text: t('visit-words-ask') }),
    take: async ({ rt, actor, t }, { text }, { visitId }) => {
      if (!actor) return { screen: { text: t('not-yours') } }
      const outcome = await feedback.describeVisit(rt, actor, visitId, text ?? '')
      if (outcome.ok) return { screen: { text: t('visit-words-kept') } }
      return outcome.reason === 'no-words'
        ? { screen: { text: t('visit-words-long') }, again: true }
        : { screen: { text: t('not-yours') } }
    },
  },
)
