import { type Catalogue, commodities, type Requirement, requirementOf } from '../dossier/catalogue.ts'
import type { BusinessId, Item, PaperRefusal, Standing, SubmitRefusal, UnsortedId } from '../dossier/rules.ts'
import { type Business, type Dossier, isSlow, nextItem, progress, whoActs } from '../dossier/rules.ts'
import { toldReason } from '../dossier/words.ts'
import type { Region } from '../people/regions.ts'
import { html, type Translate } from '../platform/i18n/translator.ts'
import { inPairs, type Screen, type ScreenButton } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'

/** An owner's business with its open dossier, and the catalogue that dossier follows. */
export interface Home {
  business: Business
  dossier: Dossier
  catalogue: Catalogue
}

export function home(t: Translate, { business, dossier, catalogue }: Home): Screen {
  const { accepted, total } = progress(dossier.items)
  const next = nextItem(dossier.items, catalogue)
  return {
    text: t('home', {
      business: business.name,
      bar: bar(accepted, total),
      accepted,
      total,
      next: html(nextInWords(t, dossier.items, next, catalogue)),
      officer: dossier.officer ?? t('home-officer-none'),
      deadline: t.day(dossier.ownerDeadline),
    }),
    buttons: [
      ...(next ? [[nextButton(t, next, catalogue)]] : []),
      [{ label: t('home.all'), data: button.openPapers.with({}) }],
    ],
  }
}

const BAR_CELLS = 10

/** Ten cells, of which as many are full as the share of accepted papers, and never one too many. */
function bar(accepted: number, total: number): string {
  const full = total === 0 ? 0 : Math.floor((accepted / total) * BAR_CELLS)
  return '▰'.repeat(full) + '▱'.repeat(BAR_CELLS - full)
}

function nextInWords(t: Translate, items: readonly Item[], next: Item | undefined, catalogue: Catalogue): string {
  if (!next)
    return whoActs(items) === 'officer'
      ? t('home-next-officer', { count: progress(items).submitted })
      : t('home-next-nobody')
  const requirement = requirementOf(catalogue, next.requirementId)
  const name = requirement.name[t.language]
  if (next.state === 'returned') return t('home-next-returned', { name })
  return isSlow(requirement) ? t('home-next-slow', { name }) : t('home-next-open', { name })
}

function nextButton(t: Translate, next: Item, catalogue: Catalogue): ScreenButton {
  const name = requirementOf(catalogue, next.requirementId).name[t.language]
  return { label: t.label('home.next', { name }), data: button.openItem.with({ itemId: next.id }), style: 'primary' }
}

export const papers = (t: Translate, { business, dossier, catalogue }: Home): Screen => ({
  text: t('papers', {
    business: business.name,
    lines: html(
      dossier.items.map((item) => t(`papers-${item.state}`, { name: nameOf(t, item, catalogue) })).join('\n'),
    ),
  }),
  buttons: [
    ...dossier.items.map((item) => [
      { label: nameOf(t, item, catalogue), data: button.openItem.with({ itemId: item.id }) },
    ]),
    [{ label: t('back'), data: button.openHome.with({}) }],
  ],
})

const nameOf = (t: Translate, item: Item, catalogue: Catalogue): string =>
  requirementOf(catalogue, item.requirementId).name[t.language]

/** The card of one item: what it is, who issues it, what often goes wrong, and what can be done now. */
export function itemCard(t: Translate, item: Item, requirement: Requirement): Screen {
  const text = t('item', {
    name: requirement.name[t.language],
    explain: requirement.explain[t.language],
    issuer: requirement.issuer[t.language],
    mistakes: requirement.mistakes.map((mistake) => `• ${mistake[t.language]}`).join('\n'),
  })
  const state = stateInWords(t, item)
  const send = { data: button.sendItem.with({ itemId: item.id }) }
  const actions: Record<Item['state'], ScreenButton[]> = {
    open: [
      { label: t('item.send'), style: 'primary', ...send },
      { label: t('item.missing'), data: button.howToGet.with({ itemId: item.id }) },
    ],
    submitted: [{ label: t('item.replace'), ...send }],
    returned: [{ label: t('item.retake'), style: 'primary', ...send }],
    accepted: [],
  }
  return {
    text: state === undefined ? text : `${text}\n\n${state}`,
    buttons: [actions[item.state], [{ label: t('item.papers'), data: button.openPapers.with({}) }]],
  }
}

function stateInWords(t: Translate, { state, reason }: Item): string | undefined {
  if (state === 'open') return undefined
  if (state === 'returned')
    return t('item-state-returned', { reason: html(reason ? toldReason(t, reason.code, reason.words) : '') })
  return t(`item-state-${state}`)
}

