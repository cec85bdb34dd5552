import { readPhone } from '../alerts/phone.ts'
import { commodityChoices, readChoice } from '../checklist/typed.ts'
import type { Commodity } from '../dossier/catalogue.ts'
import { matchRegions, type Region } from '../people/regions.ts'
import { type RegionCode, readBusinessName, readPersonName } from '../people/rules.ts'
import type { Cell, Sheet } from '../platform/workbook.ts'
import { type Column, findHeading, type Heading, inWords } from './heading.ts'

// A list of nominated businesses, as officials keep it, read into rows that can be judged one by one.

/** What the dinas gives of one business. */
export interface Given {
  owner: string
  business: string
  region: RegionCode
  commodity: Commodity
  /** As it is dialled; some lists lack it. */
  phone: string | undefined
}

export interface Fault {
  column: Column
  why: 'missing' | 'unreadable' | 'ambiguous'
  /** Regions of that name. */
  among?: readonly string[]
}

/** One row of a list: what stands in it, and what could be made of it. */
export interface ReadRow {
  /** Where it stands, as the spreadsheet counts. */
  line: string
  texts: Partial<Record<Column, string>>
  given: Given | undefined
  faults: readonly Fault[]
  /** Something is odd, and the row is taken all the same. */
  hints: readonly ('no-phone' | 'phone-unreadable' | 'region-above')[]
}

export type ListRefusal = 'no-heading' | 'no-rows'

/** Reads all lists in a workbook. */
export function readList(sheets: readonly Sheet[], regions: Region[]): { rows: ReadRow[] } | { refusal: ListRefusal } {
  const lists = sheets.flatMap((sheet) => {
    const heading = findHeading(sheet.rows)
    return heading ? [{ sheet, heading }] : []
  })
  if (lists.length === 0) return { refusal: 'no-heading' }
  const words = wordsFor(regions)
  const rows = lists.flatMap(({ sheet, heading }) =>
    readSheet(sheet, heading, words, lists.length > 1 ? `${sheet.name} ` : ''),
  )
  return rows.length === 0 ? { refusal: 'no-rows' } : { rows }
}

/** What regions and products are called. A list says the same few things over and over, so each is worked out once. */
interface Words {
  regions(text: string): Region[]
  commodity(text: string): Commodity | undefined
}

const wordsFor = (regions: Region[]): Words => ({
  regions: once((text) => matchRegions(text, regions)),
  commodity: once((text) => readChoice(text, commodityChoices)),
})

function once<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, { is: T }>()
  return (text) => {
    const found = known.get(text) ?? { is: work(text) }
    known.set(text, found)
    return found.is
  }
}

function readSheet(sheet: Sheet, heading: Heading, words: Words, prefix: string): ReadRow[] {
  let above = regionInTitle(sheet, heading, words)
  return sheet.rows.flatMap((cells, at): ReadRow[] => {
    if (at < heading.begins) return []
    const alone = onlyText(cells)
    if (alone !== undefined) {
      above = matchedName(alone, words) ?? above
      return []
    }
    const texts = textsIn(cells, heading)
    if (isNoBusiness(cells, texts)) return []
    // Where one region is merged over its rows, only the first of them says it.
    const borrowed = texts.region === undefined ? above : undefined
    const row = judge(borrowed ? { ...texts, region: borrowed } : texts, words, `${prefix}${at + 1}`)
    if (row.given) above = texts.region ?? above
    return [borrowed ? { ...row, hints: [...row.hints, 'region-above'] } : row]
  })
}

function textsIn(cells: readonly Cell[], { places }: Heading): ReadRow['texts'] {
  const entries = Object.entries(places).flatMap(([column, place]) => {
    const text = textOf(cells[place])
    return text === '' ? [] : [[column, text]]
  })
  return Object.fromEntries(entries)
}

