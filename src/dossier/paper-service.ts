import { type Actor, may, type PersonId } from '../people/rules.ts'
import { audit } from '../people/store.ts'
import type { Tx } from '../platform/db.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import { type LocalDate, localDate, localDay } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import { acceptedKinds, type PaperKind, type Requirement, requirementOf } from './catalogue.ts'
import { endsBefore, warnFrom } from './dates.ts'
import {
  type AnswerMistake,
  CONFIRMED,
  clearedBy,
  type DateField,
  type DayMistake,
  type Field,
  NAME,
  NUMBER,
  nextField,
  PAGES,
  pagesOf,
  readAnswer,
  readFieldDay,
  readPaperNumber,
  SAME_NAME,
} from './fields.ts'
import { sameName } from './names.ts'
import type { BadNumber, RegionCodes } from './number-reading.ts'
import { mimeOf, paperKind, paperKindOf } from './paper.ts'
import * as papers from './paper-store.ts'
import {
  type FillRefusal,
  type ItemId,
  type PageRefusal,
  type PaperRefusal,
  type UnsortedId,
  whyNotFill,
  whyNotPaper,
} from './rules.ts'
import { catalogueOf, subjectOfItem } from './store.ts'
import { nameWords } from './titles.ts'

// How an owner fills in one item: page by page, answer by answer, each a row of its own. When nothing is missing any
// more the item is sent in by itself.

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

/** Adds a page to what is being prepared for an item. Its kind is read from its bytes. */
export async function sendPage(
  rt: Runtime,
  actor: Actor,
  itemId: ItemId,
  paper: Paper,
): Promise<Result<Filled, PageRefusal>> {
  const subject = await subjectOfItem(rt.db.reader, itemId)
  if (!subject || !may(actor, 'fill', subject)) return refuse('not-yours')
  const kept = await keep(rt, subject.ownerId, paper)
  if (!kept.ok) return kept
  return fill(rt, actor, itemId, (tx, held) => putPage(rt, tx, actor, held, kept.value))
}

/** Keeps a paper that came unasked until its owner says which it is. */
export async function keepUnsorted(
  rt: Runtime,
  actor: Actor,
  paper: Paper,
): Promise<Result<UnsortedId, PaperRefusal | 'not-yours'>> {
  if (!actor.consented) return refuse('not-yours')
  const kept = await keep(rt, actor.personId, paper)
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
): Promise<Result<Filled, PageRefusal>> {
  return fill(rt, actor, itemId, async (tx, held) => {
    const unsorted = await papers.lockUnsorted(tx, id)
    if (!unsorted || unsorted.ownerId !== actor.personId) return refuse('not-yours')
    const { fileId, sha256, mime } = unsorted
    const outcome = await putPage(rt, tx, actor, held, { kind: paperKindOf(mime), sha256, fileId })
    if (outcome.ok) await papers.markSorted(tx, id, rt.clock.now())
    return outcome
  })
}

/** Says that the pages are complete. */
export const finishPages = (rt: Runtime, actor: Actor, itemId: ItemId): Promise<Result<Filled, FillRefusal>> =>
  fill(rt, actor, itemId, async (tx, held) => {
    const { requirement, draftPages } = held
    if (draftPages < pagesOf(requirement).atLeast) return ok(false)
    await saveOwn(rt, tx, actor, held, PAGES, 'done')
    return ok(false)
  })

/** Takes the pages of what is being prepared away, to photograph them anew. */
export const retakePages = (rt: Runtime, actor: Actor, itemId: ItemId): Promise<Result<Filled, FillRefusal>> =>
  fill(rt, actor, itemId, async (tx, held) => {
    if (held.draft) await papers.dropPages(tx, held.draft.id)
    await papers.dropValues(tx, itemId, [PAGES])
    return ok(false)
  })

/** Why a typed number was not taken, with what may be offered instead. */
export type NumberOutcome =
  | Result<Filled & { underAge: boolean }, FillRefusal>
  | { ok: false; reason: 'bad-number'; reading: BadNumber }

