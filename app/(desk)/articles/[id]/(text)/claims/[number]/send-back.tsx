'use client'

import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field, Textarea } from '@/components/ui/field'
import { useToast } from '@/components/ui/toast'
import type { Claim } from '@/domain/claim/shape'
import { sendBackAction } from '../../../actions'
import { claimOnScreen } from './on-screen'

/** Returns a verdict to the person who gave it, with a reason. What is typed stays when the dialog is closed. */
export function SendBackButton({ claim }: { claim: Claim }) {
  const { id, version, digest, number } = claim
  const t = useTranslations('reports.signOff')
  const tCommon = useTranslations('common')
  const toast = useToast()
  const router = useRouter()
  const { run, busy, failure, clear } = useAction(sendBackAction, {
    about: tCommon('claimNumber', { number }),
    stays: true,
  })
  const issue = useIssue(failure)
  const [open, setOpen] = useState(false)
  const [why, setWhy] = useState('')
  const send = async () => {
    const result = await run({ id, meant: claimOnScreen() ?? id, version, digest, why })
    // The reader must see the new version before sending it back.
    if (result?.ok === false && result.code === 'conflict') router.refresh()
    if (!result?.ok) return
    setOpen(false)
    toast({ title: t('sentBack', { number }) })
  }
  const close = () => {
    clear()
    setOpen(false)
  }
  return (
    <>
      <Button size="sm" variant="ghost" onClick={() => setOpen(true)}>
        {t('sendBack')}
      </Button>
      <Dialog
        open={open}
        onOpenChange={(wanted) => !wanted && close()}
        title={t('sendBackTitle', { number })}
        description={t('sendBackHint')}
        closeLabel={tCommon('close')}
      >
        <EarlyForm
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <FailureBanner failure={failure} fields={['why']} />
          <Field label={t('sendBackWhy')} error={issue('why')}>
            <Textarea dir="auto" rows={3} value={why} onChange={(event) => setWhy(event.target.value)} />
          </Field>
          <div className="flex flex-wrap justify-end gap-2">
            <Button variant="ghost" onClick={close}>
              {tCommon('cancel')}
            </Button>
            <Button type="submit" variant="primary" busy={busy}>
              {t('sendBackButton')}
            </Button>
          </div>
        </EarlyForm>
      </Dialog>
    </>
  )
}

/** Why the last verdict was returned, until there is a new one. */
export function SentBack({ claim }: { claim: Pick<Claim, 'sentBack'> }) {
  const t = useTranslations('reports.signOff')
  const format = useFormatter()
  if (!claim.sentBack) return null
  const { by, at, why } = claim.sentBack
  return (
    <Banner
      tone="warn"
      title={t('sentBackBy', { name: by.name, at: format.dateTime(new Date(at), 'short') })}
    >
      <p dir="auto" className="break-words whitespace-pre-wrap">
        {why}
      </p>
    </Banner>
  )
}
