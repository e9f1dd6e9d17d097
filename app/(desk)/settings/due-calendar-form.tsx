'use client'

import { useState } from 'react'
import { useLocale, useTranslations } from 'next-intl'
import { Copy } from 'lucide-react'
import { FailureBanner } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import { localeOf } from '@/text/locale'
import { makeCalendarAction, revokeCalendarAction } from './actions'

/** A new address, which the page shows only once. */
function NewAddress({ address }: { address: string }) {
  const t = useTranslations('settings.calendar')
  const toast = useToast()
  const copy = async () => {
    // A page served over plain HTTP has no clipboard, and the reader may have denied access to it.
    const done = await Promise.resolve(navigator.clipboard?.writeText(address).then(() => true)).catch(
      () => false,
    )
    toast({ title: t(done ? 'copied' : 'copyFailed') })
  }
  return (
    <Banner tone="success" title={t('once')}>
      <code dir="ltr" className="break-all">
        {address}
      </code>
      <Button size="sm" onClick={() => void copy()}>
        <Copy aria-hidden className="size-4" />
        {t('copy')}
      </Button>
    </Banner>
  )
}

/** `made` says when the address in force was made; null without one. */
export function DueCalendarForm({ made }: { made: string | null }) {
  const t = useTranslations('settings.calendar')
  const locale = localeOf(useLocale())
  const toast = useToast()
  const making = useAction(makeCalendarAction)
  const revoking = useAction(revokeCalendarAction)
  const [address, setAddress] = useState<string | null>(null)

  const make = async () => {
    const result = await making.run({ language: locale })
    if (result?.ok) setAddress(result.value)
  }
  const revoke = async () => {
    const result = await revoking.run({})
    if (!result?.ok) return
    setAddress(null)
    toast({ title: t('revoked') })
  }

  return (
    <div className="grid gap-3">
      <FailureBanner failure={making.failure ?? revoking.failure} />
      {address && <NewAddress address={address} />}
      <p className="text-ink-muted">{made ?? t('none')}</p>
      <div className="flex flex-wrap gap-3">
        <Button busy={making.busy} onClick={() => void make()}>
          {t(made ? 'makeAgain' : 'make')}
        </Button>
        {made && (
          <Button busy={revoking.busy} onClick={() => void revoke()}>
            {t('revoke')}
          </Button>
        )}
      </div>
    </div>
  )
}
