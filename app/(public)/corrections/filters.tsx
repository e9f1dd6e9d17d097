import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { CORRECTION_KINDS } from '@/domain/correction/rules'
import type { PublishedListParams } from '@/domain/published-correction/list'

type Props = {
  filters: Omit<PublishedListParams, 'after'>
  facets: { months: string[]; articles: { id: string; title: string; language: string }[] }
  clear: string
}

/** The name of a month (YYYY-MM) in the newsroom's calendar. */
export const monthName = (format: Awaited<ReturnType<typeof getFormatter>>, month: string) =>
  format.dateTime(new Date(`${month}-15T12:00:00Z`), {
    month: 'long',
    year: 'numeric',
    numberingSystem: 'latn',
    timeZone: 'UTC',
  })

/** A plain form that leads to an address, so it works without scripts. */
export async function Filters({ filters, facets, clear }: Props) {
  const [t, format, locale] = await Promise.all([getTranslations('readers'), getFormatter(), getLocale()])
  const any = <option value="">{t('list.any')}</option>
  return (
    <search>
      <form action="/corrections" className="public-filters" aria-label={t('list.filters')}>
        <input type="hidden" name="language" value={locale} />
        <label className="public-wide">
          <span className="field-label">{t('list.search')}</span>
          <input
            className="control"
            type="search"
            name="q"
            dir="auto"
            maxLength={200}
            defaultValue={filters.q}
          />
        </label>
        <label>
          <span className="field-label">{t('list.month')}</span>
          <select className="control" name="month" defaultValue={filters.month ?? ''}>
            {any}
            {facets.months.map((month) => (
              <option key={month} value={month}>
                {monthName(format, month)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="field-label">{t('list.kind')}</span>
          <select className="control" name="kind" defaultValue={filters.kind ?? ''}>
            {any}
            {CORRECTION_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kind.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="field-label">{t('list.article')}</span>
          <select className="control" name="article" defaultValue={filters.article ?? ''}>
            {any}
            {facets.articles.map(({ id, title, language }) => (
              <option key={id} value={id} lang={language} dir="auto">
                {title}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className={buttonClass({ variant: 'primary' })}>
          {t('list.apply')}
        </button>
        {Object.values(filters).some(Boolean) && (
          <a className="link public-wide justify-self-start" href={clear}>
            {t('list.clear')}
          </a>
        )}
      </form>
    </search>
  )
}
