import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { readAddress, type Search } from '@/app/address'
import { buttonClass } from '@/components/ui/button'
import { articleFacets, articleNames } from '@/domain/article/queries'
import { unfinishedBulkChange } from '@/domain/bulk/queries'
import { claimListParamsSchema } from '@/domain/claim/list'
import { listClaimsWithFacets } from '@/domain/claim/queries'
import { may } from '@/domain/permissions'
import { changedSinceRead } from '@/domain/reading/queries'
import { listCheckers } from '@/domain/user/queries'
import { requireActor } from '@/app/server/session'
import { ExportDialog } from './export/export-dialog'
import { ViewsButton } from '../views/views-button'
import { UnfinishedBulk } from './bulk/unfinished-bulk'
import { ClaimFilters } from './claim-filters'
import { ClaimsTable } from './claims-table'
import { AddressIssues } from '../list-filters/address-issues'
import { ListHeader } from '../list-filters/list-header'
import { asLine } from '../list-filters/in-words'
import { filtersInWords } from './filters-in-words'
import { listQuery, reviewHref } from './review/address'
import { mayMeanStatement, similarHref } from './similar/address'
import { pageTitle } from '@/app/server/page-title'

export const generateMetadata = pageTitle((t) => t('claims.title'))

const OF_PAGE = new Set(['limit', 'after', 'before', 'columns'])

/** The part of an address that selects and sorts the claims, without the page position. */
const withoutPage = (used: Record<string, string>) =>
  Object.fromEntries(Object.entries(used).filter(([name]) => !OF_PAGE.has(name)))

export default async function ClaimsPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor()
  const { params, used, issues } = await readAddress(claimListParamsSchema, searchParams)
  const [{ page, facets }, articles, { desks, languages }, checkers, unfinished] = await Promise.all([
    listClaimsWithFacets(actor, params),
    articleNames(actor, params.article ?? []),
    articleFacets(actor),
    listCheckers(),
    unfinishedBulkChange(actor),
  ])
  const changed = await changedSinceRead(
    actor,
    page.items.map(({ id }) => id),
  )
  const query = params.q ?? ''
  const filters = await filtersInWords(params, { desks, checkers, articles })
  const t = await getTranslations('claims')
  return (
    <>
      <ListHeader
        title={t('title')}
        actions={
          <>
            {page.total > 0 && (
              <Link
                className={buttonClass({ variant: 'primary' })}
                href={reviewHref(listQuery(used))}
                prefetch={false}
              >
                {t('review')}
              </Link>
            )}
            <ViewsButton list="claims" mayShare={may(actor, 'shareView')} />
            <Link className={buttonClass()} href="/claims/similar" prefetch={false}>
              {t('similar.title')}
            </Link>
            <ExportDialog
              total={page.total}
              query={new URLSearchParams(withoutPage(used)).toString()}
              filters={filters.map(asLine)}
            />
          </>
        }
      />
      <AddressIssues issues={issues} />
      <UnfinishedBulk found={unfinished} />
      <ClaimFilters
        counts={facets}
        desks={desks}
        languages={languages}
        checkers={checkers}
        filters={filters}
      />
      {mayMeanStatement(query, page.total) && (
        <p className="pb-4">
          <Link className="link" href={similarHref(query)} prefetch={false}>
            {t('similar.link')}
          </Link>
        </p>
      )}
      <ClaimsTable
        page={page}
        by={params.by}
        pageSize={params.limit}
        query={query}
        changed={changed}
        filter={withoutPage(used)}
        may={page.may}
        checkers={checkers}
      />
    </>
  )
}
