import type { Commodity, PaperKind } from '../dossier/catalogue.ts'
import { openCycleOf, openDossiers } from '../dossier/cycle-store.ts'
import type { Paper } from '../dossier/filling-service.ts'
import { mimeOf, paperKind } from '../dossier/paper.ts'
import { saveFile } from '../dossier/paper-store.ts'
import { type PaperRefusal, whyNotPaper } from '../dossier/rules.ts'
import { catalogueOf } from '../dossier/store.ts'
import {
  type Actor,
  holds,
  type NameRefusal,
  type RegionCode,
  readBusinessName,
  readPersonName,
  regionsOf,
} from '../people/rules.ts'
import { audit, createPerson, saveFormConsent } from '../people/store.ts'
import type { Tx } from '../platform/db.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import { sha256 } from '../platform/token.ts'
import type { Runtime } from '../runtime.ts'
import { type Enrolment, type EnrolmentId, type Form, isWhole, type WholeEnrolment } from './enrolment.ts'
import * as store from './enrolment-store.ts'

type Outcome<Reason extends string = never> = Promise<Result<Enrolment, 'not-yours' | Reason>>

/** Begins to take in an owner without Telegram, or goes on with the one that is not finished. */
export function beginEnrolment(rt: Runtime, actor: Actor): Outcome {
  return rt.db.transaction(async (tx) => {
    if (!holds(actor, 'officer')) return refuse('not-yours')
    const regions = regionsOf(actor, 'officer')
    const id = await store.openEnrolment(tx, {
      officerId: actor.personId,
      regionCode: regions?.length === 1 ? regions[0] : undefined,
      cause: actor.cause,
      now: rt.clock.now(),
    })
    const enrolment = await store.readEnrolment(tx, id)
    return enrolment ? ok(enrolment) : refuse('not-yours')
  })
}

/** An enrolment as far as it is. */
export async function readEnrolment(rt: Runtime, actor: Actor, id: EnrolmentId): Outcome {
  const enrolment = await store.readEnrolment(rt.db.reader, id)
  return enrolment && isTheirs(actor, enrolment) ? ok(enrolment) : refuse('not-yours')
}

const isTheirs = (actor: Actor, { officerId, region }: Enrolment): boolean =>
  officerId === actor.personId && holds(actor, 'officer', region?.code)

export async function nameOwner(rt: Runtime, actor: Actor, id: EnrolmentId, typed: string): Outcome<NameRefusal> {
  const read = readPersonName(typed)
  return 'refusal' in read ? refuse(read.refusal) : tell(rt, actor, id, { ownerName: read.name })
}

export async function nameBusiness(rt: Runtime, actor: Actor, id: EnrolmentId, typed: string): Outcome<NameRefusal> {
  const read = readBusinessName(typed)
  return 'refusal' in read ? refuse(read.refusal) : tell(rt, actor, id, { businessName: read.name })
}

/** Says in which of the officer's regions the business is. */
export async function placeEnrolment(rt: Runtime, actor: Actor, id: EnrolmentId, regionCode: RegionCode): Outcome {
  return holds(actor, 'officer', regionCode) ? tell(rt, actor, id, { regionCode }) : refuse('not-yours')
}

export const chooseProduct = (rt: Runtime, actor: Actor, id: EnrolmentId, commodity: Commodity): Outcome =>
  tell(rt, actor, id, { commodity })

/** Notes where the photo of the signed form is, when it is one that can be kept later. */
export async function noteForm(
  rt: Runtime,
  actor: Actor,
  id: EnrolmentId,
  form: Form,
  bytes: Uint8Array,
): Outcome<PaperRefusal> {
  const kind = await formKind(bytes)
  return kind.ok ? tell(rt, actor, id, { form }) : kind
}

async function formKind(bytes: Uint8Array): Promise<Result<PaperKind, PaperRefusal>> {
  if (bytes.length === 0) return refuse('empty')
  const kind = await paperKind(bytes)
  const refusal = whyNotPaper(kind, FORM_KINDS)
  return refusal || kind === undefined || kind === 'locked-pdf' ? refuse(refusal ?? 'wrong-kind') : ok(kind)
}

const FORM_KINDS: readonly PaperKind[] = ['jpeg', 'png', 'pdf']

/** Keeps one answer. Of one that was confirmed nothing changes. */
function tell(rt: Runtime, actor: Actor, id: EnrolmentId, told: store.Told): Outcome {
  return rt.db.transaction(async (tx) => {
    const enrolment = await store.lockEnrolment(tx, id)
    if (!enrolment || !isTheirs(actor, enrolment)) return refuse('not-yours')
    if (enrolment.made) return ok(enrolment)
    await store.saveTold(tx, id, told)
    return ok((await store.readEnrolment(tx, id)) ?? enrolment)
  })
}

/** Gives an enrolment up: nothing of it is kept. */
export function dropEnrolment(rt: Runtime, actor: Actor, id: EnrolmentId): Promise<Result<undefined, 'not-yours'>> {
  return rt.db.transaction(async (tx) => {
    const enrolment = await store.lockEnrolment(tx, id)
    if (enrolment && !isTheirs(actor, enrolment)) return refuse('not-yours')
    await store.dropEnrolment(tx, id)
    return ok()
  })
}

/**
 * Takes an owner in: the officer confirms that the form in the photo was signed by them. With that they are a person who
 * agreed to `text`, with a business and, in an open cycle, a dossier. Confirmed again, it is the same owner.
 */
export async function confirmEnrolment(
  rt: Runtime,
  actor: Actor,
  id: EnrolmentId,
  paper: Paper,
  text: string,
): Outcome<'incomplete' | PaperRefusal> {
  const kind = await formKind(paper.bytes)
  if (!kind.ok) return kind
  // There is nobody yet whose file it is: enrolments count below zero among the owners in the file store.
  const { storageKey, sha256: hash } = await rt.files.put(-id, paper.bytes)
  return rt.db.transaction(async (tx) => {
    const enrolment = await store.lockEnrolment(tx, id)
    if (!enrolment || !isTheirs(actor, enrolment)) return refuse('not-yours')
    if (enrolment.made) return ok(enrolment)
    if (!isWhole(enrolment)) return refuse('incomplete')
    const { telegramFileId, telegramKind } = paper
    const file = {
      sha256: hash,
      storageKey,
      size: paper.bytes.length,
      mime: mimeOf[kind.value],
      telegramFileId,
      telegramKind,
    }
    await takeIn(rt, tx, actor, enrolment, file, sha256(text))
    return ok((await store.readEnrolment(tx, id)) ?? enrolment)
  })
}

async function takeIn(
  rt: Runtime,
  tx: Tx,
  actor: Actor,
  enrolment: WholeEnrolment,
  file: Omit<Parameters<typeof saveFile>[1], 'ownerId'>,
  textHash: string,
): Promise<void> {
  const now = rt.clock.now()
  const ownerId = await createPerson(tx, enrolment.owner, now)
  const formFileId = await saveFile(tx, { ...file, ownerId }, now)
  await saveFormConsent(tx, { personId: ownerId, formFileId, confirmedById: actor.personId, textHash, now })
  const businessId = await store.makeBusiness(tx, enrolment, ownerId, now)
  const cycle = await openCycleOf(tx)
  if (cycle) await openDossiers(tx, cycle, await catalogueOf(tx, cycle.catalogueVersion), now, businessId)
  const line = { actor, subject: 'person', subjectId: ownerId, ownerId, now }
  await audit(tx, { ...line, deed: 'owner-enrolled' })
  await audit(tx, { ...line, deed: 'form-consent-confirmed' })
}
