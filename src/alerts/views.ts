import { openSchedule } from '../booking/buttons.ts'
import { openBusiness } from '../checklist/buttons.ts'
import { type Catalogue, requirementOf } from '../dossier/catalogue.ts'
import type { BusinessId } from '../dossier/rules.ts'
import { askHelp, writeOwner } from '../helpline/buttons.ts'
import { inviteOwner } from '../nomination/buttons.ts'
import type { PersonId } from '../people/rules.ts'
import type { Translate } from '../platform/i18n/translator.ts'
import { inPairs, type Screen, type ScreenButton } from '../platform/telegram/screen.ts'
import { openDossier } from '../review/buttons.ts'
import type { Alert } from './alert.ts'
import * as button from './buttons.ts'
import { maskedPhone } from './phone.ts'
import type { AlertRefusal } from './service.ts'

export interface AlertFacts {
  alert: Alert
  catalogue: Catalogue
}

/** One alert: why, what to do next, who has it, and everything that can be done about it. */
export function card(t: Translate, { alert, catalogue }: AlertFacts, me: PersonId | undefined): Screen {
  const { id: alertId, business, regionName, owner, reason } = alert
  return {
    text: [
      t('alert', { business, region: regionName ?? '–', owner: owner ?? '–' }),
      why(t, alert, catalogue),
      t(`alert-next-${reason}`),
      state(t, alert, me),
    ].join('\n\n'),
    buttons: alert.closedAt
      ? [[{ label: t('alert.list'), data: button.openAlerts.with({ kind: 'mine', page: 0 }) }]]
      : [
          // Also where somebody has it: they may be away, which the service knows.
          ...(alert.holderId === undefined || alert.holderId !== me
            ? [[{ label: t('alert.take'), data: button.takeAlert.with({ alertId }), style: 'primary' as const }]]
            : []),
          ...(alert.holderId === undefined || alert.holderId === me ? ownActs(t, alert) : []),
          [{ label: t('alert.open'), data: openDossier.with({ dossierId: alert.dossierId }) }],
          [{ label: t('alert.list'), data: button.openAlerts.with({ kind: 'mine', page: 0 }) }],
        ],
  }
}

function ownActs(t: Translate, { id: alertId, dossierId, phone, reason }: Alert): ScreenButton[][] {
  return [
    ...(reason === 'unclaimed' ? [[{ label: t('alert.invite'), data: inviteOwner.with({ dossierId }) }]] : []),
    button.naps.map((days) => ({
      label: t.label('alert.nap', { count: Number(days) }),
      data: button.snoozeAlert.with({ alertId, days }),
    })),
    [
      { label: t('alert.write'), data: writeOwner.with({ dossierId }) },
      { label: t('alert.desk'), data: button.offerDesk.with({ alertId }) },
    ],
    [
      phone
        ? { label: t.label('alert.phone', { phone: maskedPhone(phone) }), data: button.seePhone.with({ alertId }) }
        : { label: t('alert.no-phone'), data: button.askPhone.with({ alertId }) },
    ],
    [
      { label: t('alert.give'), data: button.askHandOver.with({ alertId, page: 0 }) },
      { label: t('alert.done'), data: button.solveAlert.with({ alertId }), style: 'success' as const },
    ],
  ]
}

function why(t: Translate, { reason, requirementId, openedAt }: Alert, catalogue: Catalogue): string {
  switch (reason) {
    case 'blocked':
      return t('alert-blocked', { day: t.day(openedAt) })
    case 'desk-soon':
    case 'deadline-near':
    case 'unclaimed':
    case 'no-show':
    case 'question-waits':
      return t(`alert-${reason}`)
    default: {
      const paper = requirementId ? requirementOf(catalogue, requirementId).name[t.language] : t.label('alert-papers')
      return t(`alert-${reason}`, { paper })
    }
  }
}

function state(
  t: Translate,
  { holderId, holder, snoozedUntil, closedAt, outcome, level }: Alert,
  me: PersonId | undefined,
): string {
  if (closedAt) return t(outcome === 'gone' ? 'alert-is-gone' : 'alert-is-solved')
  if (holderId === undefined) return t(level === 0 ? 'alert-is-free' : 'alert-is-late')
  const by = holderId === me ? t('alert-is-mine') : t('alert-is-taken', { holder: holder ?? '–' })
  return snoozedUntil ? `${by} ${t('alert-sleeps', { day: t.day(snoozedUntil) })}` : by
}

export function handedOver(t: Translate, facts: AlertFacts): Screen {
  const screen = card(t, facts, facts.alert.holderId)
  return { ...screen, text: `${t('alert-handed-over')}\n\n${screen.text}` }
}

export const gone = (t: Translate, { alert: { business, dossierId } }: AlertFacts): Screen => ({
  text: t('alert-gone', { business }),
  buttons: [[{ label: t('alert.open'), data: openDossier.with({ dossierId }) }]],
})

const PAGE = 8

/** To whom an alert may go. */
export const colleagues = (
  t: Translate,
  alertId: Alert['id'],
  found: readonly { id: PersonId; name: string }[],
  page: number,
): Screen => {
  const shown = found.slice(page * PAGE, (page + 1) * PAGE)
  const more = (page + 1) * PAGE < found.length
  return {
    text: found.length > 0 ? t('alert-give-ask') : t('alert-give-nobody'),
    buttons: [
      ...inPairs(
        shown.map(({ id: personId, name }) => ({ label: name, data: button.handOver.with({ alertId, personId }) })),
      ),
      ...(more ? [[{ label: t('queue.more'), data: button.askHandOver.with({ alertId, page: page + 1 }) }]] : []),
      [{ label: t('back'), data: button.openAlert.with({ alertId }) }],
    ],
  }
}

export const refused = (t: Translate, reason: AlertRefusal | 'no-phone'): Screen => ({
  text: reason === 'not-yours' ? t('not-yours') : t(`alert-refused-${reason}`),
})

/** An owner's number, with a text to be sent by WhatsApp. */
export function phone(t: Translate, { id: alertId, business, owner, phone: number }: Alert, officer: string): Screen {
  if (!number)
    return { text: t('alert-no-phone'), buttons: [[{ label: t('back'), data: button.openAlert.with({ alertId }) }]] }
  const text = t.label('alert-whatsapp', { owner: owner ?? '', business, officer })
  return {
    text: t('alert-phone', { owner: owner ?? '–', business, phone: `+${number}` }),
    protect: true,
    buttons: [
      [{ label: t('alert.whatsapp'), url: `https://wa.me/${number}?text=${encodeURIComponent(text)}` }],
      [{ label: t('alert.other-phone'), data: button.askPhone.with({ alertId }) }],
      [{ label: t('back'), data: button.openAlert.with({ alertId }) }],
    ],
  }
}

/** A reminder: kind, one button to go on and one for help. */
export const nudge = (
  t: Translate,
  { businessId, business, count }: { businessId: BusinessId; business: string; count: number },
): Screen => ({
  text: t('nudge', { business, count }),
  buttons: [
    [{ label: t('continue'), data: openBusiness.with({ businessId }), style: 'primary' }],
    [{ label: t('nudge.help'), data: askHelp.with({ businessId }) }],
  ],
})

export const deskSuggested = (t: Translate, { business }: { business: string }): Screen => ({
  text: t('desk-suggested', { business }),
  buttons: [[{ label: t('desk-suggested.open'), data: openSchedule.with({}), style: 'primary' }]],
})
