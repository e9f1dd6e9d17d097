'use client'

import { useState } from 'react'
import { useFormatter, useTranslations } from 'next-intl'
import { FailureBanner } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import type { Person } from '@/domain/shape'
import { makePasswordLinkAction } from './actions'

type Link = { address: string; expiresAt: string }

/** Makes an address where a person sets a new password. The page shows the address only once. */
export function PasswordLink({ person }: { person: Person }) {
  const t = useTranslations('settings')
  const format = useFormatter()
  const { run, busy, failure } = useAction(makePasswordLinkAction)
  const [link, setLink] = useState<Link | null>(null)
  const ask = async () => {
    const result = await run({ id: person.id })
    if (result?.ok) setLink(result.value)
  }
  return (
    <>
      <Button
        size="sm"
        busy={busy}
        aria-label={t('passwordLinkNamed', { name: person.name })}
        onClick={() => void ask()}
      >
        {t('passwordLink')}
      </Button>
      {(failure || link) && (
        <div className="order-last basis-full">
          <FailureBanner failure={failure} />
          {link && (
            <Banner
              tone="success"
              title={t('passwordLinkOnce', {
                name: person.name,
                at: format.dateTime(new Date(link.expiresAt), 'short'),
              })}
            >
              <code dir="ltr" className="break-all">
                {link.address}
              </code>
            </Banner>
          )}
        </div>
      )}
    </>
  )
}
