import type { Facts, Item } from '../dossier/requirements.ts'
import type { DossierId } from '../dossier/rules.ts'
import type { Subject } from '../people/rules.ts'
import { type SubjectRow, subjectIn } from '../people/subject.ts'
import type { Database } from '../platform/db.ts'
import type { LocalDate } from '../platform/time.ts'
import type { Booking, BookingId, DayId, DeskDay, DeskId, Place, Slot, SlotId, Visitor } from './rules.ts'
import { FREE } from './store.ts'

// What people look at: the days of the desks with the seats that are left, and their tickets. Nothing is held.

interface PlaceRow {
  title: string
  venue: string | null
  latitude: number | null
  longitude: number | null
}

const placeIn = ({ title, venue, latitude, longitude }: PlaceRow) => ({
  title,
  venue: venue ?? undefined,
  point: latitude === null || longitude === null ? undefined : { latitude, longitude },
})

interface DayRow extends PlaceRow {
  id: DayId
  deskId: DeskId
  zone: string
  day: LocalDate
  free: number
}

const DAYS = `
  SELECT d.id, d.day, k.id AS "deskId", k.zone_id AS zone, k.title, k.venue, k.latitude, k.longitude,
    (SELECT count(*) FROM slot t JOIN seat s ON s.slot_id = t.id
      WHERE t.day_id = d.id AND t.closed_at IS NULL AND t.starts_at > $1 AND ${FREE}) AS free
  FROM desk_day d JOIN desk k ON k.id = d.desk_id
  WHERE d.closed_at IS NULL AND k.closed_at IS NULL
    AND EXISTS (SELECT 1 FROM slot t WHERE t.day_id = d.id AND t.closed_at IS NULL AND t.starts_at > $1)
  ORDER BY d.day, k.id LIMIT 60`

/** The days of all desks that still have slots ahead, with their free seats. */
export async function daysAhead(db: Database, now: Date): Promise<DeskDay[]> {
  const rows = await db.sql<DayRow>(DAYS, [now])
  return rows.map(dayIn)
}

const dayIn = ({ id, deskId, zone, day, free, ...place }: DayRow): DeskDay => ({
  id,
  deskId,
  zone,
  day,
  free,
  ...placeIn(place),
})

const SLOTS = `
  SELECT t.id, t.starts_at AS "startsAt", (SELECT count(*) FROM seat s WHERE s.slot_id = t.id AND ${FREE}) AS free
  FROM slot t WHERE t.day_id = $1 AND t.closed_at IS NULL AND t.starts_at > $2 ORDER BY t.starts_at`

/** The slots of a day that are still ahead, full ones too. */
export const slotsAhead = (db: Database, day: DayId, now: Date): Promise<Slot[]> => db.sql<Slot>(SLOTS, [day, now])

const ONE_DAY = DAYS.replace('ORDER BY', 'AND d.id = (SELECT day_id FROM slot WHERE id = $2) ORDER BY')

/** The day of a slot, as `daysAhead` has it. */
export async function dayOfSlot(db: Database, slot: SlotId, now: Date): Promise<DeskDay | undefined> {
  const [row] = await db.sql<DayRow>(ONE_DAY, [now, slot])
  return row && dayIn(row)
}

/** Where and when a slot is. */
export async function slotPlace(db: Database, slot: SlotId): Promise<(Place & { startsAt: Date }) | undefined> {
  const [row] = await db.sql<PlaceRow & { startsAt: Date }>(
    `SELECT t.starts_at AS "startsAt", k.title, k.venue, k.latitude, k.longitude
     FROM slot t JOIN desk_day d ON d.id = t.day_id JOIN desk k ON k.id = d.desk_id
     WHERE t.id = $1 AND t.closed_at IS NULL AND d.closed_at IS NULL AND k.closed_at IS NULL`,
    [slot],
  )
  return row && { ...placeIn(row), startsAt: row.startsAt }
}

