import { getFormatter, getTranslations } from 'next-intl/server'
import type { Actor } from '@/domain/user/policy'
import { listAllTokens } from '@/domain/user/queries'
import { Section } from './section'
import { TokenList } from './token-list'

/** Everybody's tokens, for admins. */
export async function AllTokens({ actor }: { actor: Actor }) {
  const t = await getTranslations('settings')
  const format = await getFormatter()
  const tokens = await listAllTokens(actor)
  return (
    <Section id="all-tokens" title={t('allTokens')} hint={t('allTokensHint')}>
      <TokenList
        empty={t('noTokens')}
        done={t('revoked')}
        lines={tokens.map(({ id, name, user, createdAt, lastUsedAt }) => ({
          id,
          name,
          facts: [
            t('holder', { name: user.name }),
            t('created', { at: format.dateTime(createdAt, 'short') }),
            lastUsedAt ? t('lastUsed', { at: format.dateTime(lastUsedAt, 'short') }) : t('neverUsed'),
          ],
          action: { label: t('revoke'), named: t('revokeOf', { name, holder: user.name }) },
        }))}
      />
    </Section>
  )
}
