'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field, Textarea } from '@/components/ui/field'
import { useToast } from '@/components/ui/toast'
import type { Claim } from '@/domain/claim/shape'
import { withdrawClaimAction } from './actions'

type Props = { claim: Pick<Claim, 'id' | 'number' | 'version'> }

/** Closes a claim whose words are gone: a person gives a reason, the claim leaves the desk, and it can be restored. */
export function CloseOrphan({ claim }: Props) {
  const t = useTranslations('revision.close')
  const tCommon = useTranslations('common')
  const toast = useToast()
  const { run, busy, failure, clear } = useAction(withdrawClaimAction, {
    about: tCommon('claimNumber', { number: claim.number }),
  })
  const issue = useIssue(failure)
  const [open, setOpen] = useState(false)
  const [why, setWhy] = useState('')
  const save = async () => {
    const result = await run({ id: claim.id, version: claim.version, why })
    if (!result?.ok) return
    setOpen(false)
    toast({ title: t('closed', { number: claim.number }) })
  }
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {t('button')}
      </Button>
      <Dialog
        open={open}
        onOpenChange={(next) => {
          clear()
          setOpen(next)
        }}
        title={t('title', { number: claim.number })}
        description={t('hint')}
        closeLabel={tCommon('close')}
        footer={
          <>
            <Button variant="ghost" onClick={() => setOpen(false)}>
              {tCommon('cancel')}
            </Button>
            <Button variant="primary" busy={busy} onClick={() => void save()}>
              {t('button')}
            </Button>
          </>
        }
      >
        <FailureBanner failure={failure} fields={['why']} />
        <Field label={t('why')} error={issue('why')}>
          <Textarea dir="auto" rows={3} value={why} onChange={(event) => setWhy(event.target.value)} />
        </Field>
      </Dialog>
    </>
  )
}
