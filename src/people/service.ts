import type { Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n/languages.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import { days, later } from '../platform/time.ts'
import { newToken, sha256 } from '../platform/token.ts'
import type { Runtime } from '../runtime.ts'
import * as invitations from './invitation-store.ts'
import {
  type AccountId,
  type Actor,
  type Grant,
  INVITATION_DAYS,
  may,
  type NameRefusal,
  type PersonId,
  readPersonName,
  type Speaker,
} from './rules.ts'
import * as store from './store.ts'

/** Records that the speaker agreed to the present text, and makes them a person if they were none. */
export function giveConsent(rt: Runtime, speaker: Speaker, text: string, cause: number): Promise<Actor> {
  const now = rt.clock.now()
  return rt.db.transaction(async (tx) => {
    const account = await store.lockAccount(tx, speaker.accountId)
    const personId = account.personId ?? (await becomePerson(rt, tx, speaker.accountId, null))
    const { telegramId, language } = speaker
    await store.saveConsent(tx, { personId, telegramId, language, textHash: sha256(text), now })
    const actor: Actor = { personId, grants: speaker.actor?.grants ?? [], consented: true, cause }
    await store.audit(tx, { actor, deed: 'consent-given', subject: 'person', subjectId: personId, now })
    return actor
  })
}

/** Withdraws consent. From now on nobody else sees or decides anything of this person; agreeing again lifts that. */
export function withdrawConsent(rt: Runtime, actor: Actor): Promise<Result<undefined, 'no-consent'>> {
  const now = rt.clock.now()
  return rt.db.transaction(async (tx) => {
    if (!(await store.endConsent(tx, actor.personId, now))) return refuse('no-consent')
    await store.audit(tx, { actor, deed: 'consent-withdrawn', subject: 'person', subjectId: actor.personId, now })
    return ok()
  })
}

/** Keeps what a person says they are called. */
export async function introduce(rt: Runtime, actor: Actor, typed: string): Promise<Result<string, NameRefusal>> {
  const read = readPersonName(typed)
  if ('refusal' in read) return refuse(read.refusal)
  await rt.db.transaction((tx) => store.renamePerson(tx, actor.personId, read.name))
  return ok(read.name)
}

/** The language the bot speaks in this chat. */
export async function chooseLanguage(rt: Runtime, speaker: Speaker, language: Language): Promise<void> {
  await rt.db.transaction((tx) => store.setLanguage(tx, speaker.accountId, language))
}

/**
 * Makes a one-time invitation that lasts seven days. Returns its token, which is kept nowhere: the same update handled
 * again gets a new one, and the old one stops working.
 */
export function invite(rt: Runtime, actor: Actor, grant: Grant): Promise<Result<string, 'not-yours'>> {
  const now = rt.clock.now()
  const token = newToken()
  return rt.db.transaction(async (tx) => {
    if (!may(actor, 'invite')) return refuse('not-yours')
    const { personId: invitedById, cause } = actor
    const expiresAt = later(now, days(INVITATION_DAYS))
    const { id, isNew } = await invitations.saveInvitation(tx, {
      ...grant,
      tokenHash: sha256(token),
      invitedById,
      expiresAt,
      cause,
      now,
    })
    if (isNew) await store.audit(tx, { actor, deed: 'invited', subject: 'invitation', subjectId: id, now })
    return ok(token)
  })
}

export type InvitationRefusal = 'unknown' | 'used' | 'expired'

/** What an invitation offers, for the person who opened it. */
export async function readInvitation(
  rt: Runtime,
  speaker: Speaker,
  token: string,
): Promise<Result<Grant, InvitationRefusal>> {
  const invitation = await invitations.invitationByHash(rt.db.reader, sha256(token))
  const refusal = whyNotAccept(invitation, speaker.actor?.personId, rt.clock.now())
  return refusal || !invitation
    ? refuse(refusal ?? 'unknown')
    : ok({ role: invitation.role, regions: invitation.regions })
}

/** Takes an invitation: its role is the speaker's from the next update on. Pressed again, it is still theirs. */
export function acceptInvitation(
  rt: Runtime,
  speaker: Speaker,
  token: string,
  cause: number,
): Promise<Result<Grant, InvitationRefusal>> {
  const now = rt.clock.now()
  return rt.db.transaction(async (tx) => {
    const account = await store.lockAccount(tx, speaker.accountId)
    const invitation = await invitations.invitationByHash(tx, sha256(token))
    const refusal = whyNotAccept(invitation, account.personId ?? undefined, now)
    if (refusal || !invitation) return refuse(refusal ?? 'unknown')
    const { role, regions } = invitation
    if (invitation.usedById !== null) return ok({ role, regions })
    const personId = account.personId ?? (await becomePerson(rt, tx, speaker.accountId, null))
    if (!(await invitations.claimInvitation(tx, invitation.id, personId, now))) return refuse('used')
    await store.saveGrant(tx, { personId, role, regions, source: 'invitation', now })
    const actor: Actor = { personId, grants: [], consented: false, cause }
    await store.audit(tx, { actor, deed: 'invitation-accepted', subject: 'invitation', subjectId: invitation.id, now })
    return ok({ role, regions })
  })
}

function whyNotAccept(
  invitation: invitations.Invitation | undefined,
  personId: PersonId | undefined,
  now: Date,
): InvitationRefusal | undefined {
  if (!invitation) return 'unknown'
  if (invitation.usedById !== null) return invitation.usedById === personId ? undefined : 'used'
  return invitation.expiresAt <= now ? 'expired' : undefined
}

/**
 * Makes the Telegram accounts named in the environment admins of the province, and takes the role back from those that
 * are no longer named. Runs at every start.
 */
export function appointAdmins(rt: Runtime, telegramIds: readonly number[]): Promise<void> {
  const now = rt.clock.now()
  return rt.db.transaction(async (tx) => {
    const admins: PersonId[] = []
    for (const telegramId of telegramIds) {
      const accountId = await store.accountIdOf(tx, telegramId, now)
      const account = await store.lockAccount(tx, accountId)
      const personId = account.personId ?? (await becomePerson(rt, tx, accountId, null))
      await store.saveGrant(tx, { personId, role: 'admin', regions: [], source: 'environment', now })
      admins.push(personId)
    }
    await store.revokeEnvironmentAdmins(tx, admins, now)
  })
}

async function becomePerson(rt: Runtime, tx: Tx, accountId: AccountId, name: string | null): Promise<PersonId> {
  const now = rt.clock.now()
  const personId = await store.createPerson(tx, name, now)
  await store.attachAccount(tx, accountId, personId, now)
  return personId
}
