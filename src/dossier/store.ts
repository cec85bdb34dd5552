import type { PersonId, RegionCode, Subject } from '../people/rules.ts'
import { type SubjectRow, subjectIn } from '../people/subject.ts'
import type { Database, Tx } from '../platform/db.ts'
import type { LocalDate } from '../platform/time.ts'
import { type Catalogue, type Commodity, catalogue as catalogueSchema } from './catalogue.ts'
import type { Value } from './fields.ts'
import type { ItemState } from './item-states.ts'
import type { Answer } from './requirements.ts'
import type {
  Business,
  BusinessId,
  Dossier,
  DossierId,
  ItemId,
  OwnBusiness,
  OwnItem,
  ReturnReason,
  Standing,
} from './rules.ts'

interface StandingRow {
  owner_id: PersonId
  name: string | null
  subject: SubjectRow | null
  businesses: (OwnBusiness & { owner: string | null })[] | null
  unsorted: number
  cycle_open: boolean
  owner_deadline: Date | null
  switched_on: string[] | null
  business_id: BusinessId | null
  business_name: string
  region_code: RegionCode | null
  region_name: string
  commodity: Commodity | null
  form: Business['form'] | null
  dossier_id: DossierId | null
  catalogue_version: number
  officer: string | null
  answers: Record<string, Answer> | null
  items: ItemRow[] | null
  item_values: ({ itemId: ItemId; field: string } & Value)[] | null
}

interface ItemRow {
  id: ItemId
  requirementId: string
  state: ItemState
  until: LocalDate | null
  owned: 'yes' | 'not-yet' | null
  pages: number
  drafting: boolean
  reason: ReturnReason | null
  words: string | null
}

// One statement whatever the number of items, because every press of an owner begins with it.
const STANDING = `
  SELECT p.id AS owner_id, p.name, row_to_json(s) AS subject,
    (SELECT json_agg(json_build_object('id', x.id, 'name', x.name, 'owner', w.name) ORDER BY x.id) FROM subject y
       JOIN business x ON x.id = y."businessId" LEFT JOIN person w ON w.id = x.owner_id AND w.id <> me.id
      WHERE y."ownerId" = me.id OR y."ownerId" IN (SELECT owner_id FROM companion WHERE person_id = me.id)
        AND me.id = ANY (y.companions) AND NOT y.frozen) AS businesses,
    (SELECT count(*) FROM unsorted_file u WHERE u.person_id = me.id AND u.sorted_at IS NULL) AS unsorted,
    c.id IS NOT NULL AS cycle_open, c.owner_deadline, c.switched_on, b.id AS business_id,
    b.name AS business_name, b.region_code, r.name AS region_name, b.commodity, b.form, d.id AS dossier_id,
    d.catalogue_version, o.name AS officer,
    (SELECT json_object_agg(question, answer) FROM dossier_answer WHERE dossier_id = d.id) AS answers,
    (SELECT json_agg(json_build_object('itemId', v.item_id, 'field', v.field, 'value', v.value, 'source', v.source))
       FROM item_value v JOIN item i ON i.id = v.item_id WHERE i.dossier_id = d.id) AS item_values,
    (SELECT json_agg(json_build_object('id', i.id, 'requirementId', i.requirement_id, 'state', i.state, 'until', i.until,
        'owned', i.owned, 'drafting', draft.id IS NOT NULL, 'reason', v.reason, 'words', v.words,
        'pages', (SELECT count(*) FROM page g WHERE g.submission_id = COALESCE(draft.id, live.id))) ORDER BY i.id)
       FROM item i
       LEFT JOIN submission draft ON draft.item_id = i.id AND draft.sent_at IS NULL
       LEFT JOIN submission live ON live.item_id = i.id AND live.sent_at IS NOT NULL AND live.replaced_at IS NULL
       LEFT JOIN decision v ON v.submission_id = live.id AND v.undone_at IS NULL
      WHERE i.dossier_id = d.id) AS items
  FROM person me
  LEFT JOIN cycle c ON c.closed_at IS NULL
  LEFT JOIN LATERAL (
    SELECT * FROM business WHERE merged_into_id IS NULL AND (owner_id = me.id OR id = me.working_at_id AND $2)
    ORDER BY id = me.working_at_id DESC NULLS LAST, id DESC LIMIT 1) b ON true
  JOIN person p ON p.id = COALESCE(b.owner_id, me.id)
  LEFT JOIN subject s ON s."businessId" = b.id
  LEFT JOIN region r ON r.code = b.region_code
  LEFT JOIN dossier d ON d.business_id = b.id AND d.cycle_id = c.id
  LEFT JOIN person o ON o.id = d.officer_id
  WHERE me.id = $1`

/**
 * Where a person stands with the business they are working at. That may be somebody else's; whoever shows it asks
 * `may` first, and takes their `own` otherwise.
 */
export async function standingOf(db: Database, personId: PersonId, which: 'any' | 'own' = 'any'): Promise<Standing> {
  const [row] = await db.sql<StandingRow>(STANDING, [personId, which === 'any'])
  if (!row) throw new Error(`person ${personId} is gone`)
  return {
    ownerId: row.owner_id,
    name: row.name ?? undefined,
    subject: row.subject ? subjectIn(row.subject) : undefined,
    businesses: (row.businesses ?? []).map(({ owner, ...each }) => (owner === null ? each : { ...each, owner })),
    unsorted: row.unsorted,
    business: businessOf(row),
    dossier: dossierOf(row),
    cycleOpen: row.cycle_open,
  }
}

function businessOf(row: StandingRow): Business | undefined {
  if (row.business_id === null) return undefined
  return {
    id: row.business_id,
    name: row.business_name,
    region: row.region_code === null ? undefined : { code: row.region_code, name: row.region_name },
    commodity: row.commodity ?? undefined,
    form: row.form ?? undefined,
  }
}

