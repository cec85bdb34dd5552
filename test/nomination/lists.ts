import { type Cell, writeWorkbook } from '../../src/platform/workbook.ts'

// Lists of made-up businesses, as officials keep them.

const PLACES = [
  'Kab. 50 Kota',
  'Kota Payakumbuh',
  'Kab. Agam',
  'Kota Bukittinggi',
  'Kab. Tanah Datar',
  'Pasaman Barat',
  'Kota Solok',
  'Sijunjung',
]
const PRODUCTS = ['Makanan/Minuman', 'Tenun', 'Batik', 'Anyaman Pandan', 'Gerabah', 'Rendang']
const FIRST = ['Asna', 'Betri', 'Cica', 'Desi', 'Elok', 'Fauzan', 'Gusni', 'Hafni', 'Ita', 'Jusna', 'Kamil', 'Lasmi']
const LAST = ['Wirda', 'Yuliana', 'Rahman', 'Suarni']
const WORDS = ['Sago', 'Harau', 'Marapi', 'Singgalang', 'Talang', 'Tandikek', 'Kerinci', 'Pasaman']

/** So many rows, all of them different, and the same ones each time: number, owner, business, place, product, phone. */
export const rowsOf = (count: number): Cell[][] =>
  Array.from({ length: count }, (_, at) => [
    at + 1,
    `${FIRST[at % 12]} ${LAST[Math.floor(at / 12) % 4]}`,
    `${PRODUCTS[at % 6]} ${WORDS[at % 8]} ${FIRST[(at * 5 + 3) % 12]} ${LAST[(at * 7) % 4]}`,
    PLACES[at % 8],
    PRODUCTS[at % 6],
    81_200_000_000 + at * 10_007,
  ])

/** A file with a title, and a heading over two lines of which the upper one is merged. */
export const fileOf = (rows: readonly (readonly Cell[])[]): Promise<Uint8Array> =>
  writeWorkbook([
    {
      name: 'Sheet1',
      columns: [{ name: 'DAFTAR IKM NOMINASI OVOP TAHUN 2024', width: 8 }],
      rows: [
        [],
        ['No', 'Pemilik', 'Usaha', undefined, 'Komoditi', 'No. HP/WA'],
        [undefined, 'Nama', 'Nama', 'Kab/Kota'],
        [1, 2, 3, 4, 5, 6],
        ...rows,
        [undefined, 'Jumlah', rows.length],
      ],
    },
  ])

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
