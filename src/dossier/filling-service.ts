import { type Actor, may, type PersonId } from '../people/rules.ts'
import { audit } from '../people/store.ts'
import type { Tx } from '../platform/db.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import type { Runtime } from '../runtime.ts'
import { acceptedKinds, type PaperKind, type Requirement, requirementOf } from './catalogue.ts'
import { asksFor, clearedBy, type Field, nextField, pagesOf } from './fields.ts'
import { sideOf } from './item-states.ts'
import { mimeOf, paperKind } from './paper.ts'
import * as papers from './paper-store.ts'
import { type FillRefusal, type ItemId, type PageRefusal, type PaperRefusal, whyNotFill, whyNotPaper } from './rules.ts'
import { catalogueOf } from './store.ts'

// What every change of an item shares: it is held, allowed, changed, and sent in when nothing is missing any more.

/** Where an item stands after something was filled in. */
export interface Filled {
  requirementId: string
  /** What is to be asked next; undefined when everything is there and it was sent in. */
  next: Field | undefined
  /** The very same file was there already. */
  again: boolean
}

/** A paper as it came from a chat. */
export interface Paper {
  bytes: Uint8Array
  telegramFileId: string
  telegramKind: 'photo' | 'document'
}

interface Held extends papers.HeldItem {
  requirement: Requirement
  draftPages: number
}

/**
 * One change of an item by its owner: locked, allowed, changed, and sent in when nothing is missing any more. `change`
 * answers with the item as it is now, or whether the same file was there already; then the item is read once more.
 */
export function fill<Reason extends string = FillRefusal>(
  rt: Runtime,
  actor: Actor,
  itemId: ItemId,
  change: (tx: Tx, held: Held) => Promise<Result<boolean | Held, Reason | FillRefusal>>,
): Promise<Result<Filled, Reason | FillRefusal>> {
  return rt.db.transaction(async (tx) => {
    const held = await hold(tx, itemId)
    const refusal = whyNotChange(actor, held)
    if (refusal || !held) return refuse(refusal ?? 'not-yours')
    const changed = await change(tx, held)
    if (!changed.ok) return changed
    const { ownerId } = held.subject
    if (actor.personId !== ownerId) {
      await audit(tx, { actor, deed: 'filled-in', subject: 'item', subjectId: itemId, ownerId, now: rt.clock.now() })
    }
    const filled = typeof changed.value === 'object' ? changed.value : await hold(tx, itemId)
    const next = await settle(rt, tx, actor, filled)
    return ok({ requirementId: held.requirementId, next, again: changed.value === true })
  })
}

/** Why somebody may not change an item now. What the dinas prepares is not its owner's to fill in. */
export function whyNotChange(actor: Actor, held: Held | undefined): FillRefusal | undefined {
  if (!held || !may(actor, 'fill', held.subject) || sideOf(held.requirement) !== 'owner') return 'not-yours'
  return whyNotFill(held.state)
}

export async function hold(tx: Tx, itemId: ItemId): Promise<Held | undefined> {
  const item = await papers.lockItem(tx, itemId)
  if (!item) return undefined
  const requirement = requirementOf(await catalogueOf(tx, item.catalogueVersion), item.requirementId)
  return { ...item, requirement, draftPages: item.draft?.pages.length ?? 0 }
}

/** Sends a draft in as soon as it lacks nothing. Answers what is still lacking. */
async function settle(rt: Runtime, tx: Tx, actor: Actor, held: Held | undefined): Promise<Field | undefined> {
  if (!held) throw new Error('an item went away while it was held')
  const now = rt.clock.now()
  const { id: itemId, draft, live, state, requirement } = held
  if (!draft && live && state === 'submitted') return undefined
  const next = nextField(requirement, held.draftPages, held.values)
  if (draft && next === undefined) {
    await papers.sendDraft(tx, { itemId, submissionId: draft.id, personId: actor.personId, now })
    await papers.setItemState(tx, itemId, 'submitted', now)
    const { ownerId } = held.subject
    await audit(tx, { actor, deed: 'submitted', subject: 'item', subjectId: itemId, ownerId, now })
    if (requirement.scope === 'person') {
      for (const share of await papers.sharesOf(tx, itemId)) await papers.copyPaper(tx, share, now)
    }
  }
  return next
}

type Drafted = Held & { draft: NonNullable<Held['draft']> }

/**
 * An item with its draft, begun when there is none: what the last return made worthless is asked again. An item that was
 * open or waiting is being filled in from here on.
 */
export async function drafted(rt: Runtime, tx: Tx, actor: Actor, held: Held): Promise<Drafted> {
  const isBegun = held.state === 'open' || held.state === 'waiting'
  const state = isBegun ? 'started' : held.state
  if (isBegun) await papers.setItemState(tx, held.id, state, rt.clock.now())
  if (held.draft) return { ...held, state, draft: held.draft }
  const { live, values } = held
  const worthless = live ? clearedBy(live.reason ?? undefined) : []
  if (live) await papers.dropValues(tx, held.id, worthless)
  const id = await papers.beginDraft(tx, held.id, actor.personId, rt.clock.now())
  // What accompanies answers stays with them; a paper is sent anew.
  const kept = held.requirement.kind === 'data' ? live : undefined
  if (kept) await papers.copyPages(tx, kept.id, id)
  const draft = { id, pages: kept?.pages ?? [] }
  const valid = Object.entries(values).filter(([field]) => !worthless.includes(field))
  return { ...held, state, draft, draftPages: draft.pages.length, values: Object.fromEntries(valid) }
}

