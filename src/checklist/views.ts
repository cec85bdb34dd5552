import { whoActs } from '../dossier/acts.ts'
import { type Catalogue, type Commodity, type Group, type Requirement, requirementOf } from '../dossier/catalogue.ts'
import { isOpenToOwner } from '../dossier/item-states.ts'
import { areExtrasFolded, type Next, nextItem } from '../dossier/next-item.ts'
import { type Goal, goalsOf, progressOf } from '../dossier/requirements.ts'
import type { Business, Dossier, DossierFacts, OwnItem, PageRefusal, PaperRefusal } from '../dossier/rules.ts'
import { toldReason, valueLines } from '../dossier/words.ts'
import { askAbout } from '../helpline/buttons.ts'
import { stopAssisting } from '../people/buttons.ts'
import { html, type Translate } from '../platform/i18n/translator.ts'
import { inPairs, type Screen, type ScreenButton } from '../platform/telegram/screen.ts'
import type { LocalDate } from '../platform/time.ts'
import * as button from './buttons.ts'

/** Where an item is: an owner's business with its open dossier, and the catalogue that dossier follows. */
export interface Setting {
  business: Business & { commodity: Commodity }
  dossier: DossierFacts
  catalogue: Catalogue
  now: Date
  /** As on the KTP. */
  ownerName: string
  /** Files in the tray of the one who looks. */
  unsorted: number
  /** The one who looks has other businesses too: screens say which one this is. */
  isOneOfMany: boolean
  /** The one who looks fills in for its owner: screens say for whom. */
  isAssisted: boolean
}

/** The same with all that is asked for. */
export interface Home extends Setting {
  dossier: Dossier
}

/** The same screen under the name of its business, for those who could mistake it. */
export function inItsName(
  t: Translate,
  { business, ownerName, isOneOfMany, isAssisted }: Setting,
  screen: Screen,
): Screen {
  if (isAssisted) {
    return { ...screen, text: `${t('of-owner', { business: business.name, owner: ownerName })}\n${screen.text}` }
  }
  return isOneOfMany ? { ...screen, text: `${t('of-business', { business: business.name })}\n${screen.text}` } : screen
}

/** The dossier as goals: what its screens are made of. */
export const goalsIn = ({ business, dossier, catalogue }: Home): Goal[] => {
  const { answers, switchedOn, items } = dossier
  return goalsOf(catalogue, { commodity: business.commodity, form: business.form, switchedOn, answers }, items)
}

export function home(t: Translate, own: Home): Screen {
  const { business, dossier, now } = own
  const goals = goalsIn(own)
  const { owner, dinas } = progressOf(goals)
  const next = nextItem(goals, now)
  const lines = [
    t('home-progress', { bar: bar(owner.accepted, owner.total), accepted: owner.accepted, total: owner.total }),
    ...(owner.submitted > 0 ? [t('home-submitted', { count: owner.submitted })] : []),
    ...(owner.waiting > 0 ? [t('home-waiting', { count: owner.waiting })] : []),
    ...(dinas.total > 0 ? [t('home-dinas', { accepted: dinas.accepted, total: dinas.total })] : []),
  ]
  const text = t('home', {
    business: business.name,
    progress: html(lines.join('\n')),
    next: html(nextInWords(t, next, goals, now)),
    officer: dossier.officer ?? t.label('home-officer-none'),
    deadline: t.day(dossier.ownerDeadline),
  })
  return {
    text: own.isAssisted ? `${t('home-assisted', { owner: own.ownerName })}\n\n${text}` : text,
    buttons: [
      ...(next ? [[nextButton(t, next)]] : []),
      [{ label: t('home.all'), data: button.openPapers.with({}) }],
      ...(own.unsorted > 0
        ? [[{ label: t.label('home.tray', { count: own.unsorted }), data: button.openTray.with({}) }]]
        : []),
      ...(own.isOneOfMany ? [[{ label: t('home.other'), data: button.openBusinesses.with({}) }]] : []),
      ...(own.isAssisted ? [[{ label: t('assisting-stop'), data: stopAssisting.with({}) }]] : []),
    ],
  }
}

const BAR_CELLS = 10

/** Ten cells, of which as many are full as the share of accepted papers, and never one too many. */
function bar(accepted: number, total: number): string {
  const full = total === 0 ? 0 : Math.floor((accepted / total) * BAR_CELLS)
  return '▰'.repeat(full) + '▱'.repeat(BAR_CELLS - full)
}

function nextInWords(t: Translate, next: Next | undefined, goals: readonly Goal[], now: Date): string {
  const isToGet = next && 'offer' in next && next.offer.owned === 'not-yet' && next.reason === 'slowest'
  if (isToGet) return t('home-next-to-get', { name: next.requirement.name[t.language] })
  if (next && 'offer' in next) return t(`home-next-${next.reason}`, { name: next.requirement.name[t.language] })
  if (next?.ask === 'group') return t('home-next-group', { name: next.group.name[t.language] })
  if (next) return t(`home-next-${next.ask}`)
  const { actor } = whoActs(goals, now)
  return t(actor === 'owner' ? 'home-act-hand-over' : `home-act-${actor}`)
}

