import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export default async function NotFound() {
  const t = await getTranslations('errors')
  const tCommon = await getTranslations('common')
  return (
    <main className="mx-auto max-w-xl px-4 py-16">
      <EmptyState
        isPage
        title={t('notFound')}
        action={
          <Link className={buttonClass()} href="/">
            {tCommon('appName')}
          </Link>
        }
      />
    </main>
  )
}
