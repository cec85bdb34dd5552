import type { BookingId, DayId, OfferId } from '../../src/booking/rules.ts'
import type { Database } from '../../src/platform/db.ts'

// The rows of a desk, as the sequences look at them and put them back.

/** What a person has, as far as an act needs it. */
export interface Holding {
  live: BookingId | null
  last: { id: BookingId; code: string; day: DayId } | null
  offer: OfferId | null
}

export const HOLDING = `
  SELECT (SELECT id FROM booking WHERE dossier_id = $1 AND state = 'booked') AS live,
    (SELECT json_build_object('id', b.id, 'code', b.code, 'day', t.day_id) FROM booking b JOIN slot t ON t.id = b.slot_id
      WHERE b.dossier_id = $1 AND b.state <> 'cancelled' ORDER BY b.id DESC LIMIT 1) AS last,
    (SELECT o.id FROM seat_offer o JOIN waiting w ON w.id = o.waiting_id
      WHERE w.dossier_id = $1 AND w.ended_at IS NULL AND o.settled_at IS NULL) AS offer`

// The whole state in one row. A booking whose seat is not its own shows as such.
export const SEEN = `
  SELECT
    (SELECT json_agg(json_build_array(b.dossier_id, b.slot_id, b.state, v.arrived_at IS NOT NULL, v.called_at IS NOT NULL,
        s.slot_id = b.slot_id AND s.table_no = b.table_no) ORDER BY b.id)
      FROM booking b JOIN slot t ON t.id = b.slot_id LEFT JOIN seat s ON s.booking_id = b.id
      LEFT JOIN visit v ON v.booking_id = b.id AND v.day_id = t.day_id WHERE b.state <> 'cancelled') AS bookings,
    (SELECT json_agg(dossier_id ORDER BY since, id) FROM waiting WHERE ended_at IS NULL) AS line,
    (SELECT json_agg(json_build_array(w.dossier_id, s.slot_id) ORDER BY w.dossier_id, s.slot_id) FROM seat_offer o
      JOIN waiting w ON w.id = o.waiting_id LEFT JOIN seat s ON s.offer_id = o.id WHERE o.settled_at IS NULL) AS offers,
    (SELECT json_agg(json_build_array(
        (SELECT count(*) FROM seat s WHERE s.slot_id = t.id AND s.booking_id IS NULL AND s.offer_id IS NULL),
        extract(epoch FROM t.starts_at)::int, t.closed_at IS NOT NULL, d.closed_at IS NOT NULL) ORDER BY t.id)
      FROM slot t JOIN desk_day d ON d.id = t.day_id) AS slots`

// What must never be so, whoever came first. `called` says that somebody sits at the table.
export const BROKEN = `
  SELECT 'a booking without its seat' AS what, b.id FROM booking b LEFT JOIN seat s ON s.booking_id = b.id
    AND s.slot_id = b.slot_id AND s.table_no = b.table_no WHERE b.state <> 'cancelled' AND s.id IS NULL
  UNION ALL SELECT 'a seat of a booking that is over', s.id FROM seat s JOIN booking b ON b.id = s.booking_id
    WHERE b.state = 'cancelled'
  UNION ALL SELECT 'a seat of an offer that is over', s.id FROM seat s JOIN seat_offer o ON o.id = s.offer_id
    WHERE o.settled_at IS NOT NULL
  UNION ALL SELECT 'an offer without a seat', o.id FROM seat_offer o LEFT JOIN seat s ON s.offer_id = o.id
    WHERE o.settled_at IS NULL AND s.id IS NULL
  UNION ALL SELECT 'a seat ahead in a closed slot', b.id FROM booking b JOIN slot t ON t.id = b.slot_id
    JOIN desk_day d ON d.id = t.day_id WHERE b.state = 'booked' AND t.starts_at > $1
      AND (t.closed_at IS NOT NULL OR d.closed_at IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.booking_id = b.id AND v.called_at IS NOT NULL)
  UNION ALL SELECT 'an offer in a closed slot', o.id FROM seat_offer o JOIN slot t ON t.id = o.slot_id
    WHERE o.settled_at IS NULL AND t.closed_at IS NOT NULL
  UNION ALL SELECT 'a seat and a place in line', b.id FROM booking b JOIN waiting w ON w.dossier_id = b.dossier_id
    WHERE b.state = 'booked' AND w.ended_at IS NULL`

// Somebody waits, nothing is offered to them, and there is a free seat that they have not let go.
export const OVERLOOKED = `
  SELECT w.dossier_id AS who, t.id AS slot FROM waiting w JOIN desk_day d ON d.desk_id = w.desk_id JOIN slot t ON t.day_id = d.id
  WHERE w.ended_at IS NULL AND t.starts_at > $1 AND t.closed_at IS NULL AND d.closed_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM seat_offer o WHERE o.waiting_id = w.id AND (o.settled_at IS NULL OR
      (o.slot_id = t.id AND o.outcome IN ('declined', 'expired'))))
    AND EXISTS (SELECT 1 FROM seat s WHERE s.slot_id = t.id AND s.booking_id IS NULL AND s.offer_id IS NULL)`

/** Puts a desk back as it was, in one statement; its days go aside first, as they may have changed places. */
export async function resetOf(db: Database): Promise<string> {
  const [row] = await db.sql<{ slots: string; days: string }>(`
    SELECT (SELECT string_agg(format('(%s, %L::timestamptz, %L::timestamptz)', id, starts_at, ends_at), ', ') FROM slot) AS slots,
      (SELECT string_agg(format('(%s, %L)', id, day), ', ') FROM desk_day) AS days`)
  return `DO $$ BEGIN
    SET LOCAL session_replication_role = replica;
    UPDATE seat SET booking_id = NULL, offer_id = NULL;
    UPDATE slot SET closed_at = NULL, shut = false, starts_at = was.starts_at, ends_at = was.ends_at
      FROM (VALUES ${row?.slots}) AS was (id, starts_at, ends_at) WHERE was.id = slot.id;
    UPDATE desk_day SET day = 'aside ' || id;
    UPDATE desk_day SET closed_at = NULL, day = was.day FROM (VALUES ${row?.days}) AS was (id, day) WHERE was.id = desk_day.id;
    DELETE FROM delivery; DELETE FROM seat_offer; DELETE FROM visit; DELETE FROM waiting; DELETE FROM booking;
    DELETE FROM audit;
  END $$`
}

export interface Seen {
  bookings: [dossier: number, slot: number, state: string, arrived: boolean, called: boolean, sits: boolean][] | null
  line: number[] | null
  offers: [dossier: number, slot: number | null][] | null
  slots: [free: number, epoch: number, closed: boolean, dayClosed: boolean][] | null
}
export type Shown = { [Field in keyof Seen]: NonNullable<Seen[Field]> }
