import { Composer } from 'grammy'
import { desksFrom } from '../booking/desk-plan-store.ts'
import type { BotContext, KnownContext } from '../people/context.ts'
import { press } from '../people/press.ts'
import { may, type PersonId } from '../people/rules.ts'
import type { Result } from '../platform/result.ts'
import { telegramFailure } from '../platform/telegram/failure.ts'
import { answerPress, send, show } from '../platform/telegram/screen.ts'
import { atWib, localDate } from '../platform/time.ts'
import type { Facet } from './audience.ts'
import * as audienceViews from './audience-views.ts'
import * as button from './buttons.ts'
import { message } from './message-views.ts'
import { placesOf, scheduledDesk } from './place-store.ts'
import * as question from './questions.ts'
import { personalOf } from './reader-store.ts'
import type { Broadcast, BroadcastId } from './rules.ts'
import * as service from './service.ts'
import { broadcastWith, type DraftChange, newestBroadcasts, savedAudiences } from './store.ts'
import * as views from './views.ts'

// A broadcast as it is written: words, button, audience, time, and a look at all of it before anybody gets it.

export const draftingBroadcasts = new Composer<BotContext>()

const admins = draftingBroadcasts.filter(
  (ctx): ctx is BotContext & KnownContext => ctx.actor !== undefined && may(ctx.actor, 'broadcast'),
)

press(admins, button.openDraft, async (ctx) => {
  await ctx.dropQuestion()
  const outcome = await service.openDraft(ctx.rt, ctx.actor)
  if (outcome.ok && outcome.value.words === undefined)
    return ctx.ask(question.words.with({ broadcastId: outcome.value.id }))
  await showDraft(ctx, outcome)
})

async function showDraft(ctx: KnownContext, outcome: Parameters<typeof question.draftOutcome>[1]): Promise<void> {
  const { screen } = await question.draftOutcome(ctx, outcome)
  if (screen) await show(ctx, screen)
}

const change = async (ctx: KnownContext, id: BroadcastId, wanted: DraftChange): Promise<void> =>
  showDraft(ctx, await service.changeDraft(ctx.rt, ctx.actor, id, wanted))

press(admins, button.dropDraft, async (ctx, { broadcastId }) => {
  const outcome = await service.dropDraft(ctx.rt, ctx.actor, broadcastId)
  if (!outcome.ok) return show(ctx, views.refused(ctx.t, outcome.reason))
  const LISTED = 8
  await show(ctx, views.home(ctx.t, await newestBroadcasts(ctx.rt.db, LISTED)))
})

press(admins, button.askWords, async (ctx, { broadcastId }) => ctx.ask(question.words.with({ broadcastId })))
press(admins, button.dropFile, (ctx, { broadcastId }) => change(ctx, broadcastId, { attachment: null }))

// ── Made ready from a desk ──

press(admins, button.pickDesk, async (ctx) => {
  await show(ctx, views.desks(ctx.t, await desksFrom(ctx.rt.db, localDate(ctx.rt.clock.now()))))
})
press(admins, button.fromDesk, async (ctx, { deskId }) => {
  const { rt, t } = ctx
  const desk = await scheduledDesk(rt.db, deskId, localDate(rt.clock.now()))
  const last = desk?.days.at(-1)
  if (!desk || !last) return show(ctx, views.refused(t, 'gone'))
  const days = desk.days.map(({ day, opens, closes }) => {
    return { at: atWib(day, '12:00'), hours: `${opens}–${closes}`.replaceAll(':', '.') }
  })
  const words = views.deskWords(t, { title: desk.title, venue: desk.venue ?? undefined, days })
  const lastStart = atWib(last.day, last.opens)
  await showDraft(
    ctx,
    await service.draftFromDesk(rt, ctx.actor, { id: desk.id, zoneId: desk.zoneId, words, lastStart }),
  )
})

// ── Its button ──

press(admins, button.openButtons, (ctx, { broadcastId }) =>
  withDraft(ctx, broadcastId, (draft) => views.buttons(ctx.t, draft)),
)
press(admins, button.pickButton, async (ctx, { broadcastId, kind }) => {
  if (kind === 'link') return ctx.ask(question.link.with({ broadcastId }))
  await change(ctx, broadcastId, { button: kind === 'none' ? null : { kind } })
})

async function withDraft(
  ctx: KnownContext,
  id: BroadcastId,
  view: (draft: Broadcast) => Parameters<typeof show>[1],
): Promise<void> {
  await ctx.dropQuestion()
  const draft = await broadcastWith(ctx.rt.db.reader, id)
  await show(ctx, draft?.state === 'draft' ? view(draft) : views.refused(ctx.t, 'gone'))
}

