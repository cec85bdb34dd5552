import { type Commodity, commodity } from '../dossier/catalogue.ts'
import type { BusinessId } from '../dossier/rules.ts'
import { type PersonId, type RegionCode, regionCode } from '../people/rules.ts'
import type { Tx } from '../platform/db.ts'
import type { ListId, Nominated, NominationId, Summary } from './plan.ts'
import type { Given } from './reading.ts'

// Businesses that the dinas nominated, and the lists they came in.

interface NominatedRow {
  id: NominationId
  businessId: BusinessId
  ownerId: PersonId
  given: Given & { phone: string | null }
  now: Given & { phone: string | null }
  isClaimed: boolean
}

/** A nominated business, with whose it is. */
export interface NominatedBusiness extends Nominated {
  businessId: BusinessId
  ownerId: PersonId
}

/** Everything that was nominated; what was joined with another registration stands as that one. */
export async function allNominated(tx: Tx): Promise<NominatedBusiness[]> {
  const rows = await tx.$queryRaw<NominatedRow[]>`
    SELECT n.id, b.id AS "businessId", b.owner_id AS "ownerId",
      json_build_object('owner', n.owner_name, 'business', n.business_name, 'region', n.region_code,
        'commodity', n.commodity, 'phone', n.phone) AS given,
      json_build_object('owner', coalesce(p.name, ''), 'business', b.name, 'region', coalesce(b.region_code, n.region_code),
        'commodity', coalesce(b.commodity, n.commodity), 'phone', p.phone) AS now,
      (EXISTS (SELECT 1 FROM consent c WHERE c.person_id = p.id)
        OR EXISTS (SELECT 1 FROM account a WHERE a.person_id = p.id)) AS "isClaimed"
    FROM nomination n JOIN business o ON o.id = n.business_id JOIN business b ON b.id = coalesce(o.merged_into_id, o.id)
    JOIN person p ON p.id = b.owner_id ORDER BY n.id`
  return rows.map(({ given, now, ...row }) => ({ ...row, given: givenIn(given), now: givenIn(now) }))
}

const givenIn = ({ phone, ...given }: NominatedRow['given']): Given => ({
  ...given,
  region: regionCode().parse(given.region),
  commodity: commodity().parse(given.commodity),
  phone: phone ?? undefined,
})

/** Lets one list at a time be applied or undone. */
export async function holdNominations(tx: Tx): Promise<void> {
  await tx.$executeRaw`LOCK TABLE nomination IN SHARE ROW EXCLUSIVE MODE`
}

export interface NewList {
  madeById: PersonId
  cause: number
  rows: object[]
  now: Date
}

/** Keeps what a list gives until it is applied. The same update again is the same list. */
export async function saveList(tx: Tx, { madeById, cause, rows, now }: NewList): Promise<ListId> {
  const { id } = await tx.nominationList.upsert({
    where: { cause },
    create: { madeById, cause, rows, madeAt: now },
    update: {},
    select: { id: true },
  })
  return id as ListId
}

export interface KeptList {
  rows: unknown
  appliedAt: Date | null
  undoneAt: Date | null
  summary: unknown
}

export async function listOf(tx: Tx, id: ListId): Promise<KeptList | undefined> {
  const select = { rows: true, appliedAt: true, undoneAt: true, summary: true }
  return (await tx.nominationList.findUnique({ where: { id }, select })) ?? undefined
}

export async function setApplied(tx: Tx, id: ListId, summary: Summary, now: Date): Promise<void> {
  // Prisma writes a JSON null unless the column is named in SQL.
  await tx.$executeRaw`
    UPDATE nomination_list SET applied_at = ${now}, summary = ${JSON.stringify(summary)}::jsonb, rows = NULL WHERE id = ${id}`
}

/** Lists that nobody applied since `time` go. */
export async function dropListsBefore(tx: Tx, time: Date): Promise<number> {
  const { count } = await tx.nominationList.deleteMany({ where: { appliedAt: null, madeAt: { lt: time } } })
  return count
}

