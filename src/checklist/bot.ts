import { Composer } from 'grammy'
import * as filling from '../dossier/answer-service.ts'
import { nextItem } from '../dossier/next-item.ts'
import * as pages from '../dossier/paper-service.ts'
import type { ItemId } from '../dossier/rules.ts'
import { chooseCommodity, placeBusiness, sayForm } from '../dossier/service.ts'
import { standing } from '../dossier/standing.ts'
import { goOn } from '../helpline/buttons.ts'
import { agree, speak, stopAssisting } from '../people/buttons.ts'
import type { BotContext, KnownContext } from '../people/context.ts'
import { keyboardFor, onOrder } from '../people/orders.ts'
import { press } from '../people/press.ts'
import { type Screen, show } from '../platform/telegram/screen.ts'
import * as businessViews from './business-views.ts'
import * as button from './buttons.ts'
import { askOwned, businessForm, takeOwned } from './first-questions.ts'
import {
  askFor,
  attachment,
  fillRefused,
  groupQuestion,
  lacking,
  leaveOpen,
  type Own,
  otherName,
  ownItem,
  runFill,
  takeAnswer,
  takeDay,
  takeGroup,
  takeNumber,
  takeWaitDay,
  waitDay,
} from './paper-questions.ts'
import {
  businessCommodity,
  businessRegion,
  home,
  newBusinessName,
  otherBusinessName,
  ownBusiness,
} from './questions.ts'
import * as views from './views.ts'
import { askAgainElsewhere, follow, followOn, notYours, ownersOf, walkOn } from './walk.ts'

export const checklist = new Composer<BotContext>()

const owners = ownersOf(checklist)

press(owners, agree, walkOn)
press(owners, speak, walkOn)
press(owners, button.openHome, walkOn)
press(owners, goOn, walkOn)
onOrder(owners, 'continue', walkOn)
onOrder(owners, 'cancel', async (ctx) => {
  await show(ctx, { text: ctx.t('cancelled') })
  await walkOn(ctx)
})
onOrder(owners, 'start', async (ctx) => {
  await show(ctx, { text: ctx.t('welcome-back'), keyboard: keyboardFor(ctx.actor, ctx.t.language) })
  await walkOn(ctx)
})

// ── The business ──

press(owners, button.pickRegion, async (ctx, { businessId, region }) => {
  const outcome = await placeBusiness(ctx.rt, ctx.actor, businessId, region)
  return outcome.ok ? walkOn(ctx) : notYours(ctx)
})
press(owners, button.pickCommodity, async (ctx, { businessId, commodity }) => {
  const outcome = await chooseCommodity(ctx.rt, ctx.actor, businessId, commodity)
  return outcome.ok ? walkOn(ctx) : notYours(ctx)
})
press(owners, button.openBusinesses, async (ctx) => show(ctx, businessViews.businessList(ctx.t, await standing(ctx))))
// Also for officers who begin to fill in for an owner here; whether they may, the service says.
press(checklist, button.openBusiness, async (ctx, { businessId }) => {
  const business = await ownBusiness(ctx, businessId)
  return business ? walkOn(ctx) : notYours(ctx)
})
press(owners, stopAssisting, walkOn)
press(owners, button.addBusiness, async (ctx) => ctx.ask(newBusinessName.with({})))
press(owners, button.changeBusinessName, async (ctx, { businessId }) =>
  (await ownBusiness(ctx, businessId)) ? ctx.ask(otherBusinessName.with({ businessId })) : notYours(ctx),
)
press(owners, button.changeRegion, async (ctx, { businessId }) =>
  (await ownBusiness(ctx, businessId)) ? ctx.ask(businessRegion.with({ businessId })) : notYours(ctx),
)
press(owners, button.changeCommodity, async (ctx, { businessId }) => {
  const business = await ownBusiness(ctx, businessId)
  await (business ? ctx.ask(businessCommodity.with({ businessId })) : notYours(ctx))
})

press(owners, button.openForm, async (ctx) => {
  const own = await home(ctx)
  await (own ? ctx.ask(businessForm.with({ businessId: own.business.id })) : walkOn(ctx))
})
press(owners, button.pickForm, async (ctx, { businessId, form }) => {
  const outcome = await sayForm(ctx.rt, ctx.actor, businessId, form)
  return outcome.ok ? walkOn(ctx) : notYours(ctx)
})

press(owners, button.openGroup, async (ctx) => {
  const own = await home(ctx)
  const next = own && nextItem(views.goalsIn(own), own.now)
  if (!own || !next || !('ask' in next) || next.ask !== 'group') return walkOn(ctx)
  ctx.ask(groupQuestion.with({ dossierId: own.dossier.id, group: next.group.id }))
})
press(owners, button.answerGroup, async (ctx, { dossierId, group, answer }) =>
  followOn(ctx, await takeGroup(ctx, dossierId, group, answer)),
)

