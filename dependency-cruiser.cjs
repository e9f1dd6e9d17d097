const PURE = 'rules|statuses|policy|schema|shape|events|params|list|clock|note|period|sql'
/** What lists are made of, but for what asks the database. */
const LISTS = '^domain/list/(?!read[.]|.*[.]test[.])'
const TEST = '[.]test[.]tsx?$'

/** Which way imports may go: app → components, domain → services → prisma. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-knows-no-framework',
      severity: 'error',
      comment: 'Rules and data must run in a test, a script or a job: no Next, React, or screen code.',
      from: { path: '^domain/', pathNot: TEST },
      to: {
        path: '^(app|components|e2e|tests)/|(^|/)node_modules/(next|next-auth|next-intl|react|react-dom)/',
      },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      comment: 'These also run in the browser: zod, calendars and other pure files only.',
      from: { path: [`^domain/([^/]+/(${PURE})|permissions|shape)[.]ts$`, LISTS] },
      to: {
        pathNot: [
          `^domain/[^/]+/(${PURE})[.]ts$`,
          LISTS,
          '^domain/text/',
          '^domain/(errors|permissions|shape)[.]ts$',
          '(^|/)node_modules/(zod|temporal-polyfill)/',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'chain-is-pure',
      severity: 'error',
      comment: 'Whoever holds the lines can check them: only hashing and canonical JSON.',
      from: { path: '^domain/history/chain[.]ts$' },
      to: {
        pathNot: ['^(node:)?crypto$', '(^|/)node_modules/canonicalize/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'text-is-pure',
      severity: 'error',
      comment:
        'Functions on strings; the front matter needs a YAML parser, the comparison a difference of words.',
      from: { path: '^domain/text/', pathNot: TEST },
      to: {
        pathNot: ['^domain/text/', '(^|/)node_modules/(zod|yaml|diff)/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nouns-share-rules-not-data',
      severity: 'error',
      comment: "A noun may use another noun's pure files and history/record, never its queries or commands.",
      from: { path: '^domain/([^/]+)/', pathNot: TEST },
      to: {
        path: '^domain/[^/]+/(queries|commands)[.]ts$',
        pathNot: '^domain/$1/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'only-data-files-touch-prisma',
      severity: 'error',
      comment: 'Screens and components reach the database through a query or a command.',
      from: {
        pathNot: [
          '^domain/[^/]+/(queries|commands|record)[.]ts$',
          '^domain/list/read[.]ts$',
          '^(prisma|services|tests|e2e|bench|scripts)/',
          TEST,
        ],
      },
      to: {
        path: '^prisma/client[.]ts$|^prisma/generated/|(^|/)node_modules/@prisma/client/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'components-only-show',
      severity: 'error',
      comment: 'Components receive data and actions as props.',
      from: { path: '^components/', pathNot: TEST },
      to: {
        path: `^app/|^domain/(?!text/|list/)[^/]+/(?!(${PURE})[.]ts$)|^domain/list/read[.]ts$`,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'pages-read-actions-write',
      severity: 'error',
      comment: 'Only an actions file or the HTTP API calls a command.',
      from: { path: '^app/', pathNot: ['(^|/)actions[.]ts$', '^app/api/', TEST] },
      to: { path: '^domain/[^/]+/commands[.]ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'journeys-see-only-the-browser',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^(app|components|domain|services|prisma)/' },
    },
    {
      name: 'services-stand-below',
      severity: 'error',
      comment:
        'The world outside knows no screens, and of the domain the functions on strings; session and sign-in alone ask the people of the desk.',
      from: {
        path: '^services/',
        pathNot: ['^services/(auth|session|action)[.]ts$', '^services/(printing|importing)/', TEST],
      },
      to: { path: '^(app|components)/|^domain/(?!text/)', dependencyTypesNot: ['type-only'] },
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
