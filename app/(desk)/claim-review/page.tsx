import { getTranslations } from 'next-intl/server'
import { readAddress, type Search } from '@/app/address'
import { markupAddressSchema } from '@/domain/claim-review/schema'
import { PageHeader } from '@/components/shell/page-header'
import { requireActor } from '@/app/server/session'
import { MarkupChecker } from './markup-checker'
import { pageTitle } from '@/app/server/page-title'

export const generateMetadata = pageTitle((t) => t('claimReview.check.title'))

type Props = { searchParams: Search }

export default async function ClaimReviewPage({ searchParams }: Props) {
  await requireActor()
  const { written } = await readAddress(markupAddressSchema, searchParams)
  const t = await getTranslations('claimReview.check')
  return (
    <div className="mx-auto grid max-w-3xl gap-4">
      <PageHeader title={t('title')} description={t('intro')} />
      <MarkupChecker page={written.page ?? ''} />
    </div>
  )
}
