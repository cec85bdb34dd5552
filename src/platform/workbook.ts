import type { SheetData } from 'write-excel-file/node'
import { ok, type Result, refuse } from './result.ts'

// read-excel-file and write-excel-file, because they are small and looked after; exceljs, which does both, has had no
// release since 2023 and brings eighty packages. All of it is loaded with the first table.

/** Numbers as numbers, days as YYYY-MM-DD, anything else as text; undefined is an empty cell. */
export type Cell = string | number | undefined

export interface Sheet {
  name: string
  rows: Cell[][]
}

export type WorkbookRefusal = 'not-a-table' | 'old-excel' | 'too-large' | 'unreadable'

/** What is read at most. Unpacked it is much larger than it came, and a hostile file larger still. */
const MOST = { bytes: 5_000_000, unpacked: 30_000_000, rows: 20_000, columns: 100 }

/** Reads an XLSX or CSV file, told apart by its bytes, into sheets of rows. Never throws for what is in the file. */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<Sheet[], WorkbookRefusal>> {
  if (bytes.length > MOST.bytes) return refuse('too-large')
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refuse('old-excel')
  return startsWith(bytes, [0x50, 0x4b]) ? readExcel(bytes) : readCsv(bytes)
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte)

async function readExcel(bytes: Uint8Array): Promise<Result<Sheet[], WorkbookRefusal>> {
  const [{ default: readSheets }, { zipSync }] = await Promise.all([
    import('read-excel-file/universal'),
    import('fflate'),
  ])
  try {
    const parts = await partsOf(bytes)
    if (!parts) return refuse('too-large')
    if (!parts['xl/workbook.xml']) return refuse('not-a-table')
    const checked = zipSync(parts, { level: 0 })
    const sheets = await readSheets(checked.slice().buffer)
    return ok(sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellOf)) })))
  } catch {
    return refuse('unreadable') // the libraries throw for a file that is broken, whatever is broken in it
  }
}

/** The parts of a workbook that hold its cells, when all of it is of a size to be read. */
async function partsOf(bytes: Uint8Array): Promise<Record<string, Uint8Array<ArrayBuffer>> | undefined> {
  const { unzipSync } = await import('fflate')
  let total = 0
  // A part takes no more room than it says, so what it says is enough to know.
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.(?:xml|rels)$/.test(name)) return false
      total += originalSize
      return total <= MOST.unpacked
    },
  })
  if (total > MOST.unpacked) return undefined
  for (const [name, part] of Object.entries(parts)) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) continue
    const cut = withinMost(part)
    if (!cut) return undefined
    parts[name] = cut
  }
  return parts
}

/**
 * A sheet without the empty rows beyond those that are read: spreadsheets keep the format of a last row, number 1,048,576.
 * Undefined when there is more in it than is read, since the library makes room for every row and cell before the last.
 */
function withinMost(part: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | undefined {
  const xml = new TextDecoder().decode(part)
  const kept = xml.replace(/<row\b[^>]*?(?:\/>|>.*?<\/row>)/gs, (row) =>
    /\sr="\d{6,}"/.test(row) && !/<(?:v|is)\b/.test(row) ? '' : row,
  )
  for (const [, place = ''] of kept.matchAll(/\sr\s*=\s*["']([^"']*)["']/g)) {
    const [, column = '', row = ''] = /^([A-Z]{0,2})(\d{1,5})$/.exec(place) ?? []
    if (row === '' || Number(row) > MOST.rows || columnNumber(column) > MOST.columns) return undefined
  }
  return kept.length === xml.length ? part : new TextEncoder().encode(kept)
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)

const cellOf = (value: unknown): Cell => {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'number') return value
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString().slice(0, 10)
  return unguarded(String(value))
}

async function readCsv(bytes: Uint8Array): Promise<Result<Sheet[], WorkbookRefusal>> {
  const text = textOf(bytes)
  if (text === undefined) return refuse('not-a-table')
  // csv-parse, because it takes what spreadsheets write and has been looked after for fifteen years.
  const { parse } = await import('csv-parse/sync')
  try {
    const rows: string[][] = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      to: MOST.rows + 1,
    })
    if (rows.length > MOST.rows || rows.some(({ length }) => length > MOST.columns)) return refuse('too-large')
    return ok([{ name: '', rows: rows.map((row) => row.map((cell) => unguarded(cell.trim()) || undefined)) }])
  } catch {
    return refuse('unreadable')
  }
}

/** Text in the encodings in which spreadsheets write CSV; undefined when it is no text. */
function textOf(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes.length === 0 || startsWith(bytes, [0x25, 0x50, 0x44, 0x46]) || bytes.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // A picture has control characters too, an old spreadsheet's text has none.
    const text = new TextDecoder('windows-1252').decode(bytes)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what tells the two apart
    return /[\x01-\x08\x0e-\x1f]/.test(text) ? undefined : text
  }
}

/** Where a comma divides decimals, spreadsheets write semicolons: what stands most often in the first lines divides. */
function delimiterOf(text: string): string {
  const start = text.split('\n', 10).join('\n')
  const counted = [';', ',', '\t'].map((mark) => ({ mark, times: start.split(mark).length }))
  return counted.reduce((most, each) => (each.times > most.times ? each : most)).mark
}

/** A sheet to be written: its columns with their widths in letters, and the rows under them. */
export interface NewSheet {
  name: string
  columns: readonly { name: string; width: number }[]
  rows: readonly (readonly Cell[])[]
}

/** Writes an XLSX file. */
export async function writeWorkbook(sheets: readonly NewSheet[]): Promise<Uint8Array> {
  const { default: writeSheets } = await import('write-excel-file/node')
  return writeSheets(
    sheets.map(({ name, columns, rows }) => ({
      sheet: sheetName(name),
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      data: [headOf(columns), ...rows.map((row) => row.map(written))],
    })),
  ).toBuffer()
}

const headOf = (columns: NewSheet['columns']): SheetData[number] =>
  columns.map(({ name }) => ({
    value: guarded(name),
    type: String,
    fontWeight: 'bold' as const,
    backgroundColor: '#e8eef4',
    wrap: true,
    alignVertical: 'top' as const,
  }))

const written = (cell: Cell): SheetData[number][number] => {
  if (cell === undefined || cell === '') return null
  return typeof cell === 'number'
    ? { value: cell, type: Number }
    : { value: guarded(cell), type: String, wrap: cell.length > 30, alignVertical: 'top' }
}

/**
 * What somebody typed must not become a formula, also where the file is saved as CSV and opened again. A number with its
 * sign, as "+62 812", stays what it is.
 */
const FORMULA = /^(?:[=@\t\r]|[+-](?![\d\s().-]*$))/

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML knows no way to write them
const UNWRITABLE = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g

const guarded = (text: string): string => {
  const plain = text.replace(UNWRITABLE, '').slice(0, 32_000)
  return FORMULA.test(plain) ? `'${plain}` : plain
}

/** The text of a cell as it was before it was guarded. */
const unguarded = (text: string): string => (text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text)

/** The name of a sheet has 31 letters at most, and none of these. */
const sheetName = (name: string): string =>
  name
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31)
    .trim()
