import type { Cell } from '../platform/workbook.ts'

// Where in a sheet the list begins. Officials put titles above it, and merge headings over two lines.

export const columns = ['owner', 'business', 'region', 'commodity', 'phone'] as const
export type Column = (typeof columns)[number]

export interface Heading {
  /** The first row under it. */
  begins: number
  places: Partial<Record<Column, number>>
}

/** How columns are called, the surest words first. */
const CALLED: Record<Column, readonly RegExp[]> = {
  owner: [
    /\bnama (?:pemilik|pengusaha|pelaku|pimpinan|penanggung|lengkap|owner)/,
    /\b(?:pemilik|pengusaha|pimpinan|penanggung jawab|owner)\b/,
    /^nama$/,
  ],
  business: [
    /\bnama (?:usaha|ikm|perusahaan|industri|umkm|badan|toko|unit|produsen)/,
    /^(?:ikm|perusahaan|usaha|umkm)\b|\b(?:ikm|perusahaan|umkm)$/,
  ],
  region: [/\bkab\w* kota\b|\bkabkota\b/, /\b(?:kab|kabupaten|kota|daerah|wilayah)\b/],
  commodity: [/\bkomodit/, /\b(?:jenis|kelompok|kategori) (?:produk|usaha|industri)/, /\bproduk\b/],
  phone: [/\b(?:hp|whatsapp|handphone|ponsel|wa)\b/, /\b(?:telp|telepon|telpon|tlp|kontak)\b/],
}
/** Columns that sound like one of them and are not. */
const OTHERS = /\b(?:alamat|nib|izin|ijin|nik|npwp|jumlah|kapasitas|omzet|email|catatan|hasil)\b/

const DEEPEST = 40

/** Finds the heading of a sheet by its words, in one line or two; undefined when there is none. */
export function findHeading(rows: readonly (readonly Cell[])[]): Heading | undefined {
  let best: Heading | undefined
  for (let at = 0; at < Math.min(rows.length, DEEPEST); at++) {
    const [upper = [], lower = []] = [rows[at], rows[at + 1]]
    for (const found of [
      { begins: at + 1, places: placesIn(upper.map(inWords)) },
      { begins: at + 2, places: placesIn(inTwoLines(upper, lower)) },
    ]) {
      if (isEnough(found) && sizeOf(found) > sizeOf(best)) best = found
    }
  }
  return best
}

const sizeOf = (heading: Heading | undefined): number => Object.keys(heading?.places ?? {}).length

/** A list without a column for its regions may be of one region. */
const isEnough = ({ places }: Heading): boolean => places.owner !== undefined && places.business !== undefined

/** A heading over two lines; what stands over several columns counts for each of them. */
function inTwoLines(upper: readonly Cell[], lower: readonly Cell[]): string[] {
  let over = ''
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const [above, below] = [inWords(upper[column]), inWords(lower[column])]
    if (above !== '') over = above
    return below === '' ? above : `${over} ${below}`.trim()
  })
}

/** Each column that is called something, taken by whatever it is called most surely. */
function placesIn(names: readonly string[]): Heading['places'] {
  const fits = columns.flatMap((column) =>
    names.flatMap((name, place) => {
      const sureness = CALLED[column].findIndex((words) => words.test(name))
      return sureness < 0 || OTHERS.test(name) || name.length > 60 ? [] : [{ column, place, sureness }]
    }),
  )
  const places: Heading['places'] = {}
  for (const { column, place } of fits.toSorted((a, b) => a.sureness - b.sureness || a.place - b.place)) {
    if (places[column] === undefined && !Object.values(places).includes(place)) places[column] = place
  }
  return places
}

export const inWords = (cell: Cell): string =>
  String(cell ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
