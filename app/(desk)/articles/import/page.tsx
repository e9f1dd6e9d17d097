import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/shell/page-header'
import { may } from '@/domain/permissions'
import { namedLanguages } from '@/text/language-names'
import { localeOf } from '@/text/locale'
import { requireActor } from '@/app/server/session'
import { BulkImport } from './bulk-import'
import { pageTitle } from '@/app/server/page-title'

export const generateMetadata = pageTitle((t) => t('importing.bulk.title'))

export default async function ImportPage() {
  const actor = await requireActor()
  if (!may(actor, 'createArticle')) redirect('/articles')
  const t = await getTranslations('importing.bulk')
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={t('title')}
        description={t('intro')}
        actions={
          <Link prefetch={false} className="link" href="/articles/new">
            {t('one')}
          </Link>
        }
      />
      <BulkImport languages={namedLanguages(localeOf(await getLocale()))} />
    </div>
  )
}
