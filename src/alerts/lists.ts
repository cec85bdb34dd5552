import type { PersonId } from '../people/rules.ts'
import type { Alert } from './alert.ts'
import { audienceOf, type Officer } from './escalation.ts'

// Whose alerts these are.

/** Whoever has taken an alert and is there; what somebody has who is away is free for the others. */
export function holderOf({ holderId }: Alert, officers: readonly Officer[]): PersonId | undefined {
  return officers.find(({ id, isAway }) => id === holderId && !isAway)?.id
}

const readersOf = (alert: Alert, officers: readonly Officer[]): PersonId[] => {
  const holder = holderOf(alert, officers)
  return holder === undefined ? audienceOf(alert.level, alert.place, officers) : [holder]
}

/** The alerts of each: of whoever has one, and of those a free one is for. What sleeps is nobody's for now. */
export function listsOf(open: readonly Alert[], officers: readonly Officer[], now: Date): Map<PersonId, Alert[]> {
  const lists = new Map<PersonId, Alert[]>()
  for (const alert of open) {
    if (alert.snoozedUntil && alert.snoozedUntil > now) continue
    for (const id of readersOf(alert, officers)) lists.set(id, [...(lists.get(id) ?? []), alert])
  }
  return lists
}

/** What somebody was told at a moment, as it is since: with what others took meanwhile. */
export function listSince(me: PersonId, open: readonly Alert[], officers: readonly Officer[], at: Date): Alert[] {
  const mine = listsOf(open, officers, at).get(me) ?? []
  const takenSince = open.filter((alert) => {
    const { heldAt, level, place } = alert
    const holder = holderOf(alert, officers)
    return (
      holder !== undefined && holder !== me && heldAt && heldAt >= at && audienceOf(level, place, officers).includes(me)
    )
  })
  return [...mine, ...takenSince.filter((alert) => !mine.includes(alert))]
}
