import type { FreeDayRow, RamadanRow } from '../calendar/edit-store.ts'
import { absenceKinds, type Season, type WeekHours } from '../calendar/rules.ts'
import type { Region } from '../people/regions.ts'
import type { PersonId } from '../people/rules.ts'
import type { Translate } from '../platform/i18n/translator.ts'
import { inPairs, type Screen, type ScreenButton } from '../platform/telegram/screen.ts'
import { atWib, daysAfter, type LocalDate } from '../platform/time.ts'
import { openAdmin } from './buttons.ts'
import * as button from './calendar-buttons.ts'
import type { AbsenceInList, OfficerInList } from './calendar-store.ts'
import { hoursInWords } from './desk-views.ts'

const back = (t: Translate, data = button.openCalendar.with({})): ScreenButton[][] => [[{ label: t('back'), data }]]
const LABEL = 36
const shortened = (name: string): string => (name.length > LABEL ? `${name.slice(0, LABEL - 1)}…` : name)

const freeDay = (t: Translate, { day, kind, name, office }: FreeDayRow): string =>
  t('cal-day', { day: t.longDay(atWib(day, '12:00')), kind: t.label(`free-${kind}`), name, where: office ?? '' })

/** The free days to come, and everything else that can be changed. */
export const calendar = (t: Translate, free: readonly FreeDayRow[]): Screen => ({
  text: [t('cal'), free.map((each) => freeDay(t, each)).join('\n') || t('cal.none')].join('\n\n'),
  buttons: [
    [{ label: t('cal.add'), data: button.pickOffice.with({}), style: 'primary' }],
    ...inPairs(
      free.map(({ id, day, name }) => ({
        label: t.label('cal-day.button', { day: t.shortDay(atWib(day, '12:00')), name: shortened(name) }),
        data: button.openFreeDay.with({ freeId: id }),
      })),
    ),
    [
      { label: t('cal.hours'), data: button.openHours.with({ season: 'usual' }) },
      { label: t('cal.ramadan'), data: button.openRamadan.with({}) },
    ],
    [{ label: t('cal.away'), data: button.pickOfficer.with({}) }],
    [{ label: t('back'), data: openAdmin.with({}) }],
  ],
})

export const offices = (t: Translate, regions: readonly Region[]): Screen => ({
  text: t('cal-where'),
  buttons: [
    [{ label: t('invite-region.everywhere'), data: button.askFreeDay.with({ office: 'all' }) }],
    ...inPairs(
      regions.map(({ code, shortName }) => ({ label: shortName, data: button.askFreeDay.with({ office: code }) })),
    ),
    ...back(t),
  ],
})

export const removeConfirm = (t: Translate, free: FreeDayRow): Screen => ({
  text: [freeDay(t, free), t('cal-remove')].join('\n\n'),
  buttons: [
    [{ label: t('cal-remove.yes'), data: button.removeFreeDay.with({ freeId: free.id }), style: 'danger' }],
    ...back(t),
  ],
})

/** A Monday, to name the days of the week by. */
const MONDAY = '2024-06-03' as LocalDate
const nameOfWeekday = (t: Translate, weekday: number): string =>
  t.longDay(atWib(daysAfter(MONDAY, weekday - 1), '12:00')).split(',')[0] ?? ''

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const

export const week = (t: Translate, season: Season, hours: WeekHours): Screen => ({
  text: t(`cal-week-${season}`),
  buttons: [
    ...weekdays.map((weekday): ScreenButton[] => {
      const worked = hours[Number(weekday) as keyof WeekHours]
      const words = worked ? hoursInWords(t, worked) : t.label('cal-week-free')
      return [
        {
          label: t.label('cal-week-day', { day: nameOfWeekday(t, Number(weekday)), hours: words }),
          data: button.askHours.with({ season, weekday }),
        },
      ]
    }),
    [
      season === 'usual'
        ? { label: t('cal-week-ramadan.open'), data: button.openHours.with({ season: 'ramadan' }) }
        : { label: t('cal-week-usual.open'), data: button.openHours.with({ season: 'usual' }) },
    ],
    ...back(t),
  ],
})

export const ramadans = (t: Translate, rows: readonly RamadanRow[]): Screen => ({
  text: t('cal-fast'),
  buttons: [
    ...rows.map(({ hijriYear, from, until }): ScreenButton[] => [
      {
        label: t.label('cal-fast.row', { year: String(hijriYear), from: t.dayOf(from), until: t.dayOf(until) }),
        data: button.askRamadan.with({ hijriYear }),
      },
    ]),
    ...back(t),
  ],
})

/** Who is away, and of whom it can be noted. */
export const officers = (t: Translate, list: readonly OfficerInList[], away: readonly AbsenceInList[]): Screen => ({
  text: [
    t('cal-away'),
    ...away.map(({ name, kind, firstDay, lastDay, standIn }) =>
      t('cal-away-line', {
        name: name ?? '–',
        kind: t.label(`absence-${kind}`),
        from: t.dayOf(firstDay),
        until: t.dayOf(lastDay),
        standIn: standIn ?? '–',
      }),
    ),
  ].join('\n'),
  buttons: [
    ...inPairs(list.map(({ id, name }) => ({ label: shortened(name), data: button.pickKind.with({ personId: id }) }))),
    ...back(t),
  ],
})

export const kinds = (t: Translate, personId: PersonId): Screen => ({
  text: t('cal-away-kind'),
  buttons: [
    ...absenceKinds.map((kind): ScreenButton[] => [
      { label: t(`absence-${kind}`), data: button.pickStandIn.with({ personId, kind }) },
    ]),
    ...back(t),
  ],
})

export const standIns = (
  t: Translate,
  list: readonly OfficerInList[],
  { personId, kind }: { personId: PersonId; kind: (typeof absenceKinds)[number] },
): Screen => ({
  text: t('cal-away-by'),
  buttons: [
    ...inPairs(
      list
        .filter(({ id }) => id !== personId)
        .map(({ id, name }) => ({
          label: shortened(name),
          data: button.askAbsence.with({ personId, kind, standIn: id }),
        })),
    ),
    [{ label: t('cal-away-by.nobody'), data: button.askAbsence.with({ personId, kind, standIn: 'nobody' }) }],
    ...back(t),
  ],
})

export const refused = (t: Translate, reason: 'not-yours' | 'free-already' | 'no-officer'): Screen => ({
  text: t(`cal-${reason}`),
  buttons: back(t),
})
