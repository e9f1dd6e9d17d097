import { getFormatter, getTranslations } from 'next-intl/server'
import { readAddress, type Search } from '@/app/address'
import { Banner } from '@/components/ui/banner'
import { buttonClass } from '@/components/ui/button'
import { publishedListSchema } from '@/domain/published-correction/list'
import { listPublished, publishedFacets } from '@/domain/published-correction/queries'
import { byMonth } from '@/domain/published-correction/rules'
import { settings } from '@/services/settings'
import { asked } from '@/app/server/asked'
import { publicMetadata } from '../metadata'
import { CorrectionItem } from './correction-item'
import { Filters, monthName } from './filters'

export async function generateMetadata() {
  const t = await getTranslations('readers')
  return publicMetadata(t('list.title'), '/corrections')
}

export default async function CorrectionsPage({ searchParams }: { searchParams: Search }) {
  const { params, issues } = await readAddress(publishedListSchema, searchParams)
  const [{ items, next }, facets, t, format, { href }] = await Promise.all([
    listPublished(params),
    publishedFacets(),
    getTranslations('readers'),
    getFormatter(),
    asked(),
  ])
  const { after, ...filters } = params
  const filtered = Object.values(filters).some(Boolean)
  return (
    <>
      <div>
        <h1 className="text-2xl font-semibold">{t('list.title')}</h1>
        <p className="public-lead">{t('list.intro')}</p>
      </div>
      {issues.length > 0 && <Banner tone="warn" title={t('list.leftOut')} />}
      {facets.months.length > 0 && <Filters filters={filters} facets={facets} clear={href('/corrections')} />}
      {items.length === 0 && <p>{filtered ? t('list.noneFound') : t('list.none')}</p>}
      {byMonth(items, settings().newsroomTimeZone).map(({ month, rows }) => (
        <section key={month} aria-labelledby={`month-${month}`}>
          <h2 id={`month-${month}`} className="public-month">
            {monthName(format, month)}
          </h2>
          {rows.map((row) => (
            <CorrectionItem key={row.id} correction={row} href={href(`/corrections/${row.number}`)} />
          ))}
        </section>
      ))}
      {(next !== null || after !== undefined) && (
        <nav aria-label={t('list.pages')} className="flex flex-wrap gap-3">
          {after && (
            <a className={buttonClass()} href={href('/corrections', filters)}>
              {t('list.newest')}
            </a>
          )}
          {next && (
            <a className={buttonClass()} rel="next" href={href('/corrections', { ...filters, after: next })}>
              {t('list.older')}
            </a>
          )}
        </nav>
      )}
    </>
  )
}
