'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Differences } from '@/components/claim/differences'
import { ClaimStatusBadge } from '@/components/claim/status'
import { FailureBanner } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Sides } from '@/components/revision/sides'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useToast } from '@/components/ui/toast'
import type { SimilarPassage } from '@/domain/reuse/rules'
import { directionOf } from '@/text/direction'
import { takeOverAction } from '../../../actions'
import { claimOnScreen } from './on-screen'
import type { PanelClaim } from './panel-claim'

type Props = {
  claim: PanelClaim
  /** The sentences around the claim's words. */
  context: string
  /** The claim to take the verdict from, as it was when the reader asked. */
  item: SimilarPassage
  onClose: () => void
}

/** Asks before a verdict is taken over: both sentences side by side, with every difference marked. */
export function TakeOverDialog({ claim, context, item, onClose }: Props) {
  const t = useTranslations('article.similar')
  const tCommon = useTranslations('common')
  const toast = useToast()
  const router = useRouter()
  const { run, busy, failure } = useAction(takeOverAction, {
    about: tCommon('claimNumber', { number: claim.number }),
    stays: true,
  })
  const { language } = item.article
  const take = async () => {
    const result = await run({
      id: claim.id,
      meant: claimOnScreen() ?? claim.id,
      version: claim.version,
      fromId: item.id,
      seenVersion: item.version ?? undefined,
    })
    if (result?.ok) {
      onClose()
      toast({ title: t('taken', { title: item.article.title }) })
    } else if (result) router.refresh()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('ask')}
      description={item.differences.length > 0 ? t('askDiffers') : t('askSame')}
      closeLabel={tCommon('close')}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {tCommon('cancel')}
          </Button>
          <Button variant="primary" busy={busy} onClick={() => void take()}>
            {t('take')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <FailureBanner failure={failure} />
        <Sides
          old={{ name: t('here'), text: context, language: claim.article.language, dir: claim.dir }}
          fresh={{
            name: t('there', { title: item.article.title, number: item.number }),
            text: item.context,
            language,
            dir: directionOf(language),
          }}
        />
        <Differences
          differences={item.differences}
          languages={{ here: claim.article.language, there: language }}
        />
        {item.status && (
          <p className="flex flex-wrap items-center gap-2 text-sm">
            {t('verdict')}
            <ClaimStatusBadge status={item.status} label={tCommon(`status.${item.status}`)} />
          </p>
        )}
      </div>
    </Dialog>
  )
}
