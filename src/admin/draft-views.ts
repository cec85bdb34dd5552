import { type Draft, type DraftMistake, type DraftStep, daysOf, hoursOffered, USUAL_SEATS } from '../booking/draft.ts'
import { layOut } from '../booking/layout.ts'
import type { FreeDay } from '../calendar/rules.ts'
import { html, type Translate } from '../platform/i18n/translator.ts'
import { inPairs, type Screen, type ScreenButton } from '../platform/telegram/screen.ts'
import { atWib } from '../platform/time.ts'
import { openDesks } from './desk-buttons.ts'
import { hoursInWords, warnings } from './desk-views.ts'
import * as button from './draft-buttons.ts'

export interface Zone {
  id: string
  name: string
}

/** Asks for the next answer of a draft. */
export function ask(t: Translate, step: DraftStep, zones: readonly Zone[]): Screen {
  const startOver: ScreenButton[] = [{ label: t('draft-drop'), data: button.dropDraft.with({}) }]
  const first = step === 'zone' ? [{ label: t('back'), data: openDesks.with({}) }] : startOver
  return { text: t(`draft-${step}`), buttons: [...choices(t, step, zones), first] }
}

function choices(t: Translate, step: DraftStep, zones: readonly Zone[]): ScreenButton[][] {
  switch (step) {
    case 'zone':
      return inPairs(zones.map(({ id, name }) => ({ label: name, data: button.pickZone.with({ zone: id }) })))
    case 'venue':
    case 'point':
      return [[{ label: t('draft-later'), data: button.leaveForLater.with({ what: step }) }]]
    case 'hours':
      return (['whole', 'later', 'morning'] as const).map((which) => [
        { label: hoursInWords(t, hoursOffered[which]), data: button.pickHours.with({ which }) },
      ])
    case 'seats': {
      const { slotMinutes: minutes, tables, walkInShare: share } = USUAL_SEATS
      const label = t.label('draft-seats.usual', { minutes, tables, share })
      return [[{ label, data: button.takeUsualSeats.with({}) }]]
    }
    case 'title':
    case 'days':
      return []
  }
}

export const mistaken = (t: Translate, mistake: DraftMistake): Screen => ({ text: t(`draft-${mistake}`) })

/** What would be made of a whole draft: its days with their slots and seats, and what speaks against them. */
export function preview(t: Translate, draft: Draft, zone: string, free: readonly FreeDay[]): Screen {
  const lines = (daysOf(draft) ?? []).map((plan) => {
    const slots = layOut(plan)
    const kept = slots.reduce((sum, { walkIns }) => sum + walkIns, 0)
    return t('draft-day', {
      day: t.longDay(atWib(plan.day, '12:00')),
      hours: hoursInWords(t, plan),
      count: slots.length,
      seats: slots.length * plan.tables,
      kept,
    })
  })
  return {
    text: [
      t('draft-preview', {
        title: draft.title ?? '–',
        zone,
        venue: draft.venue ?? t.label('plan-later'),
        point: t.label(draft.point ? 'plan-point-set' : 'plan-later'),
        lines: html(lines.join('\n')),
      }),
      ...warnings(t, free),
    ].join('\n\n'),
    buttons: [
      [{ label: t('draft-preview.yes'), data: button.openDrafted.with({ draftId: draft.id }), style: 'primary' }],
      [{ label: t('draft-drop'), data: button.dropDraft.with({}) }],
    ],
  }
}

export const refused = (t: Translate, reason: 'not-yours' | 'draft-gone' | 'no-days'): Screen => ({
  text: t(`plan-${reason}`),
  buttons: [[{ label: t('back'), data: openDesks.with({}) }]],
})
