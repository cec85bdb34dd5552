import { openBroadcasts } from '../broadcast/buttons.ts'
import type { Catalogue } from '../dossier/catalogue.ts'
import type { CycleFacts } from '../dossier/cycle-store.ts'
import { openNominations } from '../nomination/buttons.ts'
import { html, type Translate } from '../platform/i18n/translator.ts'
import type { Screen, ScreenButton } from '../platform/telegram/screen.ts'
import { askInvite, openStaff } from '../staff/buttons.ts'
import * as button from './buttons.ts'
import { openCalendar } from './calendar-buttons.ts'
import { openDesks } from './desk-buttons.ts'
import { type CyclePlan, type CycleRefusal, cycleName } from './rules.ts'
import { openRules } from './rules-buttons.ts'

export function home(t: Translate, cycle: CycleFacts | undefined): Screen {
  const invite = [
    { label: t('admin-home.staff'), data: openStaff.with({ page: 0 }) },
    { label: t('admin-home.invite'), data: askInvite.with({}) },
  ]
  const nominated = [
    { label: t('admin-home.nominated'), data: openNominations.with({}) },
    { label: t('cast-open'), data: openBroadcasts.with({}) },
  ]
  const desks = [
    { label: t('admin-home.desks'), data: openDesks.with({}) },
    { label: t('admin-home.calendar'), data: openCalendar.with({}) },
    { label: t('admin-home.rules'), data: openRules.with({}) },
  ]
  if (cycle) {
    const { name, ownerDeadline, portalDeadline } = cycle
    const about = t('admin-home.cycle', { name, owner: t.day(ownerDeadline), portal: t.day(portalDeadline) })
    const switches = [{ label: t('admin-home.switches'), data: button.openSwitches.with({}) }]
    return { text: t('admin-home', { cycle: html(about) }), buttons: [desks, nominated, invite, switches] }
  }
  return {
    text: t('admin-home', { cycle: t('admin-home.no-cycle') }),
    buttons: [
      [{ label: t('admin-home.open-cycle'), data: button.planCycle.with({}), style: 'primary' }],
      desks,
      nominated,
      invite,
    ],
  }
}

/** The requirements that the dinas may ask for or not, each with a button that turns it round. */
export const switches = (t: Translate, { requirements }: Catalogue, switchedOn: readonly string[]): Screen => ({
  text: t('switches'),
  buttons: [
    ...requirements
      .filter(({ condition }) => condition === 'dinas')
      .map(({ id, shortName }): ScreenButton[] => {
        const isOn = switchedOn.includes(id)
        const data = button.switchRequirement.with({ requirement: id, to: isOn ? 'off' : 'on' })
        return [{ label: t.label(isOn ? 'switch-on' : 'switch-off', { name: shortName[t.language] }), data }]
      }),
    ...back(t),
  ],
})

export const cycleConfirm = (t: Translate, plan: CyclePlan): Screen => ({
  text: t('cycle-confirm', {
    name: cycleName(plan.ownerDeadline),
    owner: t.dayOf(plan.ownerDeadline),
    portal: t.dayOf(plan.portalDeadline),
    visit: t.dayOf(plan.fieldVisitUntil),
  }),
  buttons: [
    [{ label: t('cycle-confirm.yes'), data: button.confirmCycle.with(plan), style: 'primary' }],
    [{ label: t('cycle-confirm.no'), data: button.openAdmin.with({}) }],
  ],
})

const back = (t: Translate): ScreenButton[][] => [[{ label: t('back'), data: button.openAdmin.with({}) }]]

export const cycleOpened = (t: Translate, name: string): Screen => ({
  text: t('cycle-opened-admin', { name }),
  buttons: back(t),
})

export const cycleRefused = (t: Translate, reason: CycleRefusal): Screen => ({
  text: t(`cycle-${reason}`),
  buttons: back(t),
})
