import { beforeAll, describe, expect, it } from 'vitest'
import { startCorrection } from '@/domain/correction/commands'
import { startCorrectionSchema } from '@/domain/correction/schema'
import { sendCorrectionRequest } from '@/domain/correction-request/commands'
import { seeQuestion, sendAnswer } from '@/domain/question/asked/commands'
import { answerSchema } from '@/domain/question/schema'
import { db } from '@/prisma/client'
import { call, type Answer } from '@/tests/api'
import { bench, wholeOf } from '@/tests/correction'
import { faultsOf, faultsOfNamed, operations, undescribed, type Operation } from '@/tests/description'
import { makeArticle, makeUser, unique, type MadeUser } from '@/tests/factories'
import { withOwnDatabase } from '@/tests/own-database'

withOwnDatabase()

const all = await operations()
const reads = all.filter(({ method }) => method === 'GET')

/** The operation that handles an address; literal paths come before placeholders. */
function operationOf(method: string, address: string): Operation {
  const [path = ''] = address.split('?')
  const fits = (one: Operation) =>
    new RegExp(`^${one.path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/.]+')}$`).test(path)
  const found = all
    .filter((one) => one.method === method && fits(one))
    .sort((a, b) => a.path.split('{').length - b.path.split('{').length)[0]
  if (!found) throw new Error(`nothing is described at ${method} ${path}`)
  return found
}

/** Calls an operation and checks the answer against its description. */
async function ask<T = { id: string }>(by: MadeUser | null, method: string, path: string, body?: unknown) {
  const answer: Answer<T> = await call<T>(by?.token ?? null, method, path, { body })
  expect([path, ...(await undescribed(operationOf(method, path), answer))]).toEqual([path])
  return answer
}

const READER = `Rosalind ${unique()}`

