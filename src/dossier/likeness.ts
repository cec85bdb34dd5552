import { distance } from 'fastest-levenshtein'
import type { PersonId, RegionCode } from '../people/rules.ts'
import { sameName } from './names.ts'
import type { BusinessId } from './rules.ts'
import { nameWords } from './titles.ts'

// Whether two registrations may be one. Only people can tell: what is found here is a question for an officer.

/** A business as far as it can be compared with others. */
export interface Registration {
  businessId: BusinessId
  ownerId: PersonId
  business: string
  owner: string
  region: RegionCode | null
  nib: string | null
  /** Owners whose invitation this one opened, without being known by their number. */
  invitedAs: PersonId[]
}

/** In what two registrations resemble each other, the surest first. */
export type Sign = 'nib' | 'invitation' | 'owner' | 'business'

export function signOf(a: Registration, b: Registration): Sign | undefined {
  if (a.ownerId === b.ownerId) return undefined
  if (a.nib !== null && a.nib === b.nib) return 'nib'
  if (a.invitedAs.includes(b.ownerId) || b.invitedAs.includes(a.ownerId)) return 'invitation'
  if (a.region === null || a.region !== b.region) return undefined
  if (isWholeName(a.owner) && isWholeName(b.owner) && sameName(a.owner, b.owner, nameWords) !== 'different') {
    return 'owner'
  }
  return areAlike(a.business, b.business) ? 'business' : undefined
}

/** Many people of a region share a single name; two words in common say more. */
const isWholeName = (name: string): boolean => wordsOf(name).length > 1

const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** What stands before many names and tells none apart. */
const FORMS: ReadonlySet<string> = new Set(['ud', 'cv', 'pt', 'usaha', 'rumah', 'toko', 'ikm', 'umkm'])

/** Whether two names of businesses have the same words in any order, or one slip in every eight letters. */
export function areAlike(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => wordsOf(name).filter((word) => !FORMS.has(word)))
  if (!a?.length || !b?.length) return false
  if (a.toSorted().join(' ') === b.toSorted().join(' ')) return true
  const [first, second] = [a.join(''), b.join('')]
  const slips = Math.floor(Math.min(first.length, second.length) / SLIP_IN)
  return slips > 0 && distance(first, second) <= slips
}

const SLIP_IN = 8
