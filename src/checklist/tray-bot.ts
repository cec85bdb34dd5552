import { Composer } from 'grammy'
import type { ItemId, PageRefusal, UnsortedId } from '../dossier/rules.ts'
import { standing } from '../dossier/standing.ts'
import { questionAbout, type TrayFile, unitsOf } from '../dossier/tray.ts'
import * as service from '../dossier/tray-service.ts'
import type { BotContext, KnownContext } from '../people/context.ts'
import { press } from '../people/press.ts'
import { contactSheet, type Tile } from '../platform/pictures.ts'
import { download, incomingFile } from '../platform/telegram/download.ts'
import { answerPress, type Screen, show } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import { endLive, showLive } from './live-message.ts'
import { fillOn, type Own, ownItem } from './paper-questions.ts'
import { paperChoices } from './paper-words.ts'
import { home, ownBusiness } from './questions.ts'
import { tellTrayAgain } from './service.ts'
import { TRAY } from './store.ts'
import * as views from './tray-views.ts'
import { readChoice } from './typed.ts'
import { refused } from './views.ts'
import { follow, notYours, ownersOf } from './walk.ts'

// Files nobody asked for: kept first; which papers they are, their sender says afterwards, with one tap each.

export const tray = new Composer<BotContext>()

const owners = ownersOf(tray)
/** So often a minute it is sent anew below what came in; the third message is the one that tells of a hidden one. */
const SENDS = 2

owners.on('message').filter(
  (ctx) => incomingFile(ctx.message) !== undefined,
  async (ctx) => {
    const kept = await keep(ctx)
    if (kept !== 'kept' && kept !== 'again') await show(ctx, refused(ctx.t, kept, ''))
    if (kept === 'kept' || (await service.openTray(ctx.rt, ctx.actor)).count > 0)
      await showTray(ctx, kept === 'again' ? ctx.t('tray-again') : undefined)
    else if (kept === 'again') await show(ctx, { text: ctx.t('tray-again') })
  },
)

async function keep(ctx: KnownContext): Promise<'kept' | 'again' | PageRefusal> {
  const file = ctx.message && incomingFile(ctx.message)
  if (!file) throw new Error('a message without a file came to the tray')
  const bytes = await download(ctx, ctx.fetchFile, file)
  if (typeof bytes === 'string') return bytes
  const { business, businesses } = await standing(ctx)
  const outcome = await service.keepUnsorted(ctx.rt, ctx.actor, {
    bytes,
    telegramFileId: file.fileId,
    telegramKind: file.kind,
    album: file.album,
    businessId: businesses.length > 1 ? undefined : business?.id,
  })
  return outcome.ok ? outcome.value : outcome.reason
}

/** Shows the tray and asks about its first unit, in the one message that edits itself. */
async function showTray(ctx: KnownContext, note?: string): Promise<void> {
  const { files, count } = await service.openTray(ctx.rt, ctx.actor)
  const [unit] = unitsOf(files)
  if (!unit) {
    await endLive(ctx, TRAY)
    return show(ctx, views.trayEmpty(ctx.t))
  }
  const { businesses } = await standing(ctx)
  const question = questionAbout(unit, businesses)
  const facts = { unit, count, note, sheet: await sheetOf(ctx, files) }
  const hiddenSince = await showLive(ctx, TRAY, await trayScreen(ctx, question, facts), SENDS)
  if (hiddenSince && ctx.chatId !== undefined) await tellTrayAgain(ctx.rt, ctx.actor, ctx.chatId, hiddenSince)
}

async function trayScreen(
  ctx: KnownContext,
  question: ReturnType<typeof questionAbout>,
  facts: views.TrayFacts,
  page = 0,
): Promise<Screen> {
  if (question === 'together') return views.trayTogether(ctx.t, facts)
  if (question === 'business') return views.trayBusiness(ctx.t, facts, (await standing(ctx)).businesses)
  const [{ businessId }] = facts.unit
  if (businessId !== undefined) await ownBusiness(ctx, businessId)
  const own = await home(ctx)
  return own ? views.trayPaper(ctx.t, facts, own, page) : views.trayTooEarly(ctx.t, facts)
}

