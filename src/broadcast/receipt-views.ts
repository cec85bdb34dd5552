import type { Translate } from '../platform/i18n/translator.ts'
import type { Screen } from '../platform/telegram/screen.ts'
import type { Cell, NewSheet } from '../platform/workbook.ts'
import { type BroadcastId, type Figures, type Outcome, outcomes, type Receipt } from './rules.ts'

const moment = (t: Translate, at: Date | undefined): Cell => (at ? `${t.day(at)} ${t.time(at)}` : undefined)

/** The sheets of a broadcast's receipts: the figures, and everybody it was for. */
export function sheets(t: Translate, figures: Figures, receipts: readonly Receipt[]): NewSheet[] {
  const { failed, total, presses, ...counts } = figures
  const byOutcome: Record<Outcome, number> = { ...counts, ...failed }
  return [
    {
      name: t.label('cast-sheet-figures'),
      columns: [
        { name: t.label('cast-sheet-outcome'), width: 28 },
        { name: t.label('cast-sheet-count'), width: 12 },
      ],
      rows: [
        [t.label('cast-sheet-total'), total],
        ...outcomes.map((outcome): Cell[] => [t.label(`cast-outcome-${outcome}`), byOutcome[outcome]]),
        [t.label('cast-sheet-pressed'), presses],
      ],
    },
    {
      name: t.label('cast-sheet-people'),
      columns: [
        { name: t.label('cast-sheet-name'), width: 30 },
        { name: t.label('cast-sheet-region'), width: 20 },
        { name: t.label('cast-sheet-outcome'), width: 28 },
        { name: t.label('cast-sheet-at'), width: 24 },
        { name: t.label('cast-sheet-pressed'), width: 24 },
      ],
      rows: receipts.map(({ name, region, outcome, at, pressedAt }): Cell[] => [
        name ?? '–',
        region,
        t.label(`cast-outcome-${outcome}`),
        moment(t, at),
        moment(t, pressedAt),
      ]),
    },
  ]
}

export const receiptFile = (t: Translate, id: BroadcastId, bytes: Uint8Array): Screen => ({
  text: t('cast-receipts'),
  picture: { kind: 'document', bytes, name: `siaran-${id}.xlsx` },
})
