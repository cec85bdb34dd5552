import type { DeskInList, PlannedDay, PlannedDesk } from '../booking/desk-plan-store.ts'
import type { MoveRefusal, Target } from '../booking/moving.ts'
import type { MovePreview } from '../booking/moving-service.ts'
import type { HitCount } from '../booking/moving-store.ts'
import type { DayId, DeskId } from '../booking/rules.ts'
import type { DayHours, FreeDay } from '../calendar/rules.ts'
import { html, type Translate } from '../platform/i18n/translator.ts'
import { inPairs, type Screen, type ScreenButton } from '../platform/telegram/screen.ts'
import { atWib, daysAfter, type LocalDate } from '../platform/time.ts'
import { openAdmin } from './buttons.ts'
import * as button from './desk-buttons.ts'
import { openDraft } from './draft-buttons.ts'

const back = (t: Translate, data: string): ScreenButton[][] => [[{ label: t('back'), data }]]
const toDesks = (t: Translate) => back(t, button.openDesks.with({}))
const toDay = (t: Translate, dayId: DayId) => back(t, button.openDay.with({ dayId }))

const shortDay = (t: Translate, day: LocalDate): string => t.shortDay(atWib(day, '12:00'))
const longDay = (t: Translate, day: LocalDate): string => t.longDay(atWib(day, '12:00'))
const dotted = (clock: string): string => clock.replace(':', '.')

/** "08.00–15.30, istirahat 12.00–13.00" */
export const hoursInWords = (t: Translate, { opens, closes, break: pause }: DayHours): string => {
  const hours = `${dotted(opens)}–${dotted(closes)}`
  return pause ? t.label('plan-break', { hours, pause: `${dotted(pause.from)}–${dotted(pause.until)}` }) : hours
}

/** Why nobody may come on a day: a line for each. */
export const warnings = (t: Translate, free: readonly FreeDay[]): string[] =>
  free.map(({ day, kind, name }) => t('plan-warning', { day: longDay(t, day), kind: t.label(`free-${kind}`), name }))

export const desks = (t: Translate, list: readonly DeskInList[]): Screen => ({
  text: t(list.length === 0 ? 'plan-desks-none' : 'plan-desks'),
  buttons: [
    ...list.map(({ id, title, firstDay, days }): ScreenButton[] => [
      {
        label: t.label('plan-desks.desk', { title: shortened(title), day: shortDay(t, firstDay), count: days }),
        data: button.openDesk.with({ deskId: id }),
      },
    ]),
    [{ label: t('plan-desks.new'), data: openDraft.with({}), style: 'primary' }],
    ...back(t, openAdmin.with({})),
  ],
})

const LABEL = 30
const shortened = (name: string): string => (name.length > LABEL ? `${name.slice(0, LABEL - 1)}…` : name)

export function desk(t: Translate, { id, title, zone, venue, point, closed, days }: PlannedDesk): Screen {
  const open = days.filter((day) => !day.closed)
  return {
    text: t('plan-desk', {
      title,
      zone,
      venue: venue ?? t.label('plan-later'),
      point: t.label(point ? 'plan-point-set' : 'plan-later'),
      state: html(closed ? `\n${t('plan-closed')}` : ''),
    }),
    buttons: [
      ...(closed ? [] : open).map((day): ScreenButton[] => [
        {
          label: t.label('plan-desk.day', { day: shortDay(t, day.day), booked: day.booked, seats: day.seats }),
          data: button.openDay.with({ dayId: day.id }),
        },
      ]),
      ...(closed
        ? []
        : [
            [{ label: t('plan-desk.place'), data: button.askPlace.with({ deskId: id }) }],
            [
              {
                label: t('plan-desk.close'),
                data: button.askClose.with({ what: 'desk', id }),
                style: 'danger' as const,
              },
            ],
          ]),
      ...toDesks(t),
    ],
  }
}

/** One day: what it is laid out from, how full it is, and what can be changed. */
export function day(t: Translate, planned: PlannedDay): Screen {
  const { id: dayId, deskId, closed, slotMinutes, tables, walkInShare } = planned
  const text = t('plan-day', {
    title: planned.title,
    day: longDay(t, planned.day),
    hours: hoursInWords(t, planned),
    minutes: slotMinutes,
    tables,
    share: walkInShare,
    seats: planned.seats,
    booked: planned.booked,
    coming: planned.coming,
    state: html(closed ? `\n${t('plan-closed')}` : ''),
  })
  const toDesk = back(t, button.openDesk.with({ deskId }))
  if (closed) return { text, buttons: toDesk }
  return {
    text,
    buttons: [
      [
        { label: t('plan-day.move'), data: button.askMove.with({ dayId }) },
        { label: t('plan-day.calls'), data: button.openCalls.with({ dayId, page: 0 }) },
      ],
      [
        { label: t('plan-day.hours'), data: button.askChange.with({ dayId, what: 'hours' }) },
        { label: t('plan-day.seats'), data: button.askChange.with({ dayId, what: 'seats' }) },
      ],
      [
        { label: t('plan-day.close-slot'), data: button.pickSlot.with({ dayId }) },
        { label: t('plan-day.close'), data: button.askClose.with({ what: 'day', id: dayId }), style: 'danger' },
      ],
      ...toDesk,
    ],
  }
}

