import type { PersonId } from '../people/rules.ts'
import type { Tx } from '../platform/db.ts'
import type { LocalDate } from '../platform/time.ts'
import type { Draft, Told } from './draft.ts'

/** The draft of an admin; begun when there is none. */
export async function draftOf(tx: Tx, adminId: PersonId): Promise<Draft> {
  const row = await tx.deskDraft.upsert({ where: { adminId }, create: { adminId }, update: {} })
  const { opens, closes, breakFrom, breakUntil, slotMinutes, tables, walkInShare, latitude, longitude } = row
  const pause = breakFrom === null || breakUntil === null ? {} : { break: { from: breakFrom, until: breakUntil } }
  const hasSeats = slotMinutes !== null && tables !== null && walkInShare !== null
  return {
    id: row.id,
    zoneId: row.zoneId ?? undefined,
    title: row.title ?? undefined,
    venue: row.venue ?? undefined,
    point: latitude === null || longitude === null ? undefined : { latitude, longitude },
    later: row.later,
    days: row.days as LocalDate[],
    hours: opens === null || closes === null ? undefined : { opens, closes, ...pause },
    seats: hasSeats ? { slotMinutes, tables, walkInShare } : undefined,
  }
}

/** The draft of that id, held until it is made; undefined when it is another one by now. */
export async function lockDraft(tx: Tx, adminId: PersonId, id: number): Promise<Draft | undefined> {
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM desk_draft WHERE id = ${id} AND admin_id = ${adminId} FOR UPDATE`
  return row && draftOf(tx, adminId)
}

export async function saveTold(tx: Tx, adminId: PersonId, told: Told): Promise<void> {
  const { point, later, days, hours, seats, ...words } = told
  await tx.deskDraft.update({
    where: { adminId },
    data: {
      ...words,
      ...point,
      ...seats,
      ...(later ? { later: { push: later } } : {}),
      ...(days ? { days: [...days] } : {}),
      ...(hours
        ? {
            opens: hours.opens,
            closes: hours.closes,
            breakFrom: hours.break?.from ?? null,
            breakUntil: hours.break?.until ?? null,
          }
        : {}),
    },
  })
}

export async function dropDraft(tx: Tx, adminId: PersonId): Promise<void> {
  await tx.deskDraft.deleteMany({ where: { adminId } })
}
