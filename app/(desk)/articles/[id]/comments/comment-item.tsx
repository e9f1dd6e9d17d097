'use client'

import { useFormatter } from 'next-intl'
import { CommentWords } from '@/components/claim/comment-words'
import type { Comment } from '@/domain/comment/shape'

/** One comment: who, when, and what. */
export function CommentItem({ comment }: { comment: Comment }) {
  const format = useFormatter()
  return (
    <li id={`comment-${comment.id}`} className="grid gap-0.5">
      <p className="text-sm text-ink-muted">
        <bdi className="font-semibold text-ink">{comment.by.name}</bdi>
        <span aria-hidden> · </span>
        <time dateTime={comment.at.toISOString()} title={format.dateTime(comment.at, 'exact')}>
          <bdi>{format.dateTime(comment.at, 'short')}</bdi>
        </time>
      </p>
      <CommentWords
        text={comment.text}
        named={comment.mentions}
        className="break-words whitespace-pre-wrap"
      />
    </li>
  )
}
