import { z } from 'zod'
import { commodity } from '../dossier/catalogue.ts'
import { areAlike } from '../dossier/likeness.ts'
import { sameName } from '../dossier/names.ts'
import { nameWords } from '../dossier/titles.ts'
import { regionCode } from '../people/rules.ts'
import { rowId } from '../platform/id.ts'
import { type Column, columns } from './heading.ts'
import type { Given, ReadRow } from './reading.ts'

// What an import would do with each row. Worked out when the file came, and again when it is applied.

export const listId = () => rowId().brand<'ListId'>()
export type ListId = z.output<ReturnType<typeof listId>>
const nominationId = () => rowId().brand<'NominationId'>()
export type NominationId = z.output<ReturnType<typeof nominationId>>

/** A business that was nominated before: what the dinas gave last, and what stands in the dossier now. */
export interface Nominated {
  id: NominationId
  given: Given
  now: Given
  /** Its owner came, and says themselves what is true. */
  isClaimed: boolean
}

export interface Difference {
  column: Column
  list: string | undefined
  ours: string | undefined
}

interface Planned {
  row: ReadRow
  /** What the list changes, or in an earlier row of it would. */
  differences: readonly Difference[]
  /** Where the list says something else, and what we have stays: its owner or an officer said so. */
  kept: readonly Difference[]
}

export type Step = Planned &
  (
    | { does: 'wrong' | 'new' }
    /** The same business as in an earlier row. */
    | { does: 'double'; of: string }
    /** Nominated already: nothing to do, to be corrected, or as we have it and not as the list. */
    | { does: 'same' | 'change' | 'keep'; id: NominationId }
  )

/** What to do with each row of a list. */
export function planOf(rows: readonly ReadRow[], nominated: readonly Nominated[]): Step[] {
  const find = findAmong(nominated)
  const seen = new Map<string, { row: ReadRow; given: Given }[]>()
  return rows.map((row): Step => {
    const { given } = row
    if (!given) return { row, does: 'wrong', differences: [], kept: [] }
    const near = seen.get(given.region) ?? []
    const first = near.find((each) => isSameBusiness(each.given, given))
    if (first) {
      return { row, does: 'double', of: first.row.line, differences: differencesOf(given, first.given), kept: [] }
    }
    seen.set(given.region, [...near, { row, given }])
    const known = find(given)
    return known ? stepFor(row, given, known) : { row, does: 'new', differences: [], kept: [] }
  })
}

/** Finds the earlier nomination that a row is about, each of them once. */
function findAmong(nominated: readonly Nominated[]): (given: Given) => Nominated | undefined {
  const inRegion = Map.groupBy(
    nominated.flatMap((each) => [...new Set([each.given.region, each.now.region])].map((region) => ({ each, region }))),
    ({ region }) => region,
  )
  const byPhone = Map.groupBy(nominated, ({ given }) => given.phone)
  const taken = new Set<NominationId>()
  return (given) => {
    const near = (inRegion.get(given.region) ?? []).map(({ each }) => each).filter(({ id }) => !taken.has(id))
    // Under another name or in another region, it is told by the number and name of its owner, if that is only one.
    const theirs = given.phone === undefined ? [] : (byPhone.get(given.phone) ?? [])
    const found =
      near.find((each) => isSameBusiness(each.given, given) || isSameBusiness(each.now, given)) ??
      onlyOne(theirs.filter((each) => !taken.has(each.id) && isSamePerson(each.given, given)))
    if (found) taken.add(found.id)
    return found
  }
}

const onlyOne = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined)

const isSameOwner = (one: Given, other: Given): boolean => sameName(one.owner, other.owner, nameWords) !== 'different'

const isSameNumber = (one: Given, other: Given): boolean => one.phone !== undefined && one.phone === other.phone

/** Two rows with the number and name of one person; they may have several businesses. */
export const isSamePerson = (one: Given, other: Given): boolean => isSameNumber(one, other) && isSameOwner(one, other)

/** Of one region, written the same way or nearly so, and of the same owner. */
function isSameBusiness(one: Given, other: Given): boolean {
  if (one.region !== other.region) return false
  if (compact(one.business) === compact(other.business)) return isSameOwner(one, other) || isSameNumber(one, other)
  return areAlike(one.business, other.business) && isSameOwner(one, other)
}

const compact = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const differencesOf = (list: Given, ours: Given): Difference[] =>
  columns
    .filter((column) => list[column] !== ours[column])
    .map((column) => ({ column, list: list[column], ours: ours[column] }))

/** A list corrects what nobody touched since the last one. Where it leaves something out, nothing is taken away. */
function stepFor(row: ReadRow, given: Given, { id, given: before, now, isClaimed }: Nominated): Step {
  const told = differencesOf(given, now).filter(({ list }) => list !== undefined)
  const mayChange = ({ column }: Difference): boolean => !isClaimed && now[column] === before[column]
  const differences = told.filter(mayChange)
  const kept = told.filter((each) => !mayChange(each))
  return { row, does: differences.length > 0 ? 'change' : kept.length > 0 ? 'keep' : 'same', id, differences, kept }
}

export type Summary = Record<Step['does'], number>

export function summaryOf(steps: readonly Step[]): Summary {
  const summary: Summary = { new: 0, same: 0, change: 0, keep: 0, double: 0, wrong: 0 }
  for (const { does } of steps) summary[does] += 1
  return summary
}

const rows = z.array(
  z.object({
    line: z.string(),
    given: z
      .object({
        owner: z.string(),
        business: z.string(),
        region: regionCode(),
        commodity: commodity(),
        phone: z.string().optional(),
      })
      .transform(({ phone, ...given }): Given => ({ ...given, phone })),
  }),
)
/** The rows of a list as they were kept until it is applied. */
export const keptRows = (kept: unknown): { line: string; given: Given }[] => rows.parse(kept)

const summary = z.record(z.enum(['new', 'same', 'change', 'keep', 'double', 'wrong']), z.number())
export const keptSummary = (kept: unknown): Summary => summary.parse(kept)
