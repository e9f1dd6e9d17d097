import { getTranslations } from 'next-intl/server'
import { Banner } from '@/components/ui/banner'
import type { ReportContent } from '@/domain/report/schema'
import { lettersWithoutFont, PrintingError } from '@/printing/pdf/pdf'

/** So many letters are shown; more would not tell more. */
const SHOWN = 20

/** Warns, before a report is issued, of letters that its PDF could only show as boxes. */
export async function LettersWithoutFont({ content }: { content: ReportContent }) {
  const t = await getTranslations('reports.letters')
  const found = await lettersWithoutFont({ content, proof: null }).catch((error: unknown) => {
    // Too much is printed at the moment. The page is about more than this.
    if (error instanceof PrintingError) return []
    throw error
  })
  if (found.length === 0) return null
  return (
    <Banner tone="warn" title={t('title', { count: found.length })}>
      <p>
        <bdi className="text-lg">{found.slice(0, SHOWN).join(' ')}</bdi>
        {found.length > SHOWN && ' …'}
      </p>
      <p>{t('hint')}</p>
    </Banner>
  )
}
