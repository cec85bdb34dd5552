import { openAdmin } from '../admin/buttons.ts'
import { pickKind } from '../admin/calendar-buttons.ts'
import { openAlerts } from '../alerts/buttons.ts'
import { invitationLink } from '../people/buttons.ts'
import type { Region } from '../people/regions.ts'
import { type Grant, type Role, roles } from '../people/rules.ts'
import { html, type Translate } from '../platform/i18n/translator.ts'
import { inPairs, type Screen, type ScreenButton } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import {
  type HeldGrant,
  isNothing,
  isRegional,
  type OpenWork,
  type Places,
  type StaffMember,
  type StaffRefusal,
} from './rules.ts'
import type { Ending, StaffList } from './service.ts'

export interface Zone {
  id: string
  name: string
}

/** "Penyuluh untuk Payakumbuh, Agam"; an officer of all regions of a zone coordinates it. */
const inWords = (t: Translate, { role, regions }: Grant, { regionName, zoneName }: Places): string => {
  const called = t.label(`role-${role}`)
  const zone = role === 'officer' ? zoneName(regions) : undefined
  if (zone !== undefined) return t.label('invite-region.zone', { zone })
  return regions.length === 0
    ? t.label('role-everywhere', { role: called })
    : t.label('role-in-regions', { role: called, regions: regions.map(regionName).join(', ') })
}

const nameOf = (t: Translate, { name }: StaffMember): string => name ?? t.label('staff-nameless')

const PAGE = 8

/** Everybody who works here, and what they may do. */
export function list(t: Translate, { members, invitations }: StaffList, places: Places, page: number): Screen {
  const shown = members.slice(page * PAGE, (page + 1) * PAGE)
  const lines = shown.map((each) =>
    t('staff-line', {
      name: nameOf(t, each),
      roles: each.grants.map((grant) => inWords(t, grant, places)).join('; '),
      away: each.isAway ? ` ${t.label('staff-away')}` : '',
    }),
  )
  return {
    text: [
      `${t('staff', { count: members.length })}\n${lines.join('\n')}`,
      t('staff-may'),
      ...(invitations > 0 ? [t('staff-invitations', { count: invitations })] : []),
    ].join('\n\n'),
    buttons: [
      ...inPairs(
        shown.map((each) => ({ label: nameOf(t, each), data: button.openMember.with({ personId: each.id }) })),
      ),
      ...((page + 1) * PAGE < members.length
        ? [[{ label: t('queue.more'), data: button.openStaff.with({ page: page + 1 }) }]]
        : []),
      [{ label: t('admin-home.invite'), data: button.askInvite.with({}), style: 'primary' as const }],
      [{ label: t('back'), data: openAdmin.with({}) }],
    ],
  }
}

const toList = (t: Translate): ScreenButton[] => [{ label: t('back'), data: button.openStaff.with({ page: 0 }) }]

const workInWords = (t: Translate, work: OpenWork): string =>
  isNothing(work) ? t('staff-work-none') : t('staff-work', { ...work })

/** One of them: their roles, what they have in hand, and what can be changed. */
export function member(t: Translate, found: StaffMember, work: OpenWork, places: Places): Screen {
  const { grants, isAway, standIn, id: personId } = found
  const isOfficer = grants.some(({ role }) => role === 'officer')
  return {
    text: [
      t('staff-one', {
        name: nameOf(t, found),
        roles: grants.map((grant) => `• ${inWords(t, grant, places)}`).join('\n'),
      }),
      ...(isOfficer ? [workInWords(t, work)] : []),
      ...(isAway ? [t('staff-one-away', { standIn: standIn ?? '–' })] : []),
    ].join('\n\n'),
    buttons: [
      ...grants.flatMap((grant) => grantButtons(t, grant)),
      ...(isOfficer ? [[{ label: t('staff-one.away'), data: pickKind.with({ personId }) }]] : []),
      toList(t),
    ],
  }
}

const grantButtons = (t: Translate, { id: grantId, role, isFixed }: HeldGrant): ScreenButton[][] => {
  const called = t.label(`role-${role}`)
  if (isFixed) return []
  return [
    ...(isRegional(role)
      ? [[{ label: t.label('staff-one.regions', { role: called }), data: button.askRegions.with({ grantId }) }]]
      : []),
    [{ label: t.label('staff-one.end', { role: called }), data: button.askEnd.with({ grantId }), style: 'danger' }],
  ]
}

