import type { PersonId, RegionCode, Subject } from '../people/rules.ts'
import { type SubjectRow, subjectIn } from '../people/subject.ts'
import type { Tx } from '../platform/db.ts'
import type { LocalDate } from '../platform/time.ts'
import { type Catalogue, type Commodity, catalogue as catalogueSchema } from './catalogue.ts'
import type { ItemState } from './item-states.ts'
import type { Answer } from './requirements.ts'
import type { Business, BusinessId, DossierId, ItemId } from './rules.ts'

const catalogues = new Map<number, Catalogue>()

/** A version of the catalogue. Versions never change, so each is read and checked once per process. */
export async function catalogueOf(tx: Tx, version: number): Promise<Catalogue> {
  const known = catalogues.get(version)
  if (known) return known
  const { body } = await tx.catalogue.findUniqueOrThrow({ where: { version } })
  const read = catalogueSchema.parse(body)
  catalogues.set(version, read)
  return read
}

export async function newestCatalogueVersion(tx: Tx): Promise<number> {
  const { version } = await tx.catalogue.findFirstOrThrow({ orderBy: { version: 'desc' }, select: { version: true } })
  return version
}

/** Names an owner's first business, which begins with its name; there is one already where two answers met. */
export async function nameFirstBusiness(tx: Tx, ownerId: PersonId, name: string, now: Date): Promise<void> {
  await tx.$queryRaw`SELECT id FROM person WHERE id = ${ownerId} FOR UPDATE`
  const own = await tx.business.findFirst({
    where: { ownerId, mergedIntoId: null },
    orderBy: { id: 'desc' },
    select: { id: true },
  })
  if (own) await renameBusiness(tx, own.id as BusinessId, name)
  else await tx.business.create({ data: { ownerId, name, createdAt: now } })
}

export async function ownsBusiness(tx: Tx, ownerId: PersonId): Promise<boolean> {
  return (await tx.business.count({ where: { ownerId } })) > 0
}

/** What a business is called; undefined when there is none of that id, or it turned out to be another. */
export async function businessName(tx: Tx, id: BusinessId): Promise<string | undefined> {
  const business = await tx.business.findUnique({ where: { id, mergedIntoId: null }, select: { name: true } })
  return business?.name
}

export async function renameBusiness(tx: Tx, id: BusinessId, name: string): Promise<void> {
  await tx.business.update({ where: { id }, data: { name, compareDue: true } })
}

/** Adds another business; the same update again finds the same one. */
export async function addBusiness(
  tx: Tx,
  { ownerId, name, cause, now }: { ownerId: PersonId; name: string; cause: number; now: Date },
): Promise<BusinessId> {
  const { id } = await tx.business.upsert({
    where: { cause },
    create: { ownerId, name, cause, createdAt: now },
    update: {},
    select: { id: true },
  })
  return id as BusinessId
}

/** From now on the person fills in the papers of this business. */
export async function setWorkingAt(tx: Tx, personId: PersonId, id: BusinessId | null): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { workingAtId: id } })
}

/** Locks a business for a change. Undefined when there is none of that id. */
export async function lockBusiness(
  tx: Tx,
  id: BusinessId,
): Promise<{ subject: Subject; commodity: Commodity | null } | undefined> {
  const [row] = await tx.$queryRaw<(SubjectRow & { commodity: Commodity | null })[]>`
    WITH held AS (SELECT id, commodity FROM business WHERE id = ${id} FOR UPDATE)
    SELECT s.*, held.commodity FROM held JOIN subject s ON s."businessId" = held.id`
  return row && { subject: subjectIn(row), commodity: row.commodity }
}

/** Puts a business into a region. A dossier that moved there waits for the penyuluh of its new region. */
export async function placeBusiness(tx: Tx, id: BusinessId, regionCode: RegionCode): Promise<void> {
  await tx.dossier.updateMany({
    where: { businessId: id, business: { regionCode: { not: regionCode } } },
    data: { officerId: null },
  })
  await tx.business.update({ where: { id }, data: { regionCode, compareDue: true } })
}

export async function setCommodity(tx: Tx, id: BusinessId, commodity: Commodity): Promise<void> {
  await tx.business.update({ where: { id }, data: { commodity } })
}