function nextButton(t: Translate, next: Next): ScreenButton {
  const style = 'primary' as const
  if ('offer' in next) {
    return {
      label: next.requirement.shortName[t.language],
      data: button.openItem.with({ itemId: next.offer.id }),
      style,
    }
  }
  const data = { form: button.openForm, group: button.openGroup, owned: button.openOwned }[next.ask].with({})
  return { label: t('home.answer'), data, style }
}

/** Everything that is asked, by how far it is: the owner's own gates with a button each, then what others do. */
export function papers(t: Translate, own: Home): Screen {
  const goals = goalsIn(own)
  const gates = goals.filter(({ gate, side }) => gate && side === 'owner')
  const dinas = goals.filter(({ gate, side }) => gate && side === 'dinas')
  const extras = goals.filter(({ gate }) => !gate)
  const folded = areExtrasFolded(goals, own.now)
  const lines = [
    ...gates.map((goal) => goalLine(t, goal)),
    '',
    t('papers-dinas'),
    ...dinas.map((goal) => goalLine(t, goal)),
    '',
    ...(folded
      ? [t('papers-folded', { count: extras.length })]
      : [t('papers-extras'), ...extras.map((goal) => goalLine(t, goal))]),
  ]
  const buttons = [...gates, ...(folded ? [] : extras)].flatMap((goal) =>
    goal.items.map((item) => itemButton(t, goal, item.id)),
  )
  return {
    text: t('papers', { business: own.business.name, lines: html(lines.join('\n')) }),
    buttons: [...inPairs(buttons), [{ label: t('back'), data: button.openHome.with({}) }]],
  }
}

const goalLine = (t: Translate, goal: Goal): string =>
  t(`papers-${goal.state}`, { name: (goal.group ?? goal.requirements[0]).name[t.language] })

function itemButton(t: Translate, goal: Goal, itemId: OwnItem['id']): ScreenButton {
  const item = goal.items.find(({ id }) => id === itemId)
  const requirement = goal.requirements.find(({ id }) => id === item?.requirementId) ?? goal.requirements[0]
  return { label: requirement.shortName[t.language], data: button.openItem.with({ itemId }) }
}

/** The card of one item: what it is, who issues it, what often goes wrong, and what can be done now. */
export function itemCard(t: Translate, item: OwnItem, requirement: Requirement): Screen {
  const said = [
    t('item', {
      name: requirement.name[t.language],
      explain: requirement.explain[t.language],
      issuer: requirement.issuer[t.language],
      mistakes: requirement.mistakes.map((mistake) => `• ${mistake[t.language]}`).join('\n'),
    }),
    ...(requirement.kind === 'physical' ? [t('item-bring', { what: requirement.whatToBring[t.language] })] : []),
    ...stateInWords(t, item),
  ]
  return {
    text: said.join('\n\n'),
    buttons: [
      ...actions(t, item, requirement),
      [{ label: t('item.ask'), data: askAbout.with({ itemId: item.id }) }],
      [{ label: t('item.papers'), data: button.openPapers.with({}) }],
    ],
  }
}

function actions(
  t: Translate,
  { id: itemId, state, pages, values }: OwnItem,
  requirement: Requirement,
): ScreenButton[][] {
  if (!isOpenToOwner(state)) return []
  const { kind } = requirement
  const isBegun = state === 'started' || (state === 'waiting' && (pages > 0 || Object.keys(values).length > 0))
  const begin = kind === 'data' ? t('item.answer') : t('item.send')
  const label =
    { submitted: t('item.replace'), returned: t('item.retake') }[state as string] ?? (isBegun ? t('item.go-on') : begin)
  const send: ScreenButton = {
    label,
    data: button.sendItem.with({ itemId }),
    ...(state === 'submitted' ? {} : { style: 'primary' }),
  }
  const handOver: ScreenButton = {
    label: t('item.hand-over'),
    data: button.askWait.with({ itemId }),
    style: 'primary',
  }
  const missing: ScreenButton = { label: t('item.missing'), data: button.howToGet.with({ itemId }) }
  const again: ScreenButton = { label: t('pages-ask.again'), data: button.pagesAgain.with({ itemId }) }
  const notApplicable: ScreenButton = { label: t('item.not-applicable'), data: button.notApplicable.with({ itemId }) }
  const isOpen = state === 'open' || state === 'started' || state === 'waiting'
  return [
    [kind === 'physical' ? handOver : send],
    ...(isBegun && pages > 0 && kind !== 'data' ? [[again]] : []),
    ...(isOpen ? [[missing]] : []),
    ...(isOpen && requirement.level === 'wajib_bersyarat' ? [[notApplicable]] : []),
  ]
}

