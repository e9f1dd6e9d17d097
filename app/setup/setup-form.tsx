'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import { makeFirstAdminAction } from './actions'

const NOBODY = { name: '', email: '', password: '' }

export function SetupForm({ token }: { token: string }) {
  const t = useTranslations('signIn')
  const { run, busy, failure } = useAction(makeFirstAdminAction)
  const issue = useIssue(failure)
  const [fields, setFields] = useState(NOBODY)
  const [done, setDone] = useState(false)
  const text = (field: keyof typeof NOBODY) => ({
    value: fields[field],
    onChange: (event: { target: { value: string } }) => setFields({ ...fields, [field]: event.target.value }),
  })
  if (done)
    return (
      <Banner tone="success" title={t('setupDone')}>
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
        void run({ ...fields, token }).then((result) => result?.ok && setDone(true))
      }}
    >
      <FailureBanner failure={failure} fields={['name', 'email', 'password']} />
      <Field label={t('name')} error={issue('name')}>
        <Input dir="auto" autoComplete="name" required {...text('name')} />
      </Field>
      <Field label={t('email')} error={issue('email')}>
        <Input type="email" dir="ltr" autoComplete="username" required {...text('email')} />
      </Field>
      <Field label={t('password')} hint={t('passwordHint')} error={issue('password')}>
        <Input type="password" dir="ltr" autoComplete="new-password" required {...text('password')} />
      </Field>
      <Button type="submit" variant="primary" busy={busy}>
        {t('setupSubmit')}
      </Button>
    </EarlyForm>
  )
}
