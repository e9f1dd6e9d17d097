'use client'

import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue, type Failure } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Button } from '@/components/ui/button'
import { Field, Textarea } from '@/components/ui/field'
import { Skeleton } from '../skeleton'
import type { SimilarToText } from '@/domain/reuse/rules'
import { findSimilarAction } from '../actions'
import { similarHref } from './address'
import { SimilarAnswers } from './similar-answers'

type Props = {
  /** The text in the address. */
  asked: string
  answered: SimilarToText | null
  /** The problems with the text in the address. */
  refused: Failure['issues']
  mayAdd: boolean
}

const refusedFor = (issues: Failure['issues']): Failure | null =>
  issues.length === 0 ? null : { ok: false, code: 'invalid', key: 'invalid', params: {}, issues }

/**
 * Searches for what says the same as a message; a pasted message is searched for at once. After a failure the typed
 * words stay.
 */
export function MessageSearch({ asked, answered, refused, mayAdd }: Props) {
  const t = useTranslations('claims.similar')
  const [text, setText] = useState(asked)
  const [answer, setAnswer] = useState(answered)
  const [first, setFirst] = useState(() => refusedFor(refused))
  const { run, busy, failure } = useAction(findSimilarAction)
  const shown = first ?? failure
  const issue = useIssue(shown)
  const result = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (answer && answer !== answered) result.current?.focus()
  }, [answer, answered])

  const look = async (message: string) => {
    setFirst(null)
    setAnswer(null)
    const found = await run({ text: message })
    if (!found?.ok) return
    setAnswer(found.value)
    window.history.replaceState(null, '', similarHref(message))
  }
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart, selectionEnd, value } = event.currentTarget
    const pasted = event.clipboardData.getData('text')
    const replacesAll = selectionStart === 0 && selectionEnd === value.length
    if (replacesAll && pasted.trim() !== '') void look(pasted)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void look(text)
  }

  return (
    <>
      <EarlyForm
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void look(text)
        }}
      >
        <FailureBanner failure={shown} fields={['text']} />
        <Field label={t('text')} hint={t('hint')} error={issue('text')}>
          <Textarea
            dir="auto"
            rows={4}
            autoFocus={asked === ''}
            value={text}
            onChange={(event) => setText(event.target.value)}
            {...{ onPaste, onKeyDown }}
          />
        </Field>
        <div>
          <Button type="submit" variant="primary" busy={busy}>
            {t('button')}
          </Button>
        </div>
      </EarlyForm>
      {busy && <Looking />}
      {answer && <SimilarAnswers ref={result} answer={answer} mayAdd={mayAdd} />}
    </>
  )
}

function Looking() {
  const t = useTranslations('claims.similar')
  return (
    <div role="status" className="grid gap-2">
      <span className="sr-only">{t('looking')}</span>
      <Skeleton className="h-6 w-56" />
      <Skeleton className="h-28 w-full" />
      <Skeleton className="h-28 w-full" />
    </div>
  )
}
