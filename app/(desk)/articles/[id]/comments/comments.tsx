'use client'

import { useTranslations } from 'next-intl'
import { Fold } from '@/components/ui/fold'
import { threadsOf } from '@/domain/comment/rules'
import type { Comment, CommentPage } from '@/domain/comment/shape'
import type { Person } from '@/domain/shape'
import { CommentForm, type Place } from './comment-form'
import { Thread } from './thread'

type Props = { place: Place; page: CommentPage; people: readonly Person[]; mayComment: boolean }

const isThread = (comments: Comment[]): comments is [Comment, ...Comment[]] => comments.length > 0

/** Open threads, resolved ones folded away, and a form for a new one. */
export function Comments({ page, ...rest }: Props) {
  const t = useTranslations('comments')
  const threads = threadsOf(page.items).filter(isThread)
  const open = threads.filter(([first]) => !first.resolved)
  const resolved = threads.filter(([first]) => first.resolved)
  const listed = (of: typeof threads) =>
    of.map((comments) => <Thread key={comments[0].threadId} comments={comments} {...rest} />)
  return (
    <div className="grid gap-3">
      {threads.length === 0 && <p className="text-sm text-ink-muted">{t('none')}</p>}
      {page.next !== null && <p className="text-sm text-ink-muted">{t('older')}</p>}
      {listed(open)}
      {resolved.length > 0 && (
        <Fold name="resolved" title={t('showResolved', { count: resolved.length })}>
          <div className="grid gap-3">{listed(resolved)}</div>
        </Fold>
      )}
      {rest.mayComment && <CommentForm place={rest.place} people={rest.people} />}
    </div>
  )
}
