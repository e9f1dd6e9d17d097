import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/shell/page-header'
import { PLACEHOLDERS } from '@/domain/correction/note'
import { LOCALES } from '@/text/locale'
import { listWordings } from '@/domain/wording/queries'
import { requireActor } from '@/app/server/session'
import { WordingForm } from './wording-form'
import { pageTitle } from '@/app/server/page-title'

export const generateMetadata = pageTitle((t) => t('correction.wordings.title'))

export default async function WordingsPage() {
  const actor = await requireActor()
  const { items, mayChange } = await listWordings(actor)
  const t = await getTranslations('correction.wordings')
  return (
    <div className="mx-auto grid max-w-3xl gap-8">
      <PageHeader
        title={t('title')}
        description={t('hint', { placeholders: PLACEHOLDERS.map((name) => `{${name}}`).join(' ') })}
      />
      {LOCALES.map((language) => (
        <section key={language} className="grid gap-4" aria-labelledby={`wordings-${language}`}>
          <h2 id={`wordings-${language}`} className="text-lg font-semibold">
            {t(`language.${language}`)}
          </h2>
          {items
            .filter((item) => item.language === language)
            .map((item) => (
              <WordingForm key={item.kind} item={item} mayChange={mayChange} />
            ))}
        </section>
      ))}
    </div>
  )
}
