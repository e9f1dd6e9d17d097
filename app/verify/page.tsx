import { getTranslations } from 'next-intl/server'
import { readAddress, type Search } from '@/app/address'
import { verifyAddressSchema } from '@/domain/report/schema'
import { Preferences } from '@/app/preferences/preferences'
import { Wordmark } from '@/components/shell/wordmark'
import { Banner } from '@/components/ui/banner'
import { limited } from '@/domain/errors'
import { verifyNumber } from '@/domain/report/verification/queries'
import { waitOfReader } from '@/app/server/reader-limit'
import { settings } from '@/services/settings'
import { Answer } from './answer'
import { NumberForm } from './number-form'
import { VerifyFile } from './verify-file'
import { pageTitle } from '@/app/server/page-title'

export const generateMetadata = pageTitle((t) => t('reports.verify.title'))

type Props = { searchParams: Search }

/** Open to all: anybody who received a report can check that the desk issued it. */
export default async function VerifyPage({ searchParams }: Props) {
  const { params } = await readAddress(verifyAddressSchema, searchParams)
  const { number, digest } = params
  const t = await getTranslations('reports.verify')
  const tCommon = await getTranslations('common')
  const tErrors = await getTranslations('errors')
  const { newsroomName, newsroomTimeZone } = settings()
  const asks = number !== '' && digest !== ''
  const wait = asks ? await waitOfReader('verify') : null
  const verification = asks && wait === null ? await verifyNumber({ number, digest }) : null
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-2xl content-start gap-8 px-4 py-8">
      <Wordmark name={tCommon('appName')} />
      <header className="grid gap-1">
        <h1 className="text-2xl font-semibold">{t('title')}</h1>
        <p className="text-ink-muted">{t('description', { newsroom: newsroomName })}</p>
      </header>
      {verification && <Answer verification={verification} timeZone={newsroomTimeZone} byNumber />}
      {wait !== null && <Banner tone="warn" title={tErrors('tooMany', limited(wait).params)} />}
      <VerifyFile timeZone={newsroomTimeZone} />
      <NumberForm number={number} digest={digest} />
      <footer className="grid gap-3 border-t border-line pt-4 text-sm text-ink-muted">
        <p>
          {t('offline')}{' '}
          <a className="link" href="/.well-known/factdesk-keys.json">
            {t('keys')}
          </a>
        </p>
        <Preferences />
      </footer>
    </main>
  )
}
