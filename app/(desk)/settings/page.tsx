import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/shell/page-header'
import { mayRotateKey } from '@/domain/report/policy'
import { mayManagePeople } from '@/domain/user/policy'
import { listTokens, listUsers } from '@/domain/user/queries'
import { mayManageWebhooks } from '@/domain/webhook/policy'
import { requireActor } from '@/services/session'
import { publishedKeys } from '@/services/signing-keys'
import {
  addUserAction,
  changePasswordAction,
  changeUserAction,
  makePasswordLinkAction,
  makeTokenAction,
  revokeTokenAction,
  rotateKeyAction,
} from './actions'
import { AllTokens } from './all-tokens'
import { PasswordForm } from './password-form'
import { PeopleForm } from './people-form'
import { Sessions } from './sessions'
import { SigningKeys } from './signing-keys'
import { TokenForm } from './token-form'

export default async function SettingsPage() {
  const actor = await requireActor()
  const t = await getTranslations('settings')
  const tKeys = await getTranslations('reports.keys')
  const tCorrection = await getTranslations('correction')
  const tWebhooks = await getTranslations('webhooks')
  const format = await getFormatter()
  const tokens = await listTokens(actor)
  const people = mayManagePeople(actor) ? await listUsers(actor) : null
  return (
    <div className="mx-auto grid max-w-3xl gap-8">
      <PageHeader
        title={t('title')}
        actions={
          <Link prefetch={false} className="link" href="/settings/wordings">
            {tCorrection('wordings.link')}
          </Link>
        }
      />
      {people && (
        <section className="grid gap-3" aria-labelledby="people">
          <h2 id="people" className="text-lg font-semibold">
            {t('people')}
          </h2>
          <PeopleForm
            people={people.map(({ createdAt: _, deactivatedAt, ...one }) => ({
              ...one,
              active: !deactivatedAt,
            }))}
            add={addUserAction}
            change={changeUserAction}
            makeLink={makePasswordLinkAction}
          />
        </section>
      )}
      {mayManageWebhooks(actor) && (
        <section className="grid gap-3" aria-labelledby="webhooks">
          <h2 id="webhooks" className="text-lg font-semibold">
            {tWebhooks('title')}
          </h2>
          <p className="text-ink-muted">{tWebhooks('hint')}</p>
          <Link className="link justify-self-start" href="/settings/webhooks" prefetch={false}>
            {tWebhooks('manage')}
          </Link>
        </section>
      )}
      <section className="grid gap-3" aria-labelledby="tokens">
        <h2 id="tokens" className="text-lg font-semibold">
          {t('tokens')}
        </h2>
        <p className="text-ink-muted">{t('tokensHint')}</p>
        <TokenForm
          tokens={tokens.map((token) => ({
            id: token.id,
            name: token.name,
            created: t('created', { at: format.dateTime(token.createdAt, 'short') }),
            used: token.lastUsedAt
              ? t('lastUsed', { at: format.dateTime(token.lastUsedAt, 'short') })
              : t('neverUsed'),
          }))}
          make={makeTokenAction}
          revoke={revokeTokenAction}
        />
      </section>
      {mayManagePeople(actor) && <AllTokens actor={actor} />}
      {mayRotateKey(actor) && (
        <section className="grid gap-3" aria-labelledby="keys">
          <h2 id="keys" className="text-lg font-semibold">
            {tKeys('heading')}
          </h2>
          <p className="text-ink-muted">{tKeys('hint')}</p>
          <SigningKeys
            keys={publishedKeys().map(({ kid, created, retired }) => ({
              id: kid,
              line: [
                tKeys('created', { at: format.dateTime(new Date(created), 'short') }),
                retired
                  ? tKeys('retired', { at: format.dateTime(new Date(retired), 'short') })
                  : tKeys('signs'),
              ].join(' · '),
            }))}
            rotate={rotateKeyAction}
          />
        </section>
      )}
      <section className="grid gap-3" aria-labelledby="password">
        <h2 id="password" className="text-lg font-semibold">
          {t('password')}
        </h2>
        <PasswordForm change={changePasswordAction} />
      </section>
      <Sessions actor={actor} />
    </div>
  )
}
