import { openCycle } from '../src/admin/service.ts'
import type { Commodity } from '../src/dossier/catalogue.ts'
import type { ItemId } from '../src/dossier/rules.ts'
import { chooseCommodity, nameFirstBusiness, placeBusiness } from '../src/dossier/service.ts'
import { standingOf } from '../src/dossier/standing-store.ts'
import { type Actor, regionCode } from '../src/people/rules.ts'
import { giveConsent, introduce } from '../src/people/service.ts'
import { identify } from '../src/people/store.ts'
import { days, later, localDate } from '../src/platform/time.ts'
import type { Runtime } from '../src/runtime.ts'

// People with dossiers, made up, who came in through the same services as everybody.

export const ADMIN = 1

/** An owner whose dossier is open: their chat, and the items by requirement. */
export interface Owner {
  chat: number
  items: ReadonlyMap<string, ItemId>
}

/** Opens a cycle with the newest catalogue. */
export async function openBenchCycle(rt: Runtime): Promise<void> {
  const inDays = (count: number) => localDate(later(rt.clock.now(), days(count)))
  const plan = { ownerDeadline: inDays(30), portalDeadline: inDays(40), fieldVisitUntil: inDays(120) }
  const [{ actor }] = await identify(rt.db, ADMIN, -ADMIN, rt.clock.now())
  const outcome = actor && (await openCycle(rt, actor, plan))
  if (!outcome?.ok) throw new Error('the cycle could not be opened')
}

/** Registers as many owners as wanted, with chats from `from` on. */
export async function registerOwners(rt: Runtime, count: number, from: number): Promise<Owner[]> {
  const owners: Owner[] = []
  for (let chat = from; chat < from + count; chat++) owners.push(await register(rt, chat))
  return owners
}

const REGION = regionCode().parse('13.76')
const COMMODITY: Commodity = 'makanan_minuman'

async function register(rt: Runtime, chat: number): Promise<Owner> {
  const [speaker] = await identify(rt.db, chat, -chat, rt.clock.now())
  const actor = await giveConsent(rt, speaker, 'teks persetujuan', -chat)
  await introduce(rt, actor, 'Yanti Marlina')
  await nameFirstBusiness(rt, actor, 'Rendang Uni Yanti')
  const { business } = await standing(rt, actor)
  if (!business) throw new Error('the business was not named')
  await placeBusiness(rt, actor, business.id, REGION)
  await chooseCommodity(rt, actor, business.id, COMMODITY)
  const { dossier } = await standing(rt, actor)
  return { chat, items: new Map(dossier?.items.map(({ requirementId, id }) => [requirementId, id])) }
}

const standing = (rt: Runtime, { personId }: Actor) => standingOf(rt.db, personId)

/** The item of a requirement, which the owner must have. */
export function itemOf({ items }: Owner, requirementId: string): ItemId {
  const item = items.get(requirementId)
  if (item === undefined) throw new Error(`nobody asked for ${requirementId}`)
  return item
}
