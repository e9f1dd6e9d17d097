/** Inserts `text` after the only occurrence of `after`; without `after` the file is new. */
export type Edit = { file: string; after?: string; text: string }

/** The edits that add one of a kind, and a proof that it works. */
export type Recipe = {
  /** Its name in the table of docs/architecture.md. */
  what: string
  edits: Edit[]
  /** A file that a test writes, or a folder that a translator makes. Both are written or copied, not edited. */
  made?: { file: string; from?: string }[]
  /**
   * The body of a module that throws unless the addition works; it can use `assert` and the helpers of `proof.mts`.
   */
  proof: string
}

const both = (file: string, after: string, text: string): Edit[] =>
  ['en', 'ar'].map((locale) => ({ file: `messages/${locale}/${file}`, after, text }))

const migration = (name: string, sql: string): Edit => ({
  file: `prisma/migrations/29991231000000_${name}/migration.sql`,
  text: sql,
})

const status: Recipe = {
  what: 'a status of claims',
  edits: [
    {
      file: 'domain/claim/statuses.ts',
      after: "    words: ['verified', 'متحقق منه'],\n  },\n",
      text: `  outdated: {
    key: 'o',
    sign: '↺',
    ink: ['#333366', '#ccccff'],
    paperInk: '#333367',
    ground: ['#eeeeff', '#222244'],
    edge: ['#555599', '#9999dd'],
    line: 'double',
    fill: 'var(--sunken)',
    stance: null,
    tone: null,
    lacks: nothing,
    ratings: [3],
    words: ['outdated', 'متقادم'],
  },
`,
    },
    {
      file: 'components/claim/status.tsx',
      after: '  verified: CircleCheck,\n',
      text: '  outdated: Circle,\n',
    },
    ...both('common.json', '  "status": {\n', '    "outdated": "Outdated",\n'),
    ...both('report.json', '  "meaning": {\n', '    "outdated": "It was so once.",\n'),
    ...both('article.json', '\n  "keys": {\n', '    "outdated": "Mark outdated",\n'),
    { file: 'prisma/schema.prisma', after: '  disputed\n  verified\n', text: '  outdated\n' },
    migration('status', `alter type "ClaimStatus" add value 'outdated';\n`),
  ],
  made: [{ file: 'app/statuses.css' }],
  proof: `
    const { token, actor } = await makeUser()
    const article = await makeArticle(actor, { text: 'It opened in 1998.', claims: [{ quote: 'It opened in 1998', status: 'outdated' }] })
    const list = await call(token, 'GET', '/claims?status=outdated&article=' + article.id)
    assert.deepEqual(list.body.items.map(({ status }) => status), ['outdated'])
    const { text } = await call(token, 'GET', '/articles/' + article.id + '/report.html')
    assert.match(text, /--outdated: #333367;/)
    assert.match(text, /↺<\\/span> Outdated/)
    const { valueNamed } = await load('domain/claim-import/rows/columns.ts')
    assert.equal(valueNamed('status', 'متقادم'), 'outdated')
  `,
}

const role: Recipe = {
  what: 'a role',
  edits: [
    { file: 'domain/user/policy.ts', after: 'export const ROLES = [...LADDER', text: ", 'lawyer'" },
    ...['signOffClaim', 'holdTokens'].map((permission) => ({
      file: 'domain/permissions.ts',
      after: `  ${permission}: [from('${permission === 'holdTokens' ? 'viewer' : 'editor'}')`,
      text: ", { who: ({ role }) => role === 'lawyer' }",
    })),
    ...both('common.json', '  "role": {\n', '    "lawyer": "Lawyer",\n'),
    {
      file: 'prisma/schema.prisma',
      after: 'enum Role {\n  viewer\n  checker\n  editor\n  admin\n',
      text: '  lawyer\n',
    },
    migration('role', `alter type "Role" add value 'lawyer';\n`),
  ],
  proof: `
    const { token } = await makeUser({ role: 'lawyer' })
    const path = '/claims/01a20000-0000-7000-8000-000000000000'
    assert.equal((await call(token, 'PUT', path + '/sign-off', { body: { version: 1, digest: '0'.repeat(64) } })).status, 404)
    assert.equal((await call(token, 'PATCH', path, { body: { version: 1, priority: 'low' } })).status, 403)
  `,
}

