import type { Database, Tx } from '../platform/db.ts'
import type { LocalDate } from '../platform/time.ts'
import {
  type AbsenceKind,
  type DayHours,
  type FreeDay,
  type OfficeId,
  PROVINCE,
  type Season,
  type Weekday,
} from './rules.ts'

// The calendar as it is looked at and changed. Working time is laid out anew at every use, so a change counts at once.

export interface FreeDayRow extends FreeDay {
  id: number
  /** Whose office is closed; null when it is free everywhere. */
  office: string | null
}

const FREE = `
  SELECT f.id, f.day, f.kind, f.name, o.name AS office FROM free_day f LEFT JOIN office o ON o.id = f.office_id
  WHERE f.removed_at IS NULL`

/** The free days that are still to come, the next first. */
export const freeFrom = (db: Database, today: LocalDate, limit: number): Promise<FreeDayRow[]> =>
  db.sql(`${FREE} AND f.day >= $1 ORDER BY f.day, f.id LIMIT $2`, [today, limit])

export async function freeDayOf(db: Database, id: number): Promise<FreeDayRow | undefined> {
  const [row] = await db.sql<FreeDayRow>(`${FREE} AND f.id = $1`, [id])
  return row
}

/** The live row that makes a day free everywhere, or at an office. */
export async function freeOn(
  tx: Tx,
  day: LocalDate,
  office: OfficeId | undefined,
): Promise<{ id: number; name: string } | undefined> {
  const where = { day, officeId: office ?? null, removedAt: null }
  return (await tx.freeDay.findFirst({ where, select: { id: true, name: true } })) ?? undefined
}

export async function addFree(
  tx: Tx,
  { day, name, office, addedById }: { day: LocalDate; name: string; office: OfficeId | undefined; addedById: number },
): Promise<number> {
  const data = { day, kind: 'closure', name, officeId: office ?? null, addedById }
  return (await tx.freeDay.create({ data, select: { id: true } })).id
}

/** Makes an office of a region, which keeps the hours of the province until it has its own. */
export async function keepOffice(tx: Tx, id: OfficeId, name: string): Promise<void> {
  await tx.office.upsert({ where: { id }, create: { id, name }, update: {} })
}

/** Takes a free day back. The row stays, so that the next start does not bring it again. */
export async function removeFree(tx: Tx, id: number, now: Date): Promise<boolean> {
  const { count } = await tx.freeDay.updateMany({ where: { id, removedAt: null }, data: { removedAt: now } })
  return count > 0
}

/** When the province works, on one day of the week. */
export async function saveHours(tx: Tx, season: Season, weekday: Weekday, hours: DayHours | 'free'): Promise<void> {
  const key = { officeId: PROVINCE, season, weekday }
  if (hours === 'free') return void (await tx.officeHours.deleteMany({ where: key }))
  const { opens, closes, break: pause } = hours
  const data = { opens, closes, breakFrom: pause?.from ?? null, breakUntil: pause?.until ?? null }
  await tx.officeHours.upsert({
    where: { officeId_season_weekday: key },
    create: { ...key, ...data },
    update: data,
  })
}

export interface RamadanRow {
  hijriYear: number
  from: LocalDate
  until: LocalDate
}

export const ramadansFrom = (db: Database, today: LocalDate): Promise<RamadanRow[]> =>
  db.sql(
    `SELECT hijri_year AS "hijriYear", first_day AS "from", last_day AS until FROM ramadan WHERE last_day >= $1
     ORDER BY first_day LIMIT 5`,
    [today],
  )

export async function saveRamadan(tx: Tx, { hijriYear, from, until }: RamadanRow): Promise<boolean> {
  const { count } = await tx.ramadan.updateMany({ where: { hijriYear }, data: { firstDay: from, lastDay: until } })
  return count > 0
}

export interface NewAbsence {
  personId: number
  kind: AbsenceKind
  firstDay: LocalDate
  lastDay: LocalDate
  standInId: number | undefined
  cause: number
}

/** Notes an absence. The same update notes none twice. */
export async function addAbsence(tx: Tx, { standInId, ...absence }: NewAbsence): Promise<number> {
  const row = await tx.absence.upsert({
    where: { cause: absence.cause },
    create: { ...absence, standInId: standInId ?? null },
    update: {},
    select: { id: true },
  })
  return row.id
}