/**
 * Keeps an answer that the requirement asks for; answers with the item as it is then. What is answered while nothing is
 * being prepared corrects what was sent in.
 */
export async function saveOwn(
  rt: Runtime,
  tx: Tx,
  actor: Actor,
  held: Held,
  field: string,
  value: string,
  source: 'owner' | 'left' = 'owner',
): Promise<Result<Held, 'not-yours'>> {
  if (!asksFor(held.requirement, field)) return refuse('not-yours')
  const filling = held.state === 'submitted' ? held : await drafted(rt, tx, actor, held)
  await papers.saveValue(tx, { itemId: held.id, field, value, source, personId: actor.personId, now: rt.clock.now() })
  return ok({ ...filling, values: { ...filling.values, [field]: { value, source } } })
}

export interface Kept {
  kind: PaperKind
  sha256: string
  stored: papers.StoredPaper
}

/**
 * Puts the bytes into the owner's file store, before any transaction: the same bytes again are the same file. What is
 * not among the kinds `accepted` is not kept.
 */
export async function keep(
  rt: Runtime,
  ownerId: PersonId,
  paper: Paper,
  accepted?: readonly PaperKind[],
): Promise<Result<Kept, PaperRefusal>> {
  if (paper.bytes.length === 0) return refuse('empty')
  const kind = await paperKind(paper.bytes)
  if (kind === undefined || kind === 'locked-pdf') return refuse(kind ?? 'wrong-kind')
  const refusal = accepted && whyNotPaper(kind, accepted)
  if (refusal) return refuse(refusal)
  const { storageKey, sha256 } = await rt.files.put(ownerId, paper.bytes)
  const { telegramFileId, telegramKind, bytes } = paper
  const mime = mimeOf[kind]
  const stored = { ownerId, sha256, storageKey, size: bytes.length, mime, telegramFileId, telegramKind }
  return ok({ kind, sha256, stored })
}

/** Whether a draft takes no further page; a paper of one page is exchanged instead. */
export function isFull({ requirement, draftPages }: Held): boolean {
  const { atMost } = pagesOf(requirement)
  return atMost > 1 && draftPages >= atMost
}

/** A file as it may become a page: new, or there already. */
export type Puttable = { kind: PaperKind; sha256: string } & ({ stored: papers.StoredPaper } | { fileId: number })

/** Puts several files into the draft of an item, in their order: all of them or, when one will not do, none. */
export async function putPages(
  rt: Runtime,
  tx: Tx,
  actor: Actor,
  held: Held,
  files: readonly (Puttable & { cause: number })[],
): Promise<Result<boolean, PageRefusal>> {
  const { requirement } = held
  const accepted = acceptedKinds(requirement)
  const refusal = files.map(({ kind }) => whyNotPaper(kind, accepted)).find((reason) => reason !== undefined)
  if (refusal) return refuse(refusal)
  if (files.length > 1 && held.draftPages + files.length > pagesOf(requirement).atMost) return refuse('no-more-pages')
  let isAgain = false
  for (const file of files) {
    const outcome = await putPage(rt, tx, actor, (await hold(tx, held.id)) ?? held, file, file.cause)
    if (!outcome.ok) return outcome
    isAgain ||= outcome.value
  }
  return ok(isAgain)
}

/** Puts a file into the draft of an item; `cause` is the update that brought it. True when the very same file was there already. */
export async function putPage(
  rt: Runtime,
  tx: Tx,
  actor: Actor,
  held: Held,
  paper: Puttable,
  cause: number = actor.cause,
): Promise<Result<boolean, PageRefusal>> {
  const { draft, live, state, requirement } = held
  const pages = [...(draft?.pages ?? []), ...(live?.pages ?? [])]
  if (pages.some((each) => each.cause === cause)) return ok(false)
  const refusal = whyNotPaper(paper.kind, acceptedKinds(requirement))
  if (refusal) return refuse(refusal)
  if (draft?.pages.some(({ sha256 }) => sha256 === paper.sha256)) return ok(true)
  if (!draft && live?.pages.some(({ sha256 }) => sha256 === paper.sha256)) {
    return state === 'returned' ? refuse('same-as-returned') : ok(true)
  }
  const { atMost } = pagesOf(requirement)
  if (isFull(held)) return refuse('no-more-pages')
  if (draft && atMost === 1) await papers.dropPages(tx, draft.id)
  const { draft: filled } = await drafted(rt, tx, actor, held)
  const fileId = 'fileId' in paper ? paper.fileId : await papers.saveFile(tx, paper.stored, rt.clock.now())
  await papers.addPage(tx, { submissionId: filled.id, fileId, cause })
  return ok(false)
}
