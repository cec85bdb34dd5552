import type { DossierId } from '../dossier/rules.ts'
import type { PersonId, RegionCode, Subject } from '../people/rules.ts'
import type { AlertId, AlertReason } from './rules.ts'

/** 0 those of the region, 1 the coordinators of its zone, 2 the province. */
export type Level = 0 | 1 | 2

/** An alert that is open. */
export interface OpenAlert {
  id: AlertId
  reason: AlertReason
  openedAt: Date
  level: Level
  /** When those of its level were told. */
  toldAt: Date | undefined
  holderId: PersonId | undefined
  heldAt: Date | undefined
  /** When its holder was last asked how it goes. */
  askedAt: Date | undefined
  snoozedUntil: Date | undefined
}

/** Where an alert is, and who looks after its dossier. */
export interface Place {
  region: RegionCode | undefined
  /** All regions of its zone. */
  zone: readonly RegionCode[]
  officerId: PersonId | undefined
}

/** An alert as somebody looks at it. */
export interface Alert extends OpenAlert {
  dossierId: DossierId
  /** What it is about, when it is one paper. */
  requirementId: string | undefined
  business: string
  place: Place
  regionName: string | undefined
  holder: string | undefined
  owner: string | undefined
  ownerId: PersonId
  phone: string | undefined
  catalogueVersion: number
  subject: Subject
  closedAt: Date | undefined
  /** gone: its cause is no more. solved: somebody said so. */
  outcome: 'gone' | 'solved' | undefined
}
