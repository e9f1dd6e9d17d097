'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { WAITING, WaitingClaim } from './signing'

type Props = {
  article: { id: string; language: string; dir: 'ltr' | 'rtl' }
  standing: (typeof WAITING)[number]
  claims: readonly WaitingClaim[]
}

/** The claims that the reader cannot sign off together with others for one reason. */
export function WaitingClaims({ article, standing, claims }: Props) {
  const t = useTranslations('reports.signOff')
  const tCommon = useTranslations('common')
  const [first] = claims
  if (!first) return null
  const address = ({ number }: WaitingClaim) => `/articles/${article.id}/claims/${number}`
  return (
    <div className="grid gap-1">
      <p>
        {t(`many.left.${standing}`, { count: claims.length })}{' '}
        {standing !== 'own' && (
          <Link className="link" prefetch={false} href={address(first)}>
            {t('many.open', { number: first.number })}
          </Link>
        )}
      </p>
      <details>
        <summary className="link cursor-pointer">{t('many.which')}</summary>
        <ul className="obstacles pt-2">
          {claims.map((claim) => (
            <li key={claim.id}>
              <Link className="link" prefetch={false} href={address(claim)}>
                {tCommon('claimNumber', { number: claim.number })}
              </Link>{' '}
              <bdi lang={article.language} dir={article.dir}>
                {claim.quote}
              </bdi>{' '}
              {claim.own.map((part) => t(`ownPart.${part}`)).join(' ')}
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}
