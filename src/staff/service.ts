import { regionsOfZone } from '../booking/desk-plan-store.ts'
import { notify } from '../delivery/service.ts'
import { assignOfficers } from '../dossier/store.ts'
import { type Actor, type Grant, may, type PersonId, type RegionCode } from '../people/rules.ts'
import { audit, saveGrant } from '../people/store.ts'
import type { Tx } from '../platform/db.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import { localDate } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import { roleEnded, workTakenOver } from './notices.ts'
import {
  type GrantId,
  type HeldGrant,
  isNothing,
  type OpenWork,
  type StaffMember,
  type StaffRefusal,
  whyNotEnd,
} from './rules.ts'
import * as store from './store.ts'

// People of the office, as admins look after them.

export interface StaffList {
  members: StaffMember[]
  invitations: number
}

/** Everybody who works here and what they may do. */
export async function staff(rt: Runtime, actor: Actor): Promise<Result<StaffList, 'not-yours'>> {
  if (!may(actor, 'manage-staff')) return refuse('not-yours')
  const now = rt.clock.now()
  const members = await store.allStaff(rt.db, localDate(now))
  return ok({ members, invitations: await store.openInvitations(rt.db.reader, now) })
}

/** One of them, with what they have in hand. */
export async function member(
  rt: Runtime,
  actor: Actor,
  id: PersonId,
): Promise<Result<{ member: StaffMember; work: OpenWork }, StaffRefusal>> {
  if (!may(actor, 'manage-staff')) return refuse('not-yours')
  const found = await store.memberOf(rt.db, id, localDate(rt.clock.now()))
  return found ? ok({ member: found, work: await store.openWork(rt.db.reader, id) }) : refuse('gone')
}

export interface Ending {
  member: StaffMember
  grant: HeldGrant
  work: OpenWork
  successors: { id: PersonId; name: string }[]
}

/** What ending a role would leave behind, and who could go on with it. */
export async function askEnd(rt: Runtime, actor: Actor, id: GrantId): Promise<Result<Ending, StaffRefusal>> {
  if (!may(actor, 'manage-staff')) return refuse('not-yours')
  const today = localDate(rt.clock.now())
  const held = (await store.allStaff(rt.db, today)).find(({ grants }) => grants.some((each) => each.id === id))
  const grant = held?.grants.find((each) => each.id === id)
  const refusal = whyNotEnd(held && grant && { ...grant, personId: held.id }, actor.personId)
  if (refusal || !held || !grant) return refuse(refusal ?? 'gone')
  const isOfficer = grant.role === 'officer'
  const work = isOfficer ? await store.openWork(rt.db.reader, held.id) : { dossiers: 0, alerts: 0, threads: 0 }
  const successors =
    isOfficer && !isNothing(work) ? await store.successorsFor(rt.db, held.id, grant.regions, today) : []
  return ok({ member: held, grant, work, successors })
}

/** Ends a role at once. What was in hand goes to a successor, or is shared out among those of the regions. */
export function endGrant(
  rt: Runtime,
  actor: Actor,
  id: GrantId,
  successor: PersonId | undefined,
): Promise<Result<OpenWork, StaffRefusal>> {
  return rt.db.transaction(async (tx) => {
    if (!may(actor, 'manage-staff')) return refuse('not-yours')
    const held = await store.lockGrant(tx, id)
    const refusal = whyNotEnd(held, actor.personId)
    if (refusal || !held) return refuse(refusal ?? 'gone')
    if (successor !== undefined && !(await isOfficer(tx, successor, held.personId))) return refuse('no-officer')
    const now = rt.clock.now()
    await store.endGrant(tx, id, now)
    await store.endTheirLinks(tx, held.personId, held.role, now)
    const moved = await passOn(rt, tx, actor, held, successor)
    await audit(tx, { actor, deed: 'role-ended', subject: 'grant', subjectId: id, now })
    await notify(rt, tx, roleEnded, { to: held.personId, purpose: `role-ended:${id}`, data: { grantId: id } })
    return ok(moved)
  })
}

const isOfficer = async (tx: Tx, id: PersonId, leaver: PersonId): Promise<boolean> =>
  id !== leaver && (await tx.grant.count({ where: { personId: id, role: 'officer', revokedAt: null } })) > 0

/** Passes on what an officer may not do any more; whoever takes it over is told. */
async function passOn(
  rt: Runtime,
  tx: Tx,
  actor: Actor,
  { personId, role }: { personId: PersonId; role: Grant['role'] },
  successor: PersonId | undefined,
): Promise<OpenWork> {
  const none: OpenWork = { dossiers: 0, alerts: 0, threads: 0 }
  if (role !== 'officer') return none
  const now = rt.clock.now()
  const taken = successor === undefined ? none : await store.handOver(tx, personId, successor, now)
  const free = await store.handOver(tx, personId, undefined, now)
  await assignOfficers(tx)
  await store.endStandingIn(tx, personId, localDate(now))
  if (successor !== undefined && !isNothing(taken)) {
    await notify(rt, tx, workTakenOver, {
      to: successor,
      purpose: `work-taken-over:${successor}:${actor.cause}`,
      data: { from: personId, ...taken },
    })
  }
  return {
    dossiers: taken.dossiers + free.dossiers,
    alerts: taken.alerts + free.alerts,
    threads: taken.threads + free.threads,
  }
}

/** Gives a role other regions. What is in hand of those that were left is shared out. */
export function setRegions(
  rt: Runtime,
  actor: Actor,
  id: GrantId,
  regions: RegionCode[],
): Promise<Result<PersonId, StaffRefusal>> {
  return rt.db.transaction(async (tx) => {
    if (!may(actor, 'manage-staff')) return refuse('not-yours')
    const held = await store.lockGrant(tx, id)
    if (!held || held.isFixed) return refuse(held ? 'fixed' : 'gone')
    const { personId, role } = held
    const now = rt.clock.now()
    if (held.regions.toSorted().join() === regions.toSorted().join()) return ok(personId)
    await store.endGrant(tx, id, now)
    await saveGrant(tx, { personId, role, regions, source: 'invitation', now })
    await passOn(rt, tx, actor, held, undefined)
    await audit(tx, { actor, deed: 'regions-changed', subject: 'grant', subjectId: id, now })
    return ok(personId)
  })
}

/** A role in all regions of a zone: who has that coordinates it. */
export const zoneGrant = async (rt: Runtime, role: Grant['role'], zone: string): Promise<Grant> => ({
  role,
  regions: (await regionsOfZone(rt.db, zone)).toSorted(),
})
