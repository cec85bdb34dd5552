import type { Chart } from '../platform/chart.ts'
import type { Translate } from '../platform/i18n/translator.ts'
import type { Screen } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import { type Figures, type RegionFigures, stages, waitedFor } from './figures.ts'

// A picture and words that say the same: both are made of the same bars.

/** How many reasons are named; the rest is one number. */
const MOST_REASONS = 4

/** What a picture of the figures shows. */
export function chartOf(t: Translate, figures: Figures, now: Date): Chart {
  const { cycle, stuck, desks } = figures
  const all = Math.max(1, figures.stages.registered.count)
  const none = t.label('figures-stuck-none')
  const [named, rest] = [stuck.reasons.slice(0, MOST_REASONS), stuck.reasons.slice(MOST_REASONS)]
  const parts = [
    {
      title: t.label('figures-stages'),
      bars: stages.map((stage) => {
        const { count, lately } = figures.stages[stage]
        const note = lately > 0 ? t.label('figures-lately', { count, lately }) : String(count)
        return { label: t.label(`figures-stage-${stage}`), value: count, of: all, note }
      }),
    },
    {
      title: t.label('figures-waits'),
      bars: waitedFor.map((who) => bar(t.label(`figures-waits-${who}`), figures.waitsFor[who])),
    },
    {
      title: stuck.total > 0 ? t.label('figures-stuck', { count: stuck.total }) : none,
      bars: [
        ...named.map(({ reason, count }) => bar(t.label(`alert-short-${reason}`), count)),
        ...(rest.length > 0
          ? [
              bar(
                t.label('figures-stuck-rest'),
                rest.reduce((sum, { count }) => sum + count, 0),
              ),
            ]
          : []),
      ],
    },
    {
      title: t.label('figures-desks'),
      bars: desks.map(({ title, day, seats, taken }) => ({
        label: t.label('figures-desk', { title, day: t.dayOf(day) }),
        value: taken,
        of: seats,
        note: t.label('figures-of', { count: taken, all: seats }),
      })),
    },
  ]
  return {
    title: t.label('figures-title', { day: t.longDay(now) }),
    subtitle: t.label('figures-cycle', { name: cycle.name, day: t.day(cycle.ownerDeadline) }),
    // That nothing is stuck is worth saying; that nobody was looked at yet is not.
    parts: parts.filter(({ title, bars }) => bars.some((bar) => 'of' in bar || bar.value > 0) || title === none),
  }
}

/** How far the regions have come. */
export const regionChartOf = (t: Translate, regions: readonly RegionFigures[], now: Date): Chart => ({
  title: t.label('figures-regions-title', { day: t.longDay(now) }),
  subtitle: t.label('figures-regions-about'),
  parts: [
    {
      title: t.label('figures-regions'),
      bars: regions.map(({ region, nominated, sending, done }) => ({
        label: region,
        value: done,
        of: nominated,
        note: t.label('figures-region', { nominated, sending, done }),
      })),
    },
  ],
})

const bar = (label: string, count: number) => ({ label, value: count, note: String(count) })

/** A chart in words. */
const inWords = (t: Translate, { title, subtitle, parts }: Chart): string =>
  [
    [t('figures-words-title', { title }), t('figures-words', { text: subtitle })].join('\n'),
    ...parts.map((part) =>
      [
        t('figures-words-title', { title: part.title }),
        ...part.bars.map(({ label, note }) => t('figures-words-bar', { label, note })),
      ].join('\n'),
    ),
  ].join('\n\n')

/** The drawn chart with its words below it. */
export const drawn = (
  t: Translate,
  chart: Chart,
  picture: Uint8Array,
  buttons: NonNullable<Screen['buttons']> = [],
): Screen => ({
  text: inWords(t, chart),
  picture: { kind: 'photo', bytes: picture, name: 'angka.png' },
  buttons,
})

export const toRegions = (t: Translate): NonNullable<Screen['buttons']> => [
  [{ label: t('figures.regions'), data: button.openRegions.with({}) }],
]
export const toFigures = (t: Translate): NonNullable<Screen['buttons']> => [
  [{ label: t('figures.back'), data: button.openFigures.with({}) }],
]

export const none = (t: Translate): Screen => ({ text: t('figures-none') })
export const noRegions = (t: Translate): Screen => ({ text: t('figures-regions-none'), buttons: toFigures(t) })
