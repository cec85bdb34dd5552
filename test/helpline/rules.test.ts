import { describe, expect, test } from 'vitest'
import { asksPlainly, excerpt, type Reach, responsibleFor } from '../../src/helpline/rules.ts'
import { personId, type RegionCode, regionCode } from '../../src/people/rules.ts'

const region = (code: string): RegionCode => regionCode().parse(code)
const [payakumbuh, agam, padang] = [region('13.76'), region('13.06'), region('13.71')]
const officer = (id: number, ...regions: RegionCode[]): Reach => ({ personId: personId().parse(id), regions })
const where = { region: payakumbuh, zone: [payakumbuh, agam], named: undefined }

describe('a question goes to', () => {
  test('the officer of the dossier, as long as they work there', () => {
    const named = personId().parse(2)
    const both = [officer(1, payakumbuh), officer(2, payakumbuh)]
    expect(responsibleFor(both, { ...where, named })).toEqual([2])
    expect(responsibleFor([officer(1, payakumbuh), officer(2, padang)], { ...where, named })).toEqual([1])
  })
  test('all of the region, else of the zone, else of the province, else whoever there is', () => {
    expect(responsibleFor([officer(1, payakumbuh), officer(2, payakumbuh, agam), officer(3)], where)).toEqual([1, 2])
    expect(responsibleFor([officer(1, padang), officer(2, agam), officer(3)], where)).toEqual([2])
    expect(responsibleFor([officer(1, padang), officer(3)], where)).toEqual([3])
    expect(responsibleFor([officer(1, padang)], where)).toEqual([1])
    expect(responsibleFor([], where)).toEqual([])
  })
  test('nobody twice, also with two grants', () => {
    expect(responsibleFor([officer(1, payakumbuh), officer(1, payakumbuh, agam)], where)).toEqual([1])
  })
  test('the province, where no region is known yet', () => {
    expect(responsibleFor([officer(1, padang), officer(2)], { region: undefined, zone: [], named: undefined })).toEqual(
      [2],
    )
  })
})

test.each([
  'apa itu NIB?',
  'apa itu nib',
  'apo tu nib',
  'NIB itu apa',
  'maksudnya apa',
  'Pak, maksudnya gimana ya?',
  'bagaimana caranya bu',
  'boleh pakai KTP suami?',
  'Ini kapan selesainya ya?',
  'cara mengurus halal',
  'saya mau tanya pak',
  'what is a NIB',
  'how do I get one?',
])('%j plainly asks', (text) => {
  expect(asksPlainly(text)).toBe(true)
})

test.each([
  'Tenun Apa Adanya',
  'Rendang Uni Yanti',
  'Dapur Bisa Jadi',
  'tidak tahu',
  'apa?',
  '?',
  'Kota Payakumbuh',
  '9120001234567',
  'ya, boleh',
  '14 Juni 2024',
  'belum ada pak',
  'Cara Rasa',
  'Keripik Balado Apa Itu Enak Sekali',
])('%j does not', (text) => {
  expect(asksPlainly(text)).toBe(false)
})

test('an excerpt is one line, and says that it goes on', () => {
  expect(excerpt('  Apa\n itu   NIB? ')).toBe('Apa itu NIB?')
  expect(excerpt('kata '.repeat(40))).toHaveLength(80)
  expect(excerpt('kata '.repeat(40))).toMatch(/kata…$/)
})
