'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { Signature } from 'lucide-react'
import { FailureBanner } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { useShortcuts } from '@/components/keys/use-shortcuts'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { useToast } from '@/components/ui/toast'
import { isReviewed } from '@/domain/claim/rules'
import type { Claim } from '@/domain/claim/shape'
import { partsOf } from '@/domain/sign-off/rules'
import { signOffAction, withdrawSignOffAction } from '../../../actions'
import { claimOnScreen } from './on-screen'
import { SendBackButton } from './send-back'

/** A second person's approval of the verdict: who gave it, or a button to give it. */
export function SignOff({ claim, readerId }: { claim: Claim; readerId: string }) {
  const t = useTranslations('reports.signOff')
  const tCommon = useTranslations('common')
  const format = useFormatter()
  const toast = useToast()
  const router = useRouter()
  const about = tCommon('claimNumber', { number: claim.number })
  const sign = useAction(signOffAction, { about, stays: true })
  const withdraw = useAction(withdrawSignOffAction, { about, stays: true })
  const { id, version, digest, number } = claim
  const maySignOff = claim.may.signOff
  const own = partsOf(
    claim.writers.map(({ part, person }) => ({ part, personId: person.id })),
    readerId,
  )
  const offered = maySignOff && own.length === 0 && !claim.signer
  const approve = async () => {
    const result = await sign.run({ id, meant: claimOnScreen() ?? id, version, digest })
    // The reader must see the new version before signing it off. The panel has no typed text that a reload could lose.
    if (result?.ok === false && result.code === 'conflict') router.refresh()
    if (result?.ok)
      toast({
        title: t('done', { number }),
        action: {
          label: t('withdraw'),
          onAction: () => void withdraw.run({ id, meant: id, version: result.value }),
        },
      })
  }
  const takeBack = async () => {
    const result = await withdraw.run({ id, meant: claimOnScreen() ?? id, version })
    if (result?.ok) toast({ title: t('withdrawn') })
  }
  useShortcuts({ y: offered ? () => void approve() : undefined })
  if (!isReviewed(claim.status) || (!claim.signer && !claim.signOffNeed && !offered)) return null
  const at = claim.signedOffAt && format.dateTime(new Date(claim.signedOffAt), 'short')
  return (
    <section className="grid justify-items-start gap-2" aria-labelledby="sign-off-heading">
      <h3 id="sign-off-heading" className="field-label">
        {t('heading')}
      </h3>
      <FailureBanner failure={sign.failure ?? withdraw.failure} />
      <p className="text-sm text-ink-muted">
        {claim.signer ? (
          <bdi>{t('by', { name: claim.signer.name, at: at ?? '' })}</bdi>
        ) : (
          t(claim.signOffNeed ? 'needed' : 'none')
        )}{' '}
        {!claim.signer && claim.signOffNeed && t(`need.${claim.signOffNeed}`)}
      </p>
      {!claim.signer && maySignOff && own.length > 0 && (
        <p className="text-sm text-ink-muted">
          {own.map((part) => t(`ownPart.${part}`)).join(' ')} {t('own')}
        </p>
      )}
      {offered && (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" busy={sign.busy} onClick={() => void approve()}>
            <Signature aria-hidden className="size-4" />
            {t('sign')} <Kbd>y</Kbd>
          </Button>
          <SendBackButton claim={claim} />
          <Link
            className="link self-center text-sm"
            prefetch={false}
            href={`/articles/${claim.article.id}/report#sign-offs`}
          >
            {t('many.link')}
          </Link>
        </div>
      )}
      {claim.signer && maySignOff && (
        <Button size="sm" variant="ghost" busy={withdraw.busy} onClick={() => void takeBack()}>
          {t('withdraw')}
        </Button>
      )}
    </section>
  )
}
