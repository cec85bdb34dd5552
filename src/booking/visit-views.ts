import type { Translate } from '../platform/i18n/translator.ts'
import { html } from '../platform/i18n/translator.ts'
import type { Screen, ScreenButton } from '../platform/telegram/screen.ts'
import { atWib, type LocalDate } from '../platform/time.ts'
import type { DayId } from './rules.ts'
import * as button from './visit-buttons.ts'
import {
  countStages,
  type DutyDay,
  LIST_PAGE,
  labelOf,
  lastAct,
  outcomes,
  stageOf,
  type Visit,
  type VisitId,
} from './visit-rules.ts'
import type { NamedDossier } from './walk-in-store.ts'

// The screens of those who run a desk.

const dayWords = (t: Translate, { day, title }: Pick<DutyDay, 'day' | 'title'>) => ({
  day: t.longDay(atWib(day, '12:00')),
  title,
})

/** The days an officer may open, when there is more than one, or none. */
export const days = (t: Translate, list: readonly DutyDay[]): Screen => ({
  text: t(list.length === 0 ? 'duty-days.none' : 'duty-days'),
  buttons: list.map(({ id, day, title }) => [
    {
      label: t.label('duty-day', { day: t.shortDay(atWib(day, '12:00')), title }),
      data: button.openList.with({ dayId: id, page: 0 }),
    },
  ]),
})

/** What became of a visit so far, in a few words. */
function stageWords(t: Translate, visit: Visit): string {
  const { arrivedAt, calledAt } = visit
  switch (stageOf(visit)) {
    case 'expected':
      return t('duty-stage-expected')
    case 'waiting':
      return arrivedAt ? t('duty-stage-waiting', { time: t.clock(arrivedAt) }) : ''
    case 'serving':
      return calledAt ? t('duty-stage-serving', { time: t.clock(calledAt) }) : ''
    case 'done':
      return t(`duty-outcome-${visit.outcome ?? 'done'}`)
    case 'absent':
      return t('duty-stage-absent')
  }
}

function line(t: Translate, visit: Visit): string {
  const { business, booking } = visit
  const words = { number: labelOf(visit), business, stage: html(stageWords(t, visit)) }
  return booking ? t('duty-line', { ...words, time: t.clock(booking.startsAt) }) : t('duty-line-walk-in', words)
}

export interface ShownList {
  day: DutyDay
  visits: readonly Visit[]
  called: number
  page: number
  today: LocalDate
  /** The public page with the numbers being served, where it is known. */
  screen: string | undefined
}

/** Everybody on the list of a day, with what can be done. */
export function list(t: Translate, { day, visits, called, page, today, screen }: ShownList): Screen {
  const shown = visits.slice(page * LIST_PAGE, (page + 1) * LIST_PAGE)
  const counts = countStages(visits)
  const sum = Object.fromEntries(Object.entries(counts).map(([stage, count]) => [stage, String(count)]))
  const isOpen = day.day <= today
  return {
    text: [
      t('duty-list', dayWords(t, day)),
      ...(visits.length === 0 ? [t('duty-list.empty')] : [shown.map((visit) => line(t, visit)).join('\n')]),
      ...(isOpen ? [t('duty-sum', sum as Record<keyof typeof counts, string>)] : [t('duty-list.ahead')]),
      ...(screen === undefined ? [] : [t('duty-screen', { address: screen })]),
    ].join('\n\n'),
    buttons: [
      ...(isOpen ? actions(t, day.id, { called, waits: counts.waiting > 0 }) : []),
      ...(isOpen ? inFives(shown.map((visit) => numberButton(visit))) : []),
      ...pages(t, day.id, page, visits.length),
      [{ label: t('duty-calls'), data: button.openCalls.with({ dayId: day.id, page: 0 }) }],
      [
        { label: t('duty-print'), data: button.printList.with({ dayId: day.id }) },
        { label: t('duty-refresh'), data: button.openList.with({ dayId: day.id, page }) },
      ],
    ],
  }
}

const actions = (
  t: Translate,
  dayId: DayId,
  { called, waits }: { called: number; waits: boolean },
): ScreenButton[][] => [
  ...(waits
    ? [[{ label: t('duty-next'), data: button.callNext.with({ dayId, called }), style: 'primary' as const }]]
    : []),
  [
    { label: t('duty-arrival'), data: button.askArrival.with({ dayId }) },
    { label: t('duty-walk-in'), data: button.askWalkIn.with({ dayId }) },
  ],
  [{ label: t('duty-type'), data: button.askResults.with({ dayId }) }],
]

const numberButton = (visit: Visit): ScreenButton => ({
  label: labelOf(visit),
  data: button.openVisit.with({ visitId: visit.id }),
})

const inFives = (buttons: readonly ScreenButton[]): ScreenButton[][] =>
  Array.from({ length: Math.ceil(buttons.length / 5) }, (_, row) => buttons.slice(5 * row, 5 * row + 5))

