import { type Actor, may, type NameRefusal, type RegionCode, readBusinessName } from '../people/rules.ts'
import { allRegions, audit } from '../people/store.ts'
import type { Tx } from '../platform/db.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import type { Runtime } from '../runtime.ts'
import { type Commodity, type PaperKind, requirementOf, requirementsFor } from './catalogue.ts'
import { mimeOf, paperKind } from './paper.ts'
import * as papers from './paper-store.ts'
import {
  type BusinessId,
  type ItemId,
  type PaperRefusal,
  type SubmitRefusal,
  type UnsortedId,
  whyNotPaper,
  whyNotSubmit,
} from './rules.ts'
import * as store from './store.ts'

/** Names the actor's business; it begins to exist with its name. */
export async function nameBusiness(
  rt: Runtime,
  actor: Actor,
  typed: string,
): Promise<Result<string, NameRefusal | 'not-yours'>> {
  const read = readBusinessName(typed)
  if ('refusal' in read) return refuse(read.refusal)
  if (!actor.consented) return refuse('not-yours')
  await rt.db.transaction((tx) => store.nameBusiness(tx, actor.personId, read.name, rt.clock.now()))
  return ok(read.name)
}

/** Says in which region a business is. */
export function placeBusiness(
  rt: Runtime,
  actor: Actor,
  id: BusinessId,
  region: RegionCode,
): Promise<Result<undefined, 'not-yours' | 'unknown-region'>> {
  return rt.db.transaction(async (tx) => {
    const business = await store.lockBusiness(tx, id)
    if (!business || !may(actor, 'fill', business.subject)) return refuse('not-yours')
    const known = (await allRegions(tx)).some(({ code }) => code === region)
    if (!known) return refuse('unknown-region')
    await store.placeBusiness(tx, id, region)
    await openIfComplete(rt, tx, id, region, business.commodity)
    return ok()
  })
}

/** Says what a business makes; with that its dossier of the open cycle is opened. */
export function chooseCommodity(
  rt: Runtime,
  actor: Actor,
  id: BusinessId,
  commodity: Commodity,
): Promise<Result<undefined, 'not-yours'>> {
  return rt.db.transaction(async (tx) => {
    const business = await store.lockBusiness(tx, id)
    if (!business || !may(actor, 'fill', business.subject)) return refuse('not-yours')
    await store.setCommodity(tx, id, commodity)
    await openIfComplete(rt, tx, id, business.subject.region, commodity)
    return ok()
  })
}

async function openIfComplete(
  rt: Runtime,
  tx: Tx,
  id: BusinessId,
  region: RegionCode | undefined,
  commodity: Commodity | null,
): Promise<void> {
  const cycle = await store.openCycleOf(tx)
  if (!cycle || !region || !commodity) return
  const catalogue = await store.catalogueOf(tx, cycle.catalogueVersion)
  await store.openDossiers(tx, cycle, catalogue, rt.clock.now(), id)
  const wanted = requirementsFor(catalogue, commodity).map((requirement) => requirement.id)
  await store.dropUnaskedItems(tx, id, wanted)
}

/** A paper as it came from a chat. */
export interface Paper {
  bytes: Uint8Array
  telegramFileId: string
  telegramKind: 'photo' | 'document'
}

/** What a paper became: the item now waits for the officer. `again` when the very same file already waited. */
export interface Submitted {
  requirementId: string
  again: boolean
}

/** Sends a paper in for an item. Its kind is read from its bytes. */
export async function submitPaper(
  rt: Runtime,
  actor: Actor,
  itemId: ItemId,
  paper: Paper,
): Promise<Result<Submitted, SubmitRefusal>> {
  const kept = await keep(rt, actor, paper)
  if (!kept.ok) return kept
  return rt.db.transaction((tx) => submit(rt, tx, actor, itemId, kept.value))
}

