import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { readAddress, type Search } from '@/app/address'
import { pageTitle } from '@/app/server/page-title'
import { requireActor } from '@/app/server/session'
import { PageHeader } from '@/components/shell/page-header'
import { OlderPages } from '@/components/table/older-pages'
import { Banner } from '@/components/ui/banner'
import { EmptyState } from '@/components/ui/empty-state'
import { pageSchema } from '@/domain/list/params'
import { troubledMailList } from '@/domain/mail/list'
import { mailOverview } from '@/domain/mail/queries'
import { may } from '@/domain/permissions'
import { MailList } from './mail-list'
import { TestMail } from './test-mail'

export const generateMetadata = pageTitle((t) => t('mail.title'))

/** Whether mail is set up, and what could not be sent; for admins. */
export default async function MailPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor()
  if (!may(actor, 'manageMail')) notFound()
  const {
    params: { after },
    issues,
  } = await readAddress(pageSchema(troubledMailList), searchParams)
  const { server, waiting, items, next } = await mailOverview(actor, { after })
  const t = await getTranslations('mail')
  const tErrors = await getTranslations('errors')
  return (
    <div className="mx-auto grid max-w-3xl gap-6">
      <PageHeader
        title={t('title')}
        description={t('hint')}
        actions={
          <Link className="link" href="/settings" prefetch={false}>
            {t('back')}
          </Link>
        }
      />
      {server ? (
        <>
          <p>
            {t('server', { host: `${server.host}:${server.port}`, from: server.from })}{' '}
            {t('waiting', { count: waiting })}
          </p>
          <TestMail />
        </>
      ) : (
        <Banner tone="warn" title={t('notSetUp')} />
      )}
      <section className="grid gap-3" aria-labelledby="troubled">
        <h2 id="troubled" className="text-lg font-semibold">
          {t('troubled')}
        </h2>
        {issues.length > 0 && <Banner tone="error" title={tErrors('cursorInvalid')} />}
        {items.length === 0 ? <EmptyState title={t('none')} /> : <MailList lines={items} />}
        <OlderPages
          path="/settings/mail"
          label={t('troubled')}
          newest={after && t('newest')}
          older={t('older')}
          next={next}
        />
      </section>
    </div>
  )
}