/** Takes the number of a paper as it was typed, when it is one. */
export async function answerNumber(
  rt: Runtime,
  actor: Actor,
  itemId: ItemId,
  typed: string,
  regions: readonly RegionCodes[],
): Promise<NumberOutcome> {
  let bad: BadNumber | undefined
  let underAge = false
  const outcome = await fill(rt, actor, itemId, async (tx, held) => {
    const reading = readPaperNumber(held.requirement, typed, { now: localDate(rt.clock.now()), regions })
    if ('mistake' in reading) {
      bad = reading
      return ok(false)
    }
    underAge = reading.facts?.underAge === true
    await saveOwn(rt, tx, actor, held, NUMBER, reading.number)
    return ok(false)
  })
  if (!outcome.ok) return outcome
  return bad ? { ok: false, reason: 'bad-number', reading: bad } : ok({ ...outcome.value, underAge })
}

export type DayOutcome =
  | Result<Filled & { endsEarly: boolean }, FillRefusal | DayMistake>
  | { ok: false; reason: 'ambiguous'; either: LocalDate[] }

const LIFETIME = 'lifetime'

/** Takes a date as it was typed. A permit that ends before the field visits do is flagged at once, and again in time. */
export async function answerDay(
  rt: Runtime,
  actor: Actor,
  itemId: ItemId,
  which: DateField,
  typed: string,
): Promise<DayOutcome> {
  const reading = readFieldDay(which, typed, localDate(rt.clock.now()))
  if ('mistake' in reading) return refuse(reading.mistake)
  if ('either' in reading) return { ok: false, reason: 'ambiguous', either: reading.either }
  const day = 'day' in reading ? reading.day : undefined
  let endsEarly = false
  const outcome = await fill(rt, actor, itemId, async (tx, held) => {
    await saveOwn(rt, tx, actor, held, which, day ?? LIFETIME)
    if (which !== 'expires') return ok(false)
    endsEarly = day !== undefined && endsBefore(day, held.fieldVisitUntil)
    await papers.setWarning(tx, itemId, day && warningDay(held.requirement, day))
    return ok(false)
  })
  return outcome.ok ? ok({ ...outcome.value, endsEarly }) : outcome
}

const warningDay = ({ validity }: Requirement, day: LocalDate): LocalDate =>
  warnFrom(day, validity.type === 'dated' ? validity.warnDays : undefined)

/** Leaves a number, a date or a name to the officer. */
export const leaveToOfficer = (
  rt: Runtime,
  actor: Actor,
  itemId: ItemId,
  field: string,
): Promise<Result<Filled, FillRefusal>> =>
  fill(rt, actor, itemId, async (tx, held) => {
    await saveOwn(rt, tx, actor, held, field, '', 'left')
    return ok(false)
  })

/** Says that the name on a paper is that of the KTP. */
export const sayNameIsSame = (rt: Runtime, actor: Actor, itemId: ItemId): Promise<Result<Filled, FillRefusal>> =>
  fill(rt, actor, itemId, async (tx, held) => {
    await saveOwn(rt, tx, actor, held, NAME, SAME_NAME)
    return ok(false)
  })

/** Takes the name as it stands on a paper. Titles and spellings do not make another person; a real difference stays. */
export async function answerName(
  rt: Runtime,
  actor: Actor,
  itemId: ItemId,
  name: string,
): Promise<Result<Filled & { differs: boolean }, FillRefusal>> {
  let differs = false
  const outcome = await fill(rt, actor, itemId, async (tx, held) => {
    differs = sameName(name, held.ownerName, nameWords) === 'different'
    await saveOwn(rt, tx, actor, held, NAME, differs ? name : SAME_NAME)
    return ok(false)
  })
  return outcome.ok ? ok({ ...outcome.value, differs }) : outcome
}

/** Takes the answer to a question of a data item. */
export async function answerQuestion(
  rt: Runtime,
  actor: Actor,
  itemId: ItemId,
  questionId: string,
  typed: string,
): Promise<Result<Filled, FillRefusal | AnswerMistake>> {
  return fill<FillRefusal | AnswerMistake>(rt, actor, itemId, async (tx, held) => {
    const { requirement } = held
    const question = requirement.kind === 'data' ? requirement.questions.find(({ id }) => id === questionId) : undefined
    if (!question) return refuse('not-yours')
    const reading = readAnswer(question, typed)
    if ('mistake' in reading) return refuse(reading.mistake)
    await saveOwn(rt, tx, actor, held, questionId, reading.value)
    return ok(false)
  })
}

