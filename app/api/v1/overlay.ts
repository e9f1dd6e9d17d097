import { layClaims } from '@/domain/overlay/commands'
import { previewOverlay, readListOf } from '@/domain/overlay/queries'
import { countOutcomes } from '@/domain/overlay/rules'
import { DomainError } from '@/domain/errors'
import type { ClaimList } from '@/domain/overlay/schema'
import type { OverlayRow } from '@/domain/overlay/shape'
import { preferredLocale } from '@/text/locale'
import { newOverlay, overlayResult } from './overlay-shapes'
import { operation } from './operation'
import { newRouter } from './router'
import { sentencesIn, type Sentences } from './sentences'
import { idempotencyHeader, idOf, json, jsonBody, refusals, requestKey, WRITE_REFUSALS } from './shapes'

export const overlay = newRouter()

const layOver = operation({
  operationId: 'layClaims',
  may: 'makeClaim',
  method: 'post',
  path: '/articles/{id}/claims/overlay',
  summary: 'Lay a list of claims over the newest text: where each row stands, and a claim of each that does',
  request: { params: idOf('article'), headers: idempotencyHeader, ...jsonBody(newOverlay) },
  responses: {
    200: json(overlayResult, 'What would become of each row, or nothing could be made of any.'),
    201: json(overlayResult, 'What became of each row, and the claims that were made.'),
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
    throw new DomainError(error.code, error.key, { params: error.params, issues })
  }
}

const readList = ({ rows, csv }: { rows?: Record<string, unknown>[]; csv?: string }) =>
  csv === undefined
    ? readListOf({ rows: rows ?? [] })
    : inCsv<ClaimList>(
        () => readListOf({ list: csv }),
        () => 'csv',
      )

/** Translates `rows.3.quote` to `csv.5.quote`, using the row's number in the table. */
const csvPath = (list: ClaimList) => (path: string) => {
  const [, index, ...field] = path.split('.')
  return ['csv', list.rows[Number(index)]?.row ?? index, ...field].join('.')
}

const shown = (sentence: Sentences) => (row: OverlayRow) => {
  const { issues, ...rest } = row
  const errors = issues.map(({ path, key, params }) => ({
    field: path,
    key,
    message: sentence(key, params),
  }))
  return { ...rest, errors }
}

overlay.openapi(layOver, async (c) => {
  const { id: articleId } = c.req.valid('param')
  const { preview, strict, revision, ...given } = c.req.valid('json')
  const list = await readList(given)
  const inWords = shown(sentencesIn(preferredLocale(c.req.header('accept-language'))))
  if (preview) {
    const looked = await previewOverlay(c.var.actor, articleId, list)
    return c.json({ ...looked, rows: looked.rows.map(inWords), claims: [] }, 200)
  }
  const key = requestKey(`overlay:${articleId}`, c.req.valid('header'))
  const lay = () => layClaims(c.var.actor, { articleId, revision, rows: list.rows, strict, requestKey: key })
  const laid = await (given.csv === undefined ? lay() : inCsv(lay, csvPath(list)))
  const body = {
    ...laid,
    counts: countOutcomes(laid.rows),
    rows: laid.rows.map(inWords),
    ignored: list.ignored,
  }
  return c.json(body, laid.claims.length > 0 ? 201 : 200)
})
