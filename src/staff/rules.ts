import type { z } from 'zod'
import { matchRegions, type Region } from '../people/regions.ts'
import type { Grant, PersonId, RegionCode, Role } from '../people/rules.ts'
import { rowId } from '../platform/id.ts'

// Who works here, for which regions, and what becomes of their work when they leave.

export const grantId = () => rowId().brand<'GrantId'>()
export type GrantId = z.output<ReturnType<typeof grantId>>

/** Which roles belong to a region; admins and the head work for the whole province. */
export const isRegional = (role: Role): boolean => role !== 'admin' && role !== 'head'

export const grantOf = (role: Role, region: RegionCode | 'all'): Grant => ({
  role,
  regions: region === 'all' ? [] : [region],
})

/** What places are called. */
export interface Places {
  regionName(code: string): string
  /** The zone that has these regions and no others. */
  zoneName(regions: readonly string[]): string | undefined
}

/** A role somebody holds. */
export interface HeldGrant extends Grant {
  id: GrantId
  /** Named in the environment: it would come back with the next start. */
  isFixed: boolean
}

export interface StaffMember {
  id: PersonId
  name: string | undefined
  grants: HeldGrant[]
  /** Not at their office today. */
  isAway: boolean
  standIn: string | undefined
}

/** What somebody has to do, and what would have to be handed over. */
export interface OpenWork {
  dossiers: number
  alerts: number
  threads: number
}

export const isNothing = ({ dossiers, alerts, threads }: OpenWork): boolean => dossiers + alerts + threads === 0

export type StaffRefusal = 'not-yours' | 'gone' | 'own' | 'fixed' | 'no-officer'

/** Why a role may not be ended by this admin. */
export function whyNotEnd(
  held: (HeldGrant & { personId: PersonId }) | undefined,
  by: PersonId,
): 'gone' | 'own' | 'fixed' | undefined {
  if (!held) return 'gone'
  if (held.isFixed) return 'fixed'
  // Whoever took their own would lock themselves out, perhaps as the last one.
  return held.personId === by && held.role === 'admin' ? 'own' : undefined
}

/** Reads regions as they are typed in one line; what is not known, or may be several, is given back. */
export function readRegions(typed: string, regions: Region[]): { codes: RegionCode[] } | { unclear: string[] } {
  const parts = typed
    .split(/[,;\n]|\bdan\b|&/i)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const found = parts.map((part) => ({ part, regions: matchRegions(part, regions) }))
  const unclear = found.filter((each) => each.regions.length !== 1).map(({ part }) => part.slice(0, 40))
  if (unclear.length > 0 || found.length === 0) return { unclear }
  return { codes: [...new Set(found.flatMap((each) => each.regions.map(({ code }) => code)))] }
}
