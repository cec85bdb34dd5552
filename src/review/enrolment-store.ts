import type { Commodity } from '../dossier/catalogue.ts'
import type { BusinessId, DossierId } from '../dossier/rules.ts'
import type { PersonId, RegionCode } from '../people/rules.ts'
import type { Tx } from '../platform/db.ts'
import type { Enrolment, EnrolmentId, Form, WholeEnrolment } from './enrolment.ts'

interface NewEnrolment {
  officerId: PersonId
  regionCode: RegionCode | undefined
  cause: number
  now: Date
}

/** The open enrolment of an officer; begun when there is none, with the region if it can only be one. */
export async function openEnrolment(tx: Tx, { officerId, regionCode, cause, now }: NewEnrolment): Promise<EnrolmentId> {
  await tx.$queryRaw`SELECT id FROM person WHERE id = ${officerId} FOR UPDATE`
  const open = await tx.enrolment.findFirst({
    where: { OR: [{ officerId, confirmedAt: null }, { cause }] },
    select: { id: true },
  })
  if (open) return open.id as EnrolmentId
  const { id } = await tx.enrolment.create({
    data: { officerId, regionCode: regionCode ?? null, cause, startedAt: now },
    select: { id: true },
  })
  return id as EnrolmentId
}

/** Locks an enrolment for a change. Undefined when there is none of that id. */
export async function lockEnrolment(tx: Tx, id: EnrolmentId): Promise<Enrolment | undefined> {
  await tx.$queryRaw`SELECT id FROM enrolment WHERE id = ${id} FOR UPDATE`
  return readEnrolment(tx, id)
}

export async function readEnrolment(tx: Tx, id: EnrolmentId): Promise<Enrolment | undefined> {
  const row = await tx.enrolment.findUnique({
    where: { id },
    include: {
      region: { select: { code: true, name: true } },
      business: { select: { dossiers: { where: { cycle: { closedAt: null } }, select: { id: true } } } },
    },
  })
  if (!row) return undefined
  const { businessId, business, formFileId, formKind } = row
  return {
    id,
    officerId: row.officerId as PersonId,
    owner: row.ownerName ?? undefined,
    business: row.businessName ?? undefined,
    region: row.region ? { code: row.region.code as RegionCode, name: row.region.name } : undefined,
    commodity: (row.commodity as Commodity | null) ?? undefined,
    form: formFileId && formKind ? { fileId: formFileId, kind: formKind as Form['kind'] } : undefined,
    made:
      businessId === null
        ? undefined
        : { businessId: businessId as BusinessId, dossierId: business?.dossiers[0]?.id as DossierId | undefined },
  }
}

export interface Told {
  ownerName?: string
  businessName?: string
  regionCode?: RegionCode
  commodity?: Commodity
  form?: Form
}

export async function saveTold(tx: Tx, id: EnrolmentId, { form, ...told }: Told): Promise<void> {
  await tx.enrolment.update({
    where: { id },
    data: { ...told, ...(form ? { formFileId: form.fileId, formKind: form.kind } : {}) },
  })
}

/** Makes a business of an enrolment, for its owner. */
export async function makeBusiness(
  tx: Tx,
  { id, business, region, commodity }: WholeEnrolment,
  ownerId: PersonId,
  now: Date,
): Promise<BusinessId> {
  const made = await tx.business.create({
    data: { ownerId, name: business, regionCode: region.code, commodity, createdAt: now },
    select: { id: true },
  })
  await tx.enrolment.update({ where: { id }, data: { confirmedAt: now, businessId: made.id } })
  return made.id as BusinessId
}

export async function dropEnrolment(tx: Tx, id: EnrolmentId): Promise<void> {
  await tx.enrolment.deleteMany({ where: { id, confirmedAt: null } })
}

/** Drops what nobody finished since `time`. Answers how many there were. */
export async function dropEnrolmentsBefore(tx: Tx, time: Date): Promise<number> {
  const { count } = await tx.enrolment.deleteMany({ where: { confirmedAt: null, startedAt: { lt: time } } })
  return count
}
