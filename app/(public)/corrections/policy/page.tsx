import { getTranslations } from 'next-intl/server'
import { CORRECTION_KINDS } from '@/domain/correction/rules'
import { settings } from '@/services/settings'
import { asked } from '@/app/server/asked'
import { publicMetadata } from '../../metadata'

const IFCN_COMPLAINTS = 'https://ifcncodeofprinciples.poynter.org/complaints-policy'

export async function generateMetadata() {
  const t = await getTranslations('readers')
  return publicMetadata(t('policy.title'), '/corrections/policy')
}

/** What a newsroom promises about its errors: the points of the IFCN's code of principles on corrections. */
export default async function PolicyPage() {
  const [t, { href }] = await Promise.all([getTranslations('readers'), asked()])
  const { newsroomName: newsroom, ifcnSignatory } = settings()
  const section = (name: 'ask' | 'ack' | 'decide' | 'visible' | 'checks' | 'data') => (
    <section className="public-section">
      <h2>{t(`policy.${name}Title`)}</h2>
      <p className="public-prose">{t(`policy.${name}`)}</p>
      {name === 'ask' && (
        <p>
          <a className="link" href={href('/corrections/request')}>
            {t('policy.askLink')}
          </a>
        </p>
      )}
    </section>
  )
  return (
    <>
      <h1 className="text-2xl font-semibold">{t('policy.title')}</h1>
      <p className="public-prose">{t('policy.intro', { newsroom })}</p>
      {section('ask')}
      {section('ack')}
      {section('decide')}
      <section className="public-section">
        <h2>{t('policy.kindsTitle')}</h2>
        <dl className="public-pairs">
          {CORRECTION_KINDS.map((kind) => (
            <div key={kind} className="contents">
              <dt>{t(`kind.${kind}`)}</dt>
              <dd>{t(`policy.kinds.${kind}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      {section('visible')}
      {section('checks')}
      {section('data')}
      <section className="public-section">
        <h2>{t('policy.complainTitle')}</h2>
        <p className="public-prose">{t('policy.complain')}</p>
        {ifcnSignatory && (
          <>
            <p className="public-prose">{t('policy.ifcn', { newsroom })}</p>
            <p>
              <a className="link" href={IFCN_COMPLAINTS}>
                {t('policy.ifcnLink')}
              </a>
            </p>
          </>
        )}
      </section>
    </>
  )
}
