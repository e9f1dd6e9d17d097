import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { SpellCheck2 } from 'lucide-react'
import { buttonClass } from '@/components/ui/button'
import type { Claim } from '@/domain/claim/shape'

/** `corrections` holds their numbers. */
type Props = { claim: Claim; corrections: number[]; mayCorrect: boolean }

/** The corrections opened for a claim, and a link to open one where the claim is disputed. */
export function ClaimCorrections({ claim, corrections, mayCorrect }: Props) {
  const t = useTranslations('correction')
  const starts = mayCorrect && claim.status === 'disputed' && !claim.withdrawnAt
  if (!starts && corrections.length === 0) return null
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-2">
      {starts && (
        <Link
          prefetch={false}
          className={buttonClass({ size: 'sm' })}
          href={`/corrections-desk/new?claim=${claim.id}`}
        >
          <SpellCheck2 aria-hidden className="size-4" />
          {t('correctThis')}
        </Link>
      )}
      {corrections.map((number) => (
        <Link key={number} prefetch={false} className="link" href={`/corrections-desk/${number}`}>
          {t('number', { number })}
        </Link>
      ))}
    </p>
  )
}
