import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import type { KnownChange } from '@/text/revise/known'

export type Tracked = KnownChange[] | 'unfit' | null

/** Says whether the tracked changes of the file tell what the words of claims became. */
export function TrackedNotice({ tracked, revision }: { tracked: Tracked; revision: number }) {
  const t = useTranslations('revision.new.tracked')
  if (tracked === null) return null
  if (tracked === 'unfit') return <Banner tone="warn" title={t('unfit', { number: revision })} />
  return <Banner tone="info" title={t('followed', { count: tracked.length })} />
}
