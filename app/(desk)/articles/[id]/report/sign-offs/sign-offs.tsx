'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { Signature } from 'lucide-react'
import { FailureBanner } from '@/components/form/failure'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ofStanding, WAITING, type WaitingClaim } from './signing'
import { SigningResult } from './signing-result'
import { useSigning } from './use-signing'
import { WaitingClaims } from './waiting-claims'

type Props = { article: { id: string; language: string; dir: 'ltr' | 'rtl' }; claims: WaitingClaim[] }

/** Signs off all claims of an article that the reader has opened, and says what the others lack. */
export function SignOffs({ article, claims }: Props) {
  const t = useTranslations('reports.signOff.many')
  const tCommon = useTranslations('common')
  const { signing, running, failure, start, undo } = useSigning()
  const [asking, setAsking] = useState<WaitingClaim[] | null>(null)
  const ready = ofStanding(claims, 'ready')
  if (claims.length === 0 && !signing) return null
  const confirm = () => {
    if (asking) start(asking)
    setAsking(null)
  }
  return (
    <section id="sign-offs" className="grid gap-3" aria-labelledby="sign-offs-heading">
      <h2 id="sign-offs-heading" className="text-lg font-semibold">
        {t('heading')}
      </h2>
      <p>{t('waiting', { count: claims.length })}</p>
      <FailureBanner failure={failure} />
      {ready.length > 0 && (
        <div>
          <Button variant="primary" busy={running} onClick={() => setAsking(ready)}>
            <Signature aria-hidden className="size-4" />
            {t('ready', { count: ready.length })}
          </Button>
        </div>
      )}
      {signing && <SigningResult {...{ article, signing, running }} onUndo={undo} />}
      {WAITING.map((standing) => (
        <WaitingClaims key={standing} {...{ article, standing }} claims={ofStanding(claims, standing)} />
      ))}
      <Dialog
        open={asking !== null}
        onOpenChange={(open) => !open && setAsking(null)}
        title={t('ask', { count: asking?.length ?? 0 })}
        description={t('askHint')}
        closeLabel={tCommon('close')}
        footer={
          <>
            <Button variant="ghost" onClick={() => setAsking(null)}>
              {tCommon('cancel')}
            </Button>
            <Button variant="primary" autoFocus onClick={confirm}>
              {t('confirm', { count: asking?.length ?? 0 })}
            </Button>
          </>
        }
      >
        <p>{t('numbers', { numbers: (asking ?? []).map(({ number }) => number).join(' · ') })}</p>
      </Dialog>
    </section>
  )
}