const language: Recipe = {
  what: 'a language of the interface',
  edits: [
    {
      file: 'text/locale.ts',
      after: "format: 'ar-u-nu-latn' },\n",
      text: "  fr: { name: 'Français', direction: 'ltr', format: 'fr' },\n",
    },
    {
      file: 'services/messages.ts',
      after: "import en from '@/messages/en'\n",
      text: "import fr from '@/messages/fr'\n",
    },
    {
      file: 'services/messages.ts',
      after: 'const MESSAGES: Record<Locale, Messages> = { en, ar',
      text: ', fr',
    },
    {
      file: 'app/words.tsx',
      after: "  en: dynamic(() => import('@/messages/en').then(nothing)),\n",
      text: "  fr: dynamic(() => import('@/messages/fr').then(nothing)),\n",
    },
    {
      file: 'app/words.tsx',
      after: "  en: () => import('@/messages/en'),\n",
      text: "  fr: () => import('@/messages/fr'),\n",
    },
    {
      file: 'app/failure.tsx',
      after: "import en from '@/messages/en/failure.json'\n",
      text: "import fr from '@/messages/fr/failure.json'\n",
    },
    {
      file: 'app/failure.tsx',
      after: 'const WORDS: Record<Locale, typeof en> = { en, ar',
      text: ', fr',
    },
    {
      file: 'domain/attribution/rules.ts',
      after: 'export const RATING_NAMES = {\n',
      text: "  fr: { 1: 'Faux', 2: 'Plutôt faux', 3: 'Mitigé', 4: 'Plutôt vrai', 5: 'Vrai' },\n",
    },
    ...both('correction.json', '    "language": {\n', '      "fr": "For articles in French",\n'),
    ...both('reports.json', '    "language": {\n', '      "fr": "French",\n'),
    ...both('reports.json', '  "issue": {\n', '    "fr": "French",\n'),
  ],
  made: [{ file: 'messages/fr', from: 'messages/en' }],
  proof: `
    const { token, actor } = await makeUser()
    const article = await makeArticle(actor)
    const body = { kind: 'interim', language: 'fr', internal: true }
    assert.equal((await call(token, 'POST', '/articles/' + article.id + '/reports', { body })).status, 201)
    const none = await call(token, 'GET', '/nothing', { headers: { 'accept-language': 'fr-CA' } })
    assert.equal(none.headers.get('content-language'), 'fr')
  `,
}

const importer: Recipe = {
  what: 'a format that articles are read from',
  edits: [
    {
      file: 'importing/formats.ts',
      after: 'export const FORMATS = {\n',
      text: "  tex: { name: 'LaTeX', endings: ['tex'], media: ['application/x-tex'], packed: true },\n",
    },
    {
      file: 'importing/format.ts',
      after: "  if (beginning.includes('%PDF-')) return 'pdf'\n",
      text: "  if (beginning.startsWith('\\\\documentclass')) return 'tex'\n",
    },
    {
      file: 'importing/import.ts',
      after: 'const READERS: Record<Format, Reader> = {\n',
      text: '  tex: (file) => readTex(file.bytes),\n',
    },
    {
      file: 'importing/import.ts',
      after: "import { readOdt } from './odt/odt'\n",
      text: "import { readTex } from './tex'\n",
    },
    {
      file: 'importing/tex.ts',
      text: `import { readDraft } from './text-file'

export const readTex = (bytes: Buffer) =>
  readDraft(bytes.toString('latin1').replace(/[{}]|\\\\[a-z]+[0-9]* ?/g, ''), 'text')
`,
    },
    ...both('importing.json', '  "fileHint": "', 'LaTeX (.tex), '),
    ...both('importing.json', '    "filesHint": "', 'LaTeX (.tex), '),
    ...both('errors.json', '  "importNotThisFormat": "', '(.tex) '),
    ...both('errors.json', '  "importNotText": "', '(.tex) '),
    { file: 'docs/guide.md', after: '**Upload a file** (', text: 'LaTeX, ' },
  ],
  proof: `
    const { token } = await makeUser()
    const form = new FormData()
    form.set('file', new Blob(['\\\\documentclass One sentence stands here.']), 'a.tex')
    form.set('preview', 'true')
    const sent = new Response(form)
    const read = await call(token, 'POST', '/articles/import', {
      raw: new Uint8Array(await sent.arrayBuffer()),
      headers: { 'content-type': sent.headers.get('content-type') },
    })
    assert.equal(read.body.text, 'One sentence stands here.')
    assert.match((await call(null, 'GET', '/openapi.json')).text, /\\.tex/)
  `,
}

const format: Recipe = {
  what: 'a format that reports are printed in',
  edits: [
    { file: 'domain/report/schema.ts', after: 'export const REPORT_FORMATS = [', text: "'txt', " },
    {
      file: 'printing/formats.ts',
      after: 'export const FORMATS: Record<ReportFormat, Format> = {\n',
      text: "  txt: { contentType: 'text/plain; charset=utf-8', disposition: 'attachment', print: reportPlain },\n",
    },
    {
      file: 'printing/formats.ts',
      after: "import { reportJsonLd } from './report-json-ld'\n",
      text: "import { reportPlain } from './report-plain'\n",
    },
    {
      file: 'printing/report-plain.ts',
      text: `import type { PrintableReport } from '@/domain/report/schema'
import { outlineOf } from './outline/outline'

export const reportPlain = (report: PrintableReport) =>
  outlineOf(report).claims.items.map(({ sign, quote }) => \`\${sign} \${quote.text}\\n\`).join('')
`,
    },
    ...both('reports.json', '    "formats": {\n', '      "txt": "Text",\n'),
    ...both('reports.json', '    "hints": {\n', '      "txt": "for reading",\n'),
  ],
  proof: `
    const { token, actor } = await makeUser()
    const article = await makeArticle(actor)
    const body = { kind: 'interim', language: 'en', internal: true }
    const { body: issued } = await call(token, 'POST', '/articles/' + article.id + '/reports', { body })
    const file = await call(token, 'GET', '/reports/' + issued.id + '.txt')
    assert.match(file.text, /^○ The bridge opened in 1998\\n/)
    assert.match(file.headers.get('content-type'), /^text\\/plain/)
  `,
}

export const RECIPES: Recipe[] = [status, role, language, importer, format]

/** The files of the tree that a recipe touches; a new folder counts as one. */
export const filesOf = ({ edits, made = [] }: Recipe): string[] => [
  ...new Set([...edits, ...made].map(({ file }) => file)),
]
