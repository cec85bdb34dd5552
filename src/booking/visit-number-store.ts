import type { Tx } from '../platform/db.ts'
import type { DayId } from './rules.ts'

// The numbers on the list of a day. The day is held.

/**
 * Gives every booking of the day its number on the list. As long as none stands on paper, and the day is still to come,
 * they are counted anew each time.
 */
export async function numberVisits(tx: Tx, day: DayId, when: 'ahead' | 'fixed'): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO visit (day_id, number, booking_id)
    SELECT ${day}, last.number + row_number() OVER (ORDER BY t.starts_at, k.table_no, k.id), k.id
    FROM booking k JOIN slot t ON t.id = k.slot_id AND t.day_id = ${day}
    CROSS JOIN (SELECT COALESCE(max(number), 0) AS number FROM visit WHERE day_id = ${day} AND booking_id IS NOT NULL) last
    WHERE k.state <> 'cancelled' AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.day_id = ${day} AND v.booking_id = k.id)`
  if (when === 'fixed') await tx.$executeRaw`UPDATE visit SET fixed = true WHERE day_id = ${day} AND NOT fixed`
  else await countAnew(tx, day)
}

/** Numbers are unique, so those that change step aside before they take their new place. */
const ASIDE = 500

/** Counts the visits that are not on paper by time and table. Each stays the same row: somebody may be looking at it. */
async function countAnew(tx: Tx, day: DayId): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM visit v USING booking k, slot t
    WHERE v.day_id = ${day} AND NOT v.fixed AND k.id = v.booking_id AND t.id = k.slot_id
      AND (t.day_id <> v.day_id OR k.state = 'cancelled')`
  const wanted = `
    SELECT v.id, row_number() OVER (ORDER BY t.starts_at, k.table_no, k.id)
      + (SELECT COALESCE(max(f.number), 0) FROM visit f WHERE f.day_id = $1 AND f.fixed AND f.booking_id IS NOT NULL) AS number
    FROM visit v JOIN booking k ON k.id = v.booking_id JOIN slot t ON t.id = k.slot_id WHERE v.day_id = $1 AND NOT v.fixed`
  const change = (to: string) =>
    tx.$executeRawUnsafe(
      `UPDATE visit v SET number = ${to} FROM (${wanted}) w WHERE w.id = v.id AND v.number <> w.number`,
      day,
    )
  if ((await change(`v.number + ${ASIDE}`)) > 0) await change('w.number')
}
