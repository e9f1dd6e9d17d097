import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/shell/page-header'
import { getArticle } from '@/domain/article/queries'
import { mayMakeClaim } from '@/domain/claim/policy'
import { DomainError } from '@/domain/errors'
import { directionOf } from '@/domain/text/direction'
import { requireActor } from '@/services/session'
import { layListAction, previewOverlayAction, readListFileAction } from '../actions'
import { OverlayForm } from './overlay-form'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export default async function OverlayPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const { id } = await params
  if (!ID.test(id)) notFound()
  if (!mayMakeClaim(actor)) redirect(`/articles/${id}`)
  const article = await getArticle(actor, id).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'not_found') notFound()
    throw error
  })
  const t = await getTranslations('overlay')
  const dir = directionOf(article.language)
  return (
    <div className="grid gap-5">
      <PageHeader
        title={t('title')}
        description={
          <>
            <span lang={article.language} dir={dir} className="block">
              {article.title}
            </span>
            <span>{t('intro')}</span>
          </>
        }
      />
      <OverlayForm
        article={{ id, language: article.language, dir }}
        preview={previewOverlayAction}
        save={layListAction}
        readFile={readListFileAction}
      />
    </div>
  )
}
