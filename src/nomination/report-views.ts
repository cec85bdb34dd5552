import type { Translate } from '../platform/i18n/translator.ts'
import type { NewSheet } from '../platform/workbook.ts'
import type { Column } from './heading.ts'
import type { Difference, Step } from './plan.ts'
import type { Fault } from './reading.ts'

// What came of each row, in words, and the list as a file that can be corrected and sent again.

export type RegionName = (code: string) => string

/** Everything there is to say about a row, a sentence each. */
export function notesOf(t: Translate, step: Step, regionName: RegionName): string[] {
  const { row, differences, kept } = step
  return [
    ...row.faults.map((each) => faultInWords(t, each, row.texts[each.column])),
    ...(step.does === 'double' ? [t.label('list-note-double', { line: step.of })] : []),
    ...differences.map((each) => differenceInWords(t, step.does === 'double' ? 'differs' : 'change', each, regionName)),
    ...kept.map((each) => differenceInWords(t, 'keep', each, regionName)),
    ...row.hints.map((hint) => t.label(`list-hint-${hint}`)),
  ]
}

function faultInWords(t: Translate, { column, why, among = [] }: Fault, text = ''): string {
  const name = t.label(`list-column-${column}`)
  if (why === 'ambiguous') return t.label('list-note-ambiguous', { text, among: among.join(', ') })
  if (why === 'missing') return t.label('list-note-missing', { column: name })
  if (column === 'region') return t.label('list-note-region', { text })
  return column === 'commodity'
    ? t.label('list-note-commodity', { text })
    : t.label('list-note-unreadable', { column: name, text })
}

const differenceInWords = (
  t: Translate,
  what: 'change' | 'keep' | 'differs',
  { column, list, ours }: Difference,
  regionName: RegionName,
): string =>
  t.label(`list-note-${what}`, {
    column: t.label(`list-column-${column}`),
    list: valueInWords(t, column, list, regionName),
    ours: valueInWords(t, column, ours, regionName),
  })

function valueInWords(t: Translate, column: Column, value: string | undefined, regionName: RegionName): string {
  if (value === undefined) return '–'
  if (column === 'region') return regionName(value)
  if (column === 'phone') return `+${value}`
  return column === 'commodity' ? t.label(`commodity-${value as 'anyaman'}`) : value
}

/** The whole list as it was understood, with a column for what came of each row. Sent again, it is read as it stands. */
export const reportSheet = (t: Translate, steps: readonly Step[], regionName: RegionName): NewSheet => ({
  name: t.label('list-sheet'),
  columns: [
    { name: t.label('list-column-line'), width: 8 },
    { name: t.label('list-column-owner'), width: 26 },
    { name: t.label('list-column-business'), width: 30 },
    { name: t.label('list-column-region'), width: 24 },
    { name: t.label('list-column-commodity'), width: 18 },
    { name: t.label('list-column-phone'), width: 18 },
    { name: t.label('list-column-result'), width: 18 },
    { name: t.label('list-column-note'), width: 70 },
  ],
  rows: steps.map((step) => {
    const { row } = step
    const { given, texts } = row
    return [
      row.line,
      given?.owner ?? texts.owner,
      given?.business ?? texts.business,
      given ? regionName(given.region) : texts.region,
      given ? t.label(`commodity-${given.commodity}`) : texts.commodity,
      given?.phone ? `+${given.phone}` : texts.phone,
      t.label(`list-does-${step.does}`),
      notesOf(t, step, regionName).join(' '),
    ]
  }),
})

/** A list with two rows, so that it is seen how it is meant. */
export const sampleSheet = (t: Translate): NewSheet => ({
  name: t.label('list-sheet-sample'),
  columns: [
    { name: t.label('list-column-owner'), width: 26 },
    { name: t.label('list-column-business'), width: 30 },
    { name: t.label('list-column-region'), width: 24 },
    { name: t.label('list-column-commodity'), width: 18 },
    { name: t.label('list-column-phone'), width: 18 },
  ],
  rows: [
    ['Contoh Pemilik', 'Rendang Contoh', 'Kota Payakumbuh', t.label('commodity-makanan_minuman'), '0812-0000-0000'],
    ['Contoh Pemilik Lain', 'Tenun Contoh', 'Kab. Tanah Datar', t.label('commodity-kain_tenun'), '0813-0000-0000'],
  ],
})
