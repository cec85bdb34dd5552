import { notify } from '../delivery/service.ts'
import { readdress } from '../delivery/store.ts'
import type { DossierId } from '../dossier/rules.ts'
import { detachAccount, endHelp, worksHere } from '../people/account-store.ts'
import { type Actor, holds, may, regionsOf, type Subject } from '../people/rules.ts'
import { attachAccount, audit } from '../people/store.ts'
import { subjectIn } from '../people/subject.ts'
import type { Tx } from '../platform/db.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import type { Runtime } from '../runtime.ts'
import * as joining from './join-store.ts'
import type { JoinRefusal, Likeness, LikenessId, LikenessVerdict } from './likeness.ts'
import { registrationsJoined } from './likeness-notices.ts'
import * as store from './likeness-store.ts'

/** The pairs an officer may decide about: those of which both are in their regions. */
export async function openLikenesses(rt: Runtime, actor: Actor): Promise<Result<Likeness[], 'not-yours'>> {
  if (!holds(actor, 'officer')) return refuse('not-yours')
  return ok(await store.openLikenesses(rt.db, regionsOf(actor, 'officer')))
}

/** The pairs to which one dossier belongs, as far as the officer may decide about them. */
export const likenessesOf = async (rt: Runtime, actor: Actor, dossierId: DossierId): Promise<Likeness[]> =>
  (await store.likenessesOf(rt.db, dossierId)).filter((each) => mayDecide(actor, each))

const mayDecide = (actor: Actor, { older, newer }: Likeness): boolean =>
  [older, newer].every(({ subject, isUnclaimed }) => mayCompare(actor, subject, isUnclaimed))

/** Of whoever never came there is nothing to look at but what the dinas gave. */
const mayCompare = (actor: Actor, subject: Subject, isUnclaimed: boolean): boolean =>
  may(actor, 'review', isUnclaimed ? { ...subject, frozen: false } : subject)

export async function readLikeness(rt: Runtime, actor: Actor, id: LikenessId): Promise<Result<Likeness, JoinRefusal>> {
  const likeness = await store.openLikeness(rt.db, id)
  return likeness && mayDecide(actor, likeness) ? ok(likeness) : refuse('not-yours')
}

/** Says that two registrations are not the same: the pair is never asked about again. */
export const keepApart = (rt: Runtime, actor: Actor, id: LikenessId): Promise<Result<undefined, JoinRefusal>> =>
  decide(rt, actor, id, 'other', async () => undefined)

/**
 * Joins two registrations into the older one, once the officer verified that it is one person: what the older dossier
 * lacks comes from the newer, everything else of the newer stays as history, and its account is the kept person's.
 */
export const join = (rt: Runtime, actor: Actor, id: LikenessId): Promise<Result<undefined, JoinRefusal>> =>
  decide(rt, actor, id, 'same', async (tx, both) => {
    const { kept, gone } = both
    // A role would move along with the account, and roles are the admins' to give.
    if ((await worksHere(tx, kept.ownerId)) || (await worksHere(tx, gone.ownerId))) return 'works-here'
    await joining.lockBoth(tx, both)
    await joining.keepNomination(tx, both)
    await joining.moveItems(tx, both)
    await joining.joinBusinesses(tx, both)
    await joining.joinPersons(tx, both)
    await moveAccounts(rt, tx, actor, both)
    await readdress(tx, gone.ownerId, kept.ownerId)
    const line = { actor, subject: 'likeness', subjectId: id, ownerId: kept.ownerId, now: both.now }
    await audit(tx, { ...line, deed: 'identity-verified' })
    await audit(tx, { ...line, deed: 'registrations-joined' })
    const { businessId } = kept
    await notify(rt, tx, registrationsJoined, { to: kept.ownerId, purpose: `joined:${id}`, data: { businessId } })
    return undefined
  })

async function moveAccounts(rt: Runtime, tx: Tx, actor: Actor, { kept, gone, now }: joining.Join): Promise<void> {
  const moved = await joining.lockAccounts(tx, gone.ownerId)
  for (const accountId of moved) {
    await detachAccount(tx, accountId)
    await attachAccount(tx, accountId, kept.ownerId, now)
    const line = { deed: 'account-attached', subject: 'account', subjectId: accountId, ownerId: kept.ownerId }
    await audit(tx, { ...line, actor, now: rt.clock.now() })
  }
  if (moved.length > 0) await endHelp(tx, kept.ownerId)
}

/** One decision about a pair. The same decision again is the same; another one finds it decided. */
function decide(
  rt: Runtime,
  actor: Actor,
  id: LikenessId,
  verdict: LikenessVerdict,
  act: (tx: Tx, join: joining.Join) => Promise<'works-here' | undefined>,
): Promise<Result<undefined, JoinRefusal>> {
  const now = rt.clock.now()
  return rt.db.transaction(async (tx) => {
    const standing = await store.lockLikeness(tx, id)
    if (!standing || !holds(actor, 'officer')) return refuse('not-yours')
    if (standing.verdict !== null) {
      const isSame = standing.verdict === verdict && standing.decidedById === actor.personId
      return isSame ? ok() : refuse('decided-already')
    }
    const sides = await store.sidesOf(tx, id)
    if (!sides) return refuse('decided-already')
    const { older, newer } = sides
    const isTheirs = [older, newer].every((side) => mayCompare(actor, subjectIn(side), side.isUnclaimed))
    if (!isTheirs) return refuse('not-yours')
    if (older.ownerId === newer.ownerId) return refuse('decided-already')
    const refusal = await act(tx, { kept: older, gone: newer, now })
    if (refusal) return refuse(refusal)
    await store.saveLikenessVerdict(tx, id, { verdict, decidedById: actor.personId, decidedAt: now })
    await audit(tx, { actor, deed: `likeness-${verdict}`, subject: 'likeness', subjectId: id, now })
    return ok()
  })
}