/** Says that the paragraph made of the answers is right. */
export const confirmAnswers = (rt: Runtime, actor: Actor, itemId: ItemId): Promise<Result<Filled, FillRefusal>> =>
  fill(rt, actor, itemId, async (tx, held) => {
    if (nextField(held.requirement, 0, held.values)?.kind === 'confirm')
      await saveOwn(rt, tx, actor, held, CONFIRMED, 'yes')
    return ok(false)
  })

/** Drops the answers of a data item, to give them anew. */
export const answerAnew = (rt: Runtime, actor: Actor, itemId: ItemId): Promise<Result<Filled, FillRefusal>> =>
  fill(rt, actor, itemId, async (tx, held) => {
    if (held.requirement.kind === 'data') await papers.dropValues(tx, itemId)
    return ok(false)
  })

/** Says whether a slow paper is there already. */
export const sayOwned = (
  rt: Runtime,
  actor: Actor,
  itemId: ItemId,
  owned: 'yes' | 'not-yet',
): Promise<Result<Filled, FillRefusal>> =>
  fill(rt, actor, itemId, async (tx) => {
    await papers.setOwned(tx, itemId, owned)
    return ok(false)
  })

export type WaitOutcome =
  | Result<LocalDate, FillRefusal | DayMistake | 'past'>
  | { ok: false; reason: 'ambiguous'; either: LocalDate[] }

/** Lets an item wait on somebody else until the day the owner expects it. */
export async function waitUntil(rt: Runtime, actor: Actor, itemId: ItemId, typed: string): Promise<WaitOutcome> {
  const today = localDate(rt.clock.now())
  const reading = readFieldDay('expires', typed, today)
  if ('either' in reading) return { ok: false, reason: 'ambiguous', either: reading.either }
  if ('mistake' in reading) return refuse(reading.mistake)
  if (!('day' in reading)) return refuse('unreadable')
  if (reading.day <= today) return refuse('past')
  const { day } = reading
  const outcome = await fill(rt, actor, itemId, async (tx, held) => {
    if (['open', 'started', 'waiting', 'returned'].includes(held.state)) {
      await papers.setItemState(tx, itemId, 'waiting', rt.clock.now(), localDay().parse(day))
    }
    return ok(false)
  })
  return outcome.ok ? ok(day) : outcome
}

/** Asks an officer to agree that a conditional requirement does not apply. */
export const askNotApplicable = (rt: Runtime, actor: Actor, itemId: ItemId): Promise<Result<Filled, FillRefusal>> =>
  fill(rt, actor, itemId, async (tx, held) => {
    if (held.requirement.level === 'wajib_bersyarat' && held.state !== 'submitted') {
      await papers.setItemState(tx, itemId, 'not-applicable-asked', rt.clock.now())
    }
    return ok(false)
  })

// ── What all of them share ──

interface Held extends papers.HeldItem {
  requirement: Requirement
  draftPages: number
}

/**
 * One change of an item by its owner: locked, allowed, changed, and sent in when nothing is missing any more. `change`
 * answers whether the same file was there already.
 */
function fill<Reason extends string = FillRefusal>(
  rt: Runtime,
  actor: Actor,
  itemId: ItemId,
  change: (tx: Tx, held: Held) => Promise<Result<boolean, Reason | FillRefusal>>,
): Promise<Result<Filled, Reason | FillRefusal>> {
  return rt.db.transaction(async (tx) => {
    const held = await hold(tx, itemId)
    if (!held || !may(actor, 'fill', held.subject)) return refuse('not-yours')
    const refusal = whyNotFill(held.state)
    if (refusal) return refuse(refusal)
    const changed = await change(tx, held)
    if (!changed.ok) return changed
    const next = await settle(rt, tx, actor, itemId)
    return ok({ requirementId: held.requirementId, next, again: changed.value })
  })
}

async function hold(tx: Tx, itemId: ItemId): Promise<Held | undefined> {
  const item = await papers.lockItem(tx, itemId)
  if (!item) return undefined
  const requirement = requirementOf(await catalogueOf(tx, item.catalogueVersion), item.requirementId)
  return { ...item, requirement, draftPages: item.draft?.pages.length ?? 0 }
}

