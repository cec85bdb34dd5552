import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { type Cell, readWorkbook, writeWorkbook } from '../../src/platform/workbook.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

async function rowsOf(file: Uint8Array): Promise<Cell[][]> {
  const read = await readWorkbook(file)
  if (!read.ok) throw new Error(read.reason)
  return read.value[0]?.rows ?? []
}

const reasonOf = async (file: Uint8Array): Promise<string | undefined> => {
  const read = await readWorkbook(file)
  return read.ok ? undefined : read.reason
}

const columns = [
  { name: 'Nama usaha', width: 30 },
  { name: 'Jumlah', width: 8 },
]

/** A small workbook, with one of its parts changed. */
async function changed(change: (sheet: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(await writeWorkbook([{ name: 'IKM', columns, rows: [['Rendang Uni', 46]] }]))
  const name = Object.keys(parts).find((each) => each.startsWith('xl/worksheets/') && each.endsWith('.xml')) ?? ''
  return zipSync({ ...parts, [name]: strToU8(change(new TextDecoder().decode(parts[name]))) })
}

test('what is written is read again: several sheets, numbers as numbers, empty cells', async () => {
  const file = await writeWorkbook([
    {
      name: 'Baris [1/2]',
      columns,
      rows: [
        ['Rendang Uni', 46],
        [undefined, 0.5],
        ['Baris\nkedua', undefined],
      ],
    },
    { name: 'Kosong', columns, rows: [] },
  ])
  const read = await readWorkbook(file)
  expect(read).toEqual({
    ok: true,
    value: [
      {
        name: 'Baris  1 2',
        rows: [
          ['Nama usaha', 'Jumlah'],
          ['Rendang Uni', 46],
          [undefined, 0.5],
          ['Baris\nkedua', undefined],
        ],
      },
      { name: 'Kosong', rows: [['Nama usaha', 'Jumlah']] },
    ],
  })
})

test('no text becomes a formula, and all of it is read as it was', async () => {
  const texts = ['=HYPERLINK("http://x.test")', '@SUM(A1)', '+cmd|calc', '-2+3+cmd', '+62 812-3456', '-', "'kutip'"]
  const file = await writeWorkbook([{ name: 'IKM', columns, rows: texts.map((text) => [text]) }])
  const sheet = Object.entries(unzipSync(file)).find(([name]) => name === 'xl/worksheets/sheet1.xml')?.[1]
  expect(new TextDecoder().decode(sheet)).not.toContain('<f>')
  const strings = Object.values(unzipSync(file))
    .map((part) => new TextDecoder().decode(part))
    .join('')
  expect(strings).toContain('&apos;=HYPERLINK'.replace('&apos;', "'"))
  expect((await rowsOf(file)).slice(1).map(([text]) => text)).toEqual(texts)
})

test('characters that no file can hold are left out', async () => {
  const file = await writeWorkbook([{ name: 'IKM', columns, rows: [['Rendang\u0000\u0007 Uni\ufffe']] }])
  expect((await rowsOf(file))[1]?.[0]).toBe('Rendang Uni')
})

test('CSV as spreadsheets write it: comma, semicolon, tab, three encodings', async () => {
  const expected = [
    ['Nama', 'HP'],
    ['Ani, Siti', '0812'],
    ['Beni', undefined],
  ]
  expect(await rowsOf(bytes('Nama,HP\n"Ani, Siti",0812\nBeni,\n'))).toEqual(expected)
  expect(await rowsOf(bytes('\ufeffNama;HP\r\n"Ani, Siti";0812\r\nBeni;\r\n'))).toEqual(expected)
  expect(await rowsOf(bytes('Nama\tHP\nAni, Siti\t0812\nBeni\t'))).toEqual(expected)
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Nama;HP\n"Ani, Siti";0812\nBeni;', 'utf16le')])
  expect(await rowsOf(wide)).toEqual(expected)
  expect(await rowsOf(Uint8Array.from([...bytes('Caf'), 0xe9, ...bytes(',1')]))).toEqual([['Café', '1']])
})

test('what is no table says so', async () => {
  expect(await reasonOf(bytes('%PDF-1.7 …'))).toBe('not-a-table')
  expect(await reasonOf(new Uint8Array())).toBe('not-a-table')
  expect(await reasonOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]))).toBe('not-a-table')
  expect(await reasonOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe('old-excel')
  expect(await reasonOf(zipSync({ 'word/document.xml': strToU8('<w/>') }))).toBe('not-a-table')
  expect(await reasonOf(bytes('PK, tetapi bukan arsip'))).toBe('unreadable')
  expect(await reasonOf(await changed((sheet) => sheet.slice(0, 200)))).toBe('unreadable')
})

test('a file that unpacks to more than is read is refused, whatever it says of its size', async () => {
  const bomb = zipSync({ 'xl/workbook.xml': strToU8('<w/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(60_000_000) })
  expect(bomb.length).toBeLessThan(1_000_000)
  expect(await reasonOf(bomb)).toBe('too-large')
  // The same with a lie: both headers of the part say that it is 1000 bytes.
  const lie = new DataView(Uint8Array.from(bomb).buffer)
  for (let at = 0; at < lie.byteLength - 4; at++) {
    if (lie.getUint32(at, true) === 60_000_000) lie.setUint32(at, 1000, true)
  }
  const before = process.memoryUsage().arrayBuffers
  expect(await reasonOf(new Uint8Array(lie.buffer))).toBe('unreadable')
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000)
})

test('a cell far out makes no room for all the cells before it', async () => {
  const far = (place: string) => changed((sheet) => sheet.replace('r="A2"', `r="${place}"`))
  expect(await reasonOf(await far('XFD2'))).toBe('too-large')
  expect(await reasonOf(await far('A999999999'))).toBe('too-large')
  expect(await reasonOf(await far('&#65;999999999'))).toBe('too-large')
  const last = '<row r="1048576" ht="15"><c r="A1048576" s="1"/></row></sheetData>'
  expect(await rowsOf(await changed((sheet) => sheet.replace('</sheetData>', last)))).toHaveLength(2)
})

test('10,000 rows are read, and 30,000 are too many', async () => {
  const lines = (count: number) => bytes(Array.from({ length: count }, (_, row) => `tidak,jelas,${row}`).join('\n'))
  expect(await rowsOf(lines(10_000))).toHaveLength(10_000)
  expect(await reasonOf(lines(30_000))).toBe('too-large')
  expect(await reasonOf(bytes(','.repeat(200)))).toBe('too-large')
  expect(await reasonOf(new Uint8Array(6_000_000).fill(0x41))).toBe('too-large')
})
