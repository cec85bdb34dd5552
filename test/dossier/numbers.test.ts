import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type NumberKind, numberKind, numberKinds, type RegionCodes } from '../../src/dossier/number-reading.ts'
import { display, kindsOf, masked, readNumber } from '../../src/dossier/numbers.ts'
import { localDay } from '../../src/platform/time.ts'

const { regions } = JSON.parse(
  readFileSync(new URL('../../prisma/reference/regions.json', import.meta.url), 'utf8'),
) as { regions: RegionCodes[] }
const context = { now: localDay().parse('2026-06-10'), regions }
const read = (kind: NumberKind, typed: string) => readNumber(kind, typed, context)
const normal = (kind: NumberKind, typed: string) => ({ ...read(kind, typed) }) as { number?: string; mistake?: string }

describe('numbers as people type them', () => {
  test.each<[NumberKind, string, string]>([
    ['nik', '1376014107900001', '1376014107900001'],
    ['nik', 'NIK: 1376 0141 0790 0001', '1376014107900001'],
    ['nik', 'no. KTP saya 1376-0141-0790-0001 ya pak', '1376014107900001'],
    ['nik', '“1376.0141/0790.0001”', '1376014107900001'],
    ['nik', '１３７６０１４１０７９００００１', '1376014107900001'],
    ['nik', 'NIK1376014107900001', '1376014107900001'],
    ['nik', 'Nomor\n1376014107900001', '1376014107900001'],
    ['npwp', '09.254.294.3-407.000', '092542943407000'],
    ['npwp', 'NPWP : 1376014107900001', '1376014107900001'],
    ['npwp', '1376014107900001 000001', '1376014107900001000001'],
    ['nib', 'NIB 9120-0012-34568', '9120001234568'],
    ['nib', 'nomor nib usaha saya: 9120001234568', '9120001234568'],
    ['kbli', '10.794', '10794'],
    ['kbli', '10750 - Industri masakan olahan', '10750'],
    ['kbli', 'KBLI 2020: C13134 batik', '13134'],
    ['p-irt', '2061376010001-29', '206137601000129'],
    ['p-irt', 'P-IRT No. 206 1376 01 0001 29', '206137601000129'],
    ['p-irt', 'SPP-IRT 2061376010001 - 29', '206137601000129'],
    ['md', 'BPOM RI MD 867031012345', 'MD867031012345'],
    ['md', 'md867031012345', 'MD867031012345'],
    ['md', 'nomor registrasi M.D. 8670-3101-2345-67', 'MD86703101234567'],
    ['halal', 'ID13110000123450921', 'ID13110000123450921'],
    ['halal', 'No. sertifikat halal: id 1311 0000 1234 50921', 'ID13110000123450921'],
    ['merek', 'IDM 000 123 456', 'IDM000123456'],
    ['merek', 'nomor pendaftaran idm000123456', 'IDM000123456'],
  ])('%s %s', (kind, typed, number) => expect(normal(kind, typed).number).toBe(number))

  test.each<[NumberKind, string, string]>([
    ['nik', '', 'empty'],
    ['nik', 'belum ada', 'empty'],
    ['nik', '137601410790000', 'nik-length'],
    ['nik', '13760141079000011', 'nik-length'],
    ['nik', '1376013207900001', 'nik-birth-date'],
    ['nik', '1376017207900001', 'nik-birth-date'],
    ['nik', '1376013002900001', 'nik-birth-date'],
    ['nik', '1376010113900001', 'nik-birth-date'],
    ['nik', '1376012902010001', 'nik-birth-date'],
    ['nik', '1376011107290001', 'nik-birth-ahead'],
    ['nik', '1111111111111111', 'made-up'],
    ['nik', '1376x14107900001', 'letters'],
    ['nik', '1376014107900', 'nik-length'],
    ['nik', '9120001234567', 'other-kind'],
    ['nik', '٣٧٦٠١٤١٠٧٩٠٠٠٠١', 'letters'],
    ['npwp', '09.254.294.3-407', 'npwp-length'],
    ['nib', '912000123456', 'nib-length'],
    ['nib', '1234567890123', 'made-up'],
    ['nib', '1376014107900001', 'other-kind'],
    ['nib', 'P-IRT 2061376010001-29', 'other-kind'],
    ['kbli', '1075', 'kbli-length'],
    ['kbli', '10750-0', 'kbli-length'],
    ['kbli', '10750, 10794', 'kbli-several'],
    ['p-irt', '20613760100', 'p-irt-length'],
    ['p-irt', '2061376010001', 'p-irt-no-year'],
    ['p-irt', '0061376010001-29', 'p-irt-package'],
    ['p-irt', '2063171010001-29', 'p-irt-region'],
    ['p-irt', '2061376010001-99', 'p-irt-year'],
    ['p-irt', 'MD 867031012345', 'other-kind'],
    ['nib', 'MD 8670310123456', 'other-kind'],
    ['md', 'MD 8670310', 'md-length'],
    ['md', 'P-IRT 2061376010001-29', 'other-kind'],
    ['md', 'ML 867031012345', 'md-imported'],
    ['halal', 'ID 1311', 'halal-length'],
    ['halal', 'STTD 12345', 'halal-receipt'],
    ['merek', 'IDM 54321', 'merek-length'],
    ['merek', 'D002019012345', 'merek-application'],
    ['merek', 'DID2021012345', 'merek-application'],
    ['merek', 'permohonan 2021012345', 'merek-application'],
  ])('%s "%s" is %s', (kind, typed, mistake) => expect(normal(kind, typed).mistake).toBe(mistake))
})

