import { commodities } from '../dossier/catalogue.ts'
import { html, type Translate } from '../platform/i18n/translator.ts'
import { inPairs, type Screen, type ScreenButton } from '../platform/telegram/screen.ts'
import {
  type Audience,
  type AudienceCount,
  audienceRoles,
  bookings,
  exclusions,
  type Facet,
  gateStates,
  stages,
} from './audience.ts'
import * as button from './buttons.ts'
import type { AudienceId, Broadcast, BroadcastId } from './rules.ts'

/** What zones and regions are called. */
export interface Places {
  zones: readonly { id: string; name: string }[]
  regions: readonly { code: string; shortName: string }[]
}

/** An audience as a sentence of what it asks for. */
export function audienceInWords(t: Translate, audience: Audience, { zones, regions }: Places): string {
  const { role, commodities: goods, stages: steps, booking, gates } = audience
  const parts = [
    t(`cast-role-${role}`),
    ...zones.filter(({ id }) => audience.zones.includes(id)).map(({ name }) => t('cast-zone', { name })),
    ...regions.filter(({ code }) => audience.regions.some((one) => one === code)).map(({ shortName }) => shortName),
    ...(role === 'owner'
      ? [
          ...goods.map((one) => t(`commodity-${one}`)),
          ...steps.map((one) => t(`cast-stage-${one}`)),
          ...(booking === 'any' ? [] : [t(`cast-booking-${booking}`)]),
          ...(gates === 'any' ? [] : [t(`cast-gates-${gates}`)]),
        ]
      : []),
  ]
  return parts.join(', ')
}

export const countLine = (t: Translate, { reached, excluded }: AudienceCount): string =>
  t('cast-count', { count: reached, total: Object.values(excluded).reduce((sum, count) => sum + count, 0) })

/** Why how many get nothing. */
export const exclusionLines = (t: Translate, { excluded }: AudienceCount): string[] =>
  exclusions.flatMap((reason) => {
    const count = excluded[reason] ?? 0
    return count === 0 ? [] : [t('cast-excluded', { count, reason: html(t(`cast-not-${reason}`)) })]
  })

export interface AudienceFacts {
  broadcast: Broadcast
  count: AudienceCount
  places: Places
}

const ownerFacets = ['role', 'zone', 'region', 'commodity', 'stage', 'booking', 'gates'] as const
const staffFacets = ['role', 'zone', 'region'] as const

/** Whom it is for: the description, the number, and what may be chosen. */
export function audience(t: Translate, { broadcast, count, places }: AudienceFacts): Screen {
  const { id: broadcastId, audience: described } = broadcast
  const offered: readonly Facet[] = described.role === 'owner' ? ownerFacets : staffFacets
  return {
    text: [
      t('cast-audience', { audience: html(audienceInWords(t, described, places)) }),
      countLine(t, count),
      ...exclusionLines(t, count),
    ].join('\n'),
    buttons: [
      ...inPairs(
        offered.map((facet) => ({
          label: t(`cast-facet-${facet}`),
          data: button.openFacet.with({ broadcastId, facet }),
        })),
      ),
      [
        { label: t('cast-audience.keep'), data: button.askAudienceName.with({ broadcastId }) },
        { label: t('cast-audience.kept'), data: button.openSaved.with({ broadcastId }) },
      ],
      [{ label: t('back'), data: button.openDraft.with({}) }],
    ],
  }
}

interface Choice {
  value: string
  label: string
  isOn: boolean
}

function choicesOf(t: Translate, facet: Facet, described: Audience, { zones, regions }: Places): Choice[] {
  switch (facet) {
    case 'role':
      return audienceRoles.map((value) => ({ value, label: t(`cast-role-${value}`), isOn: described.role === value }))
    case 'zone':
      return zones.map(({ id, name }) => ({ value: id, label: name, isOn: described.zones.includes(id) }))
    case 'region':
      return regions.map(({ code, shortName }) => {
        return { value: code, label: shortName, isOn: described.regions.some((one) => one === code) }
      })
    case 'commodity':
      return commodities.map((value) => {
        return { value, label: t(`commodity-${value}`), isOn: described.commodities.includes(value) }
      })
    case 'stage':
      return stages.map((value) => ({ value, label: t(`cast-stage-${value}`), isOn: described.stages.includes(value) }))
    case 'booking':
      return bookings.map((value) => ({ value, label: t(`cast-booking-${value}`), isOn: described.booking === value }))
    case 'gates':
      return gateStates.map((value) => ({ value, label: t(`cast-gates-${value}`), isOn: described.gates === value }))
  }
}

/** One thing of the audience, to be turned on and off while the number is shown. */
export function facet(t: Translate, chosen: Facet, { broadcast, count, places }: AudienceFacts): Screen {
  const { id: broadcastId } = broadcast
  const buttons = choicesOf(t, chosen, broadcast.audience, places).map(
    ({ value, label, isOn }): ScreenButton => ({
      label: `${isOn ? '✅' : '▫️'} ${label}`,
      data: button.pickAudience.with({ broadcastId, facet: chosen, value }),
    }),
  )
  return {
    text: [t(`cast-ask-${chosen}`), countLine(t, count)].join('\n'),
    buttons: [...inPairs(buttons), [{ label: t('back'), data: button.openAudience.with({ broadcastId }) }]],
  }
}

/** The audiences that have a name. */
export const saved = (
  t: Translate,
  broadcastId: BroadcastId,
  list: readonly { id: AudienceId; name: string }[],
): Screen => ({
  text: t(list.length === 0 ? 'cast-saved-none' : 'cast-saved'),
  buttons: [
    ...list.map(({ id, name }) => [{ label: name, data: button.takeSaved.with({ broadcastId, audienceId: id }) }]),
    [{ label: t('back'), data: button.openAudience.with({ broadcastId }) }],
  ],
})
