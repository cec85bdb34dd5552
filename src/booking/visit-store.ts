import type { DossierId } from '../dossier/rules.ts'
import type { PersonId, Subject } from '../people/rules.ts'
import { type SubjectRow, subjectIn } from '../people/subject.ts'
import type { Tx } from '../platform/db.ts'
import { daysAfter, type LocalDate } from '../platform/time.ts'
import type { BookingId, DayId } from './rules.ts'
import type { Act, DutyDay, Visit, VisitId, VisitOutcome } from './visit-rules.ts'

// The list of a day. Whoever changes it holds the row of the day, so that the list is always one.

const DAY = `
  SELECT d.id, d.day, k.title, k.venue,
    (SELECT COALESCE(array_agg(r.code), '{}') FROM region r WHERE r.zone_id = k.zone_id) AS regions
  FROM desk_day d JOIN desk k ON k.id = d.desk_id`

type DayRow = Omit<DutyDay, 'venue'> & { venue: string | null }
const dayIn = ({ venue, ...row }: DayRow): DutyDay => ({ ...row, venue: venue ?? undefined })

export async function dutyDay(tx: Tx, id: DayId): Promise<DutyDay | undefined> {
  const [row] = await tx.$queryRawUnsafe<DayRow[]>(`${DAY} WHERE d.id = $1`, id)
  return row && dayIn(row)
}

/** A day, held for a change of its list. */
export async function lockDay(tx: Tx, id: DayId): Promise<DutyDay | undefined> {
  await tx.$queryRaw`SELECT 1 FROM desk_day WHERE id = ${id} FOR NO KEY UPDATE`
  return dutyDay(tx, id)
}

/** How long after a day results may be missing before it is not offered any more. */
const LATE_DAYS = 7

const OPEN_DAYS = `${DAY}
  WHERE d.closed_at IS NULL AND k.closed_at IS NULL AND (d.day >= $1 OR (d.day >= $2 AND EXISTS (
    SELECT 1 FROM slot t JOIN booking b ON b.slot_id = t.id WHERE t.day_id = d.id AND b.state = 'booked')))
  ORDER BY d.day, k.id LIMIT 200`

/** The days from today on, and those of the last week with visits of which nobody said what became. */
export async function openDays(tx: Tx, today: LocalDate): Promise<DutyDay[]> {
  const rows = await tx.$queryRawUnsafe<DayRow[]>(OPEN_DAYS, today, daysAfter(today, -LATE_DAYS))
  return rows.map(dayIn)
}

interface VisitRow {
  id: VisitId
  dayId: DayId
  number: number
  bookingId: BookingId | null
  code: string | null
  startsAt: Date | null
  tableNo: number | null
  topic: string | null
  closed: boolean
  dossierId: DossierId | null
  business: string
  owner: string | null
  subject: SubjectRow | null
  arrivedAt: Date | null
  calledAt: Date | null
  finishedAt: Date | null
  absentAt: Date | null
  outcome: VisitOutcome | null
  notes: string | null
  rebookAskedAt: Date | null
}

// Whoever withdrew consent is not looked at any more, and a booking that moved away is on another list.
const VISITS = `
  SELECT v.id, v.day_id AS "dayId", v.number, k.id AS "bookingId", k.code, t.starts_at AS "startsAt", k.table_no AS "tableNo",
    k.topic, t.shut OR d.closed_at IS NOT NULL OR y.closed_at IS NOT NULL AS closed, e.id AS "dossierId", COALESCE(b.name, v.name) AS business, o.name AS owner, row_to_json(u) AS subject,
    v.arrived_at AS "arrivedAt", v.called_at AS "calledAt", v.finished_at AS "finishedAt", v.absent_at AS "absentAt",
    v.outcome, v.notes, v.rebook_asked_at AS "rebookAskedAt"
  FROM visit v JOIN desk_day d ON d.id = v.day_id JOIN desk y ON y.id = d.desk_id
  LEFT JOIN booking k ON k.id = v.booking_id LEFT JOIN slot t ON t.id = k.slot_id
  LEFT JOIN dossier e ON e.id = COALESCE(v.dossier_id, k.dossier_id) LEFT JOIN business b ON b.id = e.business_id
  LEFT JOIN person o ON o.id = b.owner_id LEFT JOIN subject u ON u."businessId" = b.id
  WHERE u.frozen IS NOT TRUE AND CASE WHEN v.booking_id IS NULL THEN v.arrived_at IS NOT NULL
    ELSE t.day_id = v.day_id AND k.state <> 'cancelled' END`

const visitIn = ({ bookingId, code, startsAt, tableNo, topic, closed, subject, ...row }: VisitRow): Visit => ({
  id: row.id,
  dayId: row.dayId,
  number: row.number,
  booking:
    bookingId === null || code === null || startsAt === null || tableNo === null
      ? undefined
      : { id: bookingId, code, startsAt, tableNo, topic: topic ?? undefined, closed },
  dossierId: row.dossierId ?? undefined,
  business: row.business,
  owner: row.owner ?? undefined,
  subject: subject ? subjectIn(subject) : undefined,
  arrivedAt: row.arrivedAt ?? undefined,
  calledAt: row.calledAt ?? undefined,
  finishedAt: row.finishedAt ?? undefined,
  absentAt: row.absentAt ?? undefined,
  outcome: row.outcome ?? undefined,
  notes: row.notes ?? undefined,
  rebookAskedAt: row.rebookAskedAt ?? undefined,
})

