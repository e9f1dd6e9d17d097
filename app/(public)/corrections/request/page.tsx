import { getLocale, getTranslations } from 'next-intl/server'
import { readAddress, type Search } from '@/app/address'
import { requestAddressSchema } from '@/domain/correction-request/schema'
import { Banner } from '@/components/ui/banner'
import { articleForReaders } from '@/domain/correction-request/queries'
import { asked } from '@/app/server/asked'
import { publicMetadata } from '../../metadata'
import { ownWords } from '../own-words'
import { RequestForm } from './request-form'

export async function generateMetadata() {
  const t = await getTranslations('readers')
  return publicMetadata(t('request.title'), '/corrections/request')
}

export default async function RequestPage({ searchParams }: { searchParams: Search }) {
  const { params, written, issues } = await readAddress(requestAddressSchema, searchParams)
  const [article, t, locale, { href }] = await Promise.all([
    params.article ? articleForReaders(params.article) : null,
    getTranslations('readers'),
    getLocale(),
    asked(),
  ])
  const word = (name: Parameters<typeof t>[0]) => t(name)
  return (
    <>
      <div>
        <h1 className="text-2xl font-semibold">{t('request.title')}</h1>
        <p className="public-lead">{t('request.intro')}</p>
      </div>
      {issues.some(({ path }) => path === 'article') && <Banner tone="warn" title={t('list.leftOut')} />}
      {article && (
        <p>
          {t('request.about')} <strong {...ownWords(article.language)}>{article.title}</strong>
        </p>
      )}
      <RequestForm
        locale={locale}
        articleId={article?.id ?? null}
        address={written.address ?? ''}
        words={{
          address: word('request.address'),
          addressHint: word('request.addressHint'),
          phrase: word('request.phrase'),
          phraseHint: word('request.phraseHint'),
          problem: word('request.problem'),
          source: word('request.source'),
          sourceHint: word('request.sourceHint'),
          name: word('request.name'),
          email: word('request.email'),
          optional: word('request.optional'),
          trap: word('request.trap'),
          send: word('request.send'),
          failed: word('request.failed'),
        }}
      />
      <p className="text-sm text-ink-muted">
        {t('request.privacy')}{' '}
        <a className="link" href={href('/corrections/policy')}>
          {t('nav.policy')}
        </a>
      </p>
    </>
  )
}
