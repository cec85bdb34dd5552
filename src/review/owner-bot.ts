import { Composer } from 'grammy'
import { accountLink } from '../people/buttons.ts'
import type { BotContext, KnownContext } from '../people/context.ts'
import { press } from '../people/press.ts'
import { holds } from '../people/rules.ts'
import { consentText } from '../people/views.ts'
import { translator } from '../platform/i18n/translator.ts'
import type { Outcome } from '../platform/telegram/ask.ts'
import { download } from '../platform/telegram/download.ts'
import { show } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import type { Enrolment, EnrolmentId } from './enrolment.ts'
import { enrolForm, enrolOn } from './enrolment-questions.ts'
import * as enrolling from './enrolment-service.ts'
import * as enrolmentViews from './enrolment-views.ts'
import * as service from './owner-service.ts'
import * as views from './owner-views.ts'

// What an officer does for owners: another phone, and taking in those who have no Telegram.

export const ownerDesk = new Composer<BotContext>()

const officers = ownerDesk.filter(
  (ctx): ctx is BotContext & KnownContext => ctx.actor !== undefined && holds(ctx.actor, 'officer'),
)

press(officers, button.askMove, async (ctx, { dossierId }) => {
  const outcome = await service.readOwner(ctx.rt, ctx.actor, dossierId)
  await show(ctx, outcome.ok ? views.moveAsk(ctx.t, outcome.value) : views.moveRefused(ctx.t, outcome.reason))
})

press(officers, button.confirmMove, async (ctx, { dossierId }) => {
  const outcome = await service.linkAccount(ctx.rt, ctx.actor, dossierId)
  if (!outcome.ok) return show(ctx, views.moveRefused(ctx.t, outcome.reason))
  const link = `https://t.me/${ctx.me.username}?start=${accountLink.with({ token: outcome.value.token })}`
  await show(ctx, views.moveLink(ctx.t, dossierId, { ...outcome.value, link }))
})

// ── Owners without Telegram ──

/** The printed form is in Indonesian, whatever the officer reads. */
const printedText = (): string => consentText(translator('id'))

press(officers, button.enrol, async (ctx) => {
  const outcome = await enrolling.beginEnrolment(ctx.rt, ctx.actor)
  await (outcome.ok ? follow(ctx, await enrolOn(ctx, outcome.value)) : refused(ctx))
})
press(officers, button.enrolInto, async (ctx, { enrolmentId, region }) =>
  followTold(ctx, await enrolling.placeEnrolment(ctx.rt, ctx.actor, enrolmentId, region)),
)
press(officers, button.enrolMaking, async (ctx, { enrolmentId, commodity }) =>
  followTold(ctx, await enrolling.chooseProduct(ctx.rt, ctx.actor, enrolmentId, commodity)),
)
press(officers, button.readForm, (ctx) => show(ctx, enrolmentViews.formText(ctx.t, printedText())))
press(officers, button.retakeForm, async (ctx, { enrolmentId }) => {
  const outcome = await enrolling.readEnrolment(ctx.rt, ctx.actor, enrolmentId)
  if (!outcome.ok) return refused(ctx)
  await (outcome.value.made ? follow(ctx, await enrolOn(ctx, outcome.value)) : ctx.ask(enrolForm.with({ enrolmentId })))
})
press(officers, button.dropEnrolment, async (ctx, { enrolmentId }) => {
  await ctx.dropQuestion()
  const outcome = await enrolling.dropEnrolment(ctx.rt, ctx.actor, enrolmentId)
  await (outcome.ok ? show(ctx, enrolmentViews.dropped(ctx.t)) : refused(ctx))
})

press(officers, button.confirmEnrolment, async (ctx, { enrolmentId }) => {
  const read = await enrolling.readEnrolment(ctx.rt, ctx.actor, enrolmentId)
  if (!read.ok) return refused(ctx)
  const { made, form } = read.value
  if (made || !form) return follow(ctx, await enrolOn(ctx, read.value))
  await keepForm(ctx, enrolmentId, form)
})

/** Fetches the form once more, now that it is confirmed, and keeps it with all the rest. */
async function keepForm(ctx: KnownContext, id: EnrolmentId, form: NonNullable<Enrolment['form']>): Promise<void> {
  const bytes = await download(ctx, ctx.fetchFile, { fileId: form.fileId, kind: form.kind, size: 1 })
  if (typeof bytes === 'string') return ctx.ask(enrolForm.with({ enrolmentId: id }))
  const paper = { bytes, telegramFileId: form.fileId, telegramKind: form.kind }
  const outcome = await enrolling.confirmEnrolment(ctx.rt, ctx.actor, id, paper, printedText())
  if (outcome.ok) return follow(ctx, await enrolOn(ctx, outcome.value))
  await (outcome.reason === 'not-yours' ? refused(ctx) : ctx.ask(enrolForm.with({ enrolmentId: id })))
}

const refused = (ctx: BotContext): Promise<void> => show(ctx, views.moveRefused(ctx.t, 'not-yours'))

const followTold = async (ctx: KnownContext, outcome: Awaited<ReturnType<typeof enrolling.readEnrolment>>) =>
  outcome.ok ? follow(ctx, await enrolOn(ctx, outcome.value)) : refused(ctx)

async function follow(ctx: BotContext, { screen, next }: Outcome): Promise<void> {
  if (!next) await ctx.dropQuestion()
  if (screen) await show(ctx, screen)
  if (next) ctx.ask(next)
}
