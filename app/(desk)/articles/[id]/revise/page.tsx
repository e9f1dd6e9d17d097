import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/shell/page-header'
import { getArticleText } from '@/domain/article/queries'
import { may } from '@/domain/permissions'
import { messagesOf } from '@/services/messages'
import { directionOf } from '@/text/direction'
import { LOCALES } from '@/text/locale'
import { found } from '@/app/server/found'
import { requireActor } from '@/app/server/session'
import { recordParams } from '@/app/server/record-params'
import { articleShown } from '../article-shown'
import { ReviseForm } from './revise-form'
import { articlePageTitle } from '@/app/server/page-title'

export const generateMetadata = articlePageTitle((t) => t('revision.new.title'))

export default async function RevisePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const { id } = await recordParams(params)
  if (!may(actor, 'reviseArticle')) redirect(`/articles/${id}`)
  const { article, revision } = await found(getArticleText(actor, id))
  const t = await getTranslations('revision.new')
  const questions = LOCALES.flatMap((locale) => Object.values(messagesOf(locale).report.markedCopy.question))
  return (
    <div className="grid gap-5">
      <PageHeader
        title={t('title')}
        description={
          <>
            <span lang={article.language} dir={directionOf(article.language)} className="at-page-edge block">
              {article.title}
            </span>
            <span>{t('intro')}</span>
          </>
        }
      />
      <ReviseForm article={articleShown(article)} text={revision.text} questions={questions} />
    </div>
  )
}
