import { Composer } from 'grammy'
import { walkOn } from '../checklist/walk.ts'
import { agree, askConsentAgain, speak } from '../people/buttons.ts'
import type { BotContext, KnownContext } from '../people/context.ts'
import { causeOf, recognise } from '../people/identify.ts'
import { keyboardFor } from '../people/orders.ts'
import { opened, press } from '../people/press.ts'
import { holds, may } from '../people/rules.ts'
import { chooseLanguage } from '../people/service.ts'
import { consentAsk } from '../people/views.ts'
import { translator } from '../platform/i18n/translator.ts'
import { cardsPdf, type PaperCard } from '../platform/pdf.ts'
import { qrSquares } from '../platform/qr.ts'
import { answerPress, send, show } from '../platform/telegram/screen.ts'
import { writeWorkbook } from '../platform/workbook.ts'
import * as button from './buttons.ts'
import * as inviting from './invitation-service.ts'
import * as letters from './invitation-views.ts'
import * as service from './list-service.ts'
import { listFile } from './questions.ts'
import { sampleSheet } from './report-views.ts'
import * as views from './views.ts'

// The list of the dinas, for admins, and the invitations that come of it.

export const nominationDesk = new Composer<BotContext>()

/** Letters to owners and files of the dinas are in Indonesian, whatever the admin reads. */
const indonesian = translator('id')

const admins = nominationDesk.filter(
  (ctx): ctx is BotContext & KnownContext => ctx.actor !== undefined && may(ctx.actor, 'nominate'),
)
const inviters = nominationDesk.filter(
  (ctx): ctx is BotContext & KnownContext =>
    ctx.actor !== undefined && (may(ctx.actor, 'nominate') || holds(ctx.actor, 'officer')),
)

press(admins, button.openNominations, async (ctx) => {
  await ctx.dropQuestion()
  const outcome = await service.nominations(ctx.rt, ctx.actor)
  await show(ctx, outcome.ok ? views.home(ctx.t, outcome.value) : views.refused(ctx.t, outcome.reason))
})
press(admins, button.askList, async (ctx) => ctx.ask(listFile.with({})))
// Below the question, which stays open.
press(admins, button.showSample, async (ctx) => {
  await answerPress(ctx)
  await send(ctx, views.sample(ctx.t, await writeWorkbook([sampleSheet(indonesian)])))
})
press(admins, button.applyList, async (ctx, { listId }) => {
  const outcome = await service.applyList(ctx.rt, ctx.actor, listId)
  await show(ctx, outcome.ok ? views.applied(ctx.t, outcome.value) : views.refused(ctx.t, outcome.reason))
})
press(admins, button.askUndo, async (ctx, { listId }) => {
  const outcome = await service.askUndo(ctx.rt, ctx.actor, listId)
  await show(ctx, outcome.ok ? views.undoAsk(ctx.t, listId, outcome.value) : views.refused(ctx.t, outcome.reason))
})
press(admins, button.undoList, async (ctx, { listId }) => {
  const outcome = await service.undoList(ctx.rt, ctx.actor, listId)
  await show(ctx, outcome.ok ? views.undone(ctx.t, outcome.value) : views.refused(ctx.t, outcome.reason))
})

// ── Invitations ──

press(admins, button.openUnclaimed, async (ctx, { page }) => {
  const outcome = await inviting.unclaimed(ctx.rt, ctx.actor)
  await show(ctx, outcome.ok ? letters.unclaimed(ctx.t, outcome.value, page) : letters.came(ctx.t, outcome.reason))
})

const letterOf = (ctx: BotContext, invited: inviting.Invited): letters.Letter => ({
  ...invited,
  link: `https://t.me/${ctx.me.username}?start=${button.nominationLink.with({ token: invited.token })}`,
})

press(admins, button.inviteAll, async (ctx) => {
  const outcome = await inviting.inviteAll(ctx.rt, ctx.actor)
  if (!outcome.ok) return show(ctx, letters.came(ctx.t, outcome.reason))
  const all = outcome.value.map((each) => letterOf(ctx, each))
  if (all.length === 0) return show(ctx, letters.nobodyToInvite(ctx.t))
  await answerPress(ctx)
  const sheet = await writeWorkbook([letters.letterSheet(indonesian, all)])
  await send(ctx, letters.letters(ctx.t, all.length, sheet))
  for (let at = 0; at < all.length; at += CARDS_A_FILE) await sendCards(ctx, all.slice(at, at + CARDS_A_FILE))
})