/** Keeps a paper that came unasked until its owner says which it is. */
export async function keepUnsorted(
  rt: Runtime,
  actor: Actor,
  paper: Paper,
): Promise<Result<UnsortedId, PaperRefusal | 'not-yours'>> {
  const kept = await keep(rt, actor, paper)
  if (!kept.ok) return kept
  const now = rt.clock.now()
  return rt.db.transaction(async (tx) => {
    const fileId = await papers.saveFile(tx, kept.value.stored, now)
    return ok(await papers.saveUnsorted(tx, fileId, actor.cause, now))
  })
}

/** Says which paper an unsorted file is. */
export function sortPaper(
  rt: Runtime,
  actor: Actor,
  id: UnsortedId,
  itemId: ItemId,
): Promise<Result<Submitted, SubmitRefusal>> {
  const now = rt.clock.now()
  return rt.db.transaction(async (tx) => {
    const unsorted = await papers.lockUnsorted(tx, id)
    if (!unsorted || unsorted.ownerId !== actor.personId) return refuse('not-yours')
    const kind = paperKindOf(unsorted.mime)
    const outcome = await submit(rt, tx, actor, itemId, { kind, sha256: unsorted.sha256, fileId: unsorted.fileId })
    if (outcome.ok) await papers.markSorted(tx, id, now)
    return outcome
  })
}

interface Kept {
  kind: PaperKind
  sha256: string
  stored: papers.StoredPaper
}

/** Puts the bytes into the file store, before any transaction: the same bytes again are the same file. */
async function keep(rt: Runtime, actor: Actor, paper: Paper): Promise<Result<Kept, PaperRefusal | 'not-yours'>> {
  if (!actor.consented) return refuse('not-yours')
  if (paper.bytes.length === 0) return refuse('empty')
  const kind = await paperKind(paper.bytes)
  if (kind === undefined || kind === 'locked-pdf') return refuse(kind ?? 'wrong-kind')
  const { storageKey, sha256 } = await rt.files.put(actor.personId, paper.bytes)
  const { telegramFileId, telegramKind } = paper
  const size = paper.bytes.length
  return ok({
    kind,
    sha256,
    stored: { ownerId: actor.personId, sha256, storageKey, size, mime: mimeOf[kind], telegramFileId, telegramKind },
  })
}

type Submittable = { kind: PaperKind; sha256: string } & ({ stored: papers.StoredPaper } | { fileId: number })

/** What sending in and sorting share: the item now has this paper, and waits for the officer. */
async function submit(
  rt: Runtime,
  tx: Tx,
  actor: Actor,
  itemId: ItemId,
  paper: Submittable,
): Promise<Result<Submitted, SubmitRefusal>> {
  const now = rt.clock.now()
  const item = await papers.lockItem(tx, itemId)
  if (!item || !may(actor, 'fill', item.subject)) return refuse('not-yours')
  const { requirementId, latest } = item
  if (latest?.cause === actor.cause) return ok({ requirementId, again: false })
  const sameFile = latest?.sha256 === paper.sha256
  const { accepts } = requirementOf(await store.catalogueOf(tx, item.catalogueVersion), requirementId)
  const refusal = whyNotPaper(paper.kind, accepts) ?? whyNotSubmit(item.state, sameFile)
  if (refusal) return refuse(refusal)
  if (sameFile) return ok({ requirementId, again: true })
  const fileId = 'fileId' in paper ? paper.fileId : await papers.saveFile(tx, paper.stored, now)
  await papers.saveSubmission(tx, { itemId, personId: actor.personId, fileId, cause: actor.cause, now })
  await papers.setItemState(tx, itemId, 'submitted', now)
  await audit(tx, { actor, deed: 'submitted', subject: 'item', subjectId: itemId, now })
  return ok({ requirementId, again: false })
}

function paperKindOf(mime: string): PaperKind {
  for (const kind of ['jpeg', 'png', 'pdf'] as const) if (mimeOf[kind] === mime) return kind
  throw new Error(`no kind of paper is ${mime}`)
}