press(owners, button.openOwned, async (ctx) => followOn(ctx, await askOwned(ctx)))
press(owners, button.sayOwned, async (ctx, { itemId, owned }) => followOn(ctx, await takeOwned(ctx, itemId, owned)))

// ── The items ──

onOrder(owners, 'papers', showPapers)
press(owners, button.openPapers, showPapers)

async function showPapers(ctx: KnownContext): Promise<void> {
  const own = await home(ctx)
  return own ? show(ctx, views.papers(ctx.t, own)) : walkOn(ctx)
}

press(owners, button.openItem, (ctx, { itemId }) =>
  showItem(ctx, itemId, ({ item, requirement }) => views.itemCard(ctx.t, item, requirement)),
)
press(owners, button.howToGet, (ctx, { itemId }) =>
  showItem(ctx, itemId, ({ item, requirement }) => views.howToGet(ctx.t, item, requirement)),
)

async function showItem(ctx: KnownContext, itemId: ItemId, view: (own: Own) => Screen): Promise<void> {
  const own = await ownItem(ctx, itemId)
  if (!own) return notYours(ctx)
  await show(ctx, views.inItsName(ctx.t, own.home, view(own)))
  askAgainElsewhere(ctx, itemId)
}

press(owners, button.sendItem, (ctx, { itemId }) => goOnWith(ctx, itemId))

/** Asks for whatever an item lacks. */
async function goOnWith(ctx: KnownContext, itemId: ItemId): Promise<void> {
  const own = await ownItem(ctx, itemId)
  if (!own) return notYours(ctx)
  if (own.item.state === 'accepted') return follow(ctx, fillRefused(ctx, 'accepted-already', own), itemId)
  const field = lacking(own)
  await (field ? follow(ctx, await askFor(ctx, own, field), itemId) : walkOn(ctx))
}

press(owners, button.askWait, async (ctx, { itemId }) =>
  (await ownItem(ctx, itemId)) ? ctx.ask(waitDay.with({ itemId })) : notYours(ctx),
)
press(owners, button.useWaitDay, async (ctx, { itemId, day }) =>
  follow(ctx, await takeWaitDay(ctx, itemId, day), itemId),
)

/** Runs a change of one item and follows what came of it. */
async function fill(
  ctx: KnownContext,
  itemId: ItemId,
  change: (
    rt: KnownContext['rt'],
    actor: KnownContext['actor'],
    itemId: ItemId,
  ) => ReturnType<typeof pages.finishPages>,
): Promise<void> {
  await follow(ctx, await runFill(ctx, itemId, change), itemId)
}

press(owners, button.pagesDone, (ctx, { itemId }) => fill(ctx, itemId, pages.finishPages))
press(owners, button.pagesAgain, (ctx, { itemId }) => fill(ctx, itemId, pages.retakePages))
press(owners, button.leaveField, async (ctx, { itemId, field }) =>
  follow(ctx, await leaveOpen(ctx, itemId, field), itemId),
)
press(owners, button.useNumber, async (ctx, { itemId, number }) =>
  follow(ctx, await takeNumber(ctx, itemId, number), itemId),
)
press(owners, button.useDay, async (ctx, { itemId, which, day }) =>
  follow(ctx, await takeDay(ctx, itemId, which, day), itemId),
)
press(owners, button.nameIsSame, (ctx, { itemId }) => fill(ctx, itemId, filling.sayNameIsSame))
press(owners, button.nameDiffers, async (ctx, { itemId }) =>
  (await ownItem(ctx, itemId)) ? ctx.ask(otherName.with({ itemId })) : notYours(ctx),
)
press(owners, button.pickAnswer, async (ctx, { itemId, question, answer }) =>
  follow(ctx, await takeAnswer(ctx, itemId, question, answer), itemId),
)
press(owners, button.useAnswer, async (ctx, { itemId, question, number }) =>
  follow(ctx, await takeAnswer(ctx, itemId, question, number), itemId),
)
press(owners, button.attachFile, async (ctx, { itemId }) => ctx.ask(attachment.with({ itemId })))
press(owners, button.confirmParagraph, (ctx, { itemId }) => fill(ctx, itemId, filling.confirmAnswers))
press(owners, button.answerAgain, (ctx, { itemId }) => fill(ctx, itemId, filling.answerAnew))
press(owners, button.notApplicable, async (ctx, { itemId }) => {
  const outcome = await filling.askNotApplicable(ctx.rt, ctx.actor, itemId)
  if (!outcome.ok) return follow(ctx, fillRefused(ctx, outcome.reason, await ownItem(ctx, itemId)), itemId)
  await show(ctx, { text: ctx.t('not-applicable-asked') })
  await walkOn(ctx)
})
