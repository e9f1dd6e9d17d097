'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Button } from '@/components/ui/button'
import { Field, Input, Select } from '@/components/ui/field'
import { useToast } from '@/components/ui/toast'
import { MAIL_CHOICES, NOTICE_KINDS, type Choices, type MailChoice } from '@/domain/notice/rules'
import { chooseNoticesAction } from '../actions'

const HOURS = ['quietFrom', 'quietTo'] as const
const LABEL = { quietFrom: 'from', quietTo: 'to' } as const

/** How each kind of notice goes by mail, and the quiet hours. */
export function ChoicesForm({ stored }: { stored: Choices }) {
  const t = useTranslations('notices.settings')
  const toast = useToast()
  const { run, busy, failure } = useAction(chooseNoticesAction)
  const issue = useIssue(failure)
  const [values, setValues] = useState({
    mail: stored.mail,
    quietFrom: stored.quiet?.from ?? '',
    quietTo: stored.quiet?.to ?? '',
  })
  return (
    <EarlyForm
      className="grid gap-6"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void run(values).then((result) => result?.ok && toast({ title: t('saved') }))
      }}
    >
      <FailureBanner failure={failure} fields={HOURS} />
      <div className="grid gap-4 sm:grid-cols-2">
        {NOTICE_KINDS.map((kind) => (
          <Field key={kind} label={t(`kind.${kind}`)}>
            <Select
              value={values.mail[kind]}
              onChange={({ target }) =>
                setValues({ ...values, mail: { ...values.mail, [kind]: target.value as MailChoice } })
              }
            >
              {MAIL_CHOICES.map((choice) => (
                <option key={choice} value={choice}>
                  {t(`choice.${choice}`)}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
      <fieldset className="grid gap-2">
        <legend className="text-lg font-semibold">{t('quiet')}</legend>
        <p className="text-ink-muted">{t('quietHint')}</p>
        <div className="grid max-w-sm grid-cols-2 gap-4">
          {HOURS.map((name) => (
            <Field key={name} label={t(LABEL[name])} error={issue(name)}>
              <Input
                type="time"
                value={values[name]}
                onChange={({ target }) => setValues({ ...values, [name]: target.value })}
              />
            </Field>
          ))}
        </div>
      </fieldset>
      <div>
        <Button type="submit" variant="primary" busy={busy}>
          {t('save')}
        </Button>
      </div>
    </EarlyForm>
  )
}
