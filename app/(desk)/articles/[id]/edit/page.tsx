import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/shell/page-header'
import { getArticle } from '@/domain/article/queries'
import { found } from '@/app/server/found'
import { namedLanguages } from '@/text/language-names'
import { localeOf } from '@/text/locale'
import { requireActor } from '@/app/server/session'
import { recordParams } from '@/app/server/record-params'
import { EditArticleForm } from './edit-article-form'
import { articlePageTitle } from '@/app/server/page-title'

export const generateMetadata = articlePageTitle((t) => t('article.change.title'))

export default async function EditArticlePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const { id } = await recordParams(params)
  const article = await found(getArticle(actor, id))
  if (!article.may.change) redirect(`/articles/${id}`)
  const t = await getTranslations('article.change')
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t('title')} />
      <EditArticleForm
        languages={namedLanguages(localeOf(await getLocale()), [article.language])}
        article={{
          id,
          version: article.version,
          title: article.title,
          byline: article.byline,
          dateline: article.dateline,
          language: article.language,
          desk: article.desk?.name ?? '',
          canonicalUrl: article.canonicalUrl ?? '',
          deadline: article.deadline?.toISOString() ?? null,
          state: article.state,
          confidential: article.confidential,
        }}
      />
    </div>
  )
}
