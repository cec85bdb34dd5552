import { type Actor, may, type NameRefusal, type RegionCode, readBusinessName } from '../people/rules.ts'
import { allRegions, audit } from '../people/store.ts'
import type { Tx } from '../platform/db.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import type { Runtime } from '../runtime.ts'
import type { BusinessForm, Commodity, Group } from './catalogue.ts'
import * as cycles from './cycle-store.ts'
import { copyPaper, sharesFor } from './paper-store.ts'
import type { Answer } from './requirements.ts'
import type { BusinessId, DossierId } from './rules.ts'
import * as store from './store.ts'

/** Names the actor's first business; it begins to exist with its name. */
export async function nameFirstBusiness(
  rt: Runtime,
  actor: Actor,
  typed: string,
): Promise<Result<string, NameRefusal | 'not-yours'>> {
  const read = readBusinessName(typed)
  if ('refusal' in read) return refuse(read.refusal)
  if (!actor.consented) return refuse('not-yours')
  await rt.db.transaction((tx) => store.nameFirstBusiness(tx, actor.personId, read.name, rt.clock.now()))
  return ok(read.name)
}

/** Gives a business another name. */
export async function renameBusiness(
  rt: Runtime,
  actor: Actor,
  id: BusinessId,
  typed: string,
): Promise<Result<string, NameRefusal | 'not-yours'>> {
  const read = readBusinessName(typed)
  if ('refusal' in read) return refuse(read.refusal)
  const outcome = await change(rt, actor, id, 'business-renamed', (tx) => store.renameBusiness(tx, id, read.name))
  return outcome.ok ? ok(read.name) : outcome
}

/** Adds another business of the actor, and goes on with it. The same answer handled again adds nothing. */
export async function addBusiness(
  rt: Runtime,
  actor: Actor,
  typed: string,
): Promise<Result<string, NameRefusal | 'not-yours'>> {
  const read = readBusinessName(typed)
  if ('refusal' in read) return refuse(read.refusal)
  if (!actor.consented) return refuse('not-yours')
  await rt.db.transaction(async (tx) => {
    const { personId: ownerId, cause } = actor
    const id = await store.addBusiness(tx, { ownerId, name: read.name, cause, now: rt.clock.now() })
    await store.setWorkingAt(tx, ownerId, id)
  })
  return ok(read.name)
}

/** Goes on with the papers of another business that the actor may fill in. */
export const workAt = (rt: Runtime, actor: Actor, id: BusinessId): Promise<Result<undefined, 'not-yours'>> =>
  change(rt, actor, id, 'help-begun', (tx) => store.setWorkingAt(tx, actor.personId, id))

/** Says in which region a business is. */
export async function placeBusiness(
  rt: Runtime,
  actor: Actor,
  id: BusinessId,
  region: RegionCode,
): Promise<Result<undefined, 'not-yours' | 'unknown-region'>> {
  const isKnown = (await allRegions(rt.db.reader)).some(({ code }) => code === region)
  if (!isKnown) return refuse('unknown-region')
  return change(rt, actor, id, 'business-placed', async (tx, business) => {
    await store.placeBusiness(tx, id, region)
    await openIfComplete(rt, tx, id, region, business.commodity)
  })
}

/** Says what a business makes; with that its dossier of the open cycle is opened. */
export function chooseCommodity(
  rt: Runtime,
  actor: Actor,
  id: BusinessId,
  commodity: Commodity,
): Promise<Result<undefined, 'not-yours'>> {
  return change(rt, actor, id, 'commodity-chosen', async (tx, business) => {
    await store.setCommodity(tx, id, commodity)
    await openIfComplete(rt, tx, id, business.subject.region, commodity)
  })
}

async function openIfComplete(
  rt: Runtime,
  tx: Tx,
  id: BusinessId,
  region: RegionCode | undefined,
  commodity: Commodity | null,
): Promise<void> {
  const cycle = await cycles.openCycleOf(tx)
  if (!cycle || !region || !commodity) return
  const catalogue = await store.catalogueOf(tx, cycle.catalogueVersion)
  await cycles.openDossiers(tx, cycle, catalogue, rt.clock.now(), id)
  const wanted = catalogue.requirements
    .filter(({ commodities }) => commodities.includes(commodity))
    .map((each) => each.id)
  await store.dropUnaskedItems(tx, id, wanted)
  const shared = catalogue.requirements.filter(({ scope }) => scope === 'person').map((each) => each.id)
  for (const share of await sharesFor(tx, id, shared)) await copyPaper(tx, share, rt.clock.now())
}

/** Says which form a business has, which some requirements depend on. */
export const sayForm = (
  rt: Runtime,
  actor: Actor,
  id: BusinessId,
  form: BusinessForm | 'unsure',
): Promise<Result<undefined, 'not-yours'>> => change(rt, actor, id, 'form-said', (tx) => store.setForm(tx, id, form))

/** One change of a business: locked, allowed, made, and written down under both names when it is somebody else's. */
function change(
  rt: Runtime,
  actor: Actor,
  id: BusinessId,
  deed: string,
  make: (tx: Tx, business: NonNullable<Awaited<ReturnType<typeof store.lockBusiness>>>) => Promise<void>,
): Promise<Result<undefined, 'not-yours'>> {
  return rt.db.transaction(async (tx) => {
    const business = await store.lockBusiness(tx, id)
    if (!business || !may(actor, 'fill', business.subject)) return refuse('not-yours')
    await make(tx, business)
    const { ownerId } = business.subject
    if (ownerId !== actor.personId) {
      await audit(tx, { actor, deed, subject: 'business', subjectId: id, ownerId, now: rt.clock.now() })
    }
    return ok()
  })
}

/** Answers the question of a group of requirements, such as whether the product is wet rendang at room temperature. */
export function answerGroup(
  rt: Runtime,
  actor: Actor,
  id: DossierId,
  groupId: string,
  answer: Answer,
): Promise<Result<Group, 'not-yours'>> {
  return rt.db.transaction(async (tx) => {
    const dossier = await store.subjectOf(tx, id)
    if (!dossier || !may(actor, 'fill', dossier)) return refuse('not-yours')
    const { groups } = await store.catalogueOf(tx, dossier.catalogueVersion)
    const group = groups.find((each) => each.id === groupId && each.question)
    if (!group) return refuse('not-yours')
    const now = rt.clock.now()
    await store.saveGroupAnswer(tx, id, groupId, answer, now)
    const { ownerId } = dossier
    if (ownerId !== actor.personId) {
      await audit(tx, { actor, deed: 'group-answered', subject: 'dossier', subjectId: id, ownerId, now })
    }
    return ok(group)
  })
}