/** Sets up a desk whose records have a value in every field that they can have. */
async function house() {
  const made = await bench()
  const { editor, second, checker, article, name } = made
  const admin = await makeUser({ role: 'admin' })
  const [year, cars] = article.claims.map(({ id }) => `/claims/${id}`)
  if (!year || !cars) throw new Error('no claims')

  const source = await ask(checker, 'POST', `${year}/sources`, {
    title: 'The opening',
    stance: 'supports',
    url: 'https://example.org/opening',
    published: '1998-05-01',
    excerpt: 'It opened.',
  })
  const version = async (path: string) =>
    (await call<{ version: number }>(editor.token, 'GET', path)).body.version
  const change = async (by: MadeUser, path: string, body: object) =>
    ask(by, 'PATCH', path, { version: await version(path), ...body })

  await ask(checker, 'PUT', `${year}/attribution`, {
    version: await version(year),
    speaker: 'The mayor',
    saidOn: '2020-02-29',
    saidAt: 'https://example.org/said',
    rating: 2,
    ratingName: 'Not so',
  })
  await change(checker, year, { status: 'verified', finding: 'In the papers of the day.' })
  await change(editor, cars, { status: 'disputed', finding: 'Eight thousand.', priority: 'urgent' })
  await change(editor, cars, { assigneeId: checker.actor.id, dueAt: '2030-01-01T00:00:00Z' })
  const { body: read } = await call<{ version: number; digest: string }>(second.token, 'GET', year)
  await ask(second, 'PUT', `${year}/sign-off`, { version: read.version, digest: read.digest })
  await ask(editor, 'POST', '/views', {
    list: 'claims',
    name: `Late ${name}`,
    query: 'due=overdue',
    shared: true,
  })
  const named = { text: `@${checker.actor.name} knows`, mentions: [checker.actor.id] }
  const { body: thread } = await ask(editor, 'POST', `${year}/comments`, named)
  await ask(checker, 'POST', `${year}/comments`, { text: 'I do.', threadId: thread.id })
  await ask(second, 'PATCH', `/comments/${thread.id}`, { resolved: true })
  await ask(editor, 'POST', `/articles/${article.id}/comments`, { text: 'Too long.' })
  const { body: asked } = await ask<{ question: { id: string }; address: string }>(
    checker,
    'POST',
    `/articles/${article.id}/questions`,
    {
      ...{ kind: 'expert', name: 'Dr Odai', house: 'Road Institute', email: 'odai@example.org' },
      ...{ language: 'en', text: 'Is this so?', claims: [article.claims[0]?.id] },
      dueAt: new Date(Date.now() + 86_400_000).toISOString(),
    },
  )
  const questionSecret = new URL(asked.address).pathname.split('/').at(-1) ?? ''
  await seeQuestion({ secret: questionSecret })
  await sendAnswer(
    answerSchema.parse({
      secret: questionSecret,
      revision: 1,
      items: [
        {
          ...{ claimId: article.claims[0]?.id, verdict: 'wrong', text: 'Two years later.' },
          ...{ proposed: 'in 2000', url: 'https://example.org/roads', sourceTitle: 'Roads' },
        },
      ],
    }),
  )
  await ask(checker, 'PATCH', `/questions/${asked.question.id}`, { revoked: true })
  const item = await db().answerItem.findFirstOrThrow({
    where: { answer: { questionId: asked.question.id } },
  })
  await ask(checker, 'POST', `/answer-items/${item.id}/source`)
  await ask(checker, 'PUT', `${cars}/proposal`, {
    version: await version(cars),
    replacement: 'Eight thousand',
    reason: 'Counted.',
  })

  const copy = await makeArticle(editor.actor, {
    text: `${name} opened in 1998, they say.`,
    claims: [{ quote: `${name} opened in 1998` }],
    canonicalUrl: `https://example.org/${unique()}`,
    deadline: '2030-01-01T00:00:00Z',
  })
  const taken = `/claims/${copy.claims[0]?.id}`
  await ask(checker, 'POST', `${taken}/take-over`, {
    version: await version(taken),
    fromId: article.claims[0]?.id,
    seenVersion: await version(year),
  })

  await sendCorrectionRequest(
    {
      articleId: article.id,
      address: '',
      phrase: `${name} opened in 1998`,
      problem: 'It was in 1996.',
      source: '',
      name: READER,
      email: '',
      language: 'en',
    },
    { sender: unique() },
  )
  const { id: correctionRequestId } = await db().correctionRequest.findFirstOrThrow({
    where: { name: READER },
  })
  const { id: correctionId } = await startCorrection(
    editor.actor,
    startCorrectionSchema.parse({ ...wholeOf(made), correctionRequestId, foundBy: 'reader' }),
  )
  const correction = `/corrections/${correctionId}`
  const step = async (by: MadeUser, path: string, body: object = {}) =>
    ask(by, 'POST', `${correction}${path}`, { version: await version(correction), ...body })
  await change(editor, correction, { state: 'acknowledged', ownerId: checker.actor.id })
  await change(editor, correction, { state: 'approved', severity: 'serious' })
  await change(editor, correction, { state: 'approved' })
  await step(second, '/second')
  const { items: ripples } = (await ask<{ items: { id: string }[] }>(editor, 'GET', `${correction}/ripples`))
    .body
  const there = await ask<{ made: { id: string } }>(editor, 'PATCH', `/ripples/${ripples[0]?.id}`, {
    state: 'opened',
  })
  const rippled = `/corrections/${there.body.made.id}`
  await change(editor, rippled, { state: 'rejected', why: 'They only say so.' })
  await step(editor, '/publish')
  await step(editor, '/amend', { note: 'The year was wrong, twice.', reason: 'Clearer.', substantive: true })
  await step(second, '/amendment/approve')
  await step(editor, '/amend', { note: 'The year was wrong.', reason: 'Shorter.', substantive: false })

  await ask(editor, 'POST', `/articles/${article.id}/revisions`, {
    text: `${name} opened in 1996. It carries eight thousand cars a day.\n\nNobody counted the bicycles.`,
  })
  const REPORT = { kind: 'interim', language: 'ar', internal: true }
  const [old, report] = [
    (await ask(editor, 'POST', `/articles/${article.id}/reports`, REPORT)).body,
    (await ask(editor, 'POST', `/articles/${article.id}/reports`, REPORT)).body,
  ]

  process.env.FACTDESK_ALLOW_PRIVATE_ADDRESSES = 'on'
  const hook = await ask(admin, 'POST', '/webhooks', {
    url: `http://127.0.0.1:9/${unique()}`,
    events: ['claim.reviewed'],
  })
  await change(checker, cars, { status: 'needs_source' })
  await ask(admin, 'PATCH', `/webhooks/${hook.body.id}`, { disabled: true })

  return {
    ...{ admin, editor, article, year, cars, taken, correction, rippled },
    ...{ copy, source: source.body, old, report, hook: hook.body, said: `${name} opened in 1998` },
  }
}

let desk: Awaited<ReturnType<typeof house>>
beforeAll(async () => {
  desk = await house()
})

const REPORT_FILES = ['pdf', 'docx', 'html', 'xlsx', 'csv', 'json', 'jsonld']

