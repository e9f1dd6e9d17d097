'use client'

import { useActionState, useState } from 'react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import { codeAction } from './actions'
import { NO_CODE } from './code-state'

type Props = {
  secret: string
  language: string
  /** Whether a code was just sent. */
  sent: boolean
}

/** Asks for the code that was sent by mail, before anything of the question is told. It works without scripts. */
export function CodeForm({ secret, language, sent }: Props) {
  const t = useTranslations('question.page.code')
  const [state, send, sending] = useActionState(codeAction, NO_CODE)
  // The answer to a form resets fields that only have a first value, also what was typed into them meanwhile.
  const [code, setCode] = useState(state.code)
  return (
    <form action={send} className="public-form" noValidate>
      <div>
        <h1 className="text-2xl font-semibold">{t('title')}</h1>
        <p className="public-lead" role="status">
          {t(sent ? 'sent' : 'hint')}
        </p>
      </div>
      <input type="hidden" name="secret" value={secret} />
      <input type="hidden" name="language" value={language} />
      <Field label={t('label')} error={state.problem ?? undefined}>
        <Input
          name="code"
          dir="ltr"
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={(event) => setCode(event.target.value)}
          maxLength={40}
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" name="step" value="enter" variant="primary" busy={sending}>
          {t('enter')}
        </Button>
        <Button type="submit" name="step" value="send" busy={sending}>
          {t(sent ? 'again' : 'send')}
        </Button>
      </div>
    </form>
  )
}
