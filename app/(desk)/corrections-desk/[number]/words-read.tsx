import { getTranslations } from 'next-intl/server'
import type { CorrectionDetail } from '@/domain/correction/shape'
import { directionOf } from '@/text/direction'

const WORDS = [
  'quote',
  'replacement',
  'fixedElsewhere',
  'wrong',
  'right',
  'note',
  'explanation',
  'asked',
] as const

/** The words of a correction, without a form: for a reader who may not change them, or once they are final. */
export async function WordsRead({ correction }: { correction: CorrectionDetail }) {
  const t = await getTranslations('correction')
  const { language } = correction.article
  const written = WORDS.filter((field) => correction[field])
  return (
    <dl className="grid gap-3">
      <div>
        <dt className="field-label">{t('form.foundBy')}</dt>
        <dd>{t(`foundBy.${correction.foundBy}`)}</dd>
      </div>
      {written.map((field) => (
        <div key={field}>
          <dt className="field-label">{t(`form.${field}`)}</dt>
          <dd lang={language} dir={directionOf(language)} className="break-words whitespace-pre-wrap">
            {correction[field]}
          </dd>
        </div>
      ))}
    </dl>
  )
}
