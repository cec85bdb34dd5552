import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import { expect, onTestFinished, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const options = await extractOptions(join(root, '.dependency-cruiser.cjs'))

/** Reads who imports whom in the folder `src` of `baseDir`. */
async function readImports(baseDir: string): Promise<ICruiseResult> {
  const { output } = await cruise(['src'], { ...options, baseDir })
  if (typeof output === 'string') throw new Error(output)
  return output
}

const violationsOf = ({ summary }: ICruiseResult): string[] =>
  summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort()

const rulesAgainst = (summary: ICruiseResult['summary'], path: string): string[] =>
  summary.violations
    .filter(({ from }) => from === path)
    .map(({ rule }) => rule.name)
    .sort()

/** A folder with these files, removed after the test. */
function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'dampingi-architecture-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** What a file exports so that others have a value and a type to import. */
const thing = 'export const thing = 1\nexport type Thing = typeof thing\n'
const valueFrom = (...paths: string[]) =>
  `${paths.map((path, at) => `import { thing as t${at} } from '${path}'\n`).join('')}${thing}`
const typeFrom = (path: string) => `import type { Thing as Other } from '${path}'\nexport type Same = Other\n${thing}`

test('every import of src goes the way the layout says', { timeout: 60_000 }, async () => {
  const result = await readImports(root)
  expect(violationsOf(result)).toEqual([])
  // A reader that understands no file finds nothing wrong either.
  const own = result.modules.filter(({ source, dependencies }) => source.startsWith('src/') && dependencies.length > 0)
  expect(own.length).toBeGreaterThan(40)
})

/** Forbidden imports: a file, what it imports, and the rules that must notice. */
const planted: [path: string, imports: string[], rules: string[]][] = [
  ['people/rules.ts', ['../booking/service.ts'], ['features-in-order', 'pure-files-stay-pure']],
  ['people/regions.ts', ['../platform/db.ts', './store.ts'], ['pure-files-stay-pure', 'pure-files-stay-pure']],
  ['people/timetable.ts', ['dayjs'], ['one-file-knows-dayjs', 'pure-files-stay-pure']],
  ['people/store.ts', ['../simulator/person.ts'], ['simulator-is-for-doors', 'store-by-the-table']],
  ['people/identify.ts', ['../inbox/service.ts', '../app.ts'], ['doors-are-outermost', 'inbox-is-for-doors']],
  ['people/context.ts', ['vitest'], ['packages-are-dependencies']],
  ['dossier/service.ts', ['../../prisma/reference.ts'], ['reference-data-for-doors', 'service-by-the-table']],
  [
    'booking/service.ts',
    ['./desk-views.ts', '../dossier/service.ts'],
    ['service-by-the-table', 'service-by-the-table'],
  ],
  ['booking/desk-views.ts', ['./store.ts'], ['views-by-the-table']],
  ['booking/store.ts', ['../people/store.ts'], ['store-by-the-table']],
  ['booking/buttons.ts', ['./service.ts'], ['buttons-by-the-table']],
  ['booking/jobs.ts', ['./store.ts'], ['jobs-by-the-table']],
  ['booking/workers.ts', ['./desk-views.ts'], ['workers-by-the-table']],
  [
    'booking/bot.ts',
    ['../platform/db.ts', '../helpline/buttons.ts'],
    ['doors-go-through-services', 'features-in-order'],
  ],
  ['helpline/notices.ts', ['./service.ts'], ['notices-by-the-table']],
  ['checklist/questions.ts', ['../review/views.ts'], ['features-in-order']],
  ['review/questions.ts', ['../booking/bot.ts'], ['mounted-in-one-place', 'questions-by-the-table']],
  ['gossip/rules.ts', ['../people/rules.ts'], ['every-folder-has-a-place']],
  ['inbox/service.ts', ['../people/rules.ts'], ['inbox-carries-anything']],
  ['simulator/person.ts', ['../review/views.ts'], ['simulator-stands-alone']],
  [
    'platform/time.ts',
    ['../people/rules.ts', '../runtime.ts'],
    ['platform-knows-no-feature', 'platform-knows-no-feature'],
  ],
  ['platform/telegram/here.ts', ['./there.ts'], ['no-cycles']],
  ['platform/telegram/there.ts', ['./here.ts'], []],
  ['runtime.ts', ['./config.ts'], ['runtime-is-platform', 'runtime-is-types']],
  ['config.ts', ['./platform/log.ts'], ['config-stands-alone']],
  ['web.ts', ['../prisma/client/client.ts'], ['prisma-client-in-platform']],
  ['app.ts', ['./nowhere.ts'], ['imports-exist']],
]
const innocent = ['platform/db.ts', 'platform/log.ts', 'helpline/buttons.ts', 'helpline/service.ts', 'review/views.ts']

test('a forbidden import is found, by the rule that forbids it', { timeout: 60_000 }, async () => {
  const folder = folderOf({
    ...Object.fromEntries(planted.map(([path, imports]) => [`src/${path}`, valueFrom(...imports)])),
    ...Object.fromEntries(innocent.map((path) => [`src/${path}`, thing])),
    'prisma/reference.ts': thing,
    'prisma/client/client.ts': thing,
    'package.json': JSON.stringify({ type: 'module', dependencies: { dayjs: '1' }, devDependencies: { vitest: '1' } }),
    'node_modules/dayjs/index.js': 'export const thing = 1\n',
    'node_modules/vitest/index.js': 'export const thing = 1\n',
  })
  const { summary } = await readImports(folder)
  const found = planted.map(([path]) => ({ path, rules: rulesAgainst(summary, `src/${path}`) }))
  expect(found).toEqual(planted.map(([path, , rules]) => ({ path, rules })))
  const names = new Set(options.ruleSet?.forbidden?.map(({ name }) => name))
  expect(names).toEqual(new Set(planted.flatMap(([, , rules]) => rules)))
})

test('types and buttons may be imported where values may not', { timeout: 60_000 }, async () => {
  const folder = folderOf({
    'src/people/views.ts': `${valueFrom('../admin/buttons.ts', './rules.ts')}${typeFrom('./service.ts').replace(thing, '')}`,
    'src/people/rules.ts': typeFrom('./store.ts'),
    'src/people/store.ts': valueFrom('./rules.ts', '../platform/db.ts'),
    'src/people/service.ts': valueFrom('./notices.ts', './store.ts'),
    'src/people/notices.ts': valueFrom('./views.ts', '../admin/buttons.ts'),
    'src/admin/buttons.ts': valueFrom('../people/rules.ts'),
    'src/admin/store.ts': valueFrom('../people/rules.ts'),
    'src/platform/db.ts': thing,
  })
  expect(violationsOf(await readImports(folder))).toEqual([])
})

test('only config.ts and the programs read the environment', async () => {
  const readers: string[] = []
  for await (const path of glob('src/**/*.ts', { cwd: root })) {
    if (/process\s*(\.|\[['"])\s*env\b|\benv\b.*from 'node:process'/.test(readFileSync(join(root, path), 'utf8')))
      readers.push(path)
  }
  expect(['src/config.ts', 'src/demo.ts', 'src/main.ts', 'src/telegram.ts']).toEqual(expect.arrayContaining(readers))
})
