import { Fragment } from 'react'
import { directionApart, piecesOf } from '@/domain/comment/rules'
import type { Person } from '@/domain/shape'

type Props = {
  text: string
  /** The people whom it names. */
  named: readonly Person[]
  as?: 'p' | 'span'
  className?: string
}

/** The words of a comment. Names stand apart: one in the other script turns neither the words nor their direction. */
export const CommentWords = ({ text, named, as: Tag = 'p', className }: Props) => (
  <Tag dir={directionApart(text, named)} className={className}>
    {piecesOf(text, named).map((piece, index) => (
      <Fragment key={index}>
        {piece.isName ? <bdi className="font-semibold text-accent">{piece.text}</bdi> : piece.text}
      </Fragment>
    ))}
  </Tag>
)
