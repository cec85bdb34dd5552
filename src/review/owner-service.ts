import { notify } from '../delivery/service.ts'
import type { DossierId } from '../dossier/rules.ts'
import { subjectOf } from '../dossier/store.ts'
import { personName, worksHere } from '../people/account-store.ts'
import { saveLink } from '../people/link-store.ts'
import { ACCOUNT_LINK_HOURS, type Actor, may } from '../people/rules.ts'
import { audit } from '../people/store.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import { hours, later } from '../platform/time.ts'
import { newToken, sha256 } from '../platform/token.ts'
import type { Runtime } from '../runtime.ts'
import { accountLinkMade } from './owner-notices.ts'
import type { AccountLink, MovedOwner, MoveRefusal } from './rules.ts'

// What an officer does for the owner of a dossier, other than deciding on papers.

/** Whose account would be moved, for the officer to make sure who asks. */
export async function readOwner(
  rt: Runtime,
  actor: Actor,
  dossierId: DossierId,
): Promise<Result<MovedOwner, MoveRefusal>> {
  const { reader } = rt.db
  const subject = await subjectOf(reader, dossierId)
  if (!subject || !may(actor, 'review', subject)) return refuse('not-yours')
  if (await worksHere(reader, subject.ownerId)) return refuse('works-here')
  return ok({ dossierId, owner: (await personName(reader, subject.ownerId)) ?? '', offline: subject.offline })
}

/**
 * Makes the link by which a dossier's owner goes on with another account, once the officer verified who they are. The
 * owner is told where they are now, and can stop it. The same press handled again makes a new token for the same link.
 */
export function linkAccount(
  rt: Runtime,
  actor: Actor,
  dossierId: DossierId,
): Promise<Result<AccountLink, MoveRefusal>> {
  const now = rt.clock.now()
  const token = newToken()
  const expiresAt = later(now, hours(ACCOUNT_LINK_HOURS))
  return rt.db.transaction(async (tx) => {
    const subject = await subjectOf(tx, dossierId)
    if (!subject || !may(actor, 'review', subject)) return refuse('not-yours')
    const { ownerId } = subject
    // A role would move along with the account, and roles are the admins' to give.
    if (await worksHere(tx, ownerId)) return refuse('works-here')
    const { personId: madeById, cause } = actor
    const tokenHash = sha256(token)
    const link = await saveLink(tx, { kind: 'account', personId: ownerId, madeById, tokenHash, expiresAt, cause, now })
    if (link.isNew) {
      await audit(tx, { actor, deed: 'identity-verified', subject: 'link', subjectId: link.id, ownerId, now })
      await notify(rt, tx, accountLinkMade, {
        to: ownerId,
        purpose: `account-link:${link.id}`,
        data: { linkId: link.id },
      })
    }
    return ok({ token, expiresAt, owner: (await personName(tx, ownerId)) ?? '' })
  })
}
