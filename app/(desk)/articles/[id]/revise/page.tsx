import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/shell/page-header'
import { getArticleText } from '@/domain/article/queries'
import { DomainError } from '@/domain/errors'
import { mayRevise } from '@/domain/revision/policy'
import { directionOf } from '@/domain/text/direction'
import { requireActor } from '@/services/session'
import { previewRevisionAction, reviseArticleAction } from '../actions'
import { ReviseForm } from './revise-form'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export default async function RevisePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const { id } = await params
  if (!ID.test(id)) notFound()
  if (!mayRevise(actor)) redirect(`/articles/${id}`)
  const { article, revision } = await getArticleText(actor, id).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'not_found') notFound()
    throw error
  })
  const t = await getTranslations('revision.new')
  return (
    <div className="grid gap-5">
      <PageHeader
        title={t('title')}
        description={
          <>
            <span lang={article.language} dir={directionOf(article.language)} className="block">
              {article.title}
            </span>
            <span>{t('intro')}</span>
          </>
        }
      />
      <ReviseForm
        article={{
          id,
          language: article.language,
          dir: directionOf(article.language),
          revision: revision.number,
        }}
        text={revision.text}
        preview={previewRevisionAction}
        save={reviseArticleAction}
      />
    </div>
  )
}
