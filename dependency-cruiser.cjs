/** The floors from the bottom up. A floor may import the floors below it and none above, not even their types. */
const FLOORS = [
  'text',
  'prisma',
  'services',
  'importing',
  'domain',
  'printing',
  'components',
  'app',
  'scripts',
]
const TEST = '[.]test[.]tsx?$'
const AT_WORK = { dependencyTypesNot: ['type-only'] }

/**
 * Domain files that query the database or the process, read bytes or start threads. All other files are pure.
 * `queries` and `commands` answer a request. They call the others, also those of other nouns: `open` loads,
 * `write` changes and `record` tells history, inside the transaction of the request. A `worker` runs beside the
 * requests: in a thread, or on a clock.
 */
const ASKS = ['queries', 'commands', 'record', 'open', 'write', 'worker'].join('|')
const FILE = `.+/(${ASKS})[.](ts|mjs)$`
const ASKING = `^domain/${FILE}`
/** Folders of `domain/` that serve every noun and are none themselves. */
const NO_NOUN = 'list|refusal'
const packages = (...names) => `(^|/)node_modules/(${names.join('|')})/`

const knowsNothingAbove = (floor, height) => ({
  name: `${floor}-knows-nothing-above`,
  severity: 'error',
  from: { path: `^${floor}/`, pathNot: TEST },
  to: { path: `^(${[...FLOORS.slice(height + 1), 'bench', 'e2e', 'tests'].join('|')})/` },
})

/** Which imports are allowed. */
module.exports = {
  forbidden: [
    ...FLOORS.map(knowsNothingAbove),
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other share a third.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'below-screens-no-framework',
      severity: 'error',
      comment: 'Code below the screens must also run in a test, a script or a job.',
      from: { path: '^(text|prisma|services|importing|domain|printing)/', pathNot: TEST },
      to: { path: packages('next', 'next-auth', 'next-intl', 'react', 'react-dom') },
    },
    {
      name: 'text-is-pure',
      severity: 'error',
      comment:
        'Pure functions on strings. They may use the parsers of Markdown and YAML, a difference of words, and the ranges of IP addresses.',
      from: { path: '^text/', pathNot: TEST },
      to: { pathNot: ['^text/', packages('zod', 'yaml', 'diff', 'ipaddr.js', 'markdown-it')], ...AT_WORK },
    },
    {
      name: 'importing-asks-the-network-alone',
      severity: 'error',
      comment: 'The bytes alone decide what came in. An address is requested by a guarded request.',
      from: { path: '^importing/', pathNot: TEST },
      to: { path: '^prisma/|^services/(?!outbound/)' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment:
        'Except for the files named above, the same input gives the same result. Much of it also runs in the browser.',
      from: { path: '^domain/', pathNot: [ASKING, TEST] },
      to: {
        pathNot: [
          '^text/',
          `^domain/(?!${FILE})`,
          '^(node:)?crypto$',
          packages('zod', 'temporal-polyfill', 'canonicalize', 'csv-parse', 'htmlparser2', '@zxcvbn-ts'),
        ],
        ...AT_WORK,
      },
    },
    {
      name: 'chain-is-pure',
      severity: 'error',
      comment: 'Anyone who has the lines can verify them, with nothing but hashing and canonical JSON.',
      from: { path: '^domain/history/chain[.]ts$' },
      to: { pathNot: ['^(node:)?crypto$', packages('canonicalize')], ...AT_WORK },
    },
    {
      name: 'nouns-share-rules-not-data',
      severity: 'error',
      comment:
        "A noun may use another noun's pure files, and the files that work in its transaction, but never its queries or commands.",
      from: { path: '^domain/([^/]+)/', pathNot: TEST },
      to: { path: '^domain/.+/(queries|commands)[.]ts$', pathNot: `^domain/(${NO_NOUN}|$1)/`, ...AT_WORK },
    },
    {
      name: 'only-the-domain-asks-for-data',
      severity: 'error',
      comment: 'Screens, components and printers reach the database through a query or a command.',
      from: { path: '^(importing|printing|components|app)/', pathNot: TEST },
      to: { path: '^prisma/', ...AT_WORK },
    },
    {
      name: 'components-only-show',
      severity: 'error',
      comment: 'Components receive data and actions as props. They may use pure files.',
      from: { path: '^components/', pathNot: TEST },
      to: { path: `^(services|printing)/|^importing/(?!formats[.]ts$)|${ASKING}`, ...AT_WORK },
    },
    {
      name: 'one-glue-to-next',
      severity: 'error',
      comment: 'Only app/server reads headers, cookies and sessions, and revalidates pages.',
      from: { path: '^(app|components)/', pathNot: '^app/server/' },
      to: { path: `(^|/)node_modules/next/(headers|cache)|${packages('next-auth')}` },
    },
    {
      name: 'pages-read-actions-write',
      severity: 'error',
      comment: 'Only an actions file, the HTTP API or signing in calls a command.',
      from: { path: '^app/', pathNot: ['(^|/)actions[.]ts$', '^app/(api|server)/', TEST] },
      to: { path: '^domain/.+/commands[.]ts$', ...AT_WORK },
    },
    {
      name: 'journeys-see-only-the-browser',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^(text|prisma|services|importing|domain|printing|components|app)/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(prisma/generated|[.]next|dist)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
}