/** The files as a sheet of small pictures. */
async function sheetOf({ rt }: KnownContext, files: readonly TrayFile[]): Promise<Uint8Array> {
  // Its numbers are those the question names: the files that are asked about come first.
  const inOrder = unitsOf(files).flat()
  const tiles = inOrder.slice(0, views.ON_SHEET).map(async ({ kind, storageKey }): Promise<Tile> => {
    const isPicture = kind === 'jpeg' || kind === 'png'
    return isPicture ? { picture: await rt.files.get(storageKey) } : { sign: kind === 'pdf' ? 'pdf' : 'other' }
  })
  return contactSheet(await Promise.all(tiles))
}

press(owners, button.openTray, (ctx) => showTray(ctx))
press(owners, button.sortMore, async (ctx, { page }) => {
  const { files, count } = await service.openTray(ctx.rt, ctx.actor)
  const [unit] = unitsOf(files)
  if (!unit) return showTray(ctx)
  const facts = { unit, count, note: undefined, sheet: await sheetOf(ctx, files) }
  await showLive(ctx, TRAY, await trayScreen(ctx, 'paper', facts, page))
})
press(owners, button.sortTogether, (ctx, { unsortedId, together }) =>
  said(ctx, service.sayTogether(ctx.rt, ctx.actor, unsortedId, together === 'one')),
)
press(owners, button.sortAt, (ctx, { unsortedId, businessId }) =>
  said(ctx, service.sayBusiness(ctx.rt, ctx.actor, unsortedId, businessId)),
)
press(owners, button.sortSkip, async (ctx, { unsortedId }) => {
  const { files } = await service.openTray(ctx.rt, ctx.actor)
  if (unitsOf(files).length > 1) return said(ctx, service.skipUnsorted(ctx.rt, ctx.actor, unsortedId))
  await endLive(ctx, TRAY)
  await show(ctx, views.trayLeft(ctx.t))
})
press(owners, button.sortDrop, (ctx, { unsortedId }) => said(ctx, service.dropUnsorted(ctx.rt, ctx.actor, unsortedId)))

/** After something was said of a unit: the tray as it is now. */
async function said(ctx: KnownContext, saying: Promise<{ ok: boolean }>): Promise<void> {
  const outcome = await saying
  await (outcome.ok ? showTray(ctx) : notYours(ctx))
}

press(owners, button.sortInto, (ctx, { unsortedId, itemId }) => sortInto(ctx, unsortedId, itemId))

// Whoever is not used to buttons types which paper it is.
owners.on('message:text', async (ctx, next) => {
  const [unit] = unitsOf((await service.openTray(ctx.rt, ctx.actor)).files)
  const isAsked = unit && questionAbout(unit, (await standing(ctx)).businesses) === 'paper'
  const own = isAsked && (await home(ctx))
  const itemId = own && readChoice(ctx.message.text, paperChoices(views.takersOf(unit, views.sortable(own))))
  return itemId ? sortInto(ctx, unit[0].id, itemId) : next()
})

async function sortInto(ctx: KnownContext, unsortedId: UnsortedId, itemId: ItemId): Promise<void> {
  const outcome = await service.sortPaper(ctx.rt, ctx.actor, unsortedId, itemId)
  const own = await ownItem(ctx, itemId)
  if (!outcome.ok) return sortRefused(ctx, unsortedId, outcome.reason, own)
  const sorted = ctx.t('tray-sorted', { name: own?.requirement.shortName[ctx.t.language] ?? '' })
  await answerPress(ctx, sorted)
  if ((await service.openTray(ctx.rt, ctx.actor)).count > 0)
    return showTray(ctx, ctx.callbackQuery ? undefined : sorted)
  await endLive(ctx, TRAY)
  await follow(ctx, await fillOn(ctx, itemId, outcome.value), itemId)
}

/** A paper with one page takes no album: its pictures are asked about one by one. */
async function sortRefused(
  ctx: KnownContext,
  id: UnsortedId,
  reason: PageRefusal,
  own: Own | undefined,
): Promise<void> {
  if (reason === 'not-yours') return notYours(ctx)
  const name = own?.requirement.name[ctx.t.language] ?? ''
  const isAlbum = reason === 'no-more-pages'
  if (isAlbum) await service.sayTogether(ctx.rt, ctx.actor, id, false)
  await showTray(ctx, isAlbum ? ctx.t('refused-album', { name }) : refused(ctx.t, reason, name).text)
}
