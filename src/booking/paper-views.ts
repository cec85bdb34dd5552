import type { Translate } from '../platform/i18n/translator.ts'
import type { PaperTable } from '../platform/pdf.ts'
import type { Screen } from '../platform/telegram/screen.ts'
import { atWib } from '../platform/time.ts'
import type { DayPaper } from './day-paper.ts'
import type { DutyDay } from './visit-rules.ts'

/** What stands on the paper. */
export const paperTable = (t: Translate, { day, rows }: DayPaper): PaperTable => ({
  title: t.label('paper-title', { day: t.longDay(atWib(day.day, '12:00')), title: day.title }),
  lines: [...(day.venue === undefined ? [] : [day.venue]), t.label('paper-how')],
  columns: [
    { name: t.label('paper-number'), share: 5 },
    { name: t.label('paper-time'), share: 6 },
    { name: t.label('paper-business'), share: 22 },
    { name: t.label('paper-code'), share: 8 },
    { name: t.label('paper-topic'), share: 18 },
    { name: t.label('paper-arrived'), share: 7 },
    { name: t.label('paper-result'), share: 14 },
    { name: t.label('paper-notes'), share: 20 },
  ],
  rows: rows.map(({ label, startsAt, business, owner, code, topic }) => [
    label,
    startsAt ? t.clock(startsAt) : '',
    owner === '' ? business : `${business}\n${owner}`,
    code,
    topic,
    '',
    '',
    '',
  ]),
})

/** The list of a day to be printed. */
export const paper = (t: Translate, { day, bytes }: { day: DutyDay; bytes: Uint8Array }): Screen => ({
  text: t('paper-here', { day: t.longDay(atWib(day.day, '12:00')), title: day.title }),
  picture: { kind: 'document', bytes, name: `desk-${day.day}.pdf` },
})
