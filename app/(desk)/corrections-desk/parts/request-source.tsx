import { useTranslations } from 'next-intl'

/** Where the sender of a request says that it can be read. */
export function RequestSource({ source }: { source: string | null }) {
  const t = useTranslations('correction')
  if (!source) return null
  return (
    <p className="text-sm break-all text-ink-muted">
      <bdi>{t('inbox.source', { source })}</bdi>
    </p>
  )
}
