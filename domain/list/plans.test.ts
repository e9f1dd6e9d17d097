import { expect, it } from 'vitest'
import { articleList } from '@/domain/article/list'
import { correctionList } from '@/domain/correction/list'
import { deliveryList } from '@/domain/delivery/list'
import { historyList } from '@/domain/history/list'
import { publishedList, updatesList } from '@/domain/published-correction/list'
import { reportList } from '@/domain/report/list'
import { withOwnDatabase } from '@/tests/own-database'
import { planOf } from '@/tests/plan'
import { pageSql, type Sql } from './sql'
import { firstOrder, type Keyset } from './table'

// Which index is cheapest depends on the rows and statistics of the database, so no other test writes into this one.
withOwnDatabase()

const KEYSET: Keyset = ['2026-01-02T03:04:05.678Z', '0192f3a4-5b6c-7d8e-9f00-112233445566']
const clock = { zone: 'Asia/Almaty', at: new Date('2026-01-02T00:00:00Z') }
const window = { limit: 50 }
const reader = { id: '0192f3a4-5b6c-7d8e-9f00-112233445566', ...clock }
const articlesBy = (sort: 'deadline' | 'title', order: 'asc' | 'desc', after?: Keyset) =>
  pageSql(articleList, { by: [{ sort, order }], ...window, after }, reader)
/** A test has few rows, and for those PostgreSQL would rather sort than use an index. */
const FEW = 'set local enable_sort = off;'
const reported = { by: [{ sort: 'reported' as const, order: 'desc' as const }], ...window }

it.each<[string, string, (after?: Keyset) => Sql]>([
  [
    'articles',
    'article_updated_at_id_idx on article',
    (after) => pageSql(articleList, { by: firstOrder(articleList), ...window, after }, reader),
  ],
  [
    'articles by their deadline',
    'article_deadline_asc_idx on article',
    (after) => articlesBy('deadline', 'asc', after),
  ],
  [
    'articles by their deadline, the last first',
    'article_deadline_desc_idx on article',
    (after) => articlesBy('deadline', 'desc', after),
  ],
  ['articles by title', 'article_title_id_idx on article', (after) => articlesBy('title', 'asc', after)],
  [
    'articles by title, backwards',
    'article_title_desc_id_idx on article',
    (after) => articlesBy('title', 'desc', after),
  ],
  [
    'corrections by their report',
    'correction_reported_at_id_idx on correction',
    (after) => pageSql(correctionList, { ...reported, after }, clock),
  ],
  [
    'what is published',
    'correction_published_at_id_idx on correction',
    (after) => pageSql(publishedList, { by: firstOrder(publishedList), ...window, after }, clock.zone),
  ],
  [
    'what readers were told of last',
    'correction_updated_for_readers_at_idx on correction',
    (after) => pageSql(updatesList, { by: firstOrder(updatesList), ...window, after }),
  ],
])('%s are read by an index, from the first page and from a cursor', async (_, index, sql) => {
  const first = await planOf(sql(), FEW)
  expect(first).toContain(`using ${index}`)
  expect(first, 'no sort of all before the page is cut').not.toMatch(/Limit\n\s*->\s*Sort/)
  expect(await planOf(sql(KEYSET), FEW)).toMatch(new RegExp(`using ${index}.*\\n\\s*Index Cond: \\(`))
})

const NAME = '0192f3a4-5b6c-7d8e-9f00-112233445566'
const onwards = { limit: 50 }

it.each<[string, string, Sql]>([
  [
    'reports',
    'report_issued_at_id_idx on report r',
    pageSql(reportList, { ...onwards, by: firstOrder(reportList), after: ['2026-0001'] }),
  ],
  [
    'the deliveries of a webhook',
    'delivery_webhook_id_created_at_idx on delivery d',
    pageSql(deliveryList, { ...onwards, by: firstOrder(deliveryList), webhook: NAME, after: [NAME] }),
  ],
  ['lines of history', 'event_pkey on event e', pageSql(historyList, { ...onwards, by: [], after: [NAME] })],
])('%s are read by an index from a row that a name gives', async (_, index, sql) => {
  expect(await planOf(sql, FEW)).toMatch(new RegExp(`using ${index}.*\\n\\s*Index Cond: \\(`))
})