/** Says what form a business has. */
export async function setForm(tx: Tx, id: BusinessId, form: NonNullable<Business['form']>): Promise<void> {
  await tx.business.update({ where: { id }, data: { form } })
}

/** Keeps the answer to the question of a group; a later answer replaces it. */
export async function saveGroupAnswer(
  tx: Tx,
  dossierId: DossierId,
  question: string,
  answer: Answer,
  now: Date,
): Promise<void> {
  await tx.dossierAnswer.upsert({
    where: { dossierId_question: { dossierId, question } },
    create: { dossierId, question, answer, savedAt: now },
    update: { answer, savedAt: now },
  })
}

/** Whose dossier this is, and which version of the catalogue it follows. */
export async function subjectOf(tx: Tx, id: DossierId): Promise<(Subject & { catalogueVersion: number }) | undefined> {
  const [row] = await tx.$queryRaw<(SubjectRow & { catalogueVersion: number })[]>`
    SELECT s.*, d.catalogue_version AS "catalogueVersion"
    FROM subject s JOIN dossier d ON d.business_id = s."businessId" WHERE d.id = ${id}`
  return row && { ...subjectIn(row), catalogueVersion: row.catalogueVersion }
}

/** Whose business this is. */
export async function subjectOfBusiness(tx: Tx, id: BusinessId): Promise<Subject | undefined> {
  const [row] = await tx.$queryRaw<SubjectRow[]>`SELECT * FROM subject WHERE "businessId" = ${id}`
  return row && subjectIn(row)
}

/** Whose item this is, and of which business. */
export async function subjectOfItem(tx: Tx, id: ItemId): Promise<(Subject & { businessId: BusinessId }) | undefined> {
  const [row] = await tx.$queryRaw<(SubjectRow & { businessId: BusinessId })[]>`
    SELECT s.* FROM subject s JOIN dossier d ON d.business_id = s."businessId" JOIN item i ON i.dossier_id = d.id
    WHERE i.id = ${id}`
  return row && { ...subjectIn(row), businessId: row.businessId }
}

/** Takes away what a changed commodity no longer asks for and nobody has sent. */
export async function dropUnaskedItems(tx: Tx, business: BusinessId, wanted: readonly string[]): Promise<void> {
  await tx.item.deleteMany({
    where: {
      dossier: { businessId: business, cycle: { closedAt: null } },
      requirementId: { notIn: [...wanted] },
      submissions: { none: {} },
    },
  })
}

/** Gives every dossier without a penyuluh the one of its region with the fewest dossiers. Returns how many. */
export function assignOfficers(tx: Tx): Promise<number> {
  return tx.$executeRaw`
    UPDATE dossier SET officer_id = (
      SELECT g.person_id FROM role_grant g
      WHERE g.role = 'officer' AND g.revoked_at IS NULL
        AND (b.region_code = ANY (g.regions) OR cardinality(g.regions) = 0)
      ORDER BY cardinality(g.regions) = 0, (SELECT count(*) FROM dossier d WHERE d.officer_id = g.person_id), g.person_id
      LIMIT 1)
    FROM business b
    WHERE b.id = dossier.business_id AND dossier.officer_id IS NULL
      AND EXISTS (SELECT 1 FROM role_grant g WHERE g.role = 'officer' AND g.revoked_at IS NULL
                  AND (b.region_code = ANY (g.regions) OR cardinality(g.regions) = 0))`
}

/** An item as a message about it needs it. */
export interface ItemFacts {
  requirementId: string
  state: ItemState
  business: string
  catalogueVersion: number
  frozen: boolean
  /** The last day of a permit, where it was told. */
  expires: LocalDate | null
}

export async function itemFacts(tx: Tx, id: ItemId): Promise<ItemFacts | undefined> {
  const [row] = await tx.$queryRaw<ItemFacts[]>`
    SELECT i.requirement_id AS "requirementId", i.state, b.name AS business, d.catalogue_version AS "catalogueVersion",
      s.frozen, (SELECT v.value FROM item_value v WHERE v.item_id = i.id AND v.field = 'expires' AND v.value <> 'lifetime'
                 AND v.source <> 'left') AS expires
    FROM item i JOIN dossier d ON d.id = i.dossier_id JOIN business b ON b.id = d.business_id
    JOIN subject s ON s."businessId" = b.id WHERE i.id = ${id}`
  return row
}
