import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/shell/page-header'
import { may } from '@/domain/permissions'
import { namedLanguages } from '@/text/language-names'
import { localeOf } from '@/text/locale'
import { requireActor } from '@/app/server/session'
import { NewArticleForm } from './new-article-form'
import { pageTitle } from '@/app/server/page-title'

export const generateMetadata = pageTitle((t) => t('article.new.title'))

export default async function NewArticlePage() {
  const actor = await requireActor()
  if (!may(actor, 'createArticle')) redirect('/articles')
  const t = await getTranslations('article.new')
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t('title')} description={t('intro')} />
      <NewArticleForm languages={namedLanguages(localeOf(await getLocale()))} />
    </div>
  )
}
