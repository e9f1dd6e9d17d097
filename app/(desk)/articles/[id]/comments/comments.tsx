'use client'

import { useTranslations } from 'next-intl'
import { useShortcuts } from '@/components/keys/use-shortcuts'
import { Fold } from '@/components/ui/fold'
import { threadsOf } from '@/domain/comment/rules'
import type { Comment, CommentPage } from '@/domain/comment/shape'
import { newestAnswer } from '@/domain/question/rules'
import type { Question } from '@/domain/question/shape'
import type { Person } from '@/domain/shape'
import { useTaking } from '../questions/answer-item'
import { QuestionInThread } from '../questions/in-thread'
import { CommentForm, type Place } from './comment-form'
import { Thread } from './thread'

type Props = {
  place: Place
  page: CommentPage
  people: readonly Person[]
  mayComment: boolean
  /** The questions to people outside that stand in these threads. */
  questions: readonly Question[]
  /** Whether answers may be taken as sources. */
  mayTake: boolean
}

const isThread = (comments: Comment[]): comments is [Comment, ...Comment[]] => comments.length > 0

/** Open threads, resolved ones folded away, and a form for a new one. */
export function Comments({ page, questions, mayTake, ...rest }: Props) {
  const t = useTranslations('comments')
  const taking = useTaking()
  const claimId = rest.place.claimId ?? null
  const byKey = mayTake && claimId ? newestAnswer(questions, claimId) : null
  useShortcuts({ i: byKey ? () => void taking.take(byKey) : undefined })
  const threads = threadsOf(page.items).filter(isThread)
  const open = threads.filter(([first]) => !first.resolved)
  const resolved = threads.filter(([first]) => first.resolved)
  const listed = (of: typeof threads) =>
    of.map((comments) => {
      const question = questions.find(({ id }) => id === comments[0].questionId)
      return (
        <Thread key={comments[0].threadId} comments={comments} {...rest}>
          {question && (
            <QuestionInThread {...{ question, claimId, byKey, taking: mayTake ? taking : null }} />
          )}
        </Thread>
      )
    })
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
