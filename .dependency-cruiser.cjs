// Who may import whom: the layout of src/, checked by `npm run arch`, and by test/architecture.test.ts, which also
// plants forbidden imports and expects them to be found.

/** From left to right. A file may use its own feature and those to its left, not its neighbours. */
const order = [
  ['calendar', 'people'],
  ['delivery'],
  ['dossier'],
  ['booking'],
  ['helpline'],
  ['alerts'],
  ['checklist', 'review', 'handover', 'broadcast'],
  ['admin', 'nomination', 'staff', 'privacy', 'dashboard', 'figures'],
]
const features = order.flat()
const anyFeature = `(?:${features.join('|')})`

/** What npm's scripts start. */
const programs = 'main|demo|telegram'

const roleNames = ['store', 'service', 'jobs', 'workers', 'views', 'notices', 'buttons', 'questions', 'bot', 'web']

/** Files that are no role of the table and not pure either: their feature's place in the order is all that binds them. */
const special =
  'people/(?:context|identify|press|orders|menu)|dossier/standing|delivery/(?:notice|sender|attempt)|checklist/(?:live-message|walk)|review/desk|booking/queue-page|alerts/refresh|broadcast/progress'

/** A long file may be split: `views.ts`, `desk-views.ts`. (A `?` here is an unsafe expression to dependency-cruiser.) */
const prefix = '(?:|[a-z-]*-)'
/** The files of a feature that have one of these roles. */
const role = (names, feature = anyFeature) => `^src/${feature}/${prefix}(?:${names})\\.ts$`
/** `rules.ts` and every other file of a feature that has no role of its own: decisions and types. */
const pure = `^src/(?!(?:${special})\\.ts$)${anyFeature}/(?!${prefix}(?:${roleNames.join('|')})\\.ts$)[^/]+\\.ts$`
const platform = (...names) => `^src/platform/(?:${names.join('|')})\\.ts$`
const packages = (...names) => `^(?:node_modules/)?(?:${names.join('|')})(?:/|$)`

/** Texts that no row points at: read as they are, not loaded. */
const faqText = '^prisma/reference/faq\\.json$'
/** Open to every role, besides types and what the pure files of its own feature and those to the left decide. */
const common = platform('time', 'result', 'id', 'i18n/languages', 'telegram/rates', 'telegram/formatting')
/** What else each role may import; its own kind in its own feature too. */
const table = {
  store: [platform('db')],
  service: [
    role('store|notices|jobs'),
    '^src/delivery/service\\.ts$',
    platform('db', 'files', 'queue', 'token', 'log', 'workbook'),
  ],
  jobs: [platform('queue'), packages('zod')],
  workers: [role('service|store|jobs'), platform('log', 'queue')],
  views: [role('buttons'), platform('telegram/screen', 'i18n/translator')],
  notices: [
    role('store|views|buttons'),
    '^src/delivery/notice\\.ts$',
    platform('telegram/screen', 'i18n/translator', 'pdf', 'chart'),
    packages('zod'),
  ],
  buttons: [platform('telegram/button'), packages('zod')],
  questions: [
    role('store|service|views'),
    '^src/(?:people/context|dossier/standing|checklist/live-message)\\.ts$',
    platform('telegram/ask', 'telegram/download', 'telegram/screen', 'i18n/translator', 'workbook'),
    packages('zod'),
  ],
}

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
const values = { dependencyTypesNot: ['type-only'] }

const roleRules = Object.entries(table).map(([name, may]) =>
  forbid(
    `${name}-by-the-table`,
    `${name}.ts imports only what its line in the table of roles allows; types are free.`,
    { path: role(name, `(${features.join('|')})`) },
    { pathNot: [pure, common, role(name, '$1'), ...may], ...values },
  ),
)

// Views and notices lead anywhere, so they alone see every `buttons.ts`: the first screen, in people/views.ts, has buttons
// of features to its right, and buttons.ts is written so that nothing comes along with it.
const orderRules = order.flatMap((group, place) =>
  group.flatMap((feature) => {
    const out = order
      .slice(place)
      .flat()
      .filter((other) => other !== feature)
    const comment = `${feature} may use its own files and what stands to its left, not ${out.join(', ')}.`
    const right = `^src/(?:${out.join('|')})/`
    const shows = role('views|notices', feature)
    return [
      forbid('features-in-order', comment, { path: `^src/${feature}/`, pathNot: shows }, { path: right }),
      forbid('features-in-order', comment, { path: shows }, { path: right, pathNot: role('buttons') }),
    ]
  }),
)

