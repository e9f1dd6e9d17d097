import fs from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { api } from '@/app/api/v1/app'
import { boundsOf } from '@/app/api/v1/body'
import { MARKUP_MAX } from '@/domain/claim-review/schema'
import { TEXT_BOUNDS } from '@/text/bounds'
import { PRODUCT } from '@/scripts/lib/folders.mjs'
import { BODIES } from '@/services/bodies/bounds'
import { call, type Problem } from './api'
import { makeUser, type MadeUser } from './factories'

/** The most bytes of a letter that JSON writes as an escape. */
const ESCAPE_BYTES = 6

const files = (wanted: RegExp, folders = PRODUCT.filter((folder) => folder !== 'prisma')) =>
  folders
    .flatMap((folder) =>
      fs
        .readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((file) => path.posix.join(folder, file)),
    )
    .concat('proxy.ts')
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.') && wanted.test(file))
    .sort()

const read = (file: string) => fs.readFileSync(file, 'utf8')

/** The files of a kind that match, each as often as it matches. */
const holding = (what: RegExp, wanted = /./) =>
  files(wanted).flatMap((file) => [...read(file).matchAll(what)].map(() => file))

describe('a function that a browser can call', () => {
  /** These read only what their comments say. */
  const BY_THEMSELVES = [
    // One search word, by its own schema.
    'app/(desk)/find-article/actions.ts findArticlesAction',
    // Text fields, which go through `openAction`.
    'app/(public)/corrections/request/actions.ts sendCorrectionRequestAction',
    'app/(public)/questions/[secret]/actions.ts answerAction',
    'app/(public)/questions/[secret]/actions.ts codeAction',
    // One of the known names.
    'app/preferences/actions.ts setLanguage',
    'app/preferences/actions.ts setColours',
  ]

  it('stands in a file of actions', () => {
    expect(holding(/['"]use server['"]/g).filter((file) => !/\/actions\.ts$/.test(file))).toEqual([])
  })

  it('reads its arguments with a schema, through the one entry point', () => {
    const found = files(/\/actions\.ts$/).flatMap((file) =>
      read(file)
        .split(/^(?=export )/m)
        .slice(1)
        .filter((text) => !/^export const \w+ = (form|read|open)Action\(/.test(text))
        .map((text) => `${file} ${/^export (?:async )?(?:function|const) (\w+)/.exec(text)?.[1]}`),
    )
    expect(found.sort()).toEqual(BY_THEMSELVES.toSorted())
  })
})

describe('an address that accepts a body', () => {
  it('is in this list', () => {
    expect(
      holding(/^export (?:async function|const) (?:\{[^}]*)?(?:POST|PUT|PATCH|DELETE)\b/gm, /\/route\.ts$/),
    ).toEqual([
      'app/(desk)/articles/new/read/route.ts',
      // It reads no body: what it records stands in its address.
      'app/(desk)/claims/opened/route.ts',
    ])
    // These pass on everything: to next-auth, whose bodies are the shortest kind, and to the HTTP API.
    expect(
      holding(/\bas (?:POST|PUT|PATCH|DELETE)\b|\b(?:POST|PUT|PATCH|DELETE)[ ,}]/g, /\/route\.ts$/),
    ).not.toEqual([])
  })

  it('counts the bytes as they arrive', () => {
    const reads =
      /\b(?:request|req|c\.req|c\.req\.raw)\s*\.(?:json|text|formData|arrayBuffer|blob|bytes|parseBody|body\b(?!Cache))/g
    expect([...new Set(holding(reads))]).toEqual([
      // With `readLimited`.
      'app/(desk)/articles/new/read/route.ts',
      'app/api/v1/body.ts',
      // After the bytes are counted, as for each page.
      'app/server/auth-request.ts',
    ])
  })
})

it('JSON is parsed only where its bounds are checked before', () => {
  const onTheServer = /^(?:app|domain|importing|printing|services|scripts|text)\//
  expect(holding(/\bJSON\.parse\(/g, onTheServer)).toEqual([
    // The data of the desk's own page.
    ...['app/(desk)/articles/[id]/use-article-desk.ts', 'app/(desk)/articles/[id]/use-text-units.ts'],
    // The desk's own messages, read in the browser.
    'app/(desk)/live/connection.ts',
    // Checked by `boundedText`.
    'app/api/v1/import-body.ts',
    // The desk's own data.
    'app/server/action.ts',
    // Checked together with the bytes of next-auth's bodies.
    'app/server/auth-request.ts',
    // Checked just before.
    ...['domain/claim-import/rows/rows.ts', 'domain/claim-review/validate.ts'],
    // The desk's own data.
    'domain/history/record.ts',
    // Part of an address, which HTTP bounds.
    'domain/list/cursor.ts',
    // What the desk's instances tell each other, which PostgreSQL bounds.
    'domain/live/rules.ts',
    // Data from one of the desk's threads.
    'domain/question/asked/queries.ts',
    // Signed or kept by the desk.
    ...['domain/report/check.ts', 'domain/report/queries.ts'],
    // Data from the desk's database or one of its threads.
    ...['domain/revision/carrying.ts', 'domain/revision/open.ts', 'domain/revision/queries.ts'],
    ...['domain/ripple/repeats.ts', 'domain/ripple/repeats.ts', 'domain/sentence/open.ts'],
    // Checked just before.
    'importing/page-facts.ts',
    // The answer of the desk's own printing process.
    'printing/pdf/pdf.ts',
    // Files of the demo; a file of the build; part of a header, which HTTP bounds.
    ...['scripts/demo/desk.ts', 'scripts/demo/load.ts', 'scripts/desk-routes.ts', 'scripts/head.ts'],
    // A file of the desk's code; a file of the operator.
    ...['scripts/metrics-of-desk.ts', 'scripts/verify.ts'],
    // Files of the installation.
    ...['services/postgres-binaries.ts', 'services/postgres-home.ts', 'services/signing-keys.ts'],
  ])
})

it('schemas are made where their bounds are checked', () => {
  const made = /\bz\.(?:object|strictObject|looseObject|array|record|string|unknown|any|map|set|tuple)\(/g
  const walked = /^domain\/.+\/(?:schema|params|list)\.ts$|^text\/|^app\/api\/v1\//
  const outgoing = /^domain\/(?:[^/]+\/)?shape\.ts$/
  const files = holding(made).filter((file) => !walked.test(file) && !outgoing.test(file))
  expect([...new Set(files)]).toEqual([
    // One search word.
    'app/(desk)/find-article/actions.ts',
    // Files of the demo.
    ...['scripts/demo/desk.ts', 'scripts/demo/load.ts'],
    // The environment.
    'services/settings.ts',
  ])
})

describe('the kinds of bodies', () => {
  it('fit their longest field, even with every letter escaped', () => {
    expect(BODIES.text.bytes).toBeGreaterThan(ESCAPE_BYTES * TEXT_BOUNDS.units)
    expect(BODIES.markup.bytes).toBeGreaterThan(ESCAPE_BYTES * MARKUP_MAX)
  })

  it('let an action send the longest text, and no more', () => {
    expect(read('next.config.js')).toContain("bodySizeLimit: '8mb'")
    expect(BODIES.text.bytes).toBe(8 * 1024 * 1024)
  })
})

describe('the HTTP API', () => {
  let admin: MadeUser
  beforeAll(async () => {
    admin = await makeUser({ role: 'admin' })
  })

  const FORMS = ['POST /articles/import', 'POST /verify']
  const ID = '00000000-0000-7000-8000-000000000000'
  const operations = api.openAPIRegistry.definitions.flatMap((one) => {
    if (one.type !== 'route' || !(one.route.request as { body?: object } | undefined)?.body) return []
    return [`${one.route.method.toUpperCase()} ${one.route.path}`]
  })

  const ask = (operation: string, raw: string, token: string | null = admin.token) => {
    const [method = '', address = ''] = operation.split(' ')
    return call<Problem>(token, method, address.replace('{id}', ID), { raw })
  }

  it('accepts a form at these addresses', () => {
    expect(operations.length).toBeGreaterThan(15)
    expect(FORMS.filter((form) => !operations.includes(form))).toEqual([])
  })

  it.each(operations.filter((operation) => !FORMS.includes(operation)))(
    '%s refuses too much before any code looks at it',
    async (operation) => {
      const bounds = boundsOf(`/api/v1${operation.split(' ')[1]?.replace('{id}', ID)}`)
      const deep = '['.repeat(bounds.depth + 1)
      expect([(await ask(operation, deep)).status, (await ask(operation, deep)).body.code]).toEqual([
        413,
        'too_large',
      ])
      const long = `"${'a'.repeat(bounds.bytes)}"`
      expect((await ask(operation, long)).status).toBe(413)
      expect((await ask(operation, deep, null)).status).toBe(401)
    },
  )

  it.each([
    ['values', `[${'1,'.repeat(BODIES.record.values)}1]`, 'jsonTooMany'],
    ['a long name', `{"${'n'.repeat(600)}":1}`, 'jsonLongName'],
    ['objects in one another', '{"a":'.repeat(40), 'jsonTooDeep'],
  ])('says which limit is exceeded: %s', async (_, raw, key) => {
    const { status, body } = await ask('POST /webhooks', raw)
    expect([status, body.detail]).toEqual([413, expect.stringMatching(/\d/)])
    expect(key).toMatch(/^json/)
  })
})
