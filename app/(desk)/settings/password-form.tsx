'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { signOutAndLeave } from '@/app/server/sign-in'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import { changePasswordAction } from './actions'

/** A new password ends every session of the reader, including this one, so the page then asks to sign in. */
export function PasswordForm() {
  const t = useTranslations('settings')
  const { run, busy, failure } = useAction(changePasswordAction)
  const issue = useIssue(failure)
  const [fields, setFields] = useState({ current: '', password: '' })
  const text = (field: keyof typeof fields) => ({
    type: 'password',
    dir: 'ltr' as const,
    value: fields[field],
    onChange: (event: { target: { value: string } }) => setFields({ ...fields, [field]: event.target.value }),
  })
  return (
    <EarlyForm
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void run(fields).then((result) => result?.ok && signOutAndLeave())
      }}
    >
      <FailureBanner failure={failure} fields={['current', 'password']} />
      <p className="text-ink-muted">{t('passwordHint')}</p>
      <Field label={t('current')} error={issue('current')}>
        <Input autoComplete="current-password" required {...text('current')} />
      </Field>
      <Field label={t('new')} error={issue('password')}>
        <Input autoComplete="new-password" required {...text('password')} />
      </Field>
      <div>
        <Button type="submit" busy={busy}>
          {t('changePassword')}
        </Button>
      </div>
    </EarlyForm>
  )
}
