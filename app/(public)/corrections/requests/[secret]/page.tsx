import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { readAddress, type Search } from '@/app/address'
import { statusAddressSchema } from '@/domain/correction-request/schema'
import { Banner } from '@/components/ui/banner'
import { DomainError } from '@/domain/errors'
import { getRequestStatus } from '@/domain/correction-request/queries'
import type { RequestStatus } from '@/domain/correction-request/shape'
import { REQUEST_STATES } from '@/domain/correction-request/rules'
import { settings } from '@/services/settings'
import { asked } from '@/app/server/asked'
import { publicMetadata } from '../../../metadata'
import { ownWords } from '../../own-words'

type Props = { params: Promise<{ secret: string }>; searchParams: Search }

const read = cache(async (secret: string): Promise<RequestStatus> => {
  try {
    return await getRequestStatus(secret)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not_found') notFound()
    throw error
  }
})

export async function generateMetadata() {
  const t = await getTranslations('readers')
  return publicMetadata(t('status.title'), null)
}

/** The past and possible steps of a request. A closed request has no further steps. */
const stepsOf = (state: RequestStatus['state']) =>
  state === 'closed' ? (['received', 'closed'] as const) : REQUEST_STATES.filter((one) => one !== 'closed')

export default async function RequestStatusPage({ params, searchParams }: Props) {
  const { secret } = await params
  const request = await read(secret)
  const [t, format, { href }, { params: address }] = await Promise.all([
    getTranslations('readers'),
    getFormatter(),
    asked(),
    readAddress(statusAddressSchema, searchParams),
  ])
  const { state, closedWhy, article, correction } = request
  const steps = stepsOf(state)
  const present = steps.findIndex((one) => one === state)
  return (
    <>
      <h1 className="text-2xl font-semibold">{t('status.title')}</h1>
      {address.sent && (
        <Banner tone="success" title={t('status.thanks')}>
          <p>{t('status.keep')}</p>
          <label className="grid w-full gap-1">
            <span className="text-sm font-semibold">{t('status.addressLabel')}</span>
            <input
              className="control"
              dir="ltr"
              readOnly
              defaultValue={`${settings().publicUrl}/corrections/requests/${secret}`}
            />
          </label>
        </Banner>
      )}
      <section className="public-section">
        <h2>{t('status.where')}</h2>
        <ol className="public-steps">
          {steps.map((step, index) => (
            <li
              key={step}
              className="public-step"
              data-passed={index < present}
              aria-current={index === present ? 'step' : undefined}
            >
              <strong className="font-semibold">{t(`status.state.${step}`)}</strong>
              {index === present && (
                <span>
                  {' '}
                  · {t('status.now')}
                  <br />
                  {t(
                    closedWhy && state === 'closed' ? 'status.explain.closedWhy' : `status.explain.${state}`,
                  )}
                </span>
              )}
            </li>
          ))}
        </ol>
        {state === 'closed' && closedWhy && (
          <p className="public-prose public-note" dir="auto">
            {closedWhy}
          </p>
        )}
        {request.answers.map(({ id, text, at }) => (
          <div key={id} className="mt-4 grid gap-1">
            <h3 className="font-semibold">{t('status.answered', { date: format.dateTime(at, 'long') })}</h3>
            <p className="public-prose public-note" dir="auto">
              {text}
            </p>
          </div>
        ))}
        {correction !== null && (
          <p>
            <a className="link" href={href(`/corrections/${correction}`)}>
              {t('status.see')}
            </a>
          </p>
        )}
      </section>
      <section className="public-section">
        <h2>{t('status.yours')}</h2>
        <p className="text-sm text-ink-muted">
          {t('status.sent', { date: format.dateTime(request.sentAt, 'long') })}
        </p>
        {article && (
          <p>
            {t('request.about')} <span {...ownWords(article.language)}>{article.title}</span>
          </p>
        )}
        <p className="public-prose public-note" dir="auto">
          {request.phrase}
        </p>
        <p className="public-prose" dir="auto">
          {request.problem}
        </p>
      </section>
      <p>
        <a className="link" href={href('/corrections/request')}>
          {t('status.again')}
        </a>
      </p>
    </>
  )
}