/** Where the list of those to be called leads. */
export const callLinks = (t: Translate, dayId: DayId) => ({
  page: (page: number): string => button.openCalls.with({ dayId, page }),
  back: [{ label: t('back'), data: button.openDay.with({ dayId }) }],
})

/** The slots of a day that can still be closed, or opened again. */
export const slots = (t: Translate, { id, day: date, slots: all }: PlannedDay, now: Date): Screen => ({
  text: t('plan-slots', { day: longDay(t, date) }),
  buttons: [
    ...inPairs(
      all
        .filter(({ closed, shut, startsAt }) => (shut || !closed) && startsAt > now)
        .map(({ id: slotId, shut, startsAt, booked }) =>
          shut
            ? {
                label: t.label('plan-slots.open', { time: t.clock(startsAt) }),
                data: button.reopen.with({ slotId }),
              }
            : {
                label: t.label('plan-slots.slot', { time: t.clock(startsAt), booked }),
                data: button.askClose.with({ what: 'slot', id: slotId }),
              },
        ),
    ),
    ...toDay(t, id),
  ],
})

export interface Move {
  dayId: DayId
  to: LocalDate
  preview: MovePreview
  free: readonly FreeDay[]
}

/** To which date a day moves; the example is one of the next week, so that copying it does no harm. */
export const moveAsk = (t: Translate, dayId: DayId, today: LocalDate): Screen => ({
  text: t('plan-move-ask', { example: t.dayOf(daysAfter(today, 7)) }),
  buttons: [[{ label: t('back'), data: button.openDay.with({ dayId }) }]],
})

/** The same once more, after a date that cannot be read. */
export const moveUnread = (t: Translate, dayId: DayId, today: LocalDate): Screen => ({
  ...moveAsk(t, dayId, today),
  text: t('plan-move-wrong', { example: t.dayOf(daysAfter(today, 7)) }),
})

/** What moving a day means, before it is done. */
export const moveConfirm = (t: Translate, { dayId, to, preview: { from, booked }, free }: Move): Screen => ({
  text: [
    t('plan-move-confirm', { from: longDay(t, from), to: longDay(t, to), count: booked }),
    ...warnings(t, free),
    t('plan-move-confirm.ask'),
  ].join('\n\n'),
  buttons: [
    [{ label: t('plan-move-confirm.yes'), data: button.moveDay.with({ dayId, from, to }), style: 'primary' }],
    ...toDay(t, dayId),
  ],
})

export const moved = (t: Translate, from: LocalDate, to: LocalDate): string =>
  t('plan-moved', { from: longDay(t, from), to: longDay(t, to) })

export type PlanRefusal = MoveRefusal | 'not-yours' | 'no-days'

export const refused = (t: Translate, reason: PlanRefusal, dayId?: DayId): Screen => ({
  text: t(`plan-${reason}`),
  buttons: dayId === undefined ? toDesks(t) : toDay(t, dayId),
})

/** Where closing leads back to. */
const cameFrom = (t: Translate, { what, id }: Target, dayId: DayId | undefined): ScreenButton[][] => {
  if (what === 'desk') return back(t, button.openDesk.with({ deskId: id as DeskId }))
  return dayId === undefined ? toDesks(t) : toDay(t, dayId)
}

/** What closing means, before it is done. */
export const closeConfirm = (
  t: Translate,
  target: Target,
  { booked, waiting, startsAt }: HitCount,
  dayId: DayId | undefined,
): Screen => ({
  text: [
    t(`plan-shut-${target.what}`, {
      day: startsAt ? t.longDay(startsAt) : '–',
      time: startsAt ? t.time(startsAt) : '–',
    }),
    t('plan-shut', { count: booked }),
    ...(waiting > 0 ? [t('plan-shut-line', { count: waiting })] : []),
  ].join('\n\n'),
  buttons: [
    [{ label: t('plan-shut.yes'), data: button.close.with(target), style: 'danger' }],
    ...cameFrom(t, target, dayId),
  ],
})

export const closed = (t: Translate, count: number, toCalls: string): Screen => ({
  text: t('plan-shut-done', { count }),
  buttons: [[{ label: t('plan-shut-done.calls'), data: toCalls }], ...toDesks(t)],
})
