import { html, type Translate } from '../platform/i18n/translator.ts'
import { inPairs, type Screen, type ScreenButton } from '../platform/telegram/screen.ts'
import { atWib, type LocalDate } from '../platform/time.ts'
import * as button from './buttons.ts'
import { CALLS_PAGE, type Call } from './moving.ts'
import type { VisitFacts } from './ticket-store.ts'
import { mapButton, visitWords } from './views.ts'

/** A visit on its new date: the owner says whether they can come. */
export function dayMoved(t: Translate, { visit, from }: { visit: VisitFacts; from: LocalDate }): Screen {
  const { id: bookingId, sequence } = visit
  return {
    text: t('day-moved', { ...visitWords(t, visit), from: t.longDay(atWib(from, '12:00')) }),
    buttons: [
      [
        { label: t('day-moved.yes'), data: button.coming.with({ bookingId, sequence }), style: 'success' },
        { label: t('day-moved.no'), data: button.cannotCome.with({ bookingId }) },
      ],
      [{ label: t('visit-ticket'), data: button.openTicket.with({ bookingId }) }],
    ],
  }
}

/** Whoever cannot come on the new date takes another, or none. */
export const cannotCome = (t: Translate, visit: VisitFacts): Screen => ({
  text: t('day-moved-no', visitWords(t, visit)),
  buttons: [
    [{ label: t('ticket-move'), data: button.askMove.with({ bookingId: visit.id }), style: 'primary' }],
    [{ label: t('ticket-cancel'), data: button.askCancel.with({ bookingId: visit.id }) }],
  ],
})

const otherDesks = (t: Translate): ScreenButton[][] => [
  [{ label: t('desk-days'), data: button.openSchedule.with({}), style: 'primary' }],
  [{ label: t('desk-schedule.others'), data: button.openAllDesks.with({}) }],
]

/** A visit that will not take place. */
export const seatClosed = (t: Translate, visit: VisitFacts): Screen => ({
  text: t('seat-closed', visitWords(t, visit)),
  buttons: [
    ...otherDesks(t),
    [{ label: t('seat-closed.none'), data: button.wantsNoOther.with({ bookingId: visit.id }) }],
  ],
})

export const noOtherNoted = (t: Translate): Screen => ({ text: t('seat-closed-none'), buttons: otherDesks(t) })

export const lineClosed = (t: Translate, { title, business }: { title: string; business: string }): Screen => ({
  text: t('line-closed', { title, business }),
  buttons: otherDesks(t),
})

/** Where a visit takes place now. */
export const placeChanged = (t: Translate, visit: VisitFacts): Screen => ({
  text: t('place-changed', visitWords(t, visit)),
  buttons: [
    ...mapButton(t, visit),
    [{ label: t('visit-ticket'), data: button.openTicket.with({ bookingId: visit.id }) }],
  ],
})

export interface CallList {
  calls: readonly Call[]
  page: number
  regionName: (code: string) => string
}

/** A list of people to be called, as lines of text. */
function callLines(t: Translate, { calls, page, regionName }: CallList): string {
  const shown = calls.slice(page * CALLS_PAGE, (page + 1) * CALLS_PAGE)
  return shown
    .map(({ business, owner, region, startsAt, reason }) =>
      t('call', {
        business,
        owner,
        region: region === undefined ? '–' : regionName(region),
        day: t.shortDay(startsAt),
        time: t.clock(startsAt),
        reason: html(t(`call-${reason}`)),
      }),
    )
    .join('\n')
}

/** The buttons that turn the pages of such a list. */
function callPages(t: Translate, { calls, page }: CallList, data: (page: number) => string): ScreenButton[][] {
  const less = page > 0 ? [{ label: t('queue.less'), data: data(page - 1) }] : []
  const more = (page + 1) * CALLS_PAGE < calls.length ? [{ label: t('queue.more'), data: data(page + 1) }] : []
  return less.length + more.length > 0 ? [[...less, ...more]] : []
}

/** Whose seat was closed and who has no other: each with a button once somebody has spoken with them. */
export function closingCalls(t: Translate, list: CallList): Screen {
  const { calls, page } = list
  if (calls.length === 0) return { text: t('closing-calls-none') }
  return {
    text: [t('closing-calls', { count: calls.length }), callLines(t, list), t('calls-no-numbers')].join('\n\n'),
    buttons: [
      ...inPairs(
        calls.slice(page * CALLS_PAGE, (page + 1) * CALLS_PAGE).map(({ bookingId, business }) => ({
          label: t.label('closing-calls.done', { business: shortened(business) }),
          data: button.settleCall.with({ bookingId }),
        })),
      ),
      ...callPages(t, list, (to) => button.openCalls.with({ page: to })),
    ],
  }
}

const LABEL = 40
const shortened = (name: string): string => (name.length > LABEL ? `${name.slice(0, LABEL - 1)}…` : name)

/** Whom to call about a day. `links` lead to its other pages, and back. */
export function dayCalls(
  t: Translate,
  links: { page: (page: number) => string; back: ScreenButton[] },
  head: string,
  list: CallList,
): Screen {
  const isEmpty = list.calls.length === 0
  const lines = isEmpty ? [t('day-calls-none')] : [t('day-calls'), callLines(t, list), t('calls-no-numbers')]
  return {
    text: [head, ...lines].filter((line) => line !== '').join('\n\n'),
    buttons: [...callPages(t, list, links.page), links.back],
  }
}
