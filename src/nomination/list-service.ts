import type { Catalogue, Commodity } from '../dossier/catalogue.ts'
import { openCycleOf, openDossiers } from '../dossier/cycle-store.ts'
import { catalogueOf, dropUnaskedItems } from '../dossier/store.ts'
import { type Actor, may, type PersonId } from '../people/rules.ts'
import { allRegions, audit } from '../people/store.ts'
import type { Tx } from '../platform/db.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import { days, later } from '../platform/time.ts'
import { readWorkbook, type WorkbookRefusal } from '../platform/workbook.ts'
import type { Runtime } from '../runtime.ts'
import { isSamePerson, keptRows, keptSummary, type ListId, planOf, type Step, type Summary, summaryOf } from './plan.ts'
import { type ListRefusal, type ReadRow, readList } from './reading.ts'
import * as store from './store.ts'
import * as undoing from './undo-store.ts'

// A list of the dinas: looked through, applied, undone.

/** Of so many businesses at most; a list of a whole country is a mistake. */
const MOST_ROWS = 3_000

export interface LookedThrough {
  id: ListId
  steps: Step[]
  summary: Summary
}

export type LookRefusal = 'not-yours' | 'no-cycle' | 'too-many' | WorkbookRefusal | ListRefusal

/** Looks through a list: what would be done with each of its rows. Nothing is nominated yet. */
export async function lookThrough(
  rt: Runtime,
  actor: Actor,
  bytes: Uint8Array,
): Promise<Result<LookedThrough, LookRefusal>> {
  if (!may(actor, 'nominate')) return refuse('not-yours')
  const workbook = await readWorkbook(bytes)
  if (!workbook.ok) return workbook
  const read = readList(workbook.value, await allRegions(rt.db.reader))
  if ('refusal' in read) return refuse(read.refusal)
  const given = read.rows.flatMap((row) => (row.given ? [{ line: row.line, given: row.given }] : []))
  if (given.length > MOST_ROWS) return refuse('too-many')
  return rt.db.transaction(async (tx) => {
    if (!(await openCycleOf(tx))) return refuse('no-cycle')
    const steps = planOf(read.rows, await store.allNominated(tx))
    const { personId: madeById, cause } = actor
    const id = await store.saveList(tx, { madeById, cause, rows: given, now: rt.clock.now() })
    return ok({ id, steps, summary: summaryOf(steps) })
  })
}

/**
 * Applies a list: what is new becomes a nominated dossier, what nobody touched is corrected. It is worked out again, so
 * what changed since it was looked through counts. Applied again, it is what it was.
 */
export function applyList(
  rt: Runtime,
  actor: Actor,
  id: ListId,
): Promise<Result<Summary, 'not-yours' | 'no-cycle' | 'gone'>> {
  return rt.db.transaction(async (tx) => {
    if (!may(actor, 'nominate')) return refuse('not-yours')
    await store.holdNominations(tx)
    const list = await store.listOf(tx, id)
    if (list?.appliedAt) return ok(keptSummary(list.summary))
    if (!list) return refuse('gone')
    const cycle = await openCycleOf(tx)
    if (!cycle) return refuse('no-cycle')
    const now = rt.clock.now()
    const nominated = await store.allNominated(tx)
    const steps = planOf(rowsOf(list.rows), nominated)
    const made = await store.nominate(tx, id, newIn(steps, nominated), now)
    const catalogue = await catalogueOf(tx, cycle.catalogueVersion)
    await correctAll(tx, steps, nominated, catalogue)
    await openDossiers(tx, cycle, catalogue, now)
    const known = new Map(nominated.map((each) => [each.id, each.businessId]))
    const again = steps.flatMap((step) => ('id' in step ? (known.get(step.id) ?? []) : []))
    await store.admitAll(tx, cycle.id, [...made, ...again])
    const summary = summaryOf(steps)
    await store.setApplied(tx, id, summary, now)
    await audit(tx, { actor, deed: 'list-applied', subject: 'nomination-list', subjectId: id, now })
    return ok(summary)
  })
}

