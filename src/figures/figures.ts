import type { AlertReason } from '../alerts/rules.ts'
import type { LocalDate } from '../platform/time.ts'

// What the office sees of its cycle: numbers, and never a name.

/** How far dossiers have come; stages that nothing reports yet are left out. */
export const stages = ['registered', 'nominated', 'claimed', 'sending', 'owner-done'] as const
export type Stage = (typeof stages)[number]

/** Who can be waited for. */
export const waitedFor = ['owner', 'officer', 'dinas', 'third-party', 'nobody'] as const
export type WaitedFor = (typeof waitedFor)[number]

export interface Figures {
  cycle: { name: string; ownerDeadline: Date }
  /** How many dossiers came as far as each stage, and how many of them within the last seven days. */
  stages: Record<Stage, { count: number; lately: number }>
  /** Of the dossiers of participants, for whom they wait. */
  waitsFor: Record<WaitedFor, number>
  /** Dossiers that are stuck, each counted once, by its most urgent reason. */
  stuck: { total: number; reasons: { reason: AlertReason; count: number }[] }
  /** Days of desks that are still to come, the next ones first, and of their seats those that can be booked. */
  desks: { title: string; day: LocalDate; seats: number; taken: number }[]
}

/** How far the participants of one region have come. */
export interface RegionFigures {
  region: string
  nominated: number
  sending: number
  done: number
}
