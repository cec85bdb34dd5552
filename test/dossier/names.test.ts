import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSlip, sameName } from '../../src/dossier/names.ts'
import { nameWords } from '../../src/dossier/titles.ts'

const compare = (a: string, b: string) => sameName(a, b, nameWords)

describe('names on two papers', () => {
  test.each([
    ['Yanti Marlina', 'YANTI  MARLINA'],
    ["Nur'aini", 'Nuraini'],
    ['Nur Aini', 'Nuraini'],
    ['Nur’aini', 'NUR`AINI'],
    ['Al-Fitri', 'Al Fitri'],
    ['Zulkifli', 'Zulkifli Dt. Sati'],
    ['Zulkifli', 'Zulkifli Datuak Rajo Nan Sati'],
    ['ZULKIFLI', 'H. Zulkifli, S.E., Dt. Rajo Nan Sati'],
    ['Zulkifli', 'Zulkifli Dt. Rajo Nan Sati, S.E.'],
    ['Zulkifli gelar Malin Marajo', 'Zulkifli'],
    ['Syafri St. Marajo', 'Syafri'],
    ['Marah Rusli', 'Rusli'],
    ['Sidi Rusli', 'Rusli'],
    ['Bagindo Rusli', 'Rusli'],
    ['Sutan Rusli', 'Rusli'],
    ['Hj. Fatimah Sayuthi', 'Fatimah Sayuthi'],
    ['Hajjah Fatimah', 'Fatimah'],
    ['Haji Ridwan', 'H. Ridwan'],
    ['Ust. Ridwan', 'Ridwan'],
    ['Drs. Syafrizal, M.M.', 'syafrizal'],
    ['Syafrizal MM', 'syafrizal'],
    ['Syafrizal, S.T.', 'syafrizal'],
    ['Rina, S. Pd', 'Rina'],
    ['Rina, S.Pd.I', 'Rina'],
    ['Rina A.Md.Keb', 'Rina'],
    ['dr. Rina', 'Ibu Rina'],
    ['Ir. H. Ridwan', 'Ridwan'],
    ['Haji', 'haji'],
    ['Sidi', 'SIDI'],
  ])('%s and %s are the same', (a, b) => expect(compare(a, b)).toBe('same'))

  test.each([
    ['M. Yusuf', 'Muhammad Yusuf'],
    ['M.Yusuf', 'Muhammad Yusuf'],
    ['Muh. Yusuf', 'Moh. Yusuf'],
    ['Mhd Yusuf', 'Mohammad Jusuf'],
    ['Yusuf Muhammad', 'Muhammad Yusuf'],
    ['Noerhayati', 'Nurhayati'],
    ['Noer Hayati', 'Nurhayati'],
    ['Achmad', 'Ahmad'],
    ['Akhmad', 'Ahmad'],
    ['Sjafri', 'Syafri'],
    ['Sutan Sjahrir', 'St. Syahrir'],
    ['Djamaloeddin', 'Jamaluddin'],
    ['Tjut Rina', 'Cut Rina'],
    ['Yosef', 'Yoseph'],
    ['Joesoef', 'Yusuf'],
    ['Fatimah', 'Fatima'],
    ['Syamsul', 'Samsul'],
    ['Aziz', 'Azis'],
    ['Yeny', 'Yeni'],
    ['Anni', 'Ani'],
    ['Marlina', 'Marlnia'],
    ['Marlina', 'Marlyna'],
    ['Zulkifli', 'Zulkfli'],
    ['St. Aminah', 'Siti Aminah'],
    ['Zulkifli H.', 'Zulkifli'],
    ['Zulkifli H.', 'Zulkifli Hamid'],
    ['Yanti M. Sari', 'Yanti Marlina Sari'],
  ])('%s and %s are written differently', (a, b) => expect(compare(a, b)).toBe('variant'))

  test.each([
    ['Yanti Marlina', 'Yanti'],
    ['Yanti', 'Yeni'],
    ['Rina', 'Rani'],
    ['Yanti Marlina', 'Yeni Marlina'],
    ['Zulkifli Dt. Sati', 'Zulkifli Dt. Bandaro'],
    ['Ahmad Yusuf', 'Ahmad Karim'],
    ['M. Y.', 'Muhammad Yusuf'],
    ['Sidi', 'Bagindo'],
    ['Marlina Syafrizal', 'Marlnia Syafrisel'],
    ['Ridwan', 'Randang Ridwan'],
    ['', ''],
    ['Rina', ''],
    ['123', '.'],
  ])('"%s" and "%s" are different', (a, b) => expect(compare(a, b)).toBe('different'))
})

