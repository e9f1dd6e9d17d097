import { useTranslations } from 'next-intl'
import { Download } from 'lucide-react'
import { buttonClass } from '@/components/ui/button'
import { SEPARATORS } from '@/domain/export/csv-form'

/** The figures as CSV, once for each separator. The links lead to downloads, so they are not prefetched like pages. */
export function CsvLinks({ query }: { query: string }) {
  const t = useTranslations('statistics')
  const href = (separator: string) => `/corrections-desk/statistics/csv?${query}&separator=${separator}`
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 print:hidden">
      <a className={buttonClass()} href={href('comma')}>
        <Download aria-hidden className="size-4" />
        {t('csv')}
      </a>
      {SEPARATORS.filter((one) => one !== 'comma').map((one) => (
        <a key={one} className="link text-sm" href={href(one)}>
          {t(`csvWith.${one}`)}
        </a>
      ))}
    </div>
  )
}
