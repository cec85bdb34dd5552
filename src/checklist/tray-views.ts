import { acceptedKinds } from '../dossier/catalogue.ts'
import { isOpenToOwner } from '../dossier/item-states.ts'
import type { Goal } from '../dossier/requirements.ts'
import type { OwnBusiness } from '../dossier/rules.ts'
import type { TrayUnit } from '../dossier/tray.ts'
import { html, type Translate } from '../platform/i18n/translator.ts'
import { inPairs, type Screen, type ScreenButton } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import { type OwnPaper, papersIn } from './paper-words.ts'
import { goalsIn, type Home } from './views.ts'

// The tray: one message with the files as small pictures, and one question about the first of them.

/** So many files are shown at once. */
export const ON_SHEET = 9

export interface TrayFacts {
  /** What is asked about: one file, or several that were sent together. */
  unit: TrayUnit
  count: number
  /** What came of the file or the press before, when it was not what was wanted. */
  note: string | undefined
  /** The files as one picture. */
  sheet: Uint8Array
}

export const trayEmpty = (t: Translate): Screen => ({
  text: t('tray-empty'),
  buttons: [[{ label: t('continue'), data: button.openHome.with({}), style: 'primary' }]],
})

/** The tray's message is hidden above what came after it: it can be opened here. */
export const trayHidden = (t: Translate, { count }: { count: number }): Screen => ({
  text: t('tray-hidden', { count }),
  buttons: [[{ label: t('tray-hidden.open'), data: button.openTray.with({}), style: 'primary' }]],
})

function screen(t: Translate, { count, note, sheet }: TrayFacts, question: string, buttons: ScreenButton[][]): Screen {
  const lines = [t('tray', { count }), ...(note === undefined ? [] : [note]), '', question]
  return { text: lines.join('\n'), picture: { kind: 'photo', bytes: sheet, name: 'file.jpg' }, buttons }
}

/** Whether files sent together are one paper. */
export function trayTogether(t: Translate, facts: TrayFacts): Screen {
  const [{ id: unsortedId }] = facts.unit
  return screen(t, facts, t('tray-together', { last: facts.unit.length }), [
    [
      { label: t('tray-together.one'), data: button.sortTogether.with({ unsortedId, together: 'one' }) },
      { label: t('tray-together.several'), data: button.sortTogether.with({ unsortedId, together: 'several' }) },
    ],
    others(t, facts),
  ])
}

/** Whose paper it is. */
export function trayBusiness(t: Translate, facts: TrayFacts, businesses: readonly OwnBusiness[]): Screen {
  const [{ id: unsortedId }] = facts.unit
  return screen(t, facts, t('tray-business', { files: filesOf(t, facts) }), [
    ...businesses.map(({ id, name }): ScreenButton[] => [
      { label: name, data: button.sortAt.with({ unsortedId, businessId: id }) },
    ]),
    others(t, facts),
  ])
}

/** Which paper it is: first those that are required, on another page what only adds to the value. */
export function trayPaper(t: Translate, facts: TrayFacts, own: Home, page: number): Screen {
  const goals = sortable(own)
  const gates = choices(
    t,
    facts,
    goals.filter(({ gate }) => gate),
  )
  const extras = choices(
    t,
    facts,
    goals.filter(({ gate }) => !gate),
  )
  const isFirst = page === 0 && gates.length > 0
  const more: ScreenButton[] =
    gates.length === 0 || extras.length === 0
      ? []
      : [
          {
            label: t(isFirst ? 'tray-paper.more' : 'tray-paper.first'),
            data: button.sortMore.with({ page: isFirst ? 1 : 0 }),
          },
        ]
  const business = own.isOneOfMany ? t('of-business', { business: own.business.name }) : ''
  const question =
    gates.length + extras.length === 0
      ? t('tray-nothing-open', { files: filesOf(t, facts) })
      : t('tray-paper', { files: filesOf(t, facts) })
  return screen(t, facts, business === '' ? question : `${business}\n${question}`, [
    ...inPairs(isFirst ? gates : extras),
    ...(more.length > 0 ? [more] : []),
    others(t, facts),
  ])
}

/** Before the registration is through there are no papers to choose from; the files are safe. */
export const trayTooEarly = (t: Translate, facts: TrayFacts): Screen =>
  screen(t, facts, t('tray-too-early'), [[{ label: t('continue'), data: button.openHome.with({}), style: 'primary' }]])

const filesOf = (t: Translate, { unit }: TrayFacts): ReturnType<typeof html> =>
  html(unit.length > 1 ? t('tray-files', { last: unit.length }) : t('tray-file'))

const choices = (t: Translate, { unit }: TrayFacts, goals: readonly Goal[]): ScreenButton[] =>
  takersOf(unit, goals).map(({ item, requirement }) => ({
    label: requirement.shortName[t.language],
    data: button.sortInto.with({ unsortedId: unit[0].id, itemId: item.id }),
  }))

/** What files may be sorted into: whatever its owner brings. */
export const sortable = (own: Home): Goal[] => goalsIn(own).filter(({ side }) => side === 'owner')

/** The papers that files of this kind may be. */
export const takersOf = ([{ kind }]: TrayUnit, goals: readonly Goal[]): OwnPaper[] =>
  papersIn(goals).filter(
    ({ item, requirement }) => acceptedKinds(requirement).includes(kind) && isOpenToOwner(item.state),
  )

/** The last file of the tray stays in it, for another time. */
export const trayLeft = (t: Translate): Screen => ({
  text: t('tray-left'),
  buttons: [[{ label: t('continue'), data: button.openHome.with({}), style: 'primary' }]],
})

const others = (t: Translate, { unit: [{ id: unsortedId }, ...more], count }: TrayFacts): ScreenButton[] => [
  { label: t(count > 1 + more.length ? 'tray.skip' : 'tray.later'), data: button.sortSkip.with({ unsortedId }) },
  { label: t('tray.drop'), data: button.sortDrop.with({ unsortedId }) },
]