function dossierOf(row: StandingRow): Dossier | undefined {
  if (row.dossier_id === null || row.owner_deadline === null) return undefined
  return {
    id: row.dossier_id,
    catalogueVersion: row.catalogue_version,
    officer: row.officer ?? undefined,
    ownerDeadline: row.owner_deadline,
    switchedOn: row.switched_on ?? [],
    answers: row.answers ?? {},
    items: itemsOf(row.items ?? [], row.item_values ?? []),
  }
}

function itemsOf(rows: ItemRow[], values: NonNullable<StandingRow['item_values']>): OwnItem[] {
  const byItem = Map.groupBy(values, ({ itemId }) => itemId)
  return rows.map(({ id, requirementId, state, until, owned, pages, drafting, reason, words }) => ({
    id,
    requirementId,
    state,
    pages,
    drafting,
    values: Object.fromEntries((byItem.get(id) ?? []).map(({ field, value, source }) => [field, { value, source }])),
    ...(until === null ? {} : { until }),
    ...(owned === null ? {} : { owned }),
    ...(reason === null ? {} : { reason: { code: reason, ...(words === null ? {} : { words }) } }),
  }))
}

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

export interface OpenCycle {
  id: number
  catalogueVersion: number
}

export async function openCycleOf(tx: Tx): Promise<OpenCycle | undefined> {
  const cycle = await tx.cycle.findFirst({ where: { closedAt: null }, select: { id: true, catalogueVersion: true } })
  return cycle ?? undefined
}

/** Locks the open cycle for a change. */
export async function lockCycle(tx: Tx): Promise<(OpenCycle & { switchedOn: string[] }) | undefined> {
  const [row] = await tx.$queryRaw<(OpenCycle & { switchedOn: string[] })[]>`
    SELECT id, catalogue_version AS "catalogueVersion", switched_on AS "switchedOn" FROM cycle WHERE closed_at IS NULL FOR UPDATE`
  return row
}

export async function setSwitchedOn(tx: Tx, cycleId: number, switchedOn: string[]): Promise<void> {
  await tx.cycle.update({ where: { id: cycleId }, data: { switchedOn } })
}

export interface NewCycle {
  name: string
  catalogueVersion: number
  ownerDeadline: Date
  portalDeadline: Date
  fieldVisitUntil: LocalDate
  openedAt: Date
}

export async function createCycle(tx: Tx, cycle: NewCycle): Promise<OpenCycle> {
  return tx.cycle.create({ data: cycle, select: { id: true, catalogueVersion: true } })
}

/** Opens the dossier of one business in a cycle, or (without one) of every business that told all that is needed. */
export async function openDossiers(
  tx: Tx,
  cycle: OpenCycle,
  catalogue: Catalogue,
  now: Date,
  only?: BusinessId,
): Promise<void> {
  const pairs = catalogue.requirements.flatMap(({ id, commodities }) =>
    commodities.map((commodity) => ({ requirement: id, commodity })),
  )
  await tx.$executeRaw`
    INSERT INTO dossier (business_id, cycle_id, catalogue_version, created_at)
    SELECT id, ${cycle.id}, ${cycle.catalogueVersion}, ${now} FROM business
    WHERE region_code IS NOT NULL AND commodity IS NOT NULL AND merged_into_id IS NULL AND id = COALESCE(${only ?? null}::int, id)
    ON CONFLICT (business_id, cycle_id) DO NOTHING`
  await tx.$executeRaw`
    INSERT INTO item (dossier_id, requirement_id, since)
    SELECT d.id, wanted.requirement, ${now}
    FROM dossier d JOIN business b ON b.id = d.business_id
    JOIN jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS wanted (requirement text, commodity text) ON wanted.commodity = b.commodity
    WHERE d.cycle_id = ${cycle.id} AND b.id = COALESCE(${only ?? null}::int, b.id)
    ON CONFLICT (dossier_id, requirement_id) DO NOTHING`
  await assignOfficers(tx)
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

/** The owners of a cycle's dossiers. */
export async function ownersOf(tx: Tx, cycleId: number): Promise<{ to: PersonId; dossierId: DossierId }[]> {
  return tx.$queryRaw`
    SELECT b.owner_id AS "to", d.id AS "dossierId" FROM dossier d JOIN business b ON b.id = d.business_id
    WHERE d.cycle_id = ${cycleId}`
}

/** What an owner is told when their dossier was opened; undefined when they withdrew or the cycle is over. */
export async function openingOf(tx: Tx, id: DossierId): Promise<{ business: string; ownerDeadline: Date } | undefined> {
  const [row] = await tx.$queryRaw<{ business: string; ownerDeadline: Date }[]>`
    SELECT b.name AS business, y.owner_deadline AS "ownerDeadline"
    FROM dossier d JOIN business b ON b.id = d.business_id JOIN cycle y ON y.id = d.cycle_id AND y.closed_at IS NULL
    WHERE d.id = ${id} AND b.merged_into_id IS NULL AND EXISTS (SELECT 1 FROM consent c WHERE c.person_id = b.owner_id AND c.withdrawn_at IS NULL)`
  return row
}

export interface CycleFacts {
  name: string
  ownerDeadline: Date
  portalDeadline: Date
  catalogueVersion: number
  /** The conditional requirements that are asked in this cycle. */
  switchedOn: string[]
}

/** The open cycle as admins see it. */
export async function cycleFacts(tx: Tx): Promise<CycleFacts | undefined> {
  const cycle = await tx.cycle.findFirst({
    where: { closedAt: null },
    select: { name: true, ownerDeadline: true, portalDeadline: true, catalogueVersion: true, switchedOn: true },
  })
  return cycle ?? undefined
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
