import { z } from 'zod'
import { allZones, regionsOfZone } from '../booking/desk-plan-store.ts'
import { openDraft, tellDraft } from '../booking/desk-service.ts'
import {
  type Draft,
  type DraftStep,
  draftSteps,
  inOneLine,
  nextStep,
  readDays,
  readSeats,
  type Told,
} from '../booking/draft.ts'
import { readHours } from '../calendar/rules.ts'
import { freeAmong } from '../calendar/store.ts'
import { type BotContext, defineQuestion } from '../people/context.ts'
import type { Answer, Question } from '../platform/telegram/ask.ts'
import type { Screen } from '../platform/telegram/screen.ts'
import { localDate } from '../platform/time.ts'
import * as views from './draft-views.ts'

const fields = { step: z.enum(draftSteps) }

/** A new desk, answer by answer; those that can be pressed are taken by the bot. */
export const draftAnswer: Question<typeof fields> = defineQuestion('draft', fields, {
  prompt: async ({ rt, t }, { step }) => views.ask(t, step, await allZones(rt.db)),
  take: async (ctx, answer, { step }) => {
    const { rt, actor, t } = ctx
    const told = await read(ctx, step, answer)
    if (!told) return { screen: views.mistaken(t, 'unreadable'), again: true }
    const outcome: Awaited<ReturnType<typeof tellDraft>> = actor
      ? await tellDraft(rt, actor, told)
      : { ok: false, reason: 'not-yours' }
    if (!outcome.ok) {
      const { reason } = outcome
      return reason === 'not-yours'
        ? { screen: views.refused(t, reason) }
        : { screen: views.mistaken(t, reason), again: true }
    }
    const next = nextStep(outcome.value)
    return next ? { next: draftAnswer.with({ step: next }) } : { screen: await draftPreview(ctx, outcome.value) }
  },
})

async function read({ rt }: BotContext, step: DraftStep, { text = '', location }: Answer): Promise<Told | undefined> {
  const words = inOneLine(text)
  switch (step) {
    case 'zone': {
      const zone = (await allZones(rt.db)).find(({ name }) => name.toLowerCase() === words.toLowerCase())
      return zone && { zoneId: zone.id }
    }
    case 'title':
      return { title: words }
    case 'venue':
      return { venue: words }
    case 'point':
      return location && { point: location }
    case 'days': {
      const days = readDays(words, localDate(rt.clock.now()))
      return days && { days }
    }
    case 'hours': {
      const hours = readHours(words)
      return 'hours' in hours ? { hours: hours.hours } : undefined
    }
    case 'seats': {
      const seats = readSeats(words)
      return seats && { seats }
    }
  }
}

/** The preview of a whole draft. */
async function draftPreview({ rt, t }: BotContext, draft: Draft): Promise<Screen> {
  const zone = (await allZones(rt.db)).find(({ id }) => id === draft.zoneId)
  const free = await freeAmong(rt.db, draft.days, zone ? await regionsOfZone(rt.db, zone.id) : [])
  return views.preview(t, draft, zone?.name ?? '–', free)
}

/** The draft as far as it is: what is asked next, or its preview. */
export async function draftNow(ctx: BotContext): Promise<{ step: DraftStep } | { screen: Screen }> {
  const outcome = ctx.actor && (await openDraft(ctx.rt, ctx.actor))
  if (!outcome?.ok) return { screen: views.refused(ctx.t, 'not-yours') }
  const step = nextStep(outcome.value)
  return step ? { step } : { screen: await draftPreview(ctx, outcome.value) }
}