const rowsOf = (rows: unknown): ReadRow[] =>
  keptRows(rows).map(({ line, given }) => ({ line, given, texts: {}, faults: [], hints: [] }))

/** The new businesses, each with whose it is: of a person nominated before, or of the first row that names them. */
function newIn(steps: readonly Step[], nominated: readonly store.NominatedBusiness[]): store.NewNomination[] {
  const news = steps.flatMap(({ does, row: { given } }) => (does === 'new' && given ? [given] : []))
  return news.map((given) => {
    const known = nominated.find((each) => isSamePerson(each.given, given))
    const first = news.findIndex((each) => each === given || isSamePerson(each, given))
    return { given, owner: known ? { id: known.ownerId as PersonId } : { isNew: first } }
  })
}

async function correctAll(
  tx: Tx,
  steps: readonly Step[],
  nominated: readonly store.NominatedBusiness[],
  catalogue: Catalogue,
): Promise<void> {
  for (const step of steps) {
    const { given } = step.row
    const known = 'id' in step ? nominated.find(({ id }) => id === step.id) : undefined
    if (!given || !known || (step.does !== 'change' && step.does !== 'keep')) continue
    const correction = Object.fromEntries(step.differences.map(({ column, list }) => [column, list]))
    if (step.does === 'change') await store.correct(tx, known, correction)
    if (correction.commodity !== undefined)
      await dropUnaskedItems(tx, known.businessId, askedOf(catalogue, given.commodity))
    await store.saveGiven(tx, known.id, { ...given, phone: given.phone ?? known.given.phone })
  }
}

const askedOf = ({ requirements }: Catalogue, commodity: Commodity): string[] =>
  requirements.filter(({ commodities }) => commodities.includes(commodity)).map(({ id }) => id)

/** What came of undoing a list: how many were taken back, and how many somebody has already. */
export interface Undone {
  gone: number
  stay: number
}

/** What undoing a list would do. */
export async function askUndo(rt: Runtime, actor: Actor, id: ListId): Promise<Result<Undone, 'not-yours' | 'gone'>> {
  if (!may(actor, 'nominate')) return refuse('not-yours')
  const list = await store.listOf(rt.db.reader, id)
  if (!list?.appliedAt || list.undoneAt) return refuse('gone')
  return ok(countOf(await undoing.untouchedOf(rt.db.reader, id)))
}

/** Takes back what a list brought and nobody has claimed or worked on. What it corrected stays corrected. */
export function undoList(rt: Runtime, actor: Actor, id: ListId): Promise<Result<Undone, 'not-yours' | 'gone'>> {
  return rt.db.transaction(async (tx) => {
    if (!may(actor, 'nominate')) return refuse('not-yours')
    await store.holdNominations(tx)
    const list = await store.listOf(tx, id)
    if (!list?.appliedAt || list.undoneAt) return refuse('gone')
    const came = await undoing.untouchedOf(tx, id)
    await undoing.takeBack(
      tx,
      came.flatMap(({ businessId, isUntouched }) => (isUntouched ? [businessId] : [])),
    )
    const now = rt.clock.now()
    await store.setUndone(tx, id, now)
    await audit(tx, { actor, deed: 'list-undone', subject: 'nomination-list', subjectId: id, now })
    return ok(countOf(came))
  })
}

const countOf = (came: readonly { isUntouched: boolean }[]): Undone => {
  const gone = came.filter(({ isUntouched }) => isUntouched).length
  return { gone, stay: came.length - gone }
}

/** How many were nominated, how many came, and which list was the last. */
export async function nominations(rt: Runtime, actor: Actor): Promise<Result<store.Standing, 'not-yours'>> {
  return may(actor, 'nominate') ? ok(await store.standingOfAll(rt.db.reader)) : refuse('not-yours')
}

/** How long a list is kept that nobody applies. */
const LIST_DAYS = 7

export const dropOldLists = (rt: Runtime): Promise<number> =>
  rt.db.transaction((tx) => store.dropListsBefore(tx, later(rt.clock.now(), -days(LIST_DAYS))))