describe('whoever it is', () => {
  // No two of these are one name in two spellings.
  const words =
    'Yanti Marlina Zulkifli Ridwan Fatimah Rahmat Desi Gusman Hendra Ernawati Irfan Jasmin Kartini Lidya Murni Novrizal Oktavia Putri Roslaini Taufik Upik Wahyuni Bahar Cici Elfitra'
  const name = fc.uniqueArray(fc.constantFrom(...words.split(' ')), { minLength: 1, maxLength: 4 })
  const before = fc.constantFrom('', 'H. ', 'Hj. ', 'Drs. ', 'dr. H. ', 'Ir. ', 'Bagindo ', 'Marah ', 'Ust. ', 'Ibu ')
  const behind = fc.constantFrom(
    '',
    ', S.E.',
    ', S.Pd., M.M.',
    ' A.Md',
    ' Dt. Sati',
    ' Datuak Rajo Nan Sati',
    ', S.H., Dt. Bandaro',
    ' St. Malin',
  )

  test('titles change nothing', () => {
    fc.assert(
      fc.property(name, before, behind, (own, front, back) => {
        expect(compare(own.join(' '), `${front}${own.join(' ')}${back}`)).toBe('same')
        expect(compare(own.join(' ').toUpperCase(), `${front}${own.join('  ')}${back}`)).toBe('same')
      }),
    )
  })

  test('different people are never the same, nor a variant, whatever their titles', () => {
    const titled = fc.tuple(name, before, behind)
    fc.assert(
      fc.property(titled, titled, ([one, frontOne, backOne], [other, frontOther, backOther]) => {
        fc.pre(one.toSorted().join() !== other.toSorted().join())
        const [a, b] = [`${frontOne}${one.join(' ')}${backOne}`, `${frontOther}${other.join(' ')}${backOther}`]
        expect(compare(a, b), `${a} / ${b}`).toBe('different')
      }),
      { numRuns: 500 },
    )
  })

  test('another order of the words is a variant', () => {
    const twoOrders = name.chain((own) =>
      fc.tuple(fc.constant(own), fc.shuffledSubarray(own, { minLength: own.length })),
    )
    fc.assert(
      fc.property(twoOrders, ([own, turned]) => {
        expect(compare(own.join(' '), turned.join(' '))).toBe(own.join() === turned.join() ? 'same' : 'variant')
      }),
    )
  })

  test('nothing throws, the order of asking does not matter, and everybody is like themselves', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(..."abcdehimnostuyHMS .,'"), maxLength: 40 }),
    )
    fc.assert(
      fc.property(anything, anything, (a, b) => {
        expect(compare(a, b)).toBe(compare(b, a))
        if (/[a-z]/i.test(a)) expect(compare(a, a)).toBe('same')
      }),
      { numRuns: 1000 },
    )
    expect(compare('a '.repeat(5000), 'a '.repeat(5000))).toBe('same')
  })
})

test.each([
  ['marlina', 'marlin', true],
  ['marlina', 'marlnia', true],
  ['marlina', 'martina', true],
  ['marlina', 'marlinaa', true],
  ['marlina', 'xmarlina', true],
  ['marlina', 'morlino', false],
  ['rina', 'rini', false],
])('%s and %s are one slip apart: %s', (one, other, slip) => {
  expect(isSlip(one, other)).toBe(slip)
  expect(isSlip(other, one)).toBe(slip)
})
