import type { z } from 'zod'
import { rowId } from '../platform/id.ts'
import type { AccountId, PersonId } from './rules.ts'

// Who fills in for an owner with the owner's yes: a grown-up child, somebody of the nagari.

export const companionId = () => rowId().brand<'CompanionId'>()
export type CompanionId = z.output<ReturnType<typeof companionId>>

/** How long the link works with which an owner asks somebody. */
export const COMPANION_LINK_DAYS = 3

const MOST_REQUESTS_A_DAY = 5

export interface Companion {
  id: CompanionId
  ownerId: PersonId
  personId: PersonId
  state: 'asked' | 'agreed' | 'ended'
}

/** A companion as the two of them see each other; whoever only asked is told nothing of the owner. */
export interface Accompanying {
  id: CompanionId
  state: 'asked' | 'agreed'
  /** Of the other one. */
  name: string
}

export type AccompanyRefusal = 'unknown' | 'used' | 'expired' | 'own' | 'too-many'

/** Why somebody may not ask an owner by the link they opened. `asked` counts their requests of the last day. */
export function whyNotAccompany(
  link: { personId: PersonId; usedAt: Date | null; usedById: AccountId | null; expiresAt: Date } | undefined,
  by: { personId: PersonId; accountId: AccountId; asked: number },
  now: Date,
): AccompanyRefusal | undefined {
  if (!link) return 'unknown'
  if (link.personId === by.personId) return 'own'
  if (link.usedAt !== null) return 'used'
  if (link.expiresAt <= now) return 'expired'
  return by.asked >= MOST_REQUESTS_A_DAY ? 'too-many' : undefined
}
