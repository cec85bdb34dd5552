import { Composer } from 'grammy'
import { ownsBusiness } from '../dossier/store.ts'
import { companionsOf } from '../people/companion-store.ts'
import type { BotContext, KnownContext } from '../people/context.ts'
import { opened, press } from '../people/press.ts'
import { consentAsk } from '../people/views.ts'
import { show } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import { companionName } from './companion-questions.ts'
import * as service from './companion-service.ts'
import * as views from './companion-views.ts'

// Asking somebody to accompany, and accompanying.

/** Before anything asks for consent: whoever opens the link must be able to go on with it once they agreed. */
export const companionDoor = new Composer<BotContext>()

opened(companionDoor, button.companionLink, (ctx, { token }) => showInvitation(ctx, token))
press(companionDoor, button.openInvitation, (ctx, { token }) => showInvitation(ctx, token))

async function showInvitation(ctx: BotContext, token: string): Promise<void> {
  if (ctx.actor?.consented) return show(ctx, views.invited(ctx.t, token))
  await show(ctx, views.consentFirst(ctx.t, token))
  await show(ctx, consentAsk(ctx.t))
}

export const companions = new Composer<BotContext>()
const known = companions.filter((ctx): ctx is BotContext & KnownContext => ctx.actor?.consented === true)

press(known, button.openCompanions, showList)

async function showList(ctx: KnownContext): Promise<void> {
  const { reader } = ctx.rt.db
  const { personId } = ctx.actor
  const isOwner = await ownsBusiness(reader, personId)
  await show(ctx, views.companions(ctx.t, { ...(await companionsOf(reader, personId)), isOwner }))
}

press(known, button.inviteCompanion, async (ctx) => {
  const outcome = await service.inviteCompanion(ctx.rt, ctx.actor)
  if (!outcome.ok) return show(ctx, { text: ctx.t('not-yours') })
  const link = `https://t.me/${ctx.me.username}?start=${button.companionLink.with({ token: outcome.value.token })}`
  await show(ctx, views.invitationMade(ctx.t, { link, expiresAt: outcome.value.expiresAt }))
})

press(known, button.tooYoung, (ctx) => show(ctx, { text: ctx.t('companion-too-young') }))
press(known, button.askToAccompany, async (ctx, { token }) => {
  if (ctx.speaker.name === undefined) return ctx.ask(companionName.with({ token }))
  const outcome = await service.askToAccompany(ctx.rt, ctx.actor, ctx.speaker.accountId, token)
  if (outcome.ok) return show(ctx, views.requested(ctx.t, outcome.value))
  const { reason } = outcome
  await show(ctx, reason === 'not-yours' ? { text: ctx.t('not-yours') } : views.accompanyRefused(ctx.t, reason))
})

press(known, button.answerCompanion, async (ctx, { companionId, answer }) => {
  const outcome = await service.answerCompanion(ctx.rt, ctx.actor, companionId, answer === 'yes')
  if (outcome.ok) await show(ctx, { text: ctx.t(`companion-said-${answer}`) })
  else if (outcome.reason === 'answered') await showList(ctx)
  else await show(ctx, { text: ctx.t('not-yours') })
})
press(known, button.endCompanion, async (ctx, { companionId }) => {
  const outcome = await service.endCompanion(ctx.rt, ctx.actor, companionId)
  await (outcome.ok ? showList(ctx) : show(ctx, { text: ctx.t('not-yours') }))
})
