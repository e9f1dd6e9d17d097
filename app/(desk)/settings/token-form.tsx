'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import { useToast } from '@/components/ui/toast'
import { makeTokenAction, revokeTokenAction } from './actions'

type Props = { tokens: { id: string; name: string; created: string; used: string }[] }

/** The reader's own tokens. The page shows a new one only once. */
export function TokenForm({ tokens }: Props) {
  const t = useTranslations('settings')
  const toast = useToast()
  const making = useAction(makeTokenAction)
  const revoking = useAction(revokeTokenAction)
  const issue = useIssue(making.failure)
  const [name, setName] = useState('')
  const [token, setToken] = useState<string | null>(null)

  const save = async () => {
    const result = await making.run({ name })
    if (!result?.ok) return
    setToken(result.value.token)
    setName('')
  }

  return (
    <div className="grid gap-3">
      <FailureBanner failure={making.failure ?? revoking.failure} fields={['name']} />
      {token && (
        <Banner tone="success" title={t('tokenOnce')}>
          <code dir="ltr" className="break-all">
            {token}
          </code>
        </Banner>
      )}
      {tokens.length === 0 ? (
        <p className="text-ink-muted">{t('noTokens')}</p>
      ) : (
        <ul className="grid gap-2">
          {tokens.map((one) => (
            <li
              key={one.id}
              className="flex flex-wrap items-center gap-3 rounded border border-line bg-panel p-3"
            >
              <bdi className="font-medium">{one.name}</bdi>
              <span className="text-sm text-ink-muted">
                {one.created} · {one.used}
              </span>
              <Button
                size="sm"
                className="ms-auto"
                aria-label={t('revokeNamed', { name: one.name })}
                onClick={() =>
                  void revoking
                    .run({ id: one.id })
                    .then((result) => result?.ok && toast({ title: t('revoked') }))
                }
              >
                {t('revoke')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <EarlyForm
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Field label={t('tokenName')} error={issue('name')} className="flex-1">
          <Input
            dir="auto"
            required
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Button type="submit" busy={making.busy}>
          {t('makeToken')}
        </Button>
      </EarlyForm>
    </div>
  )
}
