import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readResults } from '../../src/booking/result-reading.ts'

/** What was read, as a line for each result. */
const read = (typed: string): string => {
  const { results, unclear } = readResults(typed)
  const lines = results.map(({ label, outcome, notes }) => [label, outcome, ...(notes ? [`(${notes})`] : [])].join(' '))
  return [...lines, ...unclear.map((part) => `? ${part}`)].join(', ')
}

test.each([
  ['1 selesai, 2 tidak datang, W01 selesai', '1 done, 2 absent, W01 done'],
  ['1 Selesai; 2 TIDAK HADIR\nw1 beres.', '1 done, 2 absent, W01 done'],
  ['1, 2 dan W03 selesai', '1 done, 2 done, W03 done'],
  ['1 2 3 selesai', '1 done, 2 done, 3 done'],
  ['4: perlu datang lagi', '4 again'],
  ['4 datang lagi bawa NIB asli', '4 again (bawa NIB asli)'],
  ['W 02 dirujuk ke Balai POM', 'W02 referred (ke Balai POM)'],
  ['W002 - rujuk (BPOM)', 'W02 referred (BPOM)'],
  ['5 tdk datang', '5 absent'],
  ['1 done, 2 did not come', '1 done, 2 absent'],
  ['1 selesai, 1 selesai', '1 done'],
  ['1 selesai, 1 tidak datang, 2 selesai', '2 done, ? 1'],
  ['1 datang', '? 1 datang'],
  ['selesai', '? selesai'],
  ['1 selesai, foto diulang', '1 done, ? foto diulang'],
  ['7, 8', '? 7, 8'],
  ['1000 selesai', '? 1000 selesai'],
  ['', ''],
])('%j is read as %j', (typed, expected) => {
  expect(read(typed)).toBe(expected)
})

test('whatever is typed, every number is read once, and nothing is lost without a word', () => {
  const part = fc.oneof(
    fc.tuple(fc.nat(99), fc.constantFrom('selesai', 'tidak datang', 'dirujuk', 'apa')).map((pair) => pair.join(' ')),
    fc.string({ maxLength: 20 }),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const typed = parts.join(', ')
      const { results, unclear } = readResults(typed)
      expect(new Set(results.map(({ label }) => label)).size).toBe(results.length)
      if (/[\p{L}\p{N}]/u.test(typed)) expect(results.length + unclear.length).toBeGreaterThan(0)
    }),
  )
})
