'use client'

import { useState, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { FailureBanner } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import type { Comment } from '@/domain/comment/shape'
import type { Person } from '@/domain/shape'
import { resolveThreadAction } from './actions'
import { CommentForm, type Place } from './comment-form'
import { CommentItem } from './comment-item'

type Props = {
  /** The oldest first; the first may be missing in a long thread. */
  comments: readonly [Comment, ...Comment[]]
  place: Place
  people: readonly Person[]
  mayComment: boolean
  /** What somebody outside answered to its question. */
  children?: ReactNode
}

/** A thread with its answers, and what can be done with it. */
export function Thread({ comments, place, people, mayComment, children }: Props) {
  const t = useTranslations('comments')
  const tCommon = useTranslations('common')
  const toast = useToast()
  const [answering, setAnswering] = useState(false)
  const resolve = useAction(resolveThreadAction, { stays: true })
  const [{ threadId: id, by, resolved }] = comments
  const set = async (wanted: boolean) => {
    const result = await resolve.run({ id, resolved: wanted })
    if (!result?.ok) return
    toast({
      title: t(wanted ? 'resolved' : 'reopened'),
      action: { label: tCommon('undo'), onAction: () => void set(!wanted) },
    })
  }
  return (
    <section
      aria-label={t('thread', { name: by.name })}
      className="grid gap-2 rounded border border-line p-3"
    >
      <ul className="grid gap-2">
        {comments.slice(0, 1).map((comment) => (
          <CommentItem key={comment.id} comment={comment} />
        ))}
      </ul>
      {children}
      {comments.length > 1 && (
        <ul className="grid gap-2">
          {comments.slice(1).map((comment) => (
            <CommentItem key={comment.id} comment={comment} />
          ))}
        </ul>
      )}
      {resolved && (
        <p className="text-sm text-ink-muted">
          <bdi>{t('resolvedBy', { name: resolved.by.name })}</bdi>
        </p>
      )}
      <FailureBanner failure={resolve.failure} />
      {mayComment && answering && (
        <CommentForm
          {...{ place, people, thread: { id, by } }}
          onSent={() => setAnswering(false)}
          onCancel={() => setAnswering(false)}
        />
      )}
      {mayComment && !answering && (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" onClick={() => setAnswering(true)}>
            {t('reply')}
          </Button>
          <Button size="sm" variant="ghost" busy={resolve.busy} onClick={() => void set(!resolved)}>
            {t(resolved ? 'reopen' : 'resolve')}
          </Button>
        </div>
      )}
    </section>
  )
}