describe('traps', () => {
  test('the NIK of somebody first registered elsewhere is taken', () => {
    for (const region of ['3171', '9471', '0000', '7371'])
      expect(normal('nik', `${region}014107900001`).number).toBe(`${region}014107900001`)
  })

  test('a NIK tells the birth date, with 40 added to the day for women', () => {
    expect(read('nik', '1376014107900001')).toEqual({
      number: '1376014107900001',
      facts: { born: '1990-07-01', woman: true, underAge: false },
    })
    expect(read('nik', '1376013112680003')).toMatchObject({ facts: { born: '1968-12-31', woman: false } })
    expect(read('nik', '1376012902000001')).toMatchObject({ facts: { born: '2000-02-29' } })
  })

  test('a minor is told apart until the eighteenth birthday', () => {
    expect(read('nik', '1376011106080001')).toMatchObject({ facts: { born: '2008-06-11', underAge: true } })
    expect(read('nik', '1376011006080001')).toMatchObject({ facts: { born: '2008-06-10', underAge: false } })
  })

  test('an NPWP of 15, 16 and 22 digits is taken', () => {
    expect(read('npwp', '09.254.294.3-407.000')).toMatchObject({ facts: { form: 'old' } })
    expect(read('npwp', '0092542943407000')).toEqual({ number: '0092542943407000', facts: { form: 'new' } })
    expect(read('npwp', '1376014107900001')).toMatchObject({ facts: { form: 'new', nik: '1376014107900001' } })
    expect(read('npwp', '1376014107900001000001')).toMatchObject({ facts: { form: 'branch', nik: '1376014107900001' } })
  })

  test.each([
    'SKU 503/12/2023',
    'surat keterangan usaha no 45',
    '503/45/Ekbang/2023',
    'No: 470 / 12 / WN-KT / IV / 2024',
    'SKU-9120001234568',
    'IUMK 9120001234568',
  ])('an SKU is no NIB: %s', (typed) => expect(read('nib', typed)).toEqual({ mistake: 'nib-sku' }))

  test('any KBLI of five digits is taken, since the list is new, and manufacturing is told apart', () => {
    expect(read('kbli', '10999')).toMatchObject({ facts: { manufacturing: true } })
    expect(read('kbli', '33190')).toMatchObject({ facts: { manufacturing: true } })
    expect(read('kbli', '47242')).toMatchObject({ facts: { manufacturing: false } })
  })

  test('a P-IRT number ends in the year in which it expires', () => {
    expect(read('p-irt', '2061376010001-29')).toMatchObject({ facts: { expiryYear: 2029 } })
    expect(read('p-irt', '2061376010001-26')).toMatchObject({ facts: { expiryYear: 2026 } })
    expect(read('p-irt', '2061376010001-24')).toEqual({ mistake: 'p-irt-expired', year: 2024 })
  })

  test('a P-IRT number of 12 digits is dead since 2012', () => {
    expect(read('p-irt', 'P-IRT 206137601234')).toEqual({ mistake: 'p-irt-old' })
    expect(read('p-irt', '2061 3760 1234')).toEqual({ mistake: 'p-irt-old' })
  })

  test('the region of a P-IRT number counts in either coding', () => {
    const regionsOf = (digits: string) => read('p-irt', `206${digits}010001-29`)
    expect(regionsOf('1376')).toMatchObject({ facts: { regions: ['13.76'] } })
    // Kemendagri's 13.01 is Pesisir Selatan, the 1301 of BPS is Mentawai, which Kemendagri calls 13.09.
    expect(regionsOf('1301')).toMatchObject({ facts: { regions: ['13.01', '13.09'] } })
    for (const { code, bpsCode } of regions)
      for (const digits of [code.replace('.', ''), bpsCode])
        expect((regionsOf(digits) as { facts?: { regions?: string[] } }).facts?.regions).toContain(code)
  })

  test.each([
    'tanda terima 20261234567890',
    'Bukti pendaftaran BPOM 123456789012',
    'resi MD 867031012345',
    'no registrasi 867031012345',
  ])('a receipt of BPOM is no permit: %s', (typed) => expect(read('md', typed)).toEqual({ mistake: 'md-receipt' }))

  test('an MD number may be longer than 12 digits', () => {
    expect(normal('md', 'MD 1234567890987654').number).toBe('MD1234567890987654')
  })

  test.each(['KH.01.03.1234.2023', 'KH 00390/X/2021', 'nomor ketetapan halal 1234567890'])(
    'a KH number is no halal certificate: %s',
    (typed) => expect(read('halal', typed)).toEqual({ mistake: 'halal-kh' }),
  )

  test('a brand that is only applied for is told apart from IDM and nine digits', () => {
    expect(read('merek', 'JID2022034567')).toEqual({ mistake: 'merek-application' })
    expect(normal('merek', 'IDM000987654').number).toBe('IDM000987654')
  })
})

