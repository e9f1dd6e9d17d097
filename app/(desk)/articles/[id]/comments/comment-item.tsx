'use client'

import { Fragment } from 'react'
import { useFormatter } from 'next-intl'
import { mentionsIn } from '@/domain/comment/rules'
import type { Comment } from '@/domain/comment/shape'

/** The words of a comment, with the people whom it names marked. */
function Words({ text, mentions }: Pick<Comment, 'text' | 'mentions'>) {
  const named = mentionsIn(text, mentions)
  return (
    <p dir="auto" className="break-words whitespace-pre-wrap">
      {named.map(({ start, end }, index) => (
        <Fragment key={start}>
          {text.slice(named[index - 1]?.end ?? 0, start)}
          <bdi className="font-semibold text-accent">{text.slice(start, end)}</bdi>
        </Fragment>
      ))}
      {text.slice(named.at(-1)?.end ?? 0)}
    </p>
  )
}

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
      <Words {...comment} />
    </li>
  )
}
