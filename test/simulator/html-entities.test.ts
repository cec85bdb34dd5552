import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readText } from '../../src/simulator/formatted-text.ts'
import { parseHtml } from '../../src/simulator/html-entities.ts'
import { escapeHtml, showHtml } from '../../src/simulator/show-html.ts'

const entity = (type: string, offset: number, length: number, more: object = {}) => ({ type, offset, length, ...more })

test.each([
  ['plain', 'plain', []],
  ['<b>a</b><strong>b</strong>', 'ab', [entity('bold', 0, 1), entity('bold', 1, 1)]],
  ['<i>a</i><em>b</em>', 'ab', [entity('italic', 0, 1), entity('italic', 1, 1)]],
  ['<u>a</u><ins>b</ins>', 'ab', [entity('underline', 0, 1), entity('underline', 1, 1)]],
  ['<s>a</s><strike>b</strike><del>c</del>', 'abc', [0, 1, 2].map((at) => entity('strikethrough', at, 1))],
  [
    '<tg-spoiler>a</tg-spoiler><span class="tg-spoiler">b</span>',
    'ab',
    [entity('spoiler', 0, 1), entity('spoiler', 1, 1)],
  ],
  ['<B>x</B >', 'x', [entity('bold', 0, 1)]],
  ['<b>x</>', 'x', [entity('bold', 0, 1)]],
  ['<b><i>x</i>y</b>', 'xy', [entity('bold', 0, 2), entity('italic', 0, 1)]],
  [
    '<a href="http://example.com/a?b=1&amp;c=2">x</a>',
    'x',
    [entity('text_link', 0, 1, { url: 'http://example.com/a?b=1&c=2' })],
  ],
  ["<a href='https://example.com'>x</a>", 'x', [entity('text_link', 0, 1, { url: 'https://example.com/' })]],
  ['<a href="http://localhost:8080/">x</a>', 'x', []],
  ['<code>x</code>', 'x', [entity('code', 0, 1)]],
  ['<pre>x</pre>', 'x', [entity('pre', 0, 1)]],
  ['<pre><code class="language-ts">x</code></pre>', 'x', [entity('pre', 0, 1, { language: 'ts' })]],
  ['<blockquote>x</blockquote>', 'x', [entity('blockquote', 0, 1)]],
  ['<blockquote expandable>x</blockquote>', 'x', [entity('expandable_blockquote', 0, 1)]],
  [
    '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>',
    '👍',
    [entity('custom_emoji', 0, 2, { custom_emoji_id: '5368324170671202286' })],
  ],
  [
    '<tg-time unix="1647531900" format="wDT">x</tg-time>',
    'x',
    [entity('date_time', 0, 1, { unix_time: 1647531900, date_time_format: 'wDT' })],
  ],
  ['🌶️ <b>Rendang</b>', '🌶️ Rendang', [entity('bold', 4, 7)]],
  ['👩‍👩‍👧<i>👍</i>', '👩‍👩‍👧👍', [entity('italic', 8, 2)]],
  ['&lt;b&gt; &amp; &quot;x&quot; &#33;&#x1F44D; &nbsp; & &', '<b> & "x" !👍 &nbsp; & &', []],
  ['<b></b>x', 'x', []],
])('%s', (html, text, entities) => {
  expect(parseHtml(html)).toEqual({ text, entities })
})

test.each([
  ['<b>x', 'Can\'t find end tag corresponding to start tag "b"'],
  ['<p>x</p>', 'Unsupported start tag "p" at byte offset 0'],
  ['é<br>', 'Unsupported start tag "br" at byte offset 2'],
  ['a < b', 'Unsupported start tag "" at byte offset 2'],
  ['5 <6> 7', 'Unsupported start tag "6" at byte offset 2'],
  ['<b', 'Unclosed start tag at byte offset 0'],
  ['<a href="x', 'Unclosed start tag at byte offset 0'],
  ['x</b>', 'Unexpected end tag at byte offset 1'],
  ['<b>x</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
  ['<b>x</b', 'Unclosed end tag at byte offset 4'],
  ['<span class="red">x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ['<tg-emoji emoji-id="x">x</tg-emoji>', 'Invalid custom emoji identifier specified'],
])('%s is refused', (html, reason) => {
  expect(() => parseHtml(html)).toThrow(`Bad Request: can't parse entities: ${reason}`)
})

test('whatever is escaped comes back as it was, without entities', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(parseHtml(escapeHtml(text))).toEqual({ text, entities: [] })
    }),
  )
})

