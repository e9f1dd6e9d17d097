import { getTranslations } from 'next-intl/server'
import { readAddress, type Search } from '@/app/address'
import { similarAddressSchema } from '@/domain/reuse/schema'
import { requireActor } from '@/app/server/session'
import { PageHeader } from '@/components/shell/page-header'
import { may } from '@/domain/permissions'
import { findSimilarToText } from '@/domain/reuse/queries'
import { MessageSearch } from './message-search'
import { pageTitle } from '@/app/server/page-title'

export const generateMetadata = pageTitle((t) => t('claims.similar.title'))

/**
 * Shows whether a message was already checked: the claims and sentences that say the same as the text in the address or
 * the field.
 */
export default async function SimilarPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor()
  const { params, written, issues } = await readAddress(similarAddressSchema, searchParams)
  const { text = '' } = written
  const t = await getTranslations('claims.similar')
  return (
    <div className="mx-auto grid max-w-3xl gap-4">
      <PageHeader title={t('title')} description={t('description')} />
      <MessageSearch
        key={text}
        asked={text}
        answered={params.text === undefined ? null : await findSimilarToText(actor, { text: params.text })}
        refused={issues}
        mayAdd={may(actor, 'createArticle')}
      />
    </div>
  )
}