function pages(t: Translate, dayId: DayId, page: number, total: number): ScreenButton[][] {
  const to = (target: number) => button.openList.with({ dayId, page: target })
  const less = page > 0 ? [{ label: t('queue.less'), data: to(page - 1) }] : []
  const more = (page + 1) * LIST_PAGE < total ? [{ label: t('queue.more'), data: to(page + 1) }] : []
  return less.length + more.length > 0 ? [[...less, ...more]] : []
}

/** One visit, with what can be said of it next. */
export function visit(t: Translate, { day, visit }: { day: DutyDay; visit: Visit }): Screen {
  const { booking, owner, business, notes } = visit
  return {
    text: [
      t('guest', { number: labelOf(visit), business, stage: html(stageWords(t, visit)) }),
      ...(owner === undefined ? [] : [t('guest-owner', { owner })]),
      ...(booking
        ? [t('guest-booked', { time: t.time(booking.startsAt), table: String(booking.tableNo), code: booking.code })]
        : []),
      ...(booking?.topic === undefined ? [] : [t('guest-topic', { topic: booking.topic })]),
      ...(notes === undefined ? [] : [t('guest-notes', { notes })]),
      ...(visit.rebookAskedAt ? [t('guest-rebook-asked', { day: t.day(visit.rebookAskedAt) })] : []),
    ].join('\n'),
    buttons: [...nextActs(t, visit), ...undoButton(t, visit), toList(t, day.id)],
  }
}

function nextActs(t: Translate, visit: Visit): ScreenButton[][] {
  const { id: visitId, booking } = visit
  const does = (act: 'arrive' | 'call' | 'absent') => button.doAct.with({ visitId, act })
  const absent = { label: t('guest-absent'), data: does('absent') }
  const notes = { label: t('guest-note'), data: button.askNotes.with({ visitId }) }
  switch (stageOf(visit)) {
    case 'expected':
      return [[{ label: t('guest-arrive'), data: does('arrive'), style: 'success' }, absent]]
    case 'waiting':
      return [[{ label: t('guest-call'), data: does('call'), style: 'primary' }, absent]]
    case 'serving':
      return [
        ...outcomes.map((outcome): ScreenButton[] => [
          { label: t.label(`duty-outcome-${outcome}`), data: button.finish.with({ visitId, outcome }) },
        ]),
        [notes],
      ]
    case 'done':
      return [[notes]]
    case 'absent':
      return booking && !visit.rebookAskedAt
        ? [[{ label: t('guest-rebook'), data: button.askToRebook.with({ visitId }), style: 'primary' }]]
        : []
  }
}

function undoButton(t: Translate, visit: Visit): ScreenButton[][] {
  const last = lastAct[stageOf(visit)]
  return last === undefined
    ? []
    : [[{ label: t(`guest-undo-${last}`), data: button.undo.with({ visitId: visit.id, act: last }) }]]
}

export const toList = (t: Translate, dayId: DayId): ScreenButton[] => [
  { label: t('duty-back'), data: button.openList.with({ dayId, page: 0 }) },
]

/** A question about a day, which may be left for the list. */
export const ask = (t: Translate, dayId: DayId, text: string): Screen => ({ text, buttons: [toList(t, dayId)] })

/** A question about a visit, which may be left for it. */
export const askOf = (t: Translate, visitId: VisitId, text: string): Screen => ({
  text,
  buttons: [[{ label: t('guest-back'), data: button.openVisit.with({ visitId }) }]],
})

/** What became of a ticket that was shown: its visit, or that it is for another day. */
export const arrived = (t: Translate, { day, visit: guest }: { day: DutyDay; visit: Visit | undefined }): Screen =>
  guest ? visit(t, { day, visit: guest }) : { text: t('duty-other-day', dayWords(t, day)) }

/** That nobody on the list fits what was typed. */
export const nobodyFound = (t: Translate, dayId: DayId): Screen => ({
  text: t('duty-arrival-none'),
  buttons: [[{ label: t('duty-walk-in'), data: button.askWalkIn.with({ dayId }) }], toList(t, dayId)],
})

/** Which of those who fit what was typed is meant. */
export const choices = (t: Translate, dayId: DayId, found: readonly Visit[]): Screen => ({
  text: t('duty-which'),
  buttons: [
    ...found.slice(0, 10).map((each): ScreenButton[] => [
      {
        label: t.label('duty-choice', { number: labelOf(each), business: each.business }),
        data: button.openVisit.with({ visitId: each.id }),
      },
    ]),
    toList(t, dayId),
  ],
})

/** A walk-in who was just let in, with the dossiers that may be theirs. */
export function letIn(
  t: Translate,
  {
    day,
    visit: guest,
    known,
  }: {
    day: DutyDay
    visit: Visit
    known: readonly NamedDossier[]
  },
): Screen {
  const shown = visit(t, { day, visit: guest })
  if (known.length === 0) return shown
  return {
    text: `${shown.text}\n\n${t('guest-known')}`,
    buttons: [
      ...known.map(({ dossierId, business, owner, region }): ScreenButton[] => {
        const who = owner ?? region
        return [
          {
            label: who === undefined ? business : t.label('guest-known-is', { business, who }),
            data: button.sayDossier.with({ visitId: guest.id, dossierId }),
          },
        ]
      }),
      ...(shown.buttons ?? []),
    ],
  }
}
