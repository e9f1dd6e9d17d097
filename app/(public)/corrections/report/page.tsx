import { getLocale, getTranslations } from 'next-intl/server'
import { readSearch, type Search } from '@/app/address'
import { readArticleId } from '@/domain/published-correction/rules'
import { articleForReaders } from '@/domain/reader-report/queries'
import { asked } from '@/app/server/asked'
import { publicMetadata } from '../../metadata'
import { ownWords } from '../own-words'
import { ReportForm } from './report-form'

export async function generateMetadata() {
  const t = await getTranslations('readers')
  return publicMetadata(t('report.title'), '/corrections/report')
}

export default async function ReportPage({ searchParams }: { searchParams: Search }) {
  const given = await readSearch(searchParams)
  const id = readArticleId(given.article)
  const [article, t, locale, { href }] = await Promise.all([
    id ? articleForReaders(id) : null,
    getTranslations('readers'),
    getLocale(),
    asked(),
  ])
  const word = (name: Parameters<typeof t>[0]) => t(name)
  return (
    <>
      <div>
        <h1 className="text-2xl font-semibold">{t('report.title')}</h1>
        <p className="public-lead">{t('report.intro')}</p>
      </div>
      {article && (
        <p>
          {t('report.about')} <strong {...ownWords(article.language)}>{article.title}</strong>
        </p>
      )}
      <ReportForm
        locale={locale}
        articleId={article?.id ?? null}
        address={given.address ?? ''}
        words={{
          address: word('report.address'),
          addressHint: word('report.addressHint'),
          phrase: word('report.phrase'),
          phraseHint: word('report.phraseHint'),
          problem: word('report.problem'),
          source: word('report.source'),
          sourceHint: word('report.sourceHint'),
          name: word('report.name'),
          email: word('report.email'),
          optional: word('report.optional'),
          trap: word('report.trap'),
          send: word('report.send'),
          failed: word('report.failed'),
        }}
      />
      <p className="text-sm text-ink-muted">
        {t('report.privacy')}{' '}
        <a className="link" href={href('/corrections/policy')}>
          {t('nav.policy')}
        </a>
      </p>
    </>
  )
}
