import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { db } from '@/prisma/client'
import { plainCell } from '@/text/inert-cell'
import { call, faults, type Problem } from '@/tests/api'
import { makeArticle, makeUser, unique } from '@/tests/factories'

type Row = Record<string, string>

const QUERY = 'from=2032-01-01&to=2032-01-31'

/** An article with a correction and a check in January 2032. Its desk's name would be a formula in a spreadsheet. */
async function makeJanuary(reviewer: string) {
  const { actor, token } = await makeUser({ name: reviewer })
  const article = await makeArticle(actor, { desk: `=1+1 المكتب ${unique()}` })
  const at = new Date('2032-01-15T12:00:00Z')
  await db().correction.create({
    data: {
      articleId: article.id,
      kind: 'clarification',
      severity: 'serious',
      state: 'published',
      revision: 1,
      reportedAt: new Date('2032-01-15T06:00:00Z'),
      publishedAt: at,
    },
  })
  await db().claim.update({
    where: { id: article.claims[0]?.id },
    data: { reviewedAt: at, reviewedById: actor.id, createdAt: new Date('2032-01-15T11:00:00Z') },
  })
  return { token, actor, desk: article.desk, query: `${QUERY}&desk=${encodeURIComponent(article.desk)}` }
}

it('gives the figures, also as CSV that no spreadsheet executes', async () => {
  const name = `@Hana ${unique()}`
  const { token, desk, query } = await makeJanuary(name)
  const { body } = await call<{ published: { now: number }; period: object }>(
    token,
    'GET',
    `/corrections/statistics?${query}`,
  )
  expect(body.published.now).toBe(1)
  expect(body.period).toMatchObject({ name: 'custom', first: '2032-01-01', last: '2032-01-31', unit: 'week' })
  const csv = await call(token, 'GET', `/corrections/statistics.csv?${query}`)
  expect(csv.headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/i)
  expect(csv.headers.get('content-disposition')).toContain(
    'filename="corrections-statistics-2032-01-01-2032-01-31.csv"',
  )
  const raw = parse<Row>(csv.text, { bom: true, columns: true, record_delimiter: '\r\n' })
  for (const cell of raw.flatMap(Object.values)) expect(cell).not.toMatch(/^[=+@\-\t]/)
  const value = (figure: string, part: string, named: string, measure = 'count') =>
    raw.find(
      (row) =>
        row.figure === figure &&
        row.part === part &&
        plainCell(row.name ?? '') === named &&
        row.measure === measure,
    )?.value
  expect(value('corrections_published', 'all', '')).toBe('1')
  expect(value('corrections_published', 'week', '2032-W03', 'clarification')).toBe('1')
  expect(value('corrections_published', 'week', '2032-W02')).toBe('0')
  expect(value('corrections_published', 'desk', desk)).toBe('1')
  expect(value('corrections_rate', 'all', '', 'per_100_articles')).toBe('')
  expect(value('step_whole', 'severity', 'serious', 'median_seconds')).toBe('21600')
  expect(value('step_acknowledged', 'all', '', 'median_seconds')).toBe('')
  expect(value('checks', 'checker', name)).toBe('1')
  expect(value('checks', 'checker', name, 'median_seconds')).toBe('3600')
  expect(new Set(raw.map((row) => row.before_first))).toEqual(new Set(['2031-12-01']))
})

it.each(['viewer', 'checker'] as const)('gives a %s totals but no names', async (role) => {
  const { actor, query } = await makeJanuary(`Name ${unique()}`)
  const { token } = await makeUser({ role })
  const refused = await call(token, 'GET', `/corrections/statistics/checkers?${query}`)
  expect([refused.status, refused.body.code]).toEqual([403, 'forbidden'])
  for (const path of ['statistics', 'statistics.csv']) {
    const answer = await call(token, 'GET', `/corrections/${path}?${query}`)
    expect(answer.status).toBe(200)
    expect(answer.text).not.toContain(actor.name)
    expect(answer.text).not.toContain(actor.id)
  }
})

it('names people to editors, sorted by name', async () => {
  const { token, actor, query } = await makeJanuary(`Name ${unique()}`)
  const { body } = await call<{ items: object[] }>(token, 'GET', `/corrections/statistics/checkers?${query}`)
  expect(body.items).toEqual([{ id: actor.id, name: actor.name, claims: 1, medianSeconds: 3600 }])
})

it.each([
  ['period=never', 'period notOneOf'],
  ['from=2023-02-29&to=2023-03-01', 'from notADay'],
  ['from=2023-03-02&to=2023-03-01', 'to periodBackwards'],
  ['period=custom', 'from required'],
])('names the error in %s', async (query, fault) => {
  const { token } = await makeUser({ role: 'viewer' })
  const answer = await call<Problem>(token, 'GET', `/corrections/statistics?${query}`)
  expect(answer.status).toBe(400)
  expect(faults(answer)).toContain(fault)
})

it('gives strangers nothing', async () => {
  for (const path of ['statistics', 'statistics.csv', 'statistics/checkers'])
    expect((await call(null, 'GET', `/corrections/${path}`)).status).toBe(401)
})