/** The addresses to read for each GET operation. Together their answers contain every possible field. */
const CASES: Record<string, () => string[]> = {
  '/articles': () => ['/articles', '/articles?limit=1'],
  '/articles/{id}': () => [`/articles/${desk.article.id}`, `/articles/${desk.copy.id}`],
  '/articles/{id}/claim-review.json': () => [
    `/articles/${desk.article.id}/claim-review.json`,
    `/articles/${desk.copy.id}/claim-review.json`,
  ],
  '/articles/{id}/comments': () => [`/articles/${desk.article.id}/comments`],
  '/articles/{id}/questions': () => [`/articles/${desk.article.id}/questions`],
  '/articles/{id}/coverage': () => [`/articles/${desk.article.id}/coverage`],
  '/articles/{id}/report.csv': () => [`/articles/${desk.article.id}/report.csv`],
  '/articles/{id}/marked-copy.docx': () => [`/articles/${desk.article.id}/marked-copy.docx`],
  '/articles/{id}/report.html': () => [`/articles/${desk.article.id}/report.html`],
  '/articles/{id}/report.json': () => [`/articles/${desk.article.id}/report.json`],
  '/articles/{id}/report/letters-without-font': () => [
    `/articles/${desk.article.id}/report/letters-without-font`,
  ],
  '/articles/{id}/sign-offs': () => [`/articles/${desk.article.id}/sign-offs`],
  '/reports': () => ['/reports', '/reports?limit=1'],
  '/reports/{id}': () => [`/reports/${desk.report.id}`, `/reports/${desk.old.id}`],
  ...Object.fromEntries(
    REPORT_FILES.map((format) => [`/reports/{id}.${format}`, () => [`/reports/${desk.report.id}.${format}`]]),
  ),
  '/claims': () => ['/claims', '/claims?limit=1', '/claims?sort=due&order=asc'],
  '/claims/export.csv': () => ['/claims/export.csv'],
  '/claims/export.jsonl': () => ['/claims/export.jsonl'],
  '/claims/export.xlsx': () => ['/claims/export.xlsx'],
  '/claims/facets': () => ['/claims/facets'],
  '/claims/{id}': () => [desk.year, desk.cars, desk.taken],
  '/claims/{id}/comments': () => [`${desk.year}/comments`, `${desk.year}/comments?limit=1`],
  '/claims/{id}/history': () => [`${desk.year}/history`, `${desk.cars}/history?limit=1`],
  '/claims/similar': () => [`/claims/similar?text=${encodeURIComponent(desk.said)}`],
  '/claims/{id}/similar': () => [`${desk.year}/similar`, `${desk.taken}/similar`],
  '/corrections': () => ['/corrections', '/corrections?limit=1'],
  '/corrections/{id}': () => [desk.correction, desk.rippled],
  '/corrections/{id}/ripples': () => [`${desk.correction}/ripples`],
  '/corrections/statistics': () => ['/corrections/statistics'],
  '/corrections/statistics.csv': () => ['/corrections/statistics.csv'],
  '/corrections/statistics/checkers': () => ['/corrections/statistics/checkers'],
  '/health/live': () => ['/health/live'],
  '/health/ready': () => ['/health/ready'],
  // It never ends; its own tests read its messages.
  '/live': () => [],
  '/me/work': () => ['/me/work'],
  '/notices': () => ['/notices', '/notices?unread=true', '/notices?limit=1'],
  '/views': () => ['/views', '/views?list=claims'],
  '/sources/{id}': () => [`/sources/${desk.source.id}`],
  '/webhooks': () => ['/webhooks'],
  '/webhooks/{id}/deliveries': () => [`/webhooks/${desk.hook.id}/deliveries`],
}

describe('an answer of the API', () => {
  it('is tested for every GET operation', () => {
    expect(Object.keys(CASES).sort()).toEqual(reads.map(({ path }) => path).sort())
  })

  it.each(reads)('at GET $path matches its description, field by field', async (operation) => {
    for (const address of CASES[operation.path]?.() ?? []) {
      const answer = await call<unknown>(desk.admin.token, 'GET', address)
      expect(answer.status).toBe(200)
      expect([address, ...(await undescribed(operation, answer))]).toEqual([address])
      expect(answer.text).not.toContain(READER)
    }
  })

  it.each([
    ['PATCH', 'Claim', () => desk.year, { priority: 'low' }],
    ['PATCH', 'SourceOfClaim', () => `/sources/${desk.source.id}`, { title: 'x' }],
    ['POST', 'Correction', () => `${desk.correction}/amend`, { note: 'x', reason: 'x', substantive: false }],
  ])(
    'after a conflict holds the record as a GET returns it: %s of a %s',
    async (method, name, path, body) => {
      const answer = await call(desk.editor.token, method, path(), { body: { version: 999, ...body } })
      expect(answer.status).toBe(409)
      expect(await faultsOfNamed(name, answer.body.current)).toEqual([])
      expect(answer.text).not.toContain(READER)
    },
  )
})

describe('the comparison', () => {
  const named = { Base: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] } }
  const more = {
    allOf: [
      { $ref: '#/components/schemas/Base' },
      { type: 'object', properties: { n: { type: 'integer' } } },
    ],
  }

  it.each([
    [{ id: 'a', n: 1 }, 0],
    [{ id: 'a' }, 0],
    [{ n: 1 }, 1],
    [{ id: 'a', n: 1, name: 'b' }, 1],
    [{ id: 'a', n: 1.5 }, 1],
  ])('counts the faults in %j', (value, faults) => {
    expect(faultsOf(more, named, value)).toHaveLength(faults)
    const page = { type: 'object', properties: { items: { type: 'array', items: more } } }
    expect(faultsOf(page, named, { items: [value] })).toHaveLength(faults)
    expect(faultsOf({ anyOf: [more, { type: 'null' }] }, named, value).length > 0).toBe(faults > 0)
  })
})
