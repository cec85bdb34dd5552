import type { Tx } from '../platform/db.ts'
import type { Grant, PersonId, RegionCode, Role } from './rules.ts'

export interface NewInvitation extends Grant {
  tokenHash: string
  invitedById: PersonId
  expiresAt: Date
  cause: number
  now: Date
}

/** Saves an invitation; the same update again replaces the token of its unused one. */
export async function saveInvitation(tx: Tx, invitation: NewInvitation): Promise<{ id: number; isNew: boolean }> {
  const { tokenHash, expiresAt, cause, now, role, regions, invitedById } = invitation
  const known = await tx.invitation.findUnique({ where: { cause }, select: { id: true } })
  const { id } = await tx.invitation.upsert({
    where: { cause },
    create: { tokenHash, role, regions, invitedById, expiresAt, cause, createdAt: now },
    update: { tokenHash },
    select: { id: true },
  })
  return { id, isNew: known === null }
}

export interface Invitation extends Grant {
  id: number
  expiresAt: Date
  usedById: PersonId | null
}

export async function invitationByHash(tx: Tx, tokenHash: string): Promise<Invitation | undefined> {
  const row = await tx.invitation.findUnique({ where: { tokenHash } })
  if (!row) return undefined
  return {
    id: row.id,
    role: row.role as Role,
    regions: row.regions as RegionCode[],
    expiresAt: row.expiresAt,
    usedById: row.usedById as PersonId | null,
  }
}

/** Uses an invitation up; false when somebody else was quicker. */
export async function claimInvitation(tx: Tx, id: number, personId: PersonId, now: Date): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({
    where: { id, usedAt: null },
    data: { usedAt: now, usedById: personId },
  })
  return count > 0
}
