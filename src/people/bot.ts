import { Composer } from 'grammy'
import { html } from '../platform/i18n/translator.ts'
import { incomingFile } from '../platform/telegram/download.ts'
import { handlingOf } from '../platform/telegram/handling.ts'
import { answerPress, show } from '../platform/telegram/screen.ts'
import { openAccountLink, stopAssisting, stopMove } from './account-service.ts'
import * as button from './buttons.ts'
import type { BotContext } from './context.ts'
import { causeOf, recognise } from './identify.ts'
import { keyboardFor, onOrder } from './orders.ts'
import { opened, press } from './press.ts'
import { ownName } from './questions.ts'
import { consentInWords, type Grant } from './rules.ts'
import * as service from './service.ts'
import { regionNames } from './store.ts'
import * as views from './views.ts'

export const people = new Composer<BotContext>()

// The owner's walk goes on from here by itself: agreeing is recorded, then the press travels on to the checklist.
press(people, button.agree, async (ctx, _, next) => {
  const isNew = ctx.actor?.consented !== true
  if (isNew) await service.giveConsent(ctx.rt, ctx.speaker, views.consentText(ctx.t), causeOf(ctx))
  await recognise(ctx)
  if (isNew) await show(ctx, { text: ctx.t('consent-thanks'), keyboard: keyboardFor(ctx.actor, ctx.t.language) })
  await next()
})
press(people, button.readConsent, (ctx) => show(ctx, views.consentFull(ctx.t)))
press(people, button.refuseConsent, (ctx, _, next) =>
  ctx.actor?.consented ? next() : show(ctx, views.consentRefused(ctx.t)),
)
press(people, button.askConsentAgain, (ctx) => show(ctx, views.consentAsk(ctx.t)))

press(people, button.speak, async (ctx, { language }, next) => {
  await service.chooseLanguage(ctx.rt, ctx.speaker, language)
  await recognise(ctx)
  if (!ctx.actor) return show(ctx, views.consentAsk(ctx.t))
  await answerPress(ctx)
  await show(ctx, { text: ctx.t('language-chosen'), keyboard: keyboardFor(ctx.actor, language) })
  await staffFirst(ctx, next)
})

opened(people, button.invitationLink, async (ctx, { token }) => {
  const outcome = await service.readInvitation(ctx.rt, ctx.speaker, token)
  if (!outcome.ok) return show(ctx, views.invitationRefused(ctx.t, outcome.reason))
  await show(ctx, views.invitation(ctx.t, token, await inWords(ctx, outcome.value)))
})

press(people, button.acceptInvitation, async (ctx, { token }) => {
  const outcome = await service.acceptInvitation(ctx.rt, ctx.speaker, token, causeOf(ctx))
  if (!outcome.ok) return show(ctx, views.invitationRefused(ctx.t, outcome.reason))
  await recognise(ctx)
  const text = ctx.t('invitation-accepted', { grant: html(await inWords(ctx, outcome.value)) })
  await show(ctx, { text, keyboard: keyboardFor(ctx.actor, ctx.t.language) })
  if (ctx.speaker.name === undefined) ctx.ask(ownName.with({}))
})

// Whoever opens it is the owner from here on, and goes on as one: the link is a /start too.
opened(people, button.accountLink, async (ctx, { token }, next) => {
  const outcome = await openAccountLink(ctx.rt, ctx.speaker, token, causeOf(ctx))
  if (!outcome.ok) return show(ctx, { text: ctx.t(`account-link-${outcome.reason}`) })
  await recognise(ctx)
  await show(ctx, { text: ctx.t('account-moved') })
  await next()
})

// Nobody gets further without having agreed, or a task here: nothing they sent is kept, and the consent is asked.
people.use(async (ctx, next) => {
  if (!ctx.message && !ctx.callbackQuery) return
  const { actor } = ctx
  if (actor && (actor.consented || actor.grants.length > 0)) return next()
  const isFile = ctx.message !== undefined && incomingFile(ctx.message) !== undefined
  if (isFile && (await handlingOf(ctx.update).isFollowedByFile())) return
  if (isFile) return show(ctx, views.consentBeforeFiles(ctx.t))
  const said = consentInWords(ctx.message?.text ?? '')
  if (said === 'refuses') return show(ctx, views.consentRefused(ctx.t))
  await show(ctx, said === 'agrees' ? views.consentToPress(ctx.t) : views.consentAsk(ctx.t))
})

onOrder(people, 'menu', (ctx) => show(ctx, views.menu(ctx.t, ctx.actor)))
press(people, button.openMenu, (ctx) => show(ctx, views.menu(ctx.t, ctx.actor)))
onOrder(people, 'help', (ctx) => show(ctx, views.help(ctx.t)))
press(people, button.openHelp, (ctx) => show(ctx, views.help(ctx.t)))
press(people, button.rename, async (ctx) => ctx.ask(ownName.with({})))

press(people, button.stopMove, async (ctx, { linkId }) => {
  const outcome = ctx.actor && (await stopMove(ctx.rt, ctx.actor, linkId))
  await show(ctx, { text: ctx.t(outcome?.ok ? 'account-move-stopped' : 'account-move-over') })
})

// Whoever works here begins at their desk; the walk of an owner begins in the checklist.
onOrder(people, 'start', staffFirst)
onOrder(people, 'continue', async (ctx, next) =>
  ctx.actor?.consented || ctx.speaker.assisting ? next() : staffFirst(ctx, next),
)
press(people, button.stopAssisting, async (ctx, _, next) => {
  if (ctx.actor) await stopAssisting(ctx.rt, ctx.actor)
  await ctx.dropQuestion()
  await recognise(ctx)
  await staffFirst(ctx, next)
})

async function staffFirst(ctx: BotContext, next: () => Promise<void>): Promise<void> {
  return ctx.actor && ctx.actor.grants.length > 0 ? startAtDesk(ctx) : next()
}

/** Where somebody who works here begins: their roles, and a button for each. What was not understood is told there. */
export async function startAtDesk(ctx: BotContext, said?: 'greeted' | 'not-understood'): Promise<void> {
  const { actor, speaker, t } = ctx
  if (!actor) return show(ctx, views.consentAsk(t))
  if (speaker.name === undefined) return ctx.ask(ownName.with({}))
  const names = await regionNames(ctx.rt.db.reader)
  const roles = actor.grants.map((grant) => views.grantInWords(t, grant, names))
  if (ctx.message && !said) await show(ctx, { text: t('welcome-back'), keyboard: keyboardFor(actor, t.language) })
  await show(ctx, views.staffHome(t, { actor, name: speaker.name, roles, assisting: speaker.assisting, said }))
}

async function inWords(ctx: BotContext, grant: Grant): Promise<string> {
  return views.grantInWords(ctx.t, grant, await regionNames(ctx.rt.db.reader))
}
