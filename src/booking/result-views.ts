import type { Translate } from '../platform/i18n/translator.ts'
import { html } from '../platform/i18n/translator.ts'
import type { Screen } from '../platform/telegram/screen.ts'
import type { DraftId, Preview } from './result-rules.ts'
import type { DayId } from './rules.ts'
import { openList, saveResults } from './visit-buttons.ts'

/** So many parts that were not understood are repeated. */
const REPEATED = 5

/** What was read of typed results, before it is saved; and, in a sentence each, what was not. */
export function preview(
  t: Translate,
  dayId: DayId,
  { fitting, unclear, unknown, settled, draftId }: Preview & { draftId: DraftId | undefined },
): Screen {
  const lines = fitting.map(({ visit, result: { label, outcome, notes } }) => {
    const stage = html(outcome === 'absent' ? t('duty-stage-absent') : t(`duty-outcome-${outcome}`))
    const words = { number: label, business: visit.business, stage }
    return notes === undefined ? t('duty-line-walk-in', words) : t('results-line-noted', { ...words, notes })
  })
  const some = (parts: readonly string[]): string => parts.slice(0, REPEATED).join(' · ').slice(0, 300)
  return {
    text: [
      lines.length > 0 ? `${t('results-preview')}\n${lines.join('\n')}` : t('results-none'),
      ...(unclear.length > 0 ? [t('results-unclear', { parts: some(unclear) })] : []),
      ...(unknown.length > 0 ? [t('results-unknown', { parts: some(unknown) })] : []),
      ...(settled.length > 0 ? [t('results-settled', { parts: some(settled) })] : []),
    ].join('\n\n'),
    buttons: [
      ...(draftId === undefined
        ? []
        : [[{ label: t('results-save'), data: saveResults.with({ draftId }), style: 'success' as const }]]),
      [{ label: t('duty-back'), data: openList.with({ dayId, page: 0 }) }],
    ],
  }
}
