import type { Tx } from '../platform/db.ts'
import type { Accompanying, Companion, CompanionId } from './companion.ts'
import type { PersonId } from './rules.ts'

type Row = { id: number; ownerId: number; personId: number; agreedAt: Date | null; endedAt: Date | null }

const companionOf = ({ id, ownerId, personId, agreedAt, endedAt }: Row): Companion => ({
  id: id as CompanionId,
  ownerId: ownerId as PersonId,
  personId: personId as PersonId,
  state: endedAt ? 'ended' : agreedAt ? 'agreed' : 'asked',
})

/** The live row of a pair, if there is one. */
export async function liveCompanion(tx: Tx, ownerId: PersonId, personId: PersonId): Promise<Companion | undefined> {
  const row = await tx.companion.findFirst({ where: { ownerId, personId, endedAt: null } })
  return row ? companionOf(row) : undefined
}

/** Locks the one who asks, so that what they ask at once is counted one after the other; how often they did since then. */
export async function countRequests(tx: Tx, personId: PersonId, since: Date): Promise<number> {
  await tx.$queryRaw`SELECT id FROM person WHERE id = ${personId} FOR UPDATE`
  return tx.companion.count({ where: { personId, askedAt: { gt: since } } })
}

export async function saveRequest(tx: Tx, ownerId: PersonId, personId: PersonId, now: Date): Promise<CompanionId> {
  const { id } = await tx.companion.create({ data: { ownerId, personId, askedAt: now }, select: { id: true } })
  return id as CompanionId
}

export async function lockCompanion(tx: Tx, id: CompanionId): Promise<Companion | undefined> {
  await tx.$queryRaw`SELECT id FROM companion WHERE id = ${id} FOR UPDATE`
  return companionById(tx, id)
}

export async function companionById(tx: Tx, id: CompanionId): Promise<Companion | undefined> {
  const row = await tx.companion.findUnique({ where: { id } })
  return row ? companionOf(row) : undefined
}

export async function markAgreed(tx: Tx, id: CompanionId, now: Date): Promise<void> {
  await tx.companion.update({ where: { id }, data: { agreedAt: now } })
}

export async function markEnded(tx: Tx, id: CompanionId, now: Date): Promise<void> {
  await tx.companion.update({ where: { id }, data: { endedAt: now } })
}

/** Who accompanies a person, and whom they accompany; owners who have not said yes are left out. */
export async function companionsOf(
  tx: Tx,
  personId: PersonId,
): Promise<{ mine: Accompanying[]; theirs: Accompanying[] }> {
  const name = { select: { name: true } }
  const include = { owner: name, person: name }
  const [mine, theirs] = [
    await tx.companion.findMany({ where: { ownerId: personId, endedAt: null }, include, orderBy: { id: 'asc' } }),
    await tx.companion.findMany({
      where: { personId, endedAt: null, agreedAt: { not: null } },
      include,
      orderBy: { id: 'asc' },
    }),
  ]
  const seen = (row: Row, other: { name: string | null }): Accompanying => ({
    id: row.id as CompanionId,
    state: row.agreedAt ? 'agreed' : 'asked',
    name: other.name ?? '',
  })
  return { mine: mine.map((row) => seen(row, row.person)), theirs: theirs.map((row) => seen(row, row.owner)) }
}
