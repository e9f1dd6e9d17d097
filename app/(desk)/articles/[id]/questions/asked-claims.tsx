'use client'

import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/field'

export type AskableClaim = { id: string; number: number; quote: string }

type Props = {
  claims: readonly AskableClaim[]
  article: { language: string; dir: 'ltr' | 'rtl' }
  chosen: readonly string[]
  error: string | undefined
  onChange: (chosen: string[]) => void
}

/** The claims that a question is about; without any it is about the whole article. */
export function AskedClaims({ claims, article, chosen, error, onChange }: Props) {
  const t = useTranslations('question.desk')
  if (claims.length === 0) return null
  const choose = (id: string, wanted: boolean) =>
    onChange(wanted ? [...chosen, id] : chosen.filter((one) => one !== id))
  return (
    <fieldset className="grid min-w-0 gap-1">
      <legend className="field-label">{t('about')}</legend>
      <p className="text-sm text-ink-muted">
        {chosen.length === 0 ? t('whole') : t('chosen', { count: chosen.length })}
      </p>
      <ul className="grid max-h-72 gap-1 overflow-y-auto rounded border border-line p-2">
        {claims.map(({ id, number, quote }) => (
          <li key={id}>
            <Checkbox
              className="min-w-0"
              label={
                <span className="min-w-0 break-words">
                  {number}. <bdi lang={article.language}>{quote}</bdi>
                </span>
              }
              checked={chosen.includes(id)}
              onChange={({ target }) => choose(id, target.checked)}
            />
          </li>
        ))}
      </ul>
      {error && (
        <p role="alert" className="text-sm font-medium text-danger">
          {error}
        </p>
      )}
    </fieldset>
  )
}
