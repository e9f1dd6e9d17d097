import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/shell/page-header'
import { requireActor } from '@/services/session'
import { checkMarkupAction } from './actions'
import { MarkupChecker } from './markup-checker'

type Props = { searchParams: Promise<Record<string, string | string[]>> }

export default async function ClaimReviewPage({ searchParams }: Props) {
  await requireActor()
  const { page } = await searchParams
  const t = await getTranslations('claimReview.check')
  return (
    <div className="mx-auto grid max-w-3xl gap-4">
      <PageHeader title={t('title')} description={t('intro')} />
      <MarkupChecker page={typeof page === 'string' ? page : ''} check={checkMarkupAction} />
    </div>
  )
}