/** Numbers as spreadsheets keep them: a phone number without its nought, never 8.1E+10. */
const textOf = (cell: Cell): string =>
  (typeof cell === 'number'
    ? cell.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 })
    : (cell ?? '')
  )
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200)

/** Rows that number the columns, sums, signatures and empty ones. */
function isNoBusiness(cells: readonly Cell[], { owner, business }: ReadRow['texts']): boolean {
  if (owner === undefined && business === undefined) return true
  const filled = cells.filter((cell) => cell !== undefined)
  if (filled.every((cell) => /^\(?\d{1,2}\)?$/.test(String(cell).trim()))) return true
  return filled.some((cell) => /^(?:jumlah|total|sub total|grand total)\b/.test(inWords(cell)))
}

/** The text of a row that holds nothing else: the name of a region over its rows. */
function onlyText(cells: readonly Cell[]): string | undefined {
  const filled = cells.filter((cell) => cell !== undefined)
  const [only] = filled
  return filled.length === 1 && typeof only === 'string' ? only : undefined
}

/** The region for which a whole sheet is, by its title or its name. */
function regionInTitle({ name, rows }: Sheet, { begins }: Heading, words: Words): string | undefined {
  const titles = [...rows.slice(0, begins - 1).flat(), name].map((cell) => textOf(cell))
  for (const title of titles) {
    const named = /\b(?:kab(?:upaten|\.)?|kota)\s.*$/i.exec(title)?.[0].replace(/\s*(?:tahun|periode|\d{4}).*$/i, '')
    const found = named === undefined ? undefined : matchedName(named, words)
    if (found !== undefined) return found
  }
  return undefined
}

function matchedName(text: string, words: Words): string | undefined {
  const [only, ...others] = words.regions(text)
  return only && others.length === 0 ? only.name : undefined
}

/** What is given in a row, as far as it can be read, and what is wrong with it. */
function judge(texts: ReadRow['texts'], words: Words, line: string): ReadRow {
  const owner = texts.owner === undefined ? undefined : readPersonName(texts.owner)
  const business = texts.business === undefined ? undefined : readBusinessName(texts.business)
  const found = texts.region === undefined ? [] : words.regions(texts.region)
  const commodity = texts.commodity === undefined ? undefined : words.commodity(texts.commodity)
  const phone = phoneIn(texts.phone)
  const faults = [
    ...nameFaults('owner', owner),
    ...nameFaults('business', business),
    ...regionFaults(texts.region, found),
    ...(commodity ? [] : [fault('commodity', texts.commodity)]),
  ]
  const [region] = found
  const hints = phone ? [] : [texts.phone === undefined ? ('no-phone' as const) : ('phone-unreadable' as const)]
  const isWhole =
    faults.length === 0 && owner && 'name' in owner && business && 'name' in business && region && commodity
  const given = isWhole
    ? { owner: owner.name, business: business.name, region: region.code, commodity, phone }
    : undefined
  return { line, texts, given, faults, hints }
}

const fault = (column: Column, text: string | undefined): Fault => ({
  column,
  why: text === undefined ? 'missing' : 'unreadable',
})

const nameFaults = (column: 'owner' | 'business', read: object | undefined): Fault[] =>
  read === undefined ? [{ column, why: 'missing' }] : 'refusal' in read ? [{ column, why: 'unreadable' }] : []

const regionFaults = (text: string | undefined, found: readonly Region[]): Fault[] => {
  if (found.length === 1) return []
  if (found.length === 0) return [fault('region', text)]
  return [{ column: 'region', why: 'ambiguous', among: found.map(({ name }) => name) }]
}

/** The first number of several, with the nought that spreadsheets take from its beginning. */
function phoneIn(text: string | undefined): string | undefined {
  const [first = ''] = (text ?? '').split(/[/;,]|\bdan\b|\batau\b/)
  const typed = first.trim().replace(/^[^\d+]+/, '')
  return readPhone(/^8/.test(typed) ? `0${typed}` : typed)
}