test('tags around text cover exactly that text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', minLength: 1 }), (before, bold) => {
      const { text, entities } = parseHtml(`${escapeHtml(before)}<b>${escapeHtml(bold)}</b>!`)
      const [first] = entities
      expect(text.slice(first?.offset, (first?.offset ?? 0) + (first?.length ?? 0))).toBe(bold)
    }),
  )
})

test('text is trimmed, and entities move and shrink with it', () => {
  expect(readText({ text: ' \n a <b> x </b>  \n', parse_mode: 'HTML' })).toEqual({
    text: 'a  x',
    entities: [entity('bold', 2, 2)],
  })
  expect(readText({ text: '  <b> x</b>', parse_mode: 'html' })).toEqual({
    text: ' x',
    entities: [entity('bold', 0, 2)],
  })
})

test('code holds no other formatting', () => {
  expect(readText({ text: '<b>a<code>b</code>c</b>', parse_mode: 'HTML' }).entities).toEqual([
    entity('bold', 0, 1),
    entity('code', 1, 1),
    entity('bold', 2, 1),
  ])
  expect(readText({ text: '<pre>a<a href="x.id">b</a></pre>', parse_mode: 'HTML' }).entities).toEqual([
    entity('pre', 0, 2),
  ])
})

test('commands, links, mentions and hashtags are found, but not inside code', () => {
  const text = '/start a/b @dampingi_bot #ikm https://example.com/x. a@b.id <code>/help</code>'
  expect(readText({ text, parse_mode: 'HTML' }).entities).toEqual([
    entity('bot_command', 0, 6),
    entity('mention', 11, 13),
    entity('hashtag', 25, 4),
    entity('url', 30, 21),
    entity('email', 53, 6),
    entity('code', 60, 5),
  ])
})

test.each([
  [{ type: 'bold', offset: 100, length: 1 }, 'entity begins after the end of the text at UTF-16 offset 100'],
  [
    { type: 'bold', offset: 0, length: 100 },
    'entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 100',
  ],
  [{ type: 'bold', offset: -1, length: 1 }, 'receive an entity with incorrect offset -1'],
  [{ type: 'text_link', offset: 0, length: 1, url: 'nothing' }, "entity URL 'nothing' is invalid: Wrong HTTP URL"],
] as const)('explicit entity %o is refused', (given, reason) => {
  expect(() => readText({ text: 'hello', entities: [given] })).toThrow(`Bad Request: ${reason}`)
})

test.each([
  ['Markdown', 'the simulator reads parse_mode HTML only'],
  ['MarkdownV2', 'the simulator reads parse_mode HTML only'],
  ['BBCode', 'unsupported parse_mode'],
])('parse_mode %s is refused', (mode, reason) => {
  expect(() => readText({ text: 'x', parse_mode: mode })).toThrow(`Bad Request: ${reason}`)
})

test('the length is counted after parsing', () => {
  const long = 'x'.repeat(4096)
  expect(readText({ text: `<b>${long}</b>`, parse_mode: 'HTML' }).text).toBe(long)
  expect(() => readText({ text: `${long}x` })).toThrow('Bad Request: message is too long')
  expect(() => readText({ text: ' <b> </b>', parse_mode: 'HTML' })).toThrow('Bad Request: message text is empty')
})

test('what is shown is the same text in safe HTML', () => {
  const shown = (html: string) => showHtml(parseHtml(html))
  expect(shown('<b>a <i>b</i></b> &lt;script&gt;')).toBe('<b>a <i>b</i></b> &lt;script&gt;')
  expect(shown('<a href="https://example.com/?a=&quot;">x</a>')).toBe('<a href="https://example.com/?a=%22">x</a>')
  expect(shown('<a href="tg://x">x</a>')).toBe('<a href="tg://x">x</a>')
  const crossing = [entity('bold', 0, 2), entity('italic', 1, 2)] as Parameters<typeof showHtml>[0]['entities']
  expect(showHtml({ text: 'abc', entities: crossing })).toBe('<b>a<i>b</i></b><i>c</i>')
})
