import { NextIntlClientProvider, useTranslations } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { formats } from '@/app/server/formats'
import { DataTable } from '@/components/table/data-table'
import type { ListAddress } from '@/components/table/use-list-address'
import { articleList } from '@/domain/article/list'
import type { ArticleRow } from '@/domain/article/shape'
import { claimList } from '@/domain/claim/list'
import { noClaims } from '@/domain/claim/rules'
import type { ClaimRow } from '@/domain/claim/shape'
import type { Order } from '@/domain/list/table'
import { messagesOf } from '@/services/messages'
import { loadCase } from '@/tests/cases/load'
import { LOCALES, type Locale } from '@/text/locale'
import { articleCells } from '../articles/article-cells'
import { claimCells } from './claim-cells'

const at = new Date('2026-03-10T20:30:00Z')
const ID = '0192f3a4-5b6c-7d8e-9f00-112233445566'

const claim: ClaimRow = {
  id: ID,
  number: 4,
  quote: 'يقع في عشق آباد',
  status: 'disputed',
  anchorState: 'anchored',
  priority: 'urgent',
  version: 1,
  dueAt: at,
  due: at,
  overdue: true,
  createdAt: at,
  updatedAt: at,
  article: { id: ID, title: 'آسيا الوسطى', language: 'ar' },
  desk: null,
  assignee: { id: ID, name: 'Omar' },
}
const article: ArticleRow = {
  id: ID,
  title: 'آسيا الوسطى',
  byline: '',
  language: 'ar',
  state: 'checking',
  desk: null,
  deadline: new Date(at.getTime() - 3_600_000),
  updatedAt: at,
  revision: 1,
  counts: { ...noClaims(), disputed: 1 },
  anchors: { anchored: 1, changed: 0, orphaned: 0 },
}

const address: ListAddress = {
  params: new URLSearchParams(),
  href: () => '/claims',
  go: () => undefined,
  pending: false,
}
const page = <R,>(row: R) => ({ items: [row], total: 12, next: 'x', previous: null })
const shared = { address, shownAtFirst: undefined, empty: null, pageSize: 50 }

type Sorted<S> = { sort: S; order: Order }

function Claims({ sort, order }: Sorted<keyof typeof claimList.columns>) {
  const t = useTranslations('claims')
  return (
    <DataTable
      {...shared}
      list={claimList}
      page={page(claim)}
      by={[{ sort, order }]}
      cells={claimCells('')}
      main="quote"
      unnamed={['status']}
      label={t('table')}
      columnName={(id) => t(`column.${id}`)}
      picking={{ nameOf: () => 'pick', bar: () => null }}
    />
  )
}

function Articles({ sort, order }: Sorted<keyof typeof articleList.columns>) {
  const t = useTranslations('article.list')
  return (
    <DataTable
      {...shared}
      list={articleList}
      page={page(article)}
      by={[{ sort, order }]}
      cells={articleCells}
      main="title"
      label={t('title')}
      columnName={(id) => t(`column.${id}`)}
    />
  )
}

/** The markup of a table; a word that is missing in the language fails. */
const show = (table: React.ReactNode, locale: Locale = 'en') =>
  renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      messages={messagesOf(locale)}
      formats={formats}
      timeZone="Africa/Cairo"
      now={at}
      onError={(error) => {
        throw error
      }}
    >
      {table}
    </NextIntlClientProvider>,
  )

type Sort<T extends { columns: object }> = (keyof T['columns'])[]
const CLAIM_SORTS = Object.keys(claimList.columns) as Sort<typeof claimList>
const ARTICLE_SORTS = Object.keys(articleList.columns) as Sort<typeof articleList>

const headings = (markup: string) => [...markup.matchAll(/<th [^>]*>.*?<\/th>/gs)].map(([heading]) => heading)

describe('a table', () => {
  it('has been asked for each of ten things', () =>
    expect(loadCase<{ checks: string[] }>('C64_table_a11y').checks).toHaveLength(10))

  it.each(LOCALES)('names every column that it has or is sorted by: %s', (locale) => {
    for (const sort of CLAIM_SORTS)
      for (const order of ['asc', 'desc'] as const)
        expect(show(<Claims {...{ sort, order }} />, locale)).toContain('role="status"')
    for (const sort of ARTICLE_SORTS) show(<Articles sort={sort} order="asc" />, locale)
  })

  it('has a button in the heading of each column that it is sorted by, with the column’s name alone', () => {
    for (const markup of [
      show(<Claims sort="due" order="asc" />),
      show(<Articles sort="deadline" order="asc" />),
    ]) {
      const sortable = headings(markup).filter((heading) => heading.includes('sort-button'))
      expect(sortable.length).toBeGreaterThan(2)
      for (const heading of headings(markup)) expect(heading).toMatch(/^<th [^>]*scope="col"/)
      for (const heading of sortable) expect(heading).toMatch(/<button[^>]*>[\p{L} .]+<svg[^>]*aria-hidden/u)
    }
  })

  it('says the order at the one sorted column, and once in a live region', () => {
    for (const [order, word] of [
      ['asc', 'ascending'],
      ['desc', 'descending'],
    ] as const) {
      const markup = show(<Claims sort="assignee" order={order} />)
      const sorted = headings(markup).filter((heading) => heading.includes('aria-sort'))
      expect(sorted).toEqual([expect.stringContaining(`aria-sort="${word}"`)])
      expect(sorted[0]).toContain('Assigned to')
      const plain = markup.replaceAll(/<\/?span[^>]*>/g, '')
      expect(plain.match(/role="status"[^>]*>[^<]*/g)).toEqual([
        expect.stringContaining(`1 shown of 12. Sorted by Assigned to, ${word}.`),
      ])
      expect(show(<Articles sort="title" order={order} />)).toContain(`Sorted by Title, ${word}.`)
    }
  })

  it('tells statuses and lateness by a sign and a word', () => {
    for (const locale of LOCALES) {
      const words = messagesOf(locale).common
      const markup = show(<Claims sort="due" order="asc" />, locale)
      expect(markup).toMatch(new RegExp(`<svg[^>]*aria-hidden.*?${words.status.disputed}`, 's'))
      for (const table of [markup, show(<Articles sort="deadline" order="asc" />, locale)])
        expect(table).toMatch(new RegExp(`data-overdue.*?<svg[^>]*aria-hidden.*?${words.due.overdue}`, 's'))
    }
  })

  it('gives words of another language their language and direction', () => {
    expect(show(<Claims sort="due" order="asc" />)).toMatch(/lang="ar" dir="rtl"[^>]*>يقع في عشق آباد/)
    expect(show(<Articles sort="title" order="asc" />)).toMatch(/lang="ar" dir="rtl"[^>]*>آسيا الوسطى/)
  })
})
