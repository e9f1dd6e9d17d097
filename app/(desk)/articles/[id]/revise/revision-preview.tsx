'use client'

import { useEffect, useRef } from 'react'
import { useTranslations } from 'next-intl'
import { FailureBanner, type Failure } from '@/components/form/failure'
import { Comparison } from '@/components/revision/comparison'
import { AnchorTotals, OutcomeList } from '@/components/revision/outcome-list'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import type { RevisionPreview as Preview } from '@/domain/revision/shape'
import type { Note } from '@/importing/incoming'
import type { ArticleShown } from '../article-shown'
import { TrackedNotice, type Tracked } from './tracked-notice'
import type { useRevising } from './use-revising'
import { ChosenNotes } from './writer-notes'

type Props = {
  article: ArticleShown
  shown: Preview
  busy: boolean
  failure: Failure | null
  tracked: Tracked
  noted: ReturnType<typeof useRevising>['noted']
  unanswered: readonly Note[]
  onSave: () => void
  onBack: () => void
}

/** Shows what would happen to each claim, with both texts side by side, before anything is saved. */
export function RevisionPreview({
  article,
  shown,
  busy,
  failure,
  tracked,
  noted,
  unanswered,
  onSave,
  onBack,
}: Props) {
  const t = useTranslations('revision.new')
  const tRevision = useTranslations('revision')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { id, language, dir } = article
  return (
    <div className="grid gap-5">
      <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold">
        {tRevision('claims')}
      </h2>
      <AnchorTotals totals={shown.totals} />
      <Banner tone={shown.setBack > 0 ? 'warn' : 'info'} title={t('setBack', { count: shown.setBack })} />
      <TrackedNotice
        tracked={tracked !== null && !shown.followed ? 'unfit' : tracked}
        revision={shown.old.number}
      />
      <FailureBanner failure={failure} />
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" busy={busy} onClick={onSave}>
          {t('save', { number: shown.number })}
        </Button>
        <Button variant="ghost" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
      <OutcomeList articleId={id} {...{ language, dir }} lines={shown.lines} />
      <ChosenNotes {...{ article, noted, unanswered }} text={shown.fresh.text} lines={shown.lines} />
      <h2 className="text-lg font-semibold">{tRevision('text')}</h2>
      <Comparison old={shown.old} fresh={shown.fresh} rows={shown.rows} {...{ language, dir }} />
    </div>
  )
}