/** Whether a dossier may book, and the zone of its region. */
export async function bookerOf(
  db: Database,
  dossier: DossierId,
): Promise<{ standing: Visitor['standing']; zone: string } | undefined> {
  const [row] = await db.sql<{ standing: Visitor['standing']; zone: string }>(
    `SELECT d.standing, r.zone_id AS zone FROM dossier d JOIN business b ON b.id = d.business_id
     JOIN region r ON r.code = b.region_code WHERE d.id = $1`,
    [dossier],
  )
  return row
}

interface BookingRow extends PlaceRow {
  id: BookingId
  code: string
  dossierId: DossierId
  deskId: DeskId
  slotId: SlotId
  tableNo: number
  startsAt: string
  endsAt: string
  topic: string | null
  sequence: number
  state: Booking['state']
}

const BOOKING = `
  SELECT b.id, b.code, b.dossier_id AS "dossierId", k.id AS "deskId", b.slot_id AS "slotId", b.table_no AS "tableNo",
    to_json(t.starts_at) #>> '{}' AS "startsAt", to_json(t.ends_at) #>> '{}' AS "endsAt", b.topic, b.sequence, b.state,
    k.title, k.venue, k.latitude, k.longitude
  FROM booking b JOIN slot t ON t.id = b.slot_id JOIN desk_day d ON d.id = t.day_id JOIN desk k ON k.id = d.desk_id`

const bookingIn = ({ title, venue, latitude, longitude, topic, startsAt, endsAt, ...row }: BookingRow): Booking => ({
  ...row,
  ...placeIn({ title, venue, latitude, longitude }),
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
  topic: topic ?? undefined,
})

/** The booking that a dossier has at present. */
export async function liveBookingOf(db: Database, dossier: DossierId): Promise<Booking | undefined> {
  const [row] = await db.sql<BookingRow>(`${BOOKING} WHERE b.dossier_id = $1 AND b.state = 'booked'`, [dossier])
  return row && bookingIn(row)
}

/** The booking whose ticket has that code. */
export async function bookingByCode(db: Database, code: string): Promise<BookingId | undefined> {
  const [row] = await db.sql<{ id: BookingId }>('SELECT id FROM booking WHERE code = $1', [code])
  return row?.id
}

/** A booking with what its ticket says of the dossier. */
export interface VisitFacts extends Booking, Facts {
  business: string
  subject: Subject
  catalogueVersion: number
  items: Item[]
}

interface VisitRow {
  booking: BookingRow
  business: string
  subject: SubjectRow
  catalogueVersion: number
  commodity: Facts['commodity']
  form: Facts['form'] | null
  switchedOn: string[]
  answers: Facts['answers'] | null
  items: Item[] | null
}

const VISIT = `
  SELECT row_to_json(k) AS booking, row_to_json(u) AS subject, c.name AS business, c.commodity, c.form, e.catalogue_version AS "catalogueVersion",
    y.switched_on AS "switchedOn",
    (SELECT json_object_agg(question, answer) FROM dossier_answer WHERE dossier_id = e.id) AS answers,
    (SELECT json_agg(json_build_object('id', i.id, 'requirementId', i.requirement_id, 'state', i.state) ORDER BY i.id)
       FROM item i WHERE i.dossier_id = e.id) AS items
  FROM (${BOOKING} WHERE b.id = $1) k JOIN dossier e ON e.id = k."dossierId" JOIN cycle y ON y.id = e.cycle_id
  JOIN business c ON c.id = e.business_id JOIN subject u ON u."businessId" = c.id`

export async function visitOf(db: Database, id: BookingId): Promise<VisitFacts | undefined> {
  const [row] = await db.sql<VisitRow>(VISIT, [id])
  if (!row) return undefined
  const { booking, subject, form, answers, items, ...facts } = row
  return {
    ...bookingIn(booking),
    ...facts,
    subject: subjectIn(subject),
    form: form ?? undefined,
    answers: answers ?? {},
    items: items ?? [],
  }
}
