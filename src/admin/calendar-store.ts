import type { AbsenceKind } from '../calendar/rules.ts'
import { type PersonId, personId } from '../people/rules.ts'
import type { Database, Tx } from '../platform/db.ts'
import type { LocalDate } from '../platform/time.ts'

export interface OfficerInList {
  id: PersonId
  name: string
}

/** Everybody who works as a penyuluh. */
export async function allOfficers(db: Database): Promise<OfficerInList[]> {
  const rows = await db.sql<{ id: number; name: string | null }>(
    `SELECT DISTINCT p.id, p.name FROM person p JOIN role_grant g ON g.person_id = p.id
     WHERE g.role = 'officer' AND g.revoked_at IS NULL ORDER BY p.name, p.id LIMIT 60`,
  )
  return rows.map(({ id, name }) => ({ id: personId().parse(id), name: name ?? '–' }))
}

/** Whether all of these work as penyuluh. */
export async function areOfficers(tx: Tx, ids: readonly PersonId[]): Promise<boolean> {
  const where = { personId: { in: [...ids] }, role: 'officer', revokedAt: null }
  return (await tx.grant.findMany({ where, distinct: ['personId'], select: { personId: true } })).length === ids.length
}

export interface AbsenceInList {
  name: string | null
  kind: AbsenceKind
  firstDay: LocalDate
  lastDay: LocalDate
  standIn: string | null
}

export const absencesFrom = (db: Database, today: LocalDate): Promise<AbsenceInList[]> =>
  db.sql(
    `SELECT p.name, a.kind, a.first_day AS "firstDay", a.last_day AS "lastDay", s.name AS "standIn"
     FROM absence a JOIN person p ON p.id = a.person_id LEFT JOIN person s ON s.id = a.stand_in_id
     WHERE a.removed_at IS NULL AND a.last_day >= $1 ORDER BY a.first_day, a.id LIMIT 20`,
    [today],
  )
