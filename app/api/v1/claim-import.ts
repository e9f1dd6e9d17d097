import { importClaims } from '@/domain/claim-import/commands'
import { previewClaimImport, readClaimImport } from '@/domain/claim-import/queries'
import { countOutcomes } from '@/domain/claim-import/rules'
import { DomainError, type Refused } from '@/domain/errors'
import type { ClaimImport } from '@/domain/claim-import/schema'
import type { RowResult } from '@/domain/claim-import/shape'
import { preferredLocale } from '@/text/locale'
import { newClaimImport, claimImportResult } from './claim-import-shapes'
import { operation } from './operation'
import { newRouter } from './router'
import { sentencesIn, type Sentences } from '@/app/sentences'
import { idempotencyHeader, idOf, json, jsonBody, refusals, requestKey, WRITE_REFUSALS } from './shapes'

export const claimImport = newRouter()

const importing = operation({
  operationId: 'importClaims',
  may: 'makeClaim',
  method: 'post',
  path: '/articles/{id}/claims/import',
  summary:
    'Import a list of claims into the newest text: where each row stands, and a claim of each that does',
  request: { params: idOf('article'), headers: idempotencyHeader, ...jsonBody(newClaimImport) },
  responses: {
    200: json(claimImportResult, 'What would become of each row, or nothing could be made of any.'),
    201: json(claimImportResult, 'What became of each row, and the claims that were made.'),
    ...refusals(...WRITE_REFUSALS, 409),
  },
})

/** Runs `work` and translates the field paths in its refusals to fields of `csv`. */
async function inCsv<T>(work: () => T | Promise<T>, pathOf: (path: string) => string): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof DomainError) || error.issues.length === 0) throw error
    const issues = error.issues.map((issue) => ({ ...issue, path: pathOf(issue.path) }))
    const { code, key, params, current } = error
    throw new DomainError(...([code, key, { params, issues, current }] as Refused))
  }
}

const readGiven = ({ rows, csv }: { rows?: Record<string, unknown>[]; csv?: string }) =>
  csv === undefined
    ? readClaimImport({ rows: rows ?? [] })
    : inCsv<ClaimImport>(
        () => readClaimImport({ list: csv }),
        () => 'csv',
      )

/** Translates `rows.3.quote` to `csv.5.quote`, using the row's number in the table. */
const csvPath = (list: ClaimImport) => (path: string) => {
  const [, index, ...field] = path.split('.')
  return ['csv', list.rows[Number(index)]?.row ?? index, ...field].join('.')
}

const shown = (sentence: Sentences) => (row: RowResult) => {
  const { issues, ...rest } = row
  const errors = issues.map(({ path, key, params }) => ({
    field: path,
    key,
    message: sentence(key, params),
  }))
  return { ...rest, errors }
}

claimImport.openapi(importing, async (c) => {
  const { id: articleId } = c.req.valid('param')
  const { preview, strict, revision, ...given } = c.req.valid('json')
  const list = await readGiven(given)
  const inWords = shown(sentencesIn(preferredLocale(c.req.header('accept-language'))))
  if (preview) {
    const looked = await previewClaimImport(c.var.actor, articleId, list)
    return c.json({ ...looked, rows: looked.rows.map(inWords), claims: [] }, 200)
  }
  const key = requestKey(`claim-import:${articleId}`, c.req.valid('header'))
  const write = () =>
    importClaims(c.var.actor, { articleId, revision, rows: list.rows, strict, requestKey: key })
  const written = await (given.csv === undefined ? write() : inCsv(write, csvPath(list)))
  const body = {
    ...written,
    counts: countOutcomes(written.rows),
    rows: written.rows.map(inWords),
    ignored: list.ignored,
  }
  return c.json(body, written.claims.length > 0 ? 201 : 200)
})
