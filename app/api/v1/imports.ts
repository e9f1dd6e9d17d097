import type { Context } from 'hono'
import type { z } from 'zod'
import { createArticle } from '@/domain/article/commands'
import { articleOfIncoming, titleOfName } from '@/domain/article/from-incoming'
import { IMPORT_SENTENCES } from '@/domain/article/import-problems'
import { readArticleAddress, readArticleFile } from '@/domain/article/incoming/queries'
import { createArticleSchema } from '@/domain/article/schema'
import { DomainError, invalid, issuesOf } from '@/domain/errors'
import type { Actor } from '@/domain/user/policy'
import type { Incoming } from '@/importing/incoming'
import type { ApiEnv } from './env'
import { throughGate } from './body'
import { createdOf } from './created-article'
import { type ImportRequest, readImport } from './import-body'
import { importAddress, importedArticle, importForm, importPreview } from './import-shapes'
import { idsOfPieces, withPieces } from './left-out'
import { operation } from './operation'
import { RequestError } from './problem'
import { newRouter } from './router'
import { idempotencyHeader, json, refusals, requestKey } from './shapes'

export const imports = newRouter()

/** Its body is a file, so it has its own size limit and is not UTF-8 as a whole. */
export const IMPORT_PATH = '/articles/import'

const bring = operation({
  operationId: 'importArticle',
  may: 'createArticle',
  method: 'post',
  path: IMPORT_PATH,
  summary: 'Take an article in from a file or a web address; comments and notes become claims',
  request: {
    headers: idempotencyHeader,
    body: {
      content: {
        'multipart/form-data': { schema: importForm },
        'application/json': { schema: importAddress },
      },
    },
  },
  responses: {
    200: json(importPreview, 'With `preview`: what was read. Nothing is saved.'),
    201: json(importedArticle, 'The article with its claims, and what was left out or decided.'),
    ...refusals(400, 401, 403, 408, 413, 415, 422, 503),
  },
})

imports.openAPIRegistry.registerPath(bring)

imports.post(IMPORT_PATH, (c) => throughGate(c, (isOverdue) => take(c, isOverdue)))

async function take(c: Context<ApiEnv>, isOverdue?: () => boolean) {
  const { actor } = c.var
  const request = await readImport(c, isOverdue)
  const incoming = withPieces(await read(actor, request), request.options.takeBack)
  if (request.options.preview) return c.json(previewOf(incoming), 200)
  const headers = { 'idempotency-key': c.req.header('idempotency-key') }
  const key = idempotencyHeader.safeParse(headers)
  if (!key.success)
    throw new RequestError(400, 'invalid', 'invalid', { issues: issuesOf(key.error, headers) })
  const id = await createArticle(actor, {
    ...inputOf(request, incoming),
    requestKey: requestKey('article-import', key.data),
  })
  c.header('location', `/api/v1/articles/${id}`)
  const { notices, notes } = incoming
  return c.json({ ...(await createdOf(actor, id)), notices, notes }, 201)
}

function previewOf({ tracked: _, leftOut, links = [], ...read }: Incoming): z.input<typeof importPreview> {
  if (!leftOut) return { ...read, links }
  const ids = idsOfPieces(leftOut)
  return { ...read, links, leftOut: leftOut.map((piece, index) => ({ ...piece, id: ids[index] ?? '' })) }
}

async function read(actor: Actor, request: ImportRequest): Promise<Incoming> {
  const { encoding } = request.options
  if ('url' in request) return readArticleAddress(actor, { url: request.url, encoding })
  return readArticleFile(actor, { file: request.file, encoding }).catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw error
    const { issues } = error
    if (!issues.some((issue) => issue.key === IMPORT_SENTENCES.too_large)) throw error
    throw new RequestError(413, 'too_large', IMPORT_SENTENCES.too_large, { issues })
  })
}

function inputOf(request: ImportRequest, incoming: Incoming) {
  const { title, language, desk, byline, notes } = request.options
  const name = 'file' in request ? titleOfName(request.file.name) : undefined
  const given = articleOfIncoming(
    incoming,
    { title, language, desk, byline },
    { notes, otherwise: { title: name } },
  )
  const input = createArticleSchema.safeParse(given)
  if (!input.success) throw invalid(issuesOf(input.error, given))
  return input.data
}
