import { expect, test } from 'vitest'
import { asJson, type Figure, figureOf, isMet, median, ratios, short } from '../../bench/figure.ts'

const press = { id: 'press', what: 'a press ÷ an echo', unit: '×', target: { atMost: 5 } }

test('the median is the middle, or what lies between the two in the middle; of nothing there is none', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 3, 2])).toBe(2.5)
  expect(() => median([])).toThrow()
})

test('a ratio is made within each round, and a round without its baseline is a mistake', () => {
  expect(ratios([10, 30], [2, 5])).toEqual([5, 6])
  expect(() => ratios([10, 30], [2])).toThrow()
})

test('a figure is the median of its rounds, with the lowest and the highest of them', () => {
  expect(figureOf(press, [5, 4, 9], '')).toMatchObject({ id: 'press', value: 5, spread: [4, 9] })
})

test('a target is met on its own side of the bound, and on the bound', () => {
  const met = (target: Figure['target'], value: number) => isMet({ target, value })
  expect([4.9, 5, 5.1].map((value) => met({ atMost: 5 }, value))).toEqual([true, true, false])
  expect([0.3, 0.5, 0.6].map((value) => met({ atLeast: 0.5 }, value))).toEqual([false, true, true])
})

test('what is handed on has a bare unit and target, three digits, and says whether the target is met', () => {
  const figures = [figureOf({ ...press, unit: ' s' }, [5.12345], 'x')]
  expect(asJson(figures)).toEqual([
    { id: 'press', value: 5.12, unit: 's', target: 5, met: false, spread: [5.12, 5.12] },
  ])
  expect([0.012345, 12345].map(short)).toEqual([0.0123, 12300])
})
