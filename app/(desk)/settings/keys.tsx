import { getFormatter, getTranslations } from 'next-intl/server'
import { publishedKeys } from '@/services/signing-keys'
import { Section } from './section'
import { SigningKeys } from './signing-keys'

/** The current and former keys that sign reports. */
export async function Keys() {
  const t = await getTranslations('reports.keys')
  const format = await getFormatter()
  const short = (moment: string) => format.dateTime(new Date(moment), 'short')
  return (
    <Section id="keys" title={t('heading')} hint={t('hint')}>
      <SigningKeys
        keys={publishedKeys().map(({ kid, created, retired }) => ({
          id: kid,
          line: [
            t('created', { at: short(created) }),
            retired ? t('retired', { at: short(retired) }) : t('signs'),
          ].join(' · '),
        }))}
      />
    </Section>
  )
}
