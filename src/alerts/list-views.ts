import type { PersonId } from '../people/rules.ts'
import type { Translate } from '../platform/i18n/translator.ts'
import type { Screen, ScreenButton } from '../platform/telegram/screen.ts'
import type { LocalDate } from '../platform/time.ts'
import type { Alert } from './alert.ts'
import * as button from './buttons.ts'
import { alertReasons, isUrgent } from './rules.ts'
import type { AlertLists } from './service.ts'

// Many alerts at once: what is told in the morning, what is urgent, and the list to choose from.

const IN_DIGEST = 10

export interface ListFacts {
  alerts: readonly Alert[]
  me: PersonId
  today: LocalDate
}

const byUrgency = (a: Alert, b: Alert): number =>
  alertReasons.indexOf(a.reason) - alertReasons.indexOf(b.reason) || a.openedAt.getTime() - b.openedAt.getTime()

/** The most urgent of each dossier: a line is a business, not a reason. */
function oncePerDossier(alerts: readonly Alert[]): Alert[] {
  const seen = new Set<Alert['dossierId']>()
  return alerts.toSorted(byUrgency).filter(({ dossierId }) => !seen.has(dossierId) && seen.add(dossierId))
}

/** What is stuck this morning: by reason, the most urgent first, ten lines at most. */
export function digest(t: Translate, { alerts, today, me }: ListFacts): Screen {
  const once = oncePerDossier(alerts)
  return told(t, { alerts: once, today, me }, t('digest', { day: t.dayOf(today), count: once.length }))
}

/** The same of what may not wait for the next morning. */
export const urgent = (t: Translate, facts: ListFacts): Screen =>
  told(t, { ...facts, alerts: oncePerDossier(facts.alerts) }, t('alert-urgent'))

function told(t: Translate, { alerts, me }: ListFacts, head: string): Screen {
  const shown = alerts.slice(0, IN_DIGEST)
  const reasons = alertReasons.filter((reason) => shown.some((alert) => alert.reason === reason))
  const parts = reasons.map((reason) =>
    [
      t('digest-reason', { urgent: isUrgent(reason) ? '❗' : '•', reason: t.label(`alert-short-${reason}`) }),
      ...shown.filter((alert) => alert.reason === reason).map((alert) => digestLine(t, alert, me)),
    ].join('\n'),
  )
  const left = alerts.length - shown.length
  const kind = alerts.some(({ holderId }) => holderId === undefined) ? 'free' : 'mine'
  return {
    text: [head, ...parts, ...(left > 0 ? [t('digest-more', { count: left })] : [])].join('\n\n'),
    buttons: [
      [
        {
          label: t('digest.open'),
          data: button.openTold.with({ kind }),
          style: 'primary',
        },
      ],
    ],
  }
}

function digestLine(
  t: Translate,
  { business, regionName, holderId, holder, level, askedAt }: Alert,
  me: PersonId,
): string {
  const own = askedAt ? 'asked' : 'mine'
  const others = holderId === undefined ? (level > 0 ? 'late' : 'free') : 'taken'
  return t('digest-line', {
    business,
    region: regionName ?? '–',
    mark: holderId === me ? own : others,
    holder: holder ?? '–',
  })
}

const PAGE = 8

/** The alerts of one kind, a button each. */
export function list(t: Translate, lists: AlertLists, kind: button.ListKind, page: number): Screen {
  const all = lists[kind].toSorted(byUrgency)
  const shown = all.slice(page * PAGE, (page + 1) * PAGE)
  const turnPage = (to: number, label: string): ScreenButton => ({
    label,
    data: button.openAlerts.with({ kind, page: to }),
  })
  const pages = [
    ...(page > 0 ? [turnPage(page - 1, t('queue.less'))] : []),
    ...((page + 1) * PAGE < all.length ? [turnPage(page + 1, t('queue.more'))] : []),
  ]
  return {
    text: [t('alerts'), t(`alerts-${kind}`, { count: all.length })].join('\n'),
    buttons: [
      ...shown.map(({ id: alertId, business, reason }): ScreenButton[] => [
        {
          label: t.label('alerts.one', { business, reason: t.label(`alert-short-${reason}`) }),
          data: button.openAlert.with({ alertId }),
        },
      ]),
      ...(pages.length > 0 ? [pages] : []),
      button.listKinds
        .filter((each) => each !== kind)
        .map((each) => ({
          label: t.label(`alerts.${each}`, { count: lists[each].length }),
          data: button.openAlerts.with({ kind: each, page: 0 }),
        })),
    ],
  }
}
