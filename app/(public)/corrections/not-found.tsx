import { getTranslations } from 'next-intl/server'
import { asked } from '@/app/server/asked'

/** Also answers for corrections that exist but are not published. */
export default async function NotPublished() {
  const [t, tErrors, { href }] = await Promise.all([
    getTranslations('readers'),
    getTranslations('errors'),
    asked(),
  ])
  return (
    <>
      <h1 className="text-2xl font-semibold">{tErrors('notFound')}</h1>
      <p>
        <a className="link" href={href('/corrections')}>
          {t('list.clear')}
        </a>
      </p>
    </>
  )
}