// ── Its audience ──

const audienceFacts = async (ctx: KnownContext, broadcast: Broadcast) => ({
  broadcast,
  count: await service.countOf(ctx.rt, broadcast),
  places: await placesOf(ctx.rt.db),
})

async function showAudience(
  ctx: KnownContext,
  outcome: Result<Broadcast, service.DraftRefusal>,
  facet?: Facet,
): Promise<void> {
  if (!outcome.ok) return show(ctx, views.refused(ctx.t, outcome.reason))
  const facts = await audienceFacts(ctx, outcome.value)
  await show(ctx, facet ? audienceViews.facet(ctx.t, facet, facts) : audienceViews.audience(ctx.t, facts))
}

async function draftNow(ctx: KnownContext, id: BroadcastId): Promise<Result<Broadcast, service.DraftRefusal>> {
  await ctx.dropQuestion()
  const draft = await broadcastWith(ctx.rt.db.reader, id)
  return draft?.state === 'draft' ? { ok: true, value: draft } : { ok: false, reason: 'gone' }
}

press(admins, button.openAudience, async (ctx, { broadcastId }) => showAudience(ctx, await draftNow(ctx, broadcastId)))
press(admins, button.openFacet, async (ctx, { broadcastId, facet }) =>
  showAudience(ctx, await draftNow(ctx, broadcastId), facet),
)
press(admins, button.pickAudience, async (ctx, { broadcastId, facet, value }) =>
  showAudience(ctx, await service.pickAudience(ctx.rt, ctx.actor, broadcastId, facet, value), facet),
)
press(admins, button.askAudienceName, async (ctx, { broadcastId }) =>
  ctx.ask(question.audienceName.with({ broadcastId })),
)
press(admins, button.openSaved, async (ctx, { broadcastId }) =>
  show(ctx, audienceViews.saved(ctx.t, broadcastId, await savedAudiences(ctx.rt.db))),
)
press(admins, button.takeSaved, async (ctx, { broadcastId, audienceId }) =>
  showAudience(ctx, await service.takeSavedAudience(ctx.rt, ctx.actor, broadcastId, audienceId)),
)

// ── Its time ──

press(admins, button.openTimes, (ctx, { broadcastId }) =>
  withDraft(ctx, broadcastId, (draft) => views.times(ctx.t, draft)),
)
press(admins, button.askTime, async (ctx, { broadcastId, which }) =>
  ctx.ask(question.time.with({ broadcastId, which })),
)
press(admins, button.sendAtOnce, (ctx, { broadcastId }) => change(ctx, broadcastId, { sendAt: null }))
press(admins, button.askUrgent, async (ctx, { broadcastId }) => ctx.ask(question.urgentReason.with({ broadcastId })))
press(admins, button.notUrgent, async (ctx, { broadcastId }) =>
  showDraft(ctx, await service.setUrgent(ctx.rt, ctx.actor, broadcastId, undefined)),
)

// ── A look at it ──

press(admins, button.openPreview, async (ctx, { broadcastId }) => {
  const outcome = await service.preview(ctx.rt, ctx.actor, broadcastId)
  if (!outcome.ok) return show(ctx, views.refused(ctx.t, outcome.reason))
  await answerPress(ctx)
  const isShown = await showSamples(ctx, broadcastId, outcome.value.samples)
  await send(ctx, isShown ? views.preview(ctx.t, outcome.value) : { text: ctx.t('cast-file-gone') })
})

press(admins, button.testOnMe, async (ctx, { broadcastId }) => {
  await answerPress(ctx)
  const isShown = await showSamples(ctx, broadcastId, [ctx.actor.personId])
  if (!isShown) await send(ctx, { text: ctx.t('cast-file-gone') })
})

press(admins, button.seeLeftOut, async (ctx, { broadcastId }) => {
  const outcome = await service.leftOut(ctx.rt, ctx.actor, broadcastId)
  await show(ctx, outcome.ok ? views.leftOut(ctx.t, broadcastId, outcome.value) : views.refused(ctx.t, outcome.reason))
})

/** The very messages that these people would get; false when Telegram does not take them. */
async function showSamples(ctx: KnownContext, id: BroadcastId, people: readonly PersonId[]): Promise<boolean> {
  for (const person of people) {
    const personal = await personalOf(ctx.rt.db, id, person)
    if (!personal) continue
    try {
      await send(ctx, message(ctx.t, personal.message, personal.reader))
    } catch (error) {
      if (telegramFailure(error) !== 'refused') throw error
      return false
    }
  }
  return true
}
