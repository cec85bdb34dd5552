import type { WorkingTime } from '../calendar/working-time.ts'
import type { PersonId, RegionCode } from '../people/rules.ts'
import type { Level, OpenAlert, Place } from './alert.ts'
import type { AlertRules } from './rules.ts'

// Whom an alert is for, and when it goes on to somebody else.

const HIGHEST = 2

const last = (...times: (Date | undefined)[]): Date | undefined => {
  const known = times.flatMap((time) => (time ? [time.getTime()] : []))
  return known.length > 0 ? new Date(Math.max(...known)) : undefined
}

/**
 * What happens to an alert next if nobody does anything, and when: one that nobody took climbs, as far as the province;
 * whoever took it is asked how it goes. What was taken never climbs.
 */
export function stepOf(
  { level, toldAt, holderId, heldAt, askedAt, snoozedUntil }: OpenAlert,
  { climbsAfter, asksAfter }: Pick<AlertRules, 'climbsAfter' | 'asksAfter'>,
  time: WorkingTime,
): { does: 'climb' | 'ask'; at: Date } | undefined {
  if (holderId !== undefined) {
    const from = last(heldAt, askedAt, snoozedUntil)
    return from && { does: 'ask', at: time.daysAfter(from, asksAfter) }
  }
  return level < HIGHEST && toldAt ? { does: 'climb', at: time.daysAfter(toldAt, climbsAfter) } : undefined
}

/** Whoever works as a penyuluh. */
export interface Officer {
  id: PersonId
  /** None: the whole province. */
  regions: readonly RegionCode[]
  /** Not at their office today: at a desk, out in the field, on leave. */
  isAway: boolean
  standInId: PersonId | undefined
}

/** Whether a region is an officer's; whoever has none has the whole province. */
const covers = ({ regions }: Officer, region: RegionCode | undefined): boolean =>
  regions.length === 0 || (region !== undefined && regions.includes(region))
const isOfProvince = ({ regions }: Officer): boolean => regions.length === 0
const isOfZone = ({ regions }: Officer, zone: readonly RegionCode[]): boolean =>
  regions.length > 0 && zone.length > 1 && zone.every((region) => regions.includes(region))

/**
 * Whom an alert of this level is for today: whoever looks after the dossier, or stands in for them; else the others of
 * the region, its coordinators, the province. Nobody who is away is told, and a level with nobody goes to the next one;
 * where nobody is responsible at all, to the neighbours in the zone, and then to everybody.
 */
export function audienceOf(level: Level, { region, zone, officerId }: Place, officers: readonly Officer[]): PersonId[] {
  const own = officers.filter((each) => each.id === officerId && covers(each, region))
  const local = officers.filter((each) => covers(each, region) && !isOfProvince(each) && !isOfZone(each, zone))
  const steps = [
    ...(level === 0 ? [own, local] : []),
    ...(level <= 1 ? [officers.filter((each) => isOfZone(each, zone))] : []),
    officers.filter(isOfProvince),
    local,
    officers.filter((each) => zone.some((near) => covers(each, near))),
    officers,
  ]
  for (const step of steps) {
    const there = presentOf(step, officers, region)
    if (there.length > 0) return there
  }
  return []
}

/** Those who are there, and those who stand in for the others and may act in their place. */
function presentOf(asked: readonly Officer[], all: readonly Officer[], region: RegionCode | undefined): PersonId[] {
  const found = asked.flatMap(({ id, isAway, standInId }) => {
    if (!isAway) return [id]
    const standIn = all.find((each) => each.id === standInId)
    return standIn && !standIn.isAway && covers(standIn, region) ? [standIn.id] : []
  })
  return [...new Set(found)]
}

/** Whether somebody looks after a region: it is theirs, or nobody's. */
export function looksAfter(id: PersonId, region: RegionCode | undefined, officers: readonly Officer[]): boolean {
  const theirs = officers.filter((each) => covers(each, region))
  return (theirs.length > 0 ? theirs : officers).some((each) => each.id === id)
}

/** The regions of which somebody may be told; all of them for those who step in where nobody else is. */
export const regionsFor = ({ regions }: Officer): readonly RegionCode[] | undefined =>
  regions.length === 0 ? undefined : regions
