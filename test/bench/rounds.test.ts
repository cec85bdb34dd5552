import { expect, test } from 'vitest'
import { interleaved } from '../../bench/rounds.ts'

test('trials take turns in both directions, the first rounds only warm up, and every cost has its round', async () => {
  const done: string[] = []
  const trial = (name: string) => ({
    prepare: async () => void done.push(`${name} is put in place`),
    run: async () => done.push(name),
  })
  const costs = await interleaved({ a: trial('a'), b: trial('b') }, { warmUps: 2, measured: 3 })
  expect(done.filter((what) => what.length === 1).join('')).toBe('abbaabbaab')
  expect(done.slice(0, 2)).toEqual(['a is put in place', 'a'])
  expect([costs.a.length, costs.b.length]).toEqual([3, 3])
})
