import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Nominated, type NominationId, planOf, summaryOf } from '../../src/nomination/plan.ts'
import type { Given, ReadRow } from '../../src/nomination/reading.ts'
import { regionCode } from '../../src/people/rules.ts'

const [payakumbuh, agam] = ['13.76', '13.06'].map((code) => regionCode().parse(code)) as [
  Given['region'],
  Given['region'],
]

const asna: Given = {
  owner: 'Asna Wirda',
  business: 'Rendang Sago',
  region: payakumbuh,
  commodity: 'makanan_minuman',
  phone: '6281200000001',
}
const row = (given: Given, line = '2'): ReadRow => ({ line, given, texts: {}, faults: [], hints: [] })
const known = (more: Partial<Nominated> = {}): Nominated => ({
  id: 1 as NominationId,
  given: asna,
  now: asna,
  isClaimed: false,
  ...more,
})
const does = (given: Given, before: Nominated) => planOf([row(given)], [before])[0]

test.each<[string, Partial<Given>, Partial<Nominated>, string]>([
  ['the same again', {}, {}, 'same'],
  ['the same name in other letters', { business: 'RENDANG  SAGO' }, {}, 'change'],
  ['a slip in the name, of the same owner', { business: 'Randang Sago' }, {}, 'change'],
  ['another number', { phone: '6281200000009' }, {}, 'change'],
  ['a number left out', { phone: undefined }, {}, 'same'],
  ['in another region, by number and name', { region: agam }, {}, 'change'],
  [
    'another business of another owner',
    { owner: 'Betri Yuliana', business: 'Tenun Harau', phone: undefined },
    {},
    'new',
  ],
  ['the same name of another owner', { owner: 'Betri Yuliana', phone: undefined }, {}, 'new'],
  [
    'a new number, after an officer noted one',
    { phone: '6281200000009' },
    { now: { ...asna, phone: '6281277777777' } },
    'keep',
  ],
  ['old news, after an officer noted a number', {}, { now: { ...asna, phone: '6281277777777' } }, 'keep'],
  ['anything else, once the owner is here', { commodity: 'kain_batik' }, { isClaimed: true }, 'keep'],
  ['the same, once the owner is here', {}, { isClaimed: true }, 'same'],
])('%s', (_, list, before, expected) => {
  expect(does({ ...asna, ...list }, known(before))?.does).toBe(expected)
})

test('what is to be corrected is named, beside what stays', () => {
  const step = does(
    { ...asna, commodity: 'kain_batik', phone: '6281200000009' },
    known({ now: { ...asna, phone: '6281277777777' } }),
  )
  expect(step).toMatchObject({
    does: 'change',
    differences: [{ column: 'commodity', list: 'kain_batik', ours: 'makanan_minuman' }],
    kept: [{ column: 'phone', list: '6281200000009', ours: '6281277777777' }],
  })
})

const anyGiven: fc.Arbitrary<Given> = fc.record({
  owner: fc.constantFrom('Asna Wirda', 'Betri Yuliana', 'Asna W', 'Hj. Asna Wirda'),
  business: fc.constantFrom('Rendang Sago', 'Randang Sago', 'Tenun Harau', 'UD Tenun Harau', 'Batik'),
  region: fc.constantFrom(payakumbuh, agam),
  commodity: fc.constantFrom('makanan_minuman' as const, 'kain_tenun' as const),
  phone: fc.constantFrom(undefined, '6281200000001', '6281200000002'),
})

test('a list that was imported brings nothing new, whatever stands in it', () => {
  fc.assert(
    fc.property(fc.array(anyGiven, { maxLength: 12 }), (list) => {
      const rows = list.map((given, at) => row(given, String(at + 2)))
      const steps = planOf(rows, [])
      const made = steps.filter((step) => step.does === 'new')
      const nominated = made.flatMap(({ row: { given } }, at) =>
        given ? [known({ id: (at + 1) as NominationId, given, now: given })] : [],
      )
      const again = summaryOf(planOf(rows, nominated))
      expect(again).toEqual({ ...summaryOf(steps), new: 0, same: made.length })
    }),
  )
})
