import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { readAddress, type Search } from '@/app/address'
import { PageHeader } from '@/components/shell/page-header'
import { validateMarkupSchema } from '@/domain/claim-review/schema'
import { requireActor } from '@/app/server/session'
import { MarkupChecker } from './markup-checker'

const addressSchema = z.object({ page: validateMarkupSchema.shape.page })

type Props = { searchParams: Search }

export default async function ClaimReviewPage({ searchParams }: Props) {
  await requireActor()
  const { written } = await readAddress(addressSchema, searchParams)
  const t = await getTranslations('claimReview.check')
  return (
    <div className="mx-auto grid max-w-3xl gap-4">
      <PageHeader title={t('title')} description={t('intro')} />
      <MarkupChecker page={written.page ?? ''} />
    </div>
  )
}
