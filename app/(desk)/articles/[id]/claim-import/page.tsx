import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/shell/page-header'
import { getArticle } from '@/domain/article/queries'
import { may } from '@/domain/permissions'
import { found } from '@/app/server/found'
import { requireActor } from '@/app/server/session'
import { recordParams } from '@/app/server/record-params'
import { articleShown } from '../article-shown'
import { ImportForm } from './import-form'
import { articlePageTitle } from '@/app/server/page-title'

export const generateMetadata = articlePageTitle((t) => t('claimImport.title'))

export default async function ClaimImportPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const { id } = await recordParams(params)
  if (!may(actor, 'makeClaim')) redirect(`/articles/${id}`)
  const article = await found(getArticle(actor, id))
  const shown = articleShown(article)
  const t = await getTranslations('claimImport')
  return (
    <div className="grid gap-5">
      <PageHeader
        title={t('title')}
        description={
          <>
            <span lang={shown.language} dir={shown.dir} className="at-page-edge block">
              {article.title}
            </span>
            <span>{t('intro')}</span>
          </>
        }
      />
      <ImportForm article={shown} />
    </div>
  )
}
