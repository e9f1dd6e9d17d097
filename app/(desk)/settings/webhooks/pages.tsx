import Link from 'next/link'
import { useTranslations } from 'next-intl'

type Props = { address: string; after: string | undefined; next: string | null }

/** To the rows before the ones that are shown, and back to the newest. */
export function Pages({ address, after, next }: Props) {
  const t = useTranslations('webhooks')
  if (!after && !next) return null
  return (
    <nav className="flex gap-4" aria-label={t('pages')}>
      {after && (
        <Link className="link" href={address} prefetch={false}>
          {t('newest')}
        </Link>
      )}
      {next && (
        <Link className="link" href={`${address}?after=${next}`} prefetch={false}>
          {t('older')}
        </Link>
      )}
    </nav>
  )
}
