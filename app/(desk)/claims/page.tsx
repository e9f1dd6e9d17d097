import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/shell/page-header'
import { ClaimFilters } from '@/components/table/claim-filters'
import { ClaimsTable } from '@/components/table/claims-table'
import { Banner } from '@/components/ui/banner'
import { articleFacets, articleNames } from '@/domain/article/queries'
import { claimListParamsSchema } from '@/domain/claim/params'
import { listClaimsWithFacets } from '@/domain/claim/queries'
import { issuesOf } from '@/domain/errors'
import { listCheckers } from '@/domain/user/queries'
import { requireActor } from '@/services/session'
import { ExportDialog } from './export/export-dialog'
import { filtersInWords } from './export/filters-in-words'
import { assignClaimsAction, findArticlesAction } from './actions'

type Search = Record<string, string | string[] | undefined>

/** The last of each parameter, as a string; empty ones are none. */
function flat(search: Search): Record<string, string> {
  const entries = Object.entries(search).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.at(-1) : value,
  ])
  return Object.fromEntries(entries.filter(([, value]) => value)) as Record<string, string>
}

/** What of an address can be used, and what is wrong with the rest. */
function readAddress(given: Record<string, string>) {
  const parsed = claimListParamsSchema.safeParse(given)
  if (parsed.success) return { params: parsed.data, used: given, issues: [] }
  const issues = issuesOf(parsed.error)
  const wrong = new Set(issues.map((issue) => issue.path.split('.')[0]))
  const rest = Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name)))
  const again = claimListParamsSchema.safeParse(rest)
  if (again.success) return { params: again.data, used: rest, issues }
  return { params: claimListParamsSchema.parse({}), used: {}, issues }
}

const OF_PAGE = new Set(['limit', 'after', 'before', 'columns'])

/** What of an address says which claims and in what order, without the page of them. */
const withoutPage = (used: Record<string, string>) =>
  new URLSearchParams(Object.entries(used).filter(([name]) => !OF_PAGE.has(name))).toString()

export default async function ClaimsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireActor()
  const address = flat(await searchParams)
  const { params, used, issues } = readAddress(address)
  const [{ page, facets }, articles, { desks, languages }, checkers] = await Promise.all([
    listClaimsWithFacets(actor, params),
    articleNames(actor, params.article ?? []),
    articleFacets(actor),
    listCheckers(),
  ])
  const t = await getTranslations('claims')
  const tErrors = await getTranslations('errors')
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description', { total: page.total })}
        actions={
          <ExportDialog
            total={page.total}
            query={withoutPage(used)}
            filters={await filtersInWords(params, { desks, checkers, articles })}
          />
        }
      />
      {issues.length > 0 && (
        <Banner tone="warn" title={t('badAddress')}>
          <ul>
            {issues.map((issue) => (
              <li key={issue.path + issue.key}>
                <code>{issue.path}</code>: {tErrors(issue.key as 'invalid', issue.params as never)}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      <ClaimFilters
        counts={facets.status}
        desks={desks}
        languages={languages}
        checkers={checkers}
        articles={articles}
        findArticles={findArticlesAction}
      />
      <ClaimsTable
        rows={page.items}
        total={page.total}
        next={page.next}
        previous={page.previous}
        by={params.by}
        pageSize={params.limit}
        query={params.q ?? ''}
        mayAssign={page.may.assign}
        checkers={checkers}
        assign={assignClaimsAction}
      />
    </>
  )
}