/** Sends a draft in as soon as it lacks nothing; an open item that has begun says so. Answers what is still lacking. */
async function settle(rt: Runtime, tx: Tx, actor: Actor, itemId: ItemId): Promise<Field | undefined> {
  const held = await hold(tx, itemId)
  if (!held) throw new Error('an item went away while it was held')
  const now = rt.clock.now()
  const { draft, live, state, requirement } = held
  if (!draft && live && state === 'submitted') return undefined
  const next = nextField(requirement, held.draftPages, held.values)
  if (draft && next === undefined) {
    await papers.sendDraft(tx, itemId, draft.id, now)
    await papers.setItemState(tx, itemId, 'submitted', now)
    const { ownerId } = held.subject
    await audit(tx, { actor, deed: 'submitted', subject: 'item', subjectId: itemId, ownerId, now })
    if (requirement.scope === 'person') {
      for (const share of await papers.sharesOf(tx, itemId)) await papers.copyPaper(tx, share, now)
    }
  } else if (draft && (state === 'open' || state === 'waiting')) {
    await papers.setItemState(tx, itemId, 'started', now)
  }
  return next
}

/** The draft of an item, begun when there is none: what the last return made worthless is asked again. */
async function draftOf(rt: Runtime, tx: Tx, actor: Actor, held: Held): Promise<number> {
  if (held.draft) return held.draft.id
  if (held.live?.reason) await papers.dropValues(tx, held.id, clearedBy(held.live.reason))
  else if (held.live) await papers.dropValues(tx, held.id, [PAGES])
  return papers.beginDraft(tx, held.id, actor.personId, rt.clock.now())
}

/** Keeps an answer. Answers given while nothing is being prepared correct what was sent in. */
async function saveOwn(
  rt: Runtime,
  tx: Tx,
  actor: Actor,
  held: Held,
  field: string,
  value: string,
  source: 'owner' | 'left' = 'owner',
): Promise<void> {
  if (!held.live || held.state === 'returned') await draftOf(rt, tx, actor, held)
  await papers.saveValue(tx, { itemId: held.id, field, value, source, personId: actor.personId, now: rt.clock.now() })
}

interface Kept {
  kind: PaperKind
  sha256: string
  stored: papers.StoredPaper
}

/** Puts the bytes into the owner's file store, before any transaction: the same bytes again are the same file. */
async function keep(rt: Runtime, ownerId: PersonId, paper: Paper): Promise<Result<Kept, PaperRefusal>> {
  if (paper.bytes.length === 0) return refuse('empty')
  const kind = await paperKind(paper.bytes)
  if (kind === undefined || kind === 'locked-pdf') return refuse(kind ?? 'wrong-kind')
  const { storageKey, sha256 } = await rt.files.put(ownerId, paper.bytes)
  const { telegramFileId, telegramKind, bytes } = paper
  const mime = mimeOf[kind]
  const stored = { ownerId, sha256, storageKey, size: bytes.length, mime, telegramFileId, telegramKind }
  return ok({ kind, sha256, stored })
}

type Puttable = { kind: PaperKind; sha256: string } & ({ stored: papers.StoredPaper } | { fileId: number })

/** Puts a file into the draft of an item. True when the very same file was there already. */
async function putPage(
  rt: Runtime,
  tx: Tx,
  actor: Actor,
  held: Held,
  paper: Puttable,
): Promise<Result<boolean, PageRefusal>> {
  const { draft, live, state, requirement } = held
  const pages = [...(draft?.pages ?? []), ...(live?.pages ?? [])]
  if (pages.some(({ cause }) => cause === actor.cause)) return ok(false)
  const refusal = whyNotPaper(paper.kind, acceptedKinds(requirement))
  if (refusal) return refuse(refusal)
  if (draft?.pages.some(({ sha256 }) => sha256 === paper.sha256)) return ok(true)
  if (!draft && live?.pages.some(({ sha256 }) => sha256 === paper.sha256)) {
    return state === 'returned' ? refuse('same-as-returned') : ok(true)
  }
  const { atMost } = pagesOf(requirement)
  if (atMost > 1 && held.draftPages >= atMost) return refuse('no-more-pages')
  if (draft && atMost === 1) await papers.dropPages(tx, draft.id)
  const position = atMost === 1 ? 0 : held.draftPages
  const submissionId = (await draftOf(rt, tx, actor, held)) as papers.NewPage['submissionId']
  const fileId = 'fileId' in paper ? paper.fileId : await papers.saveFile(tx, paper.stored, rt.clock.now())
  await papers.addPage(tx, { submissionId, position, fileId, cause: actor.cause })
  return ok(false)
}
