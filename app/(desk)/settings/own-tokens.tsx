import { getFormatter, getTranslations } from 'next-intl/server'
import type { Actor } from '@/domain/user/policy'
import { listTokens } from '@/domain/user/queries'
import { Section } from './section'
import { TokenForm } from './token-form'

/** The reader's own API tokens. */
export async function OwnTokens({ actor }: { actor: Actor }) {
  const t = await getTranslations('settings')
  const format = await getFormatter()
  const tokens = await listTokens(actor)
  return (
    <Section id="tokens" title={t('tokens')} hint={t('tokensHint')}>
      <TokenForm
        tokens={tokens.map(({ id, name, createdAt, lastUsedAt }) => ({
          id,
          name,
          created: t('created', { at: format.dateTime(createdAt, 'short') }),
          used: lastUsedAt ? t('lastUsed', { at: format.dateTime(lastUsedAt, 'short') }) : t('neverUsed'),
        }))}
      />
    </Section>
  )
}