/** As many as a printer and a phone take at once. */
const CARDS_A_FILE = 200

async function sendCards(ctx: BotContext, all: readonly letters.Letter[]): Promise<void> {
  const cards: PaperCard[] = []
  for (const letter of all) {
    cards.push({ ...letters.cardOf(indonesian, letter), squares: await qrSquares(letter.link) })
  }
  await send(ctx, letters.cards(ctx.t, await cardsPdf(letters.cardsTitle(indonesian), cards)))
}

// Sent below: the alert or the list it came from stays where it is.
press(inviters, button.inviteOwner, async (ctx, { dossierId }) => {
  const outcome = await inviting.inviteOwner(ctx.rt, ctx.actor, dossierId)
  await answerPress(ctx)
  const screen = outcome.ok
    ? letters.invitation(ctx.t, letterOf(ctx, outcome.value), indonesian)
    : letters.came(ctx.t, outcome.reason)
  await send(ctx, screen)
})

// ── Whoever was invited ──

/** Before the consent is asked: only that the link was opened is kept. */
export const nominationDoor = new Composer<BotContext>()

opened(nominationDoor, button.nominationLink, async (ctx, { token }, next) => {
  await ctx.dropQuestion()
  const outcome = await inviting.openInvitation(ctx.rt, ctx.speaker, token)
  if (!outcome.ok) return show(ctx, letters.linkRefused(ctx.t, outcome.reason))
  if (outcome.value === 'own') return next()
  await (ctx.actor?.consented ? askNumber(ctx) : askConsent(ctx))
})

/** The consent as everybody is asked, and what the dinas gave already: of what kind, not what it says. */
async function askConsent(ctx: BotContext): Promise<void> {
  const ask = consentAsk(ctx.t)
  await show(ctx, { ...ask, text: `${ctx.t('nomination-consent')}\n\n${ask.text}` })
}

/** Asked again, or in another language, it says the same. */
const isAskedHere = async ({ rt, actor, speaker }: BotContext): Promise<boolean> =>
  !actor?.consented && (await inviting.isInvited(rt, speaker))

press(nominationDoor, askConsentAgain, async (ctx, _, next) => ((await isAskedHere(ctx)) ? askConsent(ctx) : next()))
press(nominationDoor, speak, async (ctx, { language }, next) => {
  if (!(await isAskedHere(ctx))) return next()
  await chooseLanguage(ctx.rt, ctx.speaker, language)
  await recognise(ctx)
  await askConsent(ctx)
})

/** Before the questions: the number that was asked for answers none that may be open besides. */
export const nominationNumber = new Composer<BotContext>()

nominationNumber.on('message:contact', async (ctx, next) => {
  if (await inviting.isInvited(ctx.rt, ctx.speaker)) ctx.questionState = undefined
  await next()
})

/** After the consent, and before the walk begins. */
export const nominationClaim = new Composer<BotContext>()

press(nominationClaim, agree, async (ctx, _, next) =>
  ctx.actor?.consented && (await inviting.isInvited(ctx.rt, ctx.speaker)) ? askNumber(ctx) : next(),
)

async function askNumber(ctx: BotContext): Promise<void> {
  await show(ctx, letters.numberAsk(ctx.t))
  await send(ctx, letters.numberSkip(ctx.t))
}

press(nominationClaim, button.skipClaim, async (ctx) => goOn(ctx, ctx.t('claim-skipped')))

nominationClaim.on('message:contact', async (ctx, next) => {
  if (!(await inviting.isInvited(ctx.rt, ctx.speaker))) return next()
  const { contact } = ctx.message
  if (contact.user_id !== ctx.from.id) return show(ctx, { ...letters.numberAsk(ctx.t), text: ctx.t('claim-not-own') })
  const outcome = await inviting.claim(ctx.rt, ctx.speaker, contact.phone_number, causeOf(ctx))
  if (outcome.ok) {
    await recognise(ctx)
    return goOn(ctx, letters.claimed(ctx.t, outcome.value))
  }
  if (outcome.reason === 'not-invited') return next()
  await goOn(ctx, letters.claimRefused(ctx.t, outcome.reason))
})

/** Brings the usual keys back, and goes on with the walk. */
async function goOn(ctx: BotContext, text: string): Promise<void> {
  await show(ctx, { text, keyboard: keyboardFor(ctx.actor, ctx.t.language) })
  await walkOn(ctx)
}
