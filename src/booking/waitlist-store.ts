import type { DossierId } from '../dossier/rules.ts'
import type { PersonId } from '../people/rules.ts'
import type { Database, Tx } from '../platform/db.ts'
import type { DeskId, OfferId, SlotId } from './rules.ts'
import { FREE, FREE_SEAT } from './store.ts'

// Who waits for a seat, and the seats that are held for them.

/** Puts a dossier at the end of the line; one that stands there already keeps its place. */
export async function joinLine(tx: Tx, dossierId: DossierId, deskId: DeskId, now: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO waiting (dossier_id, desk_id, since) VALUES (${dossierId}, ${deskId}, ${now})
    ON CONFLICT (desk_id, dossier_id) WHERE ended_at IS NULL DO NOTHING`
}

/** Somebody's place in the line of a desk. */
export interface WaitsAt {
  deskId: DeskId
  title: string
  /** How many stand before them. */
  before: number
}

/** The desks at which a dossier waits, with its place there. */
export const waitsAt = (db: Database, dossierId: DossierId): Promise<WaitsAt[]> =>
  db.sql(
    `SELECT k.id AS "deskId", k.title, (SELECT count(*) FROM waiting o WHERE o.desk_id = w.desk_id AND o.ended_at IS NULL
       AND (o.since, o.id) < (w.since, w.id)) AS before
     FROM waiting w JOIN desk k ON k.id = w.desk_id WHERE w.dossier_id = $1 AND w.ended_at IS NULL ORDER BY w.since`,
    [dossierId],
  )

/** The slots of a desk that still take place. */
const AHEAD = `
  FROM slot t JOIN desk_day d ON d.id = t.day_id JOIN desk k ON k.id = d.desk_id
  WHERE d.desk_id = $1 AND k.closed_at IS NULL AND d.closed_at IS NULL AND t.closed_at IS NULL AND t.starts_at > $2`

/** Whether anything of a desk is still to come; without it nobody waits there. */
export async function hasAhead(tx: Tx, deskId: DeskId, now: Date): Promise<boolean> {
  const [row] = await tx.$queryRawUnsafe<{ is: boolean }[]>(`SELECT EXISTS (SELECT 1 ${AHEAD}) AS is`, deskId, now)
  return row?.is ?? false
}

/** Whether a desk has a free seat ahead. */
export async function hasFree(tx: Tx, deskId: DeskId, now: Date): Promise<boolean> {
  const free = `EXISTS (SELECT 1 FROM seat s WHERE s.slot_id = t.id AND ${FREE})`
  const [row] = await tx.$queryRawUnsafe<{ is: boolean }[]>(
    `SELECT EXISTS (SELECT 1 ${AHEAD} AND ${free}) AS is`,
    deskId,
    now,
  )
  return row?.is ?? false
}

/** A dossier waits no more: at one desk, or at any. Answers the slots whose seats were held for it, and are free now. */
export async function leaveLine(tx: Tx, dossierId: DossierId, now: Date, deskId?: DeskId): Promise<SlotId[]> {
  const freed = await tx.$queryRaw<{ slotId: SlotId }[]>`
    WITH gone AS (
      UPDATE waiting SET ended_at = ${now}
      WHERE dossier_id = ${dossierId} AND ended_at IS NULL AND desk_id = COALESCE(${deskId ?? null}::int, desk_id) RETURNING id),
    settled AS (
      UPDATE seat_offer o SET settled_at = ${now}, outcome = 'withdrawn' FROM gone
      WHERE o.waiting_id = gone.id AND o.settled_at IS NULL RETURNING o.id)
    UPDATE seat SET offer_id = NULL FROM settled WHERE seat.offer_id = settled.id RETURNING seat.slot_id AS "slotId"`
  return freed.map(({ slotId }) => slotId)
}

/**
 * A dossier that has a seat after all waits nowhere. What was held for it is over, and the next look for such offers
 * passes it on.
 */
export async function leaveLines(tx: Tx, dossierId: DossierId, now: Date): Promise<void> {
  await tx.$executeRaw`
    WITH gone AS (UPDATE waiting SET ended_at = ${now} WHERE dossier_id = ${dossierId} AND ended_at IS NULL RETURNING id)
    UPDATE seat_offer o SET expires_at = LEAST(o.expires_at, ${now}) FROM gone
    WHERE o.waiting_id = gone.id AND o.settled_at IS NULL`
}

/** Whether anybody waits at a desk. */
export async function isAwaited(tx: Tx, deskId: DeskId): Promise<boolean> {
  return (await tx.waiting.count({ where: { deskId, endedAt: null } })) > 0
}

/** A seat held for somebody. */
export interface NewOffer {
  offerId: OfferId
  ownerId: PersonId
}

// Who may be offered a seat of slot `t`: whoever waits at its desk (`w`), has no seat and no other offer, has not let a
// seat of that slot go before, and did not withdraw.
const MAY_BE_OFFERED = `w.desk_id = d.desk_id AND w.ended_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM seat_offer o WHERE o.waiting_id = w.id
    AND (o.settled_at IS NULL OR (o.slot_id = t.id AND o.outcome IN ('declined', 'expired'))))
  AND NOT EXISTS (SELECT 1 FROM booking k WHERE k.dossier_id = w.dossier_id AND k.state = 'booked')
  AND EXISTS (SELECT 1 FROM dossier x JOIN subject u ON u."businessId" = x.business_id AND NOT u.frozen
    WHERE x.id = w.dossier_id)`

const OFFER = `
  WITH next AS MATERIALIZED (
    SELECT w.id, b.owner_id FROM slot t JOIN desk_day d ON d.id = t.day_id JOIN waiting w ON ${MAY_BE_OFFERED}
    JOIN dossier e ON e.id = w.dossier_id JOIN business b ON b.id = e.business_id
    WHERE t.id = $1 AND t.closed_at IS NULL AND d.closed_at IS NULL
    ORDER BY w.since, w.id LIMIT 1 FOR UPDATE OF w SKIP LOCKED),
  free AS MATERIALIZED (SELECT f.id FROM (${FREE_SEAT}) f WHERE EXISTS (SELECT 1 FROM next)),
  made AS (
    INSERT INTO seat_offer (waiting_id, slot_id, offered_at, expires_at) SELECT next.id, $1, $2, $3 FROM next, free
    ON CONFLICT (waiting_id) WHERE settled_at IS NULL DO NOTHING RETURNING id)
  UPDATE seat SET offer_id = made.id FROM made, free, next WHERE seat.id = free.id
  RETURNING made.id AS "offerId", next.owner_id AS "ownerId"`

/**
 * Holds a free seat of a slot for the next in line at its desk. Undefined when nobody waits for it, or no seat is free, or
 * the next in line was offered another seat at this very moment: then the minute's look finds who comes after.
 */
export async function offerSeat(tx: Tx, slotId: SlotId, now: Date, expiresAt: Date): Promise<NewOffer | undefined> {
  const [row] = await tx.$queryRawUnsafe<NewOffer[]>(OFFER, slotId, now, expiresAt)
  return row
}

const UNOFFERED = `
  SELECT t.id FROM slot t JOIN desk_day d ON d.id = t.day_id JOIN desk y ON y.id = d.desk_id
  WHERE t.starts_at > $1 AND t.closed_at IS NULL AND d.closed_at IS NULL AND y.closed_at IS NULL
    AND EXISTS (SELECT 1 FROM waiting w WHERE ${MAY_BE_OFFERED})
    AND EXISTS (SELECT 1 FROM seat s WHERE s.slot_id = t.id AND ${FREE})
  ORDER BY t.starts_at, t.id LIMIT 500`

/** Slots with a free seat, and somebody who waits for one: whoever freed it found them busy, or with another offer. */
export async function unofferedSlots(db: Database, now: Date): Promise<SlotId[]> {
  const rows = await db.sql<{ id: SlotId }>(UNOFFERED, [now])
  return rows.map(({ id }) => id)
}

/** An offer, held for an answer. */
export interface HeldOffer {
  id: OfferId
  dossierId: DossierId
  deskId: DeskId
  slotId: SlotId
  expiresAt: Date
  startsAt: Date
  outcome: 'taken' | 'declined' | 'expired' | 'withdrawn' | null
}

export async function lockOffer(tx: Tx, id: OfferId): Promise<HeldOffer | undefined> {
  const [row] = await tx.$queryRaw<HeldOffer[]>`
    SELECT o.id, w.dossier_id AS "dossierId", w.desk_id AS "deskId", o.slot_id AS "slotId", o.expires_at AS "expiresAt",
      t.starts_at AS "startsAt", o.outcome
    FROM seat_offer o JOIN waiting w ON w.id = o.waiting_id JOIN slot t ON t.id = o.slot_id
    WHERE o.id = ${id} FOR UPDATE OF o`
  return row
}

/** Settles an offer that was not taken: its seat is free, and whoever had it goes to the end of the line. */
export async function releaseOffer(tx: Tx, id: OfferId, outcome: 'declined' | 'expired', now: Date): Promise<void> {
  await tx.$executeRaw`UPDATE seat SET offer_id = NULL WHERE offer_id = ${id}`
  await tx.$executeRaw`UPDATE seat_offer SET settled_at = ${now}, outcome = ${outcome} WHERE id = ${id}`
  await tx.$executeRaw`
    UPDATE waiting SET since = ${now} FROM seat_offer o WHERE o.id = ${id} AND waiting.id = o.waiting_id`
}

export async function markTaken(tx: Tx, id: OfferId, now: Date): Promise<void> {
  await tx.$executeRaw`UPDATE seat_offer SET settled_at = ${now}, outcome = 'taken' WHERE id = ${id}`
}

/** Offers nobody answered in time. */
export const expiredOffers = (
  db: Database,
  now: Date,
): Promise<{ id: OfferId; dossierId: DossierId; slotId: SlotId }[]> =>
  db.sql(
    `SELECT o.id, w.dossier_id AS "dossierId", o.slot_id AS "slotId" FROM seat_offer o JOIN waiting w ON w.id = o.waiting_id
     WHERE o.settled_at IS NULL AND o.expires_at <= $1 ORDER BY o.expires_at, o.id LIMIT 500`,
    [now],
  )

/** An offer as the message about it needs it. */
export interface OfferFacts {
  startsAt: Date
  expiresAt: Date
  title: string
  venue: string | null
  business: string
  outcome: HeldOffer['outcome']
  frozen: boolean
}

export async function offerFacts(tx: Tx, id: OfferId): Promise<OfferFacts | undefined> {
  const [row] = await tx.$queryRaw<OfferFacts[]>`
    SELECT t.starts_at AS "startsAt", o.expires_at AS "expiresAt", k.title, k.venue, b.name AS business, o.outcome, u.frozen
    FROM seat_offer o JOIN waiting w ON w.id = o.waiting_id JOIN slot t ON t.id = o.slot_id
    JOIN desk k ON k.id = w.desk_id JOIN dossier e ON e.id = w.dossier_id JOIN business b ON b.id = e.business_id
    JOIN subject u ON u."businessId" = b.id WHERE o.id = ${id}`
  return row
}