/** Asks for the new regions of a role: typed, or a zone, or all. */
export const regionsAsk = (t: Translate, grantId: HeldGrant['id'], zones: readonly Zone[]): Screen => ({
  text: t('staff-regions-ask'),
  buttons: [
    ...zones.map(({ id, name }) => [
      { label: t.label('invite-region.zone', { zone: name }), data: button.setRegions.with({ grantId, where: id }) },
    ]),
    [{ label: t('invite-region.everywhere'), data: button.setRegions.with({ grantId, where: 'all' }) }],
    toList(t),
  ],
})

export const regionsUnclear = (t: Translate, unclear: readonly string[]): Screen => ({
  text: unclear.length > 0 ? t('staff-regions-unclear', { names: unclear.join(', ') }) : t('staff-regions-ask'),
})

/** Asks before a role ends, and who goes on. */
export function endAsk(t: Translate, { member: found, grant, work, successors }: Ending, places: Places): Screen {
  const { id: grantId } = grant
  return {
    text: [
      t('staff-end', { name: nameOf(t, found), grant: inWords(t, grant, places) }),
      ...(isNothing(work) ? [] : [`${workInWords(t, work)} ${t('staff-end-who')}`]),
    ].join('\n\n'),
    buttons: [
      ...successors.map(({ id, name }) => [
        { label: t.label('staff-end.to', { name }), data: button.endGrant.with({ grantId, to: id }) },
      ]),
      [
        {
          label: isNothing(work) ? t('staff-end.yes') : t('staff-end.all'),
          data: button.endGrant.with({ grantId, to: 'all' }),
          style: 'danger',
        },
      ],
      toList(t),
    ],
  }
}

export const endDone = (t: Translate, moved: OpenWork): Screen => ({
  text: isNothing(moved) ? t('staff-ended') : `${t('staff-ended')} ${t('staff-ended-moved', { ...moved })}`,
  buttons: [toList(t)],
})

export const refused = (t: Translate, reason: StaffRefusal): Screen => ({
  text: reason === 'not-yours' ? t('not-yours') : t(`staff-refused-${reason}`),
  buttons: [toList(t)],
})

// ── Inviting ──

export const inviteRole = (t: Translate): Screen => ({
  text: t('invite-role'),
  buttons: [
    ...roles.map((role) => [{ label: t(`role-${role}`), data: button.pickRole.with({ role }) }]),
    [{ label: t('back'), data: openAdmin.with({}) }],
  ],
})

export const inviteRegion = (t: Translate, role: Role, regions: readonly Region[], zones: readonly Zone[]): Screen => ({
  text: t('invite-region'),
  buttons: [
    [{ label: t('invite-region.everywhere'), data: button.makeInvitation.with({ role, region: 'all' }) }],
    ...inPairs(
      regions.map(({ code, shortName }) => ({
        label: shortName,
        data: button.makeInvitation.with({ role, region: code }),
      })),
    ),
    [{ label: t('invite-region.several'), data: button.inviteForSeveral.with({ role }) }],
    ...zones.map(({ id, name }) => [
      { label: t.label('invite-region.zone', { zone: name }), data: button.inviteForZone.with({ role, zone: id }) },
    ]),
    [{ label: t('back'), data: button.askInvite.with({}) }],
  ],
})

export interface InvitationMade {
  grant: Grant
  token: string
  /** The name of the bot, which the link leads to. */
  bot: string
  expires: Date
}

export const linkOf = (bot: string, token: string): string =>
  `https://t.me/${bot}?start=${invitationLink.with({ token })}`

export const invitationMade = (
  t: Translate,
  { grant, token, bot, expires }: InvitationMade,
  places: Places,
): Screen => ({
  text: t('invite-link', {
    grant: inWords(t, grant, places),
    link: linkOf(bot, token),
    expires: t.longDay(expires),
  }),
  buttons: [
    [{ label: t('invite-link.qr'), data: button.showQr.with({ token }) }],
    [{ label: t('invite-again'), data: button.askInvite.with({}) }],
    [{ label: t('back'), data: openAdmin.with({}) }],
  ],
})

export const qr = (t: Translate, bytes: Uint8Array): Screen => ({
  text: t('invite-qr'),
  picture: { kind: 'photo', bytes, name: 'undangan.png' },
  protect: true,
})

// ── What they are told ──

export const ended = (t: Translate, { grant, names }: { grant: Grant; names: Places }): Screen => ({
  text: t('role-ended', { grant: inWords(t, grant, names) }),
})

export const takenOver = (t: Translate, { name, work }: { name: string; work: OpenWork }): Screen => ({
  text: t('work-taken-over', { name, work: html(workInWords(t, work)) }),
  buttons: [[{ label: t('work-taken-over.alerts'), data: openAlerts.with({ kind: 'mine', page: 0 }) }]],
})
