import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { allButtons, allLinks, type Codec, defineButton, defineLink } from '../../../src/platform/telegram/button.ts'
import { buttonFields, LARGEST_ID } from '../../support/button-fields.ts'

// Buttons stay in chats for years and anyone can forge one. Every kind there is must read what it writes, and only that.

const src = join(import.meta.dirname, '../../../src')
interface Kind {
  codec: Codec
  separator: string
}
let all: Kind[] = []
/** Those whose fields this test knows. */
let kinds: Kind[] = []

beforeAll(async () => {
  for await (const file of glob(['**/*buttons.ts', '**/*questions.ts'], { cwd: src })) await import(join(src, file))
  all = [
    ...allButtons().map((codec) => ({ codec, separator: ':' })),
    ...allLinks().map((codec) => ({ codec, separator: '_' })),
  ].filter(({ codec }) => !codec.name.includes('test-'))
  kinds = all.filter(({ codec }) => buttonFields[codec.name] || codec.read(codec.name))
})

const valuesOf = ({ name }: Codec) => fc.record(buttonFields[name] ?? {})
/** Any data that a kind of button may carry, with the kind that wrote it. */
const written = () =>
  fc
    .constantFrom(...kinds)
    .chain((kind) =>
      valuesOf(kind.codec).map((values) => ({ ...kind, values, data: kind.codec.with(values as never) })),
    )

test('there are buttons at all, and this test knows the fields of each', () => {
  expect(all.length).toBeGreaterThan(30)
  expect(all.filter((kind) => !kinds.includes(kind)).map(({ codec }) => codec.name)).toEqual([])
  expect(Object.keys(buttonFields).filter((name) => !all.some(({ codec }) => codec.name === name))).toEqual([])
})

test('every kind reads what it writes, and no other kind reads it', () => {
  for (const { codec } of kinds) {
    fc.assert(
      fc.property(valuesOf(codec), (values) => {
        const data = codec.with(values as never)
        expect(codec.read(data)).toEqual(values)
        expect(
          kinds.filter((other) => other.codec !== codec && other.codec.read(data)).map((other) => other.codec.name),
        ).toEqual([])
      }),
      { numRuns: 50 },
    )
  }
})

test('everything fits into the 64 bytes Telegram allows, with the largest ids there can be', () => {
  fc.assert(
    fc.property(written(), ({ data }) => {
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
    }),
    { numRuns: 1_000 },
  )
})

test('links are made of what Telegram allows in a link', () => {
  for (const { codec } of kinds.filter(({ separator }) => separator === '_')) {
    fc.assert(
      fc.property(valuesOf(codec), (values) => {
        expect(codec.with(values as never)).toMatch(/^[\w-]{1,64}$/)
      }),
    )
  }
})

test('a missing or an additional part is not read', () => {
  fc.assert(
    fc.property(written(), fc.string({ maxLength: 6 }), ({ codec, data, separator }, more) => {
      expect(codec.read(`${data}${separator}${more}`)).toBeUndefined()
      const parts = data.split(separator)
      if (parts.length > 1) expect(codec.read(parts.slice(0, -1).join(separator))).toBeUndefined()
    }),
    { numRuns: 500 },
  )
})

test('junk is not read', () => {
  const junk = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 64 }),
    fc.constantFrom(
      '',
      ':',
      '_',
      ' ',
      '__proto__',
      'constructor',
      'toString:1',
      '\0',
      '?',
      'item',
      'Item:1',
      ' item:1',
      'item :1',
      'item;1',
    ),
  )
  fc.assert(
    fc.property(junk, (data) => {
      const names = kinds.filter(({ codec, separator }) => data.split(separator).length === 1 && data === codec.name)
      expect(kinds.filter(({ codec }) => codec.read(data))).toEqual(
        names.filter(({ codec }) => !buttonFields[codec.name]),
      )
    }),
    { numRuns: 2_000 },
  )
})

/** The data of each kind with one field forged, for the kinds whose field may be a number. */
const withNumber = (forged: string): [name: string, data: string, codec: Codec][] =>
  kinds.flatMap(({ codec, separator }) => {
    const values = fc.sample(valuesOf(codec), { numRuns: 1, seed: 7 })[0] ?? {}
    const [name, ...parts] = codec.with(values as never).split(separator)
    return Object.values(values).flatMap((value, at): [string, string, Codec][] =>
      typeof value === 'number' ? [[codec.name, [name, ...parts.with(at, forged)].join(separator), codec]] : [],
    )
  })

const readers = (forged: string): string[] =>
  withNumber(forged).flatMap(([name, data, codec]) => (codec.read(data) ? [name] : []))

describe('an id', () => {
  test.each(['-1', '1.5', 'NaN', 'Infinity', 'null', 'x', '1x', '1,000', '１', '9007199254740993'])(
    'that is %j is not read',
    (forged) => {
      expect(readers(forged)).toEqual([])
    },
  )

  test('that is zero is not read, except as the first page', () => {
    expect(readers('0').toSorted()).toEqual([
      'alert-give',
      'alerts',
      'asked',
      'cast-yes',
      'coming',
      'dossiers',
      'duty-calls',
      'duty-day',
      'duty-next',
      'page',
      'plan-calls',
      'queue',
      'see-no',
      'sort-more',
      'staff',
      'to-call',
      'unclaimed',
    ])
  })

  test('that is left out or forged in a way no button of ours writes it is not read', () => {
    const forged = ['', '01', '+1', ' 1', '1 ', '1.0', '1e3', '0x10', '0b1']
    expect(forged.filter((each) => readers(each).length > 0)).toEqual([])
  })

  test('that is larger than any row has expired like any other, instead of an apology for a failure', () => {
    expect(readers(String(LARGEST_ID + 1))).toEqual([])
  })
})

test('two kinds cannot have the same name, and a value too long for a button is refused when it is made', () => {
  const long = defineButton('test-long', { text: z.string() })
  expect(() => defineButton('test-long', {})).toThrow('two kinds of button')
  expect(() => long.with({ text: 'é'.repeat(30) })).toThrow('64 bytes')
  expect(long.read(long.with({ text: 'é'.repeat(27) }))).toEqual({ text: 'é'.repeat(27) })
  defineLink('test-long', {})
  expect(() => defineLink('test-long', {})).toThrow('two kinds of link')
})
