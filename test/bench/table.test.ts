import { expect, test } from 'vitest'
import { figureOf } from '../../bench/figure.ts'
import { figuresPage, plainTable } from '../../bench/table.ts'

const figures = [
  figureOf({ id: 'press', what: 'a press', unit: '×', target: { atMost: 5 } }, [4, 4.5], 'Of this and that.'),
  figureOf({ id: 'start-pg', what: 'a start', unit: ' s', target: { atMost: 2 } }, [3.21], 'Of waiting.'),
]
const about = {
  day: '2026-11-24',
  command: 'npm run bench',
  machine: '2 cores',
  node: '24',
  postgres: '15',
  load: '0.1',
}

test('in a terminal the columns stand below each other', () => {
  expect(plainTable(figures)).toMatchInlineSnapshot(`
    "id        value   target  met  rounds       what
    press     4.25×   ≤ 5×    ✓    4 – 4.5      a press
    start-pg  3.21 s  ≤ 2 s   ✗    3.21 – 3.21  a start"
  `)
})

test('the page has the table, a sentence for what was missed, and what each figure is made of', () => {
  const page = figuresPage(figures, about)
  expect(page).toContain('Made by `npm run bench` on 2026-11-24')
  expect(page).toContain('| press | 4.25× | ≤ 5× | ✓ | 4 – 4.5 | a press |')
  expect(page).toContain('## Missed\n\n- **start-pg** is 3.21 s where ≤ 2 s was wanted.\n')
  expect(page).toContain('- **press**: Of this and that.')
})

test('when nothing was missed the page says so', () => {
  expect(figuresPage(figures.slice(0, 1), about)).toContain('## Missed\n\nNone.\n')
})
