import { Composer } from 'grammy'
import type { DossierId } from '../dossier/rules.ts'
import type { BotContext, KnownContext } from '../people/context.ts'
import { press } from '../people/press.ts'
import { translator } from '../platform/i18n/translator.ts'
import { tablePdf } from '../platform/pdf.ts'
import type { Result } from '../platform/result.ts'
import { show } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import { catalogueFor, officersOf, showDossier, tasksOrRefusal } from './desk.ts'
import * as printed from './printed-views.ts'
import { type DossierTasks, isAwaited, type Ruling } from './rules.ts'
import * as ruling from './ruling-service.ts'
import * as rulingViews from './ruling-views.ts'
import { openDossiers } from './service.ts'
import * as views from './views.ts'

// A dossier as a whole, and what an officer rules on in it without a paper.

export const dossierDesk = new Composer<BotContext>()

const officers = officersOf(dossierDesk)

press(officers, button.openDossiers, async (ctx, { page }) => {
  const outcome = await openDossiers(ctx.rt, ctx.actor, page)
  await show(ctx, outcome.ok ? views.dossiers(ctx.t, outcome.value) : views.decideRefused(ctx.t, outcome.reason))
})
press(officers, button.openDossier, (ctx, { dossierId }) => showDossier(ctx, dossierId))

press(officers, button.printMissing, async (ctx, { dossierId }) => {
  const tasks = await tasksOrRefusal(ctx, dossierId)
  if (!tasks) return
  // What is printed is in the owner's language, whatever the officer reads.
  const paper = printed.checklistPaper(translator('id'), tasks, await catalogueFor(ctx, tasks))
  await show(ctx, printed.printed(ctx.t, tasks, await tablePdf(paper)))
})

press(officers, button.admit, async (ctx, { dossierId }) => {
  const outcome = await ruling.admit(ctx.rt, ctx.actor, dossierId)
  await (outcome.ok ? showDossier(ctx, dossierId) : show(ctx, rulingViews.rulingRefused(ctx.t, outcome.reason)))
})

// ── Items ──

press(officers, button.askRuling, async (ctx, { dossierId, itemId, ruling: asked }) => {
  const tasks = await tasksOrRefusal(ctx, dossierId)
  if (!tasks) return
  const catalogue = await catalogueFor(ctx, tasks)
  const kindOf = (id: string) => catalogue.requirements.find((each) => each.id === id)?.kind ?? 'document'
  const awaited = ({ state, requirementId }: DossierTasks['items'][number], what: Ruling) =>
    isAwaited(what, state, kindOf(requirementId))
  const item = tasks.items.find((each) => each.id === itemId && awaited(each, asked))
  await (item ? show(ctx, rulingViews.rulingAsk(ctx.t, tasks, item, asked, catalogue)) : showDossier(ctx, dossierId))
})
press(officers, button.receiveSample, async (ctx, { itemId }) =>
  afterRuling(ctx, await ruling.receiveSample(ctx.rt, ctx.actor, itemId)),
)
press(officers, button.ruleApplies, async (ctx, { itemId, applies }) =>
  afterRuling(ctx, await ruling.ruleNotApplicable(ctx.rt, ctx.actor, itemId, applies === 'yes')),
)

async function afterRuling(ctx: KnownContext, outcome: Result<DossierId, ruling.RuleRefusal>): Promise<void> {
  return outcome.ok ? showDossier(ctx, outcome.value) : show(ctx, rulingViews.rulingRefused(ctx.t, outcome.reason))
}

// ── What the owner did not know ──

press(officers, button.askForm, async (ctx, { dossierId }) => {
  const tasks = await tasksOrRefusal(ctx, dossierId)
  if (!tasks) return
  await (tasks.form === 'unsure' ? show(ctx, rulingViews.formAsk(ctx.t, tasks)) : showDossier(ctx, dossierId))
})
press(officers, button.decideForm, async (ctx, { dossierId, form }) => {
  const outcome = await ruling.decideForm(ctx.rt, ctx.actor, dossierId, form)
  await afterFact(ctx, dossierId, outcome, ctx.t('fact-form', { form: ctx.t(`form-${form}`) }))
})
press(officers, button.askGroup, async (ctx, { dossierId, group: id }) => {
  const tasks = await tasksOrRefusal(ctx, dossierId)
  if (!tasks) return
  const group = (await catalogueFor(ctx, tasks)).groups.find((each) => each.id === id)
  await (group && tasks.answers[id] === 'unsure'
    ? show(ctx, rulingViews.groupAsk(ctx.t, tasks, group))
    : showDossier(ctx, dossierId))
})
press(officers, button.decideGroup, async (ctx, { dossierId, group: id, answer }) => {
  const outcome = await ruling.decideGroup(ctx.rt, ctx.actor, dossierId, id, answer)
  const ask =
    outcome.ok && (await catalogueFor(ctx, outcome.value)).groups.find((each) => each.id === id)?.question?.ask
  const told = { ask: ask ? ask[ctx.t.language] : '', answer: ctx.t(`group-${answer}`) }
  await afterFact(ctx, dossierId, outcome, ctx.t('fact-group', told))
})

async function afterFact(
  ctx: KnownContext,
  dossierId: DossierId,
  outcome: Result<DossierTasks, ruling.RuleRefusal>,
  answer: string,
): Promise<void> {
  await show(
    ctx,
    outcome.ok
      ? rulingViews.factDecided(ctx.t, outcome.value, answer)
      : rulingViews.rulingRefused(ctx.t, outcome.reason, outcome.reason === 'not-yours' ? undefined : dossierId),
  )
}
