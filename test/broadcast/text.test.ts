import fc from 'fast-check'
import type { MessageEntity } from 'grammy/types'
import { describe, expect, test } from 'vitest'
import { choose, everyOwner, facets } from '../../src/broadcast/audience.ts'
import { readMoment } from '../../src/broadcast/moment.ts'
import { lastMessageAt, timesOf } from '../../src/broadcast/rules.ts'
import { filled, whyNotWords } from '../../src/broadcast/text.ts'
import { htmlOf, plainOf } from '../../src/platform/telegram/formatting.ts'
import { parseHtml } from '../../src/simulator/html-entities.ts'

describe('formatting', () => {
  test('is kept, nested and escaped', () => {
    const entities: MessageEntity[] = [
      { type: 'bold', offset: 0, length: 9 },
      { type: 'italic', offset: 5, length: 4 },
      { type: 'text_link', offset: 12, length: 1, url: 'https://a.id/?x=1&y="' },
      { type: 'mention', offset: 14, length: 2 },
    ]
    expect(htmlOf('Hai <b>! 😀 x @ab', entities)).toBe(
      '<b>Hai &lt;<i>b&gt;! </i></b>😀 <a href="https://a.id/?x=1&amp;y=&quot;">x</a> @ab',
    )
  })

  const types = ['bold', 'italic', 'underline', 'strikethrough', 'code', 'blockquote', 'spoiler'] as const
  const entity = fc.record({
    type: fc.constantFrom(...types),
    offset: fc.integer({ min: -3, max: 40 }),
    length: fc.integer({ min: -2, max: 40 }),
  }) as fc.Arbitrary<MessageEntity>

  test('that is broken in any way is HTML that Telegram reads, of the same text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(entity, { maxLength: 6 }), (text, entities) => {
        const html = htmlOf(text, entities)
        expect(plainOf(html)).toBe(text)
        expect(parseHtml(html).text).toBe(text)
      }),
      { numRuns: 500 },
    )
  })
})

describe('words', () => {
  test.each([
    ['Halo {nama}', false, undefined],
    ['   ', false, 'empty'],
    ['Halo {Nama}', false, 'unknown:Nama'],
    ['Halo {}', false, 'unknown:'],
    ['Halo {na<b>ma</b>}', false, 'split-variable'],
    ['<b>Halo {nama}</b>', true, undefined],
    ['x'.repeat(4096), false, undefined],
    ['x'.repeat(4097), false, 'too-long'],
    ['x'.repeat(1025), true, 'too-long-for-file'],
    [`${'x'.repeat(4040)}{nama}`, false, 'too-long'], // a name may have 80 letters
  ] as const)('%#', (html, hasFile, mistake) => {
    expect(whyNotWords(html, hasFile)).toBe(mistake)
  })

  test('a name is text, whatever is in it', () => {
    const reader = { nama: '<i>{zona}</i> & $&', wilayah: 'Agam', zona: 'Bukittinggi' }
    expect(filled('Halo {nama}, {wilayah}', reader)).toBe('Halo &lt;i&gt;{zona}&lt;/i&gt; &amp; $&amp;, Agam')
  })
})

describe('an audience', () => {
  test('is as it was when something is chosen twice, and nothing unknown gets into it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...facets), fc.string(), (facet, value) => {
        const chosen = choose(everyOwner, facet, value)
        expect(Object.keys(chosen)).toEqual(Object.keys(everyOwner))
      }),
    )
    expect(choose(choose(everyOwner, 'region', '13.76'), 'region', '13.76')).toEqual(everyOwner)
    expect(choose(everyOwner, 'region', 'atlantis')).toEqual(everyOwner)
    expect(choose(everyOwner, 'role', 'king')).toEqual(everyOwner)
  })
})

const at = (time: string): Date => new Date(`2024-06-${time}+07:00`)

describe('time', () => {
  test.each([
    ['10 Juni 2024 09.00', at('10T09:00')],
    ['10/6/2024 pukul 9:30 WIB', at('10T09:30')],
    ['2024-06-10, 23.59', at('10T23:59')],
    ['10 Juni 2024', undefined],
    ['10 Juni 2024 24.00', undefined],
    ['besok 09.00', undefined],
  ] as const)('%s is read', (typed, moment) => {
    expect(readMoment(typed)).toEqual(moment)
  })

  test('a broadcast of the evening begins in the morning, an urgent one at once', () => {
    const draft = { sendAt: undefined, expiresAt: undefined, urgentReason: undefined }
    expect(timesOf(draft, at('03T21:00'))).toEqual({ begins: at('04T08:00'), ends: at('07T08:00') })
    expect(timesOf({ ...draft, urgentReason: 'banjir' }, at('03T21:00')).begins).toEqual(at('03T21:00'))
  })

  test('nights do not count when the end is foretold', () => {
    expect(lastMessageAt(at('03T19:59'), 25 * 60, false)).toEqual(at('03T20:00'))
    expect(lastMessageAt(at('03T19:59'), 25 * 120, false)).toEqual(at('04T08:01'))
    expect(lastMessageAt(at('03T08:00'), 25 * 3600 * 25, false)).toEqual(at('05T09:00'))
    expect(lastMessageAt(at('03T19:59'), 25 * 120, true)).toEqual(at('03T20:01'))
  })
})