/** Everybody on the list of a day: bookings by time, then walk-ins. */
export async function visitsOf(tx: Tx, day: DayId): Promise<Visit[]> {
  const rows = await tx.$queryRawUnsafe<VisitRow[]>(
    `${VISITS} AND v.day_id = $1 ORDER BY t.starts_at NULLS LAST, k.table_no, v.number`,
    day,
  )
  return rows.map(visitIn)
}

export async function visitWith(tx: Tx, id: VisitId): Promise<Visit | undefined> {
  const [row] = await tx.$queryRawUnsafe<VisitRow[]>(`${VISITS} AND v.id = $1`, id)
  return row && visitIn(row)
}

/** The day on whose list a visit is. */
export async function dayOfVisit(tx: Tx, id: VisitId): Promise<DayId | undefined> {
  const row = await tx.visit.findUnique({ where: { id }, select: { dayId: true } })
  return row ? (row.dayId as DayId) : undefined
}

/** The booking whose ticket has that code, with its day. */
export async function ticketWith(tx: Tx, code: string): Promise<{ id: BookingId; dayId: DayId } | undefined> {
  const [row] = await tx.$queryRaw<{ id: BookingId; dayId: DayId }[]>`
    SELECT b.id, t.day_id AS "dayId" FROM booking b JOIN slot t ON t.id = b.slot_id
    WHERE b.code = ${code} AND b.state <> 'cancelled'`
  return row
}

/** Whose ticket has that code. */
export async function ticketSubject(tx: Tx, code: string): Promise<Subject | undefined> {
  const [row] = await tx.$queryRaw<{ subject: SubjectRow }[]>`
    SELECT row_to_json(u) AS subject FROM booking b JOIN dossier e ON e.id = b.dossier_id
    JOIN subject u ON u."businessId" = e.business_id WHERE b.code = ${code}`
  return row && subjectIn(row.subject)
}

export interface Acted {
  by: PersonId
  now: Date
  outcome?: VisitOutcome | undefined
  notes?: string | undefined
}

/** Writes an act down, with those before it that nobody noted. The booking follows. */
export async function saveAct(tx: Tx, { id, booking }: Visit, act: Act, { by, now, ...said }: Acted): Promise<void> {
  const { outcome = null, notes = null } = said
  switch (act) {
    case 'arrive':
      await tx.$executeRaw`UPDATE visit SET arrived_at = ${now} WHERE id = ${id}`
      break
    case 'call':
      await tx.$executeRaw`UPDATE visit SET called_at = ${now}, called_by_id = ${by} WHERE id = ${id}`
      break
    case 'finish':
      await tx.$executeRaw`
        UPDATE visit SET arrived_at = COALESCE(arrived_at, ${now}), called_at = COALESCE(called_at, ${now}),
          called_by_id = COALESCE(called_by_id, ${by}), finished_at = ${now}, outcome = ${outcome}, notes = COALESCE(${notes}, notes)
        WHERE id = ${id}`
      if (booking) await setState(tx, booking.id, 'served', now)
      break
    case 'absent':
      await tx.$executeRaw`UPDATE visit SET absent_at = ${now}, notes = COALESCE(${notes}, notes) WHERE id = ${id}`
      if (booking) await setState(tx, booking.id, 'no-show', now)
      break
  }
}

/** Takes an act back. The booking follows. */
export async function dropAct(tx: Tx, { id, booking }: Visit, act: Act, now: Date): Promise<void> {
  switch (act) {
    case 'arrive':
      await tx.$executeRaw`UPDATE visit SET arrived_at = NULL WHERE id = ${id}`
      break
    case 'call':
      await tx.$executeRaw`UPDATE visit SET called_at = NULL, called_by_id = NULL WHERE id = ${id}`
      break
    case 'finish':
      await tx.$executeRaw`UPDATE visit SET finished_at = NULL, outcome = NULL WHERE id = ${id}`
      if (booking) await setState(tx, booking.id, 'booked', now)
      break
    case 'absent':
      await tx.$executeRaw`UPDATE visit SET absent_at = NULL, rebook_asked_at = NULL WHERE id = ${id}`
      if (booking) await setState(tx, booking.id, 'booked', now)
      break
  }
}

async function setState(tx: Tx, id: BookingId, state: 'booked' | 'served' | 'no-show', now: Date): Promise<void> {
  await tx.$executeRaw`UPDATE booking SET state = ${state}, changed_at = ${now} WHERE id = ${id}`
}

/** Whether a dossier has another live booking than this one; it is held, so that none is made meanwhile. */
export async function hasOtherBooking(tx: Tx, dossierId: DossierId, booking: BookingId): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM dossier WHERE id = ${dossierId} FOR UPDATE`
  return (await tx.booking.count({ where: { dossierId, state: 'booked', id: { not: booking } } })) > 0
}

export const hasBooked = async (tx: Tx, dossierId: DossierId): Promise<boolean> =>
  (await tx.booking.count({ where: { dossierId, state: 'booked' } })) > 0

/** How many visits of the day somebody called, and the one they called last. */
export async function calledBy(
  tx: Tx,
  day: DayId,
  by: PersonId,
): Promise<{ count: number; last: VisitId | undefined }> {
  const rows = await tx.visit.findMany({
    where: { dayId: day, calledById: by },
    orderBy: [{ calledAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  })
  return { count: rows.length, last: rows[0]?.id as VisitId | undefined }
}

export async function setNotes(tx: Tx, id: VisitId, notes: string): Promise<void> {
  await tx.visit.update({ where: { id }, data: { notes } })
}

export async function setRebookAsked(tx: Tx, id: VisitId, now: Date): Promise<void> {
  await tx.visit.update({ where: { id }, data: { rebookAskedAt: now } })
}
