import { getTranslations } from 'next-intl/server'
import { readSearch, type Search } from '@/app/address'
import { requireActor } from '@/app/server/session'
import { PageHeader } from '@/components/shell/page-header'
import { issuesOf } from '@/domain/errors'
import { may } from '@/domain/permissions'
import { findSimilarToText } from '@/domain/reuse/queries'
import { similarToTextSchema } from '@/domain/reuse/schema'
import { MessageSearch } from './message-search'

/**
 * Shows whether a message was already checked: the claims and sentences that say the same as the text in the address or
 * the field.
 */
export default async function SimilarPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor()
  const { text = '' } = await readSearch(searchParams)
  const read = text === '' ? null : similarToTextSchema.safeParse({ text })
  const t = await getTranslations('claims.similar')
  return (
    <div className="mx-auto grid max-w-3xl gap-4">
      <PageHeader title={t('title')} description={t('description')} />
      <MessageSearch
        key={text}
        asked={text}
        answered={read?.success ? await findSimilarToText(actor, read.data) : null}
        refused={read?.error ? issuesOf(read.error) : []}
        mayAdd={may(actor, 'createArticle')}
      />
    </div>
  )
}
