import * as calendar from '../calendar/edit-store.ts'
import type { AbsenceKind, DayHours, DayRange, Season, Weekday } from '../calendar/rules.ts'
import { type Actor, may, type PersonId, type RegionCode } from '../people/rules.ts'
import { audit, regionNames } from '../people/store.ts'
import { violates } from '../platform/db.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import type { LocalDate } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import { areOfficers } from './calendar-store.ts'

// What an admin changes in the calendar. Whoever asks for working time next, sees it.

type Outcome<Reason extends string = never> = Promise<Result<undefined, 'not-yours' | Reason>>

/** Makes a day free: everywhere, or at the office of one region. */
export async function addFreeDay(
  rt: Runtime,
  actor: Actor,
  { day, name }: { day: LocalDate; name: string },
  office: RegionCode | 'all',
): Outcome<'free-already'> {
  if (!may(actor, 'edit-calendar')) return refuse('not-yours')
  const at = office === 'all' ? undefined : office
  try {
    return await rt.db.transaction(async (tx) => {
      const there = await calendar.freeOn(tx, day, at)
      if (there) return there.name === name ? ok() : refuse('free-already')
      if (at !== undefined) await calendar.keepOffice(tx, at, (await regionNames(tx))(at))
      const id = await calendar.addFree(tx, { day, name, office: at, addedById: actor.personId })
      await audit(tx, { actor, deed: 'free-day-added', subject: 'free-day', subjectId: id, now: rt.clock.now() })
      return ok()
    })
  } catch (error) {
    if (violates(error, 'free_day_key')) return refuse('free-already')
    throw error
  }
}

export function removeFreeDay(rt: Runtime, actor: Actor, id: number): Outcome {
  return rt.db.transaction(async (tx) => {
    if (!may(actor, 'edit-calendar')) return refuse('not-yours')
    const now = rt.clock.now()
    if (!(await calendar.removeFree(tx, id, now))) return ok()
    await audit(tx, { actor, deed: 'free-day-removed', subject: 'free-day', subjectId: id, now })
    return ok()
  })
}

/** When the province works on one day of the week; `free` when it does not. */
export function setOfficeHours(
  rt: Runtime,
  actor: Actor,
  season: Season,
  weekday: Weekday,
  hours: DayHours | 'free',
): Outcome {
  return rt.db.transaction(async (tx) => {
    if (!may(actor, 'edit-calendar')) return refuse('not-yours')
    await calendar.saveHours(tx, season, weekday, hours)
    const now = rt.clock.now()
    await audit(tx, { actor, deed: `hours-set-${season}`, subject: 'weekday', subjectId: weekday, now })
    return ok()
  })
}

export function correctRamadan(rt: Runtime, actor: Actor, hijriYear: number, range: DayRange): Outcome {
  return rt.db.transaction(async (tx) => {
    if (!may(actor, 'edit-calendar') || !(await calendar.saveRamadan(tx, { hijriYear, ...range }))) {
      return refuse('not-yours')
    }
    const now = rt.clock.now()
    await audit(tx, { actor, deed: 'ramadan-corrected', subject: 'ramadan', subjectId: hijriYear, now })
    return ok()
  })
}

export interface Absence {
  personId: PersonId
  kind: AbsenceKind
  standInId: PersonId | undefined
}

/** Notes that an officer is away, and who stands in. */
export function noteAbsence(
  rt: Runtime,
  actor: Actor,
  { personId, kind, standInId }: Absence,
  { from, until }: DayRange,
): Outcome<'no-officer'> {
  return rt.db.transaction(async (tx) => {
    if (!may(actor, 'edit-calendar')) return refuse('not-yours')
    const wanted = standInId === undefined ? [personId] : [personId, standInId]
    if (personId === standInId || !(await areOfficers(tx, wanted))) return refuse('no-officer')
    const absence = { personId, kind, standInId, firstDay: from, lastDay: until, cause: actor.cause }
    const id = await calendar.addAbsence(tx, absence)
    await audit(tx, { actor, deed: 'absence-noted', subject: 'absence', subjectId: id, now: rt.clock.now() })
    return ok()
  })
}
