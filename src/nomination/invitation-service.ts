import { readPhone } from '../alerts/phone.ts'
import type { DossierId } from '../dossier/rules.ts'
import { detachAccount, hasAnything } from '../people/account-store.ts'
import { lockLink } from '../people/link-store.ts'
import {
  type AccountId,
  type Actor,
  holds,
  may,
  type PersonId,
  type RegionCode,
  type Speaker,
} from '../people/rules.ts'
import { attachAccount, audit, lockAccount } from '../people/store.ts'
import type { Tx } from '../platform/db.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import { days, later } from '../platform/time.ts'
import { newToken, sha256 } from '../platform/token.ts'
import type { Runtime } from '../runtime.ts'
import * as store from './invitation-store.ts'

// How nominated owners are invited, and how they are known when they come.

/** Letters and sheets of paper take their time. */
const LINK_DAYS = 30

export interface Invited extends store.Unclaimed {
  token: string
  expiresAt: Date
}

const mayInvite = (actor: Actor, region?: RegionCode): boolean =>
  may(actor, 'nominate') || (region !== undefined && holds(actor, 'officer', region))

/** Who has not come yet. */
export async function unclaimed(rt: Runtime, actor: Actor): Promise<Result<store.Unclaimed[], 'not-yours'>> {
  return may(actor, 'nominate') ? ok(await store.allUnclaimed(rt.db)) : refuse('not-yours')
}

/** Makes a link for everybody who has not come; whoever has several businesses needs but one. */
export async function inviteAll(rt: Runtime, actor: Actor): Promise<Result<Invited[], 'not-yours'>> {
  if (!may(actor, 'nominate')) return refuse('not-yours')
  const all = await store.allUnclaimed(rt.db)
  return rt.db.transaction(async (tx) => ok(await makeLinks(rt, tx, actor, all)))
}

/** Makes a link for the owner of one dossier, for an admin or an officer of its region. */
export function inviteOwner(rt: Runtime, actor: Actor, id: DossierId): Promise<Result<Invited, 'not-yours' | 'came'>> {
  return rt.db.transaction(async (tx) => {
    if (!mayInvite(actor) && !holds(actor, 'officer')) return refuse('not-yours')
    const one = await store.unclaimedOf(tx, id)
    if (!one) return refuse('came')
    if (!mayInvite(actor, one.region)) return refuse('not-yours')
    const [invited] = await makeLinks(rt, tx, actor, [one])
    return invited ? ok(invited) : refuse('came')
  })
}

async function makeLinks(rt: Runtime, tx: Tx, actor: Actor, all: readonly store.Unclaimed[]): Promise<Invited[]> {
  const now = rt.clock.now()
  const expiresAt = later(now, days(LINK_DAYS))
  const tokens = new Map(all.map(({ personId }) => [personId, newToken()]))
  const links = [...tokens].map(([personId, token]) => ({ personId, tokenHash: sha256(token) }))
  await store.saveLinks(tx, { links, madeById: actor.personId, cause: actor.cause, expiresAt, now })
  for (const personId of tokens.keys()) {
    await audit(tx, { actor, deed: 'owner-invited', subject: 'person', subjectId: personId, now })
  }
  return all.map((each) => ({ ...each, expiresAt, token: tokens.get(each.personId) ?? '' }))
}

/**
 * Notes that somebody opened an invitation. Of the owner they are told nothing: whoever has a link may have found it.
 * An owner who is here already is only shown on.
 */
export function openInvitation(
  rt: Runtime,
  speaker: Speaker,
  token: string,
): Promise<Result<'opened' | 'own', 'unknown' | 'used' | 'expired'>> {
  const now = rt.clock.now()
  return rt.db.transaction(async (tx) => {
    const { personId } = await lockAccount(tx, speaker.accountId)
    const link = await lockLink(tx, 'nomination', sha256(token))
    if (!link) return refuse('unknown')
    if (personId !== null && link.personId === personId) return ok('own')
    if (link.usedAt !== null || !(await store.lockUnclaimed(tx, link.personId))) return refuse('used')
    if (link.expiresAt <= now) return refuse('expired')
    await store.saveOpening(tx, link.personId, speaker.accountId, now)
    if (personId !== null) await store.compareTheirs(tx, personId)
    return ok('opened')
  })
}

/** Whether somebody opened an invitation and is still to be known by their number. */
export const isInvited = async (rt: Runtime, { accountId }: Speaker): Promise<boolean> =>
  (await store.openingOf(rt.db.reader, accountId)) !== undefined

export type ClaimRefusal = 'not-invited' | 'other-number' | 'has-own'

/**
 * Knows an owner by their own number: the account becomes that of the person whom the dinas nominated. Where the number
 * is another, or the account has papers of its own, an officer is to tell whether they are one.
 */
export function claim(
  rt: Runtime,
  speaker: Speaker,
  phoneNumber: string,
  cause: number,
): Promise<Result<store.GivenToOwner[], ClaimRefusal>> {
  return rt.db.transaction(async (tx) => {
    const { accountId, actor } = speaker
    const { personId } = await lockAccount(tx, accountId)
    const opening = await store.openingOf(tx, accountId)
    if (!opening || !actor?.consented || personId === null) return refuse('not-invited')
    if (!(await store.lockUnclaimed(tx, opening.personId))) return refuse('not-invited')
    const phone = readPhone(phoneNumber)
    if (phone === undefined || !opening.phones.includes(phone)) return refuse('other-number')
    if (await hasAnything(tx, personId)) return refuse('has-own')
    await become(rt, tx, { accountId, from: personId, to: opening.personId, cause })
    return ok(await store.givenTo(tx, opening.personId))
  })
}

async function become(
  rt: Runtime,
  tx: Tx,
  { accountId, from, to, cause }: { accountId: AccountId; from: PersonId; to: PersonId; cause: number },
): Promise<void> {
  const now = rt.clock.now()
  await detachAccount(tx, accountId)
  await store.becomeNominated(tx, from, to)
  await attachAccount(tx, accountId, to, now)
  await store.endInvitations(tx, to, accountId, now)
  const actor: Actor = { personId: to, grants: [], consented: true, cause }
  await audit(tx, { actor, deed: 'nomination-claimed', subject: 'account', subjectId: accountId, now })
}
