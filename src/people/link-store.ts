import type { Tx } from '../platform/db.ts'
import type { AccountId, LinkId, PersonId } from './rules.ts'

export type LinkKind = 'account' | 'companion' | 'nomination'

export interface NewLink {
  kind: LinkKind
  personId: PersonId
  madeById: PersonId
  tokenHash: string
  expiresAt: Date
  cause: number
  now: Date
}

/**
 * Saves a one-time link for a person; those made before and not used yet end with it. The same update again replaces the
 * token of its own link.
 */
export async function saveLink(tx: Tx, link: NewLink): Promise<{ id: LinkId; isNew: boolean }> {
  const { kind, personId, madeById, tokenHash, expiresAt, cause, now } = link
  await tx.$queryRaw`SELECT id FROM person WHERE id = ${personId} FOR UPDATE`
  const known = await tx.accessLink.findFirst({ where: { cause, personId }, select: { id: true } })
  if (known) {
    await tx.accessLink.update({ where: { id: known.id }, data: { tokenHash } })
    return { id: known.id as LinkId, isNew: false }
  }
  await endLinks(tx, kind, personId, now)
  const { id } = await tx.accessLink.create({
    data: { kind, personId, madeById, tokenHash, expiresAt, cause, createdAt: now },
    select: { id: true },
  })
  return { id: id as LinkId, isNew: true }
}

/** Ends the links of a person that nobody used; answers how many there were. */
export async function endLinks(tx: Tx, kind: LinkKind, personId: PersonId, now: Date): Promise<number> {
  const { count } = await tx.accessLink.updateMany({
    where: { kind, personId, usedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  })
  return count
}

export interface Link {
  id: LinkId
  kind: LinkKind
  personId: PersonId
  expiresAt: Date
  usedAt: Date | null
  usedById: AccountId | null
}

/** Locks the link of a token, so that two who open it at once meet here one after the other. */
export async function lockLink(tx: Tx, kind: LinkKind, tokenHash: string): Promise<Link | undefined> {
  await tx.$queryRaw`SELECT id FROM access_link WHERE token_hash = ${tokenHash} FOR UPDATE`
  const row = await tx.accessLink.findUnique({ where: { tokenHash, kind } })
  return row ? (row as unknown as Link) : undefined
}

export async function linkById(tx: Tx, id: LinkId): Promise<Link | undefined> {
  const row = await tx.accessLink.findUnique({ where: { id } })
  return row ? (row as unknown as Link) : undefined
}

export async function useLink(tx: Tx, id: LinkId, usedById: AccountId, now: Date): Promise<void> {
  await tx.accessLink.update({ where: { id }, data: { usedAt: now, usedById } })
}
