'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { FailureBanner } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Button } from '@/components/ui/button'
import { FactsLine } from '@/components/ui/facts-line'
import { useToast } from '@/components/ui/toast'
import type { Question } from '@/domain/question/shape'
import { revokeQuestionAction } from './actions'
import { AnswerItem } from './answer-item'

type LineProps = { question: Question; late: boolean }

/** Who was asked, by whom and until when, in one line. */
function Facts({ question, late }: LineProps) {
  const t = useTranslations('question.desk')
  const tState = useTranslations('question.state')
  const format = useFormatter()
  const short = (at: Date) => format.dateTime(at, 'short')
  const { state, askedBy, askedAt, seenAt, dueAt, expiresAt } = question
  const open = state === 'sent' || state === 'seen'
  return (
    <FactsLine
      facts={[
        <strong key="state">{tState(state)}</strong>,
        late && <strong key="late">{t('late')}</strong>,
        t('byAt', { name: askedBy.name, at: short(askedAt) }),
        seenAt && t('seenAt', { at: short(seenAt) }),
        dueAt && open && t('dueBy', { at: short(dueAt) }),
        open && t('endsAt', { at: short(expiresAt) }),
      ].filter(Boolean)}
    />
  )
}

function Line({ question, late }: LineProps) {
  const t = useTranslations('question.desk')
  const tKind = useTranslations('question.kind')
  const tCommon = useTranslations('common')
  const format = useFormatter()
  const toast = useToast()
  const { run, busy, failure } = useAction(revokeQuestionAction)
  const { id, articleId, kind, name, house, email, text, claims, answers, may } = question
  const revoke = async () => {
    if ((await run({ id }))?.ok) toast({ title: t('revoked') })
  }
  return (
    <li className="grid gap-2 border-b border-line py-4 last:border-b-0">
      <h3 className="font-semibold">
        <bdi>{name}</bdi>
        <span className="font-normal text-ink-muted">
          {' '}
          · {tKind(kind)}
          {house && (
            <>
              {' '}
              · <bdi>{house}</bdi>
            </>
          )}
          {email && (
            <>
              {' '}
              ·{' '}
              <bdi dir="ltr" className="break-all">
                {email}
              </bdi>
            </>
          )}
        </span>
      </h3>
      <Facts {...{ question, late }} />
      <p dir="auto" className="break-words whitespace-pre-wrap">
        {text}
      </p>
      <p className="flex flex-wrap gap-x-3 text-sm">
        {claims.length === 0
          ? t('whole')
          : claims.map(({ number }) => (
              <Link
                key={number}
                className="link"
                prefetch={false}
                href={`/articles/${articleId}/claims/${number}`}
              >
                {tCommon('claimNumber', { number })}
              </Link>
            ))}
      </p>
      {answers.map((answer) => (
        <div key={answer.id} className="grid gap-2 border-s-2 border-line ps-3">
          <p className="text-sm text-ink-muted">
            {t('answeredAt', { name, at: format.dateTime(answer.at, 'short') })} ·{' '}
            {t('ofRevision', { number: answer.revision })}
          </p>
          {answer.items.map((item) => (
            <AnswerItem key={item.id} item={item} taking={null} />
          ))}
        </div>
      ))}
      <FailureBanner failure={failure} />
      {may.revoke && (
        <div>
          <Button size="sm" variant="ghost" busy={busy} onClick={() => void revoke()}>
            {t('revoke')}
          </Button>
        </div>
      )}
    </li>
  )
}

/** Everything that was asked about an article, with how far each question is. */
export function QuestionList({
  questions,
  late,
}: {
  questions: readonly Question[]
  late: readonly string[]
}) {
  const t = useTranslations('question.desk')
  if (questions.length === 0) return <p className="text-ink-muted">{t('none')}</p>
  return (
    <ul className="grid">
      {questions.map((question) => (
        <Line key={question.id} question={question} late={late.includes(question.id)} />
      ))}
    </ul>
  )
}
