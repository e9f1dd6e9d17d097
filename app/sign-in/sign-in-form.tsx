'use client'

import { useRef, useState } from 'react'
import { useTranslations } from 'next-intl'
import { signInHere } from '@/app/server/sign-in'
import { EarlyForm } from '@/components/early/parts'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import { waitOf } from '@/domain/errors'

const REFUSALS = {
  unavailable: 'unavailable',
  unavailableBusy: 'unavailableBusy',
  unavailableFull: 'unavailableFull',
  fault: 'faultTitle',
} as const
type Trouble =
  | { key: (typeof REFUSALS)[keyof typeof REFUSALS] | 'signInWrong' | 'offline' }
  | { key: 'signInLimited'; seconds: number }

/** `limited.30` means that the attempt was not judged, and that one in 30 seconds will be. */
function troubleOf(error: string | null | undefined, status: number): Trouble {
  const seconds = /^limited\.(\d+)$/.exec(error ?? '')?.[1]
  if (seconds) return { key: 'signInLimited', seconds: Number(seconds) }
  const unsaid = status >= 500 ? 'unavailable' : 'signInWrong'
  return { key: error && error in REFUSALS ? REFUSALS[error as keyof typeof REFUSALS] : unsaid }
}

function typed(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name)
  return typeof value === 'string' ? value : ''
}

/** `target` is a path on this site. After a refusal the form keeps the typed address. */
export function SignInForm({ target }: { target: string }) {
  const t = useTranslations('signIn')
  const tErrors = useTranslations('errors')
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)

  const submit = async (form: HTMLFormElement) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    const answer = await signInHere(typed(form, 'email'), typed(form, 'password'))
    if (answer?.ok && !answer.error) {
      window.location.assign(target)
      return
    }
    running.current = false
    setBusy(false)
    if (!answer) setTrouble({ key: 'offline' })
    else setTrouble(troubleOf(answer.error, answer.status))
  }

  return (
    <EarlyForm
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void submit(event.currentTarget)
      }}
    >
      {trouble && (
        <Banner
          tone="error"
          title={
            trouble.key === 'signInLimited'
              ? tErrors(trouble.key, waitOf(trouble.seconds))
              : tErrors(trouble.key)
          }
        />
      )}
      <Field label={t('email')}>
        <Input name="email" type="email" dir="ltr" autoComplete="username" required autoFocus />
      </Field>
      <Field label={t('password')}>
        <Input name="password" type="password" dir="ltr" autoComplete="current-password" required />
      </Field>
      <Button type="submit" variant="primary" busy={busy}>
        {t('submit')}
      </Button>
    </EarlyForm>
  )
}
