import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readList } from '../../src/nomination/reading.ts'
import type { Region } from '../../src/people/regions.ts'
import type { Cell } from '../../src/platform/workbook.ts'

const { regions } = JSON.parse(
  readFileSync(new URL('../../prisma/reference/regions.json', import.meta.url), 'utf8'),
) as { regions: Region[] }

/** What is read of a sheet: a line each for what is given, or what is wrong. */
function read(rows: Cell[][], name = 'Sheet1'): string[] | string {
  const list = readList([{ name, rows }], regions)
  if ('refusal' in list) return list.refusal
  return list.rows.map(({ line, given, faults }) =>
    given
      ? [line, given.owner, given.business, given.region, given.commodity, given.phone ?? '–'].join(' | ')
      : [line, ...faults.map(({ column, why }) => `${column} ${why}`)].join(' | '),
  )
}

const BODY: Cell[] = ['Asnah', 'Rendang Asnah', 'Kab. 50 Kota', 'Makanan', '081234567890']
const ASNAH = 'Asnah | Rendang Asnah | 13.07 | makanan_minuman | 6281234567890'

test.each<[string, Cell[][]]>([
  ['in one line', [['Nama Pemilik', 'Nama Usaha', 'Kab/Kota', 'Komoditi', 'No HP'], BODY]],
  ['as people call it otherwise', [['Pengusaha', 'IKM', 'Daerah', 'Jenis Produk', 'WhatsApp'], BODY]],
  [
    'in capitals with signs',
    [['NAMA PEMILIK *)', 'NAMA IKM', 'KABUPATEN / KOTA', 'KOMODITAS OVOP', 'NO. TELP/HP'], BODY],
  ],
  [
    'merged over two lines',
    [['Nama', undefined, 'Lokasi', 'Produk', 'Kontak'], ['Pemilik', 'Usaha', 'Kab./Kota', 'Jenis', 'HP'], BODY],
  ],
  [
    'below titles',
    [
      ['PEMERINTAH PROVINSI SUMATERA BARAT'],
      ['DAFTAR IKM CALON PENERIMA OVOP'],
      [],
      ['Nama', 'Nama Usaha', 'Kota', 'Produk', 'HP'],
      BODY,
    ],
  ],
])('a heading %s', (_, rows) => {
  expect(read(rows)).toEqual([`${rows.length} | ${ASNAH}`])
})

test('columns in any order, with others between them that sound alike', () => {
  const heading = [
    'No',
    'Alamat Usaha',
    'NIB',
    'No HP',
    'Nama Usaha',
    'Jumlah Produk',
    'Komoditas',
    'Kabupaten/Kota',
    'Nama Pemilik',
  ]
  const row = [
    1,
    'Jalan Kota 1',
    '0220101234567',
    81_234_567_890,
    'Rendang Asnah',
    40,
    'Rendang',
    'Lima Puluh Kota',
    'Asnah',
  ]
  expect(read([heading, row])).toEqual([`2 | ${ASNAH}`])
})

test.each<[Cell, string]>([
  [81_234_567_890, '6281234567890'],
  ['+62 812-3456-7890', '6281234567890'],
  ['0812 3456 7890 / 0751 44321', '6281234567890'],
  ['HP. 081234567890', '6281234567890'],
  ["'081234567890", '6281234567890'],
  ['8.1234567890E10', '–'],
  ['0751-44321', '–'],
])('a phone as %s', (phone, expected) => {
  const [line] = read([
    ['Pemilik', 'Nama Usaha', 'Kota', 'Produk', 'HP'],
    [...BODY.slice(0, 4), phone],
  ])
  expect(line).toMatch(new RegExp(`\\| ${expected}$`))
})

test('a region is taken from the row above, from a row of its own, from the title or the name of the sheet', () => {
  const heading = ['Pemilik', 'Nama Usaha', 'Kab/Kota', 'Produk']
  const row = (owner: string, region?: string): Cell[] => [owner, `Usaha ${owner}`, region, 'Batik']
  expect(read([heading, row('Ani', 'Kab. Agam'), row('Budi'), row('Cici', 'Solok Selatan'), row('Dodi')])).toEqual([
    '2 | Ani | Usaha Ani | 13.06 | kain_batik | –',
    '3 | Budi | Usaha Budi | 13.06 | kain_batik | –',
    '4 | Cici | Usaha Cici | 13.11 | kain_batik | –',
    '5 | Dodi | Usaha Dodi | 13.11 | kain_batik | –',
  ])
  expect(read([heading, ['KABUPATEN AGAM'], row('Ani'), ['KOTA PADANG'], row('Budi')])).toEqual([
    '3 | Ani | Usaha Ani | 13.06 | kain_batik | –',
    '5 | Budi | Usaha Budi | 13.71 | kain_batik | –',
  ])
  expect(read([['DAFTAR IKM KABUPATEN PESISIR SELATAN TAHUN 2024'], heading, row('Ani')])).toEqual([
    '3 | Ani | Usaha Ani | 13.01 | kain_batik | –',
  ])
  expect(read([heading, row('Ani')], 'Kota Sawahlunto')).toEqual(['2 | Ani | Usaha Ani | 13.73 | kain_batik | –'])
  expect(read([heading, row('Ani')])).toEqual(['2 | region missing'])
})

test('rows that are no business are left out', () => {
  const heading = ['No', 'Pemilik', 'Nama Usaha', 'Kab/Kota', 'Produk']
  const row: Cell[] = [1, 'Ani', 'Usaha Ani', 'Padang', 'Batik']
  expect(
    read([
      heading,
      ['(1)', '(2)', '(3)', '(4)', '(5)'],
      row,
      [],
      [2],
      ['Jumlah', undefined, 1],
      [undefined, 'Mengetahui, Kepala Dinas'],
    ]),
  ).toEqual(['3 | Ani | Usaha Ani | 13.71 | kain_batik | –'])
})

test('every fault of a row is told', () => {
  const heading = ['Pemilik', 'Nama Usaha', 'Kab/Kota', 'Produk']
  expect(
    read([heading, ['😀😀', undefined, 'Solok', 'Sabun'], ['Ani', 'Usaha', 'Atlantis', 'Batik tulis halus']]),
  ).toEqual([
    '2 | owner unreadable | business missing | region ambiguous | commodity unreadable',
    '3 | region unreadable',
  ])
})

test('what is no list says so', () => {
  expect(
    read([
      ['Rendang', 'Kota Solok'],
      ['Keripik', 'Kota Solok'],
    ]),
  ).toBe('no-heading')
  expect(read([])).toBe('no-heading')
  expect(read([['Pemilik', 'Nama Usaha', 'Kota', 'Produk']])).toBe('no-rows')
})
