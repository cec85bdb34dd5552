import type { Tx } from '../platform/db.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import { sha256 } from '../platform/token.ts'
import type { Runtime } from '../runtime.ts'
import * as accounts from './account-store.ts'
import * as links from './link-store.ts'
import { type AccountId, type Actor, type LinkId, type LinkRefusal, type Speaker, whyNotMove } from './rules.ts'
import * as store from './store.ts'

/**
 * Makes the account that opened a link the only one of the person it stands for. The old accounts lose everything in the
 * same transaction. Opened again by the same account, it is the same answer.
 */
export function openAccountLink(
  rt: Runtime,
  speaker: Speaker,
  token: string,
  cause: number,
): Promise<Result<undefined, LinkRefusal>> {
  return rt.db.transaction(async (tx) => {
    const { accountId } = speaker
    const { personId } = await store.lockAccount(tx, accountId)
    const link = await links.lockLink(tx, 'account', sha256(token))
    const isOthers = personId !== null && personId !== link?.personId && (await accounts.hasAnything(tx, personId))
    const refusal = whyNotMove(link, { accountId, personId, isOthers }, rt.clock.now())
    if (refusal || !link) return refuse(refusal ?? 'unknown')
    if (link.usedById === null) await moveTo(rt, tx, accountId, link, cause)
    return ok()
  })
}

async function moveTo(rt: Runtime, tx: Tx, accountId: AccountId, link: links.Link, cause: number): Promise<void> {
  const now = rt.clock.now()
  const { personId } = link
  const actor: Actor = { personId, grants: [], consented: false, cause }
  const line = (deed: string, subjectId: number) => store.audit(tx, { actor, deed, subject: 'account', subjectId, now })
  for (const old of await accounts.lockOtherAccounts(tx, personId, accountId)) {
    await accounts.detachAccount(tx, old)
    await line('account-detached', old)
  }
  await accounts.detachAccount(tx, accountId)
  await store.attachAccount(tx, accountId, personId, now)
  // Whoever filled in because there was no Telegram is not needed any more.
  await accounts.endHelp(tx, personId)
  await links.useLink(tx, link.id, accountId, now)
  await line('account-attached', accountId)
}

/** Stops a move that the owner did not ask for: the link that was made for it no longer works. */
export function stopMove(rt: Runtime, actor: Actor, id: LinkId): Promise<Result<undefined, 'not-yours'>> {
  const now = rt.clock.now()
  return rt.db.transaction(async (tx) => {
    const link = await links.linkById(tx, id)
    if (!link || link.personId !== actor.personId || link.usedAt !== null) return refuse('not-yours')
    // Also one that was made after the one they heard of.
    if ((await links.endLinks(tx, 'account', actor.personId, now)) > 0) {
      await store.audit(tx, { actor, deed: 'account-move-stopped', subject: 'link', subjectId: id, now })
    }
    return ok()
  })
}

/** Stops filling in for somebody else. Nobody to stop for is the same. */
export function stopAssisting(rt: Runtime, actor: Actor): Promise<void> {
  return rt.db.transaction(async (tx) => {
    const place = await accounts.placeOfHelp(tx, actor.personId)
    if (!place) return
    const { businessId: subjectId, ownerId } = place
    await accounts.leavePlace(tx, actor.personId)
    await store.audit(tx, { actor, deed: 'help-ended', subject: 'business', subjectId, ownerId, now: rt.clock.now() })
  })
}
