import { openAdmin } from '../admin/buttons.ts'
import { html, type Translate } from '../platform/i18n/translator.ts'
import type { Screen, ScreenButton } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import type { LookedThrough, LookRefusal, Undone } from './list-service.ts'
import type { Summary } from './plan.ts'
import { notesOf, type RegionName } from './report-views.ts'
import type { Standing } from './store.ts'

/** Where the list of the dinas stands. */
export const home = (t: Translate, { nominated, claimed, last }: Standing): Screen => ({
  text: [
    nominated === 0 ? t('nominations-none') : t('nominations', { nominated, claimed, open: nominated - claimed }),
    ...(last ? [t('nominations-last', { day: t.day(last.appliedAt) })] : []),
  ].join('\n\n'),
  buttons: [
    [{ label: t('nominations.list'), data: button.askList.with({}) }],
    ...(nominated > claimed
      ? [
          [{ label: t('nominations.invite'), data: button.inviteAll.with({}) }],
          [{ label: t('nominations.unclaimed'), data: button.openUnclaimed.with({ page: 0 }) }],
        ]
      : []),
    ...(last ? [[{ label: t('nominations.undo'), data: button.askUndo.with({ listId: last.id }) }]] : []),
    [{ label: t('back'), data: openAdmin.with({}) }],
  ],
})

const toHome = (t: Translate): ScreenButton[] => [{ label: t('back'), data: button.openNominations.with({}) }]

export const listAsk = (t: Translate): Screen => ({
  text: t('list-ask'),
  buttons: [[{ label: t('list-ask.sample'), data: button.showSample.with({}) }], toHome(t)],
})

export const sample = (t: Translate, bytes: Uint8Array): Screen => ({
  text: t('list-sample'),
  picture: { kind: 'document', bytes, name: 'contoh-daftar-ikm.xlsx' },
})

/** Rows of which the chat tells; the file tells of all. */
const MOST_TOLD = 5

/** What a list would do, with the file that says so row by row. */
export function report(
  t: Translate,
  { id, steps, summary }: LookedThrough,
  regionName: RegionName,
  bytes: Uint8Array,
): Screen {
  const wrong = steps.filter(({ does }) => does === 'wrong')
  const lines = wrong.slice(0, MOST_TOLD).map((step) =>
    t('list-wrong-row', {
      line: step.row.line,
      business: step.row.texts.business ?? step.row.texts.owner ?? '–',
      note: notesOf(t, step, regionName)[0] ?? '',
    }),
  )
  const more = wrong.length - lines.length
  const changes = summary.new + summary.change > 0
  return {
    text: [
      `${t('list-report')}\n${summaryLines(t, summary)}`,
      ...(lines.length > 0
        ? [[...lines, ...(more > 0 ? [t('list-wrong-more', { count: more })] : [])].join('\n')]
        : []),
      t(changes ? 'list-report-ask' : wrong.length > 0 ? 'list-report-correct' : 'list-report-nothing'),
    ].join('\n\n'),
    picture: { kind: 'document', bytes, name: 'ikm-nominasi-hasil.xlsx' },
    buttons: [
      ...(changes
        ? [
            [
              {
                label: t.label('list-report.yes', { count: summary.new + summary.change }),
                data: button.applyList.with({ listId: id }),
                style: 'primary' as const,
              },
            ],
          ]
        : []),
      [{ label: t('list-report.again'), data: button.askList.with({}) }],
      toHome(t),
    ],
  }
}

const kinds = ['new', 'same', 'change', 'keep', 'double', 'wrong'] as const

/** Each kind of row that there is, with how many there are. */
const summaryLines = (t: Translate, summary: Summary): string =>
  kinds
    .filter((kind) => summary[kind] > 0)
    .map((kind) => t(`list-sum-${kind}`, { count: summary[kind] }))
    .join('\n')

export const applied = (t: Translate, summary: Summary): Screen => ({
  text: t('list-applied', { lines: html(summaryLines(t, summary)) }),
  buttons: [toHome(t)],
})

export const undoAsk = (t: Translate, listId: LookedThrough['id'], { gone, stay }: Undone): Screen => ({
  text: [t('list-undo-ask', { count: gone }), ...(stay > 0 ? [t('list-undo-stay', { count: stay })] : [])].join('\n'),
  buttons: [
    ...(gone > 0
      ? [[{ label: t('list-undo-ask.yes'), data: button.undoList.with({ listId }), style: 'danger' as const }]]
      : []),
    toHome(t),
  ],
})

export const undone = (t: Translate, { gone, stay }: Undone): Screen => ({
  text: [t('list-undone', { count: gone }), ...(stay > 0 ? [t('list-undo-stay', { count: stay })] : [])].join('\n'),
  buttons: [toHome(t)],
})

export const refused = (t: Translate, reason: LookRefusal | 'gone'): Screen => ({
  text: reason === 'not-yours' ? t('not-yours') : t(`list-refused-${reason}`),
  buttons: [toHome(t)],
})
