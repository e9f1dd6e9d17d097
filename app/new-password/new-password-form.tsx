'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import { setPasswordAction } from './actions'

export function NewPasswordForm({ token }: { token: string }) {
  const t = useTranslations('signIn')
  const { run, busy, failure } = useAction(setPasswordAction)
  const issue = useIssue(failure)
  const [password, setPassword] = useState('')
  const [done, setDone] = useState(false)
  if (done)
    return (
      <Banner tone="success" title={t('newPasswordDone')}>
        <a className="link" href="/sign-in">
          {t('title')}
        </a>
      </Banner>
    )
  return (
    <EarlyForm
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void run({ token, password }).then((result) => result?.ok && setDone(true))
      }}
    >
      <FailureBanner failure={failure} fields={['password']} />
      <Field label={t('newPassword')} hint={t('passwordHint')} error={issue('password')}>
        <Input
          type="password"
          dir="ltr"
          autoComplete="new-password"
          required
          autoFocus
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <Button type="submit" variant="primary" busy={busy}>
        {t('newPasswordSubmit')}
      </Button>
    </EarlyForm>
  )
}
