import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import type { Issue } from '@/domain/errors'

/** The parts of a list's address that were left out, and why. */
export function AddressIssues({ issues }: { issues: readonly Issue[] }) {
  const t = useTranslations('claims')
  const tErrors = useTranslations('errors')
  if (issues.length === 0) return null
  return (
    <Banner tone="warn" title={t('badAddress')}>
      <ul>
        {issues.map((issue) => (
          <li key={issue.path + issue.key}>
            <code>{issue.path}</code>: {tErrors(issue.key as 'invalid', issue.params as never)}
          </li>
        ))}
      </ul>
    </Banner>
  )
}