describe('what was probably meant is offered, never taken', () => {
  test.each<[NumberKind, string, string, string]>([
    ['nik', '13760l4107900001', 'letters', '1376014107900001'],
    ['nik', '1376O1 41O7 9OOOO1', 'letters', '1376014107900001'],
    ['nib', '9I2OOO12345B8', 'letters', '9120001234588'],
    ['p-irt', '20S1376010001-29', 'letters', '205137601000129'],
    ['md', 'MD 86703101234S', 'letters', 'MD867031012345'],
    ['md', '867031012345', 'md-prefix', 'MD867031012345'],
    ['halal', '13110000123450921', 'halal-prefix', 'ID13110000123450921'],
    ['halal', 'lD13110000123450921', 'letters', 'ID13110000123450921'],
    ['merek', '1DM000123456', 'letters', 'IDM000123456'],
    ['merek', '000123456', 'merek-prefix', 'IDM000123456'],
  ])('%s %s', (kind, typed, mistake, suggestion) => expect(read(kind, typed)).toEqual({ mistake, suggestion }))

  test('nothing is offered that would not be taken', () => {
    expect(read('nik', '13760l32079OOOO1')).toEqual({ mistake: 'letters' })
    expect(read('nib', 'OOOOOOOOOOOO1')).toEqual({ mistake: 'letters' })
    expect(read('kbli', 'LOBIS')).toEqual({ mistake: 'empty' })
  })
})

describe('a number typed unasked', () => {
  test.each<[string, NumberKind[]]>([
    ['1376014107900001', ['nik', 'npwp']],
    ['NPWP 1376014107900001', ['npwp']],
    ['0092542943407000', ['npwp']],
    ['09.254.294.3-407.000', ['npwp']],
    ['2061376010001-29', ['p-irt']],
    ['206137601000129', ['npwp', 'p-irt']],
    ['P-IRT 206137601234', ['p-irt']],
    ['9120001234568', ['nib']],
    ['NIB 912000123456', ['nib']],
    ['MD 867031012345', ['md']],
    ['ID13110000123450921', ['halal']],
    ['IDM000123456', ['merek']],
    ['10750', ['kbli']],
    ['081234567890', []],
    ['apa itu NIB?', []],
    ['NIB saya terbit 2023', []],
    ['halo', []],
    ['', []],
  ])('%s', (typed, kinds) => expect(kindsOf(typed)).toEqual(kinds))
})

describe('shown and hidden', () => {
  test.each<[NumberKind, string, string, string]>([
    ['nik', '1376014107900001', '1376014107900001', '1376••••••••0001'],
    ['npwp', '092542943407000', '09.254.294.3-407.000', '0925•••••••7000'],
    ['npwp', '1376014107900001', '1376014107900001', '1376••••••••0001'],
    ['npwp', '1376014107900001000001', '1376014107900001 000001', '1376••••••••••••••0001'],
    ['nib', '9120001234568', '9120001234568', '9120•••••4568'],
    ['kbli', '10750', '10750', '10750'],
    ['p-irt', '123456789012345', '1234567890123-45', '1234567890123-45'],
    ['md', 'MD867031012345', 'MD 867031012345', 'MD 867031012345'],
    ['halal', 'ID13110000123450921', 'ID13110000123450921', 'ID13110000123450921'],
    ['merek', 'IDM000123456', 'IDM000123456', 'IDM000123456'],
  ])('%s %s', (kind, number, shown, hidden) => {
    expect(display(kind, number)).toBe(shown)
    expect(masked(kind, number)).toBe(hidden)
  })
})

