'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { Tabs } from '@/components/ui/tabs'
import { useArticlePlace, type PanelList } from '../article-place'

type Props = {
  undecided: number
  claims: number
  openThreads: number
  /** The list to show before the reader chooses one. */
  first: PanelList
  decide: ReactNode
  list: ReactNode
  comments: ReactNode
}

/** The lists beside the text. The reader's choice stays while claims open and close. */
export function OverviewTabs({ undecided, claims, openThreads, first, ...lists }: Props) {
  const t = useTranslations('article')
  const tComments = useTranslations('comments')
  const place = useArticlePlace()
  const shown = place.list ?? first
  return (
    <Tabs
      label={t('sections.lists')}
      value={shown}
      onChange={(value) => place.setList(value as PanelList)}
      tabs={[
        { value: 'decide', label: t('coverage.heading'), count: undecided },
        { value: 'claims', label: t('overview.title'), count: claims },
        { value: 'comments', label: tComments('heading'), count: openThreads },
      ]}
    >
      {{ decide: lists.decide, claims: lists.list, comments: lists.comments }[shown]}
    </Tabs>
  )
}
