'use client'

import { useTranslations } from 'next-intl'
import { Field, Input, Textarea } from '@/components/ui/field'
import type { Asked, AskedPart } from '@/domain/question/asked/shape'
import { ANSWER_VERDICTS, WORDS_MAX } from '@/domain/question/rules'
import { fieldName, type AnswerFormState, type PartField } from './answer-state'
import { VerdictChoice } from './verdict-choice'

type Props = {
  part: AskedPart
  index: number
  kind: Asked['kind']
  own: { lang: string; dir: 'ltr' | 'rtl' }
  state: AnswerFormState
}

/** The words asked about, with the sentences around them as far as these say more. */
function Words({ part, own }: Pick<Props, 'part' | 'own'>) {
  const at = part.context.indexOf(part.quote)
  if (part.quote === '') return null
  if (at < 0)
    return (
      <p className="public-prose question-quote" {...own}>
        {part.quote}
      </p>
    )
  return (
    <p className="public-prose question-quote" {...own}>
      {part.context.slice(0, at)}
      <mark className="question-asked">{part.quote}</mark>
      {part.context.slice(at + part.quote.length)}
    </p>
  )
}

/** The fields for the answer about one part. */
export function PartFields({ part, index, kind, own, state }: Props) {
  const t = useTranslations('question.page')
  const name = (field: PartField) => fieldName(index, field)
  const field = (of: PartField) => ({ name: name(of), defaultValue: state.values[name(of)] ?? '' })
  const error = (of: PartField) => state.problems[name(of)]
  const title = part.claimId === null ? t('whole') : t('part', { number: part.number })
  const isMore = (['proposed', 'sourceTitle', 'url'] as const).some(
    (one) => state.values[name(one)] || error(one),
  )
  return (
    <fieldset className="question-part" id={`part-${part.number}`}>
      <legend className="font-semibold">{title}</legend>
      <input type="hidden" name={fieldName(index, 'claimId')} value={part.claimId ?? ''} />
      <Words part={part} own={own} />
      {kind === 'expert' && (
        <VerdictChoice
          name={name('verdict')}
          chosen={ANSWER_VERDICTS.find((one) => one === state.values[name('verdict')]) ?? null}
          error={error('verdict')}
        />
      )}
      <Field
        label={t(kind === 'expert' ? 'because' : 'text')}
        hint={kind === 'expert' ? t('becauseHint') : undefined}
        error={error('text')}
      >
        <Textarea {...field('text')} dir="auto" rows={3} maxLength={WORDS_MAX} />
      </Field>
      <details open={isMore}>
        <summary className="question-more">{t('more')}</summary>
        <div className="grid gap-3 pt-2">
          <Field label={t('proposed')} error={error('proposed')}>
            <Textarea {...field('proposed')} dir="auto" rows={2} maxLength={WORDS_MAX} />
          </Field>
          <Field label={t('sourceTitle')} error={error('sourceTitle')}>
            <Input {...field('sourceTitle')} dir="auto" maxLength={500} />
          </Field>
          <Field label={t('url')} error={error('url')}>
            <Input {...field('url')} type="url" dir="ltr" maxLength={2048} />
          </Field>
        </div>
      </details>
    </fieldset>
  )
}
