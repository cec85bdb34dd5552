import type { PersonId } from '../people/rules.ts'
import type { Alert } from './alert.ts'
import { audienceOf, type Officer } from './escalation.ts'

/** Whose alerts these are: of whoever took one, and of those a free one is for. What sleeps is nobody's for now. */
export function listsOf(open: readonly Alert[], officers: readonly Officer[], now: Date): Map<PersonId, Alert[]> {
  const lists = new Map<PersonId, Alert[]>()
  for (const alert of open) {
    if (alert.snoozedUntil && alert.snoozedUntil > now) continue
    for (const id of readersOf(alert, officers)) lists.set(id, [...(lists.get(id) ?? []), alert])
  }
  return lists
}

function readersOf({ holderId, level, place }: Alert, officers: readonly Officer[]): PersonId[] {
  if (holderId === undefined) return audienceOf(level, place, officers)
  const holder = officers.find(({ id }) => id === holderId)
  if (holder && !holder.isAway) return [holderId]
  return holder?.standInId === undefined ? [] : [holder.standInId]
}

/** What somebody was told at a moment, as it is since: with what others took meanwhile. */
export function listSince(me: PersonId, open: readonly Alert[], officers: readonly Officer[], at: Date): Alert[] {
  const mine = listsOf(open, officers, at).get(me) ?? []
  const takenSince = open.filter(
    ({ holderId, heldAt, level, place }) =>
      holderId !== undefined &&
      holderId !== me &&
      heldAt &&
      heldAt >= at &&
      audienceOf(level, place, officers).includes(me),
  )
  return [...mine, ...takenSince.filter((alert) => !mine.includes(alert))]
}
