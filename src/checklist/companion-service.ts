import { notify } from '../delivery/service.ts'
import { ownsBusiness } from '../dossier/store.ts'
import { endHelp } from '../people/account-store.ts'
import {
  type AccompanyRefusal,
  COMPANION_LINK_DAYS,
  type Companion,
  type CompanionId,
  whyNotAccompany,
} from '../people/companion.ts'
import * as store from '../people/companion-store.ts'
import { lockLink, saveLink, useLink } from '../people/link-store.ts'
import type { AccountId, Actor } from '../people/rules.ts'
import { audit } from '../people/store.ts'
import type { Tx } from '../platform/db.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import { days, later } from '../platform/time.ts'
import { newToken, sha256 } from '../platform/token.ts'
import type { Runtime } from '../runtime.ts'
import { companionAnswered, companionAsked, companionEnded } from './companion-notices.ts'

/** Makes a one-time link with which an owner asks somebody to accompany them; the one before no longer works. */
export function inviteCompanion(
  rt: Runtime,
  actor: Actor,
): Promise<Result<{ token: string; expiresAt: Date }, 'not-yours'>> {
  const now = rt.clock.now()
  const token = newToken()
  const expiresAt = later(now, days(COMPANION_LINK_DAYS))
  return rt.db.transaction(async (tx) => {
    const { personId, cause } = actor
    if (!actor.consented || !(await ownsBusiness(tx, personId))) return refuse('not-yours')
    const kind = 'companion'
    const tokenHash = sha256(token)
    const { id } = await saveLink(tx, { kind, personId, madeById: personId, tokenHash, expiresAt, cause, now })
    await audit(tx, { actor, deed: 'companion-invited', subject: 'link', subjectId: id, now })
    return ok({ token, expiresAt })
  })
}

/** Asks the owner who made a link, for somebody who said that they are grown up. Asked already, it is the same request. */
export function askToAccompany(
  rt: Runtime,
  actor: Actor,
  accountId: AccountId,
  token: string,
): Promise<Result<Companion['state'], AccompanyRefusal | 'not-yours'>> {
  const now = rt.clock.now()
  return rt.db.transaction(async (tx) => {
    if (!actor.consented) return refuse('not-yours')
    const { personId } = actor
    const asked = await store.countRequests(tx, personId, later(now, -days(1)))
    const link = await lockLink(tx, 'companion', sha256(token))
    const standing = link && (await store.liveCompanion(tx, link.personId, personId))
    if (standing && (link.usedById === null || link.usedById === accountId)) return ok(standing.state)
    const refusal = whyNotAccompany(link, { personId, accountId, asked }, now)
    if (refusal || !link) return refuse(refusal ?? 'unknown')
    const companionId = await store.saveRequest(tx, link.personId, personId, now)
    await useLink(tx, link.id, accountId, now)
    await log(rt, tx, actor, 'companion-asked', { id: companionId, ownerId: link.personId })
    await notify(rt, tx, companionAsked, {
      to: link.personId,
      purpose: `companion-asked:${companionId}`,
      data: { companionId },
    })
    return ok('asked')
  })
}

/** The owner's yes or no. The same answer again is the same answer; after a yes only `endCompanion` takes it back. */
export function answerCompanion(
  rt: Runtime,
  actor: Actor,
  id: CompanionId,
  yes: boolean,
): Promise<Result<undefined, 'not-yours' | 'answered'>> {
  const now = rt.clock.now()
  return rt.db.transaction(async (tx) => {
    const companion = await store.lockCompanion(tx, id)
    if (!companion || companion.ownerId !== actor.personId || !actor.consented) return refuse('not-yours')
    const answer = yes ? 'agreed' : 'ended'
    if (companion.state !== 'asked') return companion.state === answer ? ok() : refuse('answered')
    await (yes ? store.markAgreed(tx, id, now) : store.markEnded(tx, id, now))
    await log(rt, tx, actor, yes ? 'companion-agreed' : 'companion-declined', companion)
    await notify(rt, tx, companionAnswered, {
      to: companion.personId,
      purpose: `companion-answered:${id}`,
      data: { companionId: id, yes },
    })
    return ok()
  })
}

/** Ends it, for either of the two: at once the companion can do nothing more for this owner. */
export function endCompanion(rt: Runtime, actor: Actor, id: CompanionId): Promise<Result<undefined, 'not-yours'>> {
  const now = rt.clock.now()
  return rt.db.transaction(async (tx) => {
    const companion = await store.lockCompanion(tx, id)
    if (!companion || ![companion.ownerId, companion.personId].includes(actor.personId)) return refuse('not-yours')
    if (companion.state === 'ended') return ok()
    await store.markEnded(tx, id, now)
    await endHelp(tx, companion.ownerId)
    await log(rt, tx, actor, 'companion-ended', companion)
    const byOwner = companion.ownerId === actor.personId
    await notify(rt, tx, companionEnded, {
      to: byOwner ? companion.personId : companion.ownerId,
      purpose: `companion-ended:${id}`,
      data: { companionId: id, byOwner },
    })
    return ok()
  })
}

const log = (
  rt: Runtime,
  tx: Tx,
  actor: Actor,
  deed: string,
  { id, ownerId }: Pick<Companion, 'id' | 'ownerId'>,
): Promise<void> => audit(tx, { actor, deed, subject: 'companion', subjectId: id, ownerId, now: rt.clock.now() })