/** So many ids that no row has yet, so that rows which point at each other go in together. */
async function takeIds(tx: Tx, table: 'person' | 'business', count: number): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT nextval(pg_get_serial_sequence(${table}, 'id'))::int AS id FROM generate_series(1, ${count}::int)`
  return rows.map(({ id }) => id)
}

/** A business to be nominated, of an owner we have, or of the new one with that number in the list. */
export interface NewNomination {
  given: Given
  owner: { id: PersonId } | { isNew: number }
}

/** Makes owners, businesses and nominations in three statements. Returns the businesses. */
export async function nominate(
  tx: Tx,
  listId: ListId,
  news: readonly NewNomination[],
  now: Date,
): Promise<BusinessId[]> {
  if (news.length === 0) return []
  const firsts = new Map(news.flatMap(({ owner, given }) => ('isNew' in owner ? [[owner.isNew, given] as const] : [])))
  const personIds = await takeIds(tx, 'person', firsts.size)
  const owners = new Map([...firsts.keys()].map((key, at) => [key, personIds[at] as PersonId]))
  await tx.person.createMany({
    data: [...firsts].map(([key, { owner, phone }]) => ({
      id: owners.get(key) ?? 0,
      name: owner,
      phone: phone ?? null,
      createdAt: now,
    })),
  })
  const businessIds = await takeIds(tx, 'business', news.length)
  const rows = news.map(({ given, owner }, at) => ({
    id: businessIds[at] ?? 0,
    ownerId: 'id' in owner ? owner.id : (owners.get(owner.isNew) ?? 0),
    given,
  }))
  await tx.business.createMany({
    data: rows.map(({ id, ownerId, given: { business, region, commodity } }) => ({
      id,
      ownerId,
      name: business,
      regionCode: region,
      commodity,
      createdAt: now,
    })),
  })
  await tx.nomination.createMany({
    data: rows.map(({ id, given }) => ({ listId, businessId: id, ...columnsOf(given) })),
  })
  return businessIds as BusinessId[]
}

const columnsOf = ({ owner, business, region, commodity, phone }: Given) => ({
  ownerName: owner,
  businessName: business,
  regionCode: region as string,
  commodity: commodity as string,
  phone: phone ?? null,
})

/** Keeps what a list gives of a business now. */
export async function saveGiven(tx: Tx, id: NominationId, given: Given): Promise<void> {
  await tx.nomination.update({ where: { id }, data: columnsOf(given) })
}

export interface Correction {
  owner?: string
  business?: string
  region?: RegionCode
  commodity?: Commodity
  phone?: string
}

/** Corrects a business and its owner by what a list says. */
export async function correct(
  tx: Tx,
  { businessId, ownerId }: { businessId: BusinessId; ownerId: PersonId },
  { owner, business, region, commodity, phone }: Correction,
): Promise<void> {
  await tx.person.update({
    where: { id: ownerId },
    data: { ...(owner ? { name: owner } : {}), ...(phone ? { phone } : {}) },
  })
  await tx.business.update({
    where: { id: businessId },
    data: {
      ...(business ? { name: business } : {}),
      ...(region ? { regionCode: region } : {}),
      ...(commodity ? { commodity } : {}),
      compareDue: true,
    },
  })
}

/** The dossiers of these businesses in a cycle are admitted: the dinas nominated them. */
export async function admitAll(tx: Tx, cycleId: number, businessIds: readonly BusinessId[]): Promise<void> {
  await tx.dossier.updateMany({
    where: { cycleId, businessId: { in: [...businessIds] }, standing: 'candidate' },
    data: { standing: 'nominated' },
  })
}

export async function setUndone(tx: Tx, id: ListId, now: Date): Promise<void> {
  await tx.nominationList.update({ where: { id }, data: { undoneAt: now } })
}

export interface Standing {
  nominated: number
  claimed: number
  /** The list that was applied last, if it was not undone. */
  last: { id: ListId; appliedAt: Date } | undefined
}

export async function standingOfAll(tx: Tx): Promise<Standing> {
  const all = await allNominated(tx)
  const last = await tx.nominationList.findFirst({
    where: { appliedAt: { not: null } },
    orderBy: { appliedAt: 'desc' },
    select: { id: true, appliedAt: true, undoneAt: true },
  })
  return {
    nominated: all.length,
    claimed: all.filter(({ isClaimed }) => isClaimed).length,
    last: last?.appliedAt && !last.undoneAt ? { id: last.id as ListId, appliedAt: last.appliedAt } : undefined,
  }
}