describe('whatever the number', () => {
  const digits = (minLength: number, maxLength = minLength) =>
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength })
  const day = fc.integer({ min: 1, max: 28 })
  const two = (value: number) => String(value).padStart(2, '0')
  const nik = fc
    .tuple(digits(6), day, fc.boolean(), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 32, max: 99 }), digits(4))
    .map(
      ([region, on, woman, month, year, serial]) =>
        `${region}${two(on + (woman ? 40 : 0))}${two(month)}${two(year)}${serial}`,
    )
  const pirt = fc
    .tuple(
      fc.integer({ min: 1, max: 9 }),
      digits(2),
      fc.constantFrom(...regions),
      digits(6),
      fc.integer({ min: 26, max: 31 }),
    )
    .map(([pack, food, { bpsCode }, rest, year]) => `${pack}${food}${bpsCode}${rest}${year}`)
  const numbers: Record<NumberKind, fc.Arbitrary<string>> = {
    nik,
    npwp: fc.oneof(digits(15), digits(16), digits(22)),
    nib: digits(13),
    kbli: digits(5),
    'p-irt': pirt,
    md: digits(12, 16).map((rest) => `MD${rest}`),
    halal: digits(14, 18).map((rest) => `ID${rest}`),
    merek: digits(9).map((rest) => `IDM${rest}`),
  }

  test.each(numberKinds)('%s: its normal form and what is shown of it read as itself', (kind) => {
    const isOrdinary = (number: string) => normal(kind, number).mistake !== 'made-up'
    fc.assert(
      fc.property(numbers[kind].filter(isOrdinary), (number) => {
        expect(normal(kind, number).number).toBe(number)
        expect(normal(kind, display(kind, number)).number).toBe(number)
        expect(kindsOf(number)).toContain(kind)
      }),
    )
  })

  test.each(numberKinds)('%s: marks, spaces, capitals and "no:" change nothing', (kind) => {
    const mark = fc.constantFrom('', '', ' ', '.', '-', '/', ' - ', '\u00a0', '–')
    const around = fc.constantFrom(['', ''], ['no: ', ''], ['Nomor ', '.'], ['"', '"'], ['Nomornya ', ' terima kasih'])
    fc.assert(
      fc.property(
        numbers[kind],
        fc.array(mark, { minLength: 24, maxLength: 24 }),
        around,
        (number, marks, [before, after]) => {
          // The marks stand between digits: the letters in front are one word, and a KBLI one group.
          const letters = number.match(/^\D*/)?.[0] ?? ''
          const spread = [...number.slice(letters.length)].map((digit, at) => `${digit}${marks[at]}`).join('')
          const typed = `${before}${letters.toLowerCase()}${kind === 'kbli' ? number : spread}${after}`
          expect(read(kind, typed)).toEqual(read(kind, number))
        },
      ),
    )
  })

  test('a mask leaves at most eight digits of an identity', () => {
    for (const kind of ['nik', 'npwp', 'nib'] as const)
      fc.assert(
        fc.property(numbers[kind], (number) => {
          const hidden = masked(kind, number)
          expect(hidden.replace(/\D/g, '').length).toBeLessThanOrEqual(8)
          expect(hidden).not.toContain(number.slice(6, 12))
        }),
      )
  })

  test('whatever is typed, nothing throws, and what is read reads again', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'0123456789OlIBSMDKH ./-'), maxLength: 30 }),
    )
    fc.assert(
      fc.property(fc.constantFrom(...numberKinds), typed, (kind, text) => {
        kindsOf(text)
        const reading = read(kind, text)
        const taken = 'number' in reading ? reading.number : reading.suggestion
        if (taken !== undefined) expect(normal(kind, taken).number).toBe(taken)
        // Beside a KBLI its version may stand, "KBLI 2020".
        if ('number' in reading && kind !== 'kbli')
          expect(reading.number.replace(/\D/g, '')).toBe(text.normalize('NFKC').replace(/[^0-9]/g, ''))
      }),
      { numRuns: 1000 },
    )
    expect(read('nik', '1'.repeat(5000))).toEqual({ mistake: 'made-up' })
  })

  test('a kind is read from a row only if there is one', () => {
    expect(numberKind().safeParse('nik').success).toBe(true)
    expect(numberKind().safeParse('sim').success).toBe(false)
  })
})