export const howToGet = (t: Translate, item: Item, requirement: Requirement): Screen => ({
  text: t('how-to-get', { name: requirement.name[t.language], how: requirement.howToGet[t.language] }),
  buttons: [
    [{ label: t('item.send'), data: button.sendItem.with({ itemId: item.id }) }],
    [{ label: t('item.papers'), data: button.openPapers.with({}) }],
  ],
})

export const sendAsk = (t: Translate, requirement: Requirement): Screen => ({
  text: t('send-ask', { name: requirement.name[t.language] }),
})

export const sendNotFile = (t: Translate, requirement: Requirement): Screen => ({
  text: t('send-not-file', { name: requirement.name[t.language] }),
})

/** Thanks for a paper, and the one thing to do next. */
export function received(t: Translate, requirementId: string, again: boolean, { dossier, catalogue }: Home): Screen {
  const name = requirementOf(catalogue, requirementId).name[t.language]
  const next = nextItem(dossier.items, catalogue)
  const nextName = next && nameOf(t, next, catalogue)
  return {
    text: again ? t('received-again', { name }) : t('received', { name, officer: dossier.officer ?? 'none' }),
    buttons: [
      ...(next && nextName
        ? [[{ label: t.label('received.next', { name: nextName }), data: button.openItem.with({ itemId: next.id }) }]]
        : []),
      [{ label: t('received.home'), data: button.openHome.with({}) }],
    ],
  }
}

/** Why a file was not taken, in one sentence; the name is that of the requirement it was sent for. */
export function refused(t: Translate, reason: SubmitRefusal, name: string): Screen {
  switch (reason) {
    case 'not-yours':
      return { text: t('not-yours') }
    case 'accepted-already':
      return { text: t('refused-accepted-already', { name }) }
    case 'same-as-returned':
      return { text: t('refused-same-as-returned', { name }) }
    case 'empty':
    case 'too-big':
    case 'wrong-kind':
    case 'locked-pdf':
      return paperRefused(t, reason)
  }
}

export const paperRefused = (t: Translate, reason: PaperRefusal): Screen => ({ text: t(`refused-${reason}`) })

/** Asks which paper an unasked file is, among those that can still be sent. */
export function unsorted(t: Translate, unsortedId: UnsortedId, { dossier, catalogue }: Home): Screen {
  const open = dossier.items.filter((item) => item.state !== 'accepted')
  if (open.length === 0) return { text: t('unsorted-nothing-open') }
  return {
    text: t('unsorted'),
    buttons: [
      ...open.map((item) => [
        { label: nameOf(t, item, catalogue), data: button.sortInto.with({ unsortedId, itemId: item.id }) },
      ]),
      [{ label: t('unsorted.later'), data: button.sortLater.with({}) }],
    ],
  }
}

export const regionAsk = (t: Translate, business: Business, regions: readonly Region[]): Screen => ({
  text: t('region-ask', { business: business.name }),
  buttons: regionButtons(business.id, regions),
})

/** What was typed is no region, or several. */
export const regionAgain = (
  t: Translate,
  business: Business,
  found: readonly Region[],
  all: readonly Region[],
): Screen => ({
  text: found.length > 0 ? t('region-unclear') : t('region-unknown'),
  buttons: regionButtons(business.id, found.length > 0 ? found : all),
})

function regionButtons(businessId: BusinessId, regions: readonly Region[]): ScreenButton[][] {
  const few = regions.length <= 4
  const buttons = regions.map((region) => ({
    label: few ? region.name : region.shortName,
    data: button.pickRegion.with({ businessId, region: region.code }),
  }))
  return few ? buttons.map((each) => [each]) : inPairs(buttons)
}

export const commodityAsk = (t: Translate, business: Business): Screen => ({
  text: t('commodity-ask', { business: business.name }),
  buttons: commodities.map((commodity) => [
    { label: t(`commodity-${commodity}`), data: button.pickCommodity.with({ businessId: business.id, commodity }) },
  ]),
})

export const noCycle = (t: Translate, { business }: Standing): Screen => ({
  text: t('no-cycle', { business: business?.name ?? '' }),
})

export const cycleOpenedNotice = (
  t: Translate,
  { business, ownerDeadline }: { business: string; ownerDeadline: Date },
): Screen => ({
  text: t('cycle-opened', { business, deadline: t.day(ownerDeadline) }),
  buttons: [[{ label: t('continue'), data: button.openHome.with({}), style: 'primary' }]],
})
