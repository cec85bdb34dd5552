import { z } from 'zod'
import { type Commodity, commodities, commodity } from '../dossier/catalogue.ts'
import { type RegionCode, regionCode } from '../people/rules.ts'

// Whom a broadcast is for: a description, not a list. The list is made of it once, when the broadcast begins.

export const audienceRoles = ['owner', 'officer', 'operator', 'admin'] as const
export const stages = ['candidate', 'nominated'] as const
export type Stage = (typeof stages)[number]
export const bookings = ['any', 'with', 'without'] as const
export const gateStates = ['any', 'open', 'done'] as const

const zoneId = () => z.string().regex(/^[a-z_]{2,24}$/)

/** An empty list asks for nothing. Zones and regions are added up; all the rest narrows. */
const audienceSchema = z.strictObject({
  role: z.enum(audienceRoles),
  zones: z.array(zoneId()),
  regions: z.array(regionCode()),
  commodities: z.array(commodity()),
  stages: z.array(z.enum(stages)),
  booking: z.enum(bookings),
  gates: z.enum(gateStates),
})
export type Audience = z.output<typeof audienceSchema>

/** Reads a description as it was stored. */
export const readAudience = (stored: unknown): Audience => audienceSchema.parse(stored)

export const everyOwner: Audience = {
  role: 'owner',
  zones: [],
  regions: [],
  commodities: [],
  stages: [],
  booking: 'any',
  gates: 'any',
}

/** Why somebody who is meant gets nothing. */
export const exclusions = ['no-telegram', 'no-consent', 'blocked', 'told'] as const
export type Exclusion = (typeof exclusions)[number]

/** How many are reached, and how many are not, by reason. */
export interface AudienceCount {
  reached: number
  excluded: Partial<Record<Exclusion, number>>
}

/** One thing to press in the description. */
export const facets = ['role', 'zone', 'region', 'commodity', 'stage', 'booking', 'gates'] as const
export type Facet = (typeof facets)[number]

const turned = <T>(list: readonly T[], value: T): T[] =>
  list.includes(value) ? list.filter((other) => other !== value) : [...list, value]

/** The description with one thing turned round or chosen; as it was when the value is none of that kind. */
export function choose(audience: Audience, facet: Facet, value: string): Audience {
  switch (facet) {
    case 'role':
      return { ...audience, role: among(audienceRoles, value) ?? audience.role }
    case 'zone':
      return zoneId().safeParse(value).success ? { ...audience, zones: turned(audience.zones, value) } : audience
    case 'region': {
      const { data } = regionCode().safeParse(value)
      return data ? { ...audience, regions: turned<RegionCode>(audience.regions, data) } : audience
    }
    case 'commodity': {
      const chosen = among(commodities, value)
      return chosen ? { ...audience, commodities: turned<Commodity>(audience.commodities, chosen) } : audience
    }
    case 'stage': {
      const chosen = among(stages, value)
      return chosen ? { ...audience, stages: turned<Stage>(audience.stages, chosen) } : audience
    }
    case 'booking':
      return { ...audience, booking: among(bookings, value) ?? audience.booking }
    case 'gates':
      return { ...audience, gates: among(gateStates, value) ?? audience.gates }
  }
}

const among = <T extends string>(list: readonly T[], value: string): T | undefined => list.find((one) => one === value)
