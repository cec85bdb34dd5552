import { z } from 'zod'
import type { PersonId } from '../people/rules.ts'
import { rowId } from '../platform/id.ts'
import { telegramRates } from '../platform/telegram/rates.ts'
import { days, inDaytime, later, nightfall } from '../platform/time.ts'
import type { Audience } from './audience.ts'

export const broadcastId = () => rowId().brand<'BroadcastId'>()
export type BroadcastId = z.output<ReturnType<typeof broadcastId>>
export const audienceId = () => rowId().brand<'AudienceId'>()
export type AudienceId = z.output<ReturnType<typeof audienceId>>

/**
 * `asked`: waits for another admin's yes. `held`: something changed, and its admin is asked. `stopped` may go on, `ended`
 * may not.
 */
export const stateSchema = z.enum([
  'draft',
  'asked',
  'scheduled',
  'sending',
  'stopped',
  'held',
  'done',
  'ended',
  'expired',
  'dropped',
])
export type BroadcastState = z.output<typeof stateSchema>

/** Why a broadcast is held back until its admin has looked. */
export const holdSchema = z.enum(['desk-changed', 'desk-closed', 'empty', 'author-left', 'refused'])
export type Hold = z.output<typeof holdSchema>

export const buttonSchema = z.enum(['book', 'checklist', 'link'])

export interface Attachment {
  fileId: string
  kind: 'photo' | 'document'
}

export type BroadcastButton = { kind: 'book' | 'checklist' } | { kind: 'link'; label: string; url: string }

/** What readers are sent, with the variables still in it. */
export interface Message {
  id: BroadcastId
  words: string
  attachment: Attachment | undefined
  button: BroadcastButton | undefined
}

export interface Broadcast extends Omit<Message, 'words'> {
  authorId: PersonId
  words: string | undefined
  audience: Audience
  deskId: number | undefined
  deskFace: string | undefined
  urgentReason: string | undefined
  sendAt: Date | undefined
  expiresAt: Date | undefined
  revision: number
  state: BroadcastState
  heldFor: Hold | undefined
  approvedById: PersonId | undefined
  total: number | undefined
  startedAt: Date | undefined
}

/** How far a broadcast is. `waiting` are those who still get it; `presses` pressed its button. */
export interface Figures {
  total: number
  sent: number
  waiting: number
  blocked: number
  skipped: number
  expired: number
  failed: { refused: number; broken: number; uncertain: number }
  presses: number
}

/** What became of a message for one reader. */
export const outcomes = [
  ...(['sent', 'waiting', 'blocked', 'skipped', 'expired'] as const),
  ...(['refused', 'broken', 'uncertain'] as const),
] as const
export type Outcome = (typeof outcomes)[number]
export const readOutcome = (stored: string): Outcome => outcomes.find((one) => one === stored) ?? 'broken'

export interface Receipt {
  name: string | undefined
  region: string | undefined
  outcome: Outcome
  at: Date | undefined
  pressedAt: Date | undefined
}

export type SendRefusal =
  | 'not-yours'
  | 'gone'
  | 'no-words'
  | 'too-long-for-file'
  | 'nobody'
  | 'changed'
  | 'begins-after-end'
  | 'no-second'

/** Unless somebody says otherwise, a broadcast is worth being sent for so long after it began. */
const WORTH_DAYS = 3

/** When it begins and from when on it must not go out any more. */
export function timesOf(
  { sendAt, expiresAt, urgentReason }: Pick<Broadcast, 'sendAt' | 'expiresAt' | 'urgentReason'>,
  now: Date,
): { begins: Date; ends: Date } {
  const wanted = sendAt && sendAt > now ? sendAt : now
  const begins = urgentReason === undefined ? inDaytime(wanted) : wanted
  return { begins, ends: expiresAt ?? later(begins, days(WORTH_DAYS)) }
}

/** Why a draft cannot be sent as it stands. */
export function whyNotSend(draft: Broadcast, reached: number, now: Date): SendRefusal | undefined {
  if (draft.words === undefined) return 'no-words'
  if (reached === 0) return 'nobody'
  const { begins, ends } = timesOf(draft, now)
  return ends <= begins ? 'begins-after-end' : undefined
}

/** When the last of `count` messages goes, if it begins at `from` and nothing else is in the way; nights do not count. */
export function lastMessageAt(from: Date, count: number, isUrgent: boolean): Date {
  let at = isUrgent ? from : inDaytime(from)
  let left = (count / telegramRates.shared.perSecond) * 1000
  if (isUrgent) return later(at, left)
  for (;;) {
    const evening = nightfall(at)
    const room = evening.getTime() - at.getTime()
    if (left <= room) return later(at, left)
    left -= room
    at = inDaytime(evening)
  }
}

/** Seconds between two edits of the message that shows how far it is. */
export const SECONDS_APART = 3

/** What an admin may do to a broadcast that is under way. */
export const steers = ['stop', 'resume', 'end'] as const
export type Steer = (typeof steers)[number]
