import type { Database } from '../platform/db.ts'

// By the database's own time, the only one that all processes have in common; they are told for how long, not until when.
// What answers took counts for two seconds at most: Telegram forgets as fast.
const BOOK = `
  INSERT INTO send_pace AS pace (id, free_at, paused_until)
  VALUES (1,
    clock_timestamp() + make_interval(secs => $2::float8) + make_interval(secs => ($1::float8 + $3::float8) / $4::float8),
    clock_timestamp() + make_interval(secs => $2::float8))
  ON CONFLICT (id) DO UPDATE SET
    free_at = greatest(
        least(greatest(pace.free_at, clock_timestamp()) + make_interval(secs => $1::float8 / $4::float8),
          greatest(pace.free_at, clock_timestamp() + interval '2 seconds')),
        clock_timestamp() + make_interval(secs => $2::float8))
      + make_interval(secs => $3::float8 / $4::float8),
    paused_until = greatest(pace.paused_until, clock_timestamp() + make_interval(secs => $2::float8))
  RETURNING extract(epoch FROM free_at - clock_timestamp())::float8 - $3::float8 / $4::float8 AS "fullIn",
    extract(epoch FROM paused_until - clock_timestamp())::float8 AS "pausedFor"`

/** What one process takes from the pace of all, and tells the others. */
export interface Booking {
  /** Answers it gave since it said so last. */
  answers: number
  /** Milliseconds for which Telegram wants silence. */
  pause: number
  /** Messages it is about to send. */
  count: number
  perSecond: number
}

/** Milliseconds until the pace would be free without this booking, and for which everybody is to be silent. */
export interface Booked {
  fullIn: number
  pausedFor: number
}

/** Takes part in the pace of all processes: one statement for a batch. */
export async function book(db: Database, { answers, pause, count, perSecond }: Booking): Promise<Booked> {
  const [row] = await db.sql<Booked>(BOOK, [answers, pause / 1000, count, perSecond])
  return inMilliseconds(row)
}

const LOOK = `
  SELECT extract(epoch FROM free_at - clock_timestamp())::float8 AS "fullIn",
    extract(epoch FROM paused_until - clock_timestamp())::float8 AS "pausedFor"
  FROM send_pace WHERE id = 1`

/** The same for a process that has nothing to tell. */
export const look = async (db: Database): Promise<Booked> => inMilliseconds((await db.sql<Booked>(LOOK))[0])

const inMilliseconds = (row: Booked | undefined): Booked => ({
  fullIn: Math.max(0, (row?.fullIn ?? 0) * 1000),
  pausedFor: Math.max(0, (row?.pausedFor ?? 0) * 1000),
})