function stateInWords(t: Translate, { state, reason, until }: OwnItem): string[] {
  if (state === 'open' || state === 'started') return []
  if (state === 'waiting') return [t('item-state-waiting', { day: until ? t.dayOf(until) : '' })]
  if (state !== 'returned') return [t(`item-state-${state}`)]
  return [t('item-state-returned', { reason: html(reason ? toldReason(t, reason.code, reason.words) : '') })]
}

/** How to get what is missing, and the question by when. */
export const howToGet = (t: Translate, { id: itemId }: OwnItem, requirement: Requirement): Screen => ({
  text: t('how-to-get', { name: requirement.name[t.language], how: requirement.howToGet[t.language] }),
  buttons: [
    [{ label: t('how-to-get.when'), data: button.askWait.with({ itemId }), style: 'primary' }],
    ...(requirement.kind === 'physical' ? [] : [[{ label: t('item.send'), data: button.sendItem.with({ itemId }) }]]),
    [{ label: t('item.papers'), data: button.openPapers.with({}) }],
  ],
})

/** Thanks for an item that is complete now, and the one thing to do next. */
export function received(t: Translate, requirementId: string, again: boolean, own: Home): Screen {
  const requirement = requirementOf(own.catalogue, requirementId)
  const name = requirement.name[t.language]
  const next = nextItem(goalsIn(own), own.now)
  const thanks = again ? t('received-again', { name }) : t('received', { name, officer: own.dossier.officer ?? 'none' })
  const values = own.dossier.items.find((item) => item.requirementId === requirementId)?.values ?? {}
  // What was read of a paper is told in full, so that a slip is seen at once; a paragraph was shown before.
  const noted = requirement.kind === 'data' ? [] : valueLines(t, requirement, values, true)
  return {
    text: [thanks, ...(noted.length > 0 ? ['', ...noted] : [])].join('\n'),
    buttons: [
      ...(next ? [[{ ...nextButton(t, next), label: onTo(t, next) }]] : []),
      [{ label: t('received.home'), data: button.openHome.with({}) }],
    ],
  }
}

const onTo = (t: Translate, next: Next): string =>
  'offer' in next ? t.label('received.next', { name: next.requirement.shortName[t.language] }) : t('continue')

/** Why a file was not taken, in one sentence; the name is that of the requirement it was sent for. */
export function refused(t: Translate, reason: PageRefusal, name: string): Screen {
  switch (reason) {
    case 'not-yours':
      return { text: t('not-yours') }
    case 'accepted-already':
    case 'same-as-returned':
    case 'no-more-pages':
      return { text: t(`refused-${reason}`, { name }) }
    case 'empty':
    case 'too-big':
    case 'wrong-kind':
    case 'locked-pdf':
      return paperRefused(t, reason)
  }
}

const paperRefused = (t: Translate, reason: PaperRefusal): Screen => ({ text: t(`refused-${reason}`) })

export function groupAsk(t: Translate, { id: group, question }: Group, dossierId: Dossier['id']): Screen {
  const hint = question?.hint?.[t.language]
  const answer = (is: 'yes' | 'no' | 'unsure'): ScreenButton[] => [
    { label: t(`group-${is}`), data: button.answerGroup.with({ dossierId, group, answer: is }) },
  ]
  return {
    text: t('group-ask', { ask: question?.ask[t.language] ?? '', hint: hint ?? '' }).trim(),
    buttons: [answer('yes'), answer('no'), answer('unsure')],
  }
}

/** "Do you have it already?", one slow paper at a time. */
export function ownedAsk(t: Translate, goal: Goal): Screen | undefined {
  const [item] = goal.items
  const requirement = goal.requirements.find(({ id }) => id === item?.requirementId)
  if (!item || !requirement) return undefined
  return {
    text: t('owned-ask', {
      name: (goal.group ?? requirement).name[t.language],
      explain: requirement.explain[t.language],
    }),
    buttons: [
      [{ label: t('owned-ask.yes'), data: button.sayOwned.with({ itemId: item.id, owned: 'yes' }), style: 'success' }],
      [{ label: t('owned-ask.no'), data: button.sayOwned.with({ itemId: item.id, owned: 'not-yet' }) }],
    ],
  }
}

export const cycleOpenedNotice = (
  t: Translate,
  { business, ownerDeadline }: { business: string; ownerDeadline: Date },
): Screen => ({
  text: t('cycle-opened', { business, deadline: t.day(ownerDeadline) }),
  buttons: [[{ label: t('continue'), data: button.openHome.with({}), style: 'primary' }]],
})

export const permitEndsNotice = (t: Translate, { itemId, requirement, business, expires }: PermitEnd): Screen => ({
  text: t('permit-ends', { name: requirement.name[t.language], business, day: t.dayOf(expires) }),
  buttons: [[{ label: t('permit-ends.open'), data: button.openItem.with({ itemId }), style: 'primary' }]],
})

/** A permit that ends soon. */
export interface PermitEnd {
  itemId: OwnItem['id']
  requirement: Requirement
  business: string
  expires: LocalDate
}
