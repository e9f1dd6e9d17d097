'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { Question } from '@/domain/question/shape'
import { AnswerItem, type useTaking } from './answer-item'

type Props = {
  question: Question
  claimId: string | null
  taking: ReturnType<typeof useTaking> | null
  /** The id of the answer that the key takes. */
  byKey: string | null
}

/** In the thread of a question: who was asked, and what they answered about this claim. */
export function QuestionInThread({ question, claimId, taking, byKey }: Props) {
  const t = useTranslations('question.desk')
  const tState = useTranslations('question.state')
  const format = useFormatter()
  const { name, house, state, answers } = question
  const said = answers.flatMap(({ id, at, items }) =>
    items.filter((item) => item.claimId === claimId).map((item) => ({ answer: id, at, item })),
  )
  return (
    <div className="grid gap-2 border-s-2 border-line ps-3">
      <p className="text-sm">
        <span className="font-semibold">{t('askedOf', { name })}</span>
        {house && (
          <>
            <span aria-hidden> · </span>
            <bdi>{house}</bdi>
          </>
        )}
        <span aria-hidden> · </span>
        <span className="text-ink-muted">{tState(state)}</span>
      </p>
      {said.map(({ answer, at, item }) => (
        <div key={answer} className="grid gap-0.5">
          <p className="text-sm text-ink-muted">
            {t('answeredAt', { name, at: format.dateTime(at, 'short') })}
          </p>
          <AnswerItem item={item} taking={taking} shortcut={item.id === byKey ? 'i' : undefined} />
        </div>
      ))}
    </div>
  )
}