module.exports = {
  forbidden: [
    forbid(
      'no-cycles',
      'Two files that need each other are one file, or hide a third one. A type in the circle breaks it: nothing runs through it.',
      {},
      { circular: true, viaOnly: values },
    ),
    ...orderRules,
    forbid(
      'every-folder-has-a-place',
      'A new feature gets its place in the order, in this file.',
      { path: '^src/[^/]+/', pathNot: `^src/(?:${anyFeature}|inbox|platform|simulator)/` },
      {},
    ),
    forbid(
      'platform-knows-no-feature',
      'platform/ are tools that know nothing of what is built with them; of the rest they see the database client.',
      { path: '^src/platform/' },
      { path: ['^src/(?!platform/)', '^prisma/(?!client/)'] },
    ),

    ...roleRules,
    forbid(
      'pure-files-stay-pure',
      'Rules and other files without a role decide: nothing that fetches, waits or remembers. A file that must is named in `special`.',
      { path: pure },
      {
        pathNot: [
          pure,
          common,
          packages('zod', 'fastest-levenshtein', 'file-type', 'ical-generator', 'minisearch', '@orama/stemmers'),
          faqText,
        ],
        ...values,
      },
    ),
    forbid(
      'doors-go-through-services',
      'bot.ts and web.ts read, call a service and show; the database and the files are not theirs.',
      { path: role('bot|web') },
      { path: platform('db', 'migrate', 'files', 'queue'), ...values },
    ),
    ...['bot', 'web', 'workers'].map((name) =>
      forbid(
        'mounted-in-one-place',
        `A feature's ${name}.ts is mounted by src/${name}.ts, and nobody else needs it.`,
        { path: '^src/', pathNot: `^src/${name}\\.ts$` },
        { path: role(name) },
      ),
    ),

    forbid(
      'inbox-carries-anything',
      'The inbox stores and hands on updates; it does not know what they say.',
      { path: '^src/inbox/' },
      { path: '^src/(?!inbox/|platform/|runtime\\.ts$)' },
    ),
    forbid(
      'inbox-is-for-doors',
      'Features do not know how updates arrive.',
      { path: '^src/(?!inbox/)[^/]+/' },
      { path: '^src/inbox/' },
    ),
    forbid(
      'simulator-stands-alone',
      'The simulated Telegram knows no more of the bot than Telegram does.',
      { path: '^src/simulator/' },
      { path: ['^src/(?!simulator/|platform/)', '^prisma/'] },
    ),
    forbid(
      'simulator-is-for-doors',
      'Only the doors and the tests may tell a simulated Telegram from the real one.',
      { path: '^src/', pathNot: `^src/(?:simulator/|(?:${programs}|app|web)\\.ts$)` },
      { path: '^src/simulator/' },
    ),

    forbid(
      'doors-are-outermost',
      'Of the files directly in src/, everybody sees runtime.ts only.',
      { path: '^src/[^/]+/' },
      { path: '^src/(?!runtime\\.ts$)[^/]+\\.ts$' },
    ),
    forbid('runtime-is-types', 'Runtime names tools of the platform.', { path: '^src/runtime\\.ts$' }, values),
    forbid(
      'runtime-is-platform',
      'Runtime names tools of the platform.',
      { path: '^src/runtime\\.ts$' },
      { pathNot: '^src/platform/' },
    ),
    forbid(
      'config-stands-alone',
      'Reading the environment needs nothing else.',
      { path: '^src/config\\.ts$' },
      { path: ['^src/', '^prisma/'] },
    ),
    forbid(
      'prisma-client-in-platform',
      'platform/db.ts gives out the client as Database and Tx.',
      { path: '^src/(?!platform/)' },
      { path: '^prisma/client/' },
    ),
    forbid(
      'reference-data-for-doors',
      'What prisma/ loads into the database is loaded when a process starts.',
      { path: '^src/', pathNot: `^src/(?:${programs}|app)\\.ts$` },
      { path: '^prisma/(?!client/)', pathNot: faqText },
    ),
    forbid(
      'one-file-knows-dayjs',
      'Times are worked with through platform/time.ts.',
      { path: '^src/', pathNot: '^src/platform/time\\.ts$' },
      { path: packages('dayjs') },
    ),
    forbid(
      'packages-are-dependencies',
      'What runs in production is in `dependencies`; only the generators may use more.',
      { path: '^src/', pathNot: '/generate[^/]*\\.ts$' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], ...values },
    ),
    forbid('imports-exist', 'This import leads nowhere.', { path: '^src/' }, { couldNotResolve: true }),
  ],
  options: {
    // Without it, imports of types alone would be invisible.
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', '^prisma/client/'] },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
