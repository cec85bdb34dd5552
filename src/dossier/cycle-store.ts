import type { PersonId } from '../people/rules.ts'
import type { Tx } from '../platform/db.ts'
import type { LocalDate } from '../platform/time.ts'
import type { Catalogue } from './catalogue.ts'
import type { BusinessId, DossierId } from './rules.ts'
import { assignOfficers } from './store.ts'

// Cycles, and the dossiers that are opened in them.

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
