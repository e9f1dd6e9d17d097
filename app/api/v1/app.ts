import type { Hono } from 'hono'
import { except } from 'hono/combine'
import { notFound } from '@/domain/errors'
import { articles } from './articles'
import { admit, BASE } from './admission'
import type { ApiEnv } from './env'
import { readBody } from './body'
import { bulk } from './bulk'
import { signOffs } from './sign-offs'
import { claimReview } from './claim-reviews'
import { claims } from './claims'
import { comments } from './comments'
import { corrections } from './corrections'
import { description } from './description'
import { exports } from './exports'
import { health } from './health'
import { claimImport } from './claim-import'
import { IMPORT_PATH, imports } from './imports'
import { live } from './live'
import { markedCopies } from './marked-copies'
import { notices } from './notices'
import { declare } from './operation'
import { answerProblem, RequestError } from './problem'
import { questions } from './questions'
import { reports } from './reports'
import { revisions } from './revisions'
import { newRouter } from './router'
import { sources } from './sources'
import { statistics } from './statistics'
import { verify, VERIFY_PATH } from './verify'
import { views } from './views'
import { webhooks } from './webhooks'
import { work } from './work'

/** Answers OPTIONS, and 405 for a method that an address does not accept, with the accepted ones (RFC 9110). */
function refuseOtherMethods(app: Hono<ApiEnv>) {
  const taken = new Map<string, Set<string>>()
  for (const { path, method } of app.routes) {
    if (method === 'ALL') continue
    const methods = taken.get(path) ?? new Set(['OPTIONS'])
    methods.add(method)
    if (method === 'GET') methods.add('HEAD')
    taken.set(path, methods)
  }
  for (const [path, methods] of taken) {
    const allow = [...methods].sort().join(', ')
    app.all(path.slice(BASE.length), (c) => {
      if (c.req.method === 'OPTIONS') return c.body(null, 204, { allow })
      throw new RequestError(405, 'method_not_allowed', 'methodNotAllowed', {
        params: { allowed: allow },
        headers: { allow },
      })
    })
  }
}

function build() {
  const app = newRouter().basePath(BASE)
  app.onError(answerProblem)
  app.notFound((c) => answerProblem(notFound(), c))
  // Set beforehand: changing the headers of an answer that is made costs more than making it.
  app.use('*', (c, next) => {
    c.header('cache-control', 'no-store')
    c.header('x-content-type-options', 'nosniff')
    return next()
  })
  app.use('*', admit, except([BASE + IMPORT_PATH, BASE + VERIFY_PATH], readBody))
  app
    .route('/', health)
    .route('/', imports)
    .route('/', articles)
    .route('/', revisions)
    .route('/', claimImport)
    .route('/', reports)
    .route('/', markedCopies)
    .route('/', exports)
    .route('/', bulk)
    .route('/', signOffs)
    .route('/', claims)
    .route('/', claimReview)
    .route('/', statistics)
    .route('/', sources)
    .route('/', comments)
    .route('/', questions)
    .route('/', notices)
    .route('/', corrections)
    .route('/', live)
    .route('/', verify)
    .route('/', views)
    .route('/', webhooks)
    .route('/', work)
  let document: object | undefined
  declare('GET', '/openapi.json', 'anybody')
  app.get('/openapi.json', (c) => c.json((document ??= description(app))))
  refuseOtherMethods(app)
  return app
}

/** The HTTP API: a request handler that needs no framework. */
export const api = build()
