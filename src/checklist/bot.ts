import { Composer } from 'grammy'
import type { ItemId } from '../dossier/rules.ts'
import { chooseCommodity, keepUnsorted, placeBusiness, sortPaper } from '../dossier/service.ts'
import { agree } from '../people/buttons.ts'
import type { BotContext, KnownContext } from '../people/context.ts'
import { keyboardFor, onOrder } from '../people/orders.ts'
import { press } from '../people/press.ts'
import { download, incomingFile } from '../platform/telegram/download.ts'
import { type Screen, show } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import {
  businessName,
  businessRegion,
  home,
  ownBusiness,
  ownItem,
  paperFile,
  receivedScreen,
  whatNext,
} from './questions.ts'
import * as views from './views.ts'

export const checklist = new Composer<BotContext>()

const owners = checklist.filter((ctx): ctx is BotContext & KnownContext => ctx.actor?.consented === true)

/** Takes the owner to whatever their rows say comes next: the next question of the registration, or home. */
export async function walkOn(ctx: BotContext): Promise<void> {
  const next = await whatNext(ctx)
  if ('ask' in next) return ctx.ask(next.ask)
  await ctx.dropQuestion()
  await show(ctx, next.show)
}

press(owners, agree, walkOn)
press(owners, button.openHome, walkOn)
onOrder(owners, 'continue', walkOn)
onOrder(owners, 'cancel', async (ctx) => {
  await show(ctx, { text: ctx.t('cancelled') })
  await walkOn(ctx)
})
onOrder(owners, 'start', async (ctx) => {
  await show(ctx, { text: ctx.t('welcome-back'), keyboard: keyboardFor(ctx.actor, ctx.t.language) })
  await walkOn(ctx)
})

press(owners, button.pickRegion, async (ctx, { businessId, region }) => {
  const outcome = await placeBusiness(ctx.rt, ctx.actor, businessId, region)
  return outcome.ok ? walkOn(ctx) : show(ctx, { text: ctx.t('not-yours') })
})
press(owners, button.pickCommodity, async (ctx, { businessId, commodity }) => {
  const outcome = await chooseCommodity(ctx.rt, ctx.actor, businessId, commodity)
  return outcome.ok ? walkOn(ctx) : show(ctx, { text: ctx.t('not-yours') })
})

press(owners, button.changeBusinessName, async (ctx) => ctx.ask(businessName.with({})))
press(owners, button.changeRegion, async (ctx, { businessId }) => ctx.ask(businessRegion.with({ businessId })))
press(owners, button.changeCommodity, async (ctx, { businessId }) => {
  const business = await ownBusiness(ctx, businessId)
  await show(ctx, business ? views.commodityAsk(ctx.t, business) : { text: ctx.t('not-yours') })
})

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

type OwnItem = NonNullable<Awaited<ReturnType<typeof ownItem>>>

async function showItem(ctx: KnownContext, itemId: ItemId, view: (own: OwnItem) => Screen): Promise<void> {
  const own = await ownItem(ctx, itemId)
  await show(ctx, own ? view(own) : { text: ctx.t('not-yours') })
}

press(owners, button.sendItem, async (ctx, { itemId }) => {
  const own = await ownItem(ctx, itemId)
  if (own?.item.state === 'accepted')
    return show(ctx, views.refused(ctx.t, 'accepted-already', own.requirement.name[ctx.t.language]))
  ctx.ask(paperFile.with({ itemId }))
})

// A file nobody asked for is kept first; which paper it is, its owner says with one press.
owners.on('message').filter(
  (ctx) => incomingFile(ctx.message) !== undefined,
  async (ctx) => {
    const file = incomingFile(ctx.message)
    if (!file) return
    const bytes = await download(ctx, ctx.fetchFile, file)
    if (typeof bytes === 'string') return show(ctx, views.paperRefused(ctx.t, bytes))
    const outcome = await keepUnsorted(ctx.rt, ctx.actor, {
      bytes,
      telegramFileId: file.fileId,
      telegramKind: file.kind,
    })
    if (!outcome.ok) return show(ctx, views.refused(ctx.t, outcome.reason, ''))
    const own = await home(ctx)
    await show(ctx, own ? views.unsorted(ctx.t, outcome.value, own) : { text: ctx.t('unsorted-kept') })
  },
)

press(owners, button.sortInto, async (ctx, { unsortedId, itemId }) => {
  const outcome = await sortPaper(ctx.rt, ctx.actor, unsortedId, itemId)
  if (outcome.ok) return show(ctx, await receivedScreen(ctx, outcome.value))
  const own = await ownItem(ctx, itemId)
  await show(ctx, views.refused(ctx.t, outcome.reason, own?.requirement.name[ctx.t.language] ?? ''))
})
press(owners, button.sortLater, (ctx) => show(ctx, { text: ctx.t('unsorted-later') }))
